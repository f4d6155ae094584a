"""Mediation of labour disputes (劳动争议调解)."""

from datetime import date
from enum import StrEnum

from zhijia.core.refused import Refused


class Topic(StrEnum):
    """What a dispute is about (事由)."""

    PAY = "劳动报酬"
    CONTRACT = "劳动合同"
    HOURS = "工时休假"
    INSURANCE = "社会保险"
    INJURY = "工伤待遇"
    SEVERANCE = "经济补偿"
    TRAINING = "培训"
    PROTECTION = "劳动保护"
    OTHER = "其他"


class Stage(StrEnum):
    """Where a dispute stands; the last four are how it ended."""

    APPLIED = "已申请"
    ACCEPTED = "调解中"
    REFUSED = "不受理"
    SETTLED = "达成协议"
    ENDED = "终止调解"
    WITHDRAWN = "撤回申请"


NEXT = {
    Stage.APPLIED: (Stage.ACCEPTED, Stage.REFUSED, Stage.WITHDRAWN),
    Stage.ACCEPTED: (Stage.SETTLED, Stage.ENDED, Stage.WITHDRAWN),
}


class Record(StrEnum):
    """Kinds of hearing record (笔录)."""

    INQUIRY = "调查笔录"
    MEDIATION = "调解笔录"


def represented(heads: int, representatives: int, least: int) -> None:
    """Workers of one claim may choose representatives once they are so many (调解仲裁法 §7)."""
    if representatives and heads < least:
        raise Refused(f"{heads} 人申请的，由本人参加；{least} 人以上有共同请求的才推举代表。")
    if representatives > heads:
        raise Refused("代表比申请的人还多，请核对。")


def extended(due: date, until: date, both: bool) -> date:
    """A later last day, which only both sides together can give."""
    if not both:
        raise Refused("延长要双方都同意；有一方不同意的，到期请终止调解，告知可以申请仲裁。")
    if until <= due:
        raise Refused(f"延长后的期限 {until} 不晚于原期限 {due}，请核对。")
    return until


def days_taken(received: date, closed: date | None) -> int | None:
    """Days from receipt to the end (天数), as the ledger has it; None while it runs."""
    return (closed - received).days if closed else None
