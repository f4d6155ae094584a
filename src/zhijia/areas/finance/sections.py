"""What this room adds to the one page per person."""

from zhijia.areas.finance import queries
from zhijia.areas.finance.tables import OWN_DUES


def person_sections(actor, person):
    """Dues of the person: for those who keep them, and for the person's own eyes."""
    mine = actor.known and person.account_id == actor.user_id
    return [("会费", queries.dues_of(actor, person), OWN_DUES)] if mine or actor.may("finance.dues_read") else []
