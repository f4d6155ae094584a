"""Sittings: names, numbers, quorum, days. Pure. Sources: docs/areas/congress.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from zhijia.areas.congress.rules.kinds import Kind

ANONYMOUS = "无记名投票"


def congress_name(kind: str, term: str) -> str:
    """第六届教职工代表大会; members' congresses count 次: 第七次会员代表大会. `term` in Chinese numerals."""
    return f"第{term}{'次' if Kind(kind).of_members else '届'}{Kind(kind).value}"


@dataclass(frozen=True)
class Place:
    """A congress at a sitting: its kind, its term (届) and the number of the sitting (次), in Chinese numerals."""

    kind: str
    term: str
    number: str


def full_title(places: Sequence[Place]) -> str:
    """第六届教职工代表大会暨第七次会员代表大会第二次会议; numbers that differ stand behind each its own."""
    names = [congress_name(place.kind, place.term) for place in places]
    if len({place.number for place in places}) == 1:
        return f"{'暨'.join(names)}第{places[0].number}次会议"
    return "暨".join(f"{name}第{place.number}次会议" for name, place in zip(names, places, strict=True))


def short_title(places: Sequence[Place]) -> str:
    """六届二次教代会暨七届二次工代会."""
    return "暨".join(f"{place.term}届{place.number}次{Kind(place.kind).short}" for place in places)


def between_title(names: Sequence[str]) -> str:
    """第六届教职工代表大会联席会议, between two sittings."""
    return f"{'暨'.join(names)}联席会议"


def days_short(on: date, sent: date, days: int) -> int:
    """By how many days the papers came too late: sent less than `days` before the sitting; 0 when in time."""
    return max(days - (on - sent).days, 0)


def least_present(entitled: int, share: Fraction) -> int:
    """The fewest delegates that make a quorum: 60 entitled, two thirds → 40."""
    return -int(-share * entitled // 1)


def proposers_short(proposers: int, entitled: int, share: Fraction) -> int:
    """How many more delegates have to propose an extraordinary sitting (1/3 of all); 0 when enough."""
    return max(least_present(entitled, share) - proposers, 0)


def short_of_quorum(name: str, entitled: int, present: int, share: Fraction) -> str:
    """Why a chamber cannot open, in words with numbers; "" when it can."""
    least = least_present(entitled, share)
    if entitled and present >= least:
        return ""
    if not entitled:
        return f"{name}还没有有表决权的代表，请先登记代表。"
    counted = f"{name}应到 {entitled} 人，实到 {present} 人"
    return f"{counted}，不足 {share}，至少要到 {least} 人，还差 {least - present} 人，不能开会。"


def asks_secret(rule: str, *, weighty: bool) -> bool:
    """Whether the rule (policy `congress.secret`) asks for a secret ballot on a matter; some ask it only of weighty ones."""
    return ANONYMOUS in rule and (weighty or rule.startswith(ANONYMOUS))


def due(closed: date, days: int) -> date:
    """The last of so many days after a sitting closed."""
    return closed + timedelta(days=days)
