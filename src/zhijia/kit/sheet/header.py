"""Finding the header of a sheet by what its headings say, in one row or two, wherever it stands."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from zhijia.kit.sheet.book import Sheet
from zhijia.kit.sheet.cells import label, nothing, text, words_of

SEARCH = 40
VAGUE = words_of("是否 时间 日期 年月 年月日 情况 号码 名称 状态 否 年份 编号 电话 姓名 类别 性质")


class Vocabulary:
    """Headings and what they stand for.

    `words` maps a key to the headings that mean it, word for word. `holding` are looser rules tried in
    order: key, parts one of which the heading must hold, parts it must not hold. `apart` are parts of
    group headings whose columns are about somebody else (配偶). Brackets, blanks and line breaks do not
    matter.
    """

    def __init__(
        self, words: dict[str, str], holding: tuple[tuple[str, str, str], ...] = (), apart: str = ""
    ):
        self.words = {label(word): key for key, line in words.items() for word in line.split()}
        self.holding = [(key, some.split(), none.split()) for key, some, none in holding]
        self.apart = apart.split()
        self.known: dict[str, str | None] = {}

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """A vocabulary kept as data: tables `words` and `holding`, and the words of `apart`."""
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        holding = tuple((rule["key"], rule["some"], rule.get("none", "")) for rule in told.get("holding", ()))
        return cls(told["words"], holding, told.get("apart", ""))

    def exact(self, heading: str) -> str | None:
        """The key of a heading that stands in the list word for word."""
        return self.words.get(heading)

    def key(self, heading: str) -> str | None:
        """The key a heading stands for, or None."""
        if heading not in self.known:
            self.known[heading] = self.words.get(heading) or self.loose(heading)
        return self.known[heading]

    def loose(self, heading: str) -> str | None:
        """The key by what the heading holds; nothing for a sentence."""
        if not heading or len(heading) > 20:
            return None
        for key, some, none in self.holding:
            if any(part in heading for part in some) and not any(part in heading for part in none):
                return key
        return None


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are: `rows` from 1, `columns` from 0 by key, `labels` as printed, one for each
    position.
    """

    rows: tuple[int, ...]
    columns: dict[str, int]
    labels: tuple[str, ...]
    printed: frozenset[str] = field(repr=False)
    twice: bool = False

    def label(self, key: str) -> str:
        """The heading over a column, for messages."""
        return self.labels[self.columns[key]] if key in self.columns else ""


def find_header(sheet: Sheet, vocabulary: Vocabulary, *, needs: str, least: int = 2) -> Header | None:
    """The first header of a sheet: it names the column `needs` and at least `least` columns in all."""
    for number in range(1, min(len(sheet.rows), SEARCH) + 1):
        if header := header_at(sheet, number, vocabulary, needs=needs, least=least):
            return header
    return None


def header_at(
    sheet: Sheet, number: int, vocabulary: Vocabulary, *, needs: str, least: int = 2
) -> Header | None:
    """The header whose main row is this one, with the row above or below that groups or details it."""
    main = headings(sheet, number)
    keys = {vocabulary.key(label(cell)) for cell in main} - {None}
    if needs not in keys or len(keys) < min(least, 2):
        return None
    below = headings(sheet, number + 1)
    if details(sheet, number, main, below, vocabulary, needs):
        return build(sheet, (number, number + 1), main, below, vocabulary, least)
    above = headings(sheet, number - 1)
    if groups(sheet, number, above, main):
        return build(sheet, (number - 1, number), above, main, vocabulary, least)
    return build(sheet, (number,), ["" for _ in main], main, vocabulary, least)


def headings(sheet: Sheet, number: int) -> list[str]:
    """The cells of a row as printed, without line breaks."""
    row = sheet.rows[number - 1] if 1 <= number <= len(sheet.rows) else []
    return ["".join((text(cell) or "").split()) if isinstance(cell, str) else "" for cell in row]


def details(sheet, number, main, below, vocabulary, needs) -> bool:
    """Whether the row below is the second half of the header: it fills gaps and names columns, and holds
    no data.
    """
    if not any(below):
        return False
    row = sheet.rows[number]
    where = next(i for i, cell in enumerate(main) if vocabulary.key(label(cell)) == needs)
    if where < len(row) and not nothing(row[where]) or any(isinstance(cell, int | float) for cell in row):
        return False
    if any(cell and len(cell) > 12 for cell in below):
        return False
    named = [cell for cell in below if cell and (vocabulary.key(label(cell)) or label(cell) in VAGUE)]
    spanned = any(top == number and bottom > number for top, _, bottom, _ in sheet.merged)
    return bool(named) and (spanned or len(named) * 2 >= sum(map(bool, below)))


def groups(sheet, number, above, main) -> bool:
    """Whether the row above only groups the columns of this one, as 「基本情况」 over five of them."""
    wide = [m for m in sheet.merged if m[0] == m[2] == number - 1 and m[3] > m[1]]
    if not wide or sum(map(bool, above)) < 2 or any(":" in cell or "：" in cell for cell in above):
        return False
    return all(right - left + 1 < len(main) for _, left, _, right in wide)


def build(sheet, numbers, upper, lower, vocabulary, least) -> Header | None:
    """Put the two rows together: each position has a heading below, a heading above, or both."""
    width = max(len(upper), len(lower))
    upper, lower = (row + [""] * (width - len(row)) for row in (upper, lower))
    upper = spread(sheet, numbers[0], upper, lower) if len(numbers) == 2 else upper
    columns: dict[str, int] = {}
    labels, twice = [], False
    for position, (over, under) in enumerate(zip(upper, lower, strict=True)):
        key = joined_key(over, under, vocabulary)
        labels.append(readable(over, under))
        twice = twice or (
            key == "name" and key in columns and vocabulary.exact(label(under or over)) is not None
        )
        if key and better(key, position, columns, labels, vocabulary):
            columns[key] = position
    printed = frozenset(label(cell) for cell in upper + lower if cell)
    return Header(tuple(numbers), columns, tuple(labels), printed, twice) if len(columns) >= least else None


def spread(sheet, number, upper, lower) -> list[str]:
    """A group heading stands over every column it covers: by its merged range, else up to the next
    heading.
    """
    filled = list(upper)
    for top, left, bottom, right in sheet.merged:
        if top == bottom == number:
            filled[left : right + 1] = [upper[left]] * (min(right, len(upper) - 1) - left + 1)
    if not any(top == number for top, _, _, _ in sheet.merged):
        for position in range(1, len(filled)):
            if not filled[position] and lower[position]:
                filled[position] = filled[position - 1]
    return filled


def joined_key(over: str, under: str, vocabulary: Vocabulary) -> str | None:
    """What a column is, by its own heading, with the group over it where its own says too little."""
    above, below = label(over), label(under)
    if any(part in above for part in vocabulary.apart):
        return None
    if not above or not below:
        return vocabulary.key(above or below)
    if below not in VAGUE and vocabulary.exact(below):
        together = vocabulary.exact(below + above)
        return together or vocabulary.exact(below)
    if below in VAGUE:
        return vocabulary.key(above + below) or vocabulary.key(below)
    return vocabulary.key(below)


def readable(over: str, under: str) -> str:
    """The heading for messages and for columns that are kept without being understood."""
    return over + under if over and label(under) in VAGUE else under or over


def better(key, position, columns, labels, vocabulary) -> bool:
    """The first column that says it word for word wins; else the first that says it at all."""
    if key not in columns:
        return True
    return vocabulary.exact(label(labels[position])) == key != vocabulary.exact(label(labels[columns[key]]))
