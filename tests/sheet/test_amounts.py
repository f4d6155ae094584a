"""Money as people write it."""

from decimal import Decimal

import pytest

from zhijia.kit.sheet.amounts import read_amount


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        (500, 500),
        (300.5, Decimal("300.50")),
        (" 200", 200),
        ("2,500.00", 2500),
        ("２，５００", 2500),
        ("500元", 500),
        ("￥1,000", 1000),
        ("0.1万元", 1000),
        ("1.25万", 12500),
        ("叁佰元整", 300),
        ("贰仟壹佰元整", 2100),
        ("壹万零伍拾元正", 10050),
        ("拾元", 10),
        ("叁佰元伍角", Decimal("300.50")),
        ("人民币捌佰元整", 800),
        ("三百元", 300),
    ],
)
def test_sums(cell, yuan):
    assert read_amount(cell) == (yuan, None)


@pytest.mark.parametrize("cell", [None, "", "—", "/", "无"])
def test_no_sum(cell):
    assert read_amount(cell) == (None, None)


@pytest.mark.parametrize("cell", ["若干", "三百左右", "12..5", "元", "200+300"])
def test_what_is_no_sum_is_said(cell):
    assert read_amount(cell) == (None, "amount_unreadable")
