"""A list as a file: xlsx or csv of all rows asked for, not only the page."""

import tempfile

from django.db.models import QuerySet
from django.http import FileResponse, Http404

from zhijia.kit.paper.pieces import Col
from zhijia.kit.paper.sheetout import write_csv, write_xlsx
from zhijia.kit.tables import Table

WRITERS = {
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda columns, rows, file, title, note: write_xlsx(columns, rows, file, title=title, note=note),
    ),
    "csv": ("text/csv; charset=utf-8", lambda columns, rows, file, title, note: write_csv(columns, rows, file)),
}
SHEET_KIND = {"money": "money", "number": "number", "date": "date"}


def export(wanted: str, table: Table, rows, *, title: str, note: str = "") -> FileResponse:
    """The rows as a download named after the page; an unknown kind of file is not found."""
    if wanted not in WRITERS:
        raise Http404("没有这种导出格式。")
    kind, write = WRITERS[wanted]
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write(sheet_columns(table), table.values(each(rows)), file, title, note)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{table.name or title}.{wanted}", content_type=kind
    )


def sheet_columns(table: Table) -> list[Col]:
    """The table's columns as a sheet's."""
    return [Col(column.heading, kind=SHEET_KIND.get(column.kind, "text")) for column in table.exported]


def each(rows):
    """All rows, fetched in portions."""
    return rows.iterator(chunk_size=2000) if isinstance(rows, QuerySet) else iter(rows)
