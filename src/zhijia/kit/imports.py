"""Importers: what every kind of file import says of itself. Judging never writes; writing is all or nothing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

NEW, SAME, CHANGED, LEFT_OUT = "new", "same", "changed", "left_out"


@dataclass(frozen=True)
class Problem:
    """Something in a file a person has to look at; row numbers are the sheet's own, from 1."""

    sheet: str
    row: int
    column: str
    code: str
    message: str


@dataclass
class JudgedRow:
    """One row as understood, and what writing it would do."""

    sheet: str
    row: int
    status: str
    fields: dict
    why: str = ""


@dataclass
class Verdict:
    """What a file would do: every row judged, nothing written. `plan` is the importer's own, opaque to the kit."""

    kind: str
    file_name: str
    digest: str
    rows: list[JudgedRow]
    problems: list[Problem]
    totals: dict
    notes: list[str] = field(default_factory=list)
    plan: object = None

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(row.status for row in self.rows)
        return {name: found[name] for name in (NEW, SAME, CHANGED, LEFT_OUT)}


@dataclass(frozen=True)
class Importer:
    """One kind of import.

    judge(actor, union, path, *, name, options, today) -> Verdict; write(actor, union, verdict) -> Batch.
    """

    kind: str
    label: str
    power: str
    columns: tuple[str, ...]
    judge: Callable
    write: Callable
    done: str = ""
