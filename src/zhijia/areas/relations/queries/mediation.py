"""Disputes: who may see them, what is due, which of them a figure counts."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from zhijia.areas.members.queries import in_force, seats
from zhijia.areas.relations.models import Dispute, Hearing
from zhijia.areas.relations.queries.cases import HANDLE, by_day, counted, within
from zhijia.areas.relations.rules.mediation import Stage
from zhijia.areas.relations.rules.steps import named
from zhijia.core.org.models import Union
from zhijia.core.periods import Period
from zhijia.core.policy import policy

COMMITTEE = "劳动争议调解委员会"


def visible(actor) -> QuerySet[Dispute]:
    """Disputes the actor handles."""
    return within(Dispute, actor, HANDLE).select_related("person")


def standing(actor) -> QuerySet[Dispute]:
    return visible(actor).filter(voided_on=None)


def hearings(dispute: Dispute) -> QuerySet[Hearing]:
    return dispute.hearings.select_related("dispute__union", "dispute__person")


def all_hearings(actor) -> QuerySet[Hearing]:
    """Records of the disputes the actor handles."""
    return Hearing.objects.filter(dispute__in=visible(actor)).select_related("dispute__union", "dispute__person")


def to_accept(actor) -> QuerySet[Dispute]:
    """Applications nobody has accepted or refused."""
    return standing(actor).filter(stage=Stage.APPLIED)


def running(actor) -> QuerySet[Dispute]:
    return standing(actor).filter(stage=Stage.ACCEPTED)


def past_last_day(actor, today: date) -> QuerySet[Dispute]:
    """Mediations that should have ended."""
    return running(actor).filter(Q(extended_until=None, due_on__lt=today) | Q(extended_until__lt=today))


def mediators(actor, union, on: date) -> list[str]:
    """Members of the mediation committee in office at the union or in its house."""
    terms = in_force(Union.objects.filter(house=union.house), on).filter(committee=COMMITTEE)
    sitting = seats(actor, "members.read").filter(term__in=terms).filter(Q(until=None) | Q(until__gt=on))
    return list(dict.fromkeys(sitting.values_list("name", flat=True)))


def warnings(actor, dispute: Dispute) -> Iterator[str]:
    """What the rules say to one dispute; nothing here blocks anything."""
    committee = mediators(actor, dispute.union, dispute.received_on)
    strangers = [name for name in named(dispute.mediators) if name not in committee]
    if committee and strangers:
        yield f"调解员 {'、'.join(strangers)} 不在劳动争议调解委员会名单上。"
    least = policy("mediation.group_size", dispute.union, dispute.received_on)
    if dispute.heads >= least.whole and not dispute.representatives:
        yield f"{dispute.heads} 人有共同请求的，可以推举代表参加调解。"


def applied(unions: QuerySet, period: Period) -> QuerySet[Dispute]:
    """The ledger (劳动争议台账): applications received, or ended, in the period."""
    inside = (period.start, period.end)
    return _counted(unions).filter(
        Q(received_on__range=inside) | Q(accepted_on__range=inside) | Q(closed_on__range=inside)
    )


def accepted(unions: QuerySet, period: Period) -> QuerySet[Dispute]:
    return by_day(_counted(unions), "accepted_on", period)


def closed(unions: QuerySet, period: Period) -> QuerySet[Dispute]:
    """Accepted disputes that ended in the period, however they ended."""
    return by_day(_counted(unions).filter(accepted_on__isnull=False), "closed_on", period)


def settled(unions: QuerySet, period: Period) -> QuerySet[Dispute]:
    return closed(unions, period).filter(stage=Stage.SETTLED)


def _counted(unions):
    return counted(Dispute, unions).select_related("person")
