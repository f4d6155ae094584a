"""What is wrong with a cell or a row, in words that say what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person has to look at; `row` is the sheet's own number, `column` the heading over the
    cell.
    """

    sheet: str
    row: int
    column: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sheet, or rows `first` to `last` of it, that were not read, and why (both None: the whole sheet)."""

    sheet: str
    first: int | None
    last: int | None
    reason: str
