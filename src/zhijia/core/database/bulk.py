"""Getting many rows in: the driver's executemany (SQLite) or COPY (PostgreSQL) under Django's transaction.

Columns come from the model; values are trusted to have been checked. Encrypted and blind columns are sealed
here, so that no import can write a plain one. An import is one act, with one deed of its own around it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.db import connections, models, router, transaction

CHUNK = 20_000
AS_THEY_ARE = (
    models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField,
    models.DateField,
)


def bulk_load(model, columns: Sequence[str], rows: Iterable[Sequence], *, chunk: int = CHUNK) -> int:
    """Insert rows (values in the order of `columns`: field names or attnames); how many went in.

    Fields not named get their defaults. Outside a transaction each chunk is its own, so that no other writer
    waits long; inside one (an import with its deed) all or none goes in.
    """
    connection = connections[router.db_for_write(model)]
    target, rows = plan(model, columns, rows, connection)
    return _fill(connection, model._meta.db_table, target, rows, chunk)


def plan(model, columns, rows, connection) -> tuple[list[models.Field], Iterable[Sequence]]:
    """The fields to write and the rows as the driver wants them."""
    named = [_field(model, name) for name in columns]
    missing = [f for f in model._meta.local_concrete_fields if f not in named and _needs_value(f)]
    names = [field.name for field in (*named, *missing)]
    if missing:
        rows = _completed(rows, [_default(field, connection) for field in missing])
    fields = [*named, *missing]
    makers = [
        None if field in missing and _constant(field) else _maker(field, at, names, connection)
        for at, field in enumerate(fields)
    ]
    return fields, rows if not any(makers) else _converted(rows, makers)


def _field(model, name) -> models.Field:
    """A concrete field by its name or attname."""
    for field in model._meta.local_concrete_fields:
        if name in (field.name, field.attname):
            return field
    raise ValueError(f"{model._meta.label} has no column {name}")


def _needs_value(field) -> bool:
    return not isinstance(field, models.AutoField) and not field.generated


def _constant(field) -> bool:
    """Whether a field left out holds the same in every row."""
    return not hasattr(field, "bulk_column") and not (field.has_default() and callable(field.default))


def _default(field, connection) -> Callable[[], Any]:
    """What a field holds when a row does not say: its default, or the moment it is made, ready for the driver."""
    if not _constant(field):
        return field.get_default if hasattr(field, "bulk_column") else field.default
    made = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    value = field.pre_save(field.model(), add=True) if made else field.get_default()
    prepared = field.get_db_prep_save(value, connection)
    return lambda: prepared


def _completed(rows, defaults):
    for row in rows:
        yield (*row, *[default() for default in defaults])


def _maker(field, at, names, connection):
    """A function of the whole row giving this column as the driver wants it; None if it is already."""
    if hasattr(field, "bulk_column"):
        return field.bulk_column(names)
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, AS_THEY_ARE) and not isinstance(field, models.DateTimeField):
        return None

    def prepared(row):
        return field.get_db_prep_save(row[at], connection)

    if isinstance(field, models.UUIDField) and not connection.features.has_native_uuid_field:
        return lambda row: row[at].hex if isinstance(row[at], UUID) else _plain_hex(row[at]) or prepared(row)
    return prepared


def _plain_hex(value) -> str | None:
    """32 hexadecimal digits are a UUID as SQLite keeps it."""
    return value if type(value) is str and len(value) == 32 else None


def _converted(rows, makers) -> Iterator[list]:
    changed = [(at, make) for at, make in enumerate(makers) if make]
    for row in rows:
        out = list(row)
        for at, make in changed:
            out[at] = make(row)
        yield out


def _fill(connection, table, fields, rows, chunk) -> int:
    total, rows = 0, iter(rows)
    for first in rows:
        with transaction.atomic(using=connection.alias, savepoint=False):
            total += _write(connection, table, fields, chain([first], islice(rows, chunk - 1)))
    return total


def _write(connection, table, fields, rows) -> int:
    columns, table = _columns(connection, fields), connection.ops.quote_name(table)
    if connection.vendor == "postgresql":
        return _copy(connection, f"COPY {table} ({columns}) FROM STDIN", rows)
    marks = ", ".join("?" * len(fields))
    with connection.wrap_database_errors:
        sent = connection.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    return sent.rowcount


def _copy(connection, statement, rows) -> int:
    with connection.cursor() as cursor, connection.wrap_database_errors:
        with cursor.copy(statement) as out:
            for row in rows:
                out.write_row(row)
        return cursor.rowcount


def _columns(connection, fields) -> str:
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)
