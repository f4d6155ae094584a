"""Rules of suggestions (合理化建议、五小): steps and clocks, benefit by formula, grade, reward, shares, likeness. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from typing import Any

from zhijia.areas.members.rules.committees import months_after

CENT, WHOLE = Decimal("0.01"), Decimal(100)
EXACT = 60  # digits: no product of three inputs loses a cent
PLAIN_KIND = "合理化建议"
FIVE_SMALL = {"小发明": "invention", "小创造": "creation", "小革新": "renewal", "小设计": "design", "小建议": "idea"}
HIDDEN = "匿名"
NAMED = 3


class Stage(StrEnum):
    """How far a suggestion is; each step has its own stored date (DATES)."""

    RAISED = "待受理"
    ACCEPTED = "评估中"
    ADOPTED = "已采纳"
    REFUSED = "不采纳"
    DONE = "已实施"
    RECKONED = "待核实"
    SIGNED = "已核实"
    GRADED = "已定级"
    REWARDED = "已奖励"
    POSTED = "公示中"
    FILED = "已归档"
    WITHDRAWN = "已撤回"


DATES = {
    Stage.RAISED: "raised_on", Stage.ACCEPTED: "accepted_on", Stage.ADOPTED: "adopted_on", Stage.REFUSED: "refused_on",
    Stage.DONE: "done_on", Stage.RECKONED: "reckoned_on", Stage.SIGNED: "countersigned_on", Stage.GRADED: "graded_on",
    Stage.REWARDED: "rewarded_on", Stage.POSTED: "posted_on", Stage.FILED: "filed_on", Stage.WITHDRAWN: "withdrawn_on",
}
"""The field that keeps the day of each step, in the order of the steps."""

NEXT = {
    Stage.RAISED: {Stage.ACCEPTED, Stage.WITHDRAWN},
    Stage.ACCEPTED: {Stage.ADOPTED, Stage.REFUSED, Stage.WITHDRAWN},
    Stage.ADOPTED: {Stage.DONE, Stage.GRADED},
    Stage.REFUSED: {Stage.FILED},
    Stage.DONE: {Stage.RECKONED, Stage.GRADED, Stage.FILED},
    Stage.RECKONED: {Stage.SIGNED},
    Stage.SIGNED: {Stage.GRADED},
    Stage.GRADED: {Stage.REWARDED},
    Stage.REWARDED: {Stage.POSTED},
    Stage.POSTED: {Stage.FILED},
    Stage.FILED: set(),
    Stage.WITHDRAWN: set(),
}
"""What may follow what. 已采纳 → 已定级 is a technical reserve; 已实施 → 已定级 a value nobody can reckon."""

CLEARS = {
    Stage.ACCEPTED: ("accepted_on", "accepted_by"), Stage.ADOPTED: ("adopted_on", "unit", "due_on"),
    Stage.REFUSED: ("refused_on", "reason"), Stage.DONE: ("done_on", "result"), Stage.RECKONED: ("reckoned_on",),
    Stage.SIGNED: ("countersigned_on",),
    Stage.GRADED: ("graded_on", "grade", "grade_why", "borrowed", "reserve", "reported_on", "approved_on"),
    Stage.REWARDED: ("rewarded_on",), Stage.POSTED: ("posted_on", "posted_until", "let_pass"),
    Stage.FILED: ("filed_on", "spread"), Stage.WITHDRAWN: ("withdrawn_on",),
}
"""What a step wrote, and what goes when the step is taken back (the trail keeps it)."""


def may_follow(stage: str, wanted: str) -> bool:
    """Whether a step may follow another."""
    return Stage(wanted) in NEXT[Stage(stage)]


def stage_before(stage: str, dates: Mapping[str, date | None]) -> Stage | None:
    """The step a suggestion was at before its present one: the latest other step that has a day; None at the first."""
    taken = [each for each, name in DATES.items() if dates.get(name) and each != stage]
    return taken[-1] if taken else None


def latest(dates: Iterable[date | None]) -> date:
    """The last of the days that are known: no later step may be earlier."""
    return max(day for day in dates if day)


def value_window(adopted_on: date, months: int) -> tuple[date, date]:
    """The days whose value counts: so many months from adoption, both days counted (奖励条例§9)."""
    return adopted_on, months_after(adopted_on, months) - timedelta(days=1)


def protected_until(adopted_on: date, months: Sequence[int]) -> tuple[date, date]:
    """Until when, at least and at most, the norm of work is not raised for what was suggested (奖励条例§18)."""
    least, most = months
    return months_after(adopted_on, least), months_after(adopted_on, most)


@dataclass(frozen=True)
class Clocks:
    """Days allowed for each step, and months whose value counts, as policy has them."""

    accept: int
    assess: int
    reckon: int
    countersign: int
    grade: int
    reward: int
    months: int


def next_due(stage: str, dates: Mapping[str, Any], clocks: Clocks) -> date | None:
    """The day by which the next step is due; None when nothing more is owed.

    Reckoning waits until the window of value is over; an adopted suggestion is due when it was promised.
    """
    if stage == Stage.DONE:
        window = value_window(dates["adopted_on"], clocks.months)[1]
        return max(window, dates["done_on"]) + timedelta(days=clocks.reckon)
    if stage in (Stage.ADOPTED, Stage.POSTED):
        return dates.get("due_on" if stage == Stage.ADOPTED else "posted_until")
    days = {
        Stage.RAISED: clocks.accept, Stage.ACCEPTED: clocks.assess, Stage.RECKONED: clocks.countersign,
        Stage.SIGNED: clocks.grade, Stage.GRADED: clocks.reward,
    }.get(Stage(stage))
    return None if days is None else dates[DATES[Stage(stage)]] + timedelta(days=days)


class Formula(StrEnum):
    """The named ways to reckon the net yearly benefit (年净效益)."""

    SAVING = "节约消耗"
    HOURS = "节省工时"
    WASTE = "降低废品"
    MANUAL = "其他算法"


INPUTS = {
    Formula.SAVING: (
        ("before", "改进前单耗"), ("after", "改进后单耗"), ("output", "年产量"), ("price", "单价（元）"),
        ("spent", "摊销投入（元）"), ("running", "运行增加费（元）"),
    ),
    Formula.HOURS: (("hours", "全年节省工时"), ("rate", "工时单价（元）")),
    Formula.WASTE: (
        ("before", "改进前废品率（%）"), ("after", "改进后废品率（%）"), ("output", "年产量"), ("price", "单位成本（元）"),
    ),
    Formula.MANUAL: (("amount", "年净效益（元）"),),
}
"""What each formula asks for: key and label, in the order of the sum."""


IN_WORDS = {
    Formula.SAVING: "年净效益 = (改进前单耗 − 改进后单耗) × 年产量 × 单价 − 摊销投入 − 运行增加费",
    Formula.HOURS: "年净效益 = 全年节省工时 × 工时单价",
    Formula.WASTE: "年净效益 = (改进前废品率 − 改进后废品率) × 年产量 × 单位成本",
    Formula.MANUAL: "直接写年净效益，并写清怎么算的",
}
DUE = {
    Stage.RAISED: "受理期限", Stage.ACCEPTED: "答复期限", Stage.ADOPTED: "实施期限", Stage.DONE: "效益核算期限",
    Stage.RECKONED: "财务核实期限", Stage.SIGNED: "定级期限", Stage.GRADED: "奖励期限", Stage.POSTED: "公示截止",
}
"""What is due by the clock of each step."""


@dataclass(frozen=True)
class Line:
    """One line of a sum: what it is, how it is reckoned, what it comes to."""

    label: str
    sum: str
    value: Decimal


def reckon(formula: str, given: Mapping[str, Decimal | str]) -> tuple[Line, ...]:
    """The sum line by line; the last line is the net yearly benefit in yuan. ValueError names an input that is missing.

    年净效益 = (改进前单耗 − 改进后单耗) × 年产量 × 单价 − 摊销投入 − 运行增加费; 省工时 × 工时单价; Δ废品率 × 产量 × 单位成本.
    """
    lacking = [label for key, label in INPUTS[Formula(formula)] if given.get(key) in (None, "")]
    if lacking:
        raise ValueError("、".join(lacking))
    told = {key: Decimal(str(given[key])) for key, _ in INPUTS[Formula(formula)]}
    with localcontext(prec=EXACT):
        return _SUMS[Formula(formula)](told)


def _saving(told) -> tuple[Line, ...]:
    gross = _cents((told["before"] - told["after"]) * told["output"] * told["price"])
    words = f"({_plain(told['before'])} − {_plain(told['after'])}) × {_plain(told['output'])} × {_plain(told['price'])}"
    net = gross - told["spent"] - told["running"]
    return (
        Line("节约价值", words, gross), Line("减摊销投入", "", -told["spent"]), Line("减运行增加费", "", -told["running"]),
        Line("年净效益", f"{_plain(gross)} − {_plain(told['spent'])} − {_plain(told['running'])}", _cents(net)),
    )


def _hours(told) -> tuple[Line, ...]:
    return (Line("年净效益", f"{_plain(told['hours'])} × {_plain(told['rate'])}", _cents(told["hours"] * told["rate"])),)


def _waste(told) -> tuple[Line, ...]:
    less = told["before"] - told["after"]
    words = f"{_plain(less)} % × {_plain(told['output'])} × {_plain(told['price'])}"
    return (
        Line("废品率降低（%）", f"{_plain(told['before'])} − {_plain(told['after'])}", less),
        Line("年净效益", words, _cents(less / WHOLE * told["output"] * told["price"])),
    )


def _manual(told) -> tuple[Line, ...]:
    return (Line("年净效益", "见计算说明", _cents(told["amount"])),)


_SUMS = {Formula.SAVING: _saving, Formula.HOURS: _hours, Formula.WASTE: _waste, Formula.MANUAL: _manual}


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


Grades = Sequence[Sequence]  # (grade, from, up to, least, most, honour): 以上 counts the figure itself, 以下 does not


def grade_of(value: Decimal, grades: Grades, *, lower: int = 0) -> int:
    """The grade of a value, `lower` grades down where a known technique was only spread (borrowed_lower; 奖励条例§6)."""
    best = next(row[0] for row in grades if row[1] <= value < row[2])
    return min(best + lower, max(row[0] for row in grades))


def reserve_grade(grade: int, highest: int) -> int:
    """The grade of a technical reserve: not above the one allowed (奖励条例§8)."""
    return max(grade, highest)


def reward_range(grade: int, grades: Grades) -> tuple[Decimal, Decimal]:
    """The least and the most a grade is rewarded with, in yuan."""
    row = next(row for row in grades if row[0] == grade)
    return Decimal(row[3]), Decimal(row[4])


def honour_of(grade: int, grades: Grades) -> str:
    """What goes with the money: 奖状, 表扬."""
    return next(row[5] for row in grades if row[0] == grade)


def to_pay(amount: Decimal, *, before: Decimal, once: bool) -> Decimal:
    """What is paid now: where nothing is rewarded twice (`once`), the difference to what was given before (就高不就低)."""
    return max(amount - before, Decimal(0)) if once else amount


def equal_shares(people: int) -> list[Decimal]:
    """Shares in per cent that sum to 100; what does not divide goes to the first."""
    share = (WHOLE / people).quantize(CENT, ROUND_DOWN)
    return [share + WHOLE - share * people, *[share] * (people - 1)]


def shares_add_up(shares: Iterable[Decimal]) -> bool:
    """Whether shares of a team make up the whole (奖励条例§12)."""
    return sum(shares, Decimal(0)) == WHOLE


def split(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """A reward by shares, to the cent; what does not divide goes to the largest share."""
    parts = [(amount * share / WHOLE).quantize(CENT, ROUND_DOWN) for share in shares]
    parts[shares.index(max(shares))] += amount - sum(parts)
    return parts


def likeness(one: str, other: str) -> int:
    """How alike two titles are, in whole per cent: neighbouring characters they share, of all they have."""
    ours, theirs = _pairs(one), _pairs(other)
    return 200 * len(ours & theirs) // (len(ours) + len(theirs)) if ours and theirs else 0


def _pairs(title: str) -> set[str]:
    plain = "".join(letter for letter in title.lower() if letter.isalnum())
    return {plain[n : n + 2] for n in range(len(plain) - 1)}


def pasted_rows(text: str) -> list[tuple[str, str, str]]:
    """Lines of a chat list (接龙) as (name, title, measure): 「3. 王芳 改进皮带清扫：加装刮板」; others give an empty name."""
    return [_pasted(line) for line in text.splitlines() if line.strip()]


def _pasted(line: str) -> tuple[str, str, str]:
    plain = line.strip().lstrip("0123456789").lstrip(".、．)） \t")
    for sign in "\t，,；;：:":
        plain = plain.replace(sign, " ")
    name, _, rest = plain.partition(" ")
    title, _, measure = rest.strip().partition(" ")
    return (name, title, measure.strip() or title) if title else ("", plain, "")


def signature(names: Sequence[str], *, hidden: bool) -> str:
    """How the authors read in lists: up to three names, 王芳等5人 for more, 匿名 where they are kept from management."""
    if hidden:
        return HIDDEN
    return "、".join(names) if len(names) <= NAMED else f"{names[0]}等{len(names)}人"
