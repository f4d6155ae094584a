"""Dates kept as precise as they were told: "2003", "2003-10", "2003-10-20"."""

import re
from calendar import monthrange
from datetime import date

TOLD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parts(told: str) -> tuple[int, ...]:
    """(year,), (year, month) or (year, month, day); () when the text is no such date."""
    found = TOLD.fullmatch(told or "")
    numbers = tuple(int(each) for each in found.groups() if each) if found else ()
    try:
        date(*(*numbers, 1, 1)[:3])
    except (ValueError, TypeError):
        return ()
    return numbers


def first_day(told: str) -> date | None:
    """The first day the words allow: 2003-10 → 1 October 2003."""
    numbers = parts(told)
    return date(*(*numbers, 1, 1)[:3]) if numbers else None


def last_day(told: str) -> date | None:
    """The last day the words allow: 2003-10 → 31 October 2003."""
    numbers = parts(told)
    if not numbers:
        return None
    year, month = (*numbers, 12)[:2]
    return date(year, month, (*numbers, 0, 0)[2] or monthrange(year, month)[1])


def late(on: date, recorded: date, days: int) -> bool:
    """Whether something was written down so many days after it happened that it is marked 补录 (0 days: never)."""
    return bool(days) and (recorded - on).days > days


def in_words(told: str) -> str:
    """2003-10 → 2003年10月; anything else stays as it was written."""
    numbers = parts(told)
    return "".join(f"{n}{unit}" for n, unit in zip(numbers, "年月日", strict=False)) if numbers else told
