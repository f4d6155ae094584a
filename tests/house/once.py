"""A year that takes seconds to live is lived once a process; later modules get the same rows laid down again."""

from collections.abc import Callable
from contextlib import contextmanager

from django.db import connection, transaction

TRAIL = "trail_rowchange"  # written by triggers as well, so its rows are laid down last
_lived: dict[Callable, tuple[object, dict[str, list[tuple]]]] = {}


@contextmanager
def lived(django_db_blocker, live: Callable):
    """What `live` made, in a database that is as before afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        if live in _lived:
            lay_down(_lived[live][1])
        else:
            _lived[live] = (live(), rows())
        yield _lived[live][0]
        transaction.set_rollback(True)


def rows() -> dict[str, list[tuple]]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: cursor.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def lay_down(kept: dict[str, list[tuple]]) -> None:
    """The same rows again, in tables emptied of what is there."""
    with connection.cursor() as cursor:
        for table in (*(name for name in kept if name != TRAIL), TRAIL):
            cursor.execute(f'DELETE FROM "{table}"')
            if kept[table]:
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({", ".join(["%s"] * len(kept[table][0]))})', kept[table])


def demo() -> None:
    """The demo's year, built through the actions."""
    from zhijia.site.demo import build

    build.build_records(lambda _: None)
