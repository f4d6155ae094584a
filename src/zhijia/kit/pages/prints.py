"""Pages made for A4 paper: no menu, the title and the union on top, who printed and when below."""

from collections.abc import Sequence
from itertools import islice

import segno
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString

from zhijia.kit.formats import moment, number
from zhijia.kit.html import safe, tag, void
from zhijia.kit.pages.exports import each
from zhijia.kit.pages.sections import Section, drawn
from zhijia.kit.tables import Table

MOST = 2000


def print_page(
    request,
    *,
    title: str,
    sections: Sequence[Section] = (),
    unit: str = "",
    note: str = "",
    signatures: Sequence[str] = (),
    wide=False,
    poster=False,
    back: str = "",
) -> HttpResponse:
    """A page for the printer. `unit` is the union it belongs to, `signatures` the hands it needs (制表人, 审核人);
    `wide` lays the sheet on its side, `poster` sets it in type to be read from a wall."""
    context = {
        "title": title,
        "unit": unit,
        "note": note,
        "signatures": signatures,
        "wide": wide,
        "poster": poster,
        "back": back or request.path,
        "body": safe(*(drawn(request, section, paper=True) for section in sections)),
        "by": getattr(getattr(request, "actor", None), "name", ""),
        "at": moment(timezone.now()),
    }
    return render(request, "kit/print.html", context)


def qr_code(link: str, said: str) -> SafeString:
    """A link to be read from paper by a phone, and what it leads to."""
    picture = segno.make(link, error="m", micro=False).png_data_uri(scale=6, border=2)
    return safe('<div class="qr">', void("img", src=picture, alt=link), tag("p", said), "</div>")


def printed_list(request, table: Table, rows, *, title: str, note: str = "") -> HttpResponse:
    """A list on paper, all rows asked for up to a stack nobody would read."""
    shown = list(islice(each(rows), MOST + 1))
    more = len(shown) > MOST
    said = f"只打印了前 {number(MOST)} 条，全部请导出 Excel。" if more else note
    body = Section("", table=table, rows=shown[:MOST], limit=None)
    return print_page(request, title=title, sections=[body], note=said, wide=len(table.columns) > 9)
