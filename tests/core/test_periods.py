"""Periods: their days, their names, and the key that reads back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.core.periods import (
    Period,
    after_working_days,
    half,
    last,
    month,
    parse_period,
    quarter,
    school_year,
    span,
    statistical_year,
    year,
)

YEARS = st.integers(1000, 9000)
NAMED = st.one_of(
    YEARS.map(year), YEARS.map(statistical_year), YEARS.map(school_year),
    st.builds(half, YEARS, st.integers(1, 2)), st.builds(quarter, YEARS, st.integers(1, 4)),
    st.builds(month, YEARS, st.integers(1, 12)),
)
DAYS = st.dates(date(1900, 3, 1), date(2200, 1, 1))


@pytest.mark.parametrize(("period", "start", "end", "label", "key"), [
    (year(2021), date(2021, 1, 1), date(2021, 12, 31), "2021年", "2021"),
    (statistical_year(2021), date(2020, 10, 1), date(2021, 9, 30), "2021统计年度", "2021统计年度"),
    (school_year(2021), date(2021, 9, 1), date(2022, 8, 31), "2021—2022学年", "2021学年"),
    (half(2021, 1), date(2021, 1, 1), date(2021, 6, 30), "2021年上半年", "2021上半年"),
    (half(2021, 2), date(2021, 7, 1), date(2021, 12, 31), "2021年下半年", "2021下半年"),
    (quarter(2021, 3), date(2021, 7, 1), date(2021, 9, 30), "2021年第三季度", "2021年3季度"),
    (month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024年2月", "2024-02"),
    (span(date(2021, 3, 5), date(2021, 4, 6)), date(2021, 3, 5), date(2021, 4, 6),
     "2021年3月5日至2021年4月6日", "2021-03-05..2021-04-06"),
])
def test_a_period_knows_its_days_its_name_and_its_key(period, start, end, label, key):
    assert (period.start, period.end, period.label, period.key) == (start, end, label, key)


@pytest.mark.parametrize(("text", "period"), [
    ("2021", year(2021)), ("2021年", year(2021)), (" 2021 年度 ", year(2021)),
    ("2021统计年度", statistical_year(2021)), ("2021年统计年度", statistical_year(2021)),
    ("2021学年", school_year(2021)), ("2021—2022学年", school_year(2021)),
    ("2021-2022学年", school_year(2021)),
    ("2021上半年", half(2021, 1)), ("2021年下半年", half(2021, 2)),
    ("2021年3季度", quarter(2021, 3)), ("2021年第三季度", quarter(2021, 3)),
    ("2021年四季度", quarter(2021, 4)),
    ("2021-03", month(2021, 3)), ("2021年3月", month(2021, 3)), ("2021.12", month(2021, 12)),
    ("2021-01-01..2021-12-31", year(2021)),
    ("2021-01-02..2021-12-31", span(date(2021, 1, 2), date(2021, 12, 31))),
])
def test_people_write_periods_in_many_ways(text, period):
    assert parse_period(text) == period


@pytest.mark.parametrize("text", [
    "", "去年", "21", "20211", "2021-13", "2021-00", "2021年5季度", "2021—2023学年", "2021中半年",
    "2021-02-30..2021-03-01", "2021-03-02..2021-03-01", "٢٠٢١", "0000",
])
def test_what_is_not_a_period_is_refused_in_words(text):
    with pytest.raises(ValueError, match="看不懂的期间"):
        parse_period(text)


@given(NAMED)
def test_a_key_reads_back_to_the_same_period(period):
    assert parse_period(period.key) == period


@given(NAMED)
def test_the_label_reads_back_too(period):
    assert parse_period(period.label) == period


@given(DAYS, st.integers(0, 2000))
def test_any_span_of_days_reads_back(start, more):
    found = span(start, start + timedelta(days=more))
    assert (parse_period(found.key), found.days) == (found, more + 1)


@given(NAMED)
def test_the_period_before_is_of_the_same_kind_and_shares_no_day(period):
    before = last(period)
    assert before.end < period.start
    assert (before.start.month, before.start.day) == (period.start.month, period.start.day)
    assert [c for c in before.label if not c.isdigit()] == [c for c in period.label if not c.isdigit()]


@given(NAMED)
def test_both_ends_belong_and_the_neighbours_do_not(period):
    day = timedelta(days=1)
    inside = [each in period for each in (period.start - day, period.start, period.end, period.end + day)]
    assert inside == [False, True, True, False]


@given(YEARS)
def test_parts_tile_their_year(of):
    for make, number in ((half, 2), (quarter, 4), (month, 12)):
        parts = [make(of, n) for n in range(1, number + 1)]
        assert sum(part.days for part in parts) == year(of).days
        assert (parts[0].start, parts[-1].end) == (year(of).start, year(of).end)


def test_february_keeps_its_end():
    assert last(month(2024, 2)) == month(2023, 2)
    assert last(month(2025, 2)) == month(2024, 2)


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="ends before"):
        Period(date(2021, 1, 2), date(2021, 1, 1), "倒着的")


@pytest.mark.parametrize("make", [lambda: quarter(2021, 5), lambda: half(2021, 0), lambda: month(2021, 13)])
def test_there_is_no_fifth_quarter(make):
    with pytest.raises(ValueError, match="between 1 and"):
        make()


@pytest.mark.parametrize(
    "start, count, last",
    [
        (date(2021, 3, 1), 3, date(2021, 3, 4)),  # Monday to Thursday
        (date(2021, 3, 5), 1, date(2021, 3, 8)),  # a Friday: the weekend does not count
        (date(2021, 4, 23), 1, date(2021, 4, 25)),  # a Sunday worked in exchange
        (date(2021, 4, 30), 3, date(2021, 5, 8)),  # 6, 7 May, and the Saturday worked
        (date(2021, 4, 30), 15, date(2021, 5, 25)),
        (date(2021, 5, 2), 1, date(2021, 5, 6)),  # begun within the holiday
        (date(2021, 3, 5), 0, date(2021, 3, 5)),
        (date(2040, 9, 28), 2, date(2040, 10, 2)),  # holidays nobody has announced yet: only the weekend does not count
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start, count, last):
    assert after_working_days(start, count) == last
