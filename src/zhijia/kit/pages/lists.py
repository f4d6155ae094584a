"""The list page: search, filter, sort, page, export, print; and its parts, which other pages use too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString

from zhijia.core.org.prepared import name_of, named
from zhijia.kit import filters as filter_fields
from zhijia.kit.asked import Asked, ordered, searched
from zhijia.kit.buttons import Button
from zhijia.kit.buttons import drawn as drawn_buttons
from zhijia.kit.counting import Page, page_of
from zhijia.kit.filters import FilterSet
from zhijia.kit.formats import number
from zhijia.kit.html import safe, tag, text, void
from zhijia.kit.pages.common import Crumbs, show
from zhijia.kit.pages.exports import export
from zhijia.kit.pages.prints import printed_list
from zhijia.kit.tables import Column, Table

PAGE_SIZE = 20


@dataclass(frozen=True)
class Listing:
    """Rows as asked for: one page of them for the screen, all of them for files.

    `filters` are those the request fills, `box` the class whose fields are drawn.
    """

    asked: Asked
    table: Table
    rows: QuerySet | Sequence
    filters: FilterSet | None = None
    unit: str = "条"
    box: type[FilterSet] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether search or filters leave something out."""
        return bool(self.asked.words) or (self.filters is not None and filter_fields.in_use(self.filters))

    @cached_property
    def page(self) -> Page:
        """The rows for the screen, with the number of all."""
        return page_of(self.rows, self.asked.page, PAGE_SIZE)


def listing(request, rows, table: Table, *, filters=None, searches=None, unit="条") -> Listing:
    """Narrow and order rows by what the request asks for."""
    asked = Asked.by(request)
    table = table.seen_by(getattr(request, "actor", None))
    chosen = filter_fields.asked_for(filters, request, rows) if filters else None
    rows = chosen.qs if chosen is not None else rows
    rows = searched(rows, table.searches if searches is None else searches, asked.words)
    return Listing(asked, table, in_order(rows, table.sorts, asked), chosen, unit, filters)


def in_order(rows, sorts: dict[str, str], asked: Asked):
    """Rows in the order asked for; what was prepared and not narrowed stays known by its name and that order."""
    found, name = ordered(rows, sorts, asked), name_of(rows)
    if name is None or not isinstance(found, QuerySet):
        return found
    return named(found, (name, found.query.order_by))


def list_page(
    request,
    rows,
    table: Table,
    *,
    title: str,
    filters=None,
    buttons: Iterable[Button] = (),
    note="",
    searches=None,
    empty="",
    crumbs: Crumbs = (),
    unit="条",
) -> HttpResponseBase:
    """A page of records.

    `rows` is a queryset already within the actor's reach; `filters` a FilterSet class; `searches` ORM fields the box
    looks in (default: the columns' own) or a callable (rows, words) → rows; `unit` what one row is counted as (人, 次).
    """
    found = listing(request, rows, table, filters=filters, searches=searches, unit=unit)
    if wanted := found.asked.one("export"):
        return export(wanted, found.table, found.rows, title=title, note=note, request=request)
    if found.asked.one("print"):
        return printed_list(request, found.table, found.rows, title=title, note=note)
    part = list_part(request, found, empty=empty or table.empty, buttons=buttons)
    if request.headers.get("HX-Target") == "list":
        response = HttpResponse(part)
    else:
        box = search_box(request.path, found, searches=table.searches if searches is None else searches)
        response = show(
            request,
            "kit/list.html",
            {"list": part, "box": box},
            title=title,
            note=note,
            crumbs=crumbs,
            buttons=buttons,
        )
    patch_vary_headers(response, ["HX-Target"])
    return response


def search_box(path: str, found: Listing, *, searches) -> SafeString:
    """Search and filters in one form that works by pressing Enter, and without a press where htmx runs.

    Nothing to search in, nothing to search with.
    """
    if (not searches and found.box is None) or not (found.page.total or found.narrowed):
        return safe()
    word = void(
        "input", type="search", name="q", value=found.asked.words or None, maxlength=80, autocomplete="off"
    )
    return safe(
        f'<form id="asked" class="asked" method="get" role="search" {_ask(path)}>',
        safe('<label class="search"><span>搜索</span>', word, "</label>") if searches else "",
        _filters(found) if found.box is not None else "",
        '<button class="button plain">查询</button></form>',
    )


def _ask(path: str) -> str:
    """How htmx asks again when something is chosen or typed, putting only the list in its place."""
    return (
        f'hx-get="{text(path)}" hx-target="#list" hx-swap="outerHTML" hx-replace-url="true" hx-sync="this:replace" '
        'hx-trigger="submit, change, input changed delay:400ms from:find input[type=search]"'
    )


def _filters(found: Listing) -> SafeString:
    used = found.filters is not None and filter_fields.in_use(found.filters)
    fields = (
        filter_fields.drawn_empty(found.box)  # type: ignore[arg-type]  # a class has a hash
        if found.filters is None
        else filter_fields.drawn(found.filters)
    )
    return safe(
        f'<details class="filters{" used" if used else ""}" open><summary>筛选</summary><div class="fields">',
        fields,
        "</div></details>",
    )


def list_part(request, found: Listing, *, empty: str, buttons: Iterable[Button] = ()) -> SafeString:
    """The part of a list that changes with the question: count, files, table, pages."""
    page = found.page
    if not page.total:
        return safe('<div id="list">', _order(found), _nothing(request, found, empty, buttons), "</div>")
    return safe(
        '<div id="list">',
        _order(found),
        _summary(found, page),
        '<div class="scroll">',
        found.table.html(page.rows, head=_head(found)),
        "</div>",
        pager(found.asked, page),
        "</div>",
    )


def _order(found: Listing) -> SafeString:
    """The order belongs to the question, but stands with the list, where sorting changes it."""
    order = found.asked.one("sort")
    return void("input", type="hidden", name="sort", value=order, form="asked") if order else safe()


def _summary(found: Listing, page: Page) -> SafeString:
    asked = found.asked
    kept = tag("a", "清除条件", href="?") if found.narrowed else ""
    said = (
        f"符合条件的有 {number(page.total)} {found.unit}"
        if found.narrowed
        else f"共 {number(page.total)} {found.unit}"
    )
    return safe(
        '<div class="summary"><p role="status">',
        text(said),
        " ",
        kept,
        '</p><p class="tools">',
        f'<a href="{text(asked.address(export="xlsx"))}">导出 Excel</a> ',
        f'<a href="{text(asked.address(export="csv"))}">导出 CSV</a> ',
        f'<a href="{text(asked.address(export="docx"))}">Word 台账</a> ',
        f'<a href="{text(asked.address(print="1"))}">打印</a></p></div>',
    )


def _nothing(request, found: Listing, empty: str, buttons) -> SafeString:
    """An empty list says what to do next."""
    if found.narrowed:
        return safe(
            '<div class="nothing"><p role="status">没有符合条件的记录。</p><p>',
            tag("a", "清除条件，看全部", class_="button plain", href="?"),
            "</p></div>",
        )
    return safe(
        '<div class="nothing"><p role="status">',
        text(empty),
        '</p><div class="buttons">',
        drawn_buttons(request, buttons),
        "</div></div>",
    )


def _head(found: Listing) -> SafeString:
    """The heading row with sort links; a second press turns the order round."""
    now, down = found.asked.order

    def heading(column: Column):
        if not column.sort:
            return text(column.heading), {}
        turned = column.key == now and not down
        url = found.asked.address(sort=f"-{column.key}" if turned else column.key)
        state = ("descending" if down else "ascending") if column.key == now else None
        link = f'<a id="by-{text(column.key)}" href="{text(url)}"{_swap(url)}>{text(column.heading)}</a>'
        return link, {"aria-sort": state}

    return found.table.head(heading)


def pager(asked: Asked, page: Page) -> SafeString:
    """Links to the pages near this one, the first and the last."""
    if page.pages == 1:
        return safe()
    near = [n for n in range(page.number - 2, page.number + 3) if 1 <= n <= page.pages]
    shown = sorted({1, page.pages, *near})
    parts, last = [], 0
    for n in shown:
        parts.append('<li class="gap">…</li>' if n > last + 1 else "")
        parts.append(f"<li>{_page_link(asked, n, number(n), current=n == page.number)}</li>")
        last = n
    back = f"<li>{_page_link(asked, page.number - 1, '上一页')}</li>" if page.number > 1 else ""
    on = f"<li>{_page_link(asked, page.number + 1, '下一页')}</li>" if page.number < page.pages else ""
    return safe('<nav class="pager" aria-label="翻页"><ul>', back, *parts, on, "</ul></nav>")


def _page_link(asked: Asked, n: int, label: str, *, current=False) -> str:
    url = asked.address(page=n if n > 1 else None)
    here = ' aria-current="page"' if current else ""
    return f'<a id="page-{text(label)}" href="{text(url)}"{here}{_swap(url)}>{text(label)}</a>'


def _swap(url: str) -> str:
    return f' hx-get="{text(url)}" hx-target="#list" hx-swap="outerHTML show:#list:top" hx-push-url="true"'
