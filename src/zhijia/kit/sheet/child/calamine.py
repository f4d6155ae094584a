"""xlsx, xls, xlsb and ods through calamine, sheet by sheet."""

import re
import zipfile

import python_calamine

from zhijia.kit.sheet.child.grid import chunks
from zhijia.kit.sheet.child.refusal import Unfit

SHEET = re.compile(rb"<(?:\w+:)?sheet [^>]*>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship [^>]*>")
LOCKED = "这个文件设了打开密码，读不了。请用 WPS 或 Excel 打开，取消密码后另存，再导入。"


def parts(path: str, kind: str, entries: dict[str, list[int]]):
    """The book, then each sheet with its rows, merged ranges and remarks."""
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.PasswordError as error:
        raise Unfit(LOCKED) from error
    yield ("book", kind, [])
    hidden_rows = in_order(path, entries) if any(entries.values()) else []
    for position, about in enumerate(book.sheets_metadata):
        if about.typ is python_calamine.SheetTypeEnum.WorkSheet:
            yield from sheet_parts(book, about)
            if position < len(hidden_rows) and hidden_rows[position]:
                yield ("note", f"有 {len(hidden_rows[position])} 行被隐藏（筛选或手工隐藏），也一并读了。")


def sheet_parts(book, about):
    """One sheet; leading empty columns, which calamine leaves out, are put back."""
    visible = about.visible is python_calamine.SheetVisibleEnum.Visible
    sheet = book.get_sheet_by_name(about.name)
    yield ("sheet", about.name, not visible, "")
    if sheet.start is None:
        return
    yield from chunks(sheet.iter_rows(), about.name, sheet.start[1], sheet.end[0] + 1)
    yield (
        "merged",
        [(t + 1, left, b + 1, right) for (t, left), (b, right) in sheet.merged_cell_ranges or []],
    )


def in_order(path: str, entries: dict[str, list[int]]) -> list[list[int]]:
    """Hidden rows of each sheet in the order of the book (sheet3.xml may well be the first sheet)."""
    with zipfile.ZipFile(path) as file:
        relations = file.read("xl/_rels/workbook.xml.rels")
        workbook = file.read("xl/workbook.xml")
    targets = {attribute(tag[0], b"Id"): attribute(tag[0], b"Target") for tag in RELATION.finditer(relations)}
    sheets = [targets.get(attribute(tag[0], rb"\w+:id"), "") for tag in SHEET.finditer(workbook)]
    return [entries.get("xl/" + target.removeprefix("/xl/"), []) for target in sheets]


def attribute(tag: bytes, name: bytes) -> str:
    """The value of one attribute of a tag, empty if it has none."""
    found = re.search(rb"\s" + name + rb'="([^"]*)"', tag)
    return found[1].decode() if found else ""
