"""The yearly statistics form (年度统计表): its lines, and the logic checks before it is handed up (docs/areas/summary.md)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "statistics.toml"
Number = int | Decimal | None


@dataclass(frozen=True)
class Check:
    """A rule between figures: `low` not above `high`, or `parts` that make up the `whole`."""

    said: str
    low: str = ""
    high: str = ""
    parts: tuple[str, ...] = ()
    whole: str = ""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for key in (self.low, self.high, self.whole, *self.parts) if key)


@dataclass(frozen=True)
class Outcome:
    """What a check found: kept, broken, or not to be judged because a figure is not recorded."""

    said: str
    state: str
    detail: str = ""


KEPT, BROKEN, OPEN = "通过", "不通过", "不能判断"


@cache
def form() -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[Check, ...]]:
    """The groups of lines, each with its name, and the checks."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    groups = tuple((each["name"], tuple(each["lines"])) for each in data["groups"])
    return groups, tuple(_check(each) for each in data["checks"])


def _check(data: dict) -> Check:
    low, high = (data.get(name, [""])[0] for name in ("low", "high"))
    return Check(data["said"], low, high, tuple(data.get("parts", ())), data.get("whole", ""))


def keys() -> frozenset[str]:
    """Every figure the form and its checks need."""
    groups, checks = form()
    return frozenset().union(*(lines for _, lines in groups), *(check.keys for check in checks))


def judged(check: Check, values: Mapping[str, Number]) -> Outcome:
    """The outcome of a check; a bound, a whole or all parts not recorded leave it open."""
    if check.parts:
        return _whole(check, values)
    low, high = values.get(check.low), values.get(check.high)
    if low is None or high is None:
        return Outcome(check.said, OPEN, "有数没有记录")
    return Outcome(
        check.said, KEPT if low <= high else BROKEN, f"{low} ≤ {high}" if low <= high else f"{low} > {high}"
    )


def _whole(check: Check, values: Mapping[str, Number]) -> Outcome:
    whole = values.get(check.whole)
    if whole is None or all(values.get(key) is None for key in check.parts):
        return Outcome(check.said, OPEN, "有数没有记录")
    total = sum(values.get(key) or 0 for key in check.parts)
    kept = total == whole
    return Outcome(check.said, KEPT if kept else BROKEN, f"分项和 {total}，合计 {whole}")


def outcomes(values: Mapping[str, Number]) -> list[Outcome]:
    """Every check of the form."""
    return [judged(check, values) for check in form()[1]]
