"""How congresses, districts and delegates read, in the customary columns of 代表名册."""

from zhijia.kit.tables import Column, Table

CONGRESSES = Table(
    (
        Column("term", "届次", value=str, link="congress:congress"),
        Column("kind", "类别", sort="kind", phone=False),
        Column("union", "工会", phone=False),
        Column("since", "本届起", kind="date", sort="since"),
        Column("ends", "届满", kind="date"),
        Column("ended_on", "换届日期", kind="date", phone=False),
        Column("heads", "代表", kind="number"),
        Column("guests", "列席", kind="number", phone=False),
    ),
    empty="还没有建立大会。点“建立一届大会”。", name="代表大会届次",
)
DISTRICTS = Table(
    (
        Column("district", "选区", value=str, link="congress:district"),
        Column("staff", "职工人数", kind="number"),
        Column("seats", "分配名额", kind="number"),
        Column("heads", "已当选", kind="number"),
        Column("present", "到会人数", kind="number", phone=False),
        Column("elected_on", "选举日期", kind="date", phone=False),
    ),
    empty="还没有选区。点“划分选区”，粘贴名称和人数。", name="选区",
)
DISTRICTS_OF_ALL = Table((Column("congress", "大会"), *DISTRICTS.columns), name="选区")
DELEGATES = Table(
    (
        Column("person", "姓名", sort="person__name", search="person__name", link="congress:delegate"),
        Column("sex", "性别", value="person.sex", phone=False),
        Column("birth", "出生年月", value="person.birth", phone=False),
        Column("place", "部门", value="person.union"),
        Column("group", "职务类别", sort="group"),
        Column("district", "选区", sort="district", phone=False),
        Column("votes", "选区得票", kind="number", phone=False),
        Column("congress", "届期", value="congress.short"),
        Column("since", "当选日期", kind="date", sort="since", phone=False),
        Column("observer", "列席", value=lambda row: "列席" if row.observer else "", phone=False),
        Column("until", "终止日期", kind="date", phone=False),
    ),
    empty="还没有代表。请在大会页面由选区选举，或点“登记代表”粘贴名单。", name="代表名册",
)
CHECKS = Table(
    (
        Column("about", "要求", value="check.about"),
        Column("said", "现有", value="check.said"),
        Column("fine", "结论", value=lambda row: "符合" if row.check.fine else "不符合", kind="badge",
               tones={"符合": "good", "不符合": "warn"}),
        Column("source", "依据", kind="long"),
    ),
    empty="登记代表以后，这里按规定核对代表的人数和构成。", name="代表构成",
)
