"""Records of the congress room, one file a subject."""

from zhijia.areas.congress.models.bodies import Congress, Delegate, District
from zhijia.areas.congress.models.elections import Candidate, Election, RenewalPaper, Request, Round
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
    "Attendance", "Candidate", "Chamber", "Congress", "Delegate", "District", "Election", "Handout", "Item", "ItemVote",
    "Presider", "RenewalPaper", "Request", "Resolution", "Round", "Sitting",
]
