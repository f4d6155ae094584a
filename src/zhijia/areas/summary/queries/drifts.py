"""Drift (签发后变动): how the figures of a signed paper and the records behind them differ today."""

from dataclasses import dataclass

from zhijia.areas.summary.models import Cited, Paper
from zhijia.areas.summary.queries.reading import Live
from zhijia.areas.summary.queries.records import at, rows_open_to, unions_of
from zhijia.areas.summary.rules.markers import markers
from zhijia.core.figures import Figure, figure
from zhijia.core.figures.citations import Drift, drift
from zhijia.core.figures.kinds import Kind
from zhijia.core.org.models import Union
from zhijia.core.periods import parse_period


@dataclass(frozen=True)
class Changed:
    """One figure of a signed paper that differs today, and the rows that joined, left, or count differently.

    Row names are those the actor may see; `hidden` says how many more there are.
    """

    key: str
    label: str
    signed: str
    today: str
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    hidden: int = 0
    period: str = ""

    def __str__(self) -> str:
        parts = [f"{self.label}：签发时 {self.signed}，现在 {self.today}"]
        for word, rows in (("新增", self.joined), ("减少", self.left), ("改动", self.changed)):
            parts += [f"{word} {'、'.join(rows)}"] if rows else []
        parts += [f"另有 {self.hidden} 条不在您的职责范围内"] if self.hidden else []
        return "；".join(parts) + "。"


def drifts(paper: Paper) -> list[tuple[Cited, Drift]]:
    """Every figure of a signed paper whose value or rows differ today; a figure cited twice is told once."""
    unions, told, found = unions_of(paper.union), set(), []
    for cited in paper.cited.all():
        if "rows" not in cited.citation:
            continue
        for each in drift(cited.citation, unions):
            place = (each.key, cited.citation["period"])
            if place not in told:
                told.add(place)
                found.append((cited, each))
    return found


def changed(actor, paper: Paper) -> list[Changed]:
    """The drift of a paper in words, rows named as far as the actor may see them; changed cells of lists included."""
    return [_named(actor, paper, cited, each) for cited, each in drifts(paper)] + _cells(paper)


def _named(actor, paper: Paper, cited: Cited, each: Drift) -> Changed:
    wanted = figure(each.key)
    said = {
        "key": each.key,
        "label": wanted.label,
        "signed": _words(each.signed, wanted),
        "today": _words(each.today, wanted),
    }
    period = cited.citation["period"]
    if not isinstance(wanted, Figure):
        return Changed(**said, period=period)
    unions = unions_of(paper.union)
    seen = rows_open_to(actor, wanted, unions, parse_period(period)).in_bulk([*each.joined, *each.changed])
    seen |= _gone(actor, wanted, each.left)
    rows = {
        name: tuple(str(seen[pk]) for pk in getattr(each, name) if pk in seen)
        for name in ("joined", "left", "changed")
    }
    total = len(each.joined) + len(each.left) + len(each.changed)
    return Changed(**said, **rows, hidden=total - sum(map(len, rows.values())), period=period)


def _gone(actor, wanted: Figure, keys) -> dict:
    """Rows that no longer count: those the actor may see, and those that no longer exist at all."""
    model = wanted.rows(Union.objects.none(), parse_period("2000")).model
    kept = model._default_manager.in_bulk(list(keys))
    open_to = {pk: row for pk, row in kept.items() if actor.can(wanted.power, row.union)}
    return open_to | {pk: "已删除的一条记录" for pk in keys if pk not in kept}


def _words(value: str | None, wanted) -> str:
    return "没有记录" if value is None else f"{value} {Kind(wanted.kind)}"


def _cells(paper: Paper) -> list[Changed]:
    """Numbers in lists (参加人次 of one activity) that differ today."""
    live = Live(unions_of(paper.union), parse_period(paper.period))
    found = []
    for cited in paper.cited.all():
        marker = markers(cited.marker)[0]
        if marker.row is not None and (now := live.said(marker)).words != cited.shown:
            today = "没有记录" if now.missing else now.words
            found.append(
                Changed(marker.key, cited.label, cited.shown, today, period=at(live.period, marker.when).key)
            )
    return found


def marks(paper: Paper, key: str, period_key: str) -> dict[int, str]:
    """Row → 签发后新增 or 签发后改动, for the trace page of a signed paper's figure."""
    found: dict[int, str] = {}
    for cited, each in drifts(paper):
        if each.key == key and cited.citation["period"] == period_key:
            found |= dict.fromkeys(each.joined, "签发后新增") | dict.fromkeys(each.changed, "签发后改动")
    return found
