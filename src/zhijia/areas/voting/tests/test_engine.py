"""Votes from preparing to closing: shares of all entitled, two tellers, slips that lead to nobody."""

from datetime import date

import pytest

from zhijia.areas.voting import actions, queries
from zhijia.areas.voting.models import Ballot, Slip
from zhijia.areas.voting.rules import Count, Kind, Stage
from zhijia.core.refused import Refused
from zhijia.core.trail.models import RowChange

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 20)


def test_three_of_six_are_no_quorum_and_four_are(alice, a_vote):
    vote = a_vote(Kind.HANDS)
    with pytest.raises(Refused, match="至少 4 人"):
        actions.begin(alice, vote, present=3)
    assert actions.begin(alice, vote, present=4).stage == Stage.OPEN


def test_exactly_half_of_all_is_not_carried(alice, a_vote):
    vote = actions.begin(alice, a_vote(Kind.HANDS), present=5)
    actions.record_hands(alice, vote, rows=[(3, 2, 0), (4, 1, 0)], today=DAY)
    assert [(r.yes, r.passed) for r in queries.results(vote)] == [(3, False), (4, True)]


def test_two_tellers_who_differ_block_and_the_boxes_are_named(alice, audrey, a_vote):
    vote = actions.begin(alice, a_vote(Kind.PAPER), present=6)
    actions.key_count(alice, vote, count=Count(6, 6, 0, ((4, 2, 0), (5, 1, 0))), today=DAY)
    actions.key_count(audrey, vote, count=Count(6, 6, 0, ((4, 2, 0), (4, 2, 0))), today=DAY)
    assert (vote.stage, queries.disagreement(vote)) == (Stage.OPEN, ["考勤办法：同意", "考勤办法：不同意"])
    actions.key_count(audrey, vote, count=Count(6, 6, 0, ((4, 2, 0), (5, 1, 0))), today=DAY)
    assert (vote.stage, [r.counts for r in queries.results(vote)]) == (Stage.CLOSED, [(4, 2, 0), (5, 1, 0)])


def test_more_back_than_out_is_void_once_two_tellers_say_so(alice, audrey, a_vote):
    vote, overfull = actions.begin(alice, a_vote(Kind.PAPER), present=6), Count(5, 6, 0, ((4, 2, 0), (5, 1, 0)))
    actions.key_count(alice, vote, count=overfull, today=DAY)
    assert vote.stage == Stage.OPEN  # the slip of one teller's pen ends nothing
    actions.key_count(audrey, vote, count=overfull, today=DAY)
    assert (vote.stage, vote.why, queries.results(vote)) == (
        Stage.VOID, "收回 6 张，多于发出 5 张，按规定这次投票无效，须重新投票。", []
    )


def test_a_slip_votes_once_and_nothing_tells_whose(alice, a_vote):
    vote = a_vote(Kind.SLIPS)
    codes = actions.issue_slips(alice, vote, number=6)
    actions.begin(alice, vote, present=6)
    for code in codes[:5]:
        actions.cast(code.lower(), [0, 1])
    with pytest.raises(Refused, match="已经投过票"):
        actions.cast(codes[0], [0, 0])
    with pytest.raises(Refused, match="没有这个票号"):
        actions.cast("AAAA-AAAA-AAAA-AAAA-AAAA", [0, 0])
    assert queries.results(vote) == []
    actions.close(alice, vote, issued=6, today=DAY)
    assert [r.counts for r in queries.results(vote)] == [(5, 0, 0), (0, 5, 0)]
    assert (vote.issued, vote.returned, Slip.objects.filter(used=True).count(), Ballot.objects.count()) == (6, 5, 5, 5)
    assert not RowChange.objects.filter(table__in=(Slip._meta.db_table, Ballot._meta.db_table)).exists()
