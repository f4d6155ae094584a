"""A zip file before anything opens it: how many entries, how large unpacked, whether it says the truth about itself."""

import re
import zipfile
import zlib

from zhijia.kit.sheet.child.refusal import Unfit

ENTRIES = 200
PICTURES = 5000
UNPACKED = 100 * 1024 * 1024
PIECE = 1 << 20
BOMB = "这个文件解开以后大得不正常，不能读。请用 WPS 或 Excel 打开，把要导入的内容复制到新表格里另存，再导入。"
TORN = "这个文件不完整，可能没有下载完或没有拷完。请重新拷贝或下载一份再导入。"
HIDDEN_ROW = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"[^>]*>')
ROW_NUMBER = re.compile(rb'\br="(\d+)"')


def check(path: str) -> set[str]:
    """The names of the entries; refuse a torn file, a bomb, or names that climb out of the folder."""
    try:
        with zipfile.ZipFile(path) as file:
            entries = file.infolist()
            weigh(entries)
            for entry in entries:
                if not picture(entry):
                    unpack(file, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unfit(TORN) from error
    return {entry.filename for entry in entries}


def weigh(entries) -> None:
    """Refuse what the directory of the zip already gives away."""
    texts = [entry for entry in entries if not picture(entry)]
    if len(texts) > ENTRIES or len(entries) > PICTURES or sum(e.file_size for e in entries) > UNPACKED:
        raise Unfit(BOMB)
    if any(e.filename.startswith(("/", "\\")) or ".." in e.filename.split("/") for e in entries):
        raise Unfit("这个文件的内部结构不正常，不能读。请用 WPS 或 Excel 打开，另存为 .xlsx 再导入。")


def picture(entry) -> bool:
    """Photos in a roster (照片) are neither opened nor counted against the entries."""
    return "/media/" in entry.filename


def unpack(file, entry) -> None:
    """Unpack to nowhere: a size that was lied about ends in a wrong checksum here, not in the reader's memory."""
    with file.open(entry) as stream:
        while stream.read(PIECE):
            pass


def hidden_rows(path: str) -> dict[int, list[int]]:
    """Rows hidden by hand or by a filter, by the number of the sheet's file; they are read, and reported."""
    found = {}
    with zipfile.ZipFile(path) as file:
        for entry in file.infolist():
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
            if number and (rows := hidden_in(file.read(entry))):
                found[int(number[1])] = rows
    return found


def hidden_in(content: bytes) -> list[int]:
    """Numbers of the rows of one sheet that are hidden."""
    if b" hidden=" not in content:
        return []
    numbers = (ROW_NUMBER.search(tag[0]) for tag in HIDDEN_ROW.finditer(content))
    return [int(number[1]) for number in numbers if number]
