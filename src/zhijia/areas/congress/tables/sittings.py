"""How sittings, their sign-in lists, agendas and votes read."""

from dataclasses import replace

from django.urls import NoReverseMatch, reverse

from zhijia.areas.congress.rules.kinds import Stage
from zhijia.kit.tables import Column, Table

STAGES = {Stage.OPEN: "warn", Stage.CLOSED: "good"}
CARRIED = {"通过": "good", "未通过": "bad"}


def vote_url(vote) -> str | None:
    """The page where a vote is counted."""
    try:
        return vote and reverse("voting:vote", args=[vote.pk])
    except NoReverseMatch:
        return None


def signing(chamber) -> Table:
    """A sign-in list with what may be done to a line beside it."""
    do = Column("do", "办理", value=lambda line: "更正", link="congress:correct_line", power="congress.edit", export=False)
    return replace(ATTENDANCES, columns=(*ATTENDANCES.columns, do), name=f"签到表（{chamber}）")


def carried(decided) -> str:
    """通过, 未通过, or nothing yet, of an item or of its vote in one chamber."""
    return "" if decided.carried is None else "通过" if decided.carried else "未通过"


def became(item) -> str:
    """What became of an item, in one word."""
    if item.kind == "审议表决":
        return carried(item) or "未表决"
    done, open_ = ("已进行", "未进行") if item.kind == "选举" else ("已听取", "未听取")
    return done if item.heard else open_


SITTINGS = Table(
    (
        Column("short", "会议", sort="short", search=("title", "short"), link="congress:sitting"),
        Column("on", "召开日期", kind="date", sort="on"),
        Column("union", "工会", phone=False),
        Column("form", "性质", phone=False),
        Column("stage", "状态", kind="badge", tones=STAGES),
        Column("entitled", "应到", kind="number", phone=False),
        Column("present", "实到", kind="number"),
        Column("late", "材料", value=lambda row: "迟发" if row.late else "", kind="badge", tones={"迟发": "warn"}, phone=False),
        Column("published_on", "公布", kind="date", phone=False),
        Column("reported_on", "报告", kind="date", phone=False),
    ),
    empty="还没有会议。点“筹备会议”。", name="职代会会议登记",
)
CHAMBERS = Table(
    (
        Column("congress", "大会", link="congress:sign_in_list"),
        Column("number", "次", kind="number"),
        Column("on", "召开日期", value="sitting.on", kind="date"),
        Column("sitting", "会议", value="sitting.short", link=("congress:sitting", "sitting_id"), phone=False),
        Column("entitled", "应到", kind="number"),
        Column("present", "实到", kind="number"),
    ),
    empty="还没有会议。", name="会议（按大会）",
)
TURNOUT = Table(
    tuple(column for column in CHAMBERS.columns if column.key not in ("on", "sitting")), empty="还没有大会。", name="应到和实到",
)
ATTENDANCES = Table(
    (
        Column("person", "姓名", value="delegate.person", sort="delegate__person__name", search="delegate__person__name"),
        Column("place", "部门", value="delegate.person.union", phone=False),
        Column("coming", "到会情况", kind="badge", tones={"到会": "good", "请假": "quiet", "缺席": "warn"}, sort="coming"),
        Column("own", "签到方式", value=lambda row: "本人扫码" if row.own else "", phone=False),
        Column("observer", "列席", value=lambda row: "列席" if row.delegate.observer else "", phone=False),
    ),
    empty="还没有签到。", name="签到表",
)
ATTENDED = Table(
    (
        Column("sitting", "会议", value="chamber.sitting.short"),
        Column("on", "日期", value="chamber.sitting.on", kind="date"),
        Column("coming", "到会情况"),
    ),
    empty="还没有参加过大会。", name="参加的大会",
)
MY_SEATS = Table(
    (
        Column("congress", "大会"), Column("district", "选区"), Column("since", "当选日期", kind="date"),
        Column("until", "终止日期", kind="date"),
    ),
    empty="您没有担任代表。", name="担任的代表",
)
AGENDA = Table(
    (
        Column("title", "事项", link="congress:item"),
        Column("kind", "类别", phone=False),
        Column("speaker", "报告人", phone=False),
        Column("became", "结果", value=became, kind="badge", tones={**CARRIED, "已听取": "good", "已进行": "good"}),
    ),
    empty="还没有议程。点“写议程”。", name="议程",
)
ITEMS = Table(
    (
        Column("title", "事项", search=True, link="congress:item"),
        Column("sitting", "会议", value="sitting.short", link=("congress:sitting", "sitting_id")),
        Column("on", "日期", value="sitting.on", kind="date", sort="sitting__on"),
        Column("kind", "类别", phone=False),
        Column("only", "由谁表决", phone=False),
        Column("became", "结果", value=became, kind="badge", tones={**CARRIED, "已听取": "good"}),
    ),
    empty="还没有表决过的事项。", name="表决登记",
)
BALLOTS = Table(
    (
        Column("chamber", "大会", value="chamber.congress"),
        Column("entitled", "应到", value="chamber.entitled", kind="number"),
        Column("present", "实到", value="chamber.present", kind="number"),
        Column("kind", "方式", value="vote.kind", phone=False),
        Column("said", "票数", link=lambda row: vote_url(row.vote)),
        Column("carried", "结果", value=carried, kind="badge", tones=CARRIED),
    ),
    empty="还没有表决。", name="表决结果",
)
HANDOUTS = Table(
    (
        Column("title", "材料", link="congress:handout"),
        Column("size", "大小", value=lambda row: f"{max(row.file.size // 1024, 1)} KB"),
        Column("do", "办理", value=lambda row: "撤下", link="congress:detach", power="congress.edit", export=False),
    ),
    empty="还没有材料。点“附材料”。", name="会议材料",
)
RESOLUTIONS = Table(
    (
        Column("resolution", "决议", value=str, link="congress:resolution"),
        Column("sitting", "会议", value="sitting.short", phone=False),
        Column("on", "日期", value="sitting.on", kind="date", sort="sitting__on"),
        Column("published_on", "公布日期", value="sitting.published_on", kind="date"),
    ),
    empty="还没有决议。闭会时按表决结果自动形成。", name="大会决议",
)
PRESIDIUM = Table(
    (Column("person", "姓名", value="delegate.person"), Column("group", "职务类别", value="delegate.group")),
    empty="还没有主席团。", name="主席团",
)
