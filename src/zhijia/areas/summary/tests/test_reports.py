"""Six annual summaries as offices have them: every planted blank is found, and nothing else is called one."""

from pathlib import Path

import pytest

from zhijia.areas.summary.rules.blanks import blanks
from zhijia.areas.summary.rules.numbers import typed

REPORTS = Path(__file__).parent / "reports"
BLANKS = {
    "p01_vehicle_team_2021": [(12, "x月份")],
    "p02_township_2020": [(14, "　元")],
    "p03_primary_school_2022": [],
    "p04_banknote_branch_2021": [(4, "2。7"), (7, "x月份")],
    "p05_university_2019": [],
    "p06_power_supply_2018": [(21, "6．．9")],
}


def paragraphs(name):
    return (REPORTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", BLANKS)
def test_the_planted_blanks_are_found_and_nothing_else(name):
    found = [(n, each.text) for n, line in enumerate(paragraphs(name), 1) for each in blanks(line)]
    assert found == BLANKS[name]


def test_the_figures_of_a_report_are_seen_as_typed():
    found = [each.text for line in paragraphs("p02_township_2020") for each in typed(line)]
    assert found[:6] == ["14家", "332人", "265人", "80%", "241人", "12%"]
