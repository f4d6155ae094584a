"""Every figure of the house: documented, traceable, empty outside its period, and on a shelf people can find."""

from datetime import date
from decimal import Decimal

import pytest

from tests.house import once
from tests.house.once import lived
from zhijia.core.figures import Count, Distinct, Figure, Ratio, all_figures, figure, find
from zhijia.core.figures.citations import cite, drift
from zhijia.core.figures.kinds import Kind, Quantity
from zhijia.core.org.models import Union
from zhijia.core.org.powers import power
from zhijia.core.periods import statistical_year, year
from zhijia.core.refused import Refused
from zhijia.kit.area import house
from zhijia.kit.tables import Table

pytestmark = pytest.mark.xdist_group("demo")  # the demo is built once for all of them
KEYS = [each.key for each in all_figures()]
LONG_AGO = year(1950)


@pytest.mark.parametrize("key", KEYS)
def test_a_figure_says_what_it_is(key):
    one = figure(key)
    assert one.label and len(one.doc) >= 8, "a figure is a sentence: say what is counted"
    assert Kind(one.kind)
    assert one.area in {plate.key for plate in house()}
    if isinstance(one, Figure):
        assert isinstance(one.table, Table) and power(one.power)
    else:
        assert isinstance(figure(one.top), Figure) and isinstance(figure(one.bottom), Figure)


@pytest.mark.parametrize("key", KEYS)
def test_a_figure_nobody_recorded_is_not_zero(key, mill):
    assert find(key, Union.objects.all(), LONG_AGO).value is None


@pytest.mark.parametrize("key", KEYS)
def test_a_figure_opens_to_rows_whose_measure_is_that_number(key, kept_year):
    unions, period = kept_year
    found, cited = find(key, unions, period), cite(key, unions, period)
    if isinstance(found.figure, Ratio):
        assert [t["value"] and str(t["value"]) for t in cited["terms"]] == [
            None if v is None else str(v) for v in (found.top, found.bottom)
        ]
    elif found.value:
        assert _measured(found.figure, cited["rows"]) == found.value
    assert drift(cited, unions) == []


def _measured(one, shares):
    """The number again, from nothing but what each row gives to it."""
    if isinstance(one.measure, Count):
        return len(shares)
    if isinstance(one.measure, Distinct):
        return len(set(shares.values()))
    return sum(Decimal(share) for share in shares.values())


@pytest.mark.parametrize("key", [k for k in KEYS if isinstance(figure(k), Figure) and figure(k).additive])
def test_the_whole_is_the_sum_of_the_branches(key, kept_year):
    unions, period = kept_year
    parts = [find(key, Union.objects.filter(pk=union.pk), period).value or 0 for union in unions]
    assert sum(parts) == (find(key, unions, period).value or 0)


def test_people_and_turns_are_never_added():
    with pytest.raises(Refused, match="不能相加"):
        Quantity(11, Kind.PEOPLE) + Quantity(7, Kind.TURNS)


def test_people_are_added_to_people():
    assert Quantity(11, Kind.PEOPLE) + Quantity(7, Kind.PEOPLE) == Quantity(18, Kind.PEOPLE)


def test_not_recorded_is_not_zero_when_added():
    assert Quantity(None, Kind.YUAN) + Quantity(5, Kind.YUAN) == Quantity(5, Kind.YUAN)
    assert Quantity(None, Kind.YUAN) + Quantity(None, Kind.YUAN) == Quantity(None, Kind.YUAN)


def test_percentages_are_never_added():
    with pytest.raises(Refused, match="百分比不能相加"):
        Quantity(80, Kind.PERCENT) + Quantity(5, Kind.PERCENT)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with lived(django_db_blocker, once.demo):
        yield


@pytest.fixture
def kept_year(demo, db):
    """The unions and year of the demo."""
    return Union.objects.all(), year(2021)


def test_every_room_of_work_has_figures():
    assert {plate.key for plate in house() if not plate.figures} == {"summary"}, "the summary states figures and has none"


def test_the_statistical_year_ends_in_september():
    assert (statistical_year(2021).start, statistical_year(2021).end) == (date(2020, 10, 1), date(2021, 9, 30))
