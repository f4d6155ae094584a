"""Meetings: notice, signing in, minutes, resolutions and what became of them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from zhijia.areas.meetings import actions, queries
from zhijia.areas.meetings.area import cards
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.refused import Refused

DAY = date(2021, 3, 12)


@pytest.fixture
def meeting(alice, mill):
    return actions.give_notice(alice, union=mill, title="工委会", on=DAY)


@pytest.fixture
def staff(mill, group):
    return [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜", "张伟")]


def counted(key):
    return find(key, Union.objects.all(), year(2021)).value


def test_the_sign_in_list_counts_who_came(alice, meeting, staff):
    actions.sign_in(alice, meeting, staff[:2])
    actions.sign_in(alice, meeting, staff[2:], coming="请假", reason="出差")
    actions.hold(alice, meeting)
    assert (meeting.expected, meeting.present, counted("meetings.attended")) == (3, 2, 2)


def test_a_notice_is_no_meeting_and_a_meeting_without_numbers_is_not_zero_turns(alice, meeting):
    assert (counted("meetings.held"), counted("meetings.attended")) == (None, None)
    actions.hold(alice, meeting)
    assert (counted("meetings.held"), counted("meetings.attended"), counted("meetings.resolutions")) == (1, None, 0)


def test_more_present_than_expected_is_a_slip_of_the_pen(alice, mill):
    with pytest.raises(Refused, match="实到 9 人多于应到 8 人"):
        actions.record(alice, union=mill, title="座谈会", on=DAY, expected=8, present=9)
    assert actions.record(alice, union=mill, title="座谈会", on=DAY, expected=9, present=9).pk


def test_a_team_writes_down_the_hands_and_half_of_them_decide_nothing(alice, group, staff):
    met = actions.record(alice, union=group, kind="班组民管会", title="三月民管会", on=DAY, expected=10, present=10)
    with pytest.raises(Refused, match="没有超过实到 10 人的一半"):
        actions.resolve(alice, met, text="奖金分配办法", yes=5, no=3, abstain=2)
    with pytest.raises(Refused, match="合计 11 人，多于实到 10 人"):
        actions.resolve(alice, met, text="奖金分配办法", yes=8, no=3, abstain=0)
    assert actions.resolve(alice, met, text="奖金分配办法", yes=6, no=3, abstain=1, posted_on=DAY).yes == 6
    assert (counted("meetings.team"), counted("meetings.life"), counted("meetings.resolutions")) == (1, 0, 1)


def test_the_desk_names_teams_that_have_not_met_this_month_once_team_meetings_are_kept(alice, mill, group):
    assert cards(alice, date(2021, 4, 9)) == []
    actions.record(alice, union=group, kind="班组民管会", title="三月民管会", on=DAY)
    assert [(card.title, card.count) for card in cards(alice, date(2021, 4, 9))] == [("本月还没开民管会的班组", 1)]
    assert cards(alice, date(2021, 3, 20)) == []


def test_resolutions_come_from_meetings_that_took_place(alice, meeting):
    with pytest.raises(Refused, match="还没有登记召开"):
        actions.resolve(alice, meeting, text="添置篮球")
    actions.hold(alice, meeting)
    made = actions.resolve(alice, meeting, text="添置篮球", owner="李娜", due=date(2021, 4, 1))
    assert counted("meetings.resolutions_done") == 0
    with pytest.raises(Refused, match="早于会议日期"):
        actions.carry_out(alice, made, on=date(2021, 3, 1), result="买了")
    actions.carry_out(alice, made, on=date(2021, 3, 30), result="买了")
    assert counted("meetings.resolutions_done") == 1


def test_the_desk_shows_what_is_late_to_alice_and_nothing_to_carol(alice, carol, meeting):
    actions.hold(alice, meeting)
    actions.resolve(alice, meeting, text="添置篮球", due=date(2021, 4, 1))
    assert [(c.title, c.count) for c in cards(alice, date(2021, 4, 2))] == [("决议逾期未落实", 1)]
    assert cards(carol, date(2021, 4, 2)) == [] and cards(alice, date(2021, 4, 1)) == []


def test_carol_writes_no_minutes_for_the_mill(carol, alice, meeting):
    with pytest.raises(PermissionDenied):
        actions.minute(carol, meeting, minutes="散会")
    assert actions.minute(alice, meeting, minutes="散会").minutes == "散会"
    assert not queries.visible(carol).exists()


def test_the_page_shows_minutes_and_prints(alice, meeting, login):
    actions.hold(alice, meeting, expected=9, present=8, minutes="一致同意。")
    client, address = login(alice), reverse("meetings:meeting", args=[meeting.pk])
    assert "一致同意。" in client.get(address).content.decode()
    assert "一致同意。" in client.get(f"{address}?print=1").content.decode()
