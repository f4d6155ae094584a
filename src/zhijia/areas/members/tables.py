"""How people, memberships and the organisation read on a page, in a file, behind a figure."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members.rules import dates, doubts
from zhijia.kit.tables import Column, Table

STATE_TONES = {"在籍": "good", "保留会籍": "quiet"}
STANDING_TONES = {"在岗": "good", "内退": "quiet", "待岗": "warn", "退休": "quiet", "已离开": "quiet"}
STAGE_TONES = {"已归档": "good", "已发证": "good", "未批准": "quiet", "已撤回": "quiet"}


def state(person) -> str:
    """The state of membership now; 非会员 when there is none. Reads the prefetched spells."""
    return next((spell.state for spell in person.spells.all() if spell.until is None), "非会员")


def joined(person) -> str:
    """When the membership now running was told to begin."""
    return next((dates.in_words(spell.since_told) for spell in person.spells.all() if spell.until is None), "")


def card(person) -> str:
    return next((spell.card_no for spell in person.spells.all() if spell.until is None), "")


def doubtful(person) -> str | None:
    return "warn" if person.doubts else None


def told(name):
    return lambda record: dates.in_words(getattr(record, name))


def marked(table: Table, day: str, days: int) -> Table:
    """The table with the mark 补录 on rows written down late; what a file brought in has no day of writing to judge by."""

    def mark(row):
        on = getattr(row, day)
        typed = on is not None and getattr(row, "batch_id", None) is None
        return "补录" if typed and dates.late(on, timezone.localdate(row.recorded_at), days) else ""

    return replace(table, columns=(*table.columns, Column("late", "提示", value=mark)))


NAME = Column("name", "姓名", value=str, link="members:person", sort="name")
PEOPLE = Table(
    (
        NAME,
        Column("sex", "性别", sort="sex"),
        Column("union", "单位、小组", value="union.name", sort="union__path"),
        Column("job", "岗位", phone=False),
        Column("standing", "在岗情况", kind="badge", tones=STANDING_TONES, sort="standing", phone=False),
        Column("dispatched", "劳务派遣", value=lambda person: "是" if person.dispatched else "", phone=False),
    ),
    empty="还没有职工。点“导入花名册”，把现有的 Excel 表原样导入。", name="职工名册", mark=doubtful,
)
ROLL = Table(
    (
        NAME,
        Column("sex", "性别", sort="sex"),
        Column("union", "单位、小组", value="group", sort="union__path"),
        Column("job", "岗位", phone=False),
        Column("standing", "在岗情况", kind="badge", tones=STANDING_TONES),
        Column("state", "会籍", value="state_now", kind="badge", tones=STATE_TONES),
        Column("doubts", "待核对", value=lambda person: doubts.in_words(person.doubts), phone=False),
    ),
    empty="名册是空的。点“导入花名册”，把现有的 Excel 表原样导入；也可以逐个登记。", name="职工名册", mark=doubtful,
)
BOOK = Table(
    (
        NAME,
        Column("sex", "性别"),
        Column("nation", "民族"),
        Column("birth", "出生年月", value=told("birth")),
        Column("politics", "政治面貌"),
        Column("education", "学历"),
        Column("union", "部门班组", value="union.name"),
        Column("job", "岗位"),
        Column("joined", "入会时间", value=joined),
        Column("card", "会员证号", value=card),
        Column("state", "会籍状态", value=state),
        Column("note", "备注"),
    ),
    empty="还没有会员。", name="会员花名册",
)
DOUBTS = Table(
    (
        NAME,
        Column("union", "单位、小组", value="union.name", sort="union__path"),
        Column("doubts", "要核对什么", value=lambda person: doubts.in_words(person.doubts), kind="long"),
        Column("standing", "在岗情况", phone=False),
    ),
    empty="没有要核对的了。", name="待核对",
)
CHANGES = Table(
    (
        Column("person", "姓名", link=("members:person", "person_id"), sort="person__name"),
        Column("union", "单位、小组", value="person.union.name", phone=False),
        Column("opened_by", "起因"),
        Column("since", "起", kind="date", sort="since"),
        Column("state", "会籍", kind="badge", tones=STATE_TONES),
        Column("until", "止", kind="date", sort="until"),
        Column("closed_by", "止因"),
        Column("place", "转自、转往或事由", phone=False),
    ),
    empty="还没有会籍变动。", name="会员动态",
)
SPELLS = Table(
    (
        Column("state", "会籍", kind="badge", tones=STATE_TONES),
        Column("opened_by", "起因"),
        Column("since_told", "起", value=told("since_told")),
        Column("until", "止", kind="date"),
        Column("closed_by", "止因"),
        Column("card_no", "会员证号"),
        Column("place", "转自、转往或事由", phone=False),
    ),
    empty="没有会籍记录。", name="会籍",
)
TRANSFERS = Table(
    (
        Column("on", "日期", kind="date"),
        Column("before", "原单位、小组", value="before.name"),
        Column("after", "现单位、小组", value="after.name"),
    ),
    empty="没有调动过。", name="调动",
)
APPLICATIONS = Table(
    (
        Column("person", "申请人", link="members:application", sort="person__name", search="person__name"),
        Column("union", "单位、小组", value="person.union.name", phone=False),
        Column("applied_on", "申请日期", kind="date", sort="applied_on"),
        Column("stage", "进度", kind="badge", tones=STAGE_TONES, sort="stage"),
        Column("approved_on", "批准日期", kind="date", phone=False),
        Column("posted_until", "公示截止", kind="date", phone=False),
        Column("card_no", "会员证号", phone=False),
    ),
    empty="还没有入会申请。在职工的页面上点“申请入会”。", name="入会申请",
)
NOTICE = Table(
    (
        Column("number", "序号", kind="number"),
        Column("name", "姓名"),
        Column("union", "部门班组"),
        Column("approved_on", "批准日期", kind="date"),
    ),
    empty="现在没有张榜公布的新会员。", name="新会员公示",
)
BALANCE = Table(
    (
        Column("name", "项目"),
        Column("heads", "会员（人）", kind="number"),
        Column("women", "其中女（人）", kind="number"),
        Column("dispatched", "其中劳务派遣（人）", kind="number"),
    ),
    name="会员动态月报",
)
GROUPS = Table(
    (
        Column("name", "名称", link="members:union", sort="name"),
        Column("kind", "类型"),
        Column("founded_on", "建会时间", kind="date", phone=False),
    ),
    empty="还没有工会小组。", name="工会小组",
)
TREE = Table(
    (
        Column("name", "名称", value=lambda union: f"{'　' * (union.path.count('.') - 1)}{union.name}", link="members:union"),
        Column("kind", "类型"),
        Column("staff_here", "本级职工（人）", kind="number"),
        Column("members_here", "本级会员（人）", kind="number"),
        Column("founded_on", "建会时间", kind="date", phone=False),
        Column("dissolved_on", "撤销时间", kind="date", phone=False),
    ),
    empty="还没有组织。", name="组织", mark=lambda union: "quiet" if union.dissolved_on else None,
)
MOVES = Table(
    (
        Column("on", "日期", kind="date", sort="on"),
        Column("union", "组织", value="union.name", link=("members:union", "union_id"), search="union__name"),
        Column("what", "变动", search=True),
        Column("before", "原上级", phone=False),
        Column("after", "现上级", phone=False),
    ),
    empty="还没有组织变动。", name="组织沿革",
)
TERMS = Table(
    (
        Column("committee", "委员会", link="members:term", sort="committee"),
        Column("union", "工会", value="union.name", search="union__name"),
        Column("number", "届次", kind="number", phone=False),
        Column("since", "产生日期", kind="date", sort="since"),
        Column("years", "任期（年）", kind="number", phone=False),
        Column("ended_on", "届满日期", kind="date"),
    ),
    empty="还没有登记委员会。点“登记新一届”。", name="委员会",
)
SEATS = Table(
    (
        Column("name", "姓名"),
        Column("title", "职务"),
        Column("since", "任职日期", kind="date"),
        Column("until", "离任日期", kind="date"),
        Column(
            "do", "办理", value=lambda seat: "" if seat.until else "离任", link="members:leave_seat",
            power="members.organise", export=False,
        ),
    ),
    empty="还没有登记委员。", name="委员",
)
OWN_SEATS = Table(
    (
        Column("term", "委员会", link=("members:term", "term_id")),
        Column("title", "职务"),
        Column("since", "任职日期", kind="date"),
        Column("until", "离任日期", kind="date"),
    ),
    empty="没有在委员会任职。", name="委员任职",
)
POSTS = Table(
    (
        Column("holder", "姓名", value="holder.name", link="members:office", search="holder__name", sort="holder__name"),
        Column("union", "工会", value="union.name", search="union__name", sort="union__path"),
        Column("role", "职责", sort="role"),
        Column("title", "职务", phone=False),
        Column("since", "任职日期", kind="date", sort="since", phone=False),
        Column("until", "离任日期", kind="date", sort="until"),
    ),
    empty="还没有岗位任职。", name="岗位任职", mark=lambda post: "quiet" if post.until else None,
)
LOOKS = Table(
    (
        Column("day", "日期", kind="date"),
        Column("viewer_name", "查看人"),
        Column("hats", "职务"),
        Column("group", "看了什么"),
        Column("purpose", "事由"),
        Column("times", "次数", kind="number"),
    ),
    empty="还没有人查看过加密的资料。", name="谁看过我的档案",
)
BATCHES = Table(
    (
        Column("file_name", "文件"),
        Column("union", "工会", value="union.name"),
        Column("made_at", "导入时间", kind="date", sort="made_at"),
        Column("made_by", "导入人"),
        Column("new", "新增（人）", value=lambda batch: batch.counts.get("new"), kind="number"),
        Column("changed", "改动（人）", value=lambda batch: batch.counts.get("changed"), kind="number"),
        Column("problems", "需核对（处）", value=lambda batch: batch.counts.get("problems"), kind="number", phone=False),
        Column(
            "undone_at", "撤销", value=lambda batch: "已撤销" if batch.undone_at else "撤销", export=False,
            link=lambda batch: None if batch.undone_at else reverse("members:undo_import", args=[batch.pk]),
        ),
    ),
    empty="还没有导入过花名册。", name="花名册导入记录",
)
