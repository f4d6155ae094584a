"""Suggestions of the demo: raised, accepted, judged, adopted or refused, done, their benefit confirmed by finance."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from zhijia.areas.suggestions import actions as suggestions
from zhijia.areas.suggestions.rules import Formula

APART = timedelta(21)


class Idea(NamedTuple):
    """A suggestion in words; `worth` are hours saved a year and yuan an hour, `refused` says why it was not adopted."""

    title: str
    kind: str
    problem: str
    measure: str
    worth: tuple[int, int] | None = None
    reward: int = 0
    refused: str = ""


def bring_in(actor, finance, union, ideas, people, *, department="生产技术部门") -> None:
    """Raised three weeks apart from March on, each by another worker, and taken as far as it goes."""
    for place, (idea, maker) in enumerate(zip(ideas, people, strict=False)):
        _one(actor, finance, idea, maker, date(2021, 3, 8) + APART * place, department)


def _one(actor, finance, idea, maker, on, department):
    after = [on + timedelta(days) for days in (3, 10, 15, 45, 60, 70, 80, 90)]
    found = suggestions.suggest(
        actor, union=maker.union, makers=suggestions.makers_of([maker]), title=idea.title, kind=idea.kind, problem=idea.problem,
        measure=idea.measure, raised_on=on,
    )
    suggestions.accept(actor, found, on=after[0])
    suggestions.assess(
        actor, found, department=department, on=after[1], by="评估人", favours=not idea.refused,
        words=idea.refused or "可行，投入不大。",
    )
    if idea.refused:
        suggestions.refuse(actor, found, on=after[2], reason=idea.refused)
        return
    suggestions.adopt(actor, found, on=after[2], unit=maker.union.name)
    suggestions.finish(actor, found, on=after[3], result="已按建议办到，班组使用正常。")
    if idea.worth:
        _reward(actor, finance, found, idea, after[4:])


def _reward(actor, finance, found, idea, days):
    hours, rate = idea.worth
    benefit = suggestions.reckon(
        actor, found, on=days[0], formula=Formula.HOURS, given={"hours": hours, "rate": rate}, note="按改进前后的工时记录",
    )
    suggestions.countersign(finance, benefit, on=days[1])
    found.refresh_from_db()
    suggestions.grade(actor, found, on=days[2])
    suggestions.reward(actor, found, on=days[3], amount=Decimal(idea.reward))
