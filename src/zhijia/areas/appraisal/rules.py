"""Rules of appraisal: what may follow what, shares, weighted scores, what a result calls for, small groups. Pure.

Sources: docs/areas/appraisal.md. A row of counts is in the order of the grades, best first, with 弃权 last.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from zhijia.areas.voting.rules import Count
from zhijia.core.refused import Refused

ABSTAIN = "弃权"
OVERALL = "总评"
WHOLE = 100


class Kind(StrEnum):
    """What is judged."""

    CADRES = "民主评议干部"
    LEADERS = "民主评议班组长"
    HOME = "会员评家"
    SURVEY = "满意度测评"

    @property
    def of_people(self) -> bool:
        """Whether people are graded, with points, weights and what follows from a poor grade."""
        return self in (Kind.CADRES, Kind.LEADERS)


class Way(StrEnum):
    """How a group of judges votes."""

    PAPER = "纸质票，两人计票"
    SLIPS = "电子领票"
    KEYED = "纸质票，登记汇总数"


class Stage(StrEnum):
    """Where a round stands; results exist when it is 已公布 and never before."""

    PREPARING = "准备中"
    OPEN = "测评中"
    RELEASED = "已公布"
    VOID = "已作废"


NEXT = {
    Stage.PREPARING: (Stage.OPEN, Stage.VOID),
    Stage.OPEN: (Stage.RELEASED, Stage.VOID),
    Stage.RELEASED: (Stage.OPEN,),
    Stage.VOID: (),
}


def step(now: str, then: Stage) -> Stage:
    """The next stage, or Refused."""
    if then in NEXT[Stage(now)]:
        return then
    raise Refused(f"这次评议{now}，不能改为“{then}”。")


def last_notice(on: date, days: int) -> date:
    """The last day to notify those judged and to hand in their reports: so many days before the vote (P33e)."""
    return on - timedelta(days=days)


@dataclass(frozen=True)
class Counted:
    """What one group of judges voted, and what it weighs."""

    title: str
    weight: int
    count: Count

    @property
    def valid(self) -> int:
        return self.count.valid

    def __add__(self, other: "Counted") -> "Counted":
        one, two = self.count, other.count
        rows = tuple(tuple(map(sum, zip(*pair, strict=True))) for pair in zip(one.rows, two.rows, strict=True))
        both = Count(one.issued + two.issued, one.returned + two.returned, one.void + two.void, rows)
        return Counted(f"{self.title}、{other.title}", self.weight + other.weight, both)


def pooled(groups: Sequence[Counted], least: int) -> list[Counted]:
    """Groups with every one that has fewer valid ballots than `least` put together with the next smallest.

    One group may remain that is still too small: then there is no result at all.
    """
    left = sorted(groups, key=lambda group: group.valid)
    while len(left) > 1 and left[0].valid < least:
        left = sorted([left[0] + left[1], *left[2:]], key=lambda group: group.valid)
    return left


@dataclass(frozen=True)
class Outcome:
    """One question as all groups together answered it. `counts` as voted; `score` is None where grades have no points."""

    counts: tuple[int, ...]
    valid: int
    excellent: int
    good: int
    poor: int
    score: Decimal | None


def outcome(groups: Sequence[Counted], at: int, *, good: int, points: Sequence[int] = ()) -> Outcome:
    """The answer to question number `at` (from 0): counts of all groups added, points weighted by group.

    `good`: how many grades from the best on count as 称职 (满意).
    """
    counts = tuple(map(sum, zip(*(group.count.rows[at] for group in groups), strict=True)))
    graded = counts[:-1]
    return Outcome(
        counts, sum(group.valid for group in groups), graded[0], sum(graded[:good]), graded[-1],
        weighted([(group.weight, mean(group.count.rows[at][:-1], points)) for group in groups]) if points else None,
    )


def mean(counts: Sequence[int], points: Sequence[int]) -> Fraction | None:
    """Points a vote, abstentions left out; None when nobody graded: 6×100 + 4×85 over 10 votes = 94."""
    votes = sum(counts)
    return Fraction(sum(n * p for n, p in zip(counts, points, strict=True)), votes) if votes else None


def weighted(scores: Sequence[tuple[int, Fraction | None]]) -> Decimal | None:
    """The mean of the groups' scores by weight, one decimal, half up; a group without a grade does not count."""
    told = [(weight, score) for weight, score in scores if score is not None]
    weights = sum(weight for weight, _ in told)
    return rounded(sum((w * s for w, s in told), Fraction()) / weights) if weights else None


def rounded(value: Fraction) -> Decimal:
    """One decimal, half up."""
    tenths = Decimal(value.numerator) / Decimal(value.denominator)
    return tenths.quantize(Decimal("0.1"), ROUND_HALF_UP)


def share(part: int, whole: int) -> Decimal | None:
    """A percentage with one decimal; None when there is nothing to be a part of."""
    return rounded(Fraction(part * WHOLE, whole)) if whole else None


class Call(StrEnum):
    """What a poor result calls for."""

    TALK = "诫勉谈话"
    REMOVAL = "可建议免职"


def calls(poor: int, valid: int, *, talk: Fraction, removal: Fraction) -> list[Call]:
    """不称职 of at least `talk` of the valid ballots: 诫勉谈话; of more than `removal`: 可建议免职 as well."""
    found = [Call.TALK] if valid and poor >= talk * valid else []
    return [*found, Call.REMOVAL] if valid and poor > removal * valid else found


def mostly_excellent(counts: Sequence[int]) -> bool:
    """Whether the best grade has more votes than any other grade."""
    return counts[0] > max(counts[1:-1])


def most_excellent(judged: int, percent: int) -> int:
    """How many of those judged may be 优秀: 20 % of 11 → 2; of a few, one may."""
    return max(judged * percent // WHOLE, 1)


def enough_came(returned: int, entitled: int, least: Fraction) -> bool:
    """Whether so many members took part that their rating of the union stands: returned ÷ entitled reaches the share."""
    return entitled > 0 and returned >= least * entitled


def reaches(part: int, whole: int, percent: int) -> bool:
    """Whether a share is at least so many percent: 127 of 141 is 90.07, which reaches 90."""
    return whole > 0 and part * WHOLE >= percent * whole


def banded(valid: int, full_from: int) -> bool:
    """Whether so few voted that only bands may be told."""
    return valid < full_from


def band(part: int, whole: int, bounds: Sequence[int]) -> str:
    """The band a share falls in, by bounds from high to low: 90 and 75 → 90%及以上, 75%—90%, 75%以下."""
    percent, above = Fraction(part * WHOLE, whole), None
    for bound in bounds:
        if percent >= bound:
            return f"{bound}%及以上" if above is None else f"{bound}%—{above}%"
        above = bound
    return f"{above}%以下"


def weights_total(weights: Sequence[int]) -> None:
    """Refused when the weights of the groups are not 100 % together."""
    if sum(weights) != WHOLE:
        raise Refused(f"各组权重合计 {sum(weights)}%，应为 {WHOLE}%，请先调整。")


def names_in(told: str) -> list[str]:
    """Names written one after another: 王芳、李娜."""
    return [name for name in re.split(r"[\s、，,；;]+", told) if name]
