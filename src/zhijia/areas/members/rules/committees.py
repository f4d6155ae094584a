"""Committees: how many seats, how long a term, what stands out in the composition (docs/areas/members.md)."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

CHAIRS = ("主席", "主任", "召集人", "组织员")
EMPLOYER = ("行政方", "企业方", "单位方", "行政代表", "企业代表")


def seats_allowed(table: Iterable[Sequence[int]], members: int) -> tuple[int, int] | None:
    """(fewest, most) seats for so many members, from a table of (members from, to, fewest, most); None: no row."""
    return next(((low, high) for start, end, low, high in table if start <= members <= end), None)


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative); the end of a short month at the latest."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def term_end(since: date, years: int) -> date:
    """The day a term runs out: the new committee is to be elected by then (换届)."""
    return months_after(since, 12 * years)


@dataclass(frozen=True)
class Countdown:
    """How far a term is from its end: days left (negative when overdue) and the warning it deserves."""

    ends: date
    days: int
    warning: str

    @property
    def urgent(self) -> bool:
        return self.days < 0 or self.warning.startswith("1 ")


def countdown(ends: date, today: date, alert_months: Sequence[int]) -> Countdown:
    """Days to the end of a term; a warning once within one of the alert distances (6, 3, 1 months)."""
    days = (ends - today).days
    if days < 0:
        return Countdown(ends, days, f"已超过届期 {-days} 天")
    near = [n for n in sorted(alert_months) if months_after(ends, -n) <= today]
    return Countdown(ends, days, f"{near[0]} 个月内到期，还有 {days} 天" if near else "")


@dataclass(frozen=True)
class Sitting:
    """Someone in a committee, as the checks need it; `of_union`: on the roll of the union, not sent by the employer."""

    name: str
    title: str
    state: str | None
    sex: str = ""

    @property
    def of_union(self) -> bool:
        return self.state is not None and not self.title.startswith(EMPLOYER)


@dataclass(frozen=True)
class Size:
    """How large a union is, as the rules on committees ask: full members, women among them, staff."""

    members: int
    women: int
    staff: int


@dataclass(frozen=True)
class Threshold:
    """From how many on a committee is required."""

    committee: str
    counts: str  # which number of Size: members, women, staff
    least: int


def required(size: Size, thresholds: Iterable[Threshold], standing: Iterable[str]) -> list[tuple[str, str]]:
    """(committee, why it should be there) for each a union of this size owes and has not."""
    there = set(standing)
    words = {"members": "会员", "women": "女会员", "staff": "职工"}
    found = []
    for each in thresholds:
        number = getattr(size, each.counts)
        if number >= each.least and each.committee not in there:
            found.append((each.committee, f"{words[each.counts]} {number} 人，达到 {each.least} 人"))
    return found


def of_women(sitting: Sequence[Sitting]) -> list[str]:
    """A women's committee (女职工委员会) is made up of women."""
    return [f"{each.name}不是女职工，不宜担任女职工委员会委员。" for each in sitting if each.sex == "男"]


def of_mediation(sitting: Sequence[Sitting]) -> list[str]:
    """A mediation committee has people of both sides (劳动争议调解仲裁法第十条)."""
    workers = sum(each.of_union for each in sitting)
    found = []
    if sitting and not workers:
        found.append("没有职工代表；调解委员会由职工代表和企业代表组成。")
    if sitting and workers == len(sitting):
        found.append("没有企业代表；请登记行政方指定的人，职务写“企业代表”。")
    return found


def of_audit(sitting: Sequence[Sitting], leaders: Iterable[str]) -> list[str]:
    """Who leads the union or keeps its money does not audit it; `leaders` are names."""
    barred = set(leaders)
    return [f"{each.name}担任工会主席、副主席或财务，不宜同时任经审委员。" for each in sitting if each.name in barred]


def vacant_too_long(left_on: date | None, today: date, months: int) -> bool:
    """Whether a chair's seat has been empty for longer than allowed; None: nobody left it."""
    return left_on is not None and months_after(left_on, months) < today


def composition(
    sitting: Sequence[Sitting], allowed: tuple[int, int] | None, *, vacancy_months: int
) -> list[str]:
    """What stands out in a committee, each as one sentence; `state` None: not on the roll, so not judged."""
    found = []
    if not sitting:
        return ["还没有登记委员。"]
    if allowed and not allowed[0] <= len(sitting) <= allowed[1]:
        found.append(f"现有委员 {len(sitting)} 人，按会员人数应为 {allowed[0]}～{allowed[1]} 人。")
    if not any(each.title.startswith(CHAIRS) for each in sitting):
        found.append(f"没有登记主席（主任），缺位不宜超过 {vacancy_months} 个月。")
    found += [
        f"{each.name}不是在籍会员，没有选举权和被选举权。"
        for each in sitting
        if each.state is not None and each.state != "在籍"
    ]
    return found
