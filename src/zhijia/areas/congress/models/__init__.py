"""Records of the congress room, one file a subject."""

from zhijia.areas.congress.models.bodies import Congress, Delegate, District
from zhijia.areas.congress.models.sittings import Attendance, Chamber, Item, ItemVote, Sitting

__all__ = ["Attendance", "Chamber", "Congress", "Delegate", "District", "Item", "ItemVote", "Sitting"]
