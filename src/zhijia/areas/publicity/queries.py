"""Which rows of the publicity room an actor sees, and which rows figures count."""

from django.db.models import Max

from zhijia.areas.publicity.models import Article, Board, Level, Medium, Subscription
from zhijia.core.org.scope import reach

ON_AIR = (Medium.BROADCAST,)


def boards(actor):
    """Boards, windows and broadcasts the actor may see."""
    return Board.objects.filter(reach(actor, "publicity.read")).select_related("union")


def articles(actor):
    """Articles the actor may see."""
    return Article.objects.filter(reach(actor, "publicity.read")).select_related("union")


def subscriptions(actor):
    """Subscriptions the actor may see."""
    return Subscription.objects.filter(reach(actor, "publicity.read")).select_related("union")


def next_number(union, medium, year) -> int:
    """The issue number that comes next in a year."""
    found = Board.objects.filter(union=union, medium=medium, on__year=year).aggregate(n=Max("number"))["n"]
    return (found or 0) + 1


def issued(unions, period):
    """Everything issued in the period."""
    return Board.objects.filter(union__in=unions, on__range=(period.start, period.end)).select_related("union")


def printed(unions, period):
    """Boards, windows and pages, without broadcasts."""
    return issued(unions, period).exclude(medium__in=ON_AIR)


def aired(unions, period):
    """Broadcasts."""
    return issued(unions, period).filter(medium__in=ON_AIR)


def published(unions, period):
    """Articles published in the period."""
    return Article.objects.filter(union__in=unions, on__range=(period.start, period.end)).select_related("union")


def taken_above(unions, period):
    """Articles taken by media above the unit."""
    return published(unions, period).exclude(level=Level.OWN)


def subscribed(unions, period):
    """Subscriptions made in the period."""
    return Subscription.objects.filter(union__in=unions, on__range=(period.start, period.end)).select_related("union")
