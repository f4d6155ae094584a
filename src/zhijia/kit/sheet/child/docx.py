"""Tables of a Word file as sheets: each cell once, a table inside a cell as a sheet of its own."""

import zipfile
from xml.etree import ElementTree

from zhijia.kit.sheet.child.grid import chunks
from zhijia.kit.sheet.child.refusal import Unfit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEPTH = 8


def parts(path: str):
    """The lines outside tables, then every table in reading order, an inner one after the one around it."""
    with zipfile.ZipFile(path) as file:
        content = file.read("word/document.xml")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unfit("这个 Word 文件的内部结构不正常，不能读。请用 WPS 或 Word 打开，另存为 .docx 再导入。")
    body = ElementTree.fromstring(content).find(f"{W}body")
    if body is None:
        raise Unfit("这个 Word 文件里没有内容。请确认选对了文件。")
    blocks = list(inside(body, ("p", "tbl")))
    yield ("book", "docx", [text for b in blocks if b.tag == f"{W}p" and (text := paragraph(b).strip())])
    for number, table in enumerate((b for b in blocks if b.tag == f"{W}tbl"), 1):
        yield from table_parts(table, f"表{number}", "", 1)


def inside(element, names):
    """Children of these names, also those wrapped in content controls or tracked changes."""
    for child in element:
        name = child.tag.removeprefix(W)
        if name in names:
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "hyperlink"):
            yield from inside(child, names)


def table_parts(table, name: str, caption: str, depth: int):
    """One table and the tables inside its cells; the caption of an inner table is the first cell of its
    row.
    """
    if depth > DEPTH:
        raise Unfit("表格套表格的层数太多，读不了。请把里面的表格移到外面再导入。")
    rows: list[list[str | None]] = []
    merged: list[tuple] = []
    inner: list[tuple] = []
    for number, tr in enumerate(inside(table, ("tr",)), 1):
        row: list[str | None] = []
        for tc in inside(tr, ("tc",)):
            span_down(tc, rows, merged, number, len(row))
            row += [cell_text(tc)] + [None] * (span(tc) - 1)
            inner += [(inner_table, number, row) for inner_table in inside(tc, ("tbl",))]
        rows.append(row)
    yield ("sheet", name, False, caption)
    yield from chunks(rows, name)
    yield ("merged", merged)
    for position, (inner_table, number, row) in enumerate(inner, 1):
        yield from table_parts(inner_table, f"{name}第{number}行内表{position}", row[0] or "", depth + 1)


def span(tc) -> int:
    """How many columns a cell covers."""
    found = tc.find(f"{W}tcPr/{W}gridSpan")
    value = "" if found is None else found.get(f"{W}val", "")
    return min(int(value), 60) if value.isdigit() and int(value) > 0 else 1


def span_down(tc, rows, merged, number: int, column: int) -> None:
    """Note a cell that goes on from the row above as a merged range, one row longer."""
    found = tc.find(f"{W}tcPr/{W}vMerge")
    if found is None or found.get(f"{W}val", "continue") == "restart" or not rows:
        return
    for position, (top, left, bottom, right) in enumerate(merged):
        if left == column and bottom == number - 1:
            merged[position] = (top, left, number, right)
            return
    merged.append((number - 1, column, number, column))


def cell_text(tc) -> str | None:
    """The text of a cell without the tables inside it, its paragraphs on lines of their own."""
    lines = [paragraph(p) for p in inside(tc, ("p",))]
    return "\n".join(lines).strip("\n") or None


def paragraph(element) -> str:
    """The text of a paragraph as it now stands: what was deleted under tracking is not there."""
    return "".join(pieces(element))


def pieces(element):
    """Text, tabs and line breaks, in order."""
    for child in element:
        name = child.tag.removeprefix(W)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br", "cr"):
            yield "\t" if name == "tab" else "\n"
        elif name not in ("del", "moveFrom", "pPr", "rPr", "drawing", "pict", "object"):
            yield from pieces(child)
