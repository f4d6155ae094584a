"""The last day of a clock a rule sets (期限): counted in days, or in working days where the rule says 工作日."""

from datetime import date, timedelta

from zhijia.core.periods import after_working_days
from zhijia.core.policy.resolve import policy

WORKING_DAYS = "工作日"


def deadline(key: str, union, start: date) -> date:
    """By when something has to be done that a rule gives so many days from `start`, which is not counted."""
    clock = policy(key, union, start)
    if clock.unit == WORKING_DAYS:
        return after_working_days(start, clock.whole)
    return start + timedelta(days=clock.whole)
