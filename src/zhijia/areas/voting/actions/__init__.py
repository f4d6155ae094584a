"""What happens to a vote. Every act is one deed, but for casting a ballot, which leaves no trail to anyone."""

from zhijia.areas.voting.actions.casting import cast, issue_slips, sound
from zhijia.areas.voting.actions.counting import close, key_count, record_hands, record_named
from zhijia.areas.voting.actions.keeping import attach, destroy
from zhijia.areas.voting.actions.preparing import Asked, begin, prepare, void, write_in

__all__ = [
    "Asked", "attach", "begin", "cast", "close", "destroy", "issue_slips", "key_count", "prepare", "record_hands",
    "record_named", "sound", "void", "write_in",
]
