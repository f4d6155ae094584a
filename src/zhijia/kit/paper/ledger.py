"""Ledger sheets (台账): a wide table in its usual columns, ready to print, to sign and to check later."""

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import segno
from docx.shared import Mm

from zhijia.kit.paper.grids import table
from zhijia.kit.paper.markup import KEEP, Tags, field, letters, paragraph, plain
from zhijia.kit.paper.package import document_of, write_footer
from zhijia.kit.paper.pieces import Col, Run, as_cols, as_runs
from zhijia.kit.paper.rmb import official_date
from zhijia.kit.paper.styles import LANDSCAPE

LINE_FOR_PEN = "＿＿＿＿＿＿"
DATE_FOR_PEN = "　　　年　　月　　日"
MODULE_MM = 0.45  # a QR module this wide survives a copier
HASH_LENGTH = 16


@dataclass
class Ledger:
    """One ledger: `link` is what its QR code says; `empty` adds rows to be filled in by hand."""

    title: str
    columns: Sequence[Col | str]
    rows: Iterable[Sequence[Any]] = ()
    union: str = ""
    period: str = ""
    filled_by: str = ""
    checked_by: str = ""
    dated: date | None = None
    link: str = ""
    note: str = ""
    empty: int = 0
    row_mm: float = 8.5

    def __post_init__(self):
        self.rows = [list(row) for row in self.rows]


def write_ledger(ledger: Ledger, file: Any) -> None:
    """Write the ledger as a Word file to a path or a binary file."""
    width = LANDSCAPE.text_width
    rows = [*ledger.rows, *([""] * len(ledger.columns) for _ in range(ledger.empty))]
    parts = (
        plain("LedgerTitle", ledger.title),
        _ends(f"单位：{ledger.union or LINE_FOR_PEN}", ledger.period, width),
        table(as_cols(ledger.columns), rows, Tags(), width=width, row_mm=ledger.row_mm, keep_last=True),
        plain("LedgerLine", f"说明：{ledger.note}", KEEP) if ledger.note else "",
        _hands(ledger, width),
    )
    document = document_of("".join(parts), LANDSCAPE, title=ledger.title, author=ledger.union)
    _foot(document.sections[0].footer, ledger, width)
    document.save(file)


def fingerprint(ledger: Ledger) -> str:
    """The page hash (校验码): 16 hex digits of SHA-256 over what the ledger says, in fours.

    It covers title, unit, period, column titles and cells as printed; empty rows and signatures do not count.
    """
    columns = as_cols(ledger.columns)
    cells = [
        [
            "".join(run.text for run in as_runs(cell, column.kind))
            for cell, column in zip(row, columns, strict=True)
        ]
        for row in ledger.rows
    ]
    titles = [[column.group, column.title] for column in columns]
    content = json.dumps([ledger.title, ledger.union, ledger.period, titles, cells], ensure_ascii=False)
    digest = hashlib.sha256(content.encode()).hexdigest()[:HASH_LENGTH].upper()
    return " ".join(digest[n : n + 4] for n in range(0, HASH_LENGTH, 4))


def _ends(left: str, right: str, width: int) -> str:
    """One line with a text at each end."""
    return plain("LedgerLine", f"{left}\t{right}", _tabs(right=width))


def _hands(ledger: Ledger, width: int) -> str:
    """填表人, 审核人 and date, to sign where no name is given."""
    filled, checked = ledger.filled_by or LINE_FOR_PEN, ledger.checked_by or LINE_FOR_PEN
    day = official_date(ledger.dated) if ledger.dated else DATE_FOR_PEN
    line = f"填表人：{filled}\t审核人：{checked}\t日期：{day}"
    return plain("LedgerLine", line, _tabs(center=width // 2, right=width, before=120))


def _foot(footer: Any, ledger: Ledger, width: int) -> None:
    """On every page: the hash, the page number, and the QR code when there is a link."""
    inner = (
        letters(Run(f"校验码 {fingerprint(ledger)}\t第 "))
        + field("PAGE")
        + letters(Run(" 页　共 "))
        + field("NUMPAGES")
        + letters(Run(" 页\t"))
    )
    write_footer(footer, paragraph("LedgerFoot", inner, _tabs(center=width // 2, right=width)))
    if ledger.link:
        picture, side = qr_picture(ledger.link)
        footer.paragraphs[0].add_run().add_picture(picture, width=Mm(side))


def qr_picture(text: str) -> tuple[io.BytesIO, float]:
    """The text as a QR code: a PNG and the millimetres it should measure to be read from paper."""
    code = segno.make(text, error="m", micro=False)
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=6, border=2)
    picture.seek(0)
    return picture, round(code.symbol_size(border=2)[0] * MODULE_MM, 1)


def _tabs(*, before: int = 0, **stops: int) -> str:
    marks = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops.items())
    return f"<w:tabs>{marks}</w:tabs>" + (f'<w:spacing w:before="{before}"/>' if before else "")
