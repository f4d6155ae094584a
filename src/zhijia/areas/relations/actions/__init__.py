"""What happens to cases. Every act is one deed."""

from zhijia.areas.relations.actions import cases, contracts, letters, mediation, supervision

__all__ = ["cases", "contracts", "letters", "mediation", "supervision"]
