"""What the records say about unions and a period, by way of the register of figures."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from zhijia.areas.summary.rules.outlines import Outline
from zhijia.areas.summary.rules.wording import Known
from zhijia.core import periods
from zhijia.core.figures import Figure, Finding, Ratio, all_figures, figure, find_all
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches, reach
from zhijia.core.periods import Period
from zhijia.core.policy import maybe

LATE = "ui.late_days"
STANDING = ("人", "户", "个")  # people and homes in care stand through years in which nothing was done
FIRST = 1990  # the first year looked at for records


def unions_of(union: Union) -> QuerySet[Union]:
    """The union and everything below it: what its summary speaks of."""
    return branches(union)


def at(period: Period, when: str) -> Period:
    """The period itself, the one a year before, or the one a year after."""
    if when == "last":
        return periods.last(period)
    return periods.year(period.end.year + 1) if when == "next" else period


def known(unions: QuerySet, period: Period, outline: Outline) -> Known:
    """Everything an outline may want to say, found in the records."""
    registered = {each.key for each in all_figures()}
    wanted = sorted(outline.keys & registered)
    now, last = (_values(wanted, unions, at(period, when)) for when in ("", "last"))
    ahead = {key for each in outline.sentences() if each.period == "next" for key in each.keys} & registered
    following = _values(ahead, unions, at(period, "next"))
    return Known(now, last, following, lambda key, when: cells_of(figure(key), unions, at(period, when)))


def _values(keys, unions: QuerySet, period: Period) -> dict:
    return {key: found.value for key, found in find_all(keys, unions, period).items()}


def cells_of(wanted: Figure, unions: QuerySet, period: Period) -> list[tuple[int, dict]]:
    """The rows of a figure as the area's own table reads them, in the order they happened."""
    rows = list(wanted.rows(unions, period))
    readers = (
        [(column.key, column.kind, column.reader(rows[0])) for column in wanted.table.columns] if rows else []
    )
    found = [(row.pk, {key: _value(read(row)) for key, _, read in readers}) for row in rows]
    days = [key for key, kind, _ in readers if kind == "date"]
    return sorted(found, key=lambda each: (str(each[1][days[0]]), each[0])) if days else found


def _value(value):
    """A cell as a plain value; a related record by its name."""
    return (
        value if value is None or isinstance(value, (int, Decimal)) or hasattr(value, "month") else str(value)
    )


def findings(unions: QuerySet, period: Period, keys=None) -> list[Finding]:
    """Every registered figure, or the wanted ones, found for the unions and the period."""
    wanted = (each.key for each in all_figures() if keys is None or each.key in keys)
    return list(find_all(wanted, unions, period).values())


def figures_at(actor, union: Union, period: Period, keys=None) -> list[Finding]:
    """The figures of a union that the actor may know: those whose power the actor holds; none out of reach."""
    if not actor.can("figures.read", union):
        return []
    wanted = (each for each in all_figures() if keys is None or each.key in keys)
    open_to = {each.key for each in wanted if actor.may(power_of(each))}
    return findings(unions_of(union), period, open_to)


def power_of(wanted: Figure | Ratio) -> str:
    """The power needed to open a figure; a ratio needs that of its first term."""
    return wanted.power if isinstance(wanted, Figure) else power_of(figure(wanted.top))


def rows_open_to(actor, wanted: Figure, unions: QuerySet, period: Period) -> QuerySet:
    """The rows behind a figure that the actor may see: the same rows, over the unions within reach."""
    return wanted.rows(unions.filter(reach(actor, wanted.power, at="")), period)


def late_rows(wanted: Figure, union: Union, rows: QuerySet) -> dict[int, int]:
    """Rows written down late (补录), by how many days: act day by the table's first date, against `recorded_at`.

    What stands at a moment (members, open files) was not done on a day, so it is never late.
    """
    column = next((each for each in wanted.table.columns if each.kind == "date"), None)
    if wanted.moment or column is None or not hasattr(rows.model, "recorded_at") or not (rows := list(rows)):
        return {}
    read, allowed = column.reader(rows[0]), _allowed(union)
    behind = {row.pk: _days(read(row), row.recorded_at) for row in rows}
    return {pk: days for pk, days in behind.items() if days > allowed}


def _allowed(union) -> int:
    found = maybe(LATE, union, timezone.localdate())
    return found.whole if found else 30


def _days(act, recorded_at) -> int:
    if act is None or recorded_at is None:
        return 0
    day = timezone.localdate(recorded_at)
    return max(day - (act if not hasattr(act, "hour") else act.date()), timedelta(0)).days


def as_json(found: Finding) -> dict:
    """A figure as the command line prints it; `value` is null when nothing is recorded."""
    return {
        "key": found.figure.key,
        "label": found.figure.label,
        "kind": str(found.figure.kind),
        "value": _plain(found.value),
        "top": _plain(found.top),
        "bottom": _plain(found.bottom),
        "rows": found.count,
    }


def _plain(value):
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def figure_rows(unions: QuerySet, period: Period) -> list[dict]:
    """Every figure of the unions and the period as plain values, for the command line."""
    return [as_json(found) for found in findings(unions, period)]


def unions_with_years() -> list[dict]:
    """Every union of the house with the years in which anything is recorded, for the command line."""
    everyone = Union.objects.filter(dissolved_on=None)
    years = _years(everyone, range(FIRST, timezone.localdate().year + 2))
    return [
        {"code": each.code, "name": each.name, "kind": each.kind, "years": _years(branches(each), years)}
        for each in everyone
    ]


def _years(unions: QuerySet, among) -> list[int]:
    """Those of the years in which something was done; when people joined says nothing of the year's work."""
    books = {
        each.book or each.rows for each in all_figures()
        if isinstance(each, Figure) and each.area != "members" and each.kind not in STANDING
    }
    return [year for year in among if any(book(unions, periods.year(year)).exists() for book in books)]
