"""Spells of membership: what began or ended in a period, and how someone stands today."""

from django.db.models import Q, QuerySet

from zhijia.areas.members.models import Person, Spell, State
from zhijia.areas.members.queries.places import placed
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period


def book(unions: QuerySet, period: Period) -> QuerySet[Spell]:
    """Every spell of the unions that overlaps the period: the ledger the changes are taken from."""
    running = Spell.objects.filter(Q(since=None) | Q(since__lte=period.end), Q(until=None) | Q(until__gte=period.start))
    return placed(running, unions, period.end, person="person")


def opened(unions: QuerySet, period: Period, *reasons: str) -> QuerySet[Spell]:
    """Full memberships that began in the period for one of the reasons."""
    begun = Spell.objects.filter(state=State.MEMBER, since__range=(period.start, period.end), opened_by__in=reasons)
    return placed(begun, unions, "since", person="person").select_related("person", "person__union")


def closed(unions: QuerySet, period: Period, *reasons: str) -> QuerySet[Spell]:
    """Full memberships that ended in the period for one of the reasons."""
    ended = Spell.objects.filter(state=State.MEMBER, until__range=(period.start, period.end), closed_by__in=reasons)
    return placed(ended, unions, "until", person="person").select_related("person", "person__union")


def history(actor) -> QuerySet[Spell]:
    """Spells the actor may see, the latest change first (会员动态)."""
    return Spell.objects.filter(reach(actor, "members.read", at="person__union")).select_related("person__union")


def state_of(person: Person) -> str:
    """The state of someone's membership today, "" for none."""
    return person.spells.filter(until=None).values_list("state", flat=True).first() or ""
