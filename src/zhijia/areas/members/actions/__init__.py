"""What may be done to people, memberships, the organisation and posts; each act with its deed."""

from zhijia.areas.members.actions.admission import (
    apply,
    approve,
    archive,
    give_card,
    post,
    recommend,
    refuse,
    take_step,
    withdraw,
)
from zhijia.areas.members.actions.committees import close_term, leave_seat, open_term, seat
from zhijia.areas.members.actions.looking import reveal
from zhijia.areas.members.actions.organisation import dissolve, found, merge, move, rename
from zhijia.areas.members.actions.people import add, correct, depart, die, leave, retire, roll_of, settle
from zhijia.areas.members.actions.people import move as move_person
from zhijia.areas.members.actions.posts import (
    appoint,
    appoint_new,
    close_account,
    hand_over,
    link_account,
    make_account,
    new_first_password,
    open_account,
    relieve,
)
from zhijia.areas.members.actions.spells import (
    admit,
    alter,
    expel,
    keep,
    quit_union,
    restore,
    transfer_in,
    transfer_out,
)

__all__ = [
    "add", "admit", "alter", "apply", "appoint", "appoint_new", "approve", "archive", "close_account",
    "close_term", "correct", "depart", "die", "dissolve", "expel", "found", "give_card", "hand_over", "keep",
    "leave", "leave_seat", "link_account", "make_account", "merge", "move", "move_person", "new_first_password", "open_account",
    "open_term", "post", "quit_union", "recommend", "refuse", "relieve", "rename", "restore", "retire",
    "reveal", "roll_of", "seat", "settle", "take_step", "transfer_in", "transfer_out", "withdraw",
]
