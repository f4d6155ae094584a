"""What is asked of cases of every kind."""

from django.db.models import QuerySet

from zhijia.areas.members.queries import searched
from zhijia.areas.members.queries import visible as people
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period

HANDLE, SUPERVISE = "relations.handle", "relations.supervise"
READ, BARGAIN = "relations.read", "relations.bargain"
ANSWER = "relations.answer"


def within(model, actor, power: str) -> QuerySet:
    """Cases the actor may see, voided ones too."""
    return model.objects.filter(reach(actor, power)).select_related("union")


def counted(model, unions: QuerySet) -> QuerySet:
    """Cases of the unions that count."""
    return model.objects.filter(union__in=unions, voided_on=None).select_related("union")


def by_day(rows: QuerySet, field: str, period: Period) -> QuerySet:
    """Those whose day in a column lies in the period."""
    return rows.filter(**{f"{field}__range": (period.start, period.end)})


def numbers_given(model, union, beginning: str, field: str = "number") -> int:
    """How many numbers with that beginning the books of the union's house have given."""
    return model.objects.filter(**{f"{field}__startswith": beginning}, union__house=union.house).count()


def found_among(actor, text: str) -> list:
    """People within reach a text may mean."""
    return list(searched(people(actor), text).order_by("name", "id")[:20])
