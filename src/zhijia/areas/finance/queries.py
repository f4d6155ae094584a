"""Drives, gifts, dues: who may see them, which rows figures count, who is behind with dues."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import (
    Case,
    Count,
    DecimalField,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from zhijia.areas.finance.models import Donation, DonationDrive, DonationUse, DuesMonth
from zhijia.areas.members.queries import members
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches, reach
from zhijia.core.periods import Period

NOTHING = Value(Decimal(0), output_field=DecimalField(max_digits=12, decimal_places=2))
NEVER = date(1900, 1, 1)
SIX_MONTHS = 6


def drives(actor, power: str = "finance.read") -> QuerySet[DonationDrive]:
    """Drives the actor may see, with what was raised and used."""
    return _with_sums(DonationDrive.objects.filter(reach(actor, power))).select_related("union")


def _with_sums(rows):
    return rows.annotate(
        raised=_total(Donation),
        used=_total(DonationUse),
        givers=Coalesce(Subquery(_of_drive(Donation).annotate(n=Count("who", distinct=True)).values("n")), 0),
    ).annotate(left=F("raised") - F("used"))


def _of_drive(model):
    return model.objects.filter(drive=OuterRef("pk")).order_by().values("drive")


def _total(model):
    return Coalesce(Subquery(_of_drive(model).annotate(n=Sum("amount")).values("n")), NOTHING)


def totals(drive: DonationDrive) -> tuple[Decimal, Decimal]:
    """(raised, used) of a drive."""
    sums = [
        model.objects.filter(drive=drive).aggregate(n=Sum("amount"))["n"] or Decimal(0) for model in (Donation, DonationUse)
    ]
    return sums[0], sums[1]


def gifts(drive: DonationDrive) -> QuerySet[Donation]:
    """Gifts to a drive the actor has been shown."""
    return drive.donations.select_related("person", "drive")


def uses(drive: DonationDrive) -> QuerySet[DonationUse]:
    """Uses of the money of a drive the actor has been shown."""
    return drive.uses.select_related("drive")


def drives_in(unions: QuerySet, period: Period) -> QuerySet[DonationDrive]:
    """Drives that ran on any day of the period."""
    running = Q(closed_on=None, opened_on__gte=period.start) | Q(closed_on__gte=period.start)
    found = DonationDrive.objects.filter(running, union__in=unions, opened_on__lte=period.end)
    return _with_sums(found).select_related("union")


def given(unions: QuerySet, period: Period) -> QuerySet[Donation]:
    """Gifts in the period."""
    found = Donation.objects.filter(drive__union__in=unions, on__range=(period.start, period.end))
    return found.select_related("drive__union", "person")


def used(unions: QuerySet, period: Period) -> QuerySet[DonationUse]:
    """Uses in the period."""
    found = DonationUse.objects.filter(drive__union__in=unions, on__range=(period.start, period.end))
    return found.select_related("drive__union")


def dues(actor, power: str = "finance.dues_read") -> QuerySet[DuesMonth]:
    """Dues the actor may see."""
    return DuesMonth.objects.filter(reach(actor, power)).select_related("person__union", "union")


def dues_of(actor, person) -> QuerySet[DuesMonth]:
    """Dues of a person: those of the actor's work, and the actor's own."""
    mine = Q(person__account_id=actor.user_id) if actor.known else Q(pk__in=())
    return DuesMonth.objects.filter(reach(actor, "finance.dues_read") | mine, person=person).select_related("union")


def dues_in(unions: QuerySet, period: Period) -> QuerySet[DuesMonth]:
    """Dues for the months of the period."""
    found = DuesMonth.objects.filter(union__in=unions, month__range=(period.start, period.end))
    return found.select_related("person__union", "union")


def paid_in(unions: QuerySet, period: Period) -> QuerySet[DuesMonth]:
    """Dues paid in the period, whichever month they are for."""
    found = DuesMonth.objects.filter(union__in=unions, paid_on__range=(period.start, period.end))
    return found.select_related("person__union", "union")


def owed_at(period: Period) -> Q:
    """Dues not paid in full by the end of a period; a payment that came later does not change that."""
    return Q(paid__lt=F("due")) | Q(paid_on__gt=period.end)


def owing(unions: QuerySet, period: Period) -> QuerySet[DuesMonth]:
    """Months of the period that members had not paid in full by its end (欠缴)."""
    return dues_in(unions, period).filter(owed_at(period))


def paid_up(unions: QuerySet, period: Period) -> QuerySet[DuesMonth]:
    """Dues of members who owed nothing for the period at its end."""
    return dues_in(unions, period).exclude(person__in=owing(unions, period).order_by().values("person"))


def arrears(actor, months: int) -> QuerySet:
    """Members behind with dues, worst first: months open, months in a row up to now, what is owed.

    Rows are dicts; `warn` when the months in a row reach the rule.
    """
    settled = DuesMonth.objects.filter(person=OuterRef("person"), paid__gte=F("due")).order_by("-month").values("month")
    found = dues(actor).filter(paid__lt=F("due")).annotate(last=Coalesce(Subquery(settled[:1]), NEVER))
    grouped = found.order_by().values("person_id", "person__name", "person__union__name")
    counted = grouped.annotate(
        open_months=Count("pk"),
        row_months=Count("pk", filter=Q(month__gt=F("last"))),
        since=Min("month"),
        until=Max("month"),
        owed=Sum(F("due") - F("paid")),
    )
    warned = counted.annotate(warn=Case(When(row_months__gte=months, then=Value(True)), default=Value(False)))
    return warned.order_by("-row_months", "-owed", "person_id")


def home(actor) -> Union | None:
    """The union of the actor's first post, whose rules are shown."""
    return Union.objects.filter(pk=actor.home).first() if actor.home else None


def charged(union, month: date) -> set[int]:
    """People whose dues of a month are charged already, anywhere in the house."""
    return set(DuesMonth.objects.filter(person__house__path=union.house, month=month).values_list("person_id", flat=True))


@dataclass(frozen=True)
class Payer:
    """A member due for a month, with the base of the latest month on record; None where there is none yet."""

    person: object
    base: Decimal | None


def payers(union, month: date) -> list[Payer]:
    """Members of a union and below who pay dues for a month, those already charged left out."""
    done = charged(union, month)
    people = [p for p in members(branches(union), month) if p.pk not in done]
    bases = dict(
        DuesMonth.objects.filter(person__in=[p.pk for p in people], month__lt=month)
        .order_by("month")
        .values_list("person", "base")
    )
    return [Payer(person, bases.get(person.pk)) for person in people]


def open_of(union, month: date) -> QuerySet[DuesMonth]:
    """Dues of a month not paid at all yet, of a union and below."""
    return DuesMonth.objects.filter(union__path__startswith=union.path, month=month, paid=0, due__gt=0)
