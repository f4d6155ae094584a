"""A new home gets its tables at once; they are the ones its migrations would have made."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import zhijia

CONSTRAINT = re.compile(r'CONSTRAINT "(\w+)" (CHECK|UNIQUE)')
STEPS = {
    "at once": "from zhijia.site import start; start.prepare()",
    "by migrations": "from django.core.management import call_command; call_command('migrate', verbosity=0)",
}


def made(home, steps: str) -> dict:
    """The tables of a home made in a process of its own: columns, keys, indexes, constraints, triggers, migrations applied."""
    program = f"import django; django.setup(); {steps}"
    env = {**os.environ, "ZHIJIA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "zhijia.site.settings"}
    subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True)
    with sqlite3.connect(home / "data" / "zhijia.sqlite3") as base:
        return shape(base)


def shape(base) -> dict:
    """What a database is like, whatever the order its columns were added in."""
    rows = base.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    tables = {name for kind, name, *_ in rows if kind == "table" and not name.startswith("sqlite_")}
    return {
        "columns": {t: sorted(row[1:] for row in base.execute(f'PRAGMA table_info("{t}")')) for t in tables},
        "keys": {t: sorted(row[2:] for row in base.execute(f'PRAGMA foreign_key_list("{t}")')) for t in tables},
        "checks": {name: sorted(CONSTRAINT.findall(sql)) for kind, name, _, sql in rows if kind == "table"},
        "indexes": sorted((name, table, sql) for kind, name, table, sql in rows if kind == "index" and sql),
        "triggers": sorted((name, table) for kind, name, table, _ in rows if kind == "trigger"),
        "applied": sorted(base.execute("SELECT app, name FROM django_migrations")),
    }


def test_both_ways_lead_to_the_same_tables(tmp_path):
    at_once, migrated = (made(tmp_path / way, steps) for way, steps in STEPS.items())
    assert {part: at_once[part] == migrated[part] for part in at_once} == dict.fromkeys(at_once, True)
    assert len(at_once["columns"]) > 100


def test_no_migration_writes_rows_that_a_new_home_would_miss():
    ours = sorted(Path(zhijia.__file__).parent.rglob("migrations/0*.py"))
    writing = [path.name for path in ours if re.search(r"RunPython|RunSQL", path.read_text(encoding="utf-8"))]
    assert ours and writing == []
