"""Names by term and number, days, quorum, stages."""

from datetime import date
from fractions import Fraction

import pytest

from zhijia.areas.congress.rules import sittings as rules
from zhijia.areas.congress.rules.kinds import Kind, Stage, step
from zhijia.areas.congress.rules.sittings import Place
from zhijia.core.refused import Refused


@pytest.mark.parametrize(("places", "full", "short"), [
    ([Place(Kind.TEACHERS, "六", "二"), Place(Kind.MEMBERS, "七", "二")],
     "第六届教职工代表大会暨第七次会员代表大会第二次会议", "六届二次教代会暨七届二次工代会"),
    ([Place(Kind.WORKERS, "三", "一"), Place(Kind.MEMBERS, "五", "四")],
     "第三届职工代表大会第一次会议暨第五次会员代表大会第四次会议", "三届一次职代会暨五届四次工代会"),
    ([Place(Kind.WORKSHOP, "二", "三")], "第二届车间职工代表大会第三次会议", "二届三次车间职代会"),
])
def test_a_sitting_is_named_by_term_and_number(places, full, short):
    assert (rules.full_title(places), rules.short_title(places)) == (full, short)


@pytest.mark.parametrize(("sent", "short"), [(date(2021, 3, 13), 0), (date(2021, 3, 14), 1), (date(2021, 3, 20), 7)])
def test_papers_are_a_week_early_or_late_by_days(sent, short):
    assert rules.days_short(date(2021, 3, 20), sent, 7) == short


@pytest.mark.parametrize(("entitled", "present", "fine"), [
    (60, 40, True), (60, 39, False), (55, 37, True), (55, 36, False), (0, 0, False),
])
def test_two_thirds_of_all_delegates_make_a_quorum(entitled, present, fine):
    assert (rules.short_of_quorum("职代会", entitled, present, Fraction(2, 3)) == "") is fine


def test_what_is_missing_to_a_quorum_is_said_in_numbers():
    said = rules.short_of_quorum("第三届职工代表大会", 60, 38, Fraction(2, 3))
    assert said == "第三届职工代表大会应到 60 人，实到 38 人，不足 2/3，至少要到 40 人，还差 2 人，不能开会。"


@pytest.mark.parametrize(("rule", "weighty", "secret"), [
    ("无记名投票，逐项表决", False, True), ("无记名投票", False, True), ("选举和重大事项无记名投票", False, False),
    ("选举和重大事项无记名投票", True, True), ("举手表决", True, False),
])
def test_some_places_ask_for_secrecy_always_some_for_weighty_matters_only(rule, weighty, secret):
    assert rules.asks_secret(rule, weighty=weighty) is secret


@pytest.mark.parametrize(("proposers", "short"), [(20, 0), (19, 1), (0, 20)])
def test_a_third_of_the_delegates_propose_an_extraordinary_sitting(proposers, short):
    assert rules.proposers_short(proposers, 60, Fraction(1, 3)) == short


def test_a_sitting_goes_one_way():
    assert step(Stage.PLANNED, Stage.NOTICED) == Stage.NOTICED
    with pytest.raises(Refused, match="筹备中，不能改为“会议中”"):
        step(Stage.PLANNED, Stage.OPEN)
