"""Letters and problems: who may see them, what is due, which of them a figure counts."""

from datetime import date

from django.db.models import F, Q, QuerySet

from zhijia.areas.members.queries import own
from zhijia.areas.relations.models import Letter, Problem
from zhijia.areas.relations.queries.cases import ANSWER, HANDLE, by_day, counted, within
from zhijia.areas.relations.rules.letters import CONTENT, OPEN, Stage
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period


def visible(actor) -> QuerySet[Letter]:
    """Letters the actor handles."""
    return within(Letter, actor, HANDLE).select_related("person")


def standing(actor) -> QuerySet[Letter]:
    return visible(actor).filter(voided_on=None)


def mine(actor) -> QuerySet[Letter]:
    """The actor's own letters, and no others."""
    written = Letter.objects.filter(person__in=own(actor), voided_on=None)
    return written.select_related("union", "person")


def of_person(actor, person) -> QuerySet[Letter]:
    return standing(actor).filter(person=person)


def waiting(actor) -> QuerySet[Letter]:
    """Letters not answered yet."""
    return standing(actor).filter(stage__in=OPEN)


def overdue(actor, today: date) -> QuerySet[Letter]:
    """Letters whose clock has run out without an answer."""
    first = Q(reopened_on=None, due_on__lt=today)
    return waiting(actor).filter(first | Q(reopened_on__isnull=False, again_due_on__lt=today))


def to_call(actor) -> QuerySet[Letter]:
    """Letters answered to somebody known whom nobody has called back yet."""
    return standing(actor).filter(stage=Stage.ANSWERED, anonymous=False)


def problems(actor) -> QuerySet[Problem]:
    """Problems the actor's unions sent up."""
    return Problem.objects.filter(reach(actor, HANDLE)).select_related("union", "to")


def problems_from_below(actor) -> QuerySet[Problem]:
    """Problems sent to a union where the actor answers."""
    return Problem.objects.filter(reach(actor, ANSWER, "to")).select_related("union", "to")


def problems_known(actor) -> QuerySet[Problem]:
    """Problems of either end."""
    known = Q(reach(actor, HANDLE)) | Q(reach(actor, ANSWER, "to"))
    return Problem.objects.filter(known).select_related("union", "to", "letter")


def problems_waiting(actor) -> QuerySet[Problem]:
    """Problems from below that the actor has to answer."""
    return problems_from_below(actor).filter(answered_on=None)


def problems_open(actor) -> QuerySet[Problem]:
    """Problems sent up and not answered yet."""
    return problems(actor).filter(answered_on=None)


def received(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    """The register (来信来访登记) of the period, by the day a letter came."""
    return by_day(_counted(unions), "on", period)


def answered(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    """Letters first answered in the period."""
    return by_day(_counted(unions), "answered_on", period)


def due(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    """Letters whose first answer was due in the period."""
    return by_day(_counted(unions), "due_on", period)


def answered_in_time(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    return due(unions, period).filter(answered_on__lte=F("due_on"))


def called(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    """Letters whose writer was first called back in the period."""
    return by_day(_counted(unions), "called_on", period)


def content(unions: QuerySet, period: Period) -> QuerySet[Letter]:
    """Of those called back, the ones whose last verdict is 满意 or 基本满意."""
    return called(unions, period).filter(Q(again_verdict__in=CONTENT) | Q(again_verdict="", verdict__in=CONTENT))


def sent_up(unions: QuerySet, period: Period) -> QuerySet[Problem]:
    return by_day(_problems(unions), "sent_on", period)


def answered_from_above(unions: QuerySet, period: Period) -> QuerySet[Problem]:
    return by_day(_problems(unions), "answered_on", period)


def _counted(unions):
    return counted(Letter, unions).select_related("person")


def _problems(unions):
    return Problem.objects.filter(union__in=unions).select_related("union", "to")
