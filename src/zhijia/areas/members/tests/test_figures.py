"""The numbers of the seed's township: 332 staff, 265 members, 79.8 %; and a year of changes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from zhijia.areas.members.actions import people, spells
from zhijia.areas.members.importing import ROSTER
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year

DATA = Path(__file__).parents[5] / "tests" / "fixtures" / "data"


def values(union, period, *keys):
    unions = Union.objects.filter(path__startswith=union.path)
    return {key: find(f"members.{key}", unions, period).value for key in keys}


@pytest.fixture
def township(alice, mill):
    name = "roster_township.xlsx"
    verdict = ROSTER.judge(alice, mill, DATA / name, name=name, options={}, today=date(2021, 12, 31))
    ROSTER.write(alice, mill, verdict)
    return mill


def test_the_township_counts_as_its_summary_says(township):
    keys = ("staff", "members", "rate", "women", "dispatched", "retired", "groups", "joined", "quit")
    found = values(township, year(2021), *keys)
    assert found == {
        "staff": 332, "members": 265, "rate": Decimal("79.8"), "women": 167, "dispatched": 7, "retired": 18, "groups": 14,
        "joined": found["joined"], "quit": 0,
    }
    assert str(find("members.rate", Union.objects.all(), year(2021))) == "265/332，79.8 %"


def test_a_year_of_changes_is_counted_by_the_day_it_happened(alice, mill, group):
    one, two, three = (people.add(alice, union=group, name=n, member=True, joined="2010") for n in ("甲", "乙", "丙"))
    spells.admit(alice, people.add(alice, union=group, name="丁"), told="2021-05")
    spells.transfer_in(alice, people.add(alice, union=group, name="戊"), on=date(2021, 6, 1), place="县工会")
    spells.quit_union(alice, one, on=date(2021, 7, 1))
    people.retire(alice, two, on=date(2021, 8, 1))
    people.die(alice, three, on=date(2022, 1, 1))
    keys = ("joined", "came", "went", "quit", "expelled", "kept", "died", "members", "staff")
    assert values(mill, year(2021), *keys) == {
        "joined": 1, "came": 1, "went": 0, "quit": 1, "expelled": 0, "kept": 1, "died": 0, "members": 3, "staff": 4,
    }
    assert values(mill, year(2022), *keys) == {
        "joined": 0, "came": 0, "went": 0, "quit": 0, "expelled": 0, "kept": 0, "died": 1, "members": 2, "staff": 3,
    }


def test_where_nothing_is_recorded_nothing_is_counted(mill, next_door):
    keys = ("staff", "members", "rate", "joined", "groups", "committees", "applications")
    assert values(mill, year(2021), *keys) == dict.fromkeys(keys)
