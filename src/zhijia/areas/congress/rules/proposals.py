"""Rules of proposals (提案): who may raise one, where it stands, what a reply must state. Pure. See docs/areas/congress.md."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from zhijia.core.refused import Refused


class Stage(StrEnum):
    """Where a proposal stands."""

    GATHERING = "待附议"
    RETURNED = "退回补充"
    SUBMITTED = "待审查"
    LATE = "逾期"
    FILED = "已立案"
    MERGED = "已并案"
    SUGGESTION = "转意见建议"
    REFUSED = "不立案"
    HANDED = "办理中"
    ANSWERED = "已答复"
    SECOND = "二次办理"
    CLOSED = "已办结"
    CARRIED = "转下次"
    WITHDRAWN = "已撤回"


REVIEWED = (Stage.FILED, Stage.MERGED, Stage.SUGGESTION, Stage.REFUSED)
FILED = (Stage.FILED, Stage.HANDED, Stage.ANSWERED, Stage.SECOND, Stage.CLOSED)
OPEN = (Stage.GATHERING, Stage.RETURNED, Stage.SUBMITTED)
OVER = (Stage.MERGED, Stage.SUGGESTION, Stage.REFUSED, Stage.CLOSED, Stage.CARRIED, Stage.WITHDRAWN)
NEXT = {
    Stage.GATHERING: (Stage.SUBMITTED, Stage.RETURNED, Stage.SUGGESTION, Stage.CARRIED, Stage.WITHDRAWN),
    Stage.RETURNED: (Stage.SUBMITTED, Stage.SUGGESTION, Stage.CARRIED, Stage.WITHDRAWN),
    Stage.SUBMITTED: (*REVIEWED, Stage.RETURNED, Stage.WITHDRAWN),
    Stage.LATE: (Stage.SUGGESTION, Stage.CARRIED, Stage.WITHDRAWN),
    Stage.FILED: (Stage.HANDED, Stage.MERGED, Stage.SUBMITTED),
    Stage.MERGED: (Stage.SUBMITTED,),
    Stage.SUGGESTION: (Stage.SUBMITTED,),
    Stage.REFUSED: (Stage.SUBMITTED,),
    Stage.HANDED: (Stage.ANSWERED,),
    Stage.ANSWERED: (Stage.SECOND, Stage.CLOSED),
    Stage.SECOND: (Stage.ANSWERED,),
    Stage.CLOSED: (),
    Stage.CARRIED: (),
    Stage.WITHDRAWN: (),
}
LATE_SAID = "逾期提案不能立案、并案：可以转意见建议，或留到下次征集。"


def step(now: str, then: Stage) -> Stage:
    """The next stage of a proposal, or Refused."""
    if then in NEXT[Stage(now)]:
        return then
    if now == Stage.LATE and then in REVIEWED:
        raise Refused(LATE_SAID)
    raise Refused(f"这件提案{now}，不能改为“{then}”。")


class Part(StrEnum):
    """What someone is to a proposal."""

    PROPOSER = "提案人"
    SECONDER = "附议人"


class Grade(StrEnum):
    """What proposer and seconders think of a reply (满意度)."""

    GOOD = "满意"
    FAIR = "基本满意"
    BAD = "不满意"


RESULTS = {"立案": Stage.FILED, "并案": Stage.MERGED, "转意见建议": Stage.SUGGESTION, "不立案": Stage.REFUSED}
REPLIES = ("A", "B", "C")
FIRST, SECOND = 1, 2

KINDS = {
    "teaching": ("教学科研", ("教学科研", "教学", "科研", "培训")),
    "production": ("生产经营", ("生产经营", "生产", "经营", "质量", "技术")),
    "pay": ("劳动报酬", ("劳动报酬", "工资", "薪酬")),
    "safety": ("安全", ("安全", "劳动保护", "安全生产", "职业卫生")),
    "welfare": ("福利", ("福利", "生活福利", "后勤", "女职工", "文化", "文体")),
    "management": ("管理", ("管理", "制度")),
}
"""Groups of kinds figures are told by; whatever is in none of them is 其他."""


class Fault(StrEnum):
    """What keeps a proposal from being reviewed."""

    OWN = "seconds_own"
    TWICE = "same_seconder_twice"
    STRANGER = "seconder_not_delegate"
    NONE = "no_seconder"
    FEW = "one_seconder"
    PROPOSER = "proposer_not_delegate"
    LATE = "after_deadline"
    MATTERS = "two_matters"


SECONDING = (Fault.OWN, Fault.TWICE, Fault.STRANGER, Fault.NONE, Fault.FEW)


def valid_seconders(proposers: Iterable, seconders: Iterable, delegates) -> list:
    """Seconders that count: delegates, each once, none of them a proposer."""
    own = set(proposers)
    return [one for one in dict.fromkeys(seconders) if one in delegates and one not in own]


def seconding_faults(proposers: Sequence, seconders: Sequence, delegates, *, least: int) -> list[Fault]:
    """What is wrong with the seconders of a proposal; when nothing else is, that they are too few (P31a, P31c)."""
    own, found = set(proposers), []
    if own & set(seconders):
        found.append(Fault.OWN)
    if len(set(seconders)) < len(seconders):
        found.append(Fault.TWICE)
    if any(one not in delegates for one in seconders if one not in own):
        found.append(Fault.STRANGER)
    if found or len(valid_seconders(proposers, seconders, delegates)) >= least:
        return found
    return [Fault.FEW if seconders else Fault.NONE]


def enough(proposers: Iterable, seconders: Iterable, delegates, *, least: int) -> bool:
    """Whether a proposal has its seconders."""
    return len(valid_seconders(proposers, seconders, delegates)) >= least


JOINS = re.compile(r"与|和|及|并|、|；|;")
AROUND = re.compile(r"^关于|的?(?:提案|建议|意见)$")
LISTED = re.compile(r"一是.*二是|[；;]|[1１][.、．)）].*[2２][.、．)）]|(?:^|。)\s*一、.*二、", re.DOTALL)


def two_matters(matter: str, reason: str, measures: str) -> bool:
    """Whether a text tells of two matters (一事一案, P31c): its title joins two, and reason or measures list them one by one.

    A title that joins two words alone is no sign (工具与刀具管理), a list of measures for one matter neither.
    """
    title = AROUND.sub("", AROUND.sub("", matter.strip()))
    parts = [part for part in JOINS.split(title) if len(part) > 1]
    return len(parts) > 1 and any(LISTED.search(text.strip("；;。 ")) for text in (reason, measures))


NEEDS = (("措施", "measures"), ("计划", "measures"), ("困难", "trouble"), ("理由", "trouble"), ("时间", "by_on"))
NEEDED = {"measures": "措施或计划", "trouble": "困难或理由", "by_on": "完成时间"}


def unsaid(must: str, told: dict) -> list[str]:
    """What a reply leaves out of what its kind must state: `must` are the words of the policy (措施和完成时间)."""
    fields = dict.fromkeys(field for word, field in NEEDS if word in must)
    return [NEEDED[field] for field in fields if not told.get(field)]


def overall(grades: Iterable[tuple[str, str]]) -> str:
    """What a proposal's people think of its reply: (part, grade) of each; the proposers' word goes first, the worst counts."""
    told = list(grades)
    own = [grade for part, grade in told if part == Part.PROPOSER]
    worst = [grade for grade in reversed(Grade) if grade in (own or [grade for _, grade in told])]
    return worst[0] if worst else ""


def clock(due: date | None, today: date) -> str:
    """What is left of a term, in words; nothing where none runs."""
    if due is None:
        return ""
    left = (due - today).days
    if left < 0:
        return f"已超期 {-left} 天"
    return f"还剩 {left} 天" if left else "今天到期"


def within(days: int, least: int, most: int) -> None:
    """Refused when proposals are collected for fewer or more days than the rules want."""
    if not least <= days <= most:
        raise Refused(f"征集 {days} 天，应在 {least} 至 {most} 天之间；本单位另有规定的，请先在“政策标准”里设定。")
