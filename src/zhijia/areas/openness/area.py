"""The plate on the door: what openness offers to the house."""

from zhijia.areas.openness import queries
from zhijia.areas.openness.figures import FIGURES
from zhijia.core.org.powers import EVERYONE, LEADING, OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem
from zhijia.kit.formats import short_day


def cards(actor, today) -> list[Card]:
    """What is due in openness: approvals, what is missing this month, opinions, items to take down, faults."""
    found = [Card("公开事项待审批", queries.waiting(actor).count(), "/openness/items/?state=待审批", "审批以后才能公开。")]
    if actor.may("openness.edit"):
        ends, month = queries.month_ends(actor, today), queries.month_of(today)
        waits = queries.unanswered(actor)
        first = waits.first()
        due = f"最早 {short_day(first.due_on)} 到期" if first else ""
        found += [
            Card("本月该公开还没公开", len(queries.missing(actor, month)), "/openness/month/?missing=1",
                 due=f"{queries.end_of(today):%m月%d日}前", urgent=ends),
            Card("职工意见待答复", waits.count(), "openness:opinions", due=due, urgent=bool(first and first.due_on <= today)),
            Card("公示期满该撤栏", queries.to_take_down(actor, today).count(), "/openness/items/?state=公开中", "撤下后归档。"),
            Card("公开检查的问题待整改", queries.to_put_right(actor).count(), "openness:checks"),
            Card("本月还没做公开检查", queries.unchecked(actor, month).count() if ends else 0, "openness:unchecked",
                 "车间、班组每月查一次。"),
        ]
    return [card for card in found if card.count]


AREA = Area(
    key="openness",
    name="公开",
    powers=(
        Power("openness.read", "看公开事项和目录", EVERYONE),
        Power("openness.edit", "办理公开、答复意见、登记检查", LEADING),
        Power("openness.approve", "审批和更正公开事项", OFFICE),
    ),
    menu=(
        MenuItem("本月应公开", "openness:month", "openness.read", "公开"),
        MenuItem("公开事项", "openness:items", "openness.read", "公开"),
        MenuItem("意见和答复", "openness:opinions", "openness.edit", "公开"),
        MenuItem("监督检查", "openness:checks", "openness.read", "公开"),
        MenuItem("我的公开栏", "openness:mine", "", "今天"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("公开事项登记", "openness:ledger", "openness.read"),
        Ledger("公开目录", "openness:entries", "openness.read"),
        Ledger("公开监督检查记录", "openness:checks", "openness.read"),
    ),
    personal={
        "openness.Opinion.text": Personal("提意见的职工", "答复职工意见", "厂务公开监督", "随公开事项归档", sensitive=True),
        "openness.Opinion.teller": Personal("提意见的职工", "当面答复", "本人愿意留名", "随公开事项归档", sensitive=True),
    },
)
