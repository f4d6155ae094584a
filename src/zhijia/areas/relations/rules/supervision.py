"""Supervision of labour law (劳动法律监督): inspections, letters of opinion, what follows when they are not answered."""

from datetime import date
from enum import StrEnum

from zhijia.core.refused import Refused


class Origin(StrEnum):
    """What brought the inspectors."""

    ROUTINE = "例行检查"
    COMPLAINT = "职工投诉"


class Stage(StrEnum):
    """Where a matter of supervision stands."""

    COMPLAINED = "已收投诉"
    DECLINED = "不受理"
    INSPECTED = "已检查"
    ISSUED = "已发意见书"
    ANSWERED = "已答复"
    PROPOSED = "已提请政府处理"
    CLOSED = "已办结"


NEXT = {
    Stage.COMPLAINED: (Stage.DECLINED, Stage.INSPECTED),
    Stage.INSPECTED: (Stage.ISSUED, Stage.CLOSED),
    Stage.ISSUED: (Stage.ANSWERED, Stage.PROPOSED),
    Stage.ANSWERED: (Stage.PROPOSED, Stage.CLOSED),
    Stage.PROPOSED: (Stage.ANSWERED, Stage.CLOSED),
}


def enough(inspectors: list[str], least: int) -> None:
    """So many inspectors go together, with their cards (浙江 §20)."""
    if len(inspectors) < least:
        raise Refused(f"检查要有 {least} 名以上监督员，现在写了 {len(inspectors)} 名。")


def may_propose(answer_due: date, answered_on: date | None, corrected: bool, on: date) -> None:
    """The government is asked to act when no answer came in time, or the answer does not mend the matter."""
    if answered_on and corrected:
        raise Refused("单位已经答复并改正，不必提请政府处理，请直接办结。")
    if not answered_on and on <= answer_due:
        raise Refused(f"答复期限是 {answer_due}，过了期限没有答复才提请政府处理。")
