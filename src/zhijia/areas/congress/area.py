"""The plate on the door: what the congress room offers to the house."""

from zhijia.areas.congress.cards import cards
from zhijia.areas.congress.figures import FIGURES
from zhijia.areas.congress.sections import person_sections
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="congress",
    name="职代会",
    powers=(
        Power("congress.read", "看职代会", EVERYONE),
        Power("congress.edit", "办职代会", OFFICE),
        Power("congress.approve", "批复下级选举请示", OFFICE, reach="tree"),
    ),
    menu=(
        MenuItem("职代会会议", "congress:sittings", "congress.read", "民主管理"),
        MenuItem("代表大会和代表", "congress:congresses", "congress.read", "民主管理"),
        MenuItem("选举", "congress:elections", "congress.read", "民主管理"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("代表名册", "congress:delegates", "congress.read"),
        Ledger("职代会会议登记", "congress:sittings", "congress.read"),
        Ledger("表决登记", "congress:votes", "congress.read"),
        Ledger("大会决议", "congress:resolutions", "congress.read"),
        Ledger("选举登记", "congress:elections", "congress.read"),
    ),
    personal={
        "congress.Attendance.reason": Personal("请假的代表", "说明没有到会的原因", "大会签到", "随会议记录长期", sensitive=True),
        "congress.Delegate.why": Personal(
            "不再担任代表的人", "说明终止或撤换的原因", "民主管理规定的代表撤换", "随代表名册长期", sensitive=True
        ),
    },
    person_sections=person_sections,
)
