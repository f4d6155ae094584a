"""A new key in a house of its own: everything opens as before, and the old key alone opens nothing new."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROSTER = Path(__file__).resolve().parents[1] / "fixtures" / "data" / "roster_school.xlsx"


@pytest.fixture
def zhijia(tmp_path):
    """The command in a home of this test's own; its JSON answer."""
    program = Path(sys.executable).parent / "zhijia"
    env = {**os.environ, "ZHIJIA_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "zhijia.site.settings"}

    def run(*arguments):
        done = subprocess.run([program, *map(str, arguments), "--json"], capture_output=True, text=True, env=env, check=False)
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)

    return run


def test_after_a_new_key_the_same_roster_still_changes_nothing(zhijia, tmp_path):
    zhijia("init", "--name", "柳溪镇中心小学工会", "--kind", "学校工会", "--code", "school")
    bring = ("import", "roster", ROSTER, "--union", "school")
    zhijia(*bring, "--yes")
    before = (tmp_path / "keys" / "master.key").read_text()
    answer = zhijia("rekey")
    assert answer["rows"] > 90 and (tmp_path / "keys" / "master.key").read_text() != before
    assert zhijia("check") == {"findings": []}
    again = zhijia(*bring, "--dry-run")
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 96)
