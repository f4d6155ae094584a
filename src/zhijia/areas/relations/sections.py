"""What the room adds to the one page per person: their letters, for those who handle them."""

from zhijia.areas.relations.queries import letters
from zhijia.areas.relations.queries.cases import HANDLE
from zhijia.areas.relations.tables.letters import COUNTED, OWN


def person_sections(actor, person):
    """Letters of the person: for those whose work it is, and for the person's own eyes."""
    if actor.may(HANDLE):
        return [("来信来访", letters.of_person(actor, person), COUNTED)]
    mine = actor.known and person.account_id == actor.user_id
    return [("我的诉求", letters.mine(actor), OWN)] if mine else []
