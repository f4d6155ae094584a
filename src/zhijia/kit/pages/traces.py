"""The trace page: a figure and the rows it counts (数有出处)."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from zhijia.kit.counting import count_of
from zhijia.kit.formats import number
from zhijia.kit.html import safe
from zhijia.kit.pages.common import Crumbs, show
from zhijia.kit.pages.exports import export
from zhijia.kit.pages.lists import list_part, listing
from zhijia.kit.pages.prints import printed_list
from zhijia.kit.tables import Table


def trace_page(
    request,
    figure_title: str,
    value_text: str,
    rows,
    table: Table,
    note: str = "",
    *,
    all_rows: int | None = None,
    crumbs: Crumbs = (),
    buttons=(),
    facts=(),
) -> HttpResponseBase:
    """A figure opened to its rows. `rows` are those the actor may see, `all_rows` how many the figure counts.

    `note` is the figure's definition with its source; `facts` its union, period and the like.
    """
    found = listing(request, rows, table)
    if wanted := found.asked.one("export"):
        return export(wanted, found.table, found.rows, title=figure_title, note=note, request=request)
    if found.asked.one("print"):
        return printed_list(
            request, found.table, found.rows, title=f"{figure_title}：{value_text}", note=note
        )
    visible = count_of(rows)
    context = {
        "value": value_text,
        "seen": reach_said(visible, visible if all_rows is None else all_rows),
        "facts": tuple(facts),
        "list": list_part(request, found, empty=_empty(visible, all_rows)),
    }
    if request.headers.get("HX-Target") == "list":
        return HttpResponse(context["list"])
    return show(
        request, "kit/trace.html", context, title=figure_title, note=note, crumbs=crumbs, buttons=buttons
    )


def reach_said(visible: int, all_rows: int) -> str:
    """How many of the rows behind a figure this person may see."""
    if not all_rows:
        return "没有一行记录。"
    if visible == all_rows:
        return f"由下面 {number(all_rows)} 行记录得出。"
    return f"由 {number(all_rows)} 行记录得出，您可以看到 {number(all_rows)} 行中的 {number(visible)} 行。"


def _empty(visible: int, all_rows: int | None):
    return safe("这些记录不在您的职责范围内。" if all_rows and not visible else "这个数没有记录可列。")
