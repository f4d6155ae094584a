"""Official papers (公文) as Word files in GB/T 9704-2012 form, every figure tagged with its key."""

from typing import Any

from docx import Document
from docx.oxml.ns import qn

from zhijia.kit.paper.grids import table
from zhijia.kit.paper.markup import KEEP, Tags, field, letters, paragraph, plain
from zhijia.kit.paper.package import document_of, write_footer
from zhijia.kit.paper.pieces import Grid, Paper, Para, Run, as_cols, breadth
from zhijia.kit.paper.rmb import official_date
from zhijia.kit.paper.styles import HEADINGS, LINE, OFFICIAL, indent
from zhijia.kit.paper.titles import title_lines

ROW_MM = 8.5
STAMPED = 4  # characters left empty right of the date, under the seal
PAGE_NUMBER = letters(Run("— ")) + field("PAGE") + letters(Run(" —"))


def write_word(paper: Paper, file: Any) -> None:
    """Write the paper to a path or a binary file; ValueError if a figure's key is too long for Word."""
    tags = Tags()
    parts = (
        plain("Title", "\n".join(title_lines(paper.title))) if paper.title else "",
        plain("Addressee", paper.to.rstrip("：:") + "：") if paper.to else "",
        _pieces(paper.body, tags, keep_last=bool(paper.signed_by or paper.dated or paper.attachments)),
        _attachments(paper.attachments),
        _signature(paper),
        *(plain("Note", f"（{note}）") for note in paper.notes),
        _pieces(paper.appendix, tags),
    )
    author = paper.signed_by.replace("\n", " ")
    document = document_of("".join(parts), OFFICIAL, title=paper.title, author=author, even_odd=True)
    _number_pages(document.sections[0])
    document.save(file)


def _pieces(pieces: list[Para | Grid], tags: Tags, *, keep_last: bool = False) -> str:
    """Paragraphs and tables in order; the last paragraph may be bound to what follows."""
    last = pieces[-1] if keep_last and pieces else None
    return "".join(
        paragraph(HEADINGS[piece.level], tags.runs(piece.runs), KEEP if piece is last else "")
        if isinstance(piece, Para)
        else _grid(piece, tags)
        for piece in pieces
    )


def _grid(grid: Grid, tags: Tags) -> str:
    """The table under its title; an empty small paragraph keeps the next one from clinging to it."""
    start = "<w:pageBreakBefore/>" if grid.new_page else ""
    title = plain("GridTitle", grid.title, start) if grid.title or start else ""
    ruled = table(as_cols(grid.columns), grid.rows, tags, width=OFFICIAL.text_width, row_mm=ROW_MM)
    return title + ruled + paragraph("GridCell", "")


def _attachments(names: list[str]) -> str:
    """附件说明: one line below the body; numbered when there is more than one, names under each other."""
    if len(names) == 1:
        lines = [("附件：" + names[0], indent(left=5, hanging=3))]
    else:
        lines = [(f"{number}. {name}", indent(left=6, hanging=1)) for number, name in enumerate(names, 1)]
        lines[:1] = [("附件：" + text, indent(left=6, hanging=4)) for text, _ in lines[:1]]
    return _below("Attachment", lines, lines_free=1, keep_last=True)


def _signature(paper: Paper) -> str:
    """署名 over the date, two lines below the text, both centred on one axis."""
    lines = paper.signed_by.split("\n") if paper.signed_by else []
    lines += [official_date(paper.dated)] if paper.dated else []
    place = signature_place(lines) if lines else ""
    return _below("Signature", [(line, place) for line in lines], lines_free=2)


def signature_place(lines: list[str]) -> str:
    """The indents of a box for all lines: the last one ends 4 characters from the right, none nearer than 2.

    The box is a little wider than its lines, so that a face somewhat broader than reckoned breaks none.
    """
    widths = [breadth(line) for line in lines]
    middle = max(STAMPED + widths[-1] / 2, 2 + max(widths) / 2)
    half = min(max(widths) / 2 + 1, middle)
    return indent(left=max(OFFICIAL.grid[1] - middle - half, 0), right=middle - half)


def _below(style: str, lines: list[tuple[str, str]], *, lines_free: int, keep_last: bool = False) -> str:
    """Lines that stand apart from what is above them and never leave each other."""
    gap = f'<w:spacing w:before="{lines_free * LINE}"/>'
    return "".join(
        plain(style, text, KEEP * (keep_last or n < len(lines)) + gap * (n == 1) + place)
        for n, (text, place) in enumerate(lines, 1)
    )


def _number_pages(section: Any) -> None:
    """— 1 —, on the outer side: right on odd pages, left on even ones, one character in."""
    right = paragraph("Footer", PAGE_NUMBER, indent(right=1) + '<w:jc w:val="right"/>')
    left = paragraph("Footer", PAGE_NUMBER, indent(left=1) + '<w:jc w:val="left"/>')
    write_footer(section.footer, right)
    write_footer(section.even_page_footer, left)


def read_paragraphs(file: Any) -> list[str]:
    """The text of every paragraph outside tables, figures included, line breaks left out."""
    body = Document(file).element.body
    return [_text(paragraph) for paragraph in body.iterchildren(qn("w:p"))]


def read_tables(file: Any) -> list[list[list[str]]]:
    """Every table as rows of cell texts."""
    body = Document(file).element.body
    return [
        [[_text(cell) for cell in row.iterchildren(qn("w:tc"))] for row in table.iterchildren(qn("w:tr"))]
        for table in body.iterchildren(qn("w:tbl"))
    ]


def read_figures(file: Any) -> list[tuple[str, str]]:
    """Every tagged figure in the order of reading: its key and the text that now stands there."""
    found = Document(file).element.body.iter(qn("w:sdt"))
    return [(control.find(f".//{qn('w:tag')}").get(qn("w:val")), _text(control)) for control in found]


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))
