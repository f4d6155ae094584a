"""Rosters (花名册) as they lie: read_roster() turns a book of sheets into rows, people and what to look
at.
"""

import datetime

from zhijia.areas.members.roster.judge import Judged
from zhijia.areas.members.roster.model import Roster, RosterPerson, RosterRow
from zhijia.areas.members.roster.people import join, totals
from zhijia.areas.members.roster.sheets import people_sheets, place_of, whole_standing
from zhijia.core.refused import Refused
from zhijia.kit.sheet.book import Book
from zhijia.kit.sheet.layout import NOTE, OTHER, RECORD, SECTION, SUBTOTAL, TOTAL, Layout
from zhijia.kit.sheet.problems import LeftOut, Problem
from zhijia.kit.sheet.quiet import quiet

__all__ = ["Roster", "RosterPerson", "RosterRow", "read_roster"]

ASIDE = {
    SUBTOTAL: "小计行，不是人员。",
    TOTAL: "合计行，不是人员。",
    NOTE: "说明或落款，不是人员。",
    SECTION: "分组标题，不是人员。",
    OTHER: "看不出是不是人员，没有读。请检查这一行。",
}
NO_PEOPLE = "这个文件里没有找到花名册：要有一行表头，其中有“姓名”和“身份证号”等列。请检查后再导入。"


def read_roster(book: Book, *, today: datetime.date, sheet: str | None = None) -> Roster:
    """Read every sheet that holds people, or only the one named; `today` decides what lies in the future.

    Raises Refused when the book holds no roster, or has no sheet of that name.
    """
    if sheet is not None and sheet not in {one.name for one in book.sheets}:
        raise Refused(f"文件里没有叫「{sheet}」的工作表。有：{'、'.join(one.name for one in book.sheets)}。")
    layouts, left_out = people_sheets(book.sheets, sheet)
    if not layouts:
        raise Refused(NO_PEOPLE + "".join(f"「{one.sheet}」{one.reason}" for one in left_out[:6]))
    rows, problems = [], []
    with quiet():
        for layout in layouts:
            read, wrong = read_sheet(layout, len(layouts) > 1, today)
            rows += read
            problems += wrong
            left_out += aside(layout)
        return put_together(rows, problems, left_out, layouts)


def read_sheet(layout: Layout, several: bool, today: datetime.date) -> tuple[list[RosterRow], list[Problem]]:
    """The rows of one sheet in its own order, and what is wrong with single cells."""
    whole = whole_standing(layout, today)
    place = None if whole else place_of(layout, several)
    people, problems = {}, []
    for block in layout.blocks:
        judged = Judged(layout, block, today)
        people |= zip(block.records, judged.rows(whole, place), strict=True)
        problems += [
            judged.problem(p, key, code) for p, found in judged.faults.items() for key, code in found
        ]
    rows = [people.get(p) or RosterRow(layout.sheet.name, p + 1, kind) for p, kind in enumerate(layout.kinds)]
    return rows, problems


def put_together(rows, problems, left_out, layouts) -> Roster:
    """People from rows; a row found to repeat or to claim another's number keeps only the problems that
    still hold.
    """
    heads = {layout.sheet.name: layout.blocks[0].header.label("id_no") for layout in layouts}
    persons = [row for row in rows if row.kind == "person"]
    people, found = join(persons, heads)
    overruled = {(one.sheet, one.row) for one in found}
    holding = {(row.sheet, row.row): row.problems for row in persons if (row.sheet, row.row) in overruled}
    kept = [p for p in problems if (p.sheet, p.row) not in overruled or p.code in holding[p.sheet, p.row]]
    order = {layout.sheet.name: number for number, layout in enumerate(layouts)}
    kept = sorted(kept + found, key=lambda p: (order[p.sheet], p.row))
    nameless = [
        LeftOut(p.sheet, p.row, p.row, "没有姓名，没有导入。") for p in kept if p.code == "name_blank"
    ]
    return Roster(rows, people, kept, left_out + nameless, totals(people))


def aside(layout: Layout) -> list[LeftOut]:
    """Rows among the people that are none, stretch by stretch, and what the reader itself left out."""
    found: list[LeftOut] = []
    start = next((p for p, kind in enumerate(layout.kinds) if kind == RECORD), 0)
    for position, kind in enumerate(layout.kinds):
        if position < start and kind != OTHER or kind not in ASIDE:
            continue
        number, reason = position + 1, ASIDE[kind]
        if found and found[-1].reason == reason and found[-1].last == number - 1:
            found[-1] = LeftOut(layout.sheet.name, found[-1].first, number, reason)
        else:
            found.append(LeftOut(layout.sheet.name, number, number, reason))
    return found + [LeftOut(layout.sheet.name, None, None, note) for note in layout.sheet.notes]
