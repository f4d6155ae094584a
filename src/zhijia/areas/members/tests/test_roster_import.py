"""The rosters units really have come in with the truth's counts, go out again without a trace, and never come twice."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from zhijia.areas.members import queries
from zhijia.areas.members.importing import ROSTER
from zhijia.areas.members.models import Person, Spell
from zhijia.core.imports.batches import undo
from zhijia.core.org.models import Kind, Union

DATA = Path(__file__).parents[5] / "tests" / "fixtures" / "data"
TODAY = date(2026, 11, 1)
FILES = (
    "roster_vehicle.xlsx", "roster_vehicle.csv", "roster_township.xlsx", "roster_school.xlsx", "roster_school.xls",
    "roster_banknote.xlsx",
)


def truth(name):
    return json.loads((DATA / "truth" / f"{Path(name).stem}.json").read_text("utf-8"))["counts"]


def bring(actor, union, name, **options):
    verdict = ROSTER.judge(actor, union, DATA / name, name=name, options=options, today=TODAY)
    return verdict, ROSTER.write(actor, union, verdict)


def below(union):
    return Union.objects.filter(path__startswith=union.path)


def dump():
    """Every row of every table an import may touch, but not the books of imports and the trail."""
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t.startswith(("members_", "org_"))]
        return {t: cursor.execute(f'SELECT * FROM "{t}" ORDER BY id').fetchall() for t in tables}


@pytest.mark.parametrize("name", FILES)
def test_a_roster_comes_in_as_it_lies(alice, mill, name):
    expected = truth(name)
    verdict, batch = bring(alice, mill, name)
    staff, members = expected["staff_distinct"], expected["members"]
    rate = round(100 * members / staff, 1)
    assert verdict.totals == {"staff": staff, "members": members, "rate": rate}
    people = staff + expected.get("retired", expected.get("retired_not_counted", 0))
    assert verdict.counts == {"new": people, "same": 0, "changed": 0, "left_out": expected["person_rows"] - people}
    here = below(mill)
    assert (queries.staff(here, TODAY).count(), queries.members(here, TODAY).count()) == (staff, members)
    assert queries.retired(here, TODAY).count() == people - staff
    teams = {g.name: queries.staff(below(g), TODAY).count() for g in here.filter(kind=Kind.GROUP, batch=batch)}
    assert teams == next(expected[k] for k in ("by_team", "by_unit", "by_team_home") if k in expected)
    assert {p.house for p in Person.objects.all()} == {mill}


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing_and_undo_leaves_no_trace(alice, mill, group, name):
    before = dump()
    _, batch = bring(alice, mill, name)
    brought = dump()
    verdict, again = bring(alice, mill, name)
    assert again is None and verdict.counts["new"] == verdict.counts["changed"] == 0
    assert "已于" in verdict.notes[0] and dump() == brought
    undo(alice, batch, power="members.import")
    assert dump() == before
