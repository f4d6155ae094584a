"""Citations: a figure frozen with its rows when a paper is signed, and drift, what has changed since."""

from dataclasses import dataclass

from django.db.models import QuerySet

from zhijia.core.figures.figure import Figure, Ratio, figure, find
from zhijia.core.figures.kinds import plain
from zhijia.core.periods import Period, parse_period


@dataclass(frozen=True)
class Drift:
    """How a signed figure and its records differ today: rows by key that joined, left, or count differently."""

    key: str
    signed: str | None
    today: str | None
    joined: tuple[int, ...]
    left: tuple[int, ...]
    changed: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.signed != self.today or self.joined or self.left or self.changed)


def cite(key: str, unions: QuerySet, period: Period) -> dict:
    """A figure as it stands, in plain values a database can keep: value, period, and what each row gives."""
    found = find(key, unions, period)
    wanted = found.figure
    terms = [wanted.top, wanted.bottom] if isinstance(wanted, Ratio) else []
    return {
        "key": key, "label": wanted.label, "kind": str(wanted.kind), "period": period.key,
        "value": None if found.value is None else plain(found.value),
        "rows": _shares(wanted, unions, period) if isinstance(wanted, Figure) else {},
        "terms": [cite(term, unions, period) for term in terms],
    }


def _shares(wanted: Figure, unions, period) -> dict[str, str]:
    return {str(pk): share for pk, share in wanted.measure.shares(wanted.rows(unions, period)).items()}


def drift(cited: dict, unions: QuerySet) -> list[Drift]:
    """What has drifted since the citation, for the figure and, if it is a ratio, for its terms."""
    found = [each for term in cited["terms"] for each in drift(term, unions)]
    wanted, period = figure(cited["key"]), parse_period(cited["period"])
    now = cite(cited["key"], unions, period)
    then, today = cited["rows"], now["rows"]
    own = Drift(
        wanted.key, cited["value"], now["value"],
        joined=_keys(today.keys() - then.keys()), left=_keys(then.keys() - today.keys()),
        changed=_keys(k for k in then.keys() & today.keys() if then[k] != today[k]),
    )
    return ([own] if own else []) + found


def _keys(found) -> tuple[int, ...]:
    return tuple(sorted(int(key) for key in found))
