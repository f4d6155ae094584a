"""The demo states what the seed papers state. The papers themselves are not in the repo: where they lie beside it
(ZHIJIA_SEED, or ../shared/seed) every figure of the five areas is compared with them, elsewhere the test says so loudly."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.site.demo import build
from zhijia.site.demo.unions import TOWNSHIP, UNIVERSITY, VEHICLE

SEED = Path(os.environ.get("ZHIJIA_SEED") or Path(__file__).resolve().parents[3] / "shared" / "seed")
AREAS = {"membership", "care", "activities", "publicity", "dues_finance"}
STATED = {
    (1, "11人"): (VEHICLE, "care.hardship_visited"),
    (1, "7人次"): (VEHICLE, "care.jobs_coordinated"),
    (1, "5个"): (VEHICLE, "care.families_helped"),
    (2, "160人"): (UNIVERSITY, "activities.turns.outing"),
    (2, "350名"): (UNIVERSITY, "activities.turns.climb"),
    (2, "510人"): (UNIVERSITY, "activities.turns.games"),
    (2, "20人次"): (UNIVERSITY, "care.event_visits"),
    **{
        (piece, said): (TOWNSHIP, key)
        for piece in (2, 4)
        for said, key in (
            ("332人", "members.staff"), ("265人", "members.members"), ("80%", "members.rate"), ("4000元", "finance.donated"),
        )
    },
}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        build.build_records(lambda _: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def value(demo, db):
    return lambda code, key: find(key, branches(Union.objects.get(code=code)), year(2021))


@pytest.mark.parametrize(
    ("code", "key", "expected"),
    [
        (VEHICLE, "care.hardship_visited", 11), (VEHICLE, "care.jobs_coordinated", 7), (VEHICLE, "care.families_helped", 5),
        (TOWNSHIP, "members.staff", 332), (TOWNSHIP, "members.members", 265), (TOWNSHIP, "members.rate", Decimal("79.8")),
        (TOWNSHIP, "finance.donated", 4000), (TOWNSHIP, "finance.donation_used", 4000),
        (UNIVERSITY, "activities.turns.outing", 160), (UNIVERSITY, "activities.turns.climb", 350),
        (UNIVERSITY, "activities.turns.games", 510), (UNIVERSITY, "care.event_visits", 20),
    ],
)
def test_the_demo_states_the_figures_of_the_papers(value, code, key, expected):
    assert value(code, key).value == expected


def test_the_rate_keeps_its_two_terms(value):
    assert str(value(TOWNSHIP, "members.rate")) == "265/332，79.8 %"


@pytest.mark.seed
def test_every_figure_of_the_five_areas_is_one_we_count(value):
    """Rounded percentages (80 %) and 'over 160' are met by the figure they round."""
    claims = SEED / "claims.jsonl"
    if not claims.exists():
        pytest.skip(f"!!! 没有种子论文（{claims.name}）：没有与原文逐数核对。")
    unmet = []
    for line in claims.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["area"] in AREAS and claim["claim_kind"] in ("qty", "money", "pct") and claim["value"] is not None:
            said = f"{claim['value']:g}{claim['unit']}"
            where = STATED.get((claim["piece"], said))
            found = where and value(*where).value
            if found is None or round(found, -1 if claim["claim_kind"] == "pct" else None) != claim["value"]:
                unmet.append((claim["piece"], said, claim["what"]))
    assert unmet == []
