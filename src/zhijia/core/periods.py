"""Stretches of time that figures, plans and reports speak of: years of three kinds and their parts.

Dates in, dates out; no clock. A period's kind is told by its dates, so a stored key reads back to it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

CN_QUARTERS = "一二三四"
SATURDAY = 5
EXAMPLES = "2021统计年度、2021学年、2021上半年、2021年3季度 或 2021-03"


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` to `end`, both counted; `label` is how people write it."""

    start: date
    end: date
    label: str

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start} – {self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def key(self) -> str:
        """Short stable text for links, files and stored citations; `parse_period` reads it back."""
        return _key(self.start, self.end)


def year(of: int) -> Period:
    """The calendar year (自然年度)."""
    return Period(date(of, 1, 1), date(of, 12, 31), f"{of}年")


def statistical_year(of: int) -> Period:
    """The year of union statistics (统计年度): 1 October of the year before to 30 September."""
    return Period(date(of - 1, 10, 1), date(of, 9, 30), f"{of}统计年度")


def school_year(first: int) -> Period:
    """The school year (学年) that begins on 1 September of `first`."""
    return Period(date(first, 9, 1), date(first + 1, 8, 31), f"{first}—{first + 1}学年")


def half(of: int, number: int) -> Period:
    """The first or second half of a calendar year (上半年, 下半年)."""
    _among(number, 2)
    label = f"{of}年{'上' if number == 1 else '下'}半年"
    return Period(date(of, 6 * number - 5, 1), _last_day(of, 6 * number), label)


def quarter(of: int, number: int) -> Period:
    """A quarter (季度), 1 to 4."""
    _among(number, 4)
    label = f"{of}年第{CN_QUARTERS[number - 1]}季度"
    return Period(date(of, 3 * number - 2, 1), _last_day(of, 3 * number), label)


def month(of: int, number: int) -> Period:
    """A month (月份), 1 to 12."""
    _among(number, 12)
    return Period(date(of, number, 1), _last_day(of, number), f"{of}年{number}月")


def span(start: date, end: date) -> Period:
    """Any days at all; days that make up a year, a half, a quarter … are given back as that."""
    plain = Period(start, end, f"{_written(start)}至{_written(end)}")
    return parse_period(plain.key) if ".." not in plain.key else plain


def last(period: Period) -> Period:
    """The same kind of period one year earlier (上年同期)."""
    return span(_year_before(period.start), _year_before(period.end))


def after_working_days(start: date, count: int) -> date:
    """The last of so many working days (工作日) that follow a day."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= works(day)
    return day


def works(day: date) -> bool:
    """Whether people work on a day: public holidays off, weekends worked in exchange (调休).

    A year whose holidays the State Council has not announced, or nobody put on record, has only its weekends off.
    """
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.weekday() < SATURDAY


def parse_period(text: str) -> Period:
    """Read a period as people or `key` write it: 2021, 2021统计年度, 2021—2022学年, 2021年第三季度, 2021-03 …

    Raises ValueError, in words for the user, when it is none of these.
    """
    plain = re.sub(r"\s", "", text)
    for pattern, make in _READERS:
        if found := re.fullmatch(pattern, plain, re.ASCII):
            return _made(make, found.groups(), text)
    raise ValueError(_unreadable(text))


def _made(make, groups, text) -> Period:
    try:
        return make(*groups)
    except ValueError as wrong:
        raise ValueError(_unreadable(text)) from wrong


def _unreadable(text) -> str:
    return f"看不懂的期间“{text}”，请写成 2021、{EXAMPLES} 的样子。"


def _school(first: str, second: str | None) -> Period:
    if second and int(second) != int(first) + 1:
        raise ValueError("a school year ends one year after it begins")
    return school_year(int(first))


_Y = r"([0-9]{4})"
_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_DASH = r"[-—–~～至]{1,2}"
_READERS = (
    (rf"{_Y}(?:年|年度)?", lambda y: year(int(y))),
    (rf"{_Y}年?统计年度", lambda y: statistical_year(int(y))),
    (rf"{_Y}(?:{_DASH}{_Y})?学年", _school),
    (rf"{_Y}年?([上下])半年", lambda y, which: half(int(y), "上下".index(which) + 1)),
    (rf"{_Y}年?第?([1-4一二三四])季度?", lambda y, n: quarter(int(y), "1一2二3三4四".index(n) // 2 + 1)),
    (rf"{_Y}(?:年|[-./])([0-9]{{1,2}})月?", lambda y, m: month(int(y), int(m))),
    (rf"{_DAY}\.\.{_DAY}", lambda a, b: span(date.fromisoformat(a), date.fromisoformat(b))),
)


def _key(start: date, end: date) -> str:
    for key, period in _beginning(start):
        if period.end == end and period.start == start:
            return key
    return f"{start.isoformat()}..{end.isoformat()}"


def _beginning(start: date):
    """The named periods that could begin on that day, each with its key."""
    y, m = start.year, start.month
    if start.day != 1 or y == date.max.year:
        return
    yield f"{y:04d}-{m:02d}", month(y, m)
    if m % 3 == 1:
        yield f"{y:04d}年{m // 3 + 1}季度", quarter(y, m // 3 + 1)
    if m in (1, 7):
        yield f"{y:04d}{'上' if m == 1 else '下'}半年", half(y, m // 6 + 1)
    if m == 1:
        yield f"{y:04d}", year(y)
    if m == 9:
        yield f"{y:04d}学年", school_year(y)
    if m == 10:
        yield f"{y + 1:04d}统计年度", statistical_year(y + 1)


def _last_day(of: int, number: int) -> date:
    return date(of, number, monthrange(of, number)[1])


def _year_before(day: date) -> date:
    """The same day a year earlier; the end of February stays the end of February."""
    month_end = day == _last_day(day.year, day.month)
    return _last_day(day.year - 1, 2) if day.month == 2 and month_end else day.replace(year=day.year - 1)


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _among(number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise ValueError(f"{number} is not between 1 and {most}")
