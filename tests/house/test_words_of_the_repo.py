"""The repo speaks of the project alone: no machine paths, no hosts of package registries, no third-party copies."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = {".py", ".md", ".html", ".css", ".js", ".toml", ".lock", ""}
FORBIDDEN = re.compile(r"/(?:work|root|farm)/|pypi\.org|registry\.npmjs|deb\.debian|jsdelivr|unpkg|googleapis|cdnjs")


def tracked():
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: nothing to list")
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_no_machine_path_and_no_registry_host():
    found = []
    for path in tracked():
        if path.suffix in WRITTEN and path.is_file() and path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [f"{path.name}: {m.group()}" for m in FORBIDDEN.finditer(text)]
    assert found == []
