"""A workers' congress of the mill with six delegates of sixty, and a sitting about to open."""

from datetime import date
from types import SimpleNamespace

import pytest

from zhijia.areas.congress.actions import bodies, delegates, signing_in, sittings
from zhijia.areas.congress.actions.delegates import Stood
from zhijia.areas.congress.models import Item
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.areas.members.models import Person

SINCE, NOTICE, DAY = date(2021, 1, 10), date(2021, 3, 1), date(2021, 3, 20)


@pytest.fixture
def staff(mill, group):
    """Twelve at the mill, half of them women."""
    return [
        Person.objects.create(house=mill, union=group, name=f"职工{n:02}", sex="男女"[n % 2], staff_from=SINCE) for n in range(12)
    ]


@pytest.fixture
def congress(alice, mill):
    return bodies.found(alice, union=mill, kind=Kind.WORKERS, since=SINCE, years=5, number=3)


@pytest.fixture
def six(alice, congress, staff):
    """Six delegates with a vote, one of them a manager."""
    groups = [Group.FRONT] * 5 + [Group.LEADER]
    people = [Stood(person, group) for person, group in zip(staff, groups, strict=False)]
    return delegates.seat(alice, congress, people=people, on=SINCE)


@pytest.fixture
def sitting(alice, congress, six):
    made = sittings.plan(alice, congresses=[congress], on=DAY, place="礼堂", chair="艾丽")
    sittings.add_items(alice, made, items=[
        Item(kind=Item.Kind.REPORT, title="厂长工作报告", speaker="厂长"),
        Item(kind=Item.Kind.DECIDE, title="福利费使用方案"), Item(kind=Item.Kind.DECIDE, title="奖金分配办法"),
    ])
    sittings.hand_out(alice, made, on=NOTICE)
    return sittings.give_notice(alice, made, on=NOTICE)


@pytest.fixture
def agenda(sitting):
    report, plan, bonus = sitting.items.all()
    return SimpleNamespace(report=report, plan=plan, bonus=bonus)


@pytest.fixture
def opened(alice, sitting, six):
    """Five of six came."""
    signing_in.sign_in(alice, sitting.chambers.get(), came=six[:5], excused={six[5]: "出差"})
    return signing_in.convene(alice, sitting)


def hands(item, *rows):
    """Counts of hands, a row a chamber in their order."""
    return dict(zip(item.sitting.chambers.values_list("pk", flat=True), rows, strict=True))
