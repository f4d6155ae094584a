"""How values read."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from zhijia.kit import formats


@pytest.mark.parametrize(("value", "said"), [
    (4000, "4\u00a0000"), (Decimal("4000.00"), "4\u00a0000"), (Decimal("17.25"), "17.25"), (Decimal("17.5"), "17.50"),
    (0, "0"), (None, ""), ("", ""), (1234567, "1\u00a0234\u00a0567"), (Decimal("-20"), "-20"), ("1500", "1\u00a0500"),
])
def test_money(value, said):
    assert formats.money(value) == said


@pytest.mark.parametrize(("value", "said"), [
    (20000, "20\u00a0000"), (Decimal("79.80"), "79.8"), (Decimal("12"), "12"), (0, "0"), (None, ""),
])
def test_number(value, said):
    assert formats.number(value) == said


def test_days_are_told_by_the_local_calendar():
    late_in_utc = datetime(2021, 3, 4, 17, 5, tzinfo=UTC)
    assert formats.day(date(2021, 3, 5)) == "2021年3月5日"
    assert formats.day(late_in_utc) == "2021年3月5日"
    assert formats.short_day(late_in_utc) == "2021-03-05"
    assert formats.moment(late_in_utc) == "2021年3月5日 01:05"
    assert formats.day(None) == formats.short_day(None) == formats.moment(None) == ""


@pytest.mark.parametrize(("top", "bottom", "said"), [
    (265, 332, "265/332，79.8 %"), (1, 3, "1/3，33.3 %"), (0, 5, "0/5，0.0 %"), (3, 0, "3/0"), (None, 5, "没有记录"),
    (1, 16, "1/16，6.3 %"),
])
def test_a_ratio_keeps_its_terms(top, bottom, said):
    assert formats.ratio(top, bottom) == said


def test_nothing_recorded_is_not_nought():
    assert formats.quantity(0, "人") == "0 人"
    assert formats.quantity(None, "人") == "没有记录"
    assert formats.yuan(None) == "没有记录"
    assert formats.yuan(4000) == "4\u00a0000 元"


@pytest.mark.parametrize(("whole", "shown"), [
    ("13812345678", "13*******78"), ("452601198001011234", "452************234"), ("王芳", "王*"), ("A", "A"), ("", ""),
    (None, ""), ("138****5678", "138****5678"),
])
def test_a_veil_hides_the_middle_and_never_veils_twice(whole, shown):
    assert formats.veil(whole) == shown
