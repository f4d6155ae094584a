"""Who may see whom, and who was staff or member when. Every function takes `actor` or `unions` first."""

from zhijia.areas.members.queries.balance import Balance, Line, balance
from zhijia.areas.members.queries.organisation import (
    accounts,
    applications,
    applied,
    committee_checks,
    countdown,
    groups,
    in_force,
    moves,
    offices,
    places,
    posts,
    running_terms,
    seats,
    terms,
    tree,
    waiting,
)
from zhijia.areas.members.queries.people import (
    doubtful,
    members,
    of_account,
    own,
    page_of,
    people_for_pick,
    retired,
    searched,
    staff,
    visible,
)
from zhijia.areas.members.queries.places import placed
from zhijia.areas.members.queries.spells import book, closed, history, opened, state_of

__all__ = [
    "Balance", "Line", "accounts", "applications", "applied", "balance", "book", "closed", "committee_checks", "countdown", "doubtful", "groups", "history",
    "in_force", "members", "moves", "of_account", "offices", "opened", "own", "page_of", "people_for_pick", "placed", "places",
    "posts", "retired", "running_terms", "searched", "seats", "staff", "state_of", "terms", "tree", "visible", "waiting",
]
