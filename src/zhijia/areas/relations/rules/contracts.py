"""Collective bargaining (集体协商) and contracts (集体合同): who may sit at the table, who must agree, how long it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from zhijia.areas.members.rules.committees import months_after
from zhijia.core.refused import Refused


class Kind(StrEnum):
    """The contract on everything, and the special ones (专项, 劳动合同法 §52)."""

    GENERAL = "集体合同"
    WAGES = "工资专项集体合同"
    WOMEN = "女职工专项集体合同"
    SAFETY = "劳动安全卫生专项集体合同"


class Side(StrEnum):
    """The two sides of the table."""

    WORKERS = "职工方"
    COMPANY = "企业方"


class Stage(StrEnum):
    """Where a contract stands. 已报送 takes effect by itself on its day."""

    OFFERED = "已要约"
    DECLINED = "拒绝协商"
    TALKING = "协商中"
    PASSED = "草案已通过"
    SIGNED = "已签订"
    SENT = "已报送"
    OBJECTED = "有异议"
    ENDED = "已终止"


NEXT = {
    Stage.OFFERED: (Stage.TALKING, Stage.DECLINED),
    Stage.DECLINED: (Stage.TALKING,),
    Stage.TALKING: (Stage.PASSED,),
    Stage.PASSED: (Stage.SIGNED,),
    Stage.SIGNED: (Stage.SENT,),
    Stage.SENT: (Stage.OBJECTED, Stage.ENDED),
    Stage.OBJECTED: (Stage.PASSED,),
}
AT_THE_TABLE = (Stage.OFFERED, Stage.TALKING, Stage.OBJECTED)
IN_FORCE, EXPIRED = "生效中", "已到期"


@dataclass(frozen=True)
class Seat:
    """One representative (协商代表), as the rules look at one."""

    side: str
    frontline: bool = False
    external: bool = False
    woman: bool = False
    of_other_side: bool = False
    """Union staff sitting for the company, or the company's people sitting for the workers."""


@dataclass(frozen=True)
class Shares:
    """What a region asks of the table."""

    least: int
    frontline: Fraction
    external: Fraction


def table_problems(seats: Sequence[Seat], shares: Shares, *, wages: bool, women: bool) -> list[str]:
    """What is wrong with the representatives, in sentences; `wages`: it is a wage talk, `women`: a women's committee exists."""
    workers = [seat for seat in seats if seat.side == Side.WORKERS]
    company = [seat for seat in seats if seat.side == Side.COMPANY]
    said = []
    if len(workers) != len(company):
        said.append(f"双方代表人数要对等：职工方 {len(workers)} 人，企业方 {len(company)} 人。")
    for side, those in ((Side.WORKERS, workers), (Side.COMPANY, company)):
        if len(those) < shares.least:
            said.append(f"{side}代表不少于 {shares.least} 人，现有 {len(those)} 人。")
        outside = sum(seat.external for seat in those)
        if outside > shares.external * len(those):
            said.append(f"{side}外聘代表不超过 {shares.external}，现在 {len(those)} 人中有 {outside} 人。")
    front = sum(seat.frontline for seat in workers)
    if wages and front < shares.frontline * len(workers):
        said.append(f"工资协商的职工方代表中一线职工不少于 {shares.frontline}，现在 {len(workers)} 人中有 {front} 人。")
    if women and workers and not any(seat.woman for seat in workers):
        said.append("有女职工委员会的，职工方代表要有女职工。")
    if any(seat.of_other_side for seat in seats):
        said.append("工会工作人员不能当企业方代表，企业方的人不能当职工方代表。")
    return said


def passed(in_favour: int, entitled: int, share: Fraction) -> bool:
    """Whether a draft passed: more than `share` of all delegates or workers, not of those present (劳动合同法 §51)."""
    return in_favour > share * entitled


def votes_fit(in_favour: int, entitled: int) -> None:
    """Nobody votes who is not entitled."""
    if in_favour > entitled:
        raise Refused(f"赞成 {in_favour} 票比应到 {entitled} 人还多，请核对。")


def term_fits(years: int, least: int, most: int) -> None:
    """How long a contract may run."""
    if not least <= years <= most:
        raise Refused(f"期限应为 {least} 至 {most} 年。")


def last_day(first: date, years: int) -> date:
    """The last day of a contract of so many years."""
    anniversary = months_after(first, 12 * years)
    # who begins on 29 February ends on the 28th, which the short year already took a day off
    return anniversary if anniversary.day < first.day else anniversary - timedelta(days=1)


def alarm(last: date, today: date, months: Sequence[int]) -> int | None:
    """Which alarm has gone off before the end: the smallest number of months that is not yet longer than what is left."""
    return next((each for each in sorted(months) if today < last + timedelta(days=1) <= months_after(today, each)), None)


def standing(stage: str, effective: date | None, last: date | None, today: date) -> str:
    """The state as people ask for it: a contract that was sent takes effect and expires by its days alone."""
    if stage != Stage.SENT or effective is None or last is None or today < effective:
        return stage
    return EXPIRED if today > last else IN_FORCE
