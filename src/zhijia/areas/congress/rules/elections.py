"""Rules of elections: what follows what, how many candidates, who is elected. Pure. Sources: docs/areas/congress.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zhijia.areas.members.rules.committees import months_after
from zhijia.core.refused import Refused


class Body(StrEnum):
    """Committees that are elected, in the words of the register of committees."""

    UNION = "工会委员会"
    AUDIT = "经费审查委员会"
    WOMEN = "女职工委员会"


class Aim(StrEnum):
    """What an election is held for."""

    RENEWAL = "换届选举"
    EXTRA = "补选"
    RECALL = "罢免"


class Office(StrEnum):
    """What people are elected as."""

    MEMBER = "委员"
    STANDING = "常务委员"
    CHAIR = "主席"
    VICE = "副主席"
    DIRECTOR = "主任"


class Stage(StrEnum):
    """Where an election stands; 请示 and 批复 come twice: before it, and for its result."""

    PLANNED = "筹备中"
    ASKED = "已请示"
    AGREED = "同意选举"
    ELECTED = "已选出"
    REPORTED = "结果已报"
    APPROVED = "已批准"
    CANCELLED = "已取消"


NEXT = {
    Stage.PLANNED: (Stage.ASKED, Stage.CANCELLED),
    Stage.ASKED: (Stage.AGREED, Stage.PLANNED, Stage.CANCELLED),
    Stage.AGREED: (Stage.ELECTED, Stage.CANCELLED),
    Stage.ELECTED: (Stage.REPORTED, Stage.CANCELLED),
    Stage.REPORTED: (Stage.APPROVED, Stage.ELECTED, Stage.CANCELLED),
    Stage.APPROVED: (),
    Stage.CANCELLED: (),
}
RUNNING = (Stage.PLANNED, Stage.ASKED, Stage.AGREED, Stage.ELECTED, Stage.REPORTED)
HELD = (Stage.ELECTED, Stage.REPORTED, Stage.APPROVED)


def step(now: str, then: Stage) -> Stage:
    """The next stage, or Refused with what to do first."""
    if then in NEXT[Stage(now)]:
        return then
    raise Refused(f"这次选举{now}，不能改为“{then}”。请按请示、批复、选举、报告结果、批复的次序办理。")


class Matter(StrEnum):
    """What the union above is asked about (请示事项)."""

    HOLD = "选举请示"
    RESULT = "选举结果请示"


MATTERS = {
    Matter.HOLD: (Stage.PLANNED, Stage.ASKED, Stage.AGREED),
    Matter.RESULT: (Stage.ELECTED, Stage.REPORTED, Stage.APPROVED),
}
"""What a request is about → the stage before it, while it waits, and when it is approved."""


class Kin(StrEnum):
    """How a candidate is related to the head of the enterprise; 近亲属 as the civil code counts them (第1045条)."""

    NONE = "不是近亲属"
    SPOUSE = "配偶"
    PARENT = "父母"
    CHILD = "子女"
    SIBLING = "兄弟姐妹"
    GRANDPARENT = "祖父母、外祖父母"
    GRANDCHILD = "孙子女、外孙子女"


class Turn(StrEnum):
    """Which vote of an election it is."""

    FIRST = "第一次投票"
    RUNOFF = "得票相等再次投票"
    AGAIN = "名额未选足另行选举"
    REPEAT = "作废后重新投票"


def surplus_key(aim: str, office: str, body: str) -> str | None:
    """The standard for how many more candidates than seats there must be; None where as many will do (等额)."""
    if aim == Aim.RECALL or body != Body.UNION:
        return None
    return {Office.MEMBER: "election.surplus.committee", Office.STANDING: "election.surplus.standing"}.get(Office(office))


def fewest_candidates(seats: int, percent: int) -> int:
    """Seats and the surplus (差额), rounded up: 7 seats and 5 % → 8."""
    return seats - -seats * percent // 100


def faults(name: str, *, member: bool, seated: bool, named: bool, kin: str, kin_barred: bool, aim: str) -> list[str]:
    """Why someone cannot be put on the ballot, each as one sentence."""
    found = []
    if aim == Aim.RECALL:
        found += [] if seated else [f"{name}现在不在这个委员会，不能提出罢免。"]
    else:
        found += [] if member else [f"{name}不是在籍会员，没有被选举权（保留会籍的也没有）。"]
        found += [f"{name}与单位主要负责人是近亲属（{kin}），不能作为候选人。"] if kin_barred and kin != Kin.NONE else []
    return found + ([f"{name}已经在候选人名单上。"] if named else [])


@dataclass(frozen=True)
class Outcome:
    """What a vote decided: who is in, who is level at the last seat, how many seats are left."""

    elected: tuple
    tied: tuple
    left: int

    @property
    def settled(self) -> bool:
        return not self.left


def outcome(votes: Mapping, *, seats: int, needed: int) -> Outcome:
    """Who is elected. `votes` {candidate: 同意}; `needed`: the fewest votes that are enough.

    More than enough passed: by votes; those level at the last seat go into a vote among themselves (`tied`). Fewer
    passed than there are seats: the rest stay open (`left`).
    """
    passed = sorted((each for each in votes if votes[each] >= needed), key=lambda each: -votes[each])
    if len(passed) <= seats:
        return Outcome(tuple(passed), (), seats - len(passed))
    last = votes[passed[seats - 1]]
    sure = tuple(each for each in passed if votes[each] > last)
    level = tuple(each for each in passed if votes[each] == last)
    if len(sure) + len(level) == seats:
        return Outcome(sure + level, (), 0)
    return Outcome(sure, level, seats - len(sure))


def recalled(votes: Mapping, *, needed: int) -> Outcome:
    """Who is removed (罢免): everyone whom enough voted out; nothing is left open."""
    return Outcome(tuple(each for each in votes if votes[each] >= needed), (), 0)


def workable(elected: int, seats: int, fewest: int | None) -> bool:
    """Whether a committee can work with seats left open: not below the fewest allowed; without a table, more than half."""
    return elected >= fewest if fewest else 2 * elected > seats


def vacancy_overdue(since, today, months: int) -> bool:
    """Whether a chair has been vacant longer than allowed."""
    return months_after(since, months) < today


def reordered(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Places of `names` in the order `wanted`; Refused unless it names each exactly once."""
    if sorted(names) != sorted(wanted):
        missing = [name for name in names if name not in wanted]
        raise Refused(f"请写全候选人，每人一次{'，还缺：' + '、'.join(missing) if missing else ''}。")
    return [wanted.index(name) for name in names]
