"""Reading a register of suggestions as it lies: each line as values, with what is wrong with it."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from zhijia.core.refused import Refused
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.book import Book, Sheet
from zhijia.kit.sheet.dates import read_day
from zhijia.kit.sheet.header import Vocabulary
from zhijia.kit.sheet.layout import Block, lay_out

REGISTER = Vocabulary.load(Path(__file__).with_name("columns.toml"))
SOLID = ("date", "who", "measure", "problem")
DAYS = ("date", "accepted", "adopted", "refused", "done")
WORDS = ("number", "kind", "problem", "measure", "expected", "by", "verdict", "reason", "unit")
SEVERAL = re.compile(r"[、，,；;/\n]")
NO_REGISTER = "这个文件里没有找到建议登记：要有一行表头，其中有“题目”“建议人”“日期”等列。请检查后再导入。"
UNREADABLE = {
    "date_missing": "没有日期。", "date_ambiguous": "日期「{value}」分不清是几号，请写成 3月1日 的样子。",
    "date_impossible": "日期「{value}」看不懂，请写成 2021-03-01 的样子。",
}


@dataclass
class Entry:
    """One line: who by name and mark, the words, the days; `wrong` are (column, sentence) that keep it from being written."""

    sheet: str
    row: int
    title: str
    people: list[tuple[str, str]]
    group: str
    told: dict[str, str]
    days: dict[str, date | None]
    wrong: list[tuple[str, str]] = field(default_factory=list)


def read_register(book: Book, *, year: int) -> tuple[list[Entry], list[str]]:
    """Every line of every sheet that is a register, and why other sheets were not read. Refused when there is none."""
    entries, left_out, found = [], [], False
    for sheet in book.sheets:
        layout = None if sheet.hidden else lay_out(sheet, REGISTER, key="title", solid=SOLID)
        if layout is None or not any("who" in block.header.columns for block in layout.blocks):
            left_out.append(f"「{sheet.name}」没有“题目”和“建议人”两列，没有读。")
            continue
        found = True
        entries += [_entry(sheet, block, at, year) for block in layout.blocks for at in block.records]
    if not found:
        raise Refused(NO_REGISTER)
    return entries, left_out


def _entry(sheet: Sheet, block: Block, position: int, year: int) -> Entry:
    row = sheet.rows[position]
    got = {key: row[at] if at < len(row) else None for key, at in block.header.columns.items()}
    told = {key: "" if cells.nothing(got.get(key)) else cells.text(got.get(key)) or "" for key in WORDS}
    title, group = cells.text(got.get("title")) or "", cells.word(got.get("group")) or ""
    entry = Entry(sheet.name, position + 1, title, _people(got.get("who")), group, told, {})
    for key in DAYS:
        entry.days[key] = _day(entry, block.header.label(key), got.get(key), year, needed=key == "date")
    return entry


def _people(value) -> list[tuple[str, str]]:
    """Names with the marks that tell namesakes apart."""
    told = [cells.name(part) for part in SEVERAL.split(cells.text(value) or "")]
    return [(name, mark or "") for name, mark in told if name]


def _day(entry: Entry, column: str, value, year: int, *, needed: bool) -> date | None:
    read, code = read_day(value, year)
    if code == "date_missing" and not needed:
        return None
    if code:
        entry.wrong.append((column or "日期", UNREADABLE[code].format(value=cells.text(value) or "")))
    return date.fromisoformat(read) if read else None
