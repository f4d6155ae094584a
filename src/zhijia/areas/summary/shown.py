"""How a paper looks on the page: words, figures that open, blanks in red, numbers without a source."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from zhijia.areas.summary.queries import Reading, Said, by_hand, registered
from zhijia.areas.summary.rules.blanks import blanks
from zhijia.areas.summary.rules.markers import Marker
from zhijia.kit.area import house

WORDS, FIGURE, MISSING, BLANK, TYPED = "words", "figure", "missing", "blank", "typed"


@dataclass(frozen=True)
class Piece:
    """A stretch of text, what it is, where it leads, and what to say about it."""

    sort: str
    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """One paragraph with its pieces; `head` is the number of a heading (一、)."""

    reading: Reading
    pieces: tuple[Piece, ...]
    head: str = ""

    @property
    def block(self):
        return self.reading.block


def trace_url(code: str, period: str, marker: Marker, paper=None) -> str:
    """The page with the rows behind a figure, marked with what has changed since the paper was signed."""
    kept = f"?paper={paper.pk}" if paper is not None and not paper.open else ""
    return reverse("summary:trace", args=[code, period, marker.key]) + kept


def record_url(key: str) -> str:
    """Where to write down what a figure lacks: the first page of its room."""
    for plate in house():
        if plate.key == key.partition(".")[0] and plate.menu:
            try:
                return reverse(plate.menu[0].url)
            except NoReverseMatch:
                break
    return ""


def shown(paper, readings: list[Reading], period_of) -> list[Shown]:
    """The whole paper for the page. `period_of(marker)` gives the key of the period a figure speaks of."""
    count, found = 0, []
    for each in readings:
        count += bool(each.block.level)
        head = f"{NUMERALS[count]}、" if each.block.level and count < len(NUMERALS) else ""
        found.append(Shown(each, tuple(_pieces(paper, each, period_of)), head))
    return found


NUMERALS = (
    "",
    *"一二三四五六七八九十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "二十",
)


def _pieces(paper, read: Reading, period_of) -> Iterator[Piece]:
    masked_at = real_at = 0
    typed = {each.start: each for each in by_hand(read)}
    reasons = {each.text: each.reason for each in read.block.reasons.all()}
    open_places = {} if not paper.open else {each.start: each for each in blanks(read.text)}
    for part in read.parts:
        if isinstance(part, Said):
            yield _figure(paper, part, period_of)
            masked_at, real_at = masked_at + 1, real_at + len(part.words)
            continue
        marks = [(at - masked_at, _typed(each, reasons)) for at, each in typed.items()]
        marks += [(at - real_at, Piece(BLANK, each.text, note=each.why)) for at, each in open_places.items()]
        yield from _cut(
            part, sorted((each for each in marks if 0 <= each[0] < len(part)), key=lambda each: each[0])
        )
        masked_at, real_at = masked_at + len(part), real_at + len(part)


def _figure(paper, said: Said, period_of) -> Piece:
    if said.missing:
        return Piece(MISSING, said.words, record_url(said.marker.key), said.label)
    if said.marker.key not in registered():
        return Piece(WORDS, said.words)
    url = trace_url(paper.union.code, period_of(said.marker), said.marker.whole, paper)
    return Piece(FIGURE, said.words, url, said.label)


def _typed(each, reasons: dict[str, str]) -> Piece:
    return Piece(TYPED, each.text, note=reasons.get(each.text, ""))


def _cut(words: str, marks: list[tuple[int, Piece]]) -> Iterator[Piece]:
    """Plain words with the marked stretches lifted out; a mark inside another is left to the outer one."""
    at = 0
    for start, piece in marks:
        if start < at:
            continue
        if start > at:
            yield Piece(WORDS, words[at:start])
        yield piece
        at = start + len(piece.text)
    if at < len(words):
        yield Piece(WORDS, words[at:])
