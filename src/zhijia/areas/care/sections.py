"""What care adds to the one page per person."""

from zhijia.areas.care.queries import visits
from zhijia.areas.care.tables import OWN_VISITS, VISITS


def person_sections(actor, person):
    """Visits to the person: for those whose work it is, and for the person's own eyes."""
    if actor.may("care.read"):
        return [("走访慰问", visits.visits_of(actor, person), VISITS)]
    mine = actor.known and person.account_id == actor.user_id
    return [("走访慰问", visits.visits_of(actor, person), OWN_VISITS)] if mine else []
