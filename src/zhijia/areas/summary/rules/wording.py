"""How records become sentences: which wording fits the figures, with a marker where each figure will stand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhijia.areas.summary.rules.markers import Marker
from zhijia.areas.summary.rules.outlines import (
    CELL,
    CLAUSE,
    PLACEHOLDER,
    Outline,
    Paragraph,
    Sentence,
    keys_in,
)

BLANK = "____"
FIRSTS = ("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是")

Number = int | Decimal | None
Row = tuple[int, Mapping[str, object]]


@dataclass(frozen=True)
class Known:
    """What the records say: figures of the year and of the years beside it, and the rows of figures."""

    now: Mapping[str, Number]
    last: Mapping[str, Number] = field(default_factory=dict)
    next: Mapping[str, Number] = field(default_factory=dict)
    rows: Callable[[str, str], list[Row]] = lambda key, when: []

    def of(self, when: str) -> Mapping[str, Number]:
        return {"": self.now, "last": self.last, "next": self.next}[when]


@dataclass(frozen=True)
class Draft:
    """One proposed paragraph or heading: where it comes from and its text with markers."""

    source: str
    level: int
    text: str


def draft(outline: Outline, known: Known) -> list[Draft]:
    """The whole paper as the outline and the records propose it; a section without a sentence is left out."""
    gaps = [said.next for said in _gaps(outline, known)]
    found = []
    for section in outline.sections:
        told = ((each, paragraph_text(each, known, gaps)) for each in section.paragraphs)
        body = [Draft(f"{section.id}.{each.id}", 0, text) for each, text in told if text]
        if body and section.heading:
            found.append(Draft(section.id, 1, section.heading))
        found += body
    return found


def _gaps(outline: Outline, known: Known) -> list[Sentence]:
    """The shortcomings that are said and that ask something of the next year."""
    return [each for each in outline.sentences() if each.next and sentence_text(each, known)]


def paragraph_text(paragraph: Paragraph, known: Known, gaps: Iterable[str] = ()) -> str:
    """The paragraph's text, or an honest blank with what to write, or nothing."""
    said = [text for each in paragraph.sentences if (text := sentence_text(each, known))]
    if paragraph.from_gaps:
        said += [_placed(text, known.now) for text in gaps]
    if not said:
        return f"{BLANK}（{paragraph.blank}）" if paragraph.blank else ""
    return paragraph.lead + (listed(said) if paragraph.listed else flowing(said, paragraph.join))


def flowing(said: list[str], between: str) -> str:
    """Sentences one after another, or drawn together into one with `between`."""
    return f"{between.join(each.rstrip('。；，') for each in said)}。" if between else "".join(said)


def listed(said: list[str]) -> str:
    """一是…；二是…。 One alone stays a plain sentence."""
    if len(said) == 1:
        return f"{said[0].rstrip('。；')}。"
    named = [f"{first}{text.rstrip('。；')}" for first, text in zip(FIRSTS, said, strict=False)]
    return f"{'；'.join(named)}。"


def sentence_text(sentence: Sentence, known: Known) -> str:
    """The wording that fits, figures as markers; empty when the sentence is left out."""
    values = known.of(sentence.period)
    wording = chosen(sentence, values, known.last)
    if not wording:
        return ""
    placed = _placed(wording, values, sentence.period)
    return placed.replace("{rows}", _rows(sentence, known)) if sentence.each else placed


def chosen(sentence: Sentence, now: Mapping[str, Number], last: Mapping[str, Number]) -> str:
    """Which of the sentence's wordings the figures call for."""
    deciding = sentence.deciding
    found = [value for key in deciding if (value := now.get(key)) is not None]
    if len(found) < len(deciding):
        return _missing(sentence)
    if found and not any(found):
        return sentence.when_zero
    if sentence.below is not None and found[0] >= sentence.below:
        return ""
    return sentence.when_higher if sentence.when_higher and _higher(deciding[0], now, last) else sentence.text


def _missing(sentence: Sentence) -> str:
    if sentence.when_missing is not None:
        return sentence.when_missing
    return "" if sentence.optional or sentence.each or sentence.below is not None else sentence.text


def _higher(key: str, now, last) -> bool:
    return last.get(key) is not None and now[key] > last[key]


def _rows(sentence: Sentence, known: Known) -> str:
    """The rows of a figure in words, the first `most` of them."""
    rows = known.rows(sentence.each, sentence.period)
    said = [_row(sentence, pk, cells) for pk, cells in rows[: sentence.most]]
    return sentence.join.join(said) + ("等" if len(rows) > sentence.most else "")


def _row(sentence: Sentence, pk: int, cells: Mapping[str, object]) -> str:
    """One row in words; numbers become markers of their cell, a clause without its cell is dropped."""
    kept = CLAUSE.sub(lambda found: _clause(found[1], cells), sentence.row)
    return CELL.sub(
        lambda found: _cell(Marker(sentence.each, sentence.period, pk, found[1]), cells[found[1]]), kept
    )


def _clause(words: str, cells: Mapping[str, object]) -> str:
    return words if all(cells[name] for name in CELL.findall(words)) else ""


def _cell(marker: Marker, value: object) -> str:
    if value is None or value == "":
        return BLANK
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return str(marker)
    return f"{value.month}月{value.day}日" if isinstance(value, date) else str(value).replace("{{", "｛｛")


def _placed(wording: str, values: Mapping[str, Number], period: str = "") -> str:
    """Optional clauses dropped when a figure in them is 0 or not recorded; figures as markers."""
    kept = CLAUSE.sub(
        lambda found: found[1] if all(values.get(key) for key in keys_in(found[1])) else "", wording
    )
    return PLACEHOLDER.sub(lambda found: str(Marker(found[1], found[2] or period)), kept)
