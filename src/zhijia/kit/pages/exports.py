"""A list as a file: xlsx, csv, or a ledger sheet (台账) in Word, of all rows asked for, not only the page."""

import tempfile
from io import BytesIO
from itertools import islice

from django.db.models import QuerySet
from django.http import FileResponse, Http404
from django.utils import timezone

from zhijia.core.files.content import DOCX
from zhijia.core.refused import Refused
from zhijia.kit.paper.ledger import Ledger, write_ledger
from zhijia.kit.paper.pieces import Col, Kind, Paper
from zhijia.kit.paper.sheetout import write_csv, write_xlsx
from zhijia.kit.paper.word import write_word
from zhijia.kit.tables import Table

WRITERS = {
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda columns, rows, file, title, note: write_xlsx(columns, rows, file, title=title, note=note),
    ),
    "csv": ("text/csv; charset=utf-8", lambda columns, rows, file, title, note: write_csv(columns, rows, file)),
}
MOST_IN_WORD = 5000
SHEET_KIND: dict[str, Kind] = {"money": "money", "number": "number", "date": "date"}


def export(wanted: str, table: Table, rows, *, title: str, note: str = "", request=None) -> FileResponse:
    """The rows as a download named after the page; an unknown kind of file is not found."""
    if wanted == "docx":
        return ledger(request, table, rows, title=table.name or title)
    if wanted not in WRITERS:
        raise Http404("没有这种导出格式。")
    kind, write = WRITERS[wanted]
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write(sheet_columns(table), table.values(each(rows)), file, title, note)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{table.name or title}.{wanted}", content_type=kind
    )


def ledger(request, table: Table, rows, *, title: str) -> FileResponse:
    """The rows as a ledger sheet in their usual columns, for the binder; its QR code is the address of the page."""
    told = list(islice(table.values(each(rows)), MOST_IN_WORD + 1))
    if len(told) > MOST_IN_WORD:
        raise Refused(f"超过 {MOST_IN_WORD} 行，做成 Word 台账翻看不便。请先筛选，或导出 Excel。")
    actor = getattr(request, "actor", None)
    sheet = Ledger(
        title, sheet_columns(table), told, union=actor.grants[0].union_name if actor and actor.grants else "",
        filled_by=actor.name if actor else "", dated=timezone.localdate(), link=request.build_absolute_uri(request.path),
    )
    return _word(write_ledger, sheet, title)


def word_page(paper: Paper, name: str) -> FileResponse:
    """A paper as a Word file to download; `name` without its ending."""
    return _word(write_word, paper, name)


def _word(write, paper, name) -> FileResponse:
    file = BytesIO()
    write(paper, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.docx", content_type=DOCX.mime)


def sheet_columns(table: Table) -> list[Col]:
    """The table's columns as a sheet's."""
    return [Col(column.heading, kind=SHEET_KIND.get(column.kind, "text")) for column in table.exported]


def each(rows):
    """All rows, fetched in portions."""
    return rows.iterator(chunk_size=2000) if isinstance(rows, QuerySet) else iter(rows)
