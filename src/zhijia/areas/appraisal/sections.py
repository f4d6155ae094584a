"""What the appraisal room adds to the one page per person."""

from zhijia.areas.appraisal import queries
from zhijia.areas.appraisal.tables import OF_PERSON, OWN


def person_sections(actor, person):
    """Released results about the person: for those who may see them, and for the person's own eyes."""
    if actor.may("appraisal.read"):
        return [("民主评议", queries.results_of(actor, person), OF_PERSON)]
    mine = actor.known and person.account_id == actor.user_id
    return [("民主评议", queries.results_of(actor, person), OWN)] if mine else []
