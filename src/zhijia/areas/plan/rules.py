"""Rules of plans (工作计划): what counts as reached, late, due; which proposals a new plan starts from. Values in, out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

CALENDAR = Path(__file__).parent / "calendar.toml"
AT_LEAST, AT_MOST = "不少于", "不多于"
SOON = 30


@dataclass(frozen=True)
class Progress:
    """How far an item is: two terms where it has a goal on a figure, else only whether it is done."""

    done: bool
    value: int | Decimal | None = None
    goal: int | Decimal | None = None
    way: str = AT_LEAST
    kind: str = ""

    def __str__(self) -> str:
        if self.goal is None:
            return "已完成" if self.done else "进行中"
        if self.value is None:
            return f"没有记录/{plain(self.goal)} {self.kind}"
        return f"{plain(self.value)}/{plain(self.goal)} {self.kind}{self._share()}"

    def _share(self) -> str:
        if self.way == AT_MOST or not self.goal or self.value is None:
            return ""
        share = (Decimal(self.value) * 100 / Decimal(self.goal)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"，{share} %"


def plain(number: int | Decimal) -> str:
    """A number without trailing zeros."""
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def reached(value: int | Decimal | None, goal: int | Decimal, way: str) -> bool:
    """Whether a figure meets its goal; what nobody recorded meets none."""
    if value is None:
        return False
    return value >= goal if way == AT_LEAST else value <= goal


def settled(way: str, *, year_over: bool) -> bool:
    """Whether a goal that is met today is met for good: a limit (不多于) only when the year is over."""
    return way == AT_LEAST or year_over


def overdue(due: date, *, done: bool, today: date) -> bool:
    """Whether an item should have been done by now."""
    return not done and due < today


def soon(due: date, *, done: bool, today: date) -> bool:
    """Whether an item falls due within 30 days."""
    return not done and today <= due <= today + timedelta(days=SOON)


def lacking(owner: str, measure: str) -> list[str]:
    """What a plan's item must still say: who and how (docs/areas/plan.md; its dates the database demands)."""
    return [name for name, told in (("责任人", owner), ("措施", measure)) if not told.strip()]


@dataclass(frozen=True)
class Proposal:
    """Something a new plan may start from."""

    area: str
    what: str
    measure: str
    start: date
    due: date
    goal_key: str = ""
    goal_value: int | Decimal | None = None


@cache
def calendar() -> tuple[Mapping, ...]:
    """The union's year: what is due by rule or custom, month by month (docs/areas/plan.md)."""
    return tuple(tomllib.loads(CALENDAR.read_text(encoding="utf-8"))["items"])


def by_custom(year: int, kind: str) -> list[Proposal]:
    """What the calendar asks of a union of that kind in that year."""
    return [
        Proposal(
            each["area"], each["what"], each["measure"], date(year, each["from"], 1), _last(year, each["until"]),
            each.get("figure", ""), each.get("goal"),
        )
        for each in calendar() if not each.get("kinds") or kind in each["kinds"]
    ]  # fmt: skip


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
