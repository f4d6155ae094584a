"""How the rows of the activities room read."""

from zhijia.kit.tables import Column, Table

ACTIVITIES = Table(
    (
        Column("title", "名称", value=str, link="activities:activity", sort="title", search="title"),
        Column("category", "类别"),
        Column("on", "日期", kind="date", sort="on"),
        Column("union", "主办", phone=False),
        Column("state", "状态", value=lambda a: "已取消" if a.cancelled else "已举办" if a.held else "计划中", kind="badge",
               tones={"已举办": "good", "已取消": "quiet", "计划中": "warn"}),
        Column("heads", "参加人次", value=lambda a: a.heads if a.held else None, kind="number", sort="heads"),
        Column("cost", "费用", kind="money", sort="cost", phone=False),
    ),
    empty="还没有活动。点“登记活动”记一次已办的，或点“安排活动”先报名。", name="文体活动登记",
)
ENTRIES = Table(
    (
        Column("person", "姓名", link=("members:person", "person.pk")),
        Column("activity", "活动", link=("activities:activity", "activity.pk")),
        Column("on", "日期", value="activity.on", kind="date"),
        Column("state", "状态", kind="badge", tones={"已参加": "good", "未到": "warn"}),
        Column("result", "名次"),
        Column("prize", "奖品折价", kind="money", phone=False),
    ),
    empty="名单上还没有人。", name="活动名单",
)
CLUBS = Table(
    (
        Column("name", "名称", sort="name", search=True),
        Column("leader", "负责人"),
        Column("founded_on", "成立日期", kind="date"),
        Column("union", "工会", phone=False),
    ),
    empty="还没有协会或队伍。点“成立协会、队伍”。", name="协会和队伍",
)
SESSIONS = Table(
    (
        Column("title", "内容", search=True),
        Column("kind", "类别"),
        Column("on", "日期", kind="date", sort="on"),
        Column("club", "协会或队伍", phone=False),
        Column("coach", "教师", phone=False),
        Column("heads", "参加人次", kind="number"),
    ),
    empty="还没有培训班或排练记录。点“登记培训、排练”。", name="培训和排练",
)
EQUIPMENT = Table(
    (
        Column("name", "名称", search=True, link="activities:equipment_one"),
        Column("quantity", "数量", kind="number"),
        Column("cost", "金额", kind="money"),
        Column("bought_on", "购置日期", kind="date", sort="bought_on"),
        Column("place", "存放地点", phone=False),
    ),
    empty="还没有文体用品。点“登记购置”。", name="文体用品",
)
LOANS = Table(
    (
        Column("person", "借用人"),
        Column("equipment", "用品"),
        Column("quantity", "数量", kind="number"),
        Column("lent_on", "借出", kind="date"),
        Column("returned_on", "归还", kind="date"),
    ),
    empty="没有借用记录。", name="借用登记",
)
