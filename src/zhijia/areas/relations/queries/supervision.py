"""Matters of supervision: who may see them, what is due, which of them a figure counts."""

from datetime import date

from django.db.models import Q, QuerySet

from zhijia.areas.relations.models import Supervision
from zhijia.areas.relations.queries.cases import SUPERVISE, by_day, counted, within
from zhijia.areas.relations.rules.supervision import Stage
from zhijia.core.periods import Period


def visible(actor) -> QuerySet[Supervision]:
    """Matters the actor handles."""
    return within(Supervision, actor, SUPERVISE)


def standing(actor) -> QuerySet[Supervision]:
    return visible(actor).filter(voided_on=None)


def complaints(actor) -> QuerySet[Supervision]:
    """Complaints nobody has looked into or turned down."""
    return standing(actor).filter(stage=Stage.COMPLAINED)


def unanswered(actor) -> QuerySet[Supervision]:
    """Letters of opinion the employer has not answered."""
    return standing(actor).filter(stage=Stage.ISSUED)


def unanswered_in_time(actor, today: date) -> QuerySet[Supervision]:
    return unanswered(actor).filter(answer_due_on__lt=today)


def book(unions: QuerySet, period: Period) -> QuerySet[Supervision]:
    """The register (劳动法律监督登记): matters of the period, and letters issued or answered in it."""
    inside = (period.start, period.end)
    return counted(Supervision, unions).filter(
        Q(on__range=inside) | Q(issued_on__range=inside) | Q(answered_on__range=inside)
    )


def inspected(unions: QuerySet, period: Period) -> QuerySet[Supervision]:
    return by_day(counted(Supervision, unions), "inspected_on", period)


def issued(unions: QuerySet, period: Period) -> QuerySet[Supervision]:
    return by_day(counted(Supervision, unions), "issued_on", period)


def answered(unions: QuerySet, period: Period) -> QuerySet[Supervision]:
    return by_day(counted(Supervision, unions), "answered_on", period)
