"""Amounts, dates and counts as papers spell them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.paper.rmb import CAPITALS, chinese_date, chinese_number, in_capitals, official_date

AMOUNTS = [
    (0, "零元整"),
    ("0.05", "伍分"),
    ("0.50", "伍角整"),
    (1, "壹元整"),
    (10, "壹拾元整"),
    (15, "壹拾伍元整"),
    (100, "壹佰元整"),
    (101, "壹佰零壹元整"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    (4000, "肆仟元整"),
    ("4,000.00", "肆仟元整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    (100_010, "壹拾万零壹拾元整"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    (1_010_000, "壹佰零壹万元整"),
    (20_300_400, "贰仟零叁拾万零肆佰元整"),
    (100_000_000, "壹亿元整"),
    (100_000_001, "壹亿零壹元整"),
    (100_005_000, "壹亿零伍仟元整"),
    (300_000_405, "叁亿零肆佰零伍元整"),
    (1_200_000_000_000, "壹万贰仟亿元整"),
    (Decimal("-88.8"), "负捌拾捌元捌角整"),
]


@pytest.mark.parametrize(("amount", "words"), AMOUNTS)
def test_an_amount_in_capitals(amount, words):
    assert in_capitals(amount) == words


@pytest.mark.parametrize("amount", ["0.001", "12.345", "一百", "", "NaN", "1e16"])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match="金额"):
        in_capitals(amount)


@pytest.mark.parametrize("amount", [0.1, True])
def test_money_is_never_a_float(amount):
    with pytest.raises(TypeError):
        in_capitals(amount)


@given(st.integers(min_value=1, max_value=10**16 - 1))
def test_capitals_read_back_as_the_same_amount(yuan):
    assert read(in_capitals(yuan)) == yuan


def read(words):
    """The yuan that capitals say, read independently of how they are written."""
    total = section = digit = 0
    for char in words.removesuffix("元整"):
        if char in CAPITALS:
            digit = CAPITALS.index(char)
        elif char in "拾佰仟":
            section, digit = section + digit * 10 ** ("拾佰仟".index(char) + 1), 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit


def test_headings_count_in_words():
    numbers = [1, 10, 11, 20, 21, 100, 103, 110, 1001]
    assert [chinese_number(n) for n in numbers] == [
        "一", "十", "十一", "二十", "二十一", "一百", "一百零三", "一百一十", "一千零一",
    ]  # fmt: skip


def test_dates():
    day = date(2021, 12, 20)
    assert (official_date(day), chinese_date(day)) == ("2021年12月20日", "二〇二一年十二月二十日")
    assert official_date(date(2024, 1, 2)) == "2024年1月2日"
