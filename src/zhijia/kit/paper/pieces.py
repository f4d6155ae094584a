"""What a paper is made of, before anyone decides whether it becomes Word, text or JSON."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.utils.timezone import is_aware, make_naive

from zhijia.kit.paper.rmb import chinese_number

Mark = Literal["none", "unsourced", "blank"]
Kind = Literal["text", "number", "money", "date"]

NUMBERING = ("{hanzi}、", "（{hanzi}）", "{arabic}.", "（{arabic}）")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c]")
BROKEN = re.compile(r"[\ud800-\udfff]")
NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Run:
    """A stretch of text. A figure carries its key in `cite`, so that an edited paper can be read back."""

    text: str
    cite: str | None = None
    mark: Mark = "none"


@dataclass
class Para:
    """One paragraph: body text (level 0) or a heading of level 1 to 4."""

    content: Sequence[Run] | str
    level: int = 0

    @property
    def runs(self) -> list[Run]:
        return as_runs(self.content)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Col:
    """A column; width in Chinese characters (0: as wide as its contents), group for a two-row header."""

    title: str
    width: float = 0
    align: Literal["", "left", "center", "right"] = ""
    kind: Kind = "text"
    group: str = ""


@dataclass
class Grid:
    """A table in the paper. Cells are values, Runs, or lists of Runs."""

    columns: Sequence[Col | str]
    rows: Sequence[Sequence[Any]]
    title: str = ""
    new_page: bool = False

    def __post_init__(self):
        self.rows = [list(row) for row in self.rows]


@dataclass
class Paper:
    """An official paper (公文): from its title to the tables behind its date."""

    title: str
    to: str = ""
    body: list[Para | Grid] = field(default_factory=list)
    signed_by: str = ""
    dated: date | None = None
    attachments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    appendix: list[Para | Grid] = field(default_factory=list)


SOURCE_COLUMNS = (
    Col("序号", 2.5),
    Col("数据", 6),
    Col("数值", 4, "right"),
    Col("期间", 7.5),
    Col("笔数", 3, "right"),
    Col("口径", 12.5, "left"),
)


@dataclass(frozen=True)
class Source:
    """Where one figure of a paper comes from: a row of the table 数据出处."""

    label: str
    value: str
    period: str
    rows: int | None
    definition: str
    cite: str | None = None


def sources(entries: Iterable[Source]) -> Grid:
    """The table 数据出处, on a page of its own."""
    rows = [
        [number, one.label, Run(one.value, one.cite), one.period, one.rows, one.definition]
        for number, one in enumerate(entries, 1)
    ]
    return Grid(SOURCE_COLUMNS, rows, title="数据出处", new_page=True)


def numbered(body: Iterable[Para | Grid]) -> list[Para | Grid]:
    """Put 一、（一）1.（1） before the headings; a deeper level starts again under each higher one."""
    counts = [0] * len(NUMBERING)
    return [_number(piece, counts) if isinstance(piece, Para) and piece.level else piece for piece in body]


def _number(heading: Para, counts: list[int]) -> Para:
    depth = heading.level - 1
    counts[depth] += 1
    counts[depth + 1 :] = [0] * (len(counts) - depth - 1)
    label = NUMBERING[depth].format(hanzi=chinese_number(counts[depth]), arabic=counts[depth])
    return Para([Run(label), *heading.runs], heading.level)


def as_runs(content: Any, kind: str = "text") -> list[Run]:
    """Anything that may stand in a paragraph or a cell, as runs."""
    if isinstance(content, Run):
        return [content]
    if isinstance(content, (list, tuple)):
        return [run for part in content for run in as_runs(part, kind)]
    return [Run(shown(content, kind))]


def as_cols(columns: Iterable[Col | str]) -> list[Col]:
    return [column if isinstance(column, Col) else Col(column) for column in columns]


def shown(value: Any, kind: str = "text") -> str:
    """A value as it is printed: nothing for None, 是/否 for truth, plain decimals, ISO dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if kind == "money" and isinstance(value, (int, float, Decimal)):
        return f"{value:,.2f}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%d %H:%M}"
    return clean(str(value))


def local(moment: datetime) -> datetime:
    """A moment as the clock on the wall showed it."""
    return make_naive(moment) if is_aware(moment) else moment


def clean(text: str) -> str:
    """Text that XML can hold: control characters go, broken surrogates become the replacement mark."""
    if text.isprintable():
        return text
    return BROKEN.sub("\ufffd", NOT_IN_XML.sub("", LINE_ENDS.sub("\n", text)))


def breadth(text: str) -> float:
    """How wide a text stands, in Chinese characters; half-width letters count half."""
    return max(sum(_breadth(char) for char in line) for line in text.split("\n"))


def _breadth(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    return 1 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def natural_widths(columns: Sequence[Col], rows: Iterable[Sequence[Any]], *, most: float = 20) -> list[float]:
    """Each column as wide as its widest text, within reason, unless it states a width."""
    widest = [breadth(column.title) for column in columns]
    for row in rows:
        texts = ("".join(run.text for run in as_runs(cell)) for cell in row)
        widest = [max(old, breadth(text)) for old, text in zip(widest, texts, strict=True)]
    return [
        column.width or min(max(width, 2) + 0.7, most) for column, width in zip(columns, widest, strict=True)
    ]
