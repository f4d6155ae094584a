"""How matters of supervision read (劳动法律监督登记)."""

from django.utils import timezone

from zhijia.areas.relations.rules.steps import clock
from zhijia.areas.relations.rules.supervision import Stage
from zhijia.areas.relations.tables.letters import late, stage
from zhijia.kit.tables import Column, Table

STAGE_TONES = {
    "已收投诉": "warn", "已检查": "warn", "已发意见书": "warn", "已答复": "good", "已提请政府处理": "bad", "已办结": "good",
}


def matter_clock(matter) -> str:
    """The clock of the notice to a complainant, then that of the employer's answer."""
    if matter.voided_on:
        return ""
    if matter.issued_on:
        return clock(matter.answer_due_on, matter.answered_on, timezone.localdate())
    open_complaint = matter.stage == Stage.COMPLAINED
    return clock(matter.notice_due_on, None, timezone.localdate()) if open_complaint else ""


MATTERS = Table(
    (
        Column("number", "编号", link="relations:matter", sort="number", search=True),
        Column("on", "日期", kind="date", sort="on"),
        Column("origin", "来源", phone=False),
        Column("employer", "用人单位", search=True, sort="employer"),
        Column("inspectors", "检查人", search=True, phone=False),
        Column("letter_number", "意见书编号"),
        Column("issued_on", "意见书日期", kind="date", sort="issued_on", phone=False),
        Column("answer_due_on", "答复期限", kind="date", sort="answer_due_on"),
        Column("answered_on", "答复日期", kind="date", sort="answered_on", phone=False),
        Column("clock", "时限", value=matter_clock),
        Column("stage", "进度", value=stage, kind="badge", tones=STAGE_TONES, sort="stage"),
        Column("result", "结果", phone=False),
    ),
    empty="还没有劳动法律监督记录。点“登记检查”，或“登记投诉”。", name="劳动法律监督登记",
    mark=lambda matter: late(matter_clock(matter)),
)
