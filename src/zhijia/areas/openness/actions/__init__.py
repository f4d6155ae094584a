"""What happens in the openness room."""

from zhijia.areas.openness.actions.catalogue import (
    add_entry,
    adopt,
    change_entry,
    list_months,
    restore_entry,
    withdraw_entry,
)
from zhijia.areas.openness.actions.items import (
    approve,
    archive,
    ask,
    change,
    correct,
    draft,
    drop,
    record_past,
    send_back,
    show,
    submit,
    take_down,
)
from zhijia.areas.openness.actions.opinions import answer, put_in, tell
from zhijia.areas.openness.actions.supervision import put_right, record_check

__all__ = [
    "add_entry", "adopt", "answer", "approve", "archive", "ask", "change", "change_entry", "correct", "draft", "drop",
    "list_months", "put_in", "put_right", "record_check", "record_past", "restore_entry", "send_back", "show", "submit",
    "take_down", "tell", "withdraw_entry",
]
