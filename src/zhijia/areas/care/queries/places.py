"""Where the actor may write, and about whom."""

from zhijia.areas.members.queries import people_for_pick, searched, visible
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach, subtree


def keepers(actor, power: str = "care.visit") -> list[Union]:
    """Unions in whose books the actor may write; the unions of the actor's own posts first."""
    posts = {grant.union_id for grant in actor.grants}
    found = Union.objects.filter(reach(actor, power, at=""), dissolved_on=None).order_by("path")
    return sorted(found, key=lambda union: union.pk not in posts)


def pick(actor, union, text: str) -> list:
    """People of a union's roll a text may mean."""
    return people_for_pick(actor, union, text)


def roll(actor, union, names) -> list:
    """Everybody of a union's roll with one of these names, for a book that tells people by name alone."""
    return list(visible(actor).filter(subtree(union), name__in=set(names)).order_by("id"))


def found_among(actor, text: str) -> list:
    """People within reach a text may mean, whichever union keeps them."""
    return list(searched(visible(actor), text).order_by("name", "id")[:20])
