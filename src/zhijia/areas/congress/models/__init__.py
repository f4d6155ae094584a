"""Records of the congress room, one file a subject."""

from zhijia.areas.congress.models.bodies import Congress, Delegate, District
from zhijia.areas.congress.models.proposals import Collection, Opinion, Proposal, Reply, Signer
from zhijia.areas.congress.models.sittings import Attendance, Chamber, Item, ItemVote, Sitting

__all__ = [
    "Attendance", "Chamber", "Collection", "Congress", "Delegate", "District", "Item", "ItemVote", "Opinion", "Proposal",
    "Reply", "Signer", "Sitting",
]
