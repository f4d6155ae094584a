"""When a person may have joined the union (docs/areas/members.md)."""

import datetime

WORKING_AGE = 16


def join_before_16(birth: str | None, joined: str | None) -> bool:
    """Whether somebody is said to have joined before turning 16 (劳动法 §15), given dates as told.

    A date told to the month or year is read in the person's favour.
    """
    if not birth or not joined:
        return False
    years = int(joined[:4]) - int(birth[:4])
    if years != WORKING_AGE:
        return years < WORKING_AGE
    precision = min(len(birth), len(joined))
    return joined[4:precision] < birth[4:precision]


def join_in_future(joined: str | None, today: datetime.date) -> bool:
    """Whether somebody is said to have joined after today."""
    return joined is not None and joined > today.isoformat()[: len(joined)]
