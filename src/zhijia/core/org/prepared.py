"""Queries that follow from an actor's posts alone, built once for each set of posts.

Building and wording a query costs the ORM ten times what the database needs to answer it. A prepared query is handed
out as a copy with a name; Django forgets the name as soon as the copy is narrowed further, so that whoever finds one
(kit.counting) may take the wording kept under it.
"""

from collections.abc import Callable
from functools import lru_cache, wraps

from django.db.models import QuerySet

from zhijia.core.org.actor import Actor

MOST = 256


def prepared(query: Callable[[Actor], QuerySet]) -> Callable[[Actor], QuerySet]:
    """For a query that reads nothing but the posts: neither the clock nor the database."""

    @lru_cache(maxsize=MOST)
    def built(kind, user_id, grants):
        return query(kind(user_id=user_id, grants=grants))

    @wraps(query)
    def copy(actor: Actor) -> QuerySet:
        made = built(actor.__class__, actor.user_id, actor.grants)  # type: ignore[arg-type]  # a class has a hash
        return named(made.all(), made)

    return copy


def named(rows: QuerySet, name: object) -> QuerySet:
    """Rows that are the same question whenever they bear the same name."""
    vars(rows)["prepared"] = name
    return rows


def name_of(rows) -> object | None:
    """The name of a prepared query; None for any other, and for a prepared one that was narrowed since."""
    return getattr(rows, "prepared", None)
