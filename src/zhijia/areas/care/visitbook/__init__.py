"""Visit books (走访慰问登记簿) as they lie: read_visits() turns a book into entries, counts and what to look at."""

from collections.abc import Mapping
from pathlib import Path

from zhijia.areas.care.rules import Way
from zhijia.areas.care.visitbook import cells as words
from zhijia.areas.care.visitbook.messages import message
from zhijia.areas.care.visitbook.model import Amount, VisitBook, VisitEntry
from zhijia.areas.care.visitbook.persons import recognise
from zhijia.core.refused import Refused
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.amounts import read_amount
from zhijia.kit.sheet.book import Book, Sheet
from zhijia.kit.sheet.dates import read_day
from zhijia.kit.sheet.header import Vocabulary, find_header
from zhijia.kit.sheet.layout import Block, Layout, lay_out
from zhijia.kit.sheet.problems import LeftOut, Problem

__all__ = ["VisitBook", "VisitEntry", "read_visits"]

VISITS = Vocabulary.load(Path(__file__).with_name("columns.toml"))
SOLID = ("date", "kind", "amount", "way", "home")
NO_BOOK = "这个文件里没有找到走访慰问登记簿：要有一行表头，其中有“日期”“被慰问人”“类别”等列。请检查后再导入。"


def read_visits(book: Book, *, year: int, caps: Mapping[str, Amount] | None = None) -> VisitBook:
    """Read every table of visits; `year` completes dates told as 1.5 or 1月8日.

    `caps` (yuan a person and a visit, by kind) come from policy; without them the book's own sheet 标准 holds.
    Raises Refused when the book has no table of visits.
    """
    layouts, left_out, own = sort_out(book)
    if not layouts:
        raise Refused(NO_BOOK)
    reading = Reading(year, {**own, **(caps or {})})
    for layout in layouts:
        reading.sheet(layout)
    recognise(reading.entries)
    titles = [line for layout in layouts for line in layout.titles] or book.lines
    return VisitBook(reading.entries, reading.problems, left_out, own, titles)


def sort_out(book: Book) -> tuple[list[Layout], list[LeftOut], dict[str, Amount]]:
    """Tables of visits, sheets left out with the reason, and the caps of a sheet 标准."""
    layouts, left_out, caps = [], [], {}
    for sheet in book.sheets:
        layout = None if sheet.hidden else lay_out(sheet, VISITS, key="who", solid=SOLID)
        if layout and any("date" in block.header.columns for block in layout.blocks):
            layouts.append(layout)
            left_out += [LeftOut(sheet.name, None, None, note) for note in sheet.notes]
        elif found := {} if sheet.hidden else read_caps(sheet):
            caps |= found
            left_out.append(LeftOut(sheet.name, None, None, "慰问标准表，只用来核对是否超标。"))
        else:
            left_out.append(LeftOut(sheet.name, None, None, reason(sheet)))
    return layouts, left_out, caps


def reason(sheet: Sheet) -> str:
    """Why a sheet is not read."""
    if sheet.hidden:
        return "隐藏的工作表，没有读。要导入请先取消隐藏。"
    return "没有找到“日期”和“被慰问人”两列，不是走访登记，没有读。"


def read_caps(sheet: Sheet) -> dict[str, Amount]:
    """The caps of a sheet with a column of kinds and one of caps."""
    header = find_header(sheet, VISITS, needs="cap")
    if header is None or not {"kind", "cap"} <= header.columns.keys():
        return {}
    caps = {}
    for row in sheet.rows[header.rows[-1] :]:
        kind, fault = words.kind_of(row[header.columns["kind"]])
        cap, unclear = read_amount(row[header.columns["cap"]])
        if kind and not fault and not unclear and cap is not None:
            caps[kind] = cap
    return caps


class Reading:
    """Goes through the tables of a book, numbering the entries on."""

    def __init__(self, year: int, caps: Mapping[str, Amount]):
        self.year, self.caps = year, caps
        self.entries: list[VisitEntry] = []
        self.problems: list[Problem] = []

    def sheet(self, layout: Layout) -> None:
        """Read the entries of one table."""
        for block in layout.blocks:
            for position in block.records:
                self.entry(layout.sheet, block, position)

    def entry(self, sheet: Sheet, block: Block, position: int) -> None:
        """Read one entry and note what is wrong with it."""
        row = sheet.rows[position]
        got = {key: row[at] if at < len(row) else None for key, at in block.header.columns.items()}
        faults: list[tuple[str, str]] = []
        one = self.understood(sheet.name, position + 1, got, faults)
        self.judge(one, faults)
        one.problems = [code for _, code in faults]
        self.entries.append(one)
        for key, code in faults:
            parts = {
                "value": cells.text(got.get(key)) or "",
                "cap": self.caps.get(one.kind or ""),
                "entry": one,
            }
            said = message(code, year=self.year, **parts)
            self.problems.append(Problem(sheet.name, one.row, block.header.label(key), code, said))

    def understood(self, sheet: str, number: int, got: dict, faults: list) -> VisitEntry:
        """The cells of an entry as values."""
        date = told(faults, "date", read_day(got.get("date"), self.year))
        kind = told(faults, "kind", words.kind_of(got.get("kind")))
        amount = told(faults, "amount", read_amount(got.get("amount"))) or 0
        goods, team = plain(got.get("goods")), cells.word(got.get("team"))
        name, mark, group, heads, fault = words.whom(got.get("who"), got.get("heads"), team)
        if fault:
            faults.append(("who", fault))
        way = words.way_of(got.get("way"), amount, goods)
        no = got.get("number")
        return VisitEntry(
            sheet=sheet,
            row=number,
            no=no if type(no) is int else len(self.entries) + 1,
            date=date,
            kind=kind,
            name=name,
            mark=mark,
            group=group,
            heads=heads,
            team=team,
            home=cells.word(got.get("home")),
            reason=plain(got.get("reason")),
            way=way,
            amount=0 if way == Way.WORD else amount,
            goods=goods,
            visitors=plain(got.get("visitors")),
            signed=words.signed(got.get("receipt")),
            note=plain(got.get("note")),
        )

    def judge(self, one: VisitEntry, faults: list) -> None:
        """What the entry says against the year, the cap and the need of a signature."""
        one.receipt = one.way == Way.WORD or one.signed != "无"
        cap = self.caps.get(one.kind or "")
        one.over_cap = cap is not None and one.amount > cap * one.heads
        if one.date and not one.date.startswith(str(self.year)):
            faults.append(("date", "date_other_year"))
        if one.way != Way.WORD and not one.amount and ("amount", "amount_unreadable") not in faults:
            faults.append(("amount", "amount_missing"))
        if one.over_cap:
            faults.append(("amount", "over_cap"))
        if not one.receipt:
            faults.append(("receipt", "without_receipt"))


def told(faults: list, key: str, read: tuple):
    """The value of a cell; what is wrong with it is noted."""
    value, code = read
    if code:
        faults.append((key, code))
    return value


def plain(value) -> str | None:
    """Text as typed, nothing for a dash."""
    return None if cells.nothing(value) else cells.text(value)
