"""Dates as precise as the cell: YYYY, YYYY-MM or YYYY-MM-DD."""

import datetime
import re
from functools import lru_cache

from zhijia.kit.sheet.cells import FULL_WIDTH, NOTHING, SPACES, text

IMPOSSIBLE = "date_impossible"
AMBIGUOUS = "date_ambiguous"
FIRST_YEAR, LAST_YEAR = 1900, 2100
FIRST_SERIAL, LAST_SERIAL = 3654, 73415  # 1910 to 2100 as a spreadsheet counts days
EPOCH = datetime.date(1899, 12, 30)
UNKNOWN = frozenset(("不详", "不清", "不明", "待查", "未知", "暂无", "空"))
PARTS = re.compile(
    r"(\d{4})(?:[-/.年、,_](?:(\d{1,2})(?:[-/.月、,_](\d{1,2})日?|月)?)?)?(?:T[\d:]+|\d{2}:\d{2}.*)?"
)
SHORT = re.compile(r"(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")
TAIL = re.compile(r"(?:出生|生|起|入会|\.)+$")
CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
TENS = re.compile(r"(\d?)十(\d?)")

Read = tuple[str | None, str | None]


@lru_cache(maxsize=16384)
def read_date(value) -> Read:
    """The date of a cell and, where it cannot be told, why: date_impossible or date_ambiguous.

    Spreadsheet serial numbers, 20101004, 201010, 2010.10, 2010年10月, '2010-10-4 and full-width digits are
    dates. 2021.1 kept as a number may have been January or October: ambiguous.
    """
    if value is None or isinstance(value, bool):
        return None, None
    if isinstance(value, int):
        return whole_number(value)
    if isinstance(value, float):
        return broken_number(value)
    if calendar_day(value):
        return value, None
    plain = text(value)
    if plain is None or plain in NOTHING or plain in UNKNOWN:
        return None, None
    plain = SPACES.sub("", plain.translate(FULL_WIDTH)).strip("'‘’`")
    return from_text(TAIL.sub("", plain))


def calendar_day(value: str) -> bool:
    """Whether a text is already a day as we keep it; what a date cell holds is seen at once."""
    if len(value) != 10 or value[4] != "-" or value[7] != "-":
        return False
    try:
        return FIRST_YEAR <= datetime.date.fromisoformat(value).year <= LAST_YEAR
    except ValueError:
        return False


def from_text(plain: str) -> Read:
    """A typed date."""
    if plain.isascii() and plain.isdigit():
        return whole_number(int(plain))
    if found := PARTS.fullmatch(plain):
        return day(*found.groups())
    if found := SHORT.fullmatch(plain):
        return short_year(*found.groups())
    if any(char in "一二三四五六七八九〇" for char in plain):
        return chinese(plain)
    return None, IMPOSSIBLE


def whole_number(number: int) -> Read:
    """20101004, 201010, 2010, or the days since 1900 a spreadsheet keeps."""
    digits = str(number)
    if len(digits) == 8:
        return day(digits[:4], digits[4:6], digits[6:])
    if len(digits) == 6:
        return day(digits[:4], digits[4:], None)
    if FIRST_YEAR <= number <= LAST_YEAR:
        return digits, None
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return (EPOCH + datetime.timedelta(number)).isoformat(), None
    return None, IMPOSSIBLE


def broken_number(number: float) -> Read:
    """2010.11 kept as a number; its last zero is lost, so .1 is January or October."""
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return (EPOCH + datetime.timedelta(int(number))).isoformat(), None
    year, _, month = repr(number).partition(".")
    if not year.isdigit() or not month.isdigit():
        return None, IMPOSSIBLE
    if month == "1" and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None, AMBIGUOUS
    return day(year, month, None)


def day(year: str, month: str | None, date: str | None) -> Read:
    """A date that can stand in a calendar, as far as it is given."""
    y, m, d = int(year), int(month or 1), int(date or 1)
    if not (FIRST_YEAR <= y <= LAST_YEAR and 1 <= m <= 12 and 1 <= d <= 31):
        return None, IMPOSSIBLE
    try:
        datetime.date(y, m, d)
    except ValueError:
        return None, IMPOSSIBLE
    return f"{y:04}" + (f"-{m:02}" if month else "") + (f"-{d:02}" if date else ""), None


def short_year(year: str, month: str, date: str | None) -> Read:
    """85.6 is 1985; 05.6 may be 2005 or the sixth of May, so it is asked."""
    return day("19" + year, month, date) if int(year) >= 32 else (None, AMBIGUOUS)


def chinese(plain: str) -> Read:
    """二〇二一年十二月 in figures."""
    figures = plain.translate(CHINESE)
    figures = TENS.sub(lambda found: str(int(found[1] or 1) * 10 + int(found[2] or 0)), figures)
    found = PARTS.fullmatch(figures)
    return day(*found.groups()) if found else (None, IMPOSSIBLE)


MONTH_DAY = re.compile(r"(\d{1,2})[-/.月、](\d{1,2})日?")
LOST_ZERO = ("1", "2", "3")


def read_day(value, year: int) -> Read:
    """A day in a book of one year, where people write 1.5 or 1月8日 as often as the whole date.

    Besides the codes of read_date: date_missing; a date without its day is impossible here; 3.1 kept as a number may
    be the 1st or the 10th, so it is ambiguous.
    """
    if isinstance(value, float) and 1 < value < 13:
        month, _, date = repr(value).partition(".")
        return (None, AMBIGUOUS) if date in LOST_ZERO else day(str(year), month, date)
    plain = text(value)
    if plain is None or plain in NOTHING:
        return None, "date_missing"
    typed = SPACES.sub("", plain.translate(FULL_WIDTH)).strip("'‘’`")
    if found := MONTH_DAY.fullmatch(typed):
        return day(str(year), *found.groups())
    found_day, code = read_date(value)
    return (None, IMPOSSIBLE) if found_day and len(found_day) < 10 else (found_day, code)
