"""Hardship files: who may see them, which were open when, which wait for a review or a visit."""

from datetime import date
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from zhijia.areas.care.models import FamilyMember, HardshipFile, Review, Visit
from zhijia.areas.care.rules import Household, Stage, months_after
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period
from zhijia.core.policy import maybe

SIX_MONTHS, A_YEAR = 6, 12


def files(actor, power: str = "care.files") -> QuerySet[HardshipFile]:
    """Hardship files the actor may see, with the day each was last updated. What they hold is another look."""
    found = HardshipFile.objects.filter(reach(actor, power)).select_related("union", "person")
    return found.annotate(updated_on=_updated())


def _updated():
    """The last day a file was looked at: its filing or its latest review."""
    latest = Review.objects.filter(file=OuterRef("pk")).order_by("-on").values("on")[:1]
    return Greatest(F("filed_on"), Coalesce(Subquery(latest), F("filed_on")))


def open_on(unions: QuerySet, day: date) -> QuerySet[HardshipFile]:
    """Files open on a day (在档): filed by then, not yet ended."""
    found = HardshipFile.objects.filter(_open(day), union__in=unions)
    return found.select_related("union", "person").annotate(updated_on=_updated())


def _open(day: date) -> Q:
    return Q(Q(ended_on=None) | Q(ended_on__gt=day), filed_on__lte=day)


def ever_filed(unions: QuerySet, period: Period) -> QuerySet[HardshipFile]:
    """Every file opened by the end of the period: the register figures are taken from."""
    return HardshipFile.objects.filter(union__in=unions, filed_on__lte=period.end)


def open_files(unions: QuerySet, period: Period) -> QuerySet[HardshipFile]:
    """Files open at the end of the period."""
    return open_on(unions, period.end)


def unvisited(unions: QuerySet, period: Period) -> QuerySet[HardshipFile]:
    """Open files whose person nobody visited in the period (未走访)."""
    return open_on(unions, period.end).exclude(_visited(period.start, period.end))


def unvisited_now(actor, today: date) -> QuerySet[HardshipFile]:
    """The same within reach, for the twelve months up to today; a file opened since then is not due yet."""
    since = months_after(today, -A_YEAR)
    return files(actor).filter(_open(today), filed_on__lte=since).exclude(_visited(since, today))


def _visited(start: date, end: date) -> Exists:
    return Exists(Visit.objects.filter(person=OuterRef("person"), on__range=(start, end), voided_on=None))


def stale(unions: QuerySet, period: Period) -> QuerySet[HardshipFile]:
    """Open files nobody updated for a year before the end of the period (一年未更新)."""
    return open_on(unions, period.end).filter(_stale(period.end))


def stale_now(actor, today: date) -> QuerySet[HardshipFile]:
    """The same within reach, today."""
    return files(actor).filter(_open(today)).filter(_stale(today))


def _stale(day: date) -> Q:
    since = months_after(day, -A_YEAR)
    fresh = Review.objects.filter(file=OuterRef("pk"), on__gt=since, on__lte=day)
    return Q(~Exists(fresh), filed_on__lte=since)


def due_for_review(actor, today: date) -> QuerySet[HardshipFile]:
    """Open files within reach whose half-yearly review is due."""
    return files(actor).filter(stage=Stage.FILED, updated_on__lte=months_after(today, -review_months(actor, today)))


def review_months(actor, today: date) -> int:
    """Months between two reviews, as the rule stands where the actor's first post is."""
    home = Union.objects.filter(pk=actor.home).first() if actor.home else None
    rule = maybe("care.file_review_months", home, today) if home else None
    return rule.whole if rule else SIX_MONTHS


def household(file: HardshipFile) -> Household | None:
    """The family of a file as the formula sees it; None until income and heads are told."""
    if not file.income or not file.size:
        return None
    income, spending, assets = (Decimal(told or 0) for told in (file.income, file.spending, file.assets))
    return Household(income, int(file.size), spending, assets, int(file.months_low or 0), bool(file.aided), bool(file.sudden))


def family(file: HardshipFile) -> QuerySet[FamilyMember]:
    """The family in a file the actor has been shown."""
    return file.family.all()


def reviews(file: HardshipFile) -> QuerySet[Review]:
    """The reviews of a file, latest first."""
    return file.reviews.all()
