"""csv and other plain text: which encoding, which separator, and whether it is a sheet at all."""

import csv
import io

from zhijia.kit.sheet.child.grid import chunks
from zhijia.kit.sheet.child.refusal import Unfit

MARKUP = (
    b"<html",
    b"<!doctype",
    b"<table",
    b"<head",
    b"<meta",
    b"<?xml",
    b"<body",
    b"<style",
    b"mime-version",
)
NOT_A_SHEET = "这个文件不是表格。请选 .xlsx、.xls、.csv 或 .docx 文件。"
MIXED = (
    "第 {first} 行和第 {line} 行用了两种编码（{one} 和 {other}），混在一个文件里会读错字。"
    "请从原来的表格重新导出，或另存为 .xlsx 再导入。"
)
UNKNOWN = (
    "第 {line} 行有认不出的字符，不知道用的是什么编码。"
    "请用 WPS 或 Excel 打开，看清没有乱码后另存为 .xlsx 再导入。"
)


def parts(path: str, name: str):
    """The only sheet of a csv file; its row numbers are those a spreadsheet would show."""
    with open(path, "rb") as file:
        content = file.read()
    if content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        raise Unfit(markup(name))
    text = decode(content)
    csv.field_size_limit(1 << 20)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    yield ("book", "csv", [])
    yield ("sheet", name.rsplit("/", 1)[-1].rsplit(".", 1)[0], False, "")
    yield from chunks(rows, name)


def markup(name: str) -> str:
    """A web page that calls itself a spreadsheet, as many office systems export it."""
    return (
        f"「{name}」其实是网页（HTML），不是真正的 Excel 表格。"
        "请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”再导入。"
    )


def decode(content: bytes) -> str:
    """The text, in one encoding throughout: UTF-8 or GB18030, never with characters thrown away."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return wide(content)
    if b"\0" in content:
        raise Unfit(NOT_A_SHEET)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse_mixed(content)
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise Unfit(UNKNOWN.format(line=content.count(b"\n", 0, error.start) + 1)) from error


def wide(content: bytes) -> str:
    """Text in UTF-16, which Excel calls Unicode text."""
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Unfit(NOT_A_SHEET) from error


def refuse_mixed(content: bytes) -> None:
    """Refuse when some lines are UTF-8 and others are not: any single choice would misread one of them."""
    seen: dict[str, int] = {}
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.isascii():
            continue
        seen.setdefault("UTF-8" if chinese_utf8(line) else "GBK", number)
        if len(seen) == 2:
            (one, first), (other, second) = seen.items()
            raise Unfit(MIXED.format(first=first, line=second, one=one, other=other))


def chinese_utf8(line: bytes) -> bool:
    """Whether a line reads as Chinese in UTF-8; GBK text does so only by an accident of one or two
    characters.
    """
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(ord(char) >= 0x2000 for char in text if ord(char) > 0x7F)


def separator(text: str) -> str:
    """Comma, tab or semicolon: the one that stands most often in the first lines."""
    head = text[:4096]
    return max((",", "\t", ";", "，"), key=head.count)
