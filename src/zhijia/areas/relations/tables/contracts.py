"""How collective contracts read (集体合同登记)."""

from django.utils import timezone

from zhijia.areas.relations.rules.contracts import AT_THE_TABLE, standing
from zhijia.kit.tables import Column, Table

TONES = {"生效中": "good", "已到期": "bad", "拒绝协商": "bad", "有异议": "bad", "已作废": "quiet", "已终止": "quiet"}
EDIT = "relations.bargain"


def state(contract) -> str:
    """Where a contract stands today."""
    if contract.voided_on:
        return "已作废"
    return standing(contract.stage, contract.effective_on, contract.last_on, timezone.localdate())


def votes(contract) -> str:
    """268/301."""
    return "" if contract.entitled is None else f"{contract.in_favour}/{contract.entitled}"


CONTRACTS = Table(
    (
        Column("number", "编号", link="relations:contract", sort="number", search=True),
        Column("kind", "类别", sort="kind"),
        Column("union", "工会", value="union.name", phone=False),
        Column("offered_on", "要约日期", kind="date", sort="offered_on", phone=False),
        Column("passed_on", "通过日期", kind="date", sort="passed_on", phone=False),
        Column("votes", "赞成/应到", value=votes, phone=False),
        Column("signed_on", "签订日期", kind="date", sort="signed_on"),
        Column("sent_on", "报送日期", kind="date", sort="sent_on", phone=False),
        Column("effective_on", "生效日期", kind="date", sort="effective_on"),
        Column("last_on", "到期日期", kind="date", sort="last_on"),
        Column("state", "状态", value=state, kind="badge", tones=TONES),
    ),
    empty="还没有集体合同。点“提出要约”开始协商。", name="集体合同登记",
)
SEATS = Table(
    (
        Column("side", "哪一方"),
        Column("name", "姓名"),
        Column("chief", "首席代表", value=lambda seat: "首席" if seat.chief else ""),
        Column("marks", "身份", value=lambda seat: "、".join(
            word for word, holds in (("一线", seat.frontline), ("女职工", seat.woman), ("外聘", seat.external)) if holds
        )),
        Column("do", "办理", value=lambda seat: "撤换" if seat.contract.stage in AT_THE_TABLE else "", link="relations:unseat",
               power=EDIT, export=False),
    ),
    empty="还没有登记协商代表。双方人数对等，点“登记代表”。", name="协商代表",
)
TALKS = Table(
    (
        Column("on", "日期", kind="date"),
        Column("place", "地点", phone=False),
        Column("minutes", "会议记录", kind="long"),
        Column("signed", "双方签字"),
    ),
    empty="还没有协商会议记录。", name="协商会议",
)
CHECKS = Table(
    (
        Column("on", "检查日期", kind="date", sort="on"),
        Column("by", "检查人"),
        Column("contract", "合同", link=("relations:contract", "contract_id"), phone=False),
        Column("finding", "履行情况", kind="long"),
        Column("reported_on", "向职代会报告", kind="date"),
        Column("do", "办理", value=lambda check: "" if check.reported_on else "已报告", link="relations:report", power=EDIT,
               export=False),
    ),
    empty="还没有检查过履行情况。", name="集体合同履行检查",
)
CHECKS_OF = Table(tuple(each for each in CHECKS.columns if each.key != "contract"), empty=CHECKS.empty, name=CHECKS.name)
OURS = Table(
    (
        Column("kind", "类别"), Column("union", "工会", value="union.name", phone=False),
        Column("effective_on", "生效日期", kind="date"), Column("last_on", "到期日期", kind="date"),
        Column("passed_by", "通过的会议", phone=False), Column("summary", "主要内容", kind="long"),
    ),
    empty="本单位现在没有生效的集体合同。", name="生效的集体合同",
)
