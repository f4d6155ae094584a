"""Where the files as units have them lie, what is true of them, and how a small sheet is made."""

import datetime
import json
from pathlib import Path

import pytest

from zhijia.kit.sheet.book import Book, Sheet

DATA = Path(__file__).parent.parent / "fixtures" / "data"
TODAY = datetime.date(2024, 6, 30)


@pytest.fixture
def data() -> Path:
    """The folder of input files."""
    return DATA


@pytest.fixture
def today() -> datetime.date:
    """The day on which we import."""
    return TODAY


@pytest.fixture
def truth():
    """What is true of a file, by its name."""
    return lambda name: json.loads((DATA / "truth" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def book():
    """A book of sheets from rows written as lines with | between the cells; a cell of digits alone stays text."""

    def make(**sheets: str) -> Book:
        return Book("测试.xlsx", "xlsx", sheets=[sheet(name, text) for name, text in sheets.items()])

    return make


def sheet(name: str, text: str, merged=()) -> Sheet:
    """A sheet from lines; an empty cell is None."""
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    return Sheet(name, rows=rows, merged=list(merged))
