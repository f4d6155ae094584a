"""The plate on the door: what care offers to the house."""

from zhijia.areas.care.figures import FIGURES
from zhijia.areas.care.importing import VISITS
from zhijia.areas.care.personal import PERSONAL
from zhijia.areas.care.sections import person_sections
from zhijia.core.org.models import Role
from zhijia.core.org.powers import Power
from zhijia.kit.area import Area, Ledger, MenuItem

CARERS = (Role.CHAIR, Role.OFFICER)

AREA = Area(
    key="care",
    name="关爱帮扶",
    powers=(
        Power("care.read", "看走访慰问和结对帮扶", (*CARERS, Role.AUDITOR, Role.INSPECTOR)),
        Power("care.visit", "记录走访慰问", CARERS),
        Power("care.files", "看困难职工档案", (*CARERS, Role.INSPECTOR)),
        Power("care.file", "办理困难职工档案", CARERS),
        Power("care.watch", "帮教", CARERS),
        Power("care.pair", "登记结对帮扶", CARERS),
    ),
    menu=(
        MenuItem("走访慰问", "care:visits", "care.read", "做事"),
        MenuItem("困难职工", "care:files", "care.files", "做事"),
        MenuItem("帮教", "care:watches", "care.watch", "做事"),
        MenuItem("结对帮扶", "care:pairs", "care.read", "做事"),
    ),
    figures=FIGURES,
    ledgers=(
        Ledger("走访慰问台账", "care:visit_book", "care.read"),
        Ledger("困难职工台账", "care:file_book", "care.files"),
    ),
    importers=(VISITS,),
    personal=PERSONAL,
    person_sections=person_sections,
)
