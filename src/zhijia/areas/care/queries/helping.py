"""Workers helped out of trouble (帮教) and pairs (结对帮扶)."""

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhijia.areas.care.models import Pair, Watch, WatchStep
from zhijia.areas.care.rules import StepKind
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period


def watches(actor, power: str = "care.watch") -> QuerySet[Watch]:
    """Watched workers the actor may see, with how often they were talked to and the last day something was done."""
    return _with_steps(Watch.objects.filter(reach(actor, power)))


def _with_steps(rows: QuerySet[Watch]) -> QuerySet[Watch]:
    """Watched workers with what their table tells of the steps taken."""
    steps = WatchStep.objects.filter(watch=OuterRef("pk")).order_by().values("watch")
    talks = steps.filter(kind=StepKind.TALK).annotate(n=Count("pk")).values("n")
    last = steps.annotate(d=Max("on")).values("d")
    return rows.select_related("union", "person").annotate(talks=Coalesce(Subquery(talks), 0), last_on=Subquery(last))


def steps(actor, watch: Watch) -> QuerySet[WatchStep]:
    """What was done for one watched worker, latest first."""
    return WatchStep.objects.filter(reach(actor, "care.watch", at="watch__union"), watch=watch)


def all_steps(actor) -> QuerySet[WatchStep]:
    """Every step the actor may see."""
    return WatchStep.objects.filter(reach(actor, "care.watch", at="watch__union")).select_related("watch__person")


def pairs(actor, power: str = "care.read") -> QuerySet[Pair]:
    """Pairs the actor may see."""
    return Pair.objects.filter(reach(actor, power)).select_related("union", "person", "helper")


def open_pairs_of(pair: Pair) -> int:
    """In how many pairs the same helper stands now."""
    same = Q(helper=pair.helper_id) if pair.helper_id else Q(helper=None, helper_name=pair.helper_name, union=pair.union_id)
    return Pair.objects.filter(same, ended_on=None).count()


def watched(unions: QuerySet, period: Period) -> QuerySet[Watch]:
    """Workers watched at any time of the period."""
    still = Q(released_on=None) | Q(released_on__gte=period.start)
    return _with_steps(Watch.objects.filter(still, union__in=unions, opened_on__lte=period.end))


def released(unions: QuerySet, period: Period) -> QuerySet[Watch]:
    """Workers released in the period (解除帮教)."""
    return _with_steps(Watch.objects.filter(union__in=unions, released_on__range=(period.start, period.end)))


def done(unions: QuerySet, period: Period, *kinds: StepKind) -> QuerySet[WatchStep]:
    """Steps taken in the period, by the day they were taken."""
    found = WatchStep.objects.filter(watch__union__in=unions, on__range=(period.start, period.end))
    found = found.filter(kind__in=kinds) if kinds else found
    return found.select_related("watch__person", "watch__union")


def settled(unions: QuerySet, period: Period, *kinds: StepKind) -> QuerySet[WatchStep]:
    """Steps that solved something in the period, by the day it was solved."""
    found = WatchStep.objects.filter(watch__union__in=unions, settled_on__range=(period.start, period.end), kind__in=kinds)
    return found.select_related("watch__person", "watch__union")


def taken(unions: QuerySet, period: Period) -> QuerySet[WatchStep]:
    """Steps begun or solved in the period: the record the figures of 帮教 are taken from."""
    inside = (period.start, period.end)
    return WatchStep.objects.filter(Q(on__range=inside) | Q(settled_on__range=inside), watch__union__in=unions)


def paired(unions: QuerySet, period: Period) -> QuerySet[Pair]:
    """Pairs that stood at any time of the period."""
    still = Q(ended_on=None) | Q(ended_on__gte=period.start)
    return Pair.objects.filter(still, union__in=unions, started_on__lte=period.end).select_related("union", "person")
