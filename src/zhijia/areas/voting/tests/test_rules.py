"""Ballot arithmetic in tables of cases."""

from datetime import date
from fractions import Fraction

import pytest

from zhijia.areas.voting import rules
from zhijia.areas.voting.rules import Count, Stage
from zhijia.core.refused import Refused

HALF, THIRDS = Fraction(1, 2), Fraction(2, 3)
NAMES, CHOICES = ("奖金", "考勤"), (rules.YES_NO, rules.YES_NO)


@pytest.mark.parametrize("entitled,share,needed,least", [
    (60, HALF, 31, 30), (61, HALF, 31, 31), (1, HALF, 1, 1), (60, THIRDS, 41, 40), (61, THIRDS, 41, 41), (7, THIRDS, 5, 5),
])
def test_more_than_a_share_and_at_least_a_share(entitled, share, needed, least):
    assert (rules.needed(entitled, share), rules.least(entitled, share)) == (needed, least)
    assert not rules.passed(needed - 1, entitled, share) and rules.passed(needed, entitled, share)
    assert not rules.quorate(least - 1, entitled, share) and rules.quorate(least, entitled, share)


def test_nobody_entitled_is_no_quorum():
    assert not rules.quorate(0, 0, THIRDS)


def test_the_threshold_in_words():
    assert rules.in_words(60, HALF) == "须超过全体 60 人的 1/2，即至少 31 票"


@pytest.mark.parametrize("now,then", [(Stage.CLOSED, Stage.VOID), (Stage.VOID, Stage.OPEN), (Stage.PREPARED, Stage.CLOSED)])
def test_what_may_not_follow(now, then):
    with pytest.raises(Refused, match=f"这次表决{now}，不能改为“{then}”。"):
        rules.step(now, then)


@pytest.mark.parametrize("count,said", [
    (Count(50, 49, 1, ((40, 8, 0), (20, 20, 8))), []),
    (Count(50, 49, 1, ((40, 8, 1), (20, 20, 8))), ["“奖金”各栏合计 49 张，应等于有效票 48 张。"]),
    (Count(51, 49, 1, ((40, 8, 0), (20, 20, 8))), ["发出 51 张，多于实到 50 人。"]),
    (Count(50, 1, 2, ((0, 0, 0), (0, 0, 0))), [
        "废票 2 张，多于收回 1 张。", "“奖金”各栏合计 0 张，应等于有效票 -1 张。", "“考勤”各栏合计 0 张，应等于有效票 -1 张。"
    ]),
])
def test_what_cannot_be_right_on_a_count_sheet(count, said):
    assert rules.faults(count, entitled=60, present=50, names=NAMES) == said


def test_sheets_differ_by_the_names_of_their_boxes():
    one, other = Count(50, 49, 1, ((40, 8, 0), (20, 20, 8))), Count(50, 48, 0, ((40, 8, 0), (21, 19, 8)))
    assert rules.differences(one, other, NAMES, CHOICES) == ["收回", "废票", "考勤：同意", "考勤：不同意"]


def test_a_count_comes_back_as_it_was_kept():
    kept = {"issued": 3, "returned": 3, "void": 1, "rows": [[2, 0, 0]]}
    assert Count.of(kept) == Count(3, 3, 1, ((2, 0, 0),))


def test_naming_more_than_there_are_seats_spoils_a_ballot_and_fewer_do_not():
    ballots = [[0, 0, 0], [0, 0, 1], [2, 2, 2]]
    assert rules.tallied(ballots, [3, 3, 3], 2) == (1, ((1, 0, 1), (1, 0, 1), (0, 1, 1)))
    assert rules.tallied(ballots, [3, 3, 3], None) == (0, ((2, 0, 1), (2, 0, 1), (1, 1, 1)))


@pytest.mark.parametrize("picks", [[0], [0, 1, 2], [12, 0, 99]])
def test_ballots_of_one_vote_are_equally_long(picks):
    assert rules.unpacked(rules.packed(picks)) == picks
    assert len(rules.packed(picks)) == 2 * len(picks)


@pytest.mark.parametrize("number,shown", [(0, 0), (4, 0), (5, 5), (59, 55), (60, 60)])
def test_a_running_number_moves_in_steps(number, shown):
    assert rules.rounded_down(number, 5) == shown


def test_a_code_is_the_same_however_it_is_typed():
    typed = {rules.fingerprint(code) for code in ("ABCD-EF23", "abcdef23", " abcd ef23 ", "AB-CD—EF23")}
    assert len(typed) == 1 and rules.fingerprint("ABCD-EF24") not in typed
    assert rules.grouped("ABCDEF23") == "ABCD-EF23"


def test_ballots_are_kept_through_the_last_day_of_the_appeal_period():
    assert rules.destroyed_from(date(2025, 3, 20), 90) == date(2025, 6, 19)
