"""The yearly form's logic checks, and that outlines and form speak only of figures the house knows."""

import pytest

from zhijia.areas.summary.rules.outlines import CELL, outlines, unknown_keys
from zhijia.areas.summary.rules.statistics import Check, Outcome, form, judged, keys, outcomes
from zhijia.core.figures import all_figures, figure


@pytest.mark.parametrize(("values", "outcome"), [
    ({"a.b": 3, "c.d": 5}, Outcome("x", "通过", "3 ≤ 5")),
    ({"a.b": 5, "c.d": 5}, Outcome("x", "通过", "5 ≤ 5")),
    ({"a.b": 6, "c.d": 5}, Outcome("x", "不通过", "6 > 5")),
    ({"a.b": None, "c.d": 5}, Outcome("x", "不能判断", "有数没有记录")),
])  # fmt: skip
def test_a_part_is_never_above_its_bound(values, outcome):
    assert judged(Check("x", low="a.b", high="c.d"), values) == outcome


@pytest.mark.parametrize(("values", "outcome"), [
    ({"a.b": 3, "c.d": None, "whole.x": 3}, Outcome("x", "通过", "分项和 3，合计 3")),
    ({"a.b": 3, "c.d": 1, "whole.x": 3}, Outcome("x", "不通过", "分项和 4，合计 3")),
    ({"whole.x": 3}, Outcome("x", "不能判断", "有数没有记录")),
    ({"a.b": 3, "whole.x": None}, Outcome("x", "不能判断", "有数没有记录")),
])  # fmt: skip
def test_parts_make_up_their_whole(values, outcome):
    assert judged(Check("x", parts=("a.b", "c.d"), whole="whole.x"), values) == outcome


def test_nothing_recorded_breaks_nothing():
    assert {each.state for each in outcomes({})} == {"不能判断"}
    assert len(outcomes({})) == len(form()[1])


def test_outlines_and_the_form_speak_only_of_figures_the_house_knows():
    known = {each.key for each in all_figures()}
    assert {each.name: unknown_keys(each, known) for each in outlines()} == {
        each.name: [] for each in outlines()
    }
    assert sorted(keys() - known) == []


def test_lists_name_columns_their_figure_has():
    for sentence in (each for outline in outlines() for each in outline.sentences() if each.each):
        columns = {column.key for column in figure(sentence.each).table.columns}
        assert set(CELL.findall(sentence.row)) <= columns


def test_every_label_is_told_from_the_others():
    labels = [each.label for each in all_figures()]
    assert sorted({each for each in labels if labels.count(each) > 1}) == []
