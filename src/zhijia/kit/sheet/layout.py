"""What each row of a sheet is: title, unit, header, section, record, subtotal, total, note, blank, other."""

import re
from dataclasses import dataclass, field

from zhijia.kit.sheet.book import Sheet
from zhijia.kit.sheet.cells import BLANKS, label, nothing, text
from zhijia.kit.sheet.header import Header, Vocabulary, find_header, header_at

TITLE, UNIT, HEADER, REPEAT, RECORD = "title", "unit", "header", "repeat_header", "record"
SECTION, SUBTOTAL, TOTAL, NOTE, BLANK, OTHER = "section", "subtotal", "total", "note", "blank", "other"

GRAND = re.compile(
    r"(?:全.{0,4}|总|共|合|累)计|(?:总人数|总数|总共|总计|合计|共计)[:：]?[\d.,人名户条元]*|(?:总共|合计|共计|共|计)有?\d+[人名户条份个元].*"
)
SUM = re.compile(r".{0,16}(?:小计|合计|共计|累计|总计)(?:[:：]?[\d.,人名户条元]*)")
NOTICE = re.compile(
    r"(?:注|备注|说明|附注?|填表|填报|制表|审核|审批|复核|登记人|经办|负责人|联系人|以[下上]|另[:：]|※|\*)"
)
SIGNATURE = re.compile(
    r"(?:填表|填报|制表|审核|审批|复核|登记|经办|负责|工会主席|主席|领导|单位|联系)[^：:]{0,6}[:：]"
)
NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)")
COUNT = re.compile(r"[（(]\s*(?:共)?\d+\s*[人名][^）)]*[）)]$|[:：]$")


@dataclass(slots=True)
class Block:
    """Records under one header: positions of rows from 0, and the section heading in force over each, if
    any.
    """

    header: Header
    records: list[int] = field(default_factory=list)
    under: list[str | None] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A sheet understood: the kind of each row (position from 0), the lines above its header, its blocks
    of records.

    In a block, `groups` numbers the stretches between subtotals, sections and new headers: a value left
    out because it stands further up holds within its stretch only.
    """

    sheet: Sheet
    kinds: list[str]
    titles: list[str]
    blocks: list[Block]


def lay_out(
    sheet: Sheet, vocabulary: Vocabulary, *, key: str, solid: tuple[str, ...], header=None
) -> Layout | None:
    """Understand a sheet whose records have a `key` column; None when it has no such header.

    `solid` are the columns that make a record of a row whose key cell is empty. `header` is one already
    known.
    """
    header = header or find_header(sheet, vocabulary, needs=key)
    if header is None:
        return None
    kinds = [top(row) for row in sheet.rows[: header.rows[0] - 1 if header.rows else 0]]
    first = next((i for i, kind in enumerate(kinds) if kind != BLANK), None)
    kinds = [TITLE if i == first else kind for i, kind in enumerate(kinds)]
    titles = [line for row in sheet.rows[: len(kinds)] if (line := joined(row))]
    walk = Walk(sheet, vocabulary, key, solid, kinds + [HEADER] * len(header.rows))
    walk.open(header)
    walk.go()
    return Layout(sheet, walk.kinds, titles, [block for block in walk.blocks if block.records])


def top(row: list) -> str:
    """A row above the header: blank, or a line that says whose sheet this is."""
    return UNIT if any(not nothing(cell) for cell in row) else BLANK


def joined(row: list) -> str:
    """The text of a row, cell after cell."""
    return " ".join(line for cell in row if (line := text(cell)))


class Walk:
    """Goes down the rows below the header, keeping the block, the section and the stretch it is in."""

    def __init__(self, sheet, vocabulary, key, solid, kinds) -> None:
        self.sheet, self.vocabulary, self.key, self.solid, self.kinds = sheet, vocabulary, key, solid, kinds
        self.blocks: list[Block] = []
        self.section: str | None = None
        self.group = 0

    def open(self, header: Header) -> None:
        """Start a block under a header."""
        self.block = Block(header)
        self.blocks.append(self.block)
        self.at = header.columns[self.key]
        self.anchors = [header.columns[k] for k in self.solid if k in header.columns]
        self.anchor = self.anchors[0] if self.anchors else None
        self.group += 1

    def go(self) -> None:
        """Name every row; a plain record is seen at once, everything else is looked at closely."""
        rows, kinds, at = self.sheet.rows, self.kinds, self.at
        while len(kinds) < len(rows):
            position = len(kinds)
            row, at, anchor = rows[position], self.at, self.anchor
            if plain_record(row, at, anchor):
                self.record(position)
            else:
                self.other(position, row)

    def record(self, position: int) -> None:
        """Take a row as a record of the block."""
        self.kinds.append(RECORD)
        block = self.block
        block.records.append(position)
        block.under.append(self.section)
        block.groups.append(self.group)

    def other(self, position: int, row: list) -> None:
        """Name a row that is not plainly a record."""
        cells = [(i, line) for i, cell in enumerate(row) if (line := text(cell))]
        kind = self.kind(row, cells)
        if kind == RECORD:
            self.record(position)
            return
        self.kinds.append(kind)
        if kind == REPEAT:
            self.again(position + 1)
        elif kind in (SUBTOTAL, TOTAL):
            self.group += 1
        elif kind == SECTION or (kind == NOTE and cells[0][1].startswith("以下")):
            self.section = section_name(cells[0][1])
            self.group += 1

    def kind(self, row: list, cells: list[tuple[int, str]]) -> str:
        """What a row is, from the cells that hold anything."""
        if not cells:
            return BLANK
        if self.repeats(cells):
            return REPEAT
        if found := sum_row(cells[:2]):
            return found
        if self.is_record(row, cells):
            return RECORD
        if len(cells) == 1 or all(line == cells[0][1] for _, line in cells):
            return NOTE if notice(cells[0][1]) else SECTION
        return NOTE if any(notice(line) for _, line in cells) else OTHER

    def repeats(self, cells) -> bool:
        """Whether the headings are printed again, as at the top of each page."""
        same = sum(label(line) in self.block.header.printed for _, line in cells)
        if same >= 2 and same * 5 >= len(cells) * 3:
            return True
        return (
            dict(cells).get(self.at) is not None
            and self.vocabulary.exact(label(dict(cells)[self.at])) == self.key
        )

    def is_record(self, row, cells) -> bool:
        """A key that reads like one with something beside it, or no key but at least two telling columns
        filled.
        """
        key = row[self.at] if self.at < len(row) else None
        if nothing(key):
            return (
                not any(SIGNATURE.match(line) for _, line in cells)
                and sum(i < len(row) and not nothing(row[i]) for i in self.anchors) >= 2
            )
        line = text(key)
        if line is None or len(cells) == 1:
            return False
        return (
            len(line) <= 40
            and not line.startswith(("注", "说明", "填表", "制表"))
            and not line.endswith(("：", ":"))
        )

    def again(self, number: int) -> None:
        """Headings printed again: when they stand otherwise than before, a new block begins under them."""
        self.group += 1
        header = header_at(self.sheet, number, self.vocabulary, needs=self.key)
        if header is None:
            return
        self.kinds.extend([REPEAT] * (header.rows[-1] - number))
        if header.columns != self.block.header.columns:
            self.open(header)


def plain_record(row: list, at: int, anchor: int | None) -> bool:
    """The common case, told fast: a short name, and a long number in the most telling column."""
    if anchor is None or len(row) <= anchor or len(row) <= at:
        return False
    key, number = row[at], row[anchor]
    return (
        type(key) is str
        and type(number) is str
        and 1 < len(key) < 6
        and len(number) == 18
        and number[:17].isdigit()
    )


def sum_row(cells) -> str | None:
    """Whether one of the first cells calls the row a total or a subtotal."""
    for _, line in cells:
        line = re.sub(rf"[{BLANKS}]", "", line)
        if GRAND.fullmatch(line):
            return TOTAL
        if len(line) <= 24 and SUM.fullmatch(line):
            return SUBTOTAL
    return None


def notice(line: str) -> bool:
    """Whether a line is a remark or a signature line rather than the name of a section."""
    return bool(NOTICE.match(line)) or "：" in line.rstrip("：") or ":" in line.rstrip(":") or len(line) > 20


def section_name(line: str) -> str:
    """「（二）运输一班（17人）」 → 运输一班."""
    return COUNT.sub("", NUMBERING.sub("", line.strip(BLANKS))).strip(BLANKS)


def fill_down(sheet: Sheet, block: Block, column: int, *, carry: bool = True) -> list:
    """The values of a column of a block, with those that stand further up in a merged or left-out cell.

    A merged cell holds for its rows. Where nothing of the column is merged and most of it is empty — a csv
    has no merged cells — a value holds until the next one, but never past a subtotal, a section or a new
    header (`carry`).
    """
    values = [
        row[column] if column < len(row) else None for row in map(sheet.rows.__getitem__, block.records)
    ]
    ranges = [
        m
        for m in sheet.merged
        if m[1] <= column <= m[3] and m[2] > m[0] and m[0] > (block.header.rows or (0,))[-1]
    ]
    if ranges:
        return from_merged(sheet, block, values, ranges)
    if not carry or sum(map(nothing, values)) * 3 < len(values):
        return values
    return carried(values, block.groups)


def from_merged(sheet, block, values, ranges) -> list:
    """Values of merged ranges written to each of their rows."""
    above = {number - 1: sheet.rows[t - 1][left] for t, left, b, _ in ranges for number in range(t, b + 1)}
    pairs = zip(values, block.records, strict=True)
    return [above.get(position) if nothing(value) else value for value, position in pairs]


def carried(values, groups) -> list:
    """Each empty value takes the one above it in the same stretch."""
    filled, last, stretch = [], None, None
    for value, group in zip(values, groups, strict=True):
        last = value if not nothing(value) else last if group == stretch else None
        stretch = group
        filled.append(last)
    return filled
