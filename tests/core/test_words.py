"""The glossary: what the house calls things is written down once, and the names in it are real."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from zhijia.core.figures import Kind as FigureKind
from zhijia.core.org.models import Kind, Role

ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in (Path(__file__).resolve().parents[2] / "docs" / "words.md").read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| 中文 |", "|---"))
]
TERMS = [term for row in ROWS for term in row[0].split("、")]
CORE_NAMES = sorted({name for row in ROWS for name in re.findall(r"`(core\.[\w.]+)`", row[2])})


def test_every_row_has_a_term_its_english_its_name_and_its_source():
    assert [row for row in ROWS if len(row) != 4 or not all(row)] == []
    assert [row for row in ROWS if not re.search(r"`[\w.]+`", row[2])] == []
    assert len(ROWS) >= 180


def test_a_term_is_explained_once():
    assert sorted(term for term in set(TERMS) if TERMS.count(term) > 1) == []


@pytest.mark.parametrize("names", [Kind, Role, FigureKind])
def test_kinds_of_union_posts_and_numbers_are_in_the_glossary(names):
    assert [str(each.value) for each in names if str(each.value) not in TERMS] == []


@pytest.mark.parametrize("name", CORE_NAMES)
def test_a_name_of_the_foundations_is_found_in_the_code(name):
    assert _found(name.split("."))


def _found(parts):
    """Import as far as modules go, then follow attributes."""
    for end in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(["zhijia", *parts[:end]]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part)
        return found
    return None
