"""The plate on the door: what plan offers to the house."""

from django.urls import reverse

from zhijia.areas.plan import queries
from zhijia.areas.plan.figures import FIGURES
from zhijia.core.org.models import Role
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area, Card, MenuItem


def cards(actor, today):
    """What plans ask for: items past their day, and those of the next 30 days."""
    rows = queries.pressing(actor, today)
    late = sum(row.pressing == "逾期" for row in rows)
    near, url = len(rows) - late, reverse("plan:plans")
    return [
        *([Card("计划事项逾期", late, url, "点开登记完成或修改时限", urgent=True)] if late else []),
        *([Card("计划事项 30 天内到期", near, url)] if near else []),
    ]


AREA = Area(
    key="plan",
    name="工作计划",
    powers=(
        Power("plan.read", "看工作计划", EVERYONE),
        Power("plan.above", "看下级已通过的计划", OFFICE, reach="tree"),
        Power("plan.write", "拟定和修改计划", OFFICE),
        Power("plan.adopt", "通过计划", (Role.CHAIR,)),
    ),
    menu=(MenuItem("工作计划", "plan:plans", power="plan.read", group="总结计划"),),
    figures=FIGURES,
    cards=cards,
)
