"""Tables of cases: shares, weights, what a result calls for, groups too small to be told."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from zhijia.areas.appraisal import rules
from zhijia.areas.appraisal.rules import Call, Counted, Stage
from zhijia.areas.voting.rules import Count
from zhijia.core.refused import Refused

POINTS = (100, 85, 70, 40)


def group(title, weight, *row, void=0):
    """A group that all came back; `row`: 优秀 称职 基本称职 不称职 弃权."""
    size = sum(row) + void
    return Counted(title, weight, Count(size, size, void, (row,)))


@pytest.mark.parametrize("now,then,may", [
    ("准备中", Stage.OPEN, True), ("准备中", Stage.VOID, True), ("准备中", Stage.RELEASED, False),
    ("测评中", Stage.RELEASED, True), ("测评中", Stage.VOID, True), ("已公布", Stage.OPEN, True),
    ("已公布", Stage.VOID, False), ("已作废", Stage.OPEN, False),
])
def test_what_may_follow_what(now, then, may):
    if may:
        assert rules.step(now, then) == then
    else:
        with pytest.raises(Refused, match=f"{now}，不能改为“{then}”"):
            rules.step(now, then)


def test_notice_is_given_a_week_before():
    assert rules.last_notice(date(2021, 12, 20), 7) == date(2021, 12, 13)


@pytest.mark.parametrize("counts,mean", [
    ((6, 4, 0, 0), Fraction(94)), ((0, 0, 0, 10), Fraction(40)), ((1, 1, 1, 0), Fraction(85)), ((0, 0, 0, 0), None),
])
def test_points_a_vote(counts, mean):
    assert rules.mean(counts, POINTS) == mean


@pytest.mark.parametrize("scores,expected", [
    ([(60, Fraction(90)), (20, Fraction(80)), (20, Fraction(70))], "84.0"),
    ([(60, Fraction(90)), (20, None), (20, Fraction(70))], "85.0"),
    ([(100, Fraction(1885, 20))], "94.3"),
    ([(60, None)], None),
])
def test_groups_weigh_what_they_weigh(scores, expected):
    assert rules.weighted(scores) == (expected and Decimal(expected))


@pytest.mark.parametrize("poor,valid,calls", [
    (19, 60, []), (20, 60, [Call.TALK]), (30, 60, [Call.TALK]), (31, 60, [Call.TALK, Call.REMOVAL]), (0, 0, []),
])
def test_a_third_calls_for_a_talk_and_more_than_half_for_removal(poor, valid, calls):
    assert rules.calls(poor, valid, talk=Fraction(1, 3), removal=Fraction(1, 2)) == calls


def test_the_answer_of_all_groups_together():
    groups = [group("职工代表", 60, 30, 20, 5, 3, 2), group("同级", 40, 2, 3, 0, 0, 0)]
    found = rules.outcome(groups, 0, good=2, points=POINTS)
    assert (found.counts, found.valid) == ((32, 23, 5, 3, 2), 65)
    assert (found.excellent, found.good, found.poor, found.score) == (32, 55, 3, Decimal("89.9"))


def test_void_ballots_are_in_no_share():
    found = rules.outcome([group("会员", 100, 90, 30, 10, 0, void=7)], 0, good=2)
    assert (found.valid, found.good, found.score, rules.share(found.good, found.valid)) == (130, 120, None, Decimal("92.3"))


@pytest.mark.parametrize("sizes,left", [
    ((60, 12, 8), [("领导", 8), ("同级", 12), ("代表", 60)]),
    ((60, 12, 4), [("领导、同级", 16), ("代表", 60)]),
    ((60, 3, 1), [("领导、同级、代表", 64)]),
    ((3, 0, 0), [("同级、领导、代表", 3)]),
    ((4, 3, 2), [("代表、领导、同级", 9)]),
])
def test_a_group_with_too_few_ballots_never_stands_alone(sizes, left):
    groups = [group(title, 20, size, 0, 0, 0, 0) for title, size in zip(("代表", "同级", "领导"), sizes, strict=True)]
    found = rules.pooled(groups, 5)
    assert [(each.title, each.valid) for each in found] == left
    assert sum(each.weight for each in found) == 60


@pytest.mark.parametrize("part,whole,told", [
    (9, 10, "90%及以上"), (89, 100, "75%—90%"), (75, 100, "75%—90%"), (74, 100, "75%以下"), (0, 12, "75%以下"),
])
def test_small_groups_are_told_in_bands(part, whole, told):
    assert rules.band(part, whole, (90, 75)) == told


@pytest.mark.parametrize("returned,entitled,stands", [(94, 141, True), (93, 141, False), (0, 0, False)])
def test_two_thirds_of_the_members_make_a_rating(returned, entitled, stands):
    assert rules.enough_came(returned, entitled, Fraction(2, 3)) is stands


@pytest.mark.parametrize("judged,most", [(10, 2), (11, 2), (4, 1), (15, 3)])
def test_one_in_five_may_be_excellent(judged, most):
    assert rules.most_excellent(judged, 20) == most


@pytest.mark.parametrize("counts,is_so", [((31, 20, 5, 0, 4), True), ((20, 20, 0, 0, 0), False), ((5, 2, 0, 0, 60), True)])
def test_mostly_excellent_is_more_than_any_other_grade(counts, is_so):
    assert rules.mostly_excellent(counts) is is_so


def test_weights_are_a_hundred_together():
    rules.weights_total([60, 20, 20])
    with pytest.raises(Refused, match="合计 80%"):
        rules.weights_total([60, 20])


def test_names_are_read_however_they_are_divided():
    assert rules.names_in("王芳、李娜，张伟 赵六") == ["王芳", "李娜", "张伟", "赵六"]


@pytest.mark.parametrize("part,whole,reached", [(127, 141, True), (126, 141, False), (9, 10, True), (0, 0, False)])
def test_a_share_reaches_ninety_exactly(part, whole, reached):
    assert rules.reaches(part, whole, 90) is reached
