"""What happens to a paper: drafted, edited, explained, signed, reopened."""

from zhijia.areas.summary.actions.drafting import draft, draft_paper
from zhijia.areas.summary.actions.editing import (
    Stale,
    add_block,
    edit_block,
    give_reason,
    remove_block,
    rename,
    restore_block,
)  # fmt: skip
from zhijia.areas.summary.actions.signing import NotReady, reopen, sign, text_hash

__all__ = [
    "NotReady", "Stale", "add_block", "draft", "draft_paper", "edit_block", "give_reason", "remove_block", "rename",
    "reopen", "restore_block", "sign", "text_hash",
]  # fmt: skip
