"""A file of sheets as it lies: read in a limited process, handed on as plain values with the sheet's own
row numbers.
"""

import importlib.util
import marshal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import zhijia
from zhijia.core.refused import Refused
from zhijia.kit.sheet.quiet import quiet

SECONDS = 30
FILE_SIZE = 60 * 1024 * 1024
LONGEST = 256 * 1024 * 1024
START = """
import sys
sys.path[:0] = sys.argv[3:]
from zhijia.kit.sheet.child.main import main
main(*sys.argv[1:3])
"""
GONE = (
    "这个文件太大或者已经损坏，读不出来。请用 WPS 或 Excel 打开，把要导入的内容复制到新表格里另存，再导入。"
)


class Unreadable(Refused):
    """A file that cannot be read; the text says why and what to do."""


@dataclass(slots=True)
class Sheet:
    """One sheet: `rows[0]` is its row 1; a cell is text, a number, a truth value or None; days are
    2021-03-01.

    `merged` holds (top row, left column, bottom row, right column), rows from 1, columns from 0. `caption`
    is the text beside a table that stood inside a cell. `notes` say what was not read or was hidden.
    """

    name: str
    hidden: bool = False
    caption: str = ""
    rows: list[list] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """A file: its sheets, and for Word the lines outside its tables."""

    name: str
    kind: str
    lines: list[str] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)


def read_book(path: Path, *, name: str | None = None) -> Book:
    """Read xlsx, xls, csv or docx; `name` is what the person called it, where the path is a temporary one.

    Raises Unreadable for what is no sheet, is damaged, has a password, or is larger than people keep by hand.
    """
    path = Path(path)
    name = name or path.name
    if not path.is_file():
        raise Unreadable(f"找不到文件「{name}」。请检查文件名和位置。")
    if path.stat().st_size > FILE_SIZE:
        raise Unreadable(f"文件超过 {FILE_SIZE >> 20} MB，太大了。请把照片等删掉，或分成几个文件再导入。")
    process = start(path, name)
    assert process.stdout  # a pipe: start asks for one
    clock = threading.Timer(SECONDS, process.kill)
    clock.start()
    try:
        with quiet():
            return gather(process.stdout, name)
    finally:
        clock.cancel()
        process.kill()
        process.stdout.close()
        process.wait()


def start(path: Path, name: str) -> subprocess.Popen:
    """Start the limited process: no site, no environment, only our code and the reader on its path."""
    reader = importlib.util.find_spec("python_calamine")
    assert reader and reader.origin  # installed with us
    libraries = Path(reader.origin).parent.parent
    ours = Path(zhijia.__file__).parent.parent
    command = [sys.executable, "-I", "-S", "-c", START, str(path), name, str(ours), str(libraries)]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=1 << 16
    )


def gather(stream, name: str) -> Book:
    """Put the parts together; a stream that ends without saying so means that the process was stopped."""
    book = Book(name, "")
    while True:
        what, *rest = receive(stream)
        if what == "refused":
            raise Unreadable(rest[0])
        if what == "end":
            return book
        put(book, what, rest)


def receive(stream) -> tuple:
    """One part: its length, then its plain values."""
    length = int.from_bytes(stream.read(8), "little")
    blob = stream.read(length) if 0 < length <= LONGEST else b""
    if not length or len(blob) < length:
        raise Unreadable(GONE)
    return marshal.loads(blob)


def put(book: Book, what: str, rest: list) -> None:
    """Add one part to the book."""
    if what == "book":
        book.kind, book.lines = rest
    elif what == "sheet":
        book.sheets.append(Sheet(*rest))
    elif what == "rows":
        book.sheets[-1].rows += rest[0]
    elif what == "merged":
        book.sheets[-1].merged += rest[0]
    elif what == "note":
        book.sheets[-1].notes.append(rest[0])
