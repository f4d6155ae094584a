"""Bob raises a proposal, two delegates second it, Alice's office carries it through to the last opinion."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.actions import proposals_handling as handling
from zhijia.areas.congress.cards.proposals import cards
from zhijia.areas.congress.models import Congress, Delegate, Proposal
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import Stage
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

SINCE, DEADLINE, DAY = date(2021, 2, 15), date(2021, 3, 10), date(2021, 3, 2)
TEXT = {"matter": "关于更换检查台灯具的提案", "kind": "生产经营", "reason": "灯管老化", "measures": "分批更换"}


@pytest.fixture
def congress(mill):
    return Congress.objects.create(union=mill, kind="职工代表大会", number=6, since=date(2020, 1, 1))


def _delegate(congress, person, **more):
    return Delegate.objects.create(congress=congress, person=person, since=date(2020, 1, 1), **more).person


@pytest.fixture
def people(mill, group, congress):
    """Wang, Li and Zhang are delegates, Qian observes, Sun is no delegate."""
    made = [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜", "张伟", "钱列席", "孙职工")]
    for person in made[:3]:
        _delegate(congress, person)
    _delegate(congress, made[3], observer=True)
    return made


@pytest.fixture
def call(alice, mill, congress):
    return actions.call(alice, union=mill, congress=congress, since=SINCE, deadline=DEADLINE, theme="建言献策")


@pytest.fixture
def paper(alice, call, people):
    """A proposal that came in on paper with all its signatures."""
    return actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:3], on=DAY)


@pytest.fixture
def filed(alice, paper):
    return actions.review(alice, paper, result="立案", on=date(2021, 3, 15))


@pytest.fixture
def handed(alice, filed):
    return handling.hand_over(alice, filed, main="设备科", helpers="后勤科", signed_by="周厂长", on=date(2021, 3, 20))


@pytest.fixture
def answered(alice, handed):
    whole = {"measures": "已换灯", "by_on": date(2021, 4, 30), "answered_by": "吴科长"}
    handling.answer(alice, handed, kind="A", **whole, on=date(2021, 4, 10))
    return handed


@pytest.fixture
def now_call(alice, mill, congress):
    today = timezone.localdate()
    return actions.call(alice, union=mill, congress=congress, since=today - timedelta(1), deadline=today + timedelta(19))


@pytest.fixture
def bobs(bob, bob_person, congress, people, now_call):
    """Bob's own proposal, raised on his phone; two delegates are asked."""
    _delegate(congress, bob_person)
    return actions.propose_own(bob, now_call, **TEXT, seconders=people[1:3])


def counted(key, of=2021):
    return find(f"congress.proposals{key}", Union.objects.all(), year(of))


def test_a_call_lasts_as_long_as_the_rules_want(alice, mill, congress):
    with pytest.raises(Refused, match="征集 10 天，应在 15 至 30 天之间"):
        actions.call(alice, union=mill, congress=congress, since=SINCE, deadline=date(2021, 2, 25))
    assert actions.call(alice, union=mill, congress=congress, since=SINCE, deadline=DEADLINE).series == "6-2021"


def test_a_call_is_kept_open_longer_not_shorter(alice, call):
    with pytest.raises(Refused, match="延期要比它晚"):
        actions.extend(alice, call, deadline=date(2021, 3, 1), why="人少")
    assert actions.extend(alice, call, deadline=date(2021, 3, 20), why="人少").deadline == date(2021, 3, 20)


def test_on_paper_everybody_has_signed_and_it_goes_to_review(paper, call):
    assert (paper.stage, paper.code, paper.due_on > call.deadline) == (Stage.SUBMITTED, "6-2021-01", True)
    told = Entry.objects.get(model="congress.Proposal", record=str(paper.pk))
    assert (told.what, told.power) == ("提出提案：关于更换检查台灯具的提案", "congress.edit")


@pytest.mark.parametrize(("proposers", "seconders", "said"), [
    ([0], [0, 1], "提案人不能附议自己的提案"), ([0], [1, 1], "同一个人写了两次"), ([0], [1, 3], "钱列席不是有表决权的代表"),
    ([4], [1, 2], "孙职工不是有表决权的代表"), ([], [1, 2], "请写明提案人"),
])
def test_who_may_not_sign_is_told_why(alice, call, people, proposers, seconders, said):
    picked = {"proposers": [people[n] for n in proposers], "seconders": [people[n] for n in seconders]}
    with pytest.raises(Refused, match=said):
        actions.propose(alice, call, **TEXT, **picked, on=DAY)
    assert not Proposal.objects.exists()


def test_three_may_raise_it_together_and_four_may_not(alice, call, people, congress, mill, group):
    fourth = _delegate(congress, Person.objects.create(house=mill, union=group, name="赵四"))
    with pytest.raises(Refused, match="联名提案人最多 3 人，这件有 4 人"):
        actions.propose(alice, call, **TEXT, proposers=[*people[:3], fourth], on=DAY)
    assert actions.propose(alice, call, **TEXT, proposers=people[:3], on=DAY).stage == Stage.GATHERING


def test_one_seconder_is_not_enough_until_the_second_signs(alice, call, people):
    found = actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:2], on=DAY)
    assert found.stage == Stage.GATHERING
    with pytest.raises(Refused, match="已经在这件提案上了"):
        actions.add_seconders(alice, found, people[1:2], on=DAY)
    assert actions.add_seconders(alice, found, people[2:3], on=DAY).stage == Stage.SUBMITTED


def test_a_delegation_needs_no_seconders(alice, call, people):
    assert actions.propose(alice, call, **TEXT, proposers=[], delegation="细纱代表团", on=DAY).stage == Stage.SUBMITTED


def test_two_matters_are_asked_to_become_two_proposals(alice, call, people):
    two = {**TEXT, "matter": "关于食堂招标与延长营业的提案", "measures": "公开招标；延长营业"}
    with pytest.raises(Refused, match="一事一案"):
        actions.propose(alice, call, **two, proposers=people[:1], seconders=people[1:3], on=DAY)
    assert actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:3], on=DAY).number == 1


def test_what_comes_late_is_kept_but_not_filed(alice, call, people):
    late = actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:3], on=date(2021, 3, 11))
    assert late.stage == Stage.LATE
    with pytest.raises(Refused, match="逾期提案不能立案、并案"):
        actions.review(alice, late, result="立案", on=date(2021, 3, 15))
    with pytest.raises(Refused, match="须书面说明理由"):
        actions.review(alice, late, result="转意见建议", on=date(2021, 3, 15))
    done = actions.review(alice, late, result="转意见建议", on=date(2021, 3, 15), reason="逾期，转设备科参考")
    assert (done.stage, done.result) == (Stage.SUGGESTION, "转意见建议")


def test_what_comes_late_may_wait_for_the_next_call(alice, call, now_call, people):
    late = actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:3], on=date(2021, 3, 11))
    with pytest.raises(Refused, match="还没有截止的征集"):
        actions.carry(alice, late, collection=call)
    new = actions.carry(alice, late, collection=now_call)
    late.refresh_from_db()
    assert (late.stage, new.stage, new.earlier, [s.name for s in new.signers.all()]) == (
        Stage.CARRIED, Stage.SUBMITTED, late, [s.name for s in late.signers.all()],
    )


def test_bobs_seconders_count_when_they_have_signed_themselves(bobs, dan):
    first, other = bobs.signers.filter(part="附议人")
    assert (bobs.stage, first.signed_on) == (Stage.GATHERING, None)
    actions.second(dan, first)
    assert Proposal.objects.get().stage == Stage.GATHERING
    actions.second(dan, other)
    assert Proposal.objects.get().stage == Stage.SUBMITTED
    with pytest.raises(Refused, match="已经签过名了"):
        actions.second(dan, first)


def test_who_declines_makes_room_for_another(bob, bobs, people, dan):
    first, other = bobs.signers.filter(part="附议人")
    actions.decline(dan, first)
    actions.second(dan, other)
    actions.add_seconders(bob, bobs, people[:1], own=True)
    actions.second(dan, bobs.signers.get(name="王芳"))
    assert Proposal.objects.get().stage == Stage.SUBMITTED


def test_bob_is_refused_online_after_the_deadline(bob, bob_person, congress, call, people):
    _delegate(congress, bob_person)
    with pytest.raises(Refused, match="征集已于 2021-03-10 截止，不再受理"):
        actions.propose_own(bob, call, **TEXT, seconders=people[1:3])


def test_bob_sees_his_own_and_what_he_is_asked_to_second(bob, bobs, paper, carol, alice, uma):
    assert list(queries.mine(bob)) == [bobs]
    assert set(queries.visible(alice)) == {bobs, paper}
    assert not queries.visible(carol).exists() and not queries.visible(uma).exists() and not queries.visible(bob).exists()


def test_only_delegates_find_a_call_to_answer(bob, bob_person, congress, now_call, call, dan):
    assert not queries.my_calls(bob, timezone.localdate()).exists()
    _delegate(congress, bob_person)
    assert list(queries.my_calls(bob, timezone.localdate())) == [now_call]
    assert not queries.my_calls(dan, timezone.localdate()).exists()


def test_bob_changes_and_takes_back_until_it_is_reviewed(bob, bobs, alice, dan):
    actions.amend(bob, bobs, own=True, measures="全部更换")
    for signer in bobs.signers.filter(part="附议人"):
        actions.second(dan, signer)
    bobs.refresh_from_db()
    actions.review(alice, bobs, result="立案", on=timezone.localdate())
    with pytest.raises(Refused, match="已立案，不能再改"):
        actions.amend(bob, bobs, own=True, measures="不换了")
    with pytest.raises(Refused, match="不能改为“已撤回”"):
        actions.withdraw(bob, bobs, why="改主意", own=True)
    actions.review_again(alice, bobs, why="重审")
    assert actions.withdraw(bob, bobs, why="改主意", own=True).stage == Stage.WITHDRAWN


def test_refusing_needs_a_written_reason_and_filing_none(alice, paper):
    with pytest.raises(Refused, match="不立案须书面说明理由"):
        actions.review(alice, paper, result="不立案", on=date(2021, 3, 15), reason=" ")
    with pytest.raises(Refused, match="审查日期早于提交日期"):
        actions.review(alice, paper, result="立案", on=date(2021, 3, 1))
    assert actions.review(alice, paper, result="不立案", on=date(2021, 3, 15), reason="超出本单位权限").why == "超出本单位权限"


def test_a_proposal_is_given_back_to_be_completed(alice, paper):
    actions.give_back(alice, paper, why="理由不清")
    with pytest.raises(Refused, match="退回补充，不能改为“已立案”"):
        actions.review(alice, paper, result="立案", on=date(2021, 3, 15))
    assert actions.amend(alice, paper, reason="灯管老化，频闪明显").stage == Stage.SUBMITTED


def test_a_merged_proposal_keeps_its_people_and_can_be_taken_apart(alice, call, people, filed):
    other = actions.propose(
        alice, call, **{**TEXT, "matter": "改善照明"}, proposers=people[1:2], seconders=[people[0], people[2]], on=DAY,
    )
    assert queries.alike(other) == [filed]
    with pytest.raises(Refused, match="请写明并入哪一件"):
        actions.review(alice, other, result="并案", on=date(2021, 3, 15))
    actions.review(alice, other, result="并案", into=filed, on=date(2021, 3, 15))
    assert [s.name for s in queries.signers(filed)] == ["王芳", "李娜", "张伟", "李娜", "王芳", "张伟"]
    with pytest.raises(Refused, match="请先把它们拆开"):
        actions.review_again(alice, filed, why="重审")
    assert actions.review_again(alice, other, why="不是一件事").into is None
    assert [s.name for s in queries.signers(filed)] == ["王芳", "李娜", "张伟"]


def test_proposals_alike_are_offered_to_be_merged(alice, call, people, paper):
    texts = {**TEXT, "matter": "更换检查台灯具"}
    other = actions.propose(alice, call, **texts, proposers=people[1:2], seconders=[people[0], people[2]], on=DAY)
    assert queries.alike(paper) == [other]


def test_handing_over_takes_the_days_of_the_rules(alice, filed):
    with pytest.raises(Refused, match="最长 30 天，这里填了 45 天"):
        handling.hand_over(alice, filed, main="设备科", signed_by="周厂长", on=date(2021, 3, 20), days=45)
    handling.hand_over(alice, filed, main="设备科", signed_by="周厂长", on=date(2021, 3, 20), days=75, complex_=True)
    assert (filed.days, filed.due_on) == (75, date(2021, 6, 3))


def test_only_what_was_filed_is_handed_over(alice, paper):
    with pytest.raises(Refused, match="待审查，不能改为“办理中”"):
        handling.hand_over(alice, paper, main="设备科", signed_by="周厂长", on=date(2021, 3, 20))


@pytest.mark.parametrize(("kind", "told", "said"), [
    ("A", {"measures": "换灯"}, "还缺完成时间"), ("B", {"measures": "分三年", "by_on": date(2023, 1, 1)}, "还缺困难或理由"),
    ("C", {"measures": "不换"}, "还缺困难或理由"),
])
def test_a_reply_states_what_its_kind_must(alice, handed, kind, told, said):
    with pytest.raises(Refused, match=said):
        handling.answer(alice, handed, kind=kind, **told, answered_by="吴科长", on=date(2021, 4, 10))
    whole = {"measures": "换灯", "trouble": "经费不足", "by_on": date(2021, 12, 1)}
    assert handling.answer(alice, handed, kind=kind, **whole, answered_by="吴科长", on=date(2021, 4, 10)).kind == kind


def test_a_reply_is_signed_by_who_is_responsible(alice, handed):
    whole = {"kind": "C", "trouble": "超出权限", "on": date(2021, 4, 10)}
    with pytest.raises(Refused, match="签字的承办负责人"):
        handling.answer(alice, handed, **whole, answered_by=" ")
    assert handling.answer(alice, handed, **whole, answered_by="吴科长").answered_by == "吴科长"


def test_not_satisfied_once_means_handled_once_more_after_a_talk(alice, answered, people):
    wang = answered.signers.get(name="王芳")
    handling.rate(alice, answered, wang, grade="不满意", on=date(2021, 4, 12))
    assert (answered.stage, answered.second_on) == (Stage.SECOND, date(2021, 4, 12))
    again = {"kind": "A", "measures": "换成护眼灯", "by_on": date(2021, 5, 30), "answered_by": "吴科长", "on": date(2021, 4, 20)}
    with pytest.raises(Refused, match="须与提案人当面沟通"):
        handling.answer(alice, answered, **again)
    handling.answer(alice, answered, **again, talked_on=date(2021, 4, 15), talk="到班组面谈")
    handling.rate(alice, answered, wang, grade="不满意", on=date(2021, 4, 22))
    assert answered.stage == Stage.ANSWERED
    assert handling.close(alice, answered, on=date(2021, 4, 25)).stage == Stage.CLOSED


def test_one_opinion_a_reply_and_none_from_outside(alice, call, people, answered):
    wang = answered.signers.get(name="王芳")
    other = actions.propose(alice, call, **TEXT, proposers=people[2:3], seconders=people[:2], on=DAY)
    with pytest.raises(Refused, match="只有提案人和附议人可以评价"):
        handling.rate(alice, answered, other.signers.first(), grade="满意", on=date(2021, 4, 12))
    handling.rate(alice, answered, wang, grade="满意", on=date(2021, 4, 12))
    with pytest.raises(Refused, match="已经评价过了"):
        handling.rate(alice, answered, wang, grade="不满意", on=date(2021, 4, 12))


def test_closing_without_an_opinion_needs_a_reason(alice, answered):
    with pytest.raises(Refused, match="还没有评价"):
        handling.close(alice, answered, on=date(2021, 5, 1))
    assert handling.close(alice, answered, on=date(2021, 5, 1), note="逾期未反馈").closing == "逾期未反馈"


def test_results_are_read_before_they_are_published(alice, bob, answered, call, dan):
    answered.helpers = "后勤科 13900001234"
    answered.save()
    with pytest.raises(Refused, match="不能公开的信息"):
        handling.publish(alice, call, on=date(2021, 5, 1))
    answered.helpers = "后勤科"
    answered.save()
    assert not queries.published(bob).exists()
    handling.publish(alice, call, on=date(2021, 5, 1))
    assert (list(queries.published(bob)), list(queries.published(dan))) == ([answered], [])
    handling.withdraw_publication(alice, call, why="有误")
    assert not queries.published(bob).exists()


def test_outstanding_proposals_and_units_were_part_of_it(alice, call, filed, answered):
    with pytest.raises(Refused, match="食堂没有主办过这次的提案"):
        handling.commend(alice, call, units="食堂")
    assert handling.commend(alice, call, units="设备科").best_units == "设备科"
    assert handling.award(alice, answered, on=date(2021, 5, 1)).awarded_on == date(2021, 5, 1)


def test_an_unanswered_proposal_is_not_outstanding(alice, filed):
    with pytest.raises(Refused, match="答复以后才能评优"):
        handling.award(alice, filed, on=date(2021, 5, 1))


def test_carol_and_lee_carry_nothing_through_at_the_mill(carol, lee, call, paper, people):
    for stranger in (carol, lee):
        with pytest.raises(PermissionDenied):
            actions.propose(stranger, call, **TEXT, proposers=people[:1], seconders=people[1:3], on=DAY)
        with pytest.raises(PermissionDenied):
            actions.review(stranger, paper, result="立案", on=date(2021, 3, 15))


def test_rates_keep_their_two_terms(alice, call, people, answered):
    handling.rate(alice, answered, answered.signers.get(name="王芳"), grade="基本满意", on=date(2021, 4, 12))
    refused = actions.propose(alice, call, **TEXT, proposers=people[1:2], seconders=[people[0], people[2]], on=DAY)
    actions.review(alice, refused, result="不立案", reason="重复", on=date(2021, 3, 15))
    rates = {name: (counted(f".{name}").top, counted(f".{name}").bottom) for name in (
        "filing_rate", "settled_rate", "satisfied_rate", "adopted_rate")}
    assert rates == {"filing_rate": (1, 2), "settled_rate": (1, 1), "satisfied_rate": (1, 1), "adopted_rate": (1, 1)}
    wanted = {"": 2, ".filed": 1, ".refused": 1, ".merged": 0, ".second": 0, ".production": 2, ".safety": 0, ".other": 0}
    assert {key: counted(key).value for key in wanted} == wanted


def test_what_is_answered_next_year_was_not_answered_this_year(alice, handed):
    handling.answer(alice, handed, kind="C", trouble="超出权限", answered_by="吴科长", on=date(2022, 1, 5))
    assert (counted(".answered").value, counted(".filed").value, counted("", 2022).value) == (0, 1, None)


def test_the_desk_tells_what_is_due_and_what_is_overdue(alice, paper, lee):
    told = {card.title: (card.count, card.urgent) for card in cards(alice, timezone.localdate())}
    assert told == {"提案超过期限": (1, True), "提案待审查": (1, False)}
    assert cards(lee, timezone.localdate()) == []
