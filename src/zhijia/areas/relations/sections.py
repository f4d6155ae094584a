"""What the room adds to the one page per person: letters, and to oneself the contracts in force."""

from django.utils import timezone

from zhijia.areas.relations.queries import contracts, letters
from zhijia.areas.relations.queries.cases import HANDLE
from zhijia.areas.relations.tables.contracts import OURS
from zhijia.areas.relations.tables.letters import COUNTED, OWN


def person_sections(actor, person):
    """Letters of the person: for those whose work it is, and for the person's own eyes."""
    if actor.may(HANDLE):
        return [("来信来访", letters.of_person(actor, person), COUNTED)]
    mine = actor.known and person.account_id == actor.user_id
    if not mine:
        return []
    in_force = contracts.holding_for(person, timezone.localdate())
    return [("我的诉求", letters.mine(actor), OWN), ("本单位生效的集体合同", in_force, OURS)]
