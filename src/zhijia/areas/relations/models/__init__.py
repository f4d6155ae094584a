"""Records of the relations room, one file a subject."""

from zhijia.areas.relations.models.contracts import Check, Contract, Representative, Talk
from zhijia.areas.relations.models.letters import Letter, Problem
from zhijia.areas.relations.models.mediation import Dispute, Hearing
from zhijia.areas.relations.models.supervision import Supervision

__all__ = ["Check", "Contract", "Dispute", "Hearing", "Letter", "Problem", "Representative", "Supervision", "Talk"]
