"""Whom the actor may write about."""

from zhijia.areas.members.queries import searched, visible
from zhijia.core.org.scope import subtree


def roll(actor, union, names) -> list:
    """Everybody of a union's roll with one of these names, for a book that tells people by name alone."""
    return list(visible(actor).filter(subtree(union), name__in=set(names)).order_by("id"))


def found_among(actor, text: str) -> list:
    """People within reach a text may mean, whichever union keeps them."""
    return list(searched(visible(actor), text).order_by("name", "id")[:20])
