"""Sections: the parts of a record's page, each a list of facts, a table or words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from zhijia.kit.buttons import Button, address
from zhijia.kit.buttons import drawn as drawn_buttons
from zhijia.kit.formats import number
from zhijia.kit.html import safe, tag, text
from zhijia.kit.tables import Table

Facts = Iterable[tuple[str, object]]


@dataclass(frozen=True)
class Section:
    """One part of a page. Give it facts, or a table with its rows, or words; `body` takes HTML the kit has built.

    A long table shows its first `limit` rows and `more`, the address of the list with all of them.
    """

    title: str = ""
    facts: Facts = ()
    table: Table | None = None
    rows: Sequence | QuerySet = ()
    words: str = ""
    body: SafeString = field(default_factory=SafeString)
    buttons: Iterable[Button] = ()
    empty: str = ""
    more: str = ""
    limit: int | None = 20


def facts_list(facts: Facts) -> SafeString:
    """Label and value, one under another; a value nobody recorded says so."""
    lines = [f"<div><dt>{text(label)}</dt><dd>{_value(value)}</dd></div>" for label, value in facts]
    return safe('<dl class="facts">', *lines, "</dl>") if lines else safe()


def drawn(request, section: Section, *, paper=False) -> SafeString:
    """A section as HTML."""
    head = tag("h2", section.title) if section.title else ""
    buttons = "" if paper else drawn_buttons(request, section.buttons)
    bar = (
        safe(
            '<div class="section-head">',
            text(head),
            safe('<div class="buttons">', buttons, "</div>") if buttons else "",
            "</div>",
        )
        if head or buttons
        else ""
    )
    return safe(
        '<section class="part">',
        bar,
        facts_list(section.facts),
        _words(section.words),
        section.body,
        _table(request, section),
        "</section>",
    )


def _value(value) -> str:
    if value is None or value == "":
        return '<span class="none">没有记录</span>'
    if isinstance(value, bool):
        return "是" if value else "否"
    return text(value).replace("\n", "<br>")


def _words(words: str) -> str:
    return "".join(f"<p>{text(line)}</p>" for line in words.splitlines() if line.strip())


def _table(request, section: Section) -> SafeString:
    if section.table is None:
        return safe()
    table = section.table.seen_by(getattr(request, "actor", None))
    limit = section.limit
    rows = list(section.rows if limit is None else section.rows[: limit + 1])
    if not rows:
        return tag("p", section.empty or table.empty, class_="none")
    shown = rows if limit is None else rows[:limit]
    return safe(
        '<div class="scroll">',
        table.html(shown, caption=section.title),
        "</div>",
        _more(section) if len(rows) > len(shown) else "",
    )


def _more(section: Section) -> SafeString:
    said = f"只列出前 {number(section.limit)} 条。"
    link = tag("a", "看全部", href=address(section.more)) if section.more else ""
    return safe('<p class="more">', said, text(link), "</p>")
