"""What the congress room puts on the to-do desk (待办), one file a subject."""

from zhijia.areas.congress.cards import elections, sittings

SUBJECTS = (sittings, elections)


def cards(actor, today) -> list:
    """Everything that is due, subject by subject."""
    return [card for subject in SUBJECTS for card in subject.cards(actor, today)]
