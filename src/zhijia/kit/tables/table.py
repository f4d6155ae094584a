"""Table: columns together. Renders its body by joining strings, because a template per cell cost 10× more (ADR 0004)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from django.utils.safestring import SafeString

from zhijia.kit.html import attributes, safe, text
from zhijia.kit.tables.columns import RIGHT, Column


@dataclass(frozen=True)
class Table:
    """How records of one kind read. `empty` says what to do when there are none yet; `name` titles an export.

    `mark` may give a row a tone (warn, bad, quiet) so that late or open records stand out.
    """

    columns: tuple[Column, ...]
    empty: str = "还没有记录。"
    name: str = ""
    mark: Callable[[Any], str | None] | None = None

    def seen_by(self, actor) -> "Table":
        """The table without the columns whose power the actor lacks."""
        if all(column.power is None for column in self.columns):
            return self
        kept = tuple(c for c in self.columns if c.power is None or (actor is not None and actor.may(c.power)))
        return replace(self, columns=kept)

    @cached_property
    def searches(self) -> tuple[str, ...]:
        """ORM fields the search box looks in, all columns together."""
        return tuple(chain.from_iterable(column.searches for column in self.columns))

    @cached_property
    def sorts(self) -> dict[str, str]:
        """Column key → ORM field, for the columns that sort."""
        return {column.key: column.sort for column in self.columns if column.sort}

    def html(self, rows: Sequence, *, head: SafeString | None = None, caption: str = "") -> SafeString:
        """The whole table; `head` replaces the plain heading row (lists put their sort links there)."""
        title = f'<caption class="unseen">{text(caption)}</caption>' if caption else ""
        return safe('<table class="rows">', title, head or self.head(), self.body(rows), "</table>")

    def head(self, inner: Callable[[Column], tuple[str, dict]] | None = None) -> SafeString:
        """The heading row; `inner(column)` may give a heading's HTML and further attributes."""
        cells = []
        for column in self.columns:
            label, more = inner(column) if inner else (text(column.heading), {})
            sorts = "s" if inner and column.sort else ""
            cells.append(f'<th scope="col"{_class(column, sorts)}{attributes(more)}>{label}</th>')
        return safe("<thead><tr>", *cells, "</tr></thead>")

    def body(self, rows: Sequence) -> SafeString:
        """All rows, every value escaped; the first column is the row's heading."""
        sample = rows[0] if rows else None
        cells = [
            (_open(column, first=not i), column.painter(sample), "</td>" if i else "</th>")
            for i, column in enumerate(self.columns)
        ]
        lines = [
            "".join([f"{opened}{paint(row)}{closed}" for opened, paint, closed in cells]) for row in rows
        ]
        if self.mark:
            tones = (self.mark(row) for row in rows)
            lines = [
                f'<tr class="{text(tone)}">{line}</tr>' if tone else f"<tr>{line}</tr>"
                for tone, line in zip(tones, lines, strict=True)
            ]
            return safe("<tbody>", *lines, "</tbody>")
        return (
            safe("<tbody><tr>", "</tr><tr>".join(lines), "</tr></tbody>")
            if lines
            else safe("<tbody></tbody>")
        )

    @property
    def exported(self) -> tuple[Column, ...]:
        """The columns that go into files."""
        return tuple(column for column in self.columns if column.export)

    def values(self, rows: Iterable) -> Iterator[list]:
        """Each row as plain values for a file, in the order of `exported`."""
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        readers = [column.plain(first) for column in self.exported]
        for row in chain([first], rows):
            yield [read(row) for read in readers]


def _class(column: Column, *more: str) -> str:
    shape = column.kind if column.kind in ("date", "long") else ""
    names = ["n" if column.kind in RIGHT else shape, "" if column.phone else "wide", *more]
    return f' class="{" ".join(filter(None, names))}"' if any(names) else ""


def _open(column: Column, *, first: bool) -> str:
    if first:
        return f'<th scope="row"{_class(column)}>'
    return f'<td{_class(column)} data-label="{text(column.heading)}">'
