"""The last day of a clock a rule sets (期限): counted in days, or in working days where the rule says 工作日."""

from datetime import date, timedelta

from zhijia.core.periods import after_working_days
from zhijia.core.policy.resolve import PolicyBook

WORKING_DAYS = "工作日"
CALENDAR = ("calendar.days_off", "calendar.days_worked")


def deadline(key: str, union, start: date) -> date:
    """By when something has to be done that a rule gives so many days from `start`, which is not counted."""
    book = PolicyBook(union, start, keys=(key, *CALENDAR))
    clock = book[key]
    if clock.unit != WORKING_DAYS:
        return start + timedelta(days=clock.whole)
    free, worked = (book[each].table for each in CALENDAR)
    return after_working_days(start, clock.whole, _stretches(free), {date.fromisoformat(day) for day in worked})


def _stretches(free) -> list[tuple[date, date]]:
    return [(date.fromisoformat(first), date.fromisoformat(end)) for first, end in free]
