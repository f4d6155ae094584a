"""A proposal register as understood: proposals, what is wrong with each, which say the same thing."""

from dataclasses import dataclass, field
from datetime import date

from zhijia.areas.congress.rules.proposals import Fault
from zhijia.areas.congress.rules.proposals_alike import groups, left_after
from zhijia.kit.sheet.problems import LeftOut, Problem


@dataclass(slots=True)
class Entry:
    """One proposal of the register. `faults` keep it from being reviewed, `unreadable` from being brought in at all;
    `strangers` are seconders who are no delegates, `alike` the numbers that say the same thing, its own among them.
    """

    sheet: str
    row: int
    no: int
    series: str
    matter: str | None
    kind: str | None
    proposers: list[str]
    team: str | None
    seconders: list[str]
    reason: str | None
    measures: str | None
    on: date | None
    faults: list[Fault] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    lacking: bool = False
    strangers: list[str] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ProposalBook:
    """The whole file; `delegates` (name → 班组) are those of its own list, `deadline` what its title says."""

    entries: list[Entry]
    problems: list[Problem]
    left_out: list[LeftOut]
    delegates: dict[str, str]
    deadline: date | None
    titles: list[str]

    @property
    def lacking(self) -> list[int]:
        """Numbers of the proposals without enough seconders."""
        return [one.no for one in self.entries if one.lacking]

    @property
    def late(self) -> list[int]:
        """Numbers of the proposals after the deadline."""
        return self.with_fault(Fault.LATE)

    @property
    def two_matters(self) -> list[int]:
        """Numbers of the proposals of two matters."""
        return self.with_fault(Fault.MATTERS)

    def with_fault(self, fault: Fault) -> list[int]:
        return [one.no for one in self.entries if fault in one.faults]

    @property
    def merge(self) -> list[list[int]]:
        """Groups of numbers that say the same thing."""
        return groups({one.no: (one.matter or "", f"{one.reason}。{one.measures}") for one in self.entries})

    @property
    def totals(self) -> dict[str, int]:
        """Proposals received, and how many are left when those alike are merged."""
        return {"received": len(self.entries), "after_merging": left_after(len(self.entries), self.merge)}


def complete(one: Entry) -> bool:
    """Whether nothing but its day keeps a proposal from being reviewed."""
    return not one.lacking and Fault.MATTERS not in one.faults and Fault.PROPOSER not in one.faults
