"""The plate on the door: what members offers to the house."""

from zhijia.areas.members.cards import cards
from zhijia.areas.members.figures import FIGURES
from zhijia.areas.members.importing import ROSTER
from zhijia.areas.members.personal import PERSONAL
from zhijia.areas.members.powers import POWERS
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="members",
    name="会员",
    powers=POWERS,
    menu=(
        MenuItem("职工名册", "members:people", "members.read", "人员"),
        MenuItem("入会申请", "members:applications", "members.read", "人员"),
        MenuItem("会员动态", "members:balance", "members.read", "人员"),
        MenuItem("组织和委员会", "members:unions", "members.tree", "单位和设置"),
        MenuItem("岗位任职", "members:posts", "members.tree", "单位和设置"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("会员花名册", "members:book", "members.read"),
        Ledger("会员动态", "members:changes", "members.read"),
        Ledger("组织沿革", "members:moves", "members.tree"),
    ),
    importers=(ROSTER,),
    personal=PERSONAL,
)
