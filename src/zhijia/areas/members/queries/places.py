"""Where people belonged: today's group is on the record, yesterday's follows from the changes of group kept."""

from datetime import date

from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhijia.areas.members.models import Transfer


def placed(rows: QuerySet, unions: QuerySet, on: date | str, *, person: str = "") -> QuerySet:
    """Rows whose person belonged to one of the unions on a day: a later change of group does not move the past.

    `on` is a day, or the name of a field of the rows that holds one; `person` the way from the rows to the person.
    """
    prefix = f"{person}__" if person else ""
    day = OuterRef(on) if isinstance(on, str) else on
    later = Transfer.objects.filter(person=OuterRef(f"{prefix}pk"), on__gt=day).order_by("on", "id")
    place = Coalesce(Subquery(later.values("before_id")[:1]), F(f"{prefix}union_id"), output_field=BigIntegerField())
    return rows.alias(stood_in=place).filter(stood_in__in=unions.order_by().values("pk"))
