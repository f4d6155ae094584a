"""The plate on the door: what relations offers to the house."""

from zhijia.areas.relations.cards import cards
from zhijia.areas.relations.figures import FIGURES
from zhijia.areas.relations.personal import PERSONAL
from zhijia.areas.relations.queries.cases import ANSWER, BARGAIN, HANDLE, READ, SUPERVISE
from zhijia.areas.relations.sections import person_sections
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area, Ledger, MenuItem

GROUP = "诉求和劳动关系"

AREA = Area(
    key="relations",
    name="诉求和劳动关系",
    powers=(
        Power(HANDLE, "办理来信来访和劳动争议调解", OFFICE),
        Power(SUPERVISE, "办理劳动法律监督", OFFICE),
        Power(READ, "看集体合同", EVERYONE),
        Power(BARGAIN, "办理集体协商和集体合同", OFFICE),
        Power(ANSWER, "答复下级工会反映的问题", OFFICE, reach="tree"),
    ),
    menu=(
        MenuItem("反映诉求", "relations:my_letters", "", "今天"),
        MenuItem("来信来访", "relations:letters", HANDLE, GROUP),
        MenuItem("下级反映的问题", "relations:problems_below", ANSWER, GROUP),
        MenuItem("劳动争议调解", "relations:disputes", HANDLE, GROUP),
        MenuItem("劳动法律监督", "relations:matters", SUPERVISE, GROUP),
        MenuItem("集体合同", "relations:contracts", READ, GROUP),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("来信来访登记", "relations:letters", HANDLE),
        Ledger("劳动争议台账", "relations:disputes", HANDLE),
        Ledger("劳动法律监督登记", "relations:matters", SUPERVISE),
        Ledger("集体合同登记", "relations:contracts", READ),
    ),
    personal=PERSONAL,
    person_sections=person_sections,
)
