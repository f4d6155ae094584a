"""Elections on the one page per person."""

from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.tables.elections import STOOD


def person_sections(actor, person):
    """Elections the person stood in, for those who may see them."""
    return [("参加的选举", queries.elections_of(actor, person), STOOD)] if actor.may(queries.READ) else []
