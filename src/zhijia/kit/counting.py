"""How many rows a list has, asked inside the query for its page and remembered while the database stays the same.

A list costs one query whether it has 1 row or 20,000. The count is remembered by the exact SQL and a stamp of the
database's state; the stamp travels in the same query, so a remembered count is never older than the rows beside it.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

# Changes whenever this or any other connection writes. An engine without an entry counts every time.
STAMPS = {"sqlite": "(SELECT (SELECT data_version FROM pragma_data_version) || '.' || total_changes())"}
_REMEMBERED = 512


@dataclass(frozen=True)
class Page:
    """One page of rows with the number of all rows and pages."""

    rows: list
    number: int
    pages: int
    total: int


def page_of(rows: QuerySet | Sequence, number: int, size: int) -> Page:
    """The rows of a page and the count of all; a number past the end gives the last page."""
    found, total = _fetch(rows, number, size)
    pages = max(1, -(-total // size))
    if number > pages:
        found, total = _fetch(rows, pages, size)
    return Page(found, min(number, pages), pages, total)


def count_of(rows: QuerySet | Sequence) -> int:
    """How many rows there are."""
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def _fetch(rows, number: int, size: int) -> tuple[list, int]:
    wanted = slice((number - 1) * size, number * size)
    if not _of_models(rows):
        return list(rows[wanted]), count_of(rows)
    try:
        sql, params = rows.order_by().values("pk").query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return [], 0
    stamp, memory = _memory(connections[rows.db])
    key = (sql, params)
    known = memory.get(key)
    found = list(_counted(rows, sql, params, stamp, known)[wanted])
    if not found:
        return found, 0 if number == 1 else rows.count()
    return found, _remember(memory, key, known, found[0]) if stamp else found[0].kit_total


def _of_models(rows) -> bool:
    return isinstance(rows, QuerySet) and rows._iterable_class is ModelIterable and not rows.query.combinator


def _memory(connection) -> tuple[str | None, OrderedDict]:
    """The stamp and what is remembered; nothing inside a transaction, which could still be taken back.

    Counts belong to one open connection of the engine, since SQLite's stamps begin anew with each.
    """
    if connection.in_atomic_block or connection.vendor not in STAMPS:
        return None, OrderedDict()
    connection.ensure_connection()
    owner, memory = getattr(connection, "kit_counts", (None, None))
    if owner is not connection.connection:
        memory = OrderedDict()
        connection.kit_counts = (connection.connection, memory)
    return STAMPS[connection.vendor], memory


def _counted(rows, sql, params, stamp, known):
    """Rows that carry the count, or only the stamp where the remembered count may still hold.

    `extra` rather than `annotate`: the expressions are whole already, and resolving them cost a third of a page.
    """
    count = f"(SELECT COUNT(*) FROM ({sql}) kit_rows)"
    if not stamp:
        return rows.extra(select={"kit_total": count}, select_params=params)
    if known:
        count, params = f"(SELECT CASE WHEN {stamp} = %s THEN NULL ELSE {count} END)", (known[0], *params)
    return rows.extra(select={"kit_stamp": stamp, "kit_total": count}, select_params=params)


def _remember(memory, key, known, first) -> int:
    total = known[1] if first.kit_total is None else first.kit_total
    memory[key] = (first.kit_stamp, total)
    memory.move_to_end(key)
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)
    return total
