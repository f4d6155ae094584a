"""What happens to a vote. Every act is one deed, but for casting a ballot, which leaves no trail to anyone."""

from zhijia.areas.voting.actions.casting import cast, issue_slips
from zhijia.areas.voting.actions.counting import close, key_count, record_hands, record_named
from zhijia.areas.voting.actions.preparing import Asked, begin, prepare, void, write_in

__all__ = [
    "Asked", "begin", "cast", "close", "issue_slips", "key_count", "prepare", "record_hands", "record_named", "void",
    "write_in",
]
