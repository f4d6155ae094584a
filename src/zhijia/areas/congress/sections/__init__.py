"""What the congress room adds to the one page per person, one file a subject."""

from zhijia.areas.congress.sections import elections, sittings

SUBJECTS = (sittings, elections)


def person_sections(actor, person) -> list:
    """What the room knows of a person, subject by subject."""
    return [section for subject in SUBJECTS for section in subject.person_sections(actor, person)]
