"""Collective contracts: who may see them, which are in force or run out, and what is wrong at the table."""

from datetime import date
from fractions import Fraction

from django.db.models import Max, Q, QuerySet

from zhijia.areas.members.queries import in_force as committees
from zhijia.areas.members.rules.committees import months_after
from zhijia.areas.relations.models import Check, Contract, Representative
from zhijia.areas.relations.queries.cases import BARGAIN, READ, by_day, counted, within
from zhijia.areas.relations.rules import contracts as rules
from zhijia.areas.relations.rules.contracts import Kind, Shares, Stage
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period
from zhijia.core.policy import PolicyBook, policy

WOMEN = "女职工委员会"


def visible(actor) -> QuerySet[Contract]:
    """Contracts the actor may read."""
    return within(Contract, actor, READ).select_related("renews")


def kept_by(actor) -> QuerySet[Contract]:
    """Contracts in the actor's hands that count."""
    return Contract.objects.filter(reach(actor, BARGAIN), voided_on=None).select_related("union")


def representatives(actor) -> QuerySet[Representative]:
    """Seats at the tables of the contracts the actor may read."""
    return Representative.objects.filter(contract__in=visible(actor)).select_related("contract__union")


def checks(actor) -> QuerySet[Check]:
    return Check.objects.filter(contract__in=visible(actor)).select_related("contract__union")


def table_problems(contract: Contract) -> list[str]:
    """What the rules say to the representatives of a contract."""
    book = PolicyBook(contract.union, contract.offered_on)
    shares = Shares(
        book["bargaining.reps_min"].whole, Fraction(book["bargaining.frontline_share"].value),
        Fraction(book["bargaining.external_share"].value),
    )
    sitting = [each.seat for each in contract.representatives.all()]
    women = committees(Union.objects.filter(house=contract.union.house), contract.offered_on).filter(committee=WOMEN)
    return rules.table_problems(sitting, shares, wages=contract.kind == Kind.WAGES, women=women.exists())


def unreplied(actor) -> QuerySet[Contract]:
    """Offers the other side has not replied to."""
    return kept_by(actor).filter(stage=Stage.OFFERED)


def to_send(actor) -> QuerySet[Contract]:
    """Signed contracts that have to be sent to the labour administration."""
    return kept_by(actor).filter(stage=Stage.SIGNED)


def running(rows: QuerySet[Contract], on: date) -> QuerySet[Contract]:
    """Those in force on a day."""
    still = Q(ended_on=None) | Q(ended_on__gt=on)
    return rows.filter(still, effective_on__lte=on, last_on__gte=on)


def holding_for(person, on: date) -> QuerySet[Contract]:
    """Contracts in force that hold for a person: those of the unions the person stands under, within the house."""
    above = [union.pk for union in Union.objects.filter(house=person.union.house) if person.union.under(union)]
    return running(Contract.objects.filter(union__in=above, voided_on=None), on).select_related("union")


def running_out(actor, today: date) -> list[tuple[Contract, int]]:
    """Contracts in force whose end is near and that nobody has begun to renew, each with its alarm in months."""
    near = running(kept_by(actor), today).filter(renewals=None).order_by("last_on")
    told = ((each, alarm(each, today)) for each in near.filter(last_on__lte=months_after(today, 12)))
    return [(each, months) for each, months in told if months]


def alarm(contract: Contract, today: date) -> int | None:
    """The alarm a contract has set off, in months before its end."""
    return rules.alarm(contract.last_on, today, policy("bargaining.expiry_months", contract.union, today).value)


def to_check(actor, today: date) -> list[Contract]:
    """Contracts in force whose fulfilment nobody has looked at for as long as the rule says."""
    rows = running(kept_by(actor), today).annotate(checked_on=Max("checks__on"))
    return [each for each in rows if _check_due(each, today) <= today]


def _check_due(contract, today):
    months = policy("bargaining.check_months", contract.union, today).whole
    return months_after(contract.checked_on or contract.effective_on, months)


def untold(actor) -> QuerySet[Check]:
    """Checks not reported to the congress yet."""
    return Check.objects.filter(contract__in=kept_by(actor), reported_on=None).select_related("contract__union")


def book(unions: QuerySet, period: Period) -> QuerySet[Contract]:
    """The register (集体合同登记): every contract begun by the end of the period."""
    return counted(Contract, unions).filter(offered_on__lte=period.end)


def signed(unions: QuerySet, period: Period) -> QuerySet[Contract]:
    return by_day(counted(Contract, unions), "signed_on", period)


def offered(unions: QuerySet, period: Period) -> QuerySet[Contract]:
    return by_day(counted(Contract, unions), "offered_on", period)


def in_force(unions: QuerySet, period: Period) -> QuerySet[Contract]:
    """Contracts in force on the last day of the period."""
    return running(counted(Contract, unions), period.end)


def checked(unions: QuerySet, period: Period) -> QuerySet[Check]:
    found = Check.objects.filter(contract__in=counted(Contract, unions))
    return by_day(found, "on", period).select_related("contract__union")
