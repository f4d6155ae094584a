"""Figure and Ratio, the register of all of them, and how one is found for unions and a period."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import QuerySet

from zhijia.core.figures.kinds import Kind, Quantity, plain
from zhijia.core.figures.measures import Count, Distinct, Sum
from zhijia.core.periods import Period

Rows = Callable[[QuerySet, Period], QuerySet]


@dataclass(frozen=True)
class Figure:
    """A number the union may state.

    `book` are all rows of the ledger the figure is taken from: when it is empty for the unions and the period the
    figure is not recorded (None), when it is not but `rows` is empty, the figure is 0. `table` is how an area shows
    such rows; `power` is needed to open them; `doc` is the definition with its source.
    `additive`: whether the whole is the sum of the branches (not true of distinct people).
    """

    key: str
    label: str
    kind: Kind
    rows: Rows
    measure: Count | Distinct | Sum
    table: object
    power: str
    doc: str
    book: Rows | None = None
    moment: bool = False

    @property
    def area(self) -> str:
        return self.key.partition(".")[0]

    @property
    def additive(self) -> bool:
        return not isinstance(self.measure, Distinct)


@dataclass(frozen=True)
class Ratio:
    """A ratio (率) keeps its two terms, both figures; the percentage is only how it is shown."""

    key: str
    label: str
    top: str
    bottom: str
    doc: str
    kind: Kind = Kind.PERCENT

    @property
    def area(self) -> str:
        return self.key.partition(".")[0]


@dataclass(frozen=True)
class Finding:
    """A figure found for unions and a period: its value, and for a ratio its two terms."""

    figure: Figure | Ratio
    period: Period
    value: int | Decimal | None
    top: int | Decimal | None = None
    bottom: int | Decimal | None = None
    count: int = 0

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.value, Kind(self.figure.kind))

    def __str__(self) -> str:
        if isinstance(self.figure, Ratio) and self.value is not None:
            return f"{plain(self.top)}/{plain(self.bottom)}，{self.value} %"
        return str(self.quantity)


_figures: dict[str, Figure | Ratio] = {}


def register(figures) -> None:
    """Add an area's figures; a key declared twice with another meaning is a mistake in the house."""
    for each in figures:
        if _figures.setdefault(each.key, each) is not each:
            raise ValueError(f"figure declared twice: {each.key}")


def figure(key: str) -> Figure | Ratio:
    """The registered figure; an unknown key raises KeyError."""
    return _figures[key]


def all_figures() -> tuple[Figure | Ratio, ...]:
    """Every figure of the house, in the order of the rooms."""
    return tuple(_figures.values())


def find(key: str, unions: QuerySet, period: Period) -> Finding:
    """Find a figure for the unions (a queryset of org.Union) and the period."""
    return _Search(unions, period).find(key)


def find_all(keys: Iterable[str], unions: QuerySet, period: Period) -> dict[str, Finding]:
    """Find several figures of the same unions and period; what they share is asked once."""
    search = _Search(unions, period)
    return {key: search.find(key) for key in keys}


class _Search:
    """Figures of some unions and a period: half of them share a book, and ratios are made of others."""

    def __init__(self, unions: QuerySet, period: Period):
        self.unions, self.period = unions, period
        self.found: dict[str, Finding] = {}
        self.kept: dict[Rows, bool] = {}

    def find(self, key: str) -> Finding:
        if key not in self.found:
            wanted = figure(key)
            self.found[key] = self._ratio(wanted) if isinstance(wanted, Ratio) else self._count(wanted)
        return self.found[key]

    def _ratio(self, wanted: Ratio) -> Finding:
        return _ratio(wanted, self.find(wanted.top), self.find(wanted.bottom), self.period)

    def _count(self, wanted: Figure) -> Finding:
        rows = wanted.rows(self.unions, self.period)
        count = rows.count()
        if not count:
            return Finding(wanted, self.period, 0 if self._recorded(wanted.book) else None)
        value = count if isinstance(wanted.measure, Count) else wanted.measure.of(rows)
        return Finding(wanted, self.period, value, count=count)

    def _recorded(self, book: Rows | None) -> bool:
        """Whether the ledger holds anything at all for these unions and this period."""
        if book is None:
            return False
        if book not in self.kept:
            self.kept[book] = book(self.unions, self.period).exists()
        return self.kept[book]


def _ratio(wanted: Ratio, top: Finding, bottom: Finding, period: Period) -> Finding:
    value = percent(top.value, bottom.value)
    return Finding(wanted, period, value, top.value, bottom.value, top.count + bottom.count)


def percent(top, bottom) -> Decimal | None:
    """A percentage with one decimal, half up; None when a term is missing or the bottom is 0."""
    if top is None or not bottom:
        return None
    return (Decimal(top) * 100 / Decimal(bottom)).quantize(Decimal("0.1"), ROUND_HALF_UP)
