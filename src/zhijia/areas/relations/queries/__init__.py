"""Which rows of the relations room an actor sees, which rows figures count, and what stands out in a record."""

from zhijia.areas.relations.queries import cases, contracts, letters, mediation, supervision

__all__ = ["cases", "contracts", "letters", "mediation", "supervision"]
