"""How the records of care read on a page, in a file, behind a figure."""

from zhijia.areas.care import rules
from zhijia.core.private.masking import mask_id
from zhijia.kit.tables import Column, Table

RECEIPT_TONES = {"无": "warn", "已签": "good", "代签": "good"}


def over_cap(visit) -> bool:
    return rules.over_cap(visit.amount, visit.heads, visit.cap)


def no_receipt(visit) -> bool:
    return rules.lacks_receipt(visit.way, visit.receipt)


def marks(visit) -> str:
    """What stands out in a visit, in as few words as a list has room for."""
    found = ["作废"] if visit.voided_on else []
    found += ["超限额"] if over_cap(visit) else []
    found += ["缺签领"] if no_receipt(visit) else []
    found += ["待认人"] if visit.who and not visit.person_id else []
    found += ["补录"] if visit.late else []
    return "、".join(found)


def tone(visit) -> str | None:
    if visit.voided_on:
        return "quiet"
    return "warn" if over_cap(visit) or no_receipt(visit) else None


def visited(visit) -> str:
    """Who was visited, as a book writes it: a name, or a group with its heads."""
    return visit.name or f"{visit.group_name}（{visit.heads}人）"


def receipt(visit) -> str:
    """A word of comfort needs no signature."""
    return "" if visit.way == rules.Way.WORD and visit.receipt == rules.Receipt.NONE else visit.receipt


VISITS = Table(
    (
        Column("on", "日期", kind="date", sort="on", link="care:visit"),
        Column("kind", "类别", sort="kind"),
        Column("name", "被慰问人", value=visited, search=("name", "group_name"), sort="name"),
        Column("group_name", "部门班组", phone=False),
        Column("way", "方式", phone=False),
        Column("amount", "金额或折价", kind="money", sort="amount"),
        Column("goods", "物品", phone=False, search=True),
        Column("visitors", "慰问人", phone=False, search=True),
        Column("receipt", "签领", value=receipt, kind="badge", tones=RECEIPT_TONES),
        Column("marks", "提示", value=marks),
    ),
    empty="还没有走访记录。点“记一次走访”，填六项就行；有走访登记簿的，点“导入登记簿”。",
    name="走访慰问记录",
    mark=tone,
)
OWN_VISITS = Table(
    (
        Column("on", "日期", kind="date"),
        Column("kind", "类别"),
        Column("way", "方式"),
        Column("amount", "金额或折价", kind="money"),
        Column("goods", "物品"),
        Column("visitors", "慰问人", phone=False),
    ),
    empty="没有走访慰问记录。",
    name="走访慰问",
)
BOOK = Table(
    (
        Column("pk", "编号"),
        Column("on", "日期", kind="date"),
        Column("kind", "类别"),
        Column("name", "被慰问人", value=visited),
        Column("group_name", "部门班组"),
        Column("reason", "关系、事由"),
        Column("visitors", "慰问人"),
        Column("way", "方式"),
        Column("amount", "金额", kind="money"),
        Column("goods", "物品"),
        Column("budget_line", "经费科目"),
        Column("asked", "诉求与答复"),
        Column("follow", "后续跟踪", value=lambda v: " ".join(str(part) for part in (v.follow_up, v.follow_up_on) if part)),
        Column("receipt", "签领", value=receipt),
        Column("approval", "审批号"),
    ),
    empty="这段时间没有走访记录。",
    name="走访慰问记录",
)
BY_KIND = Table(
    (
        Column("kind", "类别"),
        Column("turns", "人次", kind="number"),
        Column("cash", "慰问金", kind="money"),
        Column("goods", "物品折价", kind="money"),
    ),
    empty="这段时间没有走访记录。",
    name="走访慰问公开单",
)
STAGE_TONES = {"已建档": "good", "公示中": "warn", "已退出": "quiet", "未通过": "quiet", "已撤回": "quiet"}
FILES = Table(
    (
        Column("number", "编号", value=lambda f: f.number or f"第{f.pk}号", link="care:file", sort="number", search=True),
        Column("person", "姓名", search="person__name", sort="person__name", export=False),
        Column("union", "单位", phone=False),
        Column("category", "困难类别", sort="category"),
        Column("stage", "进度", kind="badge", tones=STAGE_TONES, sort="stage"),
        Column("applied_on", "申请日期", kind="date", sort="applied_on", phone=False),
        Column("filed_on", "建档日期", kind="date", sort="filed_on"),
        Column("updated_on", "最近更新", kind="date", phone=False),
        Column("ended_on", "退出日期", kind="date", phone=False),
    ),
    empty="还没有困难职工档案。点“受理申请”开始；先建档，后帮扶。",
    name="困难职工档案",
)
NOTICE = Table(
    (
        Column("number", "编号"),
        Column("unit", "单位"),
        Column("category", "困难类别"),
        Column("posted_on", "公示开始", kind="date"),
        Column("until", "公示截止", kind="date"),
    ),
    empty="现在没有公示中的档案。",
    name="困难职工公示",
)
FAMILY = Table(
    (
        Column("relation", "关系"),
        Column("name", "姓名"),
        Column("birth", "出生日期"),
        Column("id_no", "身份证号", value=lambda m: mask_id(m.id_no)),
        Column("income", "月收入", value=lambda m: m.income and f"{m.income} 元"),
        Column("health", "健康状况"),
        Column("place", "单位或学校"),
    ),
    empty="还没有登记家庭成员。",
    name="家庭成员",
)
REVIEWS = Table(
    (
        Column("on", "日期", kind="date"),
        Column("kind", "事项"),
        Column("category", "复核后类别"),
        Column("by", "复核人"),
        Column("note", "情况", kind="long"),
    ),
    empty="还没有复核过。",
    name="复核记录",
)
WATCHES = Table(
    (
        Column("person", "姓名", link="care:watch", search="person__name", sort="person__name", export=False),
        Column("kind", "类别"),
        Column("union", "单位", phone=False),
        Column("helper", "帮教人", search=True),
        Column("opened_on", "列为帮教", kind="date", sort="opened_on"),
        Column("talks", "谈话次数", kind="number"),
        Column("last_on", "最近一次", kind="date", phone=False),
        Column("released_on", "解除日期", kind="date", sort="released_on"),
    ),
    empty="现在没有帮教对象。",
    name="帮教对象",
)
STEPS = Table(
    (
        Column("on", "日期", kind="date", sort="on"),
        Column("kind", "措施"),
        Column("person", "帮教对象", value="watch.person.name", link=("care:watch", "watch_id"), export=False),
        Column("by", "办理人"),
        Column("settled_on", "解决日期", kind="date", sort="settled_on"),
    ),
    empty="还没有记录措施。",
    name="帮教措施",
)
PAIRS = Table(
    (
        Column("helper_name", "帮扶人", search=True, sort="helper_name", link="care:pair"),
        Column("name", "帮扶对象", search=True, sort="name", export=False),
        Column("union", "单位", phone=False),
        Column("started_on", "结对日期", kind="date", sort="started_on"),
        Column("ended_on", "解除日期", kind="date", sort="ended_on"),
    ),
    empty="还没有结对帮扶。点“结对”登记一户。",
    name="结对帮扶",
)
STEPS_OF = Table(
    (
        Column("on", "日期", kind="date"),
        Column("kind", "措施"),
        Column("what", "要点", kind="long"),
        Column("by", "办理人"),
        Column("settled_on", "解决日期", kind="date"),
        Column(
            "do",
            "办理",
            value=lambda step: "" if step.settled_on or step.kind in rules.TALKING else "已解决",
            link="care:settle_step",
            export=False,
        ),
    ),
    empty="还没有记录措施。点“添加措施”。",
    name="帮教措施",
)
FILE_BOOK = Table(
    (
        Column("number", "编号", value=lambda f: f.number or f"第{f.pk}号"),
        Column("person", "姓名"),
        Column("union", "单位"),
        Column("category", "困难类别"),
        Column("stage", "进度"),
        Column("applied_on", "申请日期", kind="date"),
        Column("surveyed_on", "入户调查", kind="date"),
        Column("surveyors", "调查人"),
        Column("judged_on", "评议日期", kind="date"),
        Column("posted_on", "公示开始", kind="date"),
        Column("filed_on", "建档日期", kind="date"),
        Column("updated_on", "最近更新", kind="date"),
        Column("ended_on", "退出日期", kind="date"),
        Column("ended_why", "退出原因"),
    ),
    empty="还没有困难职工档案。",
    name="困难职工台账",
)
BATCHES = Table(
    (
        Column("code", "批次号"),
        Column("file_name", "文件", search=True),
        Column("union", "工会", phone=False),
        Column("made_at", "导入时间", kind="date", sort="made_at"),
        Column("made_by", "导入人", phone=False),
        Column("new", "新增", value=lambda batch: batch.counts.get("new"), kind="number"),
        Column("changed", "更改", value=lambda batch: batch.counts.get("changed"), kind="number"),
        Column("undone_at", "撤销时间", kind="date"),
        Column("do", "办理", value=lambda batch: "" if batch.undone_at else "撤销", link="care:undo_import", export=False),
    ),
    empty="还没有导入过登记簿。",
    name="导入过的登记簿",
)
