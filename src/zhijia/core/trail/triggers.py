"""Database triggers that keep the before-image of every changed row, so a bulk or raw write cannot slip past."""

from django.apps import apps
from django.db import connections

UNTRACKED = {"trail", "jobs", "sessions", "axes", "contenttypes", "auth", "migrations"}


def tracked_models():
    """Every table of the house but the trail itself, the machinery, and tables that say why they keep no trail.

    A model says so with `untracked`, a reason in words (secret ballots).
    """
    return [
        m for m in apps.get_models()
        if m._meta.app_label not in UNTRACKED and m._meta.managed and not getattr(m, "untracked", "")
    ]


def install(using="default", **_):
    """Make the triggers anew after every migrate; SQLite only (PostgreSQL: docs/operate/postgresql.md)."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        for model in tracked_models():
            if model._meta.db_table in existing:
                for statement in statements(model):
                    cursor.execute(statement)


def statements(model):
    """SQL of the three triggers of one table. An insert needs no before-image: the row itself is the record."""
    table, key = model._meta.db_table, model._meta.pk.column
    cells = ", ".join(f"'{f.column}', {_cell(f)}" for f in model._meta.concrete_fields)
    image = f"json_object({cells})"
    for op, event, row, before in (("I", "INSERT", "NEW", "NULL"), ("U", "UPDATE", "OLD", image), ("D", "DELETE", "OLD", image)):
        yield f'DROP TRIGGER IF EXISTS "trail_{table}_{op}"'
        yield (
            f'CREATE TRIGGER "trail_{table}_{op}" AFTER {event} ON "{table}" BEGIN '
            f'INSERT INTO trail_rowchange ("at", "table", "row", "op", "before") VALUES '
            f"(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '{table}', {row}.\"{key}\", '{op}', {before}); END"
        )


def _cell(field):
    """A column as JSON may hold it; ciphertext (a BLOB) as hexadecimal."""
    old = f'OLD."{field.column}"'
    return f"CASE typeof({old}) WHEN 'blob' THEN hex({old}) ELSE {old} END"
