"""Disputes: Alice's committee mediates, Bob applies, Carol is next door."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.members import actions as members
from zhijia.areas.members.models import Person
from zhijia.areas.relations import queries
from zhijia.areas.relations.actions import cases, mediation
from zhijia.areas.relations.actions.mediation import accept, end, extend, hear, refuse, settle, withdraw
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
DAY = date(2021, 4, 30)
MAY = date(2021, 5, 6)


def applied(actor, union, on=DAY, **more):
    more = {"name": "王芳", **more}
    return mediation.apply(
        actor, union=union, on=on, topic="劳动报酬", claim="拖欠三个月工资", respondent="红旗纺织厂", **more
    )


def accepted(actor, union, on=DAY, **more):
    return accept(actor, applied(actor, union, on, **more), on=on, mediators="甲、乙")


def figure(key, union, of=2021):
    return find(f"relations.{key}", branches(union), year(of)).value


def test_a_dispute_is_settled_with_its_days(alice, mill, bob_person):
    dispute = applied(alice, mill, person=bob_person, name="", oral=True)
    assert (dispute.number, dispute.accept_due_on, dispute.due_on) == ("2021-001", date(2021, 5, 8), date(2021, 5, 15))
    accept(alice, dispute, on=MAY, mediators="甲、乙")
    hear(alice, dispute, kind="调查笔录", on=date(2021, 5, 7), present="鲍小波", words="说明经过")
    hear(alice, dispute, kind="调解笔录", on=date(2021, 5, 10), present="双方", words="各让一步")
    settle(alice, dispute, on=date(2021, 5, 12), agreement="五月底前付清")
    dispute.refresh_from_db()
    assert (dispute.stage, dispute.closed_on, dispute.outcome) == ("达成协议", date(2021, 5, 12), "五月底前付清")
    assert [each.kind for each in queries.mediation.hearings(dispute)] == ["调查笔录", "调解笔录"]


def test_what_was_mediated_on_paper_is_written_down_at_once(alice, mill):
    told = {"union": mill, "on": DAY, "topic": "培训", "claim": "培训费", "respondent": "红旗纺织厂", "name": "王芳"}
    ended = {"accepted_on": MAY, "mediators": "甲", "closed_on": date(2021, 5, 10), "outcome": "各半"}
    stages = [mediation.take_down(alice, **told, **ended, agreed=agreed).stage for agreed in (True, False)]
    assert (stages, mediation.take_down(alice, **told).stage) == (["达成协议", "终止调解"], "已申请")
    with pytest.raises(Refused, match="现在是“已申请”"):
        mediation.take_down(alice, **told, **{**ended, "accepted_on": None})
    assert queries.mediation.visible(alice).count() == 3


def test_the_committee_refuses_with_a_reason_or_accepts(alice, mill):
    dispute = applied(alice, mill)
    with pytest.raises(Refused, match="不受理日期 2021-04-01 早于"):
        refuse(alice, dispute, on=date(2021, 4, 1), why="不属于劳动争议")
    refuse(alice, dispute, on=MAY, why="不属于劳动争议")
    with pytest.raises(Refused, match="这件事已经结束"):
        accept(alice, dispute, on=MAY, mediators="甲")
    twin = applied(alice, mill)
    with pytest.raises(Refused, match="受理日期 2021-04-01 早于"):
        accept(alice, twin, on=date(2021, 4, 1), mediators="甲")
    assert accept(alice, twin, on=MAY, mediators="甲").accepted_on == MAY


def test_nothing_is_heard_or_settled_before_it_is_accepted(alice, mill):
    dispute = applied(alice, mill)
    told = {"kind": "调查笔录", "present": "王芳", "words": "经过"}
    with pytest.raises(Refused, match="请先受理"):
        hear(alice, dispute, on=DAY, **told)
    for close in (lambda: settle(alice, dispute, on=DAY, agreement="好"), lambda: end(alice, dispute, on=DAY, why="谈不拢")):
        with pytest.raises(Refused, match="现在是“已申请”"):
            close()
    accept(alice, dispute, on=MAY, mediators="甲")
    with pytest.raises(Refused, match="调查笔录日期 2021-04-30 早于受理"):
        hear(alice, dispute, on=DAY, **told)
    assert hear(alice, dispute, on=MAY, **told).pk
    with pytest.raises(Refused, match="结案日期 2021-04-30 早于最后一次笔录"):
        end(alice, dispute, on=DAY, why="谈不拢")
    assert end(alice, dispute, on=MAY, why="谈不拢").stage == "终止调解"
    with pytest.raises(Refused, match="不能再添加以后的笔录"):
        hear(alice, dispute, on=date(2021, 6, 1), **told)


def test_time_is_given_by_both_or_not_at_all(alice, mill):
    dispute = applied(alice, mill)
    with pytest.raises(Refused, match="调解中的才能延长"):
        extend(alice, dispute, until=date(2021, 5, 30), both=True)
    accept(alice, dispute, on=MAY, mediators="甲")
    with pytest.raises(Refused, match="双方都同意"):
        extend(alice, dispute, until=date(2021, 5, 30), both=False)
    assert extend(alice, dispute, until=date(2021, 5, 30), both=True).last_on == date(2021, 5, 30)
    assert list(queries.mediation.past_last_day(alice, date(2021, 5, 30))) == []
    assert list(queries.mediation.past_last_day(alice, date(2021, 5, 31))) == [dispute]


def test_an_applicant_may_withdraw_until_it_is_over(alice, mill):
    dispute = withdraw(alice, applied(alice, mill), on=MAY, why="已和解")
    assert (dispute.stage, dispute.closed_on) == ("撤回申请", MAY)
    with pytest.raises(Refused, match="已经结束"):
        withdraw(alice, dispute, on=MAY, why="再撤")


def test_nine_speak_for_themselves_and_ten_may_choose(alice, mill):
    with pytest.raises(Refused, match="10 人以上有共同请求"):
        applied(alice, mill, heads=9, representatives="王芳")
    dispute = applied(alice, mill, heads=10, representatives="王芳、李强")
    assert (dispute.applicant, list(queries.mediation.warnings(alice, dispute))) == ("王芳等10人", [])
    alone = applied(alice, mill, heads=12)
    assert list(queries.mediation.warnings(alice, alone)) == ["12 人有共同请求的，可以推举代表参加调解。"]


def test_an_applicant_is_named(alice, mill, next_door):
    with pytest.raises(Refused, match="或写申请人姓名"):
        applied(alice, mill, name="")
    stranger = Person.objects.create(house=next_door, union=next_door, name="隔壁老王")
    with pytest.raises(Refused, match="不在红旗纺织厂工会的名册上"):
        applied(alice, mill, person=stranger, name="")
    assert applied(alice, mill, name="隔壁老王").applicant == "隔壁老王"


def test_a_mediator_who_sits_in_no_committee_stands_out(alice, mill, bob_person):
    dispute = accepted(alice, mill)
    assert list(queries.mediation.warnings(alice, dispute)) == []  # no committee is written down: nothing to compare with
    term = members.open_term(alice, union=mill, committee="劳动争议调解委员会", since=date(2020, 1, 1), years=5)
    members.seat(alice, term, person=bob_person, title="主任", since=date(2020, 1, 1))
    assert queries.mediation.mediators(alice, mill, DAY) == ["鲍小波"]
    assert list(queries.mediation.warnings(alice, dispute)) == ["调解员 甲、乙 不在劳动争议调解委员会名单上。"]
    mediation.correct(alice, dispute, mediators="鲍小波")
    assert list(queries.mediation.warnings(alice, dispute)) == []


def test_only_the_office_of_the_mill_opens_a_dispute(alice, carol, uma, audrey, tess, lee, dan, bob, nobody, mill):
    dispute = accepted(alice, mill)
    hearing = hear(alice, dispute, kind="调查笔录", on=MAY, present="王芳", words="经过")
    assert (list(queries.mediation.visible(alice)), list(queries.mediation.all_hearings(alice))) == ([dispute], [hearing])
    for other in (carol, uma, audrey, tess, lee, dan, bob, nobody):
        assert list(queries.mediation.visible(other)) == [] == list(queries.mediation.all_hearings(other))
        with pytest.raises(PermissionDenied):
            settle(other, dispute, on=MAY, agreement="好")
        with pytest.raises(PermissionDenied):
            applied(other, mill)
    assert settle(alice, dispute, on=MAY, agreement="好").pk


def test_disputes_are_counted_by_their_own_days(alice, mill):
    first = accepted(alice, mill, date(2021, 12, 20), heads=12, representatives="王芳")
    second, third = accepted(alice, mill, date(2021, 6, 1)), accepted(alice, mill, date(2021, 7, 1))
    refuse(alice, applied(alice, mill, date(2021, 8, 2)), on=date(2021, 8, 3), why="不属于")
    settle(alice, second, on=date(2021, 6, 9), agreement="好")
    end(alice, third, on=date(2021, 7, 12), why="谈不拢")
    settle(alice, first, on=date(2022, 1, 3), agreement="好")
    mistaken = accepted(alice, mill, date(2021, 9, 1))
    cases.void(alice, mistaken, power="relations.handle", on=date(2021, 9, 2), why="登记错了")
    keys = ("disputes", "dispute_turns", "disputes_closed", "disputes_settled", "settled_rate")
    assert [figure(key, mill) for key in keys] == [3, 14, 2, 1, 50]
    assert [figure(key, mill, 2022) for key in keys] == [0, 0, 1, 1, 100]
    assert [figure(key, mill, 2020) for key in keys] == [None] * 5


def test_a_correction_of_the_day_moves_both_clocks(alice, mill):
    dispute = mediation.correct(alice, applied(alice, mill), received_on=date(2021, 3, 1))
    assert (dispute.accept_due_on, dispute.due_on) == (date(2021, 3, 4), date(2021, 3, 16))
