"""The walls hold, and each was seen to fall when pushed: a violation of every contract is planted in a copy of the house."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "zhijia"
DOORS = ("queries", "actions", "rules")
PLANTED = {
    "the storeys of the house": ("core/periods", "from zhijia.kit import area"),
    "the storeys of the rooms": ("areas/members/rules", "from zhijia.areas.care import queries as care_queries"),
    "the order inside a room": ("areas/care/models", "from zhijia.areas.care import actions"),
    "rules are pure": ("areas/care/rules", "from django.db import models"),
    "views never touch models": ("areas/care/views", "from zhijia.areas.care import models"),
}


def lint(folder: Path) -> str:
    """What import-linter says of a house standing in `folder`."""
    linter = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run(
        [linter, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        capture_output=True, text=True, cwd=folder, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}, check=False,
    )
    return run.stdout + run.stderr


@pytest.fixture(scope="module")
def pushed(tmp_path_factory):
    """A copy of the house in which every contract is broken once."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(SOURCE, folder / "zhijia", ignore=shutil.ignore_patterns("tests", "static", "templates", "__pycache__"))
    for name, line in PLANTED.values():
        path = folder / "zhijia" / name
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return lint(folder)


def test_the_house_keeps_its_contracts():
    assert "0 broken" in lint(ROOT / "src")


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_caught(pushed, contract):
    assert f"{contract} BROKEN" in pushed


def windows(source: Path):
    """Imports of one room into another that do not go through a door."""
    for path in sorted((source / "areas").rglob("*.py")):
        room = path.relative_to(source / "areas").parts[0]
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _imported(node):
                parts = name.split(".")
                if parts[:2] == ["zhijia", "areas"] and len(parts) > 3 and parts[2] != room and not parts[3].startswith(DOORS):
                    yield f"{path.relative_to(source)}: {name}"


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_rooms_meet_through_their_doors():
    assert list(windows(SOURCE)) == []


def test_a_room_entered_through_the_window_is_caught(tmp_path):
    (tmp_path / "areas" / "care").mkdir(parents=True)
    (tmp_path / "areas" / "care" / "actions.py").write_text("from zhijia.areas.members.models import Person\n")
    assert list(windows(tmp_path)) == ["areas/care/actions.py: zhijia.areas.members.models.Person"]
