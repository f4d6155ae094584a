"""Donations and dues: Tess keeps the money of the mill, Alice chairs it, Bob belongs, Carol is next door."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from zhijia.areas.finance import actions, queries, rules
from zhijia.areas.finance.models import Donation, DonationUse, DuesMonth
from zhijia.areas.members.models import Person, Spell
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

APRIL = date(2021, 4, 15)


def drive_of(actor, union, **more):
    told = {"title": "捐资助学", "purpose": "危房改造", "opened_on": date(2021, 4, 10), **more}
    return actions.open_drive(actor, union=union, **told)


def figure(key, union, of=2021):
    return find(f"finance.{key}", branches(union), year(of)).value


@pytest.fixture
def amy(mill, group):
    person = Person.objects.create(house=mill, union=group, name="安小梅")
    Spell.objects.create(person=person)
    return person


@pytest.mark.parametrize(
    ("wage", "base", "due"),
    [
        ("3456", "3450", "17.25"),
        ("3450", "3450", "17.25"),
        ("3459.99", "3450", "17.25"),
        ("9.99", "0", "0.00"),
        ("0", "0", "0.00"),
        ("1234567.8", "1234560", "6172.80"),
        ("3010", "3010", "15.05"),
    ],
)
def test_dues_follow_the_formula(wage, base, due):
    found = rules.dues_base(Decimal(wage), Decimal(10))
    assert (found, rules.dues_due(found, Decimal("0.5"), 2)) == (Decimal(base), Decimal(due))


@given(st.decimals(0, 99999, places=2))
def test_the_base_is_never_above_the_wage_nor_ten_below(wage):
    base = rules.dues_base(wage, Decimal(10))
    assert base <= wage < base + 10 and base % 10 == 0


@pytest.mark.django_db
def test_a_drive_raises_spends_and_counts_its_givers_once(tess, mill, bob_person, amy):
    drive = drive_of(tess, mill)
    for person, amount in ((bob_person, 1000), (bob_person, 500), (amy, 2000)):
        actions.donate(tess, drive, person=person, amount=Decimal(amount), on=APRIL)
    actions.donate(tess, drive, name="退休 老周", amount=Decimal(300), on=APRIL)
    actions.donate(tess, drive, amount=Decimal(200), on=APRIL)
    actions.use(tess, drive, what="添置课桌", amount=Decimal(2500), on=date(2022, 1, 20))
    assert [figure(k, mill) for k in ("donated", "donors", "donation_used", "donation_drives")] == [4000, 3, 0, 1]
    assert [figure(k, mill, 2022) for k in ("donated", "donation_used")] == [None, 2500]
    told = queries.drives(tess).get()
    assert (told.raised, told.used, told.left, told.givers) == (4000, 2500, 1500, 3)


@pytest.mark.django_db
def test_more_than_was_given_cannot_be_spent(tess, mill):
    drive = drive_of(tess, mill)
    actions.donate(tess, drive, name="老周", amount=Decimal(4000), on=APRIL)
    actions.use(tess, drive, what="危房改造", amount=Decimal(2500), on=date(2021, 6, 1))
    with pytest.raises(Refused, match="共捐 4000 元，已用 2500 元，只剩 1500 元，不够用 1500.01 元"):
        actions.use(tess, drive, what="围墙", amount=Decimal("1500.01"), on=date(2021, 6, 2))
    assert DonationUse.objects.count() == 1
    actions.use(tess, drive, what="围墙", amount=Decimal(1500), on=date(2021, 6, 2))
    assert figure("donation_used", mill) == 4000


@pytest.mark.django_db
def test_gifts_outside_the_days_of_a_drive_are_refused(tess, mill):
    drive = drive_of(tess, mill)
    with pytest.raises(Refused, match="不在其中"):
        actions.donate(tess, drive, name="老周", amount=Decimal(1), on=date(2021, 4, 9))
    actions.donate(tess, drive, name="老周", amount=Decimal(1), on=date(2021, 5, 1))
    with pytest.raises(Refused, match="还收到过捐款"):
        actions.close_drive(tess, drive, on=date(2021, 4, 30))
    actions.close_drive(tess, drive, on=date(2021, 5, 1))
    with pytest.raises(Refused, match="不在其中"):
        actions.donate(tess, drive, name="老周", amount=Decimal(1), on=date(2021, 5, 2))
    with pytest.raises(Refused, match="大于 0"):
        actions.donate(tess, drive, name="老周", amount=Decimal(0), on=date(2021, 5, 1))
    assert Donation.objects.count() == 1


@pytest.mark.django_db
def test_who_may_touch_the_money(tess, alice, audrey, carol, uma, lee, dan, bob, nobody, mill):
    drive = drive_of(alice, mill)
    for reader in (tess, alice, audrey):
        assert list(queries.drives(reader)) == [drive]
    for other in (carol, uma, lee, dan, bob, nobody):
        assert list(queries.drives(other)) == []
    for other in (carol, uma, lee, dan, bob, audrey):
        with pytest.raises(PermissionDenied):
            actions.donate(other, drive, name="老周", amount=Decimal(1), on=APRIL)
    assert actions.donate(tess, drive, name="老周", amount=Decimal(1), on=APRIL).pk


@pytest.mark.django_db
def test_dues_are_charged_from_the_wage_and_the_wage_is_not_kept(tess, mill, bob_person):
    row = actions.charge(tess, person=bob_person, month=date(2021, 3, 17), wage=Decimal("3456.78"))
    assert (row.month, row.base, row.due, row.owed) == (date(2021, 3, 1), 3450, Decimal("17.25"), Decimal("17.25"))
    assert "3456" not in str(list(Entry.objects.values_list("changes", flat=True)))
    with pytest.raises(Refused, match="已经开过"):
        actions.charge(tess, person=bob_person, month=date(2021, 3, 1), wage=Decimal(9999))
    with pytest.raises(Refused, match="还没有到"):
        actions.charge(tess, person=bob_person, month=date(2999, 3, 1), wage=Decimal(9999))


@pytest.mark.django_db
def test_a_month_is_charged_for_all_whose_base_is_known(tess, mill, group, bob_person, amy):
    with pytest.raises(Refused, match="先逐人开单"):
        actions.charge_month(tess, union=mill, month=date(2021, 3, 1))
    actions.charge(tess, person=bob_person, month=date(2021, 2, 1), wage=Decimal(3456))
    found = actions.charge_month(tess, union=mill, month=date(2021, 3, 9))
    assert (found.run.people, found.run.total, found.without_base) == (1, Decimal("17.25"), [amy])
    assert list(DuesMonth.objects.filter(month=date(2021, 3, 1)).values_list("person__name", "union", "run")) == [
        ("鲍小波", group.pk, found.run.pk)
    ]
    with pytest.raises(Refused):
        actions.charge_month(tess, union=mill, month=date(2021, 3, 1))
    assert DuesMonth.objects.count() == 2


@pytest.mark.django_db
def test_dues_are_paid_one_by_one_or_by_the_whole_group(tess, carol, mill, group, bob_person, amy):
    rows = [actions.charge(tess, person=p, month=date(2021, 3, 1), wage=Decimal(3456)) for p in (bob_person, amy)]
    actions.pay(tess, rows[0], amount=Decimal("10"), on=date(2021, 3, 15))
    with pytest.raises(Refused, match="多出的请记在下个月"):
        actions.pay(tess, rows[0], amount=Decimal("7.26"), on=date(2021, 3, 16))
    actions.pay(tess, rows[0], amount=Decimal("7.25"), on=date(2021, 3, 16))
    with pytest.raises(PermissionDenied):
        actions.pay_all(carol, union=group, month=date(2021, 3, 1), on=date(2021, 3, 20))
    assert DuesMonth.objects.filter(paid=0).count() == 1
    run = actions.pay_all(tess, union=group, month=date(2021, 3, 1), on=date(2021, 3, 20))
    assert (run.people, run.total) == (1, Decimal("17.25"))
    assert [figure(k, mill) for k in ("dues_due", "dues_paid", "arrears")] == [Decimal("34.50"), Decimal("34.50"), 0]
    with pytest.raises(Refused, match="没有待收的会费"):
        actions.pay_all(tess, union=group, month=date(2021, 3, 1), on=date(2021, 3, 20))


@pytest.mark.django_db
def test_a_payment_after_the_year_does_not_mend_the_year(tess, mill, bob_person, amy):
    late = actions.charge(tess, person=bob_person, month=date(2021, 12, 1), wage=Decimal(3456))
    on_time = actions.charge(tess, person=amy, month=date(2021, 12, 1), wage=Decimal(3456))
    actions.pay(tess, on_time, amount=on_time.due, on=date(2021, 12, 20))
    actions.pay(tess, late, amount=late.due, on=date(2022, 1, 5))
    assert [figure(k, mill) for k in ("arrears", "dues_due_people", "dues_paid_people", "dues_rate")] == [
        1,
        2,
        1,
        Decimal("50.0"),
    ]
    assert [figure(k, mill, 2022) for k in ("dues_paid", "arrears")] == [Decimal("17.25"), None]


@pytest.mark.django_db
def test_six_months_in_a_row_are_warned_of(tess, mill, bob_person, amy):
    for month in range(1, 7):
        actions.charge(tess, person=bob_person, month=date(2021, month, 1), wage=Decimal(3000))
        row = actions.charge(tess, person=amy, month=date(2021, month, 1), wage=Decimal(3000))
        if month == 2:
            actions.pay(tess, row, amount=row.due, on=date(2021, 2, 15))
    told = [
        (r["person__name"], r["open_months"], r["row_months"], r["owed"], r["since"], r["warn"])
        for r in queries.arrears(tess, 6)
    ]
    assert told == [
        ("鲍小波", 6, 6, Decimal(90), date(2021, 1, 1), True),
        ("安小梅", 5, 4, Decimal(75), date(2021, 1, 1), False),
    ]


@pytest.mark.django_db
def test_bob_sees_his_own_dues_and_nobody_elses(tess, bob, carol, dan, nobody, mill, bob_person, amy):
    own = actions.charge(tess, person=bob_person, month=date(2021, 1, 1), wage=Decimal(3000))
    hers = actions.charge(tess, person=amy, month=date(2021, 1, 1), wage=Decimal(8000))
    assert list(queries.dues_of(bob, bob_person)) == [own]
    assert list(queries.dues_of(bob, amy)) == []
    assert set(queries.dues(tess)) == {own, hers}
    for other in (bob, carol, dan, nobody):
        assert list(queries.dues(other)) == []
