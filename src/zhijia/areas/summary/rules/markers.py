"""Markers: where a figure stands in a paper's text, `{{care.visits}}`, and the tokens people edit, 〔走访慰问人次〕."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

WHEN = {"": "", "last": "上年", "next": "下年"}
MARKER = re.compile(r"\{\{([a-z_]+(?:\.[a-z0-9_]+)+)(?::(last|next))?(?:#(\d+)\.([a-z_]+))?\}\}")
TOKEN = re.compile(r"〔[^〔〕]{1,60}〕")
STANDIN = "\ufffc"  # one character that stands for a cited figure while numbers are looked for


@dataclass(frozen=True)
class Marker:
    """A figure of the paper's period, of the year before or after, or one cell of one of its rows."""

    key: str
    when: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        when = f":{self.when}" if self.when else ""
        cell = f"#{self.row}.{self.column}" if self.row is not None else ""
        return f"{{{{{self.key}{when}{cell}}}}}"

    @property
    def whole(self) -> "Marker":
        """The figure whose row this is; a marker without a row is its own."""
        return replace(self, row=None, column="")


def pieces(text: str) -> Iterator[str | Marker]:
    """The text cut at its markers."""
    start = 0
    for found in MARKER.finditer(text):
        if found.start() > start:
            yield text[start : found.start()]
        yield _marker(found)
        start = found.end()
    if start < len(text):
        yield text[start:]


def markers(text: str) -> list[Marker]:
    """The markers of a text in the order of reading."""
    return [_marker(found) for found in MARKER.finditer(text)]


def _marker(found: re.Match) -> Marker:
    key, when, row, column = found.groups()
    return Marker(key, when or "", int(row) if row else None, column or "")


def masked(text: str) -> str:
    """The text with each marker as one character that is neither digit nor word."""
    return MARKER.sub(STANDIN, text)


def filled(text: str, words: Callable[[Marker], str]) -> str:
    """The text with each marker replaced by the words for it."""
    return MARKER.sub(lambda found: words(_marker(found)), text)


def token(marker: Marker, labels: Mapping[str, str], columns: Mapping[tuple[str, str], str]) -> str:
    """How a marker is shown where people edit: 〔走访慰问人次〕, 〔会员人数·上年〕, 〔活动场数·17·参加人次〕."""
    parts = [labels.get(marker.key, marker.key), WHEN[marker.when]]
    if marker.row is not None:
        parts += [str(marker.row), columns.get((marker.key, marker.column), marker.column)]
    return f"〔{'·'.join(part for part in parts if part)}〕"


def from_tokens(text: str, known: Mapping[str, str]) -> str:
    """An edited text as it is stored; a token nobody knows stays as it was typed (blanks.py finds it)."""
    return TOKEN.sub(lambda found: known.get(found[0], found[0]), text)
