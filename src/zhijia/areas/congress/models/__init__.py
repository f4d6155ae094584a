"""Records of the congress room, one file a subject."""

from zhijia.areas.congress.models.bodies import Congress, Delegate, District
from zhijia.areas.congress.models.sittings import (
    Attendance,
    Chamber,
    Handout,
    Item,
    ItemVote,
    Presider,
    Resolution,
    Sitting,
)

__all__ = [
    "Attendance", "Chamber", "Congress", "Delegate", "District", "Handout", "Item", "ItemVote", "Presider", "Resolution",
    "Sitting",
]
