"""What is sealed lies nowhere on the disk in the open: not in the database, its log, the files, the backup, the log file."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A home in which a year was lived, and the words that were written into it."""
    folder = tmp_path_factory.mktemp("protected")
    (folder / "tmp").mkdir()
    env = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "ZHIJIA_HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
    }
    run = subprocess.run(
        [sys.executable, "-m", "tests.house.protected", str(folder)], env=env, cwd=ROOT, capture_output=True, text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    (folder / "words.json").unlink()
    return folder, told


def contents(folder: Path):
    """Every file below a folder, what is packed in it too: (name, bytes)."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        yield name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield from ((f"{name}!{inner}", packed.read(inner)) for inner in packed.namelist())


def spellings(word: str) -> list[bytes]:
    """A word as text of any encoding in use here, escaped, in hexadecimal, and hashed as it stands."""
    utf8 = word.encode()
    ways = [word.encode(code) for code in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "unicode_escape")]
    ways += [utf8.hex().encode(), utf8.hex().upper().encode()]
    hashes = [hashlib.new(name, utf8, usedforsecurity=False) for name in ("md5", "sha1", "sha256")]
    ways += [each.hexdigest().encode() for each in hashes] + [each.digest() for each in hashes]
    return ways


def found(folder: Path, words) -> list[tuple[str, str]]:
    """(file, word) for every word that lies somewhere in the open."""
    wanted = [(word, spellings(word)) for word in words]
    return [
        (name, word) for name, data in contents(folder) for word, ways in wanted if any(way in data for way in ways)
    ]


def test_nothing_sealed_lies_in_the_open(lived):
    folder, told = lived
    assert found(folder, told["sealed"]) == []


def test_the_search_finds_what_is_not_sealed(lived):
    """Names lie in the database or its write-ahead log, and in the copy the backup holds."""
    folder, told = lived
    places = {name for name, _ in found(folder, told["plain"])}
    assert any(name.startswith("home/data/zhijia.sqlite3") for name in places)
    assert any(name.startswith("home/backups/") and "!" in name for name in places)


def test_everything_was_there_to_be_searched(lived):
    """The write-ahead log was not put away, the log tells of the act that broke, the trail of the acts, a file was kept."""
    folder, _ = lived
    names = dict(contents(folder))
    assert len(names["home/data/zhijia.sqlite3-wal"]) > 100_000
    assert b"planted" in names["home/log/zhijia.log"]
    assert any(b"trail_rowchange" in data for data in names.values())
    assert [name for name in names if name.startswith("home/files/")]


def test_nothing_is_left_in_the_folder_for_passing_things(lived):
    folder, _ = lived
    assert [path for path in (folder / "tmp").rglob("*") if path.is_file()] == []
