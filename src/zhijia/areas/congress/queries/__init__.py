"""Which rows of the congress room an actor sees, and which rows figures count, one file a subject."""

from zhijia.areas.congress.queries import bodies, sittings, wording

__all__ = ["bodies", "sittings", "wording"]
