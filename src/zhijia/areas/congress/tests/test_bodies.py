"""Alice founds a congress, districts elect, delegates change."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.congress import queries
from zhijia.areas.congress.actions import bodies, delegates
from zhijia.areas.congress.actions.delegates import Stood
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.areas.members.models import Person
from zhijia.core.org.models import Union
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

SINCE = date(2021, 1, 10)


@pytest.fixture
def district(alice, congress):
    bodies.draw_districts(alice, congress, rows=[("一车间", 9), ("二车间", 3)])
    bodies.share_out(alice, congress, total=4)
    return congress.districts.get(name="一车间")


def test_terms_are_numbered_on_and_the_last_one_ends(alice, mill, congress):
    following = bodies.found(alice, union=mill, kind=Kind.WORKERS, since=date(2026, 1, 10), years=5)
    congress.refresh_from_db()
    assert (str(congress), congress.ended_on) == ("第三届职工代表大会", date(2026, 1, 10))
    assert (str(following), following.short) == ("第四届职工代表大会", "四届职代会")


def test_a_term_is_three_to_five_years(alice, mill):
    with pytest.raises(Refused, match="任期 6 年不合规定。规定：职工代表大会每届"):
        bodies.found(alice, union=mill, kind=Kind.WORKERS, since=SINCE, years=6)
    assert bodies.found(alice, union=mill, kind=Kind.WORKERS, since=SINCE, years=3).ends == date(2024, 1, 10)


def test_districts_get_seats_by_their_staff_and_new_numbers_when_pasted_again(alice, congress, district):
    assert dict(congress.districts.values_list("name", "seats")) == {"一车间": 3, "二车间": 1}
    bodies.draw_districts(alice, congress, rows=[("一车间", 30)])
    assert dict(congress.districts.values_list("name", "staff")) == {"一车间": 30, "二车间": 3}


def test_a_district_elects_those_with_more_than_half_of_all(alice, district, staff):
    votes = [Stood(person, Group.FRONT, n) for person, n in zip(staff, (8, 4, 5), strict=False)]
    won = delegates.elect(alice, district, on=SINCE, present=8, results=votes)
    assert [(each.person.name, each.votes, each.district) for each in won] == [("职工00", 8, district), ("职工02", 5, district)]
    district.refresh_from_db()
    assert (district.present, district.elected_on) == (8, SINCE)
    with pytest.raises(Refused, match="已有选区完成选举"):
        bodies.share_out(alice, district.congress, total=8)


def test_a_district_short_of_two_thirds_elects_nobody_and_with_them_it_does(alice, district, staff):
    stood = [Stood(staff[0], Group.FRONT, 5)]
    with pytest.raises(Refused, match="共 9 人，到会 5 人，不足 2/3（至少 6 人）"):
        delegates.elect(alice, district, on=SINCE, present=5, results=stood)
    assert not district.delegates.exists()
    assert delegates.elect(alice, district, on=SINCE, present=6, results=stood)


def test_half_of_the_district_is_not_enough(alice, congress, staff):
    bodies.draw_districts(alice, congress, rows=[("三车间", 10)])
    district = congress.districts.get()
    bodies.change_district(alice, district, seats=1)
    with pytest.raises(Refused, match="没有人超过选区全体 10 人的半数"):
        delegates.elect(alice, district, on=SINCE, present=10, results=[Stood(staff[0], Group.FRONT, 5)])
    assert len(delegates.elect(alice, district, on=SINCE, present=10, results=[Stood(staff[0], Group.FRONT, 6)])) == 1


def test_nobody_is_a_delegate_twice(alice, congress, six, staff):
    with pytest.raises(Refused, match="职工00、职工01已经是本届代表"):
        delegates.seat(alice, congress, people=[Stood(each) for each in (staff[0], staff[1], staff[8])], on=SINCE)
    assert len(delegates.seat(alice, congress, people=[Stood(staff[8])], on=SINCE)) == 1


def test_another_takes_the_place_and_the_reason_stays_sealed_in_the_trail(alice, congress, six, staff):
    new = delegates.replace(alice, six[0], person=staff[9], on=date(2021, 6, 1), why="调离本厂")
    six[0].refresh_from_db()
    assert (six[0].until, six[0].why, new.since) == (date(2021, 6, 1), "调离本厂", date(2021, 6, 1))
    assert {each.person.name for each in queries.bodies.voters(congress, date(2021, 6, 1))} == {
        "职工01", "职工02", "职工03", "职工04", "职工05", "职工09"}
    assert not any("调离" in str(entry.changes) for entry in Entry.objects.all())
    with pytest.raises(Refused, match="已在 2021-06-01 终止"):
        delegates.end_seat(alice, six[0], on=date(2021, 7, 1), why="再次")


def test_an_assembly_of_all_follows_the_roll(alice, mill, staff):
    assembly = bodies.found(alice, union=mill, kind=Kind.WORKERS_ALL, since=SINCE, years=3)
    assert len(delegates.enrol_all(alice, assembly, on=SINCE)) == 12
    Person.objects.filter(pk=staff[0].pk).update(staff_until=date(2021, 5, 1))
    assert delegates.enrol_all(alice, assembly, on=date(2021, 6, 1)) == []
    assert queries.bodies.voters(assembly, date(2021, 6, 1)).count() == 11
    assert [each.check.fine for each in queries.bodies.composition(assembly, SINCE)] == [True]


def test_a_congress_of_delegates_takes_no_whole_roll(alice, congress):
    with pytest.raises(Refused, match="由代表组成"):
        delegates.enrol_all(alice, congress, on=SINCE)


def test_the_composition_is_checked_with_the_source(congress, six):
    told = {each.check.about: (each.check.fine, each.source) for each in queries.bodies.composition(congress, SINCE)}
    assert {about: fine for about, (fine, _) in told.items()} == {
        "代表人数": False, "中层以上管理人员": True, "一线职工": True, "女职工代表": True}
    assert told["中层以上管理人员"][1].startswith("规定：代表中中层以上管理人员不超过 20 %。出处：")


def test_carol_founds_nothing_at_the_mill_and_sees_nothing_of_it(carol, mill, congress, six):
    with pytest.raises(PermissionDenied):
        bodies.found(carol, union=mill, kind=Kind.MEMBERS, since=SINCE, years=5)
    with pytest.raises(PermissionDenied):
        delegates.end_seat(carol, six[0], on=SINCE, why="无")
    assert not queries.bodies.congresses(carol).exists()
    assert not queries.bodies.delegates(carol).exists()


def test_units_below_stand_as_districts_already(mill, group, staff):
    assert queries.bodies.places(mill, SINCE) == [(group.name, 12)]
    assert Union.objects.filter(parent=mill).count() == 1
