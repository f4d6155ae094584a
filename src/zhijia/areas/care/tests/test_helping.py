"""帮教 and 结对: Alice talks to Bob; Carol is next door."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.care import actions, queries
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db


def watched(actor, union, person, on=date(2021, 1, 4), **more):
    return actions.watch(actor, union=union, person=person, on=on, reason="酗酒误工", helper="李组长", **more)


def figure(key, union, of=2021):
    return find(f"care.{key}", branches(union), year(of)).value


@pytest.fixture
def amy(mill, group):
    return Person.objects.create(house=mill, union=group, name="安小梅")


def test_what_was_done_is_counted_by_what_it_solved(alice, mill, bob_person, amy):
    bob, her = watched(alice, mill, bob_person, home_code="H01"), watched(alice, mill, amy, home_code="H01")
    for month in (1, 2, 3):
        actions.take_step(alice, bob, kind="谈话", on=date(2021, month, 5))
    actions.take_step(alice, bob, kind="协调岗位", on=date(2021, 3, 6), settled=True)
    begun = actions.take_step(alice, her, kind="协调岗位", on=date(2021, 12, 6))
    actions.take_step(alice, bob, kind="化解家庭矛盾", on=date(2021, 4, 6), settled=True)
    actions.take_step(alice, her, kind="孩子就托接送", on=date(2021, 4, 7), settled=True)
    actions.settle_step(alice, begun, on=date(2022, 1, 8))
    actions.release(alice, bob, on=date(2021, 6, 1), outcome="思想稳定")
    keys = ("talks", "jobs_coordinated", "families_helped", "watched", "released")
    assert [figure(key, mill) for key in keys] == [3, 1, 1, 2, 1]
    assert [figure(key, mill, 2022) for key in keys] == [0, 1, 0, 1, 0]
    assert [figure(key, mill, 2020) for key in keys] == [None, None, None, None, None]


def test_only_those_who_help_know_of_it(alice, carol, uma, dan, audrey, bob, nobody, mill, bob_person):
    found = watched(alice, mill, bob_person)
    assert list(queries.helping.watches(alice)) == [found]
    for other in (carol, uma, dan, audrey, bob, nobody):
        assert list(queries.helping.watches(other)) == []
    with pytest.raises(PermissionDenied):
        actions.take_step(carol, found, kind="谈话", on=date(2021, 2, 1))
    assert actions.take_step(alice, found, kind="谈话", on=date(2021, 2, 1)).pk


def test_days_in_the_wrong_order_are_refused(alice, mill, bob_person):
    found = watched(alice, mill, bob_person)
    with pytest.raises(Refused, match="早于列为帮教"):
        actions.take_step(alice, found, kind="谈话", on=date(2020, 12, 1))
    actions.take_step(alice, found, kind="谈话", on=date(2021, 5, 1))
    with pytest.raises(Refused, match="早于最后一次措施"):
        actions.release(alice, found, on=date(2021, 4, 1), outcome="好")
    actions.release(alice, found, on=date(2021, 5, 1), outcome="好")
    with pytest.raises(Refused, match="已在 2021-05-01 解除"):
        actions.release(alice, found, on=date(2021, 6, 1), outcome="好")
    with pytest.raises(Refused, match="不能再添加"):
        actions.take_step(alice, found, kind="谈话", on=date(2021, 6, 1))


def test_one_is_not_watched_twice_at_once(alice, mill, bob_person):
    first = watched(alice, mill, bob_person)
    with pytest.raises(Refused, match="已在帮教中"):
        watched(alice, mill, bob_person)
    actions.release(alice, first, on=date(2021, 5, 1), outcome="好")
    assert watched(alice, mill, bob_person, on=date(2021, 6, 1)).pk


def test_the_list_says_how_often_and_when_last(alice, mill, bob_person, amy):
    found = watched(alice, mill, bob_person)
    watched(alice, mill, amy)
    actions.take_step(alice, found, kind="谈话", on=date(2021, 2, 1))
    actions.take_step(alice, found, kind="家庭走访", on=date(2021, 3, 1))
    told = {row.person.name: (row.talks, row.last_on) for row in queries.helping.watches(alice)}
    assert told == {"鲍小波": (1, date(2021, 3, 1)), "安小梅": (0, None)}


def test_pairs_are_counted_by_household(alice, mill, bob_person, amy):
    actions.pair(alice, union=mill, person=amy, helper=bob_person, on=date(2020, 3, 1), home_code="H09")
    second = actions.pair(alice, union=mill, name="小红", helper_name="艾丽", on=date(2021, 3, 1), home_code="H09")
    third = actions.pair(alice, union=mill, name="小明", helper_name="艾丽", on=date(2021, 4, 1))
    actions.unpair(alice, third, on=date(2021, 9, 1), why="毕业")
    assert [figure("pairs", mill, of) for of in (2019, 2020, 2021, 2022)] == [None, 1, 2, 1]
    with pytest.raises(Refused, match="已在 2021-09-01 解除"):
        actions.unpair(alice, third, on=date(2021, 10, 1), why="毕业")
    assert actions.unpair(alice, second, on=date(2021, 10, 1), why="毕业").ended_why == "毕业"


def test_nobody_helps_himself(alice, mill, bob_person, amy):
    with pytest.raises(Refused, match="不能是同一个人"):
        actions.pair(alice, union=mill, person=bob_person, helper=bob_person, on=date(2021, 1, 1))
    assert actions.pair(alice, union=mill, person=amy, helper=bob_person, on=date(2021, 1, 1)).pk


def test_a_helper_of_six_is_told_of_the_rule(alice, mill):
    for n in range(5):
        pair = actions.pair(alice, union=mill, name=f"学生{n}", helper_name="艾丽", on=date(2021, 1, 1))
    assert queries.warnings.pair_warnings(pair) == []
    pair = actions.pair(alice, union=mill, name="学生6", helper_name="艾丽", on=date(2021, 1, 1))
    assert queries.warnings.pair_warnings(pair)[0].startswith("艾丽 已结对 6 户。规定：一人最多结对帮扶 5 人")


def test_carol_cannot_pair_in_the_mill(carol, mill):
    with pytest.raises(PermissionDenied):
        actions.pair(carol, union=mill, name="小明", helper_name="柯主席", on=date(2021, 1, 1))


def test_people_of_another_roll_are_refused(alice, mill, next_door, bob_person):
    stranger = Person.objects.create(house=next_door, union=next_door, name="隔壁老王")
    with pytest.raises(Refused, match="隔壁老王 不在红旗纺织厂工会的名册上"):
        watched(alice, mill, stranger)
    with pytest.raises(Refused, match="隔壁老王 不在"):
        actions.pair(alice, union=mill, person=bob_person, helper=stranger, on=date(2021, 1, 1))
    assert watched(alice, mill, bob_person).pk
