"""A zip file before anything opens it: how many entries, how large unpacked, whether it says the truth
about itself.
"""

import re
import zipfile
import zlib

from zhijia.kit.sheet.child.refusal import Unfit

ENTRIES = 200
PICTURES = 5000
UNPACKED = 100 * 1024 * 1024
PIECE = 1 << 20
TAG = 512
CELLS = 2_500_000
BOMB = (
    "这个文件解开以后大得不正常，不能读。请用 WPS 或 Excel 打开，把要导入的内容复制到新表格里另存，再导入。"
)
ODD = "这个文件的内部结构不正常，不能读。请用 WPS 或 Excel 打开，另存为 .xlsx 再导入。"
TORN = "这个文件不完整，可能没有下载完或没有拷完。请重新拷贝或下载一份再导入。"
LOCKED = "这个压缩文件设了密码，读不了。请取消密码后再导入。"
HIDDEN_ROW = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"[^>]*>')
ROW_NUMBER = re.compile(rb'\br="(\d+)"')


def check(path: str) -> dict[str, list[int]]:
    """The entries by name, each sheet with its hidden rows; refuse a torn file, a bomb, names that climb
    out.
    """
    try:
        with zipfile.ZipFile(path) as file:
            entries = file.infolist()
            weigh(entries)
            return {entry.filename: [] if picture(entry) else look_over(file, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Unfit(TORN) from error


def weigh(entries) -> None:
    """Refuse what the directory of the zip already gives away."""
    texts = [entry for entry in entries if not picture(entry)]
    if len(texts) > ENTRIES or len(entries) > PICTURES or sum(e.file_size for e in entries) > UNPACKED:
        raise Unfit(BOMB)
    if any(e.filename.startswith(("/", "\\")) or ".." in e.filename.split("/") for e in entries):
        raise Unfit(ODD)
    if any(e.flag_bits & 1 for e in entries):
        raise Unfit(LOCKED)


def picture(entry) -> bool:
    """Photos in a roster (照片) are neither opened nor counted against the entries."""
    return "/media/" in entry.filename


def look_over(file, entry) -> list[int]:
    """Unpack to nowhere: a size lied about ends in a wrong checksum here, not in the reader's memory.

    On the way, the numbers of rows hidden by hand or by a filter are noted.
    """
    sheet = entry.filename.startswith("xl/worksheets/sheet")
    hidden, tail, cells = [], b"", 0
    with file.open(entry) as stream:
        while piece := stream.read(PIECE):
            cells += piece.count(b"<c") if sheet else 0
            if cells > CELLS:
                raise Unfit(BOMB)
            if sheet and b" hidden=" in piece:
                hidden += hidden_in(tail + piece)
            tail = piece[-TAG:]
    return sorted(set(hidden))


def hidden_in(content: bytes) -> list[int]:
    """Numbers of the rows of a piece of a sheet that are hidden."""
    numbers = (ROW_NUMBER.search(tag[0]) for tag in HIDDEN_ROW.finditer(content))
    return [int(number[1]) for number in numbers if number]
