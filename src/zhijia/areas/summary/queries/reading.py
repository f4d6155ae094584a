"""How a paper reads: text with each figure's words, from live records while it is a draft, frozen once signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from zhijia.areas.summary.models import Block, Paper
from zhijia.areas.summary.queries.papers import numbered_blocks
from zhijia.areas.summary.queries.records import at, cells_of, unions_of
from zhijia.areas.summary.rules.markers import Marker, filled, markers, pieces, token
from zhijia.areas.summary.rules.wording import BLANK
from zhijia.core.figures import Figure, Finding, Ratio, all_figures, figure, find
from zhijia.core.figures.kinds import Kind, plain
from zhijia.core.periods import Period, parse_period


@dataclass(frozen=True)
class Said:
    """What stands where a figure is cited."""

    marker: Marker
    words: str
    label: str
    missing: bool = False


def worded(found: Finding) -> str:
    """A figure in a sentence: 11 人; a ratio with its two terms: 79.8 %（265/332）."""
    if found.value is None:
        return BLANK
    if isinstance(found.figure, Ratio):
        return f"{found.value} %（{plain(found.top)}/{plain(found.bottom)}）"
    return f"{plain(found.value)} {Kind(found.figure.kind)}"


class Live:
    """Speaks from the records as they are now; each figure is looked up once."""

    def __init__(self, unions: QuerySet, period: Period):
        self.unions, self.period = unions, period
        self._found: dict[tuple[str, str], Finding] = {}
        self._cells: dict[tuple[str, str], dict] = {}

    def finding(self, marker: Marker) -> Finding | None:
        """The figure, or None when the house does not know it."""
        place = (marker.key, marker.when)
        if place not in self._found:
            if marker.key not in registered():
                return None
            self._found[place] = find(marker.key, self.unions, at(self.period, marker.when))
        return self._found[place]

    def said(self, marker: Marker) -> Said:
        found = self.finding(marker)
        if found is None:
            return Said(marker, BLANK, marker.key, missing=True)
        if marker.row is None:
            return Said(marker, worded(found), found.figure.label, missing=found.value is None)
        value = self._row(marker).get(marker.column)
        return Said(
            marker, BLANK if value is None else plain(value), found.figure.label, missing=value is None
        )

    def _row(self, marker: Marker) -> dict:
        place = (marker.key, marker.when)
        if place not in self._cells:
            wanted = figure(marker.key)
            self._cells[place] = dict(cells_of(wanted, self.unions, at(self.period, marker.when)))
        return self._cells[place].get(marker.row, {})


class Frozen:
    """Speaks from what was frozen at signing."""

    def __init__(self, paper: Paper):
        self.paper = paper

    @cached_property
    def _cited(self) -> dict[str, tuple[str, str]]:
        return {each.marker: (each.shown, each.label) for each in self.paper.cited.all()}

    def said(self, marker: Marker) -> Said:
        shown, label = self._cited.get(str(marker), (BLANK, marker.key))
        return Said(marker, shown, label, missing=shown == BLANK)


def voice(paper: Paper) -> Live | Frozen:
    """Who speaks for a paper's figures."""
    return Live(unions_of(paper.union), parse_period(paper.period)) if paper.open else Frozen(paper)


@dataclass(frozen=True)
class Reading:
    """One paragraph as it reads: `parts` are words and figures, `number` its place in the paper."""

    number: int
    block: Block
    parts: tuple[str | Said, ...]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.words for part in self.parts)

    @property
    def missing(self) -> list[Said]:
        """Figures nobody recorded."""
        return [part for part in self.parts if isinstance(part, Said) and part.missing]


def reading(paper: Paper, speaker: Live | Frozen | None = None) -> list[Reading]:
    """The paper as it reads, paragraph by paragraph."""
    speaker = speaker or voice(paper)
    return [
        Reading(number, block, tuple(said_in(block.text, speaker)))
        for number, block in numbered_blocks(paper)
    ]


def said_in(text: str, speaker: Live | Frozen) -> Iterator[str | Said]:
    """A stored text as words and figures."""
    return (part if isinstance(part, str) else speaker.said(part) for part in pieces(text))


def registered() -> set[str]:
    """Keys of every figure of the house."""
    return {each.key for each in all_figures()}


def labels() -> dict[str, str]:
    """Figure key → its name where people edit; a name two figures share carries its key."""
    names = [each.label for each in all_figures()]
    return {
        each.key: each.label if names.count(each.label) == 1 else f"{each.label} {each.key}"
        for each in all_figures()
    }


def tokens(text: str = "") -> dict[str, str]:
    """Token → marker, for every figure of the house (this year and last) and every marker of the text."""
    named = labels()
    whole = [Marker(key, when) for key in named for when in ("", "last")]
    return {name_of(each, named): str(each) for each in [*whole, *markers(text)]}


def name_of(marker: Marker, named: dict[str, str] | None = None) -> str:
    """The token of a marker."""
    return token(marker, labels() if named is None else named, _column_labels(marker))


def as_edited(text: str) -> str:
    """A stored text with tokens in place of markers."""
    named = labels()
    return filled(text, lambda marker: name_of(marker, named))


def _column_labels(marker: Marker) -> dict[tuple[str, str], str]:
    if marker.row is None or marker.key not in registered():
        return {}
    wanted = figure(marker.key)
    columns = wanted.table.columns if isinstance(wanted, Figure) else ()
    return {(marker.key, column.key): column.label for column in columns}
