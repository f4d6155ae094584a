"""Visits: who may see them, which of them a figure counts, and what was known of a person's household."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zhijia.areas.care.models import HardshipFile, Visit
from zhijia.areas.care.rules import Receipt, VisitKind, Way
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period

OVER_CAP = Q(cap__isnull=False) & Q(amount__gt=F("cap") * F("heads"))
NO_RECEIPT = Q(receipt=Receipt.NONE) & ~Q(way=Way.WORD)


def visible(actor, power: str = "care.read") -> QuerySet[Visit]:
    """Visits the actor may see, voided ones too."""
    return Visit.objects.filter(reach(actor, power)).select_related("union", "person")


def standing(actor) -> QuerySet[Visit]:
    """Visits the actor may see that count, latest first."""
    return visible(actor).filter(voided_on=None)


def unsigned(actor) -> QuerySet[Visit]:
    """Visits in the actor's care that still lack a signature."""
    return Visit.objects.filter(reach(actor, "care.visit"), NO_RECEIPT, voided_on=None)


def unlinked(actor) -> QuerySet[Visit]:
    """Visits in the actor's care to a name, with nobody of the roll behind it yet."""
    return Visit.objects.filter(reach(actor, "care.visit"), person=None, who__isnull=False, voided_on=None)


def visits_of(actor, person) -> QuerySet[Visit]:
    """Visits to a person: those of the actor's work, and to the actor's own person all of them."""
    mine = Q(person__account_id=actor.user_id) if actor.known else Q(pk__in=())
    found = Visit.objects.filter(reach(actor, "care.read") | mine, person=person, voided_on=None)
    return found.select_related("union")


def book(unions: QuerySet, period: Period) -> QuerySet[Visit]:
    """Every visit of the unions in the period (走访慰问记录), by the day of the visit."""
    found = Visit.objects.filter(union__in=unions, on__range=(period.start, period.end), voided_on=None)
    return found.select_related("union", "person")


def of_kinds(unions: QuerySet, period: Period, *kinds: VisitKind) -> QuerySet[Visit]:
    return book(unions, period).filter(kind__in=kinds)


def given(unions: QuerySet, period: Period, way: Way) -> QuerySet[Visit]:
    return book(unions, period).filter(way=way)


def over_cap(unions: QuerySet, period: Period) -> QuerySet[Visit]:
    return book(unions, period).filter(OVER_CAP)


def no_receipt(unions: QuerySet, period: Period) -> QuerySet[Visit]:
    return book(unions, period).filter(NO_RECEIPT)


def to_hardship(unions: QuerySet, period: Period) -> QuerySet[Visit]:
    """Visits to people who had an open hardship file on the day of the visit."""
    open_then = HardshipFile.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=OuterRef("on")), person=OuterRef("person"), filed_on__lte=OuterRef("on")
    )
    return book(unions, period).filter(Exists(open_then))


def in_books(union, days) -> list[Visit]:
    """Visits in one union's own books on the days between the first and the last of these, to compare a file with."""
    days = sorted(days)
    found = Visit.objects.filter(union=union, voided_on=None)
    return list(found.filter(on__range=(days[0], days[-1]))) if days else []


def earlier_sick(visit: Visit, since: date) -> list[Visit]:
    """Other visits with money or goods to the same sick person from a day to this visit's, for the once-a-year rule."""
    same = Visit.objects.filter(who=visit.who, kind=VisitKind.SICK, on__range=(since, visit.on), voided_on=None)
    return list(same.exclude(way=Way.WORD).exclude(pk=visit.pk))


def known_homes(whos) -> dict[str, str]:
    """The household each of these people was last said to belong to: {who: home}."""
    coded = Visit.objects.filter(who__in=list(whos), voided_on=None).exclude(home_code="").order_by("on", "id")
    return dict(coded.values_list("who", "home"))


def homeless_visits(who: str, home: str) -> QuerySet[Visit]:
    """Visits to a person noted without a home code, which are under another key than the one now known."""
    return Visit.objects.filter(who=who, home_code="").exclude(home=home)
