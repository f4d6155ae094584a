"""Alice handles what the weavers suggest; Tess signs what it was worth; every step has its day and can be taken back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.people import account
from zhijia.areas.suggestions import actions, queries
from zhijia.areas.suggestions.actions import Maker
from zhijia.areas.suggestions.models import Award, Suggestion
from zhijia.areas.suggestions.rules import Formula, Stage
from zhijia.areas.suggestions.tests.conftest import (
    ACCEPTED,
    ADOPTED,
    DONE,
    GRADED,
    POSTED,
    RAISED,
    RECKONED,
    REWARDED,
    SIGNED,
    WORDS,
)
from zhijia.core.figures import find
from zhijia.core.org.actor import actor_of
from zhijia.core.org.models import Post, Role, Union
from zhijia.core.periods import year
from zhijia.core.policy import actions as policy
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry


def counted(key, of=2021):
    return find(f"suggestions.{key}", Union.objects.all(), year(of)).value


def stands(suggestion):
    suggestion.refresh_from_db()
    return suggestion.stage, suggestion.clock_on


def test_a_slip_gets_a_number_a_clock_and_its_place_in_the_trail(raised):
    assert (raised.number, raised.who, *stands(raised)) == ("2021-0001", "王芳", Stage.RAISED, date(2021, 3, 8))
    assert Entry.objects.latest("id").what == "提出合理化建议：改进皮带清扫器"


def test_numbers_go_on_within_the_house_and_year(alice, mill, group, raised, staff):
    other = {**WORDS, "title": "食堂加窗口"}
    second = actions.suggest(alice, union=mill, makers=actions.makers_of(staff[1:2]), raised_on=RAISED, **other)
    next_year = actions.suggest(alice, union=mill, makers=actions.makers_of(staff[1:2]), raised_on=date(2022, 1, 4), **other)
    assert (second.number, next_year.number) == ("2021-0002", "2022-0001")


def test_the_whole_way_with_a_day_for_every_step(alice, tess, graded):
    assert (graded.grade, graded.stage) == (3, Stage.GRADED)
    award = actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    actions.post(alice, [graded], on=POSTED)
    with pytest.raises(Refused, match="公示到 2022-04-26"):
        actions.file_away(alice, graded, on=date(2022, 4, 26))
    actions.file_away(alice, graded, on=date(2022, 4, 27), spread="推广到二厂")
    assert stands(graded) == (Stage.FILED, None)
    assert award.paid == 800
    days = (graded.raised_on, graded.accepted_on, graded.adopted_on, graded.done_on, graded.reckoned_on,
            graded.countersigned_on, graded.graded_on, graded.rewarded_on, graded.posted_on)
    assert days == (RAISED, ACCEPTED, ADOPTED, DONE, RECKONED, SIGNED, GRADED, REWARDED, POSTED)


def test_adopted_counts_by_its_day_whatever_came_after(alice, graded):
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    assert (counted("raised"), counted("adopted"), counted("done"), counted("people"), counted("refused")) == (1, 1, 1, 1, 0)
    assert (counted("adopted", 2022), counted("value"), counted("value", 2022), counted("reward", 2022)) == (0, None, 138600, 800)


def test_rates_keep_their_two_terms_and_never_pass_the_whole(alice, group, adopted, staff):
    late = actions.suggest(
        alice, union=group, makers=actions.makers_of(staff[1:]), raised_on=date(2021, 12, 30), **{**WORDS, "title": "食堂加窗口"}
    )
    actions.adopt(alice, actions.accept(alice, late, on=date(2022, 1, 4)), on=date(2022, 1, 9))
    rate = find("suggestions.adoption_rate", Union.objects.all(), year(2021))
    assert (rate.top, rate.bottom, rate.value) == (1, 2, Decimal("50.0"))
    done = find("suggestions.done_rate", Union.objects.all(), year(2021))
    assert (done.top, done.bottom, done.value) == (0, 1, Decimal("0.0"))


def test_five_small_are_counted_by_kind(alice, group, staff):
    for kind, title in (("小革新", "甲"), ("小革新", "乙"), ("小发明", "丙"), ("合理化建议", "丁")):
        makers = actions.makers_of(staff[:1])
        actions.suggest(alice, union=group, makers=makers, raised_on=RAISED, **{**WORDS, "title": title}, kind=kind)
    assert (counted("raised"), counted("five_small"), counted("five_small.renewal"), counted("five_small.design")) == (4, 3, 2, 0)


def test_a_refusal_needs_its_reason_and_is_told(alice, accepted):
    with pytest.raises(Refused, match="不采纳须书面说明理由"):
        actions.refuse(alice, accepted, on=ADOPTED, reason=" ")
    actions.refuse(alice, accepted, on=ADOPTED, reason="设备明年更新")
    assert (accepted.stage, accepted.reason, counted("refused"), counted("adopted")) == (Stage.REFUSED, "设备明年更新", 1, 0)


def test_steps_are_taken_in_order_and_on_possible_days(alice, raised):
    with pytest.raises(Refused, match="现在是“待受理”，不能办理“已采纳”"):
        actions.adopt(alice, raised, on=ADOPTED)
    with pytest.raises(Refused, match="早于上一步的日期"):
        actions.accept(alice, raised, on=RAISED - timedelta(days=1))
    with pytest.raises(Refused, match="晚于今天"):
        actions.accept(alice, raised, on=timezone.localdate() + timedelta(days=1))
    assert actions.accept(alice, raised, on=RAISED).stage == Stage.ACCEPTED


def test_departments_speak_between_acceptance_and_decision(alice, raised):
    said = {"department": "设备科", "on": ACCEPTED, "by": "赵工", "favours": True, "words": "可行"}
    with pytest.raises(Refused, match="受理之后、决定之前"):
        actions.assess(alice, raised, **said)
    actions.accept(alice, raised, on=ACCEPTED)
    opinion = actions.assess(alice, raised, **said)
    actions.assess(alice, raised, **{**said, "department": "财务科", "favours": False, "words": "要花钱"})
    with pytest.raises(Refused, match="这个部门已经有意见"):
        actions.assess(alice, raised, **said)
    actions.change_opinion(alice, opinion, words="先试一台")
    assert [(o.department, o.favours, o.words) for o in raised.opinions.all()] == [
        ("设备科", True, "先试一台"), ("财务科", False, "要花钱")
    ]


def test_who_reckoned_may_not_sign_and_another_of_finance_may(tess, alice, mill, done):
    both = account("tom", "汤主席兼会计", mill, Role.CHAIR)
    Post.objects.create(holder_id=both.user_id, union=mill, role=Role.TREASURER, since=date(2021, 1, 1))
    own = actor_of(both.user_id, today=date(2022, 1, 1))
    benefit = actions.reckon(own, done, on=RECKONED, formula=Formula.HOURS, given={"hours": 100, "rate": 20})
    with pytest.raises(Refused, match="效益是您自己算的"):
        actions.countersign(own, benefit, on=SIGNED)
    with pytest.raises(PermissionDenied):
        actions.countersign(alice, benefit, on=SIGNED)
    assert counted("value", 2022) is None
    actions.countersign(tess, benefit, on=SIGNED)
    assert counted("value", 2022) == 2000


def test_who_suggested_it_may_not_sign_it(alice, tess, group, staff, done, benefit):
    tess_person = staff[1]
    tess_person.account_id = tess.user_id
    tess_person.save()
    actions.name_authors(alice, done, makers=actions.makers_of(staff[:2]))
    with pytest.raises(Refused, match="您是这件建议的建议人"):
        actions.countersign(tess, benefit, on=SIGNED)


def test_finance_sends_a_sum_back_and_it_is_made_anew(alice, tess, benefit):
    actions.send_back(tess, benefit, on=SIGNED, why="产量按实际")
    suggestion = Suggestion.objects.get()
    assert (suggestion.stage, suggestion.reckoned_on) == (Stage.DONE, None)
    again = actions.reckon(alice, suggestion, on=SIGNED, formula=Formula.HOURS, given={"hours": 10, "rate": 20})
    assert [b.void_why for b in suggestion.benefits.order_by("id")] == ["产量按实际", ""]
    assert actions.countersign(tess, again, on=SIGNED).value == 200


def test_another_way_of_reckoning_needs_its_reason_and_a_loss_is_no_benefit(alice, done):
    with pytest.raises(Refused, match="计算说明"):
        actions.reckon(alice, done, on=RECKONED, formula=Formula.MANUAL, given={"amount": 100})
    with pytest.raises(Refused, match="没有净效益"):
        actions.reckon(alice, done, on=RECKONED, formula=Formula.HOURS, given={"hours": 0, "rate": 20})
    with pytest.raises(Refused, match="还缺：工时单价"):
        actions.reckon(alice, done, on=RECKONED, formula=Formula.HOURS, given={"hours": 1})
    assert stands(done)[0] == Stage.DONE
    made = actions.reckon(alice, done, on=RECKONED, formula=Formula.MANUAL, given={"amount": 100}, note="按合同价差")
    assert (made.value, made.since, made.until) == (100, ADOPTED, date(2022, 3, 19))


def test_a_known_technique_is_graded_one_lower(alice, signed):
    assert actions.grade(alice, signed, on=GRADED, borrowed=True).grade == 4


def test_what_cannot_be_reckoned_is_graded_by_the_panel_with_its_reason(alice, done):
    with pytest.raises(Refused, match="请由评审组定等级"):
        actions.grade(alice, done, on=GRADED)
    with pytest.raises(Refused, match="请写明理由"):
        actions.grade(alice, done, on=GRADED, grade=4)
    assert actions.grade(alice, done, on=GRADED, grade=4, why="消除了卷手隐患").grade == 4


def test_a_reserve_is_graded_before_it_is_done_and_not_high(alice, adopted):
    with pytest.raises(Refused, match="技术储备"):
        actions.grade(alice, adopted, on=GRADED, grade=3, why="难")
    assert actions.grade(alice, adopted, on=GRADED, grade=3, why="难", reserve=True).grade == 5


def test_a_reward_stays_within_its_grade(alice, graded):
    with pytest.raises(Refused, match="3 等奖金 500 元至 1500 元"):
        actions.reward(alice, graded, on=REWARDED, amount=Decimal(1501))
    assert stands(graded)[0] == Stage.GRADED
    assert actions.reward(alice, graded, on=REWARDED, amount=Decimal(1500)).paid == 1500


def test_amounts_follow_the_unions_own_table(alice, mill, graded):
    own = [[1, 1000000, 999999999, 20000, 30000, "奖状"], [2, 500000, 1000000, 5000, 9000, "奖状"],
           [3, 100000, 500000, 3000, 5000, "奖状"], [4, 10000, 100000, 300, 500, "表扬"], [5, 0, 10000, 0, 300, "表扬"]]
    policy.override(alice, mill, "suggestions.grades", own, since=date(2022, 1, 1), source="厂奖励办法")
    assert actions.reward(alice, graded, on=REWARDED, amount=Decimal(5000)).paid == 5000


def test_nothing_is_rewarded_twice_and_an_upgrade_pays_the_difference(alice, graded):
    with pytest.raises(Refused, match="在哪里得的"):
        actions.reward(alice, graded, on=REWARDED, amount=Decimal(800), elsewhere=Decimal(300))
    first = actions.reward(alice, graded, on=REWARDED, amount=Decimal(800), elsewhere=Decimal(300), why="县里五小竞赛")
    with pytest.raises(Refused, match="不降等"):
        actions.upgrade(alice, graded, on=POSTED, grade=4, amount=Decimal(500), why="推广")
    with pytest.raises(Refused, match="须先报上级审批"):
        actions.upgrade(alice, graded, on=POSTED, grade=2, amount=Decimal(2000), why="推广到全局")
    second = actions.upgrade(alice, graded, on=POSTED, grade=2, amount=Decimal(2000), why="推广到全局", approved_on=POSTED)
    assert [(a.before, a.paid) for a in (first, second)] == [(300, 500), (800, 1200)]
    assert (counted("reward", 2022), graded.grade) == (1700, 2)


def test_a_high_grade_waits_for_the_union_above(alice, tess, done):
    benefit = actions.reckon(alice, done, on=RECKONED, formula=Formula.MANUAL, given={"amount": 1200000}, note="合同")
    high = actions.grade(alice, actions.countersign(tess, benefit, on=SIGNED).suggestion, on=GRADED)
    with pytest.raises(Refused, match="1 等须先报上级审批"):
        actions.reward(alice, high, on=REWARDED, amount=Decimal(3000))
    actions.report_up(alice, high, reported_on=GRADED)
    with pytest.raises(Refused, match="须先报上级审批"):
        actions.reward(alice, high, on=REWARDED, amount=Decimal(3000))
    actions.report_up(alice, high, reported_on=GRADED, approved_on=REWARDED)
    assert actions.reward(alice, high, on=REWARDED, amount=Decimal(3000)).paid == 3000


def test_a_third_grade_need_not_be_reported(alice, graded):
    with pytest.raises(Refused, match="须报上级审批的等级"):
        actions.report_up(alice, graded, reported_on=GRADED)


def test_shares_make_up_the_whole(alice, group, staff):
    team = [Maker(staff[0], "王芳", Decimal(60)), Maker(staff[1], "李娜", Decimal(30))]
    with pytest.raises(Refused, match="应是 100%，现在是 90%"):
        actions.suggest(alice, union=group, makers=team, raised_on=RAISED, **WORDS)
    whole = actions.suggest(
        alice, union=group, makers=[*team[:1], Maker(staff[1], "李娜", Decimal(40))], raised_on=RAISED, **WORDS
    )
    assert [(a.name, a.share) for a in queries.authors(whole)] == [("王芳", 60), ("李娜", 40)]
    assert (whole.who, counted("people")) == ("王芳、李娜", 2)


def test_authors_may_be_corrected_until_money_was_paid(alice, graded, staff):
    actions.name_authors(alice, graded, makers=actions.makers_of(staff[:2]))
    assert graded.who == "王芳、李娜"
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    with pytest.raises(Refused, match="奖金已经按原来的比例发了"):
        actions.name_authors(alice, graded, makers=actions.makers_of(staff[1:2]))


@pytest.mark.parametrize("stage", [Stage.REWARDED, Stage.GRADED, Stage.SIGNED, Stage.RECKONED, Stage.DONE, Stage.ADOPTED])
def test_every_step_can_be_taken_back_one_at_a_time(alice, graded, stage):
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    while graded.stage != stage:
        actions.take_back(alice, graded, why="登错了")
    before = {Stage.REWARDED: 800, Stage.GRADED: None}
    assert counted("reward", 2022) == before.get(stage)
    assert counted("value", 2022) == (138600 if stage in (Stage.REWARDED, Stage.GRADED, Stage.SIGNED) else None)
    assert stands(graded)[0] == stage


def test_taking_back_keeps_the_reason_and_stops_at_the_first_step(alice, accepted):
    actions.take_back(alice, accepted, why="受理日期登错")
    assert stands(accepted) == (Stage.RAISED, date(2021, 3, 8))
    assert "受理日期登错" in Entry.objects.latest("id").what
    with pytest.raises(Refused, match="没有可以退回的"):
        actions.take_back(alice, accepted, why="再退")


def test_a_revoked_reward_stays_on_record(alice, graded):
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    actions.take_back(alice, graded, why="冒名，撤销奖励")
    assert list(Award.objects.values_list("paid", "revoke_why")) == [(800, "冒名，撤销奖励")]


def test_bob_raises_corrects_and_withdraws_his_own(bob, bob_person):
    own = actions.suggest_own(bob, person=bob_person, **WORDS)
    assert (own.who, own.union, own.stage) == ("鲍小波", bob_person.union, Stage.RAISED)
    actions.correct(bob, own, own=True, title="改进清扫器")
    assert (own.title, list(queries.mine(bob))) == ("改进清扫器", [own])
    actions.withdraw(bob, own, own=True)
    assert (own.stage, counted("raised", timezone.localdate().year)) == (Stage.WITHDRAWN, None)


def test_bob_may_not_correct_what_was_accepted_and_the_office_may(bob, bob_person, alice):
    own = actions.suggest_own(bob, person=bob_person, **WORDS)
    actions.accept(alice, own, on=timezone.localdate())
    with pytest.raises(Refused, match="已经受理"):
        actions.correct(bob, own, own=True, title="改")
    assert actions.correct(alice, own, title="改进清扫器").title == "改进清扫器"


def test_bob_shares_with_a_colleague_and_keeps_a_part(bob, bob_person, staff):
    with pytest.raises(Refused, match="给自己留一份"):
        actions.suggest_own(bob, person=bob_person, colleagues=[Maker(staff[0], "王芳", Decimal(100))], **WORDS)
    own = actions.suggest_own(bob, person=bob_person, colleagues=[Maker(staff[0], "王芳", Decimal(40))], **WORDS)
    assert [(a.name, a.share) for a in queries.authors(own)] == [("鲍小波", 60), ("王芳", 40)]


def test_carol_touches_nothing_of_the_mill(carol, raised):
    with pytest.raises(PermissionDenied):
        actions.accept(carol, raised, on=ACCEPTED)
    assert not queries.visible(carol).exists() and not queries.open_to(carol).exists()


def test_lee_writes_down_for_his_group_and_decides_nothing(lee, alice, group, staff):
    made = actions.suggest(lee, union=group, makers=actions.makers_of(staff[:1]), raised_on=RAISED, **WORDS)
    actions.correct(lee, made, title="改进清扫器")
    for step in (actions.accept, actions.withdraw):
        with pytest.raises(PermissionDenied):
            step(lee, made, on=ACCEPTED)
    actions.accept(alice, made, on=ACCEPTED)
    with pytest.raises(Refused, match="已经受理"):
        actions.correct(lee, made, title="再改")


def test_what_is_published_is_checked_first(alice, graded):
    actions.correct(alice, graded, title="联系13812345678改进清扫")
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    with pytest.raises(Refused, match="手机号码"):
        actions.post(alice, [graded], on=POSTED)
    actions.correct(alice, graded, title="改进清扫")
    assert actions.post(alice, [graded], on=POSTED)[0].posted_until == date(2022, 4, 26)
