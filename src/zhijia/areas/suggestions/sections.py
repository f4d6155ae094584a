"""What the suggestions room adds to the one page per person."""

from zhijia.areas.suggestions import queries
from zhijia.areas.suggestions.tables import SUGGESTIONS


def person_sections(actor, person):
    """Suggestions the person made: their own in full, for others those whose name is not kept from management."""
    own = actor.known and person.account_id == actor.user_id
    if not own and not actor.may("suggestions.read"):
        return []
    return [("提的合理化建议", queries.by_person(actor, person), SUGGESTIONS)]
