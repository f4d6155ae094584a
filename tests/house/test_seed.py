"""The demo states what the seed papers state. The papers themselves are not in the repo: where they lie beside it
(ZHIJIA_SEED, or ../shared/seed) every figure of their areas is compared with them, elsewhere the test says so loudly."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from tests.house import once
from tests.house.once import lived
from zhijia.areas.congress.models import Sitting
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.summary.queries.records import late_rows
from zhijia.core.figures import Figure, all_figures, find
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches
from zhijia.core.periods import school_year, year
from zhijia.site.demo.build import YEAR
from zhijia.site.demo.unions import BANKNOTE, PLANT, SCHOOL, TOWNSHIP, UNIVERSITY, VEHICLE

pytestmark = pytest.mark.xdist_group("demo")  # the demo is built once for all of them
SEED = Path(os.environ.get("ZHIJIA_SEED") or Path(__file__).resolve().parents[3] / "shared" / "seed")
DEMOCRACY = {"congress", "openness", "suggestions", "appraisal", "organisation"}
AREAS = {
    "membership", "care", "activities", "publicity", "dues_finance", *DEMOCRACY,
}
COUNTED = ("qty", "money", "pct")
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
SLOGAN = "named"
"""Named claims (五严, 四个职能, 干部四化, 二杜绝) are slogans: lists of words that no record keeps and no figure counts."""


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with lived(django_db_blocker, once.demo):
        yield


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


@pytest.mark.parametrize(
    ("code", "key", "expected"),
    [
        (UNIVERSITY, "congress.sittings.teachers", 1), (UNIVERSITY, "congress.sittings.members", 1),
        (UNIVERSITY, "congress.sittings", 1), (UNIVERSITY, "congress.resolutions", 5),
        (UNIVERSITY, "appraisal.rounds.surveys", 1),
        (SCHOOL, "congress.proposals.filed", 4), (SCHOOL, "congress.elected", 5), (SCHOOL, "openness.items.school", 18),
        (SCHOOL, "openness.coverage", 100), (SCHOOL, "bylaws.on_walls", 3), (SCHOOL, "appraisal.rounds.home", 1),
        (BANKNOTE, "congress.proposals", 6), (BANKNOTE, "appraisal.people", 7), (BANKNOTE, "suggestions.five_small", 4),
        (VEHICLE, "meetings.team", 24), (VEHICLE, "openness.coverage", 100), (VEHICLE, "relations.letters_answered", 4),
        (VEHICLE, "relations.problems_answered", 1), (VEHICLE, "suggestions.value", 51000),
        (TOWNSHIP, "members.committees", 5), (TOWNSHIP, "bylaws.on_walls", 4), (TOWNSHIP, "relations.disputes_settled", 2),
        (TOWNSHIP, "relations.opinions_answered", 1),
    ],
)
def test_the_demo_year_tells_of_democracy_too(value, code, key, expected):
    assert value(code, key).value == expected


@pytest.fixture
def told(demo, db):
    """What the demo says of the claims that are no figures of a year, by (piece, how the paper names the thing)."""
    plant, university = Union.objects.get(code=PLANT), Union.objects.get(code=UNIVERSITY)
    number = {each.kind: each.number for each in university.congresses.all()}
    sittings = Sitting.objects.filter(union=plant, on__year=YEAR)
    joint = Sitting.objects.get(union=university, on__year=YEAR)
    school = find("congress.sittings.teachers", branches(Union.objects.get(code=SCHOOL)), school_year(YEAR - 1))
    return {
        (2, "教代会届次"): number[Kind.TEACHERS],
        (2, "会员代表大会次数"): number[Kind.MEMBERS],
        (2, "会议次数"): {chamber.number for chamber in joint.chambers.all()}.pop(),
        (3, "教代会次数"): school.value,
        (5, "每年职代会"): sittings.count(),
        (5, "职代会月份"): sittings.get().on.month,
        (5, "民主评议"): find("appraisal.rounds.cadres", branches(plant), year(YEAR)).value,
    }


def test_a_congress_meets_as_often_as_its_paper_says(told):
    """The second joint sitting of the sixth and seventh; 1 to 2 a school year; once a year in March; judged once a year."""
    assert told == {
        (2, "教代会届次"): 6, (2, "会员代表大会次数"): 7, (2, "会议次数"): 2, (3, "教代会次数"): 1, (5, "每年职代会"): 1,
        (5, "职代会月份"): 3, (5, "民主评议"): 1,
    }


def test_both_chambers_of_the_joint_sitting_have_one_number(demo, db):
    numbers = Sitting.objects.filter(union__code=UNIVERSITY).order_by("on").values_list("chambers__number", flat=True)
    assert list(numbers) == [1, 1, 2, 2]


@pytest.mark.parametrize("code", [TOWNSHIP, VEHICLE, UNIVERSITY, SCHOOL, BANKNOTE, PLANT])
def test_nothing_of_the_demo_year_is_marked_as_written_down_late(demo, db, code):
    """The year is long past; what happened in it counts as written down on its day (site/demo/clock)."""
    union = Union.objects.get(code=code)
    counted = [each for each in all_figures() if isinstance(each, Figure)]
    assert [each.key for each in counted if late_rows(each, union, each.rows(branches(union), year(YEAR)))] == []


@pytest.mark.seed
def test_every_figure_of_the_areas_is_one_we_count(value):
    """Rounded percentages (80 %) and 'over 160' are met by the figure they round."""
    unmet = []
    for claim in _claims():
        if claim["claim_kind"] in COUNTED and claim["value"] is not None:
            said = f"{claim['value']:g}{claim['unit']}"
            where = STATED.get((claim["piece"], said))
            found = where and value(*where).value
            if found is None or round(found, -1 if claim["claim_kind"] == "pct" else None) != claim["value"]:
                unmet.append((claim["piece"], said, claim["what"]))
    assert unmet == []


@pytest.mark.seed
def test_what_the_papers_say_beside_figures_is_told_by_the_demo_too(told):
    """How often, the how manieth, in which month; a claim that is none of these is a slogan."""
    unmet = []
    for claim in _claims():
        if claim["area"] in DEMOCRACY and claim["claim_kind"] not in COUNTED:
            name = claim["what"].split()[-1]
            found = told.get((claim["piece"], name))
            low, _, high = str(claim["value"]).partition("-")
            met = claim["claim_kind"] == SLOGAN or found is not None and int(low) <= found <= int(high or low)
            if not met:
                unmet.append((claim["piece"], claim["what"], claim["value"], found))
    assert unmet == []


def _claims() -> list[dict]:
    """The claims of the papers that our areas answer for."""
    claims = SEED / "claims.jsonl"
    if not claims.exists():
        pytest.skip(f"!!! 没有种子论文（{claims.name}）：没有与原文逐数核对。")
    lines = map(json.loads, claims.read_text(encoding="utf-8").splitlines())
    return [claim for claim in lines if claim["area"] in AREAS]
