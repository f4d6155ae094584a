"""A visit book as understood: entries, what is wrong, and how many people, turns, households and yuan."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from zhijia.kit.sheet.problems import LeftOut, Problem

Amount = int | Decimal


@dataclass(slots=True)
class VisitEntry:
    """One entry. A group entry (夏送清凉 …) has `group` and `heads` and no `name`; its heads are turns (人次) only.

    `receipt` is whether it is signed for, or needs no signature (精神); `signed` is 已签, 代签 or 无. `who` and
    `household` are what people and households are counted by within this book.
    """

    sheet: str
    row: int
    no: int
    date: str | None
    kind: str | None
    name: str | None
    mark: str | None
    group: str | None
    heads: int
    team: str | None
    home: str | None
    reason: str | None
    way: str | None
    amount: Amount
    goods: str | None
    visitors: str | None
    signed: str
    note: str | None
    receipt: bool = True
    over_cap: bool = False
    problems: list[str] = field(default_factory=list)
    who: tuple | None = None
    household: tuple | None = None


@dataclass(slots=True)
class VisitBook:
    """The whole file; `caps` are those of its own sheet 标准, if it has one."""

    entries: list[VisitEntry]
    problems: list[Problem]
    left_out: list[LeftOut]
    caps: dict[str, Amount]
    titles: list[str]

    @property
    def totals(self) -> dict:
        """人, 人次, 户 and yuan over all entries."""
        return count(self.entries)

    @property
    def by_kind(self) -> dict[str, dict]:
        """The same for each kind of visit."""
        kinds = sorted({entry.kind or "" for entry in self.entries})
        return {kind: count(e for e in self.entries if (e.kind or "") == kind) for kind in kinds}

    @property
    def over_cap(self) -> list[int]:
        """Numbers of the entries that gave more than the cap allows."""
        return [entry.no for entry in self.entries if entry.over_cap]

    @property
    def without_receipt(self) -> list[int]:
        """Numbers of the entries nobody signed for."""
        return [entry.no for entry in self.entries if not entry.receipt]


def count(entries: Iterable[VisitEntry]) -> dict:
    """People each once, turns as the sum of heads, households each once, money and goods in yuan."""
    entries = list(entries)
    return {
        "entries": len(entries),
        "people": len({e.who for e in entries if e.who}),
        "visits": sum(e.heads for e in entries),
        "households": len({e.household for e in entries if e.household}),
        "cash": sum(e.amount for e in entries if e.way == "现金"),
        "goods": sum(e.amount for e in entries if e.way == "实物"),
        "unnamed_heads": sum(e.heads for e in entries if e.name is None),
    }
