"""Who may see whom, and who was staff or member when. Every function takes `actor` or `unions` first."""

from zhijia.areas.members.queries.balance import Balance, Line, balance, months_around
from zhijia.areas.members.queries.committees import committee_checks, countdown, owed_committees
from zhijia.areas.members.queries.files import batches, handed_in
from zhijia.areas.members.queries.organisation import (
    ALL_SEATS,
    accounts,
    applications,
    applications_of,
    applied,
    groups,
    in_force,
    late_days,
    moves,
    offices,
    on_the_wall,
    places,
    posts,
    running_terms,
    seats,
    terms,
    to_post,
    tree,
    unclaimed_accounts,
    union_page,
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
    roll,
    searched,
    staff,
    visible,
)
from zhijia.areas.members.queries.places import placed
from zhijia.areas.members.queries.spells import book, closed, history, opened, state_of

__all__ = [
    "ALL_SEATS", "Balance", "Line", "accounts", "applications", "applications_of", "applied", "balance",
    "batches", "book", "closed", "committee_checks", "countdown", "doubtful", "groups", "handed_in", "history",
    "in_force", "late_days", "members", "months_around", "moves", "of_account", "offices", "on_the_wall",
    "opened", "owed_committees", "own", "page_of", "people_for_pick", "placed", "places", "posts", "retired",
    "roll", "running_terms", "searched", "seats", "staff", "state_of", "terms", "to_post", "tree",
    "unclaimed_accounts", "union_page", "visible", "waiting",
]
