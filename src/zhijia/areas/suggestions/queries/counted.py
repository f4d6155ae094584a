"""Which rows figures count: every step by its own stored day, whatever came after. First arguments: unions, period."""

from django.db.models import QuerySet

from zhijia.areas.suggestions.models import Author, Award, Benefit, Suggestion
from zhijia.areas.suggestions.rules import PLAIN_KIND


def _on(day: str, unions, period) -> QuerySet[Suggestion]:
    found = Suggestion.objects.filter(**{"union__in": unions, f"{day}__range": (period.start, period.end)})
    return found.select_related("union")


def book(unions, period) -> QuerySet[Suggestion]:
    """The book of suggestions: anything raised by the end of the period."""
    return Suggestion.objects.filter(union__in=unions, raised_on__lte=period.end, withdrawn_on=None)


def raised(unions, period):
    """Suggestions raised in the period and not withdrawn."""
    return _on("raised_on", unions, period).filter(withdrawn_on=None)


def five_small(unions, period):
    """Of those, the five small."""
    return raised(unions, period).exclude(kind=PLAIN_KIND)


def authors_of_raised(unions, period) -> QuerySet[Author]:
    """Who made them, everybody of a team."""
    made = Author.objects.filter(suggestion__in=raised(unions, period).order_by().values("pk"))
    return made.select_related("suggestion__union")


def adopted(unions, period):
    """Suggestions adopted in the period."""
    return _on("adopted_on", unions, period)


def refused(unions, period):
    """Suggestions refused in the period."""
    return _on("refused_on", unions, period)


def done(unions, period):
    """Suggestions put into effect in the period."""
    return _on("done_on", unions, period)


def adopted_of_raised(unions, period):
    """Suggestions raised in the period and adopted by its end."""
    return raised(unions, period).filter(adopted_on__lte=period.end)


def done_of_adopted(unions, period):
    """Suggestions adopted in the period and put into effect by its end."""
    return adopted(unions, period).filter(done_on__lte=period.end)


def benefits_signed(unions, period) -> QuerySet[Benefit]:
    """Reckonings finance signed in the period."""
    signed = Benefit.objects.filter(
        suggestion__union__in=unions, countersigned_on__range=(period.start, period.end), voided_on=None
    )
    return signed.select_related("suggestion__union")


def awarded(unions, period) -> QuerySet[Award]:
    """Rewards of the period that were not revoked."""
    given = Award.objects.filter(
        suggestion__union__in=unions, on__range=(period.start, period.end), revoked_on=None
    )
    return given.select_related("suggestion__union")
