"""How many delegates, seats for districts, who is elected, whether the composition is right."""

from datetime import date
from fractions import Fraction

import pytest

from zhijia.areas.congress.rules import delegates as rules
from zhijia.areas.congress.rules.delegates import Makeup, Size
from zhijia.areas.congress.rules.kinds import Group
from zhijia.core.org.models import Kind, Union
from zhijia.core.policy import NO_LIMIT, policy
from zhijia.core.refused import Refused

DAY = date(2021, 3, 1)
HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)


def size(region, kind, staff):
    union = Union(code="x", name="某工会", kind=kind, region=region, path="1.")
    return rules.size(policy("congress.delegates", union, DAY).value, staff, unlimited=NO_LIMIT)


@pytest.mark.django_db
@pytest.mark.parametrize(("region", "kind", "staff", "least", "most"), [
    ("上海", Kind.BASIC, 99, 30, None), ("上海", Kind.BASIC, 100, 30, None), ("上海", Kind.BASIC, 101, 35, None),
    ("上海", Kind.BASIC, 332, 45, None), ("上海", Kind.BASIC, 2999, 175, None), ("上海", Kind.BASIC, 3000, 175, None),
    ("上海", Kind.BASIC, 9000, 175, None),
    ("浙江", Kind.BASIC, 99, 30, None), ("浙江", Kind.BASIC, 100, 40, None), ("浙江", Kind.BASIC, 101, 47, None),
    ("浙江", Kind.BASIC, 999, 103, None), ("浙江", Kind.BASIC, 1000, 100, None), ("浙江", Kind.BASIC, 1001, 120, None),
    ("浙江", Kind.BASIC, 4999, 180, None), ("浙江", Kind.BASIC, 5000, 200, None),
    ("河南", Kind.BASIC, 100, 30, None), ("河南", Kind.BASIC, 200, 30, None), ("河南", Kind.BASIC, 201, 31, None),
    ("河南", Kind.BASIC, 1000, 100, None), ("河南", Kind.BASIC, 1001, 101, 500), ("河南", Kind.BASIC, 10000, 300, 500),
    ("河南", Kind.BASIC, 10001, None, 500),
    ("全国", Kind.BASIC, 100, 30, None), ("全国", Kind.BASIC, 332, 30, None), ("全国", Kind.BASIC, 600, 30, None),
    ("全国", Kind.BASIC, 601, 31, None), ("全国", Kind.BASIC, 3000, 150, None),
    ("全国", Kind.SCHOOL, 100, 30, None), ("全国", Kind.SCHOOL, 101, 31, None), ("全国", Kind.SCHOOL, 199, 60, None),
    ("全国", Kind.SCHOOL, 200, 40, None), ("全国", Kind.SCHOOL, 332, 67, None), ("全国", Kind.WORKSHOP, 120, 18, None),
])
def test_the_number_of_delegates_follows_the_place_and_the_kind_of_union(region, kind, staff, least, most):
    found = size(region, kind, staff)
    assert (found.least, found.most) == (least, most)


@pytest.mark.django_db
def test_where_no_row_holds_the_number_nothing_is_said():
    assert size("河南", Kind.BASIC, 99) is None


@pytest.mark.parametrize(("members", "found"), [(99, None), (100, (30, 40)), (1000, (40, 60)), (1001, (60, 90))])
def test_a_members_congress_has_a_table_of_its_own(members, found):
    rows = ((100, 200, 30, 40), (201, 1000, 40, 60), (1001, 5000, 60, 90))
    told = rules.by_members(rows, members)
    assert (told and (told.least, told.most)) == found


@pytest.mark.parametrize(("found", "said"), [
    (Size(30, 40), "不少于 30 人，不多于 40 人"), (Size(30, None), "不少于 30 人"), (Size(None, 500), "不多于 500 人"),
])
def test_a_size_reads_in_words(found, said):
    assert str(found) == said


@pytest.mark.parametrize(("staff", "below", "allowed"), [(99, 100, True), (100, 100, False), (50, 51, True), (51, 51, False)])
def test_all_may_meet_below_a_number(staff, below, allowed):
    assert rules.assembly_allowed(staff, below) is allowed


@pytest.mark.parametrize(("total", "staff", "seats"), [
    (10, [100, 100], [5, 5]), (10, [60, 30, 10], [6, 3, 1]), (45, [120, 112, 100], [16, 15, 14]),
    (7, [50, 30, 20], [4, 2, 1]), (5, [1000, 1, 1], [3, 1, 1]), (3, [10, 10, 10], [1, 1, 1]), (0, [], []), (4, [0, 0], [0, 0]),
])
def test_seats_go_by_staff_to_the_largest_remainders_and_nobody_goes_without(total, staff, seats):
    assert rules.share_out(total, staff) == seats


def test_every_seat_is_given_however_uneven_the_districts():
    for total in range(4, 90):
        assert sum(rules.share_out(total, [1, 7, 93, 406])) == total


def test_fewer_seats_than_districts_cannot_be_shared_out():
    with pytest.raises(Refused, match="名额 2 个，选区 3 个"):
        rules.share_out(2, [10, 10, 10])


@pytest.mark.parametrize(("present", "staff", "short"), [(40, 60, False), (39, 60, True), (67, 100, False), (66, 100, True)])
def test_two_thirds_of_a_district_have_to_come(present, staff, short):
    assert bool(rules.turnout_short(present, staff, TWO_THIRDS)) is short


@pytest.mark.parametrize(("votes", "seats", "elected"), [
    ([31, 30, 29], 3, [0]), ([40, 50, 45], 2, [1, 2]), ([30], 1, []), ([35, 31, 31], 3, [0, 1, 2]),
])
def test_more_than_half_of_all_in_the_district_elect(votes, seats, elected):
    assert rules.winners(votes, staff=60, seats=seats, share=HALF) == elected


def test_equal_votes_at_the_last_seat_are_voted_on_again():
    with pytest.raises(Refused, match="得票相同"):
        rules.winners([40, 35, 35], staff=60, seats=2, share=HALF)


def makeup(front=0, teacher=0, specialist=0, staff_=0, leader=0, women=0, staff=332, women_staff=166):
    groups = {Group.FRONT: front, Group.TEACHER: teacher, Group.SPECIALIST: specialist, Group.STAFF: staff_, Group.LEADER: leader}
    return Makeup(sum(groups.values()), groups, women, staff, women_staff)


@pytest.mark.parametrize(("leaders", "fine"), [(9, True), (10, False)])
def test_managers_are_a_fifth_at_most(leaders, fine):
    assert rules.managers(makeup(front=45 - leaders, leader=leaders), 20).fine is fine


@pytest.mark.parametrize(("front", "fine"), [(23, True), (22, False)])
def test_the_front_line_is_the_main_body(front, fine):
    assert rules.front_line(makeup(front=front, staff_=44 - front), 50, school=False).fine is fine


@pytest.mark.parametrize(("teachers", "fine"), [(27, True), (26, False)])
def test_three_fifths_of_a_schools_delegates_teach(teachers, fine):
    assert rules.teachers(makeup(teacher=teachers, staff_=45 - teachers), 60).fine is fine


@pytest.mark.parametrize(("women", "strict", "fine"), [
    (23, True, True), (22, True, False), (22, False, True), (21, False, True), (20, False, False),
])
def test_women_have_their_share_strictly_or_about(women, strict, fine):
    assert rules.women(makeup(front=45, women=women), strict=strict, gap=5).fine is fine


def test_a_check_says_its_numbers():
    assert rules.managers(makeup(front=36, leader=9), 20).said == "9/45，20.0 %"
    assert rules.numbers(makeup(front=40), Size(45, None)).said == "现有 40 人，应不少于 45 人"
    assert rules.numbers(makeup(front=40), None) is None


@pytest.mark.parametrize(("heads", "front", "fine"), [(5, 3, [True, True]), (6, 2, [False, False]), (4, 2, [True, True])])
def test_a_presidium_has_its_size_and_its_half_of_the_front(heads, front, fine):
    assert [each.fine for each in rules.presidium(heads, front, least_front=50, wanted=Size(3, 5))] == fine
