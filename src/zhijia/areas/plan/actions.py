"""What happens to a plan: begun, worked on, adopted; its items finished or given up."""

from datetime import date

from django.db import transaction

from zhijia.areas.plan import queries
from zhijia.areas.plan.models import Item, ItemState, Plan, State
from zhijia.areas.plan.queries import ADOPT, WRITE
from zhijia.areas.plan.rules import Proposal, by_custom
from zhijia.core.org.models import Union
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


@transaction.atomic
def begin(actor, union: Union, year: int, *, from_last: bool = True, from_calendar: bool = True) -> Plan:
    """Begin the plan of a year, from what last year left undone and from the union's calendar."""
    plan = Plan(union=union, year=year, title=f"{union.name}{year}年工作计划")
    with deed(actor, WRITE, plan, what=f"拟定{year}年工作计划"):
        pass
    proposals = [_again(item, year) for item in queries.unfinished(union, year - 1)] if from_last else []
    proposals += by_custom(year, union.kind) if from_calendar else []
    known = set()
    for each in proposals:
        if each.what not in known:
            known.add(each.what)
            _add(actor, plan, each)
    return plan


def _again(item: Item, year: int) -> Proposal:
    """An item last year did not finish, for the whole of this year."""
    return Proposal(
        item.area,
        item.what,
        item.measure,
        date(year, 1, 1),
        date(year, 12, 31),
        item.goal_key,
        item.goal_value,
    )


def _add(actor, plan: Plan, each: Proposal) -> Item:
    return add(
        actor, plan, area=each.area, what=each.what, measure=each.measure, start=each.start, due=each.due,
        goal_key=each.goal_key if each.goal_key in _known() else "",
        goal_value=each.goal_value if each.goal_key in _known() else None,
    )  # fmt: skip


def _known() -> set[str]:
    return {each.key for each in queries.goals()}


def add(actor, plan: Plan, *, what: str, due: date | None = None, **details) -> Item:
    """Add an item; without a day it is due at the end of the year."""
    last = plan.items.order_by("-number").values_list("number", flat=True).first() or 0
    item = Item(plan=plan, number=last + 1, what=what, due=due or date(plan.year, 12, 31))
    with deed(actor, WRITE, item, what="添加计划事项"):
        _set(item, details)
    return item


def change(actor, item: Item, **details) -> Item:
    """Change an item."""
    with deed(actor, WRITE, item, what="修改计划事项"):
        _set(item, details)
    return item


def _set(item: Item, details: dict) -> None:
    for name, value in details.items():
        setattr(item, name, value)
    if item.due.year != item.plan.year:
        raise Refused(
            f"这是{item.plan.year}年的计划，完成时限要在这一年里；跨年的事，请在下一年的计划里接着列。"
        )
    if item.goal_key and item.goal_key not in _known():
        raise Refused("没有这个数，请从列表里选一个看进度的数。")


def finish(actor, item: Item, *, done_on: date, note: str = "") -> Item:
    """Say that an item is finished."""
    with deed(actor, WRITE, item, what="完成计划事项"):
        if item.state == ItemState.DROPPED:
            raise Refused("这一项已取消；要继续做，请先恢复。")
        item.state, item.done_on, item.note = ItemState.DONE, done_on, note or item.note
    return item


def drop(actor, item: Item, *, note: str) -> Item:
    """Give an item up, with the reason; it stays to be seen."""
    with deed(actor, WRITE, item, what="取消计划事项"):
        item.state, item.done_on, item.note = ItemState.DROPPED, None, note
    return item


def resume(actor, item: Item) -> Item:
    """Take an item up again."""
    with deed(actor, WRITE, item, what="恢复计划事项"):
        item.state, item.done_on = ItemState.OPEN, None
    return item


def adopt(actor, plan: Plan, *, adopted_on: date, adopted_by: str = "") -> Plan:
    """Adopt the plan: from now on its items count and fall due."""
    with deed(actor, ADOPT, plan, what="通过工作计划"):
        if plan.state == State.ADOPTED:
            raise Refused("这份计划已经通过。")
        if not queries.standing(plan).exists():
            raise Refused("计划里还没有事项，请先添加。")
        plan.state, plan.adopted_on, plan.adopted_by = State.ADOPTED, adopted_on, adopted_by
    return plan
