"""Plans within an actor's reach, their items, and how far each is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from zhijia.areas.plan.models import Item, ItemState, Plan, State
from zhijia.areas.plan.rules import Progress, lacking, overdue, reached, settled, soon
from zhijia.core import periods
from zhijia.core.figures import Figure, Ratio, all_figures, find
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches, reach
from zhijia.core.periods import Period

READ, ABOVE, WRITE, ADOPT = "plan.read", "plan.above", "plan.write", "plan.adopt"


def visible(actor) -> QuerySet[Plan]:
    """Plans of the actor's own house, and adopted ones of the unions below."""
    return Plan.objects.filter(
        reach(actor, READ) | (reach(actor, ABOVE) & Q(state=State.ADOPTED))
    ).select_related("union")


def writable(actor) -> QuerySet[Plan]:
    """Plans the actor may work on."""
    return Plan.objects.filter(reach(actor, WRITE)).select_related("union")


def items_to_edit(actor) -> QuerySet[Item]:
    """Items the actor may work on."""
    return Item.objects.filter(reach(actor, WRITE, at="plan__union")).select_related("plan__union")


def items_seen(actor) -> QuerySet[Item]:
    """Items of the plans the actor may see."""
    return Item.objects.filter(plan__in=visible(actor)).select_related("plan__union")


def current(union: Union, year: int) -> Plan | None:
    """The plan of a union and year, if there is one."""
    return Plan.objects.filter(union=union, year=year).first()


def standing(plan: Plan) -> QuerySet[Item]:
    """The items that are in the plan: all but those given up."""
    return plan.items.exclude(state=ItemState.DROPPED)


def recorded(unions: QuerySet, period: Period) -> QuerySet[Item]:
    """Every item of an adopted plan that falls due in the period: the book of plans."""
    return Item.objects.filter(
        plan__union__in=unions, plan__state=State.ADOPTED, due__range=(period.start, period.end)
    ).select_related("plan__union")


def items(unions: QuerySet, period: Period) -> QuerySet[Item]:
    """Items of adopted plans due in the period, those given up left out."""
    return recorded(unions, period).exclude(state=ItemState.DROPPED)


def done(unions: QuerySet, period: Period) -> QuerySet[Item]:
    """Of these, what is finished: said so, or the goal on a figure is reached."""
    due = items(unions, period)
    met = [each.pk for each in due.exclude(goal_key="").filter(state=ItemState.OPEN) if progress(each).done]
    return due.filter(Q(state=ItemState.DONE) | Q(pk__in=met))


def goals() -> list[Figure | Ratio]:
    """The figures a goal may be set on; a plan does not count itself."""
    return [each for each in all_figures() if each.area != "plan"]


def progress(item: Item, today: date | None = None) -> Progress:
    """How far an item is, from the records of its year: no typing."""
    finished = item.state == ItemState.DONE
    wanted = next((each for each in goals() if each.key == item.goal_key), None)
    if wanted is None:
        return Progress(finished)
    value = find(wanted.key, branches(item.plan.union), periods.year(item.plan.year)).value
    over = (today or timezone.localdate()).year > item.plan.year
    met = reached(value, item.goal_value, item.goal_way) and settled(item.goal_way, year_over=over)
    return Progress(finished or met, value, item.goal_value, item.goal_way, str(wanted.kind))


@dataclass(frozen=True)
class Row:
    """An item with how far it is and whether it presses."""

    item: Item
    progress: Progress
    pressing: str

    @property
    def pk(self) -> int:
        return self.item.pk


def board(plan: Plan, today: date) -> list[Row]:
    """The plan's items as they stand today, those given up at the end."""
    rows = [_row(item, today) for item in plan.items.select_related("plan__union")]
    return sorted(rows, key=lambda row: (row.item.state == ItemState.DROPPED, row.item.number))


def _row(item: Item, today: date) -> Row:
    made = progress(item, today)
    return Row(item, made, _pressing(item, made.done, today))


def _pressing(item: Item, finished: bool, today: date) -> str:
    if item.state == ItemState.DROPPED:
        return "已取消"
    if finished:
        return "已完成"
    if item.plan.state == State.DRAFT:
        return "进行中"
    if overdue(item.due, done=False, today=today):
        return "逾期"
    return "临近" if soon(item.due, done=False, today=today) else "进行中"


def pressing(actor, today: date) -> list[Row]:
    """Items of adopted plans that are overdue or fall due within 30 days, for the to-do desk."""
    mine = Item.objects.filter(reach(actor, WRITE, at="plan__union"), plan__state=State.ADOPTED, state=ItemState.OPEN)
    due = mine.filter(due__gte=date(today.year - 1, 1, 1)).select_related("plan__union")
    rows = [_row(item, today) for item in due]
    return [row for row in rows if row.pressing in ("逾期", "临近")]


def unfinished(union: Union, year: int) -> list[Item]:
    """What last year's plan left undone, to start the next from."""
    left = Item.objects.filter(plan__union=union, plan__year=year, state=ItemState.OPEN).select_related(
        "plan__union"
    )
    return [item for item in left if not progress(item).done]


def lacks(plan: Plan) -> list[str]:
    """What the plan's items must still say before it is handed out."""
    return [
        f"第 {number} 项“{item.what}”没有写{'、'.join(missing)}。"
        for number, item in enumerate(standing(plan), 1) if (missing := lacking(item.owner, item.measure))
    ]  # fmt: skip
