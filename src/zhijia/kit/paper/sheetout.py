"""Sheets out: Excel and CSV of any length in little memory, in which text can never run as a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter

from zhijia.kit.paper.pieces import Col, as_cols, breadth, clean, local, shown

ROWS_PER_SHEET = 1_000_000  # Excel ends at 1,048,576
CELL_LIMIT = 32_767
CUT = "…（超出表格容量，已截断）"
SAMPLE = 500  # rows that decide how wide the columns are
WIDEST, NARROWEST = 50, 6  # in half-width letters, as Excel counts
SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
BOX = {"border": 1, "valign": "vcenter", "font_name": "宋体", "font_size": 11}
FORMATS = {
    "title": {"bold": True, "align": "center", "valign": "vcenter", "font_name": "宋体", "font_size": 16},
    "note": {"align": "left", "valign": "vcenter", "font_name": "宋体", "font_size": 11},
    "head": {**BOX, "bold": True, "align": "center", "bg_color": "#EDEDED", "text_wrap": True},
    "text": {**BOX, "num_format": "@", "text_wrap": True},
    "number": BOX,
    "money": {**BOX, "num_format": "#,##0.00"},
    "date": {**BOX, "num_format": "yyyy-mm-dd", "align": "center"},
    "moment": {**BOX, "num_format": "yyyy-mm-dd hh:mm", "align": "center"},
}
NUMBERS = (int, float, Decimal)
UNSEEN = re.compile("^[\\s\x00-\x20\ufeff\u200b-\u200f\u2060]+")


def write_xlsx(
    columns: Iterable[Col | str], rows: Iterable[Sequence[Any]], file: Any, *, title: str, note: str = ""
) -> None:
    """Write rows, one after the other, under a title and a frozen header.

    `file` is a path or a binary file. Values of a text column are text whatever they look like; numbers and
    dates stay numbers and dates elsewhere. Past a million rows a further sheet begins.
    """
    columns, rows = as_cols(columns), iter(rows)
    with xlsxwriter.Workbook(file, SAFE) as book:
        formats = {name: book.add_format(look) for name, look in FORMATS.items()}
        for number, some in enumerate(_sheets(rows), 1):
            sheet = book.add_worksheet("数据" if number == 1 else f"数据{number}")
            top = _heading(sheet, columns, title, note, formats)
            _body(sheet, columns, some, top, formats)


def _sheets(rows: Iterator[Sequence[Any]]) -> Iterator[Iterator[Sequence[Any]]]:
    """Portions that fit a sheet; the first one even when there is no row at all."""
    yield islice(rows, ROWS_PER_SHEET)
    for first in rows:
        yield chain([first], islice(rows, ROWS_PER_SHEET - 1))


def _heading(sheet: Any, columns: Sequence[Col], title: str, note: str, formats: dict) -> int:
    """Title, note and header rows; returns the first row below them."""
    top = 0
    for text, name, height in ((title, "title", 30), (note, "note", 20)):
        if text:
            sheet.set_row(top, height)
            _across(sheet, top, len(columns), text, formats[name])
            top += 1
    sheet.set_row(top, 24)
    for n, column in enumerate(columns):
        sheet.write_string(top, n, clean(column.title), formats["head"])
    _print_setup(sheet, top, len(columns))
    return top + 1


def _across(sheet: Any, row: int, width: int, text: str, look: Any) -> None:
    if width > 1:
        sheet.merge_range(row, 0, row, width - 1, "", look)
    sheet.write_string(row, 0, clean(text), look)


def _print_setup(sheet: Any, header: int, width: int) -> None:
    """A4 across, as many pages down as it takes, the header on each."""
    sheet.freeze_panes(header + 1, 0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, header)
    sheet.set_footer("&C第 &P 页　共 &N 页")


def _body(sheet: Any, columns: Sequence[Col], rows: Iterator, top: int, formats: dict) -> None:
    kinds = [column.kind for column in columns]
    widths = [2 * breadth(column.title) for column in columns]
    last = top
    for last, row in enumerate(rows, top):
        for n, (value, kind) in enumerate(zip(row, kinds, strict=True)):
            _cell(sheet, last, n, value, kind, formats)
        if last < top + SAMPLE:
            broad = (2 * breadth(shown(value, kind)) for value, kind in zip(row, kinds, strict=True))
            widths = list(map(max, widths, broad))
    _set_widths(sheet, columns, widths)
    sheet.autofilter(top - 1, 0, last, len(columns) - 1)


def _cell(sheet: Any, row: int, place: int, value: Any, kind: str, formats: dict) -> None:
    """Numbers and dates by their own type outside text columns; everything else is text and only text."""
    if value is None or value == "":
        sheet.write_blank(row, place, None, formats[kind])
    elif kind != "text" and isinstance(value, NUMBERS) and not isinstance(value, bool) and _holds(value):
        sheet.write_number(row, place, value, formats["money" if kind == "money" else "number"])
    elif kind != "text" and isinstance(value, date) and value.year >= 1900:
        _day(sheet, row, place, value, formats)
    else:
        sheet.write_string(row, place, _fitting(shown(value)), formats["text"])


def _day(sheet: Any, row: int, place: int, value: date, formats: dict) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(row, place, local(value), formats["moment"])
    else:
        sheet.write_datetime(row, place, value, formats["date"])


def _holds(value: int | float | Decimal) -> bool:
    """Whether Excel can hold the number: it keeps 15 digits and knows neither infinity nor NaN."""
    return -(10**15) < value < 10**15


def _fitting(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT)] + CUT


def _set_widths(sheet: Any, columns: Sequence[Col], widths: Sequence[float]) -> None:
    for n, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(n, n, min(max(2 * column.width or width + 2, NARROWEST), WIDEST))


def write_csv(columns: Iterable[Col | str], rows: Iterable[Sequence[Any]], file: Any) -> None:
    """Write UTF-8 with a byte order mark, which Excel needs; `file` is a path or a binary file."""
    columns = as_cols(columns)
    with _text(file) as out:
        writer = csv.writer(out)
        writer.writerow([harmless(column.title) for column in columns])
        writer.writerows([_plain(value) for value in row] for row in rows)


def _plain(value: Any) -> Any:
    """A number as it is, so that -5 stays -5; any text made harmless."""
    return value if isinstance(value, NUMBERS) and not isinstance(value, bool) else harmless(shown(value))


def harmless(text: str) -> str:
    """Put ' before text that a spreadsheet would run: = + - @ and their full-width forms, tab, return.

    Blanks and invisible characters in front do not hide them (ASVS 1.2.10).
    """
    first = UNSEEN.sub("", text)[:1]
    risky = unicodedata.normalize("NFKC", first) in {"=", "+", "-", "@"} or text[:1] in {"\t", "\r", "\n"}
    return "'" + text if risky else text


@contextmanager
def _text(file: Any):
    """A text file over a path, or over a binary file that stays open."""
    if not hasattr(file, "write"):
        with Path(file).open("w", encoding="utf-8-sig", newline="") as out:
            yield out
        return
    out = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        yield out
    finally:
        out.flush()
        out.detach()
