"""What the congress room adds to the one page per person."""

from zhijia.areas.congress.queries import bodies, sittings
from zhijia.areas.congress.tables.bodies import DELEGATES
from zhijia.areas.congress.tables.sittings import ATTENDED


def person_sections(actor, person):
    """What the person is a delegate of and which sittings they attended, for those who may see them."""
    if not actor.may("congress.read"):
        return []
    return [("担任代表", bodies.delegacies(actor, person), DELEGATES), ("参加的大会", sittings.attended(actor, person), ATTENDED)]
