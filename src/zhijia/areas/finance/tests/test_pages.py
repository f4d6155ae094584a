"""Pages of donations and dues: Tess keeps them, Audrey reads them, the others do neither."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zhijia.areas.finance import actions
from zhijia.areas.finance.models import Donation, DonationDrive, DonationUse, DuesMonth
from zhijia.areas.members.models import Person, Spell
from zhijia.kit.formats import yuan

pytestmark = pytest.mark.django_db


def here(name, *args):
    return reverse(f"finance:{name}", args=args)


@pytest.fixture
def drive(tess, mill, bob_person):
    found = actions.open_drive(tess, union=mill, title="捐资助学", purpose="危房改造", opened_on=date(2021, 4, 10))
    actions.donate(tess, found, person=bob_person, amount=Decimal(3000), on=date(2021, 4, 15))
    actions.donate(tess, found, name="周同意", amount=Decimal(1000), on=date(2021, 4, 15), named=True)
    actions.use(tess, found, what="添置课桌", amount=Decimal(2500), on=date(2021, 6, 1))
    return found


@pytest.fixture
def owed(tess, mill, bob_person):
    return actions.charge(tess, person=bob_person, month=date(2021, 3, 1), wage=Decimal(3456))


def test_a_drive_walks_through_its_pages(login, tess, mill, bob_person):
    client = login(tess)
    client.post(here("open_drive"), {"union": mill.pk, "title": "捐资助学", "purpose": "危房改造", "opened_on": "2021-04-10"})
    found = DonationDrive.objects.get()
    client.post(here("donate", found.pk), {"person": "鲍小波", "amount": "4,000 元", "on": "2021-04-15"})
    assert Donation.objects.get().person == bob_person
    refused = client.post(here("use", found.pk), {"what": "围墙", "amount": "4001", "on": "2021-06-01"})
    assert refused.status_code == 422 and "只剩 4000 元" in refused.content.decode() and not DonationUse.objects.exists()
    assert client.post(here("use", found.pk), {"what": "围墙", "amount": "4000", "on": "2021-06-01"}).status_code == 302
    assert client.post(here("close_drive", found.pk), {"on": "2021-07-01"}).status_code == 302
    assert "围墙" in client.get(here("drive", found.pk)).content.decode()


def test_the_sheet_for_the_board_names_only_who_agreed(login, tess, drive):
    body = login(tess).get(here("publish", drive.pk)).content.decode()
    assert "周同意" in body and "添置课桌" in body and "鲍小波" not in body
    assert yuan(4000) in body and yuan(1500) in body


def test_dues_walk_through_their_pages(login, tess, mill, bob_person):
    client = login(tess)
    client.post(here("charge"), {"person": "鲍小波", "month": "2021-03", "wage": "3456"})
    answer = client.post(here("charge_month"), {"month": "2021-04", "union": mill.pk})
    assert "已开出 1 人" in answer.content.decode()
    march, april = DuesMonth.objects.order_by("month")
    assert client.post(here("pay", march.pk), {"amount": "17.25", "on": "2021-03-15", "way": "自缴"}).status_code == 302
    assert (
        client.post(here("pay_all"), {"month": "2021-04", "union": mill.pk, "on": "2021-04-15", "way": "代扣"}).status_code
        == 302
    )
    assert list(DuesMonth.objects.order_by("month").values_list("due", "paid", "way")) == [
        (Decimal("17.25"), Decimal("17.25"), "自缴"),
        (Decimal("17.25"), Decimal("17.25"), "代扣"),
    ]
    again = client.post(here("pay", april.pk), {"amount": "1", "on": "2021-05-15", "way": "自缴"})
    assert again.status_code == 422 and "多出的请记在下个月" in again.content.decode()


def test_the_month_is_read_as_people_type_it(login, tess, mill, owed):
    client = login(tess)
    assert client.post(here("charge_month"), {"month": "三月", "union": mill.pk}).status_code == 422
    assert "已开出" in client.post(here("charge_month"), {"month": "2021年4月", "union": mill.pk}).content.decode()


def test_arrears_are_listed_with_the_rule(login, audrey, tess, mill, bob_person, owed):
    for month in range(4, 9):
        actions.charge(tess, person=bob_person, month=date(2021, month, 1), wage=Decimal(3456))
    body = login(audrey).get(here("arrears")).content.decode()
    assert "鲍小波" in body and "够提醒月数" in body and "欠缴会费提醒 6 个月" in body


READ = ("drives", "dues", "arrears")
WRITE = ("open_drive", "charge", "charge_month", "pay_all")


def test_who_opens_what(login, tess, alice, audrey, bob, dan, lee, ada, nobody, drive, owed):
    for name in (*READ, *WRITE):
        assert login(tess).get(here(name)).status_code == 200, name
        assert login(alice).get(here(name)).status_code == 200, name
        assert login(audrey).get(here(name)).status_code == (200 if name in READ else 403), name
        assert login(nobody).get(here(name)).status_code == 302, name
        for other in (bob, dan, lee, ada):
            assert login(other).get(here(name)).status_code == 403, (name, other.name)


def test_the_money_of_the_mill_does_not_exist_next_door_and_above(login, carol, uma, drive, owed):
    for other in (carol, uma):
        client = login(other)
        for name in ("drive", "donate", "use", "close_drive", "publish"):
            assert client.get(here(name, drive.pk)).status_code == 404, name
        assert client.get(here("pay", owed.pk)).status_code == 404
        for name in READ:
            body = client.get(here(name)).content.decode()
            assert not any(secret in body for secret in ("鲍小波", "捐资助学", "17.25")), name


def test_lists_cost_the_same_for_one_row_and_for_three(login, tess, mill, group):
    client = login(tess)

    def more(n):
        person = Person.objects.create(house=mill, union=group, name=f"职工{n}")
        Spell.objects.create(person=person)
        actions.charge(tess, person=person, month=date(2021, 1, 1), wage=Decimal(3000))
        found = actions.open_drive(tess, union=mill, title=f"捐款{n}", purpose="助学", opened_on=date(2021, 1, 1))
        actions.donate(tess, found, person=person, amount=Decimal(10), on=date(2021, 1, 2))

    def counts():
        found = {}
        for name in READ:
            with CaptureQueriesContext(connection) as caught:
                assert client.get(here(name)).status_code == 200
            found[name] = len(caught)
        return found

    more(1)
    client.get(here("drives"))
    once = counts()
    more(2), more(3)
    assert counts() == once
    assert max(once.values()) <= 5


def test_cards_warn_those_who_keep_the_dues(tess, bob, carol, mill, bob_person):
    from zhijia.areas.finance.area import cards

    for month in range(1, 7):
        actions.charge(tess, person=bob_person, month=date(2021, month, 1), wage=Decimal(3000))
    assert [card.count for card in cards(tess, date(2021, 7, 1))] == [1]
    assert cards(bob, date(2021, 7, 1)) == [] and cards(carol, date(2021, 7, 1)) == []
