"""What plans count."""

from zhijia.areas.plan import queries
from zhijia.areas.plan.tables import ITEMS
from zhijia.core.figures import Count, Figure, Kind, Ratio

POWER = "plan.read"
FIGURES = (
    Figure(
        "plan.items", "计划事项", Kind.PIECES, queries.items, Count(), ITEMS, POWER,
        "已通过的计划中完成时限在期内的事项，取消的不算。", book=queries.recorded,
    ),
    Figure(
        "plan.done", "完成计划事项", Kind.PIECES, queries.done, Count(), ITEMS, POWER,
        "其中已登记完成的，和目标数已经达到的。", book=queries.recorded,
    ),
    Ratio("plan.rate", "计划完成率", "plan.done", "plan.items", "完成的计划事项占计划事项的百分比。"),
)  # fmt: skip
