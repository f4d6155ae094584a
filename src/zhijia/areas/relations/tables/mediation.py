"""How disputes read: the ledger in its usual columns (劳动争议台账)."""

from django.utils import timezone

from zhijia.areas.relations.rules.mediation import Stage, days_taken
from zhijia.areas.relations.rules.steps import clock
from zhijia.areas.relations.tables.letters import late, stage
from zhijia.kit.tables import Column, Table

STAGE_TONES = {"已申请": "warn", "调解中": "warn", "达成协议": "good", "终止调解": "bad"}


def dispute_clock(dispute) -> str:
    """The clock of acceptance until accepted, then that of the mediation."""
    if dispute.voided_on or dispute.stage in (Stage.REFUSED, Stage.WITHDRAWN):
        return ""
    if dispute.stage == Stage.APPLIED:
        return f"受理{clock(dispute.accept_due_on, None, timezone.localdate())}"
    return clock(dispute.last_on, dispute.closed_on, timezone.localdate())


DISPUTES = Table(
    (
        Column("number", "编号", link="relations:dispute", sort="number", search=True),
        Column("applicant", "申请人", search=("name", "person__name")),
        Column("respondent", "对方", search=True),
        Column("topic", "事由", sort="topic"),
        Column("received_on", "申请日", kind="date", sort="received_on", phone=False),
        Column("accepted_on", "受理日", kind="date", sort="accepted_on"),
        Column("closed_on", "结案日", kind="date", sort="closed_on"),
        Column("result", "结果", value=stage, kind="badge", tones=STAGE_TONES, sort="stage"),
        Column("days", "天数", value=lambda each: days_taken(each.received_on, each.closed_on), kind="number"),
        Column("clock", "时限", value=dispute_clock, export=False),
    ),
    empty="还没有劳动争议。点“登记调解申请”，口头申请的当场记下。", name="劳动争议台账",
    mark=lambda dispute: late(dispute_clock(dispute).removeprefix("受理")),
)
COUNTED = Table(tuple(each for each in DISPUTES.columns if each.key != "applicant"), empty=DISPUTES.empty, name="劳动争议")
HEARINGS = Table(
    (
        Column("on", "日期", kind="date"),
        Column("kind", "笔录"),
        Column("present", "在场人"),
        Column("words", "记录", kind="long"),
        Column("taken_by", "记录人", phone=False),
        Column("word", "Word", value=lambda hearing: "下载", link="relations:hearing_word", export=False),
    ),
    empty="还没有笔录。点“记笔录”。", name="笔录",
)
