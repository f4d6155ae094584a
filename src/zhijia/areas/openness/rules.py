"""Rules of openness (公开): what must be open when, what may follow what, clocks. Values in, value out.

The shipped catalogues (公开目录) are data, each entry with its source: catalogue.toml. Definitions: docs/areas/openness.md.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue.toml")


class Line(StrEnum):
    """What kind of affairs: of the factory, the school, the workshop, the group, and the union's own."""

    FACTORY = "厂务"
    SCHOOL = "校务"
    WORKSHOP = "队务"
    GROUP = "班务"
    UNION = "会务"

    @property
    def slug(self) -> str:
        return self.name.lower()


class Duration(StrEnum):
    """How long something is open (公开时限种类)."""

    LONG = "长期公开"
    REGULAR = "定期公开"
    AT_ONCE = "即时公开"


class Rhythm(StrEnum):
    """How often something must be opened."""

    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    YEARLY = "每年"
    ONCE = "常年挂出"
    AT_EVENT = "事项发生时"


MONTHS: Mapping[str, Sequence[int]] = {
    Rhythm.MONTHLY: range(1, 13), Rhythm.QUARTERLY: (1, 4, 7, 10), Rhythm.HALF_YEARLY: (1, 7),
}
"""In which months what comes round within the year is due."""


class Scope(StrEnum):
    """Whom something is open to."""

    EVERYBODY = "全体职工（可不登录看）"
    HOUSE = "本单位职工（登录后看）"
    GROUP = "只在本队、本班组（登录后看）"


class State(StrEnum):
    """How far an item is."""

    DRAFT = "起草"
    ASKING = "征求意见"
    WAITING = "待审批"
    APPROVED = "已审批"
    SHOWN = "公开中"
    DOWN = "已撤栏"
    FILED = "已归档"
    DROPPED = "已作废"


LINE_OF = {
    "基层工会": Line.FACTORY, "学校工会": Line.SCHOOL, "车间工会": Line.WORKSHOP, "分工会": Line.WORKSHOP, "工会小组": Line.GROUP,
}
"""The line of what a kind of union opens outside its catalogue; of all others it is the union's own."""

BEFORE = (State.DRAFT, State.ASKING, State.WAITING)
PUBLIC = (State.SHOWN, State.DOWN, State.FILED)
"""States of what has been open."""

FOLLOWS = {
    State.ASKING: (State.DRAFT,),
    State.WAITING: (State.DRAFT, State.ASKING),
    State.DRAFT: (State.WAITING,),
    State.APPROVED: (State.DRAFT, State.ASKING, State.WAITING),
    State.SHOWN: (State.APPROVED,),
    State.DOWN: (State.SHOWN,),
    State.FILED: (State.DOWN,),
    State.DROPPED: (*BEFORE, State.APPROVED),
}


class Way(StrEnum):
    """How an opinion came in."""

    WEB = "网页"
    BOX = "意见箱"
    TALK = "当面"
    PHONE = "电话"
    MEETING = "会议"


class CheckKind(StrEnum):
    """Kinds of supervision check (监督检查)."""

    MONTHLY = "月度检查"
    SPECIAL = "专项检查"
    ROUND = "职工代表巡视"


@dataclass(frozen=True)
class Shipped:
    """One entry of a shipped catalogue."""

    key: str
    kinds: tuple[str, ...]
    line: str
    title: str
    duration: str
    rhythm: str
    source: str
    department: str = ""
    month: int | None = None
    inner: bool = False


@cache
def catalogue() -> tuple[Shipped, ...]:
    """Every shipped entry."""
    read = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return tuple(
        Shipped(kinds=tuple(part["kinds"]), line=part["line"], source=part["source"], **entry)
        for part in read["parts"] for entry in part["entries"]
    )


def entries_for(kind: str) -> tuple[Shipped, ...]:
    """The catalogue of a kind of union."""
    return tuple(each for each in catalogue() if kind in each.kinds)


def line_of(kind: str) -> Line:
    """What kind of affairs a kind of union opens first of all."""
    return LINE_OF.get(kind, Line.UNION)


def may_follow(now: str, then: State) -> bool:
    """Whether an item may go from one state to another."""
    return now in FOLLOWS[then]


def due(rhythm: str, month: int, yearly: int | None, standing: bool) -> bool:
    """Whether an entry must be opened in a month (1–12). What stands all year is due while it does not stand."""
    if rhythm == Rhythm.ONCE:
        return not standing
    if rhythm == Rhythm.YEARLY:
        return month == yearly
    return month in MONTHS.get(rhythm, ())


def months_to_open(wanted: date, opened: Iterable[date]) -> list[date]:
    """Months to list so that no month of a year stays out between the first and the last one listed."""
    known = {day for day in opened if day.year == wanted.year}
    ends = known | {wanted}
    first, last = min(ends).month, max(ends).month
    return [day for n in range(first, last + 1) if (day := date(wanted.year, n, 1)) not in known]


def stays_until(shown_on: date, days: int) -> date:
    """The last day something must hang at least: the day it was put up is the first."""
    return shown_on + timedelta(days=days - 1)


def too_early(shown_on: date, on: date, days: int) -> bool:
    """Whether something taken down on a day has not hung for the days it must."""
    return on <= stays_until(shown_on, days)


def answer_due(received_on: date, days: int) -> date:
    """The last day for an answer."""
    return received_on + timedelta(days=days)


def in_time(answered_on: date | None, due_on: date) -> bool:
    """Whether an opinion was answered within its days."""
    return answered_on is not None and answered_on <= due_on


def left(due_on: date, today: date) -> str:
    """How the clock stands, in words."""
    days = (due_on - today).days
    return f"还剩 {days} 天" if days > 0 else "今天到期" if days == 0 else f"超期 {-days} 天"


def numbered(line: str, year: int, taken: Iterable[str]) -> str:
    """The next number of a line and year: 队务2021-003."""
    start = f"{line}{year}-"
    last = max((int(each.removeprefix(start)) for each in taken if each.removeprefix(start).isdigit()), default=0)
    return f"{start}{last + 1:03d}"


def room_for_more(lately: int, most: int) -> bool:
    """Whether the box without login takes another opinion within the hour."""
    return lately < most
