"""Dates are as precise as the cell, and asked for where they cannot be told."""

import pytest

from zhijia.kit.sheet.dates import read_date, read_day


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2003.10", "2003-10"),
        ("1974.02", "1974-02"),
        ("1984年12月", "1984-12"),
        ("2016年", "2016"),
        (2016, "2016"),
        ("1991年7月9日", "1991-07-09"),
        ("'2006-12-26", "2006-12-26"),
        ("２０００．３", "2000-03"),
        (" 1991. 2 ", "1991-02"),
        ("1993/2/11", "1993-02-11"),
        ("1982-11", "1982-11"),
        ("199711", "1997-11"),
        (199711, "1997-11"),
        (19971020, "1997-10-20"),
        ("20041212", "2004-12-12"),
        (37236, "2001-12-11"),
        ("40342", "2010-06-13"),
        (1990.4, "1990-04"),
        (1987.12, "1987-12"),
        (1994.01, "1994-01"),
        ("2021-03-01", "2021-03-01"),
        ("2021-03-01T08:30:00", "2021-03-01"),
        ("二〇二一年十二月", "2021-12"),
        ("一九九八年十月二十一日", "1998-10-21"),
        ("85.6", "1985-06"),
        ("1990.5出生", "1990-05"),
    ],
)
def test_what_is_told_is_read(cell, date):
    assert read_date(cell) == (date, None)


@pytest.mark.parametrize("cell", [None, "", "—", "/", "不详", "无"])
def test_nothing_told_is_no_fault(cell):
    assert read_date(cell) == (None, None)


@pytest.mark.parametrize(
    "cell", ["1994-02-30", "2018-13-01", "2017.06.31", "去年", 12, "20211301", "1850.3", 3e9]
)
def test_no_such_day(cell):
    assert read_date(cell) == (None, "date_impossible")


@pytest.mark.parametrize("cell", [2021.1, 1990.1, "05.6"])
def test_a_lost_zero_is_asked_for(cell):
    assert read_date(cell) == (None, "date_ambiguous")


def test_a_month_typed_as_text_has_lost_nothing():
    assert read_date("2021.1") == ("2021-01", None)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("1.5", ("2021-01-05", None)),
        ("1月8日", ("2021-01-08", None)),
        ("12/24", ("2021-12-24", None)),
        ("2021.2.5", ("2021-02-05", None)),
        ("2021-03-09", ("2021-03-09", None)),
        (44205, ("2021-01-09", None)),
        (6.28, ("2021-06-28", None)),
        (3.1, (None, "date_ambiguous")),
        ("2.30", (None, "date_impossible")),
        ("2021.3", (None, "date_impossible")),
        (None, (None, "date_missing")),
    ],
)
def test_days_in_the_book_of_a_year(cell, read):
    assert read_day(cell, 2021) == read
