"""Scope: the one place that writes the WHERE clause of who may see which rows.

Three gates stand one behind another: `@needs(power)` on the view, `reach` in every query, `deed` on every change.
"""

from django.db.models import Q

from zhijia.core.org.actor import Actor, SystemActor
from zhijia.core.org.models import Union
from zhijia.core.org.powers import power


def reach(actor: Actor, key: str, at: str = "union") -> Q:
    """Rows whose union, reached by the lookup `at` ("" for unions themselves), the actor's power covers."""
    if isinstance(actor, SystemActor):
        return Q()
    prefix = f"{at}__" if at else ""
    found = Q(pk__in=())
    for grant in actor.grants:
        if key in grant.powers:
            place = {f"{prefix}path__startswith": grant.path}
            if power(key).reach == "house":
                place[f"{prefix}house"] = grant.house
            found |= Q(**place)
    return found


def unions(actor: Actor, key: str):
    """The unions a power reaches, in tree order."""
    return Union.objects.filter(reach(actor, key, at=""), dissolved_on=None)


def subtree(union: Union, at: str = "union") -> Q:
    """Rows of a union and everything below it."""
    return Q(**{f"{at}__path__startswith" if at else "path__startswith": union.path})


def branches(union: Union):
    """The union and everything below it, as a queryset: what figures take as `unions`."""
    return Union.objects.filter(path__startswith=union.path)
