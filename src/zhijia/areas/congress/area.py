"""The plate on the door: what the congress room offers to the house."""

from zhijia.areas.congress.cards import elections
from zhijia.areas.congress.figures import FIGURES
from zhijia.areas.congress.sections import elections as sections
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="congress",
    name="职代会",
    powers=(
        Power("congress.read", "看职代会", EVERYONE),
        Power("congress.edit", "办职代会", OFFICE),
        Power("congress.approve", "批复下级选举请示", OFFICE, reach="tree"),
    ),
    menu=(MenuItem("选举", "congress:elections", "congress.read", "民主管理"),),
    figures=FIGURES,
    cards=elections.cards,
    person_sections=sections.person_sections,
    ledgers=(Ledger("选举登记", "congress:elections", "congress.read"),),
)
