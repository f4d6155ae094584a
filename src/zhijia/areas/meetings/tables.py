"""How the rows of the meetings room read."""

from zhijia.kit.tables import Column, Table


def _hands(resolution) -> str:
    """Hands raised, as the record of a team writes them."""
    counted = (resolution.yes, resolution.no, resolution.abstain)
    return "" if counted == (None, None, None) else "／".join(str(n or 0) for n in counted)


MEETINGS = Table(
    (
        Column("title", "会议名称", link="meetings:meeting", sort="title", search="title"),
        Column("kind", "类别"),
        Column("on", "日期", kind="date", sort="on"),
        Column("union", "工会", phone=False),
        Column("held", "状态", value=lambda m: "已召开" if m.held else "已通知", kind="badge",
               tones={"已召开": "good", "已通知": "warn"}),
        Column("expected", "应到", kind="number", phone=False),
        Column("present", "实到", kind="number"),
    ),
    empty="还没有会议。点“登记会议”记一次已开的，或点“发会议通知”。", name="会议登记",
)
ATTENDANCES = Table(
    (
        Column("person", "姓名", link=("members:person", "person.pk")),
        Column("meeting", "会议", link=("meetings:meeting", "meeting.pk"), phone=False),
        Column("coming", "到会情况", kind="badge", tones={"到会": "good", "缺席": "warn"}),
        Column("reason", "事由"),
    ),
    empty="签到表上还没有人。", name="签到表",
)
RESOLUTIONS = Table(
    (
        Column("text", "决议事项", kind="long", search=True),
        Column("meeting", "会议", link=("meetings:meeting", "meeting.pk"), phone=False),
        Column("hands", "赞成／反对／弃权", value=_hands, phone=False),
        Column("owner", "责任人"),
        Column("due", "期限", kind="date", sort="due"),
        Column("done_on", "完成", kind="date"),
        Column("result", "落实情况", phone=False),
        Column("posted_on", "公示", kind="date", phone=False),
        Column("do", "办理", value=lambda r: "更正" if r.done_on else "登记落实", link="meetings:resolution",
               power="meetings.edit", export=False),
    ),
    empty="还没有决议。打开一次会议，点“写决议”。", name="决议落实登记",
)
