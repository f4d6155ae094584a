"""Rows on their way out: plain values only, no wider and no longer than a sheet people keep by hand."""

import datetime

from zhijia.kit.sheet.child.refusal import Unfit

MAX_COLUMNS = 60
MAX_ROWS = 100_000
EMPTY_ROWS = 200
CHUNK = 1000
NOTHING = ("", None)


def plain(value):
    """A cell as text, number, truth value or nothing; days as 2021-03-01; numbers past 15 digits stay float.

    A spreadsheet keeps 15 digits of a number: whatever is longer is already damaged, and the float says so.
    """
    kind = type(value)
    if kind is str:
        return value or None
    if kind is float:
        return int(value) if value.is_integer() and -1e15 < value < 1e15 else value
    if kind is datetime.date:
        return value.isoformat()
    if kind is datetime.datetime:
        midnight = value.time() == datetime.time.min
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if kind is int or kind is bool or value is None:
        return value
    return str(value)


def chunks(rows, name: str, left_pad: int = 0, last: int | None = None):
    """Send rows in pieces; stop at 200 empty ones, and say so when something still stands below.

    `left_pad` is how many empty columns the reader left out, `last` the last row with content where it knows.
    """
    pad, keep = [None] * min(left_pad, MAX_COLUMNS), max(MAX_COLUMNS - left_pad, 0)
    chunk, empty, number, wide = [], 0, 0, False
    rows = iter(rows)
    for row in rows:
        number += 1
        cells = pad + [plain(value) for value in row[:keep]]
        wide = wide or (len(row) > keep and any(value not in NOTHING for value in row[keep:]))
        empty = 0 if any(value is not None for value in cells) else empty + 1
        chunk.append(cells)
        if empty >= EMPTY_ROWS:
            last = last or max((n for n, row in enumerate(rows, number + 1) if any(row)), default=0)
            break
        if len(chunk) == CHUNK:
            yield ("rows", chunk)
            chunk = []
        if number > MAX_ROWS:
            raise Unfit(f"工作表「{name}」超过 {MAX_ROWS} 行，一次读不完。请按单位分成几个文件再导入。")
    yield ("rows", chunk)
    if wide:
        yield ("note", f"第 {MAX_COLUMNS} 列以后的内容没有读。")
    if last and last > number:
        yield (
            "note",
            f"连着 {EMPTY_ROWS} 个空行以后还有内容（到第 {last} 行），没有读；请删掉中间的空行再导入。",
        )
