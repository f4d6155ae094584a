"""What the meetings room adds to the one page per person."""

from zhijia.areas.meetings import queries
from zhijia.areas.meetings.tables import ATTENDANCES


def person_sections(actor, person):
    """Meetings the person was on the list of, for those who may see them."""
    return [("参加的会议", queries.attended_by(actor, person), ATTENDANCES)] if actor.may("meetings.read") else []
