"""Visits: Alice chairs the mill, Bob belongs to it, Carol is next door."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from zhijia.areas.care import actions, queries
from zhijia.areas.care.models import Visit
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

pytestmark = pytest.mark.django_db


def visit(actor, union, **told):
    """A visit with the six fields, anything else as told."""
    plain = {
        "on": date(2021, 3, 5),
        "kind": "生病住院",
        "way": "现金",
        "amount": 500,
        "visitors": "艾丽、李组长",
        "receipt": "已签",
    }
    return actions.record_visit(actor, union=union, **{**plain, **told})


def figure(key, union, of=2021):
    return find(key, branches(union), year(of)).value


def test_a_visit_to_bob_is_written_down_with_six_fields(alice, mill, bob_person):
    found = actions.record_visit(
        alice,
        union=mill,
        person=bob_person,
        on=date(2021, 3, 5),
        kind="生病住院",
        way="现金",
        amount=500,
        visitors="艾丽、李组长",
    )
    found.refresh_from_db()
    assert (found.name, found.group_name, found.heads, found.receipt) == ("鲍小波", "细纱一班", 1, "无")
    assert (found.who, found.home, found.cap) == (f"p:{bob_person.pk}", f"p:{bob_person.pk}", Decimal(1000))
    entry = Entry.objects.get(model="care.Visit", record=str(found.pk))
    assert (entry.actor_name, entry.what, entry.union) == ("艾丽", "记录走访慰问：生病住院", mill)


def test_carol_cannot_write_into_the_books_of_alices_mill(carol, mill, bob_person):
    with pytest.raises(PermissionDenied):
        visit(carol, mill, person=bob_person)
    assert not Visit.objects.exists()


def test_the_auditor_reads_visits_and_writes_none(audrey, alice, mill, bob_person):
    visit(alice, mill, person=bob_person)
    assert queries.visits.visible(audrey).count() == 1
    with pytest.raises(PermissionDenied):
        visit(audrey, mill, person=bob_person)


def test_who_sees_a_visit(alice, mill, bob, bob_person, carol, uma, dan, lee, nobody):
    found = visit(alice, mill, person=bob_person, reason="胃癌手术")
    assert list(queries.visits.visible(alice)) == [found]
    for other in (carol, uma, dan, lee, bob, nobody):
        assert list(queries.visits.visible(other)) == []
    assert list(queries.visits.visits_of(bob, bob_person)) == [found]
    for other in (carol, uma, dan, lee, nobody):
        assert list(queries.visits.visits_of(other, bob_person)) == []


def test_what_ails_bob_stands_neither_in_the_database_nor_in_the_trail(alice, mill, bob_person):
    found = visit(alice, mill, person=bob_person, reason="胃癌手术")
    raw = Visit.objects.filter(pk=found.pk).extra(select={"raw": "reason"}).values_list("raw", flat=True)[0]
    assert "胃癌手术".encode() not in bytes(raw)
    assert "胃癌" not in str(Entry.objects.get(record=str(found.pk), model="care.Visit").changes)
    assert Visit.objects.get(pk=found.pk).reason == "胃癌手术"


def test_people_turns_and_households_are_three_numbers(alice, mill, group, bob_person):
    amy = Person.objects.create(house=mill, union=group, name="安小梅")
    visit(alice, mill, person=bob_person, home_code="H01")
    visit(alice, mill, person=bob_person, on=date(2021, 9, 1), way="实物", amount=300, kind="节日慰问")
    visit(alice, mill, person=amy, home_code="H01")
    visit(alice, mill, name="退休老　周", on=date(2021, 10, 1), kind="退休", way="精神", amount=0, receipt="无")
    visit(alice, mill, group_name="细纱一班", heads=12, kind="夏送清凉", way="实物", amount=1200)
    assert {
        key: figure(f"care.{key}", mill)
        for key in (
            "visited_people",
            "visits",
            "visited_homes",
            "visit_cash",
            "visit_goods",
            "event_visits",
            "no_receipt",
            "over_cap",
            "kind.sick_turns",
            "kind.sick_people",
            "kind.summer_turns",
            "kind.summer_people",
            "hardship_visited",
        )
    } == {
        "visited_people": 3,
        "visits": 16,
        "visited_homes": 2,
        "visit_cash": 1000,
        "visit_goods": 1500,
        "event_visits": 2,
        "no_receipt": 0,
        "over_cap": 0,
        "kind.sick_turns": 2,
        "kind.sick_people": 2,
        "kind.summer_turns": 12,
        "kind.summer_people": 0,
        "hardship_visited": 0,
    }


def test_nothing_recorded_is_not_zero(alice, mill, bob_person):
    assert figure("care.visits", mill) is None
    visit(alice, mill, person=bob_person)
    assert (figure("care.kind.study_turns", mill), figure("care.visits", mill, 2022)) == (0, None)


def test_a_home_code_told_later_holds_for_the_visits_before(alice, mill, bob_person):
    visit(alice, mill, person=bob_person)
    visit(alice, mill, person=bob_person, on=date(2021, 5, 1), home_code="H07")
    visit(alice, mill, person=bob_person, on=date(2021, 6, 1))
    assert set(Visit.objects.values_list("home", flat=True)) == {f"h:{mill.pk}:H07"}


def test_the_same_code_in_two_unions_is_two_households(alice, mill, carol, next_door):
    visit(alice, mill, name="王芳", home_code="H01")
    visit(carol, next_door, name="王芳", home_code="H01")
    county = Union.objects.get(code="county")
    assert (figure("care.visited_people", county), figure("care.visited_homes", county)) == (2, 2)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"way": "精神", "amount": 200}, "精神慰问没有金额"),
        ({"amount": -1}, "金额不能是负数"),
        ({"name": "", "group_name": ""}, "请写被慰问人"),
        ({"on": date(2921, 1, 1)}, "还没有到"),
        ({"kind": "旅游"}, "类别"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(alice, mill, told, why):
    with pytest.raises(Refused, match=why):
        visit(alice, mill, **{"name": "王芳", **told})
    assert not Visit.objects.exists()
    assert visit(alice, mill, name="王芳").pk


def test_a_person_of_another_roll_is_refused(alice, mill, next_door):
    stranger = Person.objects.create(house=next_door, union=next_door, name="隔壁老王")
    with pytest.raises(Refused, match="不在红旗纺织厂工会的名册上"):
        visit(alice, mill, person=stranger)
    assert visit(alice, mill, name="隔壁老王").person is None


def test_too_much_without_a_signature_by_one_visitor_twice_a_year_is_told_and_kept(alice, mill, bob_person):
    visit(alice, mill, person=bob_person)
    found = visit(alice, mill, person=bob_person, on=date(2021, 8, 1), amount=1500, receipt="无", visitors="艾丽")
    told = queries.warnings.visit_warnings(found)
    assert [line.split("：")[0] for line in told] == [
        "超过限额",
        "没有签领",
        "慰问人写了 1 人。规定",
        "同一病种每年一次",
        "补录",
    ]
    assert "1500 元" in told[0] and "限额 1000 元" in told[0] and "出处" in told[0] and "3月5日" in told[3]
    assert (figure("care.over_cap", mill), figure("care.no_receipt", mill)) == (1, 1)


def test_another_illness_is_another_matter(alice, mill, bob_person):
    visit(alice, mill, person=bob_person, reason="骨折")
    found = visit(alice, mill, person=bob_person, on=date(2021, 8, 1), reason="肺炎")
    assert not any("同一病种" in line for line in queries.warnings.visit_warnings(found))


def test_a_word_needs_no_signature(alice, mill, bob_person):
    found = visit(alice, mill, person=bob_person, way="精神", amount=0, receipt="无", on=timezone.localdate())
    assert queries.warnings.visit_warnings(found) == []


def test_a_group_is_measured_by_its_heads(alice, mill):
    fine = visit(alice, mill, group_name="细纱一班", heads=12, kind="夏送清凉", way="实物", amount=2400)
    much = visit(alice, mill, group_name="细纱二班", heads=12, kind="夏送清凉", way="实物", amount=2401)
    period = year(2021)
    assert list(queries.visits.over_cap(branches(mill), period)) == [much]
    assert any("200 元 × 12 人 = 2400 元" in line for line in queries.warnings.visit_warnings(much))
    assert not any("超过限额" in line for line in queries.warnings.visit_warnings(fine))


def test_a_correction_moves_the_figures_and_keeps_the_old_version(alice, mill, bob_person):
    found = visit(alice, mill, person=bob_person)
    actions.correct_visit(alice, found, kind="困难慰问", amount=Decimal(800))
    assert (figure("care.kind.sick_turns", mill), figure("care.kind.hardship_turns", mill)) == (0, 1)
    changes = Entry.objects.filter(model="care.Visit").latest("id").changes
    assert changes["kind"] == ["生病住院", "困难慰问"]


def test_a_voided_visit_stays_and_no_longer_counts(alice, carol, mill, bob_person):
    kept, gone = visit(alice, mill, person=bob_person), visit(alice, mill, name="王芳")
    with pytest.raises(PermissionDenied):
        actions.void_visit(carol, gone, why="记重了")
    actions.void_visit(alice, gone, why="记重了")
    assert (figure("care.visits", mill), Visit.objects.count()) == (1, 2)
    with pytest.raises(Refused, match="作废"):
        actions.correct_visit(alice, gone, amount=1)
    assert actions.correct_visit(alice, kept, amount=1).amount == 1


def test_a_visit_by_name_is_linked_to_the_right_person(alice, mill, bob_person):
    found = visit(alice, mill, name="鲍小波")
    assert found.who == f"n:{mill.pk}:鲍小波"
    actions.link_visit(alice, found, person=bob_person)
    assert (found.who, found.person) == (f"p:{bob_person.pk}", bob_person)
    with pytest.raises(Refused, match="班组"):
        actions.link_visit(alice, visit(alice, mill, group_name="细纱一班", heads=3), person=bob_person)


def test_a_missing_signature_is_given_later(alice, mill, bob_person):
    found = visit(alice, mill, person=bob_person, receipt="无")
    actions.sign_receipt(alice, found, receipt="代签")
    assert figure("care.no_receipt", mill) == 0
