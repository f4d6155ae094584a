"""Before anything is shown to people outside the office: what a text must not say, asked of every room that protects names."""

from collections.abc import Iterable, Iterator

from zhijia.core.files.content import CSV, DOCX, TXT, XLS, XLSX
from zhijia.core.files.models import StoredFile
from zhijia.core.files.storing import on_disk
from zhijia.core.private.publishing import Found, names, numbers
from zhijia.core.refused import Refused
from zhijia.kit.area import house
from zhijia.kit.sheet.book import Sheet, read_book

READABLE = {kind.mime for kind in (XLSX, XLS, DOCX, CSV, TXT)}
CELL = "␟"  # parts cells, so that amounts beside each other never read as one number (no blank: those may stand in one)


def objections(text: str, union) -> list[Found]:
    """Numbers of people, and names of those the union helps, in a text about to be published by a union."""
    protected = {name for plate in house() if plate.protected_names for name in plate.protected_names(union)}
    return [*numbers(text), *names(text, protected)]


def publishable(text: str, union, *, let_pass: str = "", files: Iterable[StoredFile] = ()) -> None:
    """Refused, naming what stands in the text or in a file that can be read. `let_pass`: a recorded reason (本人书面同意) for
    names; numbers never pass."""
    whole = CELL.join((text, *(words_of(file) for file in files if readable(file))))
    found = [each for each in objections(whole, union) if each.firm or not let_pass]
    if not found:
        return
    said = "；".join(f"{each.kind}（{each.shown}）" for each in found)
    names_too = "" if all(each.firm for each in found) else "姓名确需公开的，请写明本人书面同意等理由。"
    raise Refused(f"公开的内容里有不能公开的信息：{said}。请删去或改写后再公开。{names_too}")


def readable(file: StoredFile) -> bool:
    """Whether the check can read the file; pictures and PDF only eyes can."""
    return file.mime in READABLE


def words_of(file: StoredFile) -> str:
    """Everything a sheet or a document says: its lines, and its cells with a mark between them."""
    with on_disk(file) as path:
        book = read_book(path, name=file.name)
    return CELL.join((*book.lines, *(words for sheet in book.sheets for words in _cells(sheet))))


def _cells(sheet: Sheet) -> Iterator[str]:
    yield sheet.name
    yield sheet.caption
    for row in sheet.rows:
        yield from (_written(cell) for cell in row if cell is not None)


def _written(cell) -> str:
    """A cell as text; a phone kept as a number is a float in a sheet."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
