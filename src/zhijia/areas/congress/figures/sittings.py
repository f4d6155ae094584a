"""Sittings, who came, what was heard, voted and resolved."""

from zhijia.areas.congress.queries import sittings
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.congress.tables.sittings import ATTENDANCES, CHAMBERS, ITEMS, RESOLUTIONS, SITTINGS
from zhijia.core.figures import Count, Figure, Ratio

POWER = "congress.read"
KINDS = {
    "workers": ("职代会、职工大会", (Kind.WORKERS, Kind.WORKERS_ALL)),
    "teachers": ("教代会、教职工大会", (Kind.TEACHERS, Kind.TEACHERS_ALL)),
    "members": ("会员代表大会、会员大会", (Kind.MEMBERS, Kind.MEMBERS_ALL)),
    "workshop": ("车间职代会", (Kind.WORKSHOP,)),
}

FIGURES = (
    Figure("congress.sittings", "召开职代会、教代会、会员代表大会", "次", sittings.closed, Count(), SITTINGS, POWER,
           "期内召开并已闭会的会议，按召开日期；两个大会联合召开算一次，联席会议不算。", book=sittings.closed),
    *(
        Figure(f"congress.sittings.{slug}", f"召开{label}", "次", sittings.of_kinds(*kinds), Count(), CHAMBERS, POWER,
               f"期内召开并已闭会的{label}；联合召开的会议在各自的大会里各算一次，联席会议不算。", book=sittings.closed)
        for slug, (label, kinds) in KINDS.items()
    ),
    Figure("congress.listed", "应到代表", "人次", sittings.listed, Count(), ATTENDANCES, POWER,
           "期内各次会议签到表上有表决权的代表相加；联合召开的两个大会分别计。", book=sittings.listed),
    Figure("congress.present", "到会代表", "人次", sittings.came, Count(), ATTENDANCES, POWER,
           "期内各次会议到会的有表决权的代表相加；联合召开的两个大会分别计。", book=sittings.listed),
    Ratio("congress.attendance", "代表到会率", "congress.present", "congress.listed", "到会代表除以应到代表，人次。"),
    Figure("congress.heard", "大会听取报告", "件", sittings.heard, Count(), ITEMS, POWER,
           "期内会议听取的报告。", book=sittings.agenda),
    Figure("congress.voted", "大会表决事项", "件", sittings.voted, Count(), ITEMS, POWER,
           "期内会议表决出结果的事项；联合召开的会议上同一事项算一件，选举不算。", book=sittings.agenda),
    Figure("congress.passed", "大会通过事项", "件", sittings.passed, Count(), ITEMS, POWER,
           "其中超过全体代表半数通过的；联合召开的须各大会都通过。", book=sittings.agenda),
    Ratio("congress.pass_rate", "事项通过率", "congress.passed", "congress.voted", "通过的事项除以表决的事项。"),
    Figure("congress.resolutions", "大会形成决议", "件", sittings.resolved, Count(), RESOLUTIONS, POWER,
           "期内会议形成的决议。", book=sittings.closed),
)
