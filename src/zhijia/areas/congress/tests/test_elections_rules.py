"""Rules of elections: seats and candidates, who is elected, levels at the last seat, order by strokes."""

import pytest

from zhijia.areas.congress.rules import elections as rules
from zhijia.areas.congress.rules.elections import Aim, Body, Kin, Office, Outcome, Stage
from zhijia.areas.congress.rules.strokes import by_strokes, strokes
from zhijia.areas.members.models import Committee
from zhijia.core.refused import Refused

CLEAR = {"member": True, "seated": False, "named": False, "kin": Kin.NONE, "kin_barred": True, "aim": Aim.RENEWAL}


@pytest.mark.parametrize(
    ("seats", "percent", "fewest"), [(7, 5, 8), (20, 5, 21), (21, 5, 23), (9, 10, 10), (10, 10, 11), (3, 0, 3)]
)
def test_the_surplus_is_rounded_up(seats, percent, fewest):
    assert rules.fewest_candidates(seats, percent) == fewest


@pytest.mark.parametrize(
    ("aim", "office", "body", "key"),
    [
        (Aim.RENEWAL, Office.MEMBER, Body.UNION, "election.surplus.committee"),
        (Aim.EXTRA, Office.STANDING, Body.UNION, "election.surplus.standing"),
        (Aim.RENEWAL, Office.CHAIR, Body.UNION, None),
        (Aim.RENEWAL, Office.VICE, Body.UNION, None),
        (Aim.RENEWAL, Office.MEMBER, Body.AUDIT, None),
        (Aim.RENEWAL, Office.MEMBER, Body.WOMEN, None),
        (Aim.RECALL, Office.MEMBER, Body.UNION, None),
    ],
)
def test_as_many_as_seats_will_do_for_chairs_auditors_women_and_recalls(aim, office, body, key):
    assert rules.surplus_key(aim, office, body) == key


@pytest.mark.parametrize(
    ("votes", "seats", "needed", "decided"),
    [
        ({"甲": 50, "乙": 40, "丙": 31}, 3, 31, Outcome(("甲", "乙", "丙"), (), 0)),
        ({"甲": 50, "乙": 40, "丙": 30}, 3, 31, Outcome(("甲", "乙"), (), 1)),
        ({"甲": 50, "乙": 40, "丙": 35}, 2, 31, Outcome(("甲", "乙"), (), 0)),
        ({"甲": 50, "乙": 40, "丙": 40}, 2, 31, Outcome(("甲",), ("乙", "丙"), 1)),
        ({"甲": 40, "乙": 40, "丙": 40}, 2, 31, Outcome((), ("甲", "乙", "丙"), 2)),
        ({"甲": 50, "乙": 40, "丙": 40, "丁": 39}, 3, 31, Outcome(("甲", "乙", "丙"), (), 0)),
        ({"甲": 50, "乙": 40, "丙": 40, "丁": 40, "戊": 31}, 3, 31, Outcome(("甲",), ("乙", "丙", "丁"), 2)),
        ({"甲": 30, "乙": 30}, 1, 31, Outcome((), (), 1)),
        ({"甲": 31, "乙": 20}, 1, 31, Outcome(("甲",), (), 0)),
        ({}, 2, 31, Outcome((), (), 2)),
    ],
)
def test_who_is_elected(votes, seats, needed, decided):
    assert rules.outcome(votes, seats=seats, needed=needed) == decided


def test_a_recall_leaves_no_seat_open_whoever_stays():
    assert rules.recalled({"甲": 31, "乙": 30}, needed=31) == Outcome(("甲",), (), 0)


@pytest.mark.parametrize(
    ("elected", "seats", "fewest", "works"), [(3, 5, 3, True), (2, 5, 3, False), (2, 3, None, True), (2, 4, None, False)]
)
def test_a_committee_works_with_seats_left_open(elected, seats, fewest, works):
    assert rules.workable(elected, seats, fewest) is works


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, []),
        ({"member": False}, ["甲不是在籍会员，没有被选举权（保留会籍的也没有）。"]),
        ({"kin": Kin.SPOUSE}, ["甲与单位主要负责人是近亲属（配偶），不能作为候选人。"]),
        ({"kin": Kin.SPOUSE, "kin_barred": False}, []),
        ({"named": True}, ["甲已经在候选人名单上。"]),
        ({"aim": Aim.RECALL}, ["甲现在不在这个委员会，不能提出罢免。"]),
        ({"aim": Aim.RECALL, "seated": True, "member": False}, []),
    ],
)
def test_who_may_not_stand_is_told_why(told, found):
    assert rules.faults("甲", **{**CLEAR, **told}) == found


def test_an_election_goes_through_two_requests_in_order():
    ways = [(Stage.PLANNED, Stage.ASKED), (Stage.ASKED, Stage.AGREED), (Stage.AGREED, Stage.ELECTED),
            (Stage.ELECTED, Stage.REPORTED), (Stage.REPORTED, Stage.APPROVED)]
    assert [rules.step(now, then) for now, then in ways] == [then for _, then in ways]
    with pytest.raises(Refused, match="请示、批复"):
        rules.step(Stage.PLANNED, Stage.AGREED)


def test_names_are_put_in_the_order_of_their_strokes():
    names = ["郑月", "丁一", "王五", "李四", "方正", "王二", "尹七", "孔八", "毛六", "于九"]
    in_order = ["丁一", "于九", "王二", "王五", "毛六", "方正", "尹七", "孔八", "李四", "郑月"]
    assert sorted(names, key=by_strokes) == in_order
    assert [strokes(character) for character in "丁王邓陈艾范曹☆"] == [2, 4, 4, 7, 5, 8, 11, None]


def test_an_order_by_hand_names_everyone_once():
    assert rules.reordered(["甲", "乙", "丙"], ["丙", "甲", "乙"]) == [1, 2, 0]
    with pytest.raises(Refused, match="还缺：丙"):
        rules.reordered(["甲", "乙", "丙"], ["甲", "乙"])


def test_the_words_of_committees_are_those_of_the_register():
    assert {body.value for body in Body} <= {each.value for each in Committee}
