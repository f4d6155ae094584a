"""The plate on the door: what the congress room offers to the house."""

from zhijia.areas.congress.figures import FIGURES
from zhijia.areas.congress.importing import PROPOSALS
from zhijia.areas.congress.personal import PERSONAL
from zhijia.areas.congress.sections import proposals
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="congress",
    name="职代会",
    powers=(
        Power("congress.read", "看职代会", EVERYONE),
        Power("congress.edit", "办职代会", OFFICE),
    ),
    menu=(
        MenuItem("提案", "congress:proposals", "congress.read", "民主管理"),
    ),
    figures=FIGURES,
    cards=proposals.cards,
    ledgers=(
        Ledger("提案处理登记簿", "congress:proposal_book", "congress.read"),
    ),
    importers=(PROPOSALS,),
    personal=PERSONAL,
    person_sections=proposals.person_sections,
)
