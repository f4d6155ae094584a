"""What the activities room adds to the one page per person."""

from zhijia.areas.activities import queries
from zhijia.areas.activities.tables import ENTRIES


def person_sections(actor, person):
    """Activities the person took part in, for those who may see them."""
    return [("参加的文体活动", queries.entries_of(actor, person), ENTRIES)] if actor.may("activities.read") else []
