"""Which rows of the activities room an actor sees, and which rows figures count."""

from django.db.models import Sum

from zhijia.areas.activities.models import Activity, Club, Entry, Equipment, Loan, Part, Session
from zhijia.core.org.scope import reach


def visible(actor):
    """Activities the actor may see."""
    return Activity.objects.filter(reach(actor, "activities.read")).select_related("union")


def all_entries(actor):
    """Names on the lists of the activities the actor may see."""
    return Entry.objects.filter(reach(actor, "activities.read", "activity__union")).select_related("person", "activity")


def entries(actor, activity):
    """Names on the list of one activity."""
    return all_entries(actor).filter(activity=activity)


def entries_of(actor, person):
    """Activities a person took part in."""
    return all_entries(actor).filter(person=person, state=Part.CAME)


def clubs(actor):
    """Clubs the actor may see."""
    return Club.objects.filter(reach(actor, "activities.read")).select_related("union")


def sessions(actor):
    """Classes and rehearsals the actor may see."""
    return Session.objects.filter(reach(actor, "activities.read")).select_related("union", "club")


def equipment(actor):
    """Equipment the actor may see."""
    return Equipment.objects.filter(reach(actor, "activities.read")).select_related("union")


def loans(actor):
    """Loans the actor may see, open ones first."""
    return Loan.objects.filter(reach(actor, "activities.read", "equipment__union")).select_related(
        "equipment", "equipment__union", "person"
    ).order_by("returned_on", "-lent_on")


def lent_out(equipment) -> int:
    """Pieces of an equipment that are out."""
    return equipment.loans.filter(returned_on=None).aggregate(n=Sum("quantity"))["n"] or 0


def held(unions, period):
    """Activities held in the period."""
    return Activity.objects.filter(union__in=unions, held=True, on__range=(period.start, period.end)).select_related("union")


def costed(unions, period):
    """Of those, the ones whose cost was written down."""
    return held(unions, period).exclude(cost=None)


def came(unions, period):
    """Names that came to activities held in the period."""
    return Entry.objects.filter(
        activity__union__in=unions, activity__held=True, activity__on__range=(period.start, period.end), state=Part.CAME
    ).select_related("person", "activity")


def prized(unions, period):
    """Names that won something."""
    return came(unions, period).exclude(result="")


def bought(unions, period):
    """Equipment bought in the period."""
    return Equipment.objects.filter(union__in=unions, bought_on__range=(period.start, period.end)).select_related("union")


def clubs_on(unions, period):
    """Clubs that stood at the end of the period."""
    return all_clubs(unions, period).exclude(closed_on__lte=period.end).select_related("union")


def all_clubs(unions, period):
    """Every club ever founded by the end of the period."""
    return Club.objects.filter(union__in=unions, founded_on__lte=period.end)


def sessions_in(unions, period):
    """Classes and rehearsals in the period."""
    return Session.objects.filter(union__in=unions, on__range=(period.start, period.end)).select_related("union", "club")
