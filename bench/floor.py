"""The floor of an import: nothing checked, nothing sealed, every cell straight into the columns the importer writes."""

import sqlite3
from collections.abc import Sequence
from os import urandom
from pathlib import Path

import python_calamine

from zhijia.areas.members.models import Person, Spell
from zhijia.core.database.profile import OPTIONS
from zhijia.core.home import home

HEADER = 3  # the line of the 20,000-row rosters that names the columns
NOW = "2022-01-05 00:00:00"


def read(file: Path) -> list[dict]:
    """The rows of the first sheet by their headings."""
    sheet = python_calamine.CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
    rows = iter(sheet.iter_rows())
    heads = [next(rows) for _ in range(HEADER)][-1]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def write(rows: Sequence[dict], *, union: int, batch: int) -> None:
    """One transaction, one executemany for people and one for memberships, on the product's own tables."""
    connection = sqlite3.connect(home().database, isolation_level=None)
    connection.executescript(OPTIONS["init_command"])
    connection.execute("BEGIN IMMEDIATE")
    people = ((key, *_person(row, union, batch)) for key, row in enumerate(rows, 1))
    connection.executemany(_insert(Person), people)
    members = ((key, row) for key, row in enumerate(rows, 1) if row["会籍状态"] != "转出")
    connection.executemany(_insert(Spell), ((key, *_spell(key, row, batch)) for key, row in members))
    connection.execute("COMMIT")
    connection.close()


def _insert(model) -> str:
    columns = [field.column for field in model._meta.local_concrete_fields]
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})'


def _person(row: dict, union: int, batch: int) -> tuple:
    """The columns of Person after the key, in the order of the model."""
    return (
        urandom(16).hex(), union, union, row["姓名"], "", "", row["性别"], str(row["出生日期"]), row["民族"],
        "", "", "", "", False, str(row["身份证号"]).encode(), urandom(16), str(row["手机号码"]).encode(), urandom(16),
        "", "在岗", None, None, "", "", "", None, batch,
    )


def _spell(person: int, row: dict, batch: int) -> tuple:
    """The columns of Spell after the key."""
    joined = str(row["入会时间"])
    return (person, row["会籍状态"], joined, joined, "入会", None, "", row["会员证号"], "", NOW, batch)
