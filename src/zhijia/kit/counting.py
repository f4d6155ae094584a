"""How many rows a list has, asked inside the query for its page and remembered while the database stays the same.

A list costs one query whether it has 1 row or 20,000. The count is remembered by the exact SQL and a stamp of the
database's state; the stamp travels in the same query, so a remembered count is never older than the rows beside it.
The ORM words that query once; wording it again for the count, as `extra` and `annotate` do, took a third of a page.
The wording of a prepared query (core.org.prepared) is kept.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

from zhijia.core.org.prepared import name_of

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


@dataclass(frozen=True)
class Worded:
    """A question in SQL, and the compiler that knows how to make records of the answer."""

    sql: str
    params: tuple
    compiler: SQLCompiler


@dataclass(frozen=True)
class Known:
    """A count, the state of the database it was true of, and how it is asked."""

    stamp: str
    total: int
    asked: tuple[str, tuple]


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
    start = (number - 1) * size
    if not _of_models(rows):
        return list(rows[start:start + size]), count_of(rows)
    try:
        worded = _worded(rows)
    except EmptyResultSet:
        return [], 0
    answers, total = _asked(rows, worded, f" LIMIT {size} OFFSET {start}")
    if not answers:
        return [], 0 if number == 1 else rows.count()
    return _made(rows, worded.compiler, answers), total


def _worded(rows) -> Worded:
    """The question in SQL; of a prepared one it is kept, as long as the connection lives."""
    name = name_of(rows)
    kept = connections[rows.db].__dict__.setdefault("kit_worded", OrderedDict())
    if name is not None and name in kept:
        return kept[name]
    compiler = rows.query.get_compiler(rows.db)
    sql, params = compiler.as_sql()
    worded = Worded(sql, params, compiler)
    if name is not None:
        _keep(kept, name, worded)
    return worded


def _of_models(rows) -> bool:
    """Whether these are records of a plain query, which takes two more columns at its head."""
    if not isinstance(rows, QuerySet) or rows._iterable_class is not ModelIterable:
        return False
    query = rows.query
    return not (query.combinator or query.is_sliced or query.distinct_fields)


def _memory(connection) -> tuple[str | None, OrderedDict]:
    """The stamp and what is remembered; nothing inside a transaction, which could still be taken back.

    Counts belong to one open connection of the engine, since SQLite's stamps begin anew with each.
    """
    if connection.in_atomic_block or connection.vendor not in STAMPS:
        return None, OrderedDict()
    connection.ensure_connection()
    owner, memory = getattr(connection, "kit_counts", (None, OrderedDict()))
    if owner is not connection.connection:
        memory = OrderedDict()
        connection.kit_counts = (connection.connection, memory)
    return STAMPS[connection.vendor], memory


def _asked(rows, worded: Worded, part: str) -> tuple[list, int]:
    """The rows of a page as the database tells them, and the count of all, in one question."""
    connection = connections[rows.db]
    stamp, memory = _memory(connection)
    sql, params = worded.sql, worded.params
    known = memory.get((sql, params))
    count, told = asked = known.asked if known else _count(rows)
    if known:
        count, told = f"(CASE WHEN {stamp} = %s THEN NULL ELSE {count} END)", (known.stamp, *told)
    word, rest = ("SELECT DISTINCT ", sql[16:]) if sql.startswith("SELECT DISTINCT ") else ("SELECT ", sql[7:])
    with connection.cursor() as cursor:
        cursor.execute(f"{word}{stamp or 'NULL'}, {count}, {rest}{part}", (*told, *params))
        answers = cursor.fetchall()
    if not answers:
        return [], 0
    total = known.total if known and answers[0][1] is None else answers[0][1]
    if stamp:
        _keep(memory, (sql, params), Known(answers[0][0], total, asked))
    return [answer[2:] for answer in answers], total


def _count(rows) -> tuple[str, tuple]:
    """The count of all rows, to be asked within another question."""
    sql, params = rows.order_by().values("pk").query.get_compiler(rows.db).as_sql()
    return f"(SELECT COUNT(*) FROM ({sql}) kit_rows)", params


def _made(rows: QuerySet, compiler, answers: list) -> list:
    """Records out of what the database told, by the ORM's own hands: its compiler hands over what is there already."""
    made = rows.all()
    vars(compiler)["execute_sql"] = lambda **_: [answers]
    vars(made.query)["get_compiler"] = lambda *_, **__: compiler
    return list(made)


def _keep(memory, key, value) -> None:
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)
