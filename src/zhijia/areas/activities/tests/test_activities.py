"""Alice plans and holds activities; what was only counted stays apart from who came by name."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from zhijia.areas.activities import actions, queries
from zhijia.areas.activities.models import Category, Part
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.refused import Refused

DAY = date(2021, 4, 17)


@pytest.fixture
def staff(mill, group):
    return [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜", "张伟")]


@pytest.fixture
def climb(alice, mill):
    return actions.plan(alice, union=mill, title="春季登山", category=Category.CLIMB, on=DAY, limit=2)


def counted(key, of=2021):
    return find(key, Union.objects.all(), year(of)).value


def test_turns_are_names_and_heads_together_and_people_only_names(alice, climb, staff):
    actions.sign_up(alice, climb, staff[:2])
    actions.hold(alice, climb, came=staff[:2], unnamed=30)
    assert (counted("activities.turns"), counted("activities.people"), counted("activities.events")) == (32, 2, 1)
    assert (counted("activities.turns.climb"), counted("activities.turns.song")) == (32, 0)


def test_the_same_person_twice_is_one_person_and_two_turns(alice, mill, climb, staff):
    again = actions.plan(alice, union=mill, title="秋季登山", category=Category.CLIMB, on=date(2021, 10, 9))
    for each in (climb, again):
        actions.hold(alice, each, came=staff[:1])
    assert (counted("activities.turns"), counted("activities.people")) == (2, 1)


def test_a_plan_is_no_activity_yet_and_another_year_is_not_this_one(alice, climb):
    assert counted("activities.events") is None
    actions.hold(alice, climb, came=[], unnamed=9)
    assert (counted("activities.events"), counted("activities.events", of=2022)) == (1, None)


def test_the_list_is_full(alice, climb, staff):
    actions.sign_up(alice, climb, staff[:1])
    with pytest.raises(Refused, match="还剩 1 个，这次有 2 人"):
        actions.sign_up(alice, climb, staff[1:])
    assert [e.person.name for e in actions.sign_up(alice, climb, staff[1:2])] == ["李娜"]


def test_who_withdrew_makes_room_and_may_come_back(alice, climb, staff):
    entry, _ = actions.sign_up(alice, climb, staff[:2])
    actions.withdraw(alice, entry)
    actions.sign_up(alice, climb, staff[2:])
    entry.refresh_from_db()
    assert entry.state == Part.WITHDREW
    with pytest.raises(Refused, match="还剩 0 个"):
        actions.sign_up(alice, climb, staff[:1])


def test_who_signed_up_and_did_not_come_is_absent(alice, climb, staff):
    actions.sign_up(alice, climb, staff[:2])
    actions.hold(alice, climb, came=staff[:1])
    assert {e.person.name: e.state for e in climb.entries.all()} == {"王芳": Part.CAME, "李娜": Part.ABSENT}


def test_a_held_activity_is_not_called_off_and_a_planned_one_is(alice, climb, mill):
    actions.hold(alice, climb, came=[], unnamed=5)
    with pytest.raises(Refused, match="不能取消"):
        actions.cancel(alice, climb, why="下雨")
    other = actions.plan(alice, union=mill, title="郊游", on=DAY)
    assert actions.cancel(alice, other, why="下雨").cancelled


def test_a_prize_needs_having_been_there(alice, climb, staff):
    entry, absent = actions.sign_up(alice, climb, staff[:2])
    actions.hold(alice, climb, came=staff[:1])
    entry.refresh_from_db()
    absent.refresh_from_db()
    with pytest.raises(Refused, match="没有参加记录"):
        actions.award(alice, absent, result="第一名")
    assert actions.award(alice, entry, result="第一名", prize=50).result == "第一名"


def test_what_is_out_cannot_be_lent_again(alice, mill, staff):
    balls = actions.buy(alice, union=mill, name="篮球", quantity=2, bought_on=DAY)
    loan = actions.lend(alice, balls, person=staff[0], on=DAY, quantity=2)
    with pytest.raises(Refused, match="现有 0 件可借"):
        actions.lend(alice, balls, person=staff[1], on=DAY)
    actions.give_back(alice, loan, on=date(2021, 4, 18))
    assert actions.lend(alice, balls, person=staff[1], on=date(2021, 4, 18)).pk


def test_carol_holds_nothing_of_the_mill(carol, climb):
    with pytest.raises(PermissionDenied):
        actions.hold(carol, climb, came=[], unnamed=5)
    assert not queries.visible(carol).exists()


def test_pages_ask_as_often_for_three_as_for_one(alice, mill, login, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = login(alice), []
    for n in (1, 2, 3):
        actions.record(alice, union=mill, title=f"第{n}次登山", on=DAY, unnamed=n)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("activities:activities")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 3


def test_the_journey_of_a_sign_up_list(alice, mill, login, staff):
    client = login(alice)
    planned = {"union": mill.pk, "title": "乒乓球赛", "category": "球类", "on": "2021-05-01"}
    made = client.post(reverse("activities:plan"), planned)
    activity = queries.visible(alice).get()
    assert made.url == reverse("activities:activity", args=[activity.pk])
    asked = client.post(reverse("activities:sign_up", args=[activity.pk]), {"people": "王芳、赵六"})
    assert "名册里没有“赵六”" in asked.content.decode() and "王芳、赵六" in asked.content.decode()
    client.post(reverse("activities:sign_up", args=[activity.pk]), {"people": "王芳\n李娜"})
    client.post(reverse("activities:hold", args=[activity.pk]), {"came": [staff[0].pk], "unnamed": "8"})
    activity.refresh_from_db()
    assert (activity.held, activity.heads) == (True, 9)
