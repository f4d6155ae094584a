"""How the rows of the openness room read."""

from django.urls import reverse
from django.utils import timezone

from zhijia.areas.openness import rules
from zhijia.areas.openness.rules import State
from zhijia.kit.tables import Column, Table

TONES = {
    State.SHOWN: "good", State.WAITING: "warn", State.ASKING: "warn", State.APPROVED: "warn", State.DROPPED: "quiet",
}
TITLE = Column("title", "标题", link="openness:item", sort="title", search=True)
ITEMS = Table(
    (
        TITLE,
        Column("line", "类别"),
        Column("state", "状态", kind="badge", tones=TONES),
        Column("union", "单位"),
        Column("shown_on", "公开日期", kind="date", sort="shown_on"),
        Column("until", "公示至", kind="date", sort="until"),
        Column("number", "编号", sort="number", search=True, phone=False),
    ),
    empty="还没有公开事项。点“起草公开事项”；以前挂过的，点“补录”。", name="公开事项",
)


def told(item) -> str:
    """Opinions and answers of a line of the ledger."""
    return f"{item.told} 件，已答复 {item.answered} 件" if item.told else "无"


LEDGER = Table(
    (
        Column("number", "编号", sort="number", search=True, link="openness:item"),
        Column("title", "标题", search=True, kind="long"),
        Column("entry", "类别", value=lambda item: f"{item.line}：{item.entry}" if item.entry else item.line),
        Column("basis", "依据", kind="long", phone=False),
        Column("channels", "公开形式", phone=False),
        Column("scope", "范围", value=lambda item: item.scope.partition("（")[0]),
        Column("shown_on", "起", kind="date", sort="shown_on"),
        Column("until", "止", kind="date", sort="until"),
        Column("approver", "审批人"),
        Column("responsible", "责任人", value=lambda item: item.responsible or item.department),
        Column("told", "意见与答复", value=told),
        Column("taken_down_on", "撤栏日期", kind="date"),
        Column("archive_no", "归档号"),
    ),
    empty="还没有公开过的事项。", name="公开事项登记",
)


def opened(wanted) -> str:
    """Where the item of a line of the month is, or where to begin one."""
    if wanted.item:
        return reverse("openness:item", args=[wanted.item.pk])
    return f"{reverse('openness:draft')}?entry={wanted.entry.pk}&month={wanted.month:%Y-%m-%d}"


MONTH = Table(
    (
        Column("entry", "应公开的内容"),
        Column("state", "状态", value=lambda wanted: "已公开" if wanted.item else "缺", kind="badge",
               tones={"已公开": "good", "缺": "bad"}),
        Column("do", "公开事项", value=lambda wanted: wanted.item.title if wanted.item else "去公开", link=opened),
        Column("union", "单位"),
        Column("line", "类别", value="entry.line", phone=False),
        Column("rhythm", "多久一次", value="entry.rhythm"),
        Column("department", "责任部门", value="entry.department", phone=False),
        Column("shown_on", "公开日期", value="item.shown_on", kind="date"),
    ),
    empty="这个月没有要公开的。还没有公开目录的，先“采用公开目录”。", name="本月应公开事项",
    mark=lambda wanted: None if wanted.item else "bad",
)
DUTIES = Table(
    (
        Column("entry", "应公开的内容"),
        Column("month", "月份", value=lambda duty: f"{duty.month.on:%Y-%m}"),
        Column("union", "单位", value="month.union"),
        Column("line", "类别", value="entry.line"),
        Column("item", "公开事项", value=lambda duty: duty.item.title if duty.item else "缺"),
        Column("shown_on", "公开日期", value="item.shown_on", kind="date"),
    ),
    empty="还没有核对过月份。", name="应公开项", mark=lambda duty: None if duty.item_id else "bad",
)
ENTRIES = Table(
    (
        Column("title", "公开内容", link="openness:entry", search=True, sort="title"),
        Column("line", "类别"),
        Column("union", "单位"),
        Column("duration", "公开时限"),
        Column("rhythm", "多久一次", value=lambda e: f"每年 {e.month} 月" if e.month else e.rhythm),
        Column("department", "责任部门", phone=False),
        Column("withdrawn", "状态", value=lambda e: "已删去" if e.withdrawn_on else "本会增列" if e.reason else "在列",
               kind="badge", tones={"在列": "good", "本会增列": "good"}),
        Column("source", "依据", phone=False),
    ),
    empty="还没有公开目录。点“采用公开目录”，各类工会的目录都已备好，采用后可以增删。", name="公开目录",
    mark=lambda entry: "quiet" if entry.withdrawn_on else None,
)


def clock(opinion) -> str:
    """How the clock of an opinion stands."""
    if opinion.answered_on:
        return "按期答复" if opinion.in_time else "超期答复"
    return rules.left(opinion.due_on, timezone.localdate())


OPINIONS = Table(
    (
        Column("item", "对哪项公开", link="openness:opinion"),
        Column("way", "来源"),
        Column("received_on", "收到", kind="date", sort="received_on"),
        Column("due_on", "答复期限", kind="date", sort="due_on"),
        Column("clock", "答复", value=clock, kind="badge", tones={"按期答复": "good", "超期答复": "warn"}),
        Column("answered_on", "答复日期", kind="date"),
        Column("union", "单位", value="item.union", phone=False),
    ),
    empty="还没有收到意见。公开栏网页上的意见会自己到这里；意见箱、电话来的，请在公开事项里点“登记意见”。", name="职工意见与答复",
    mark=lambda opinion: "bad" if not opinion.answered_on and opinion.due_on < timezone.localdate() else None,
)
CHECKS = Table(
    (
        Column("on", "检查日期", kind="date", sort="on", link="openness:check"),
        Column("union", "受检单位"),
        Column("kind", "类别"),
        Column("checkers", "检查人", search=True),
        Column("found", "发现的问题", kind="long", value=lambda check: check.found or "未发现问题"),
        Column("right_by", "整改期限", kind="date", phone=False),
        Column("righted_on", "整改完成", kind="date"),
        Column("score", "得分", kind="number", phone=False),
    ),
    empty="还没有监督检查记录。点“登记检查”。", name="公开监督检查记录",
    mark=lambda check: "warn" if check.found and not check.righted_on else None,
)
VERSIONS = Table(
    (
        Column("on", "更正日期", kind="date"),
        Column("why", "更正原因"),
        Column("title", "原标题"),
        Column("body", "原内容", kind="long"),
    ),
    empty="没有更正过。", name="更正记录",
)
ANSWERS = Table(
    (
        Column("shown_as", "职工意见", kind="long"),
        Column("answer", "答复", kind="long"),
        Column("answered_on", "答复日期", kind="date"),
    ),
    empty="还没有登出的答复。", name="意见与答复",
)
BOARD = Table(
    (
        Column("title", "公开内容", link="openness:board_item"),
        Column("line", "类别"),
        Column("shown_on", "公开日期", kind="date"),
        Column("until", "公示至", value=lambda item: item.until or "长期"),
    ),
    empty="公开栏上现在没有内容。", name="公开栏",
)
MINE = Table(
    (
        Column("title", "公开内容", link="openness:my_item"),
        Column("union", "单位"),
        Column("state", "状态", kind="badge", tones=TONES),
        Column("shown_on", "公开日期", kind="date"),
        Column("until", "公示至", value=lambda item: item.until or item.asked_until or "长期"),
    ),
    empty="本单位的公开栏上现在没有内容。", name="我的公开栏",
)
UNCHECKED = Table(
    (Column("name", "单位"), Column("kind", "类型")), empty="本月都检查过了。", name="本月还没有检查的车间、班组",
)
