"""Rules of letters, disputes, supervision and contracts: tables of cases, no database."""

from datetime import date
from fractions import Fraction

import pytest

from zhijia.areas.relations.rules import contracts, letters, mediation, steps, supervision
from zhijia.areas.relations.rules.contracts import Seat, Shares, Side
from zhijia.core.refused import Refused

DUE = date(2021, 3, 10)


@pytest.mark.parametrize(
    "due, done, today, said",
    [
        (DUE, None, date(2021, 3, 7), "还有 3 天"),
        (DUE, None, DUE, "还有 0 天"),
        (DUE, None, date(2021, 3, 12), "逾期 2 天"),
        (DUE, DUE, date(2021, 5, 1), "按期"),
        (DUE, date(2021, 3, 11), date(2021, 5, 1), "迟 1 天"),
        (None, None, DUE, ""),
    ],
)
def test_a_clock_says_what_is_left_and_how_it_ended(due, done, today, said):
    assert steps.clock(due, done, today) == said


@pytest.mark.parametrize(
    "text, names",
    [("张三、李四", ["张三", "李四"]), ("张三，李四 王五", ["张三", "李四", "王五"]), ("张三、张三", ["张三"]), ("", [])],
)
def test_names_are_told_from_a_line(text, names):
    assert steps.named(text) == names


def pairs(nexts, stages):
    """Every pair of stages, with whether the second may follow the first."""
    return [(nexts, now, then, then in nexts.get(now, ())) for now in stages for then in stages]


@pytest.mark.parametrize(
    "nexts, now, then, allowed",
    [
        *pairs(letters.NEXT, letters.Stage), *pairs(mediation.NEXT, mediation.Stage),
        *pairs(supervision.NEXT, supervision.Stage), *pairs(contracts.NEXT, contracts.Stage),
    ],
)
def test_no_step_follows_that_is_not_written(nexts, now, then, allowed):
    if allowed:
        assert steps.step(nexts, now, then) == then
    else:
        with pytest.raises(Refused, match=f"现在是“{now}”，不能改为“{then}”"):
            steps.step(nexts, now, then)


def test_the_ways_are_these():
    """The tables themselves, read once by a person."""
    assert letters.NEXT["已登记"] == ("已转办", "已答复") and letters.NEXT["已回访"] == ("重新办理",)
    assert mediation.NEXT["调解中"] == ("达成协议", "终止调解", "撤回申请") and "不受理" not in mediation.NEXT
    assert supervision.NEXT["已发意见书"] == ("已答复", "已提请政府处理")
    assert contracts.NEXT["协商中"] == ("草案已通过",) and contracts.NEXT["有异议"] == ("草案已通过",)


def test_a_letter_is_taken_up_again_once():
    assert letters.open_again(False) is None
    with pytest.raises(Refused, match="已经重新办理过一次"):
        letters.open_again(True)


@pytest.mark.parametrize("heads, chosen, refused", [(1, 0, ""), (9, 1, "10 人以上"), (10, 2, ""), (12, 13, "代表比申请的人还多")])
def test_ten_of_one_claim_may_choose_representatives(heads, chosen, refused):
    if not refused:
        assert mediation.represented(heads, chosen, 10) is None
        return
    with pytest.raises(Refused, match=refused):
        mediation.represented(heads, chosen, 10)


def test_only_both_sides_can_give_more_time():
    assert mediation.extended(DUE, date(2021, 3, 20), both=True) == date(2021, 3, 20)
    with pytest.raises(Refused, match="双方都同意"):
        mediation.extended(DUE, date(2021, 3, 20), both=False)
    with pytest.raises(Refused, match="不晚于原期限"):
        mediation.extended(DUE, DUE, both=True)


def test_days_taken_run_from_receipt():
    assert mediation.days_taken(date(2021, 3, 1), DUE) == 9
    assert mediation.days_taken(date(2021, 3, 1), None) is None


def test_two_inspectors_go_together():
    assert supervision.enough(["甲", "乙"], 2) is None
    with pytest.raises(Refused, match="2 名以上监督员，现在写了 1 名"):
        supervision.enough(["甲"], 2)


@pytest.mark.parametrize(
    "answered, corrected, on, refused",
    [
        (None, False, DUE, "过了期限没有答复才"),
        (None, False, date(2021, 3, 11), ""),
        (DUE, False, DUE, ""),
        (DUE, True, date(2021, 4, 1), "不必提请政府处理"),
    ],
)
def test_the_government_is_asked_when_nothing_else_helped(answered, corrected, on, refused):
    if not refused:
        assert supervision.may_propose(DUE, answered, corrected, on) is None
        return
    with pytest.raises(Refused, match=refused):
        supervision.may_propose(DUE, answered, corrected, on)


SHARES = Shares(3, Fraction(1, 3), Fraction(1, 3))
W, C = Side.WORKERS, Side.COMPANY
COMPANY = [Seat(C)] * 3


@pytest.mark.parametrize(
    "workers, company, wages, women, said",
    [
        ([Seat(W)] * 3, COMPANY, False, False, []),
        ([Seat(W)] * 4, COMPANY, False, False, ["双方代表人数要对等：职工方 4 人，企业方 3 人。"]),
        ([Seat(W)] * 2, [Seat(C)] * 2, False, False,
         ["职工方代表不少于 3 人，现有 2 人。", "企业方代表不少于 3 人，现有 2 人。"]),
        ([Seat(W)] * 3, COMPANY, True, False, ["工资协商的职工方代表中一线职工不少于 1/3，现在 3 人中有 0 人。"]),
        ([Seat(W, frontline=True), *[Seat(W)] * 2], COMPANY, True, False, []),
        ([Seat(W, frontline=True), *[Seat(W)] * 3], [Seat(C)] * 4, True, False,
         ["工资协商的职工方代表中一线职工不少于 1/3，现在 4 人中有 1 人。"]),
        ([Seat(W, external=True), *[Seat(W)] * 2], COMPANY, False, False, []),
        ([Seat(W, external=True)] * 2 + [Seat(W)], COMPANY, False, False, ["职工方外聘代表不超过 1/3，现在 3 人中有 2 人。"]),
        ([Seat(W)] * 3, COMPANY, False, True, ["有女职工委员会的，职工方代表要有女职工。"]),
        ([Seat(W, woman=True), *[Seat(W)] * 2], COMPANY, False, True, []),
        ([Seat(W)] * 3, [Seat(C, of_other_side=True), *[Seat(C)] * 2], False, False,
         ["工会工作人员不能当企业方代表，企业方的人不能当职工方代表。"]),
    ],
)
def test_what_is_wrong_at_the_table(workers, company, wages, women, said):
    assert contracts.table_problems([*workers, *company], SHARES, wages=wages, women=women) == said


@pytest.mark.parametrize("votes, of, passed", [(50, 100, False), (51, 100, True), (0, 0, False), (151, 301, True)])
def test_a_draft_needs_more_than_half_of_all(votes, of, passed):
    assert contracts.passed(votes, of, Fraction(1, 2)) is passed


def test_nobody_votes_who_is_not_entitled():
    assert contracts.votes_fit(100, 100) is None
    with pytest.raises(Refused, match="比应到 100 人还多"):
        contracts.votes_fit(101, 100)


@pytest.mark.parametrize("years, fits", [(0, False), (1, True), (3, True), (4, False)])
def test_a_contract_runs_one_to_three_years(years, fits):
    if fits:
        assert contracts.term_fits(years, 1, 3) is None
        return
    with pytest.raises(Refused, match="期限应为 1 至 3 年"):
        contracts.term_fits(years, 1, 3)


def test_the_last_day_is_the_day_before():
    assert contracts.last_day(date(2021, 3, 1), 1) == date(2022, 2, 28)
    assert contracts.last_day(date(2020, 2, 29), 3) == date(2023, 2, 28)


@pytest.mark.parametrize(
    "today, months",
    [
        (date(2021, 6, 30), None), (date(2021, 7, 1), 6), (date(2021, 9, 30), 6), (date(2021, 10, 1), 3),
        (date(2021, 12, 1), 1), (date(2021, 12, 31), 1), (date(2022, 1, 1), None),
    ],
)
def test_alarms_go_off_six_three_and_one_month_before_the_end(today, months):
    assert contracts.alarm(date(2021, 12, 31), today, (6, 3, 1)) == months


@pytest.mark.parametrize(
    "stage, today, said",
    [
        ("已报送", date(2021, 3, 9), "已报送"), ("已报送", DUE, "生效中"), ("已报送", date(2022, 3, 9), "生效中"),
        ("已报送", date(2022, 3, 10), "已到期"), ("已终止", DUE, "已终止"),
    ],
)
def test_a_contract_takes_effect_and_expires_by_its_days(stage, today, said):
    assert contracts.standing(stage, DUE, date(2022, 3, 9), today) == said
    assert contracts.standing("协商中", None, None, today) == "协商中"
