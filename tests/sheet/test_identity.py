"""Identity numbers and phones by their rules."""

import datetime

import pytest

from zhijia.areas.members.rules.identity import agrees, birth_of, check_id, check_phone, sex_of, upgrade
from zhijia.areas.members.rules.joining import join_before_16, join_in_future


@pytest.mark.parametrize(
    ("number", "checked"),
    [
        ("11010519491231002X", ("11010519491231002X", None)),
        ("110105194912310021", ("110105194912310021", "id_check_digit")),
        ("450199691025445", ("450199196910254455", "id_old_15")),
        ("620499691212989", ("620499196912129891", "id_old_15")),
        ("450199691325445", ("450199691325445", "id_birth")),
        ("11019919602217246", ("11019919602217246", "id_length")),
        ("6.20499196707117E+17", (None, "id_damaged")),
        ("6.20499E+17", (None, "id_damaged")),
        ("450199198212124000", (None, "id_damaged")),
        ("ABC123456789012", ("ABC123456789012", None)),
        ("", (None, "id_missing")),
        (None, (None, "id_missing")),
    ],
)
def test_numbers_of_every_kind(number, checked):
    assert check_id(number) == checked


def test_a_sound_check_digit_on_an_impossible_day_is_still_wrong():
    body = "11019919900230001"
    number = next(body + last for last in "0123456789X" if check_id(body + last)[1] != "id_check_digit")
    assert check_id(number) == (number, "id_birth")


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_digit_anywhere_is_seen(place):
    right = "620499198707212337"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert (check_id(right)[1], check_id(wrong)[1]) == (None, "id_check_digit")


def test_a_number_holds_birth_and_sex():
    number = upgrade("450199691025445")
    assert (birth_of(number), sex_of(number)) == ("1969-10-25", "男")
    assert [agrees(told, "1969-10-25") for told in ("1969", "1969-10", "1969-10-25", "1969-01", "1969-10-24")] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("phone", "checked"),
    [
        ("15400000000", ("15400000000", None)),
        ("1640144397", ("1640144397", "phone_invalid")),
        ("05400001760", ("05400001760", "phone_invalid")),
        ("154000035301", ("154000035301", "phone_invalid")),
        ("16106025746/16106026475", ("16106025746", "phone_multiple")),
        ("1610602574/16106026475", ("16106026475", "phone_multiple")),
        ("0771-5551234", ("0771-5551234", "phone_landline")),
        ("5551234", ("5551234", "phone_landline")),
        (None, (None, None)),
    ],
)
def test_phones(phone, checked):
    assert check_phone(phone) == checked


@pytest.mark.parametrize(
    ("birth", "joined", "early"),
    [
        ("1997-07-24", "2010-07-24", True),
        ("1997-07-24", "2013-07-23", True),
        ("1997-07-24", "2013-07-24", False),
        ("1997-07-24", "2013-07", False),
        ("1997-07-24", "2013-06", True),
        ("1997-07-24", "2013", False),
        ("1997", "2012", True),
        (None, "2012", False),
        ("1997", None, False),
    ],
)
def test_nobody_joins_before_sixteen(birth, joined, early):
    assert join_before_16(birth, joined) is early


@pytest.mark.parametrize(
    ("joined", "future"),
    [
        ("2024-07-01", True),
        ("2024-06-30", False),
        ("2024-06", False),
        ("2024", False),
        ("2025", True),
        (None, False),
    ],
)
def test_nobody_has_joined_tomorrow(joined, future):
    assert join_in_future(joined, datetime.date(2024, 6, 30)) is future
