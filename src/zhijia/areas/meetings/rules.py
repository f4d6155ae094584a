"""Rules of meetings. Pure."""

from datetime import date


def overdue(due: date | None, done_on: date | None, *, today: date) -> bool:
    """Whether a resolution should have been carried out by now and is not."""
    return bool(due and not done_on and due < today)


def excess(expected: int | None, present: int | None) -> int:
    """People present beyond those expected: more than none is a slip of the pen."""
    return max((present or 0) - expected, 0) if expected is not None else 0
