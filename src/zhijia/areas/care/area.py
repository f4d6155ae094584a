"""The plate on the door: what care offers to the house."""

from zhijia.areas.care.figures import FIGURES
from zhijia.areas.care.importing import VISITS
from zhijia.areas.care.personal import PERSONAL
from zhijia.areas.care.queries import hardship, publishing, visits
from zhijia.areas.care.sections import person_sections
from zhijia.core.org.models import Role
from zhijia.core.org.powers import OFFICE, Power
from zhijia.kit.area import Area, Card, Ledger, MenuItem


def cards(actor, today) -> list[Card]:
    """What is due in care: reviews, files nobody updated or visited, signatures and names still missing."""
    found = []
    if actor.may("care.files"):
        found += [
            Card("困难档案该复核", hardship.due_for_review(actor, today).count(), "care:due", "每半年复核一次。"),
            Card("困难档案一年未更新", hardship.stale_now(actor, today).count(), "care:stale", urgent=True),
            Card("困难职工一年未走访", hardship.unvisited_now(actor, today).count(), "care:unvisited", urgent=True),
            Card("困难职工公示中", len(publishing.notices(actor)), "care:files", "公示期满没有异议就可以建档。"),
        ]
    if actor.may("care.visit"):
        found += [
            Card("走访缺签领", visits.unsigned(actor).count(), "/care/visits/?unsigned=1", "给了钱物，要有签字。"),
            Card(
                "走访待认人",
                visits.unlinked(actor).count(),
                "/care/visits/?unlinked=1",
                "说清是名册上的哪一位，人数才不会多算。",
            ),
        ]
    return [card for card in found if card.count]


AREA = Area(
    key="care",
    name="关爱帮扶",
    powers=(
        Power("care.read", "看走访慰问和结对帮扶", (*OFFICE, Role.AUDITOR, Role.INSPECTOR)),
        Power("care.visit", "记录走访慰问", OFFICE),
        Power("care.files", "看困难职工档案", (*OFFICE, Role.INSPECTOR)),
        Power("care.file", "办理困难职工档案", OFFICE),
        Power("care.watch", "帮教", OFFICE),
        Power("care.pair", "登记结对帮扶", OFFICE),
    ),
    menu=(
        MenuItem("走访慰问", "care:visits", "care.read", "做事"),
        MenuItem("困难职工", "care:files", "care.files", "做事"),
        MenuItem("帮教", "care:watches", "care.watch", "做事"),
        MenuItem("结对帮扶", "care:pairs", "care.read", "做事"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(Ledger("走访慰问台账", "care:visit_book", "care.read"), Ledger("困难职工台账", "care:file_book", "care.files")),
    importers=(VISITS,),
    personal=PERSONAL,
    person_sections=person_sections,
    protected_names=publishing.helped,
)
