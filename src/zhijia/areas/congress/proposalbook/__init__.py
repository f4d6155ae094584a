"""Registers of proposals (提案登记表) as they lie: read_proposals() turns a file into proposals and what is wrong with each."""

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

from zhijia.areas.congress.proposalbook.messages import COLUMN, message
from zhijia.areas.congress.proposalbook.model import Entry, ProposalBook, complete
from zhijia.areas.congress.rules.proposals import (
    SECONDING,
    Fault,
    enough,
    seconding_faults,
    two_matters,
    valid_seconders,
)
from zhijia.core.refused import Refused
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.book import Book, Sheet
from zhijia.kit.sheet.dates import read_day
from zhijia.kit.sheet.header import Header, Vocabulary, find_header
from zhijia.kit.sheet.layout import Layout, lay_out
from zhijia.kit.sheet.problems import LeftOut, Problem

__all__ = ["Entry", "ProposalBook", "complete", "read_proposals"]

WORDS = Vocabulary.load(Path(__file__).with_name("columns.toml"))
SOLID = ("proposer", "reason", "measures")
NAMES = re.compile(r"[、，,；;/\s]+")
NUMBER = re.compile(r"(?:(.*?)[-—－ ])?0*(\d{1,4})号?")
DEADLINE = re.compile(r"截止[^\d]{0,6}((?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)")
NO_BOOK = "这个文件里没有找到提案登记表：要有一行表头，其中有“案由”“提案人”等列。请检查后再导入。"


def read_proposals(
    book: Book, *, year: int, least: int, delegates: Collection[str] = (), deadline: date | None = None,
) -> ProposalBook:
    """Read every register of a file; `year` completes days told as 3.2, `least` is how many seconders a proposal needs.

    The file's own list of delegates and deadline hold; `delegates` and `deadline` are those on record, for a file without.
    Raises Refused when there is no register in it.
    """
    layouts, left_out, listed = _sort_out(book)
    if not layouts:
        raise Refused(NO_BOOK)
    titles = [line for layout in layouts for line in layout.titles] or book.lines
    reading = Reading(year, least, set(listed or delegates), _deadline(" ".join(titles)) or deadline)
    for layout in layouts:
        reading.sheet(layout)
    found = ProposalBook(reading.entries, reading.problems, left_out, listed, reading.deadline, titles)
    for group in found.merge:
        for one in found.entries:
            one.alike = group if one.no in group else one.alike
    return found


def _sort_out(book: Book) -> tuple[list[Layout], list[LeftOut], dict[str, str]]:
    """Registers, sheets left out with the reason, and the delegates of a sheet that lists them."""
    layouts, left_out, listed = [], [], {}
    for sheet in book.sheets:
        layout = None if sheet.hidden else lay_out(sheet, WORDS, key="matter", solid=SOLID)
        if layout and layout.blocks:
            layouts.append(layout)
        elif names := {} if sheet.hidden else _delegates(sheet):
            listed |= names
            left_out.append(LeftOut(sheet.name, None, None, f"代表名单 {len(names)} 人，只用来核对提案人和附议人。"))
        else:
            left_out.append(LeftOut(sheet.name, None, None, "没有找到“案由”列，没有读。"))
    return layouts, left_out, listed


def _delegates(sheet: Sheet) -> dict[str, str]:
    """Name and place of everybody on a list of delegates: the sheet or its first line calls it so."""
    called = [sheet.name, *(cells.text(cell) or "" for cell in (sheet.rows or [[]])[0])]
    header = find_header(sheet, WORDS, needs="name")
    if header is None or not any("代表" in line for line in called):
        return {}
    found = {}
    for row in sheet.rows[header.rows[-1]:]:
        name = cells.name(_at(row, header, "name"))[0]
        if name:
            found[name] = cells.word(_at(row, header, "team")) or ""
    return found


def _deadline(titles: str) -> date | None:
    """征集截止：2021年3月10日."""
    found = DEADLINE.search(titles)
    day, _ = read_day(found[1], 0) if found else (None, None)
    return date.fromisoformat(day) if day else None


def _at(row: list, header: Header, key: str):
    position = header.columns.get(key)
    return row[position] if position is not None and position < len(row) else None


class Reading:
    """Goes through the registers, numbering the proposals on."""

    def __init__(self, year: int, least: int, delegates: set[str], deadline: date | None):
        self.year, self.least, self.delegates, self.deadline = year, least, delegates, deadline
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []

    def sheet(self, layout: Layout) -> None:
        """Read the proposals of one register."""
        for block in layout.blocks:
            for position in block.records:
                self.entry(layout.sheet, block.header, position)

    def entry(self, sheet: Sheet, header: Header, position: int) -> None:
        """Read one proposal and note what is wrong with it."""
        row = sheet.rows[position]
        series, no = self._number(_at(row, header, "number"))
        day, fault = read_day(_at(row, header, "date"), self.year)
        one = Entry(
            sheet=sheet.name, row=position + 1, no=no, series=series, matter=cells.text(_at(row, header, "matter")),
            kind=cells.word(_at(row, header, "kind")), proposers=_names([_at(row, header, "proposer")]),
            team=cells.word(_at(row, header, "team")), seconders=_names(row[i] for i in _span(header, row)),
            reason=cells.text(_at(row, header, "reason")), measures=cells.text(_at(row, header, "measures")),
            on=date.fromisoformat(day) if day else None,
        )
        self._judge(one, fault)
        self.entries.append(one)
        self._tell(one, header, cells.text(_at(row, header, "date")) or "")

    def _number(self, told) -> tuple[str, int]:
        """2021-07 → (2021, 7); a row without a number gets the next one."""
        found = NUMBER.fullmatch(cells.word(told) or "")
        if found:
            return found[1] or "", int(found[2])
        return "", max((one.no for one in self.entries), default=0) + 1

    def _judge(self, one: Entry, unclear: str | None) -> None:
        """Hold a proposal against the rules: seconders, delegates, one matter, the deadline."""
        blank = (("matter_blank", not one.matter), ("proposer_blank", not one.proposers))
        one.unreadable = [code for code, missing in blank if missing] + ([unclear] if unclear else [])
        if any(known.no == one.no and known.series == one.series for known in self.entries):
            one.unreadable.append("number_repeated")
        delegates = self.delegates or {*one.proposers, *one.seconders}
        one.faults = seconding_faults(one.proposers, one.seconders, delegates, least=self.least)
        one.strangers = [name for name in one.seconders if name not in delegates]
        one.lacking = not enough(one.proposers, one.seconders, delegates, least=self.least)
        if any(name not in delegates for name in one.proposers):
            one.faults.append(Fault.PROPOSER)
        if two_matters(one.matter or "", one.reason or "", one.measures or ""):
            one.faults.append(Fault.MATTERS)
        if self.deadline and one.on and one.on > self.deadline:
            one.faults.append(Fault.LATE)

    def _tell(self, one: Entry, header: Header, value: str) -> None:
        """What is wrong, in words, at the row and column where it stands."""
        delegates = self.delegates or {*one.proposers, *one.seconders}
        parts = {
            "valid": len(valid_seconders(one.proposers, one.seconders, delegates)), "least": self.least, "value": value,
            "strangers": "、".join(one.strangers), "no": one.no,
            "outsiders": "、".join(name for name in one.proposers if name not in delegates), "on": one.on,
            "deadline": self.deadline,
        }
        for code in (*one.unreadable, *one.faults):
            column = header.label("seconders" if code in SECONDING else COLUMN[code])
            self.problems.append(Problem(one.sheet, one.row, column, str(code), message(code, **parts)))


def _span(header: Header, row: list) -> list[int]:
    """The columns of the seconders: each that is called so, and those without a heading that follow it."""
    found: list[int] = []
    for position, label in enumerate(header.labels[:len(row)]):
        if WORDS.key(cells.label(label)) == "seconders" or (not label and found and found[-1] == position - 1):
            found.append(position)
    return found


def _names(told) -> list[str]:
    """The people named in cells, each cell one or several."""
    parts = [part for cell in told for part in NAMES.split(cells.text(cell) or "") if part]
    return [name for part in parts if (name := cells.name(part)[0])]
