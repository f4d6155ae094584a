"""Which suggestions an actor sees, what figures count, what the rules allow at a union."""

from zhijia.areas.suggestions.queries.counted import (
    adopted,
    adopted_of_raised,
    authors_of_raised,
    awarded,
    benefits_signed,
    book,
    done,
    done_of_adopted,
    five_small,
    raised,
    refused,
)
from zhijia.areas.suggestions.queries.rulings import Ruling, clocks, house_of, kinds, posting_days, ruling
from zhijia.areas.suggestions.queries.seen import (
    alike,
    authors,
    batches,
    benefits,
    by_person,
    colleagues,
    is_own,
    known,
    ledger,
    mine,
    named,
    on_board,
    open_of_mine,
    open_to,
    opinions,
    own_person,
    people,
    places,
    standing,
    to_countersign,
    to_post,
    visible,
    waiting,
    waiting_files,
)

__all__ = [
    "Ruling", "adopted", "adopted_of_raised", "alike", "authors", "authors_of_raised", "awarded", "batches", "benefits",
    "benefits_signed", "book", "by_person", "clocks", "colleagues", "done", "done_of_adopted", "five_small", "house_of",
    "is_own", "kinds", "known", "ledger", "mine", "named", "on_board", "open_of_mine", "open_to", "opinions",
    "own_person", "people", "places", "posting_days", "raised", "refused", "ruling", "standing", "to_countersign",
    "to_post", "visible", "waiting", "waiting_files",
]
