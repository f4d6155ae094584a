"""What SQLite itself can say of a database file."""

import sqlite3
from pathlib import Path

from django.db.backends.sqlite3._functions import register

MOST = 5
WAIT_SECONDS = 20


def connect(file: Path) -> sqlite3.Connection:
    """A database file outside Django, with the functions that constraints written by Django call."""
    connection = sqlite3.connect(file, timeout=WAIT_SECONDS, isolation_level=None)
    register(connection)
    return connection


def complaints(connection: sqlite3.Connection) -> list[str]:
    """What is wrong inside, in a few Chinese sentences; nothing when all is well."""
    try:
        told = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall()]
        broken = [f"数据库内部损坏（{line}）" for line in told if line != "ok"][:MOST]
        return broken or _dangling(connection.execute("PRAGMA foreign_key_check").fetchall())
    except sqlite3.DatabaseError as problem:
        return [f"数据库内部损坏（{problem}）"]


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of every table."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    tables = [name for (name,) in connection.execute(listed)]
    return {t: connection.execute(f'SELECT COUNT(*) FROM "{t}"').fetchone()[0] for t in tables}


def empty(connection: sqlite3.Connection) -> bool:
    """Whether no table was ever made."""
    return not connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]


def _dangling(rows) -> list[str]:
    tables = sorted({(table, parent) for table, _, parent, _ in rows})
    return [f"{table} 里有记录指向不存在的 {parent}" for table, parent in tables][:MOST]
