"""Tables in ledger look (台账): ruled all round, header on every page, rows never torn by a page break."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from zhijia.kit.paper.markup import KEEP, Tags, paragraph, plain
from zhijia.kit.paper.pieces import Col, as_runs, breadth, natural_widths
from zhijia.kit.paper.styles import twips

RULES = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
    for side, size in {"top": 8, "left": 8, "bottom": 8, "right": 8, "insideH": 4, "insideV": 4}.items()
)
PADDING = "".join(
    f'<w:{side} w:w="{gap}" w:type="dxa"/>'
    for side, gap in {"top": 20, "left": 80, "bottom": 20, "right": 80}.items()
)
NUMERIC = {"number": "right", "money": "right", "date": "center"}
CHAR_WIDTH = 220  # twips of a character in a cell
CELL_SIDES = 170
SHORT = 8  # a text column no wider than this is centred, as clerks do it


def table(
    columns: Sequence[Col],
    rows: Sequence[Sequence[Any]],
    tags: Tags,
    *,
    width: int,
    row_mm: float,
    keep_last: bool = False,
) -> str:
    """The table as markup; `width` in twips, `row_mm` the least height of a row.

    With `keep_last` the last row goes to the next page together with the line below the table.
    """
    widths = _shares(natural_widths(columns, rows), width)
    aligns = [_align(column, (row[n] for row in rows)) for n, column in enumerate(columns)]
    height = twips(row_mm)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    body = "".join(
        _row(row, columns, widths, aligns, tags, height, KEEP if keep_last and row is rows[-1] else "")
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{RULES}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{PADDING}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_head(columns, widths, height)}{body}</w:tbl>"
    )


def _shares(needs: Sequence[float], width: int) -> list[int]:
    """Divide the whole width: what is spare goes to all, what lacks is taken from the widest."""
    wanted = [need * CHAR_WIDTH + CELL_SIDES for need in needs]
    most = _ceiling(wanted, width)
    granted = [min(want, most) for want in wanted]
    shares = [int(width * grant / sum(granted)) for grant in granted]
    shares[-1] += width - sum(shares)
    return shares


def _ceiling(wanted: Sequence[float], width: int) -> float:
    """The width no column may pass, so that the narrow ones get all they want."""
    left, columns = float(width), len(wanted)
    for want in sorted(wanted):
        if want * columns > left:
            return left / columns
        left, columns = left - want, columns - 1
    return max(wanted)


def _align(column: Col, cells: Iterable[Any]) -> str:
    if column.align:
        return column.align
    if column.kind in NUMERIC:
        return NUMERIC[column.kind]
    longest = max((breadth(run.text) for cell in cells for run in as_runs(cell)), default=0)
    return "center" if longest <= SHORT else "left"


def _row(cells, columns, widths, aligns, tags, height, keep) -> str:
    inner = (
        paragraph("GridCell", tags.runs(as_runs(cell, column.kind)), f'{keep}<w:jc w:val="{align}"/>')
        for cell, column, align in zip(cells, columns, aligns, strict=True)
    )
    return _tr(height, map(_cell, inner, widths))


def _head(columns: Sequence[Col], widths: Sequence[int], height: int) -> str:
    """One header row, or two when columns are grouped."""
    if not any(column.group for column in columns):
        return _tr(height, map(_title, columns, widths), repeat=True)
    return _tr(height, _upper(columns, widths), repeat=True) + _tr(
        height, _lower(columns, widths), repeat=True
    )


def _title(column: Col, width: int, extra: str = "") -> str:
    return _cell(plain("GridHead", column.title), width, extra)


def _upper(columns: Sequence[Col], widths: Sequence[int]) -> Iterable[str]:
    for group, together in groupby(zip(columns, widths, strict=True), lambda pair: pair[0].group):
        pairs = list(together)
        if group:
            span = f'<w:gridSpan w:val="{len(pairs)}"/>'
            yield _cell(plain("GridHead", group), sum(width for _, width in pairs), span)
        else:
            yield from (_title(column, width, '<w:vMerge w:val="restart"/>') for column, width in pairs)


def _lower(columns: Sequence[Col], widths: Sequence[int]) -> Iterable[str]:
    for column, width in zip(columns, widths, strict=True):
        yield _title(column, width) if column.group else _cell(plain("GridHead", ""), width, "<w:vMerge/>")


def _tr(height: int, cells: Iterable[str], *, repeat: bool = False) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if repeat else ''}</w:trPr>{''.join(cells)}</w:tr>"
    )


def _cell(inner: str, width: int, extra: str = "") -> str:
    measure = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f'<w:tc><w:tcPr>{measure}{extra}<w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'
