"""The plate on the door: what summary offers to the house."""

from django.urls import reverse

from zhijia.areas.summary import queries
from zhijia.core.org.models import Role
from zhijia.core.org.powers import OFFICE, READERS, Power
from zhijia.kit.area import Area, Card, MenuItem

POWERS = (
    Power("summary.read", "看本单位总结", READERS),
    Power("summary.above", "看下级已签发的总结", OFFICE, reach="tree"),
    Power("summary.write", "起草和修改总结", OFFICE),
    Power("summary.sign", "签发总结", (Role.CHAIR,)),
)


def cards(actor, today):
    """Drafts that wait to be worked on and signed."""
    waiting = queries.drafts(actor).count()
    return (
        [Card("总结草稿待完成", waiting, reverse("summary:papers"), "点开看还差哪些，补齐后签发")]
        if waiting
        else []
    )


AREA = Area(
    key="summary",
    name="工作总结",
    powers=POWERS,
    menu=(
        MenuItem("工作总结", "summary:papers", power="summary.read", group="总结计划"),
        MenuItem("全部数字", "summary:figures_home", power="figures.read", group="总结计划"),
        MenuItem("年度统计表", "summary:statistics_home", power="figures.read", group="总结计划"),
    ),
    cards=cards,
)
