"""What happens in care. Every act is one deed."""

from zhijia.areas.care.actions.hardship import (
    add_family,
    apply,
    describe,
    judge,
    leave,
    open_file,
    post,
    review,
    stop,
    survey,
)
from zhijia.areas.care.actions.helping import pair, release, settle_step, take_step, unpair, watch
from zhijia.areas.care.actions.visits import (
    attach,
    correct_visit,
    hand_in,
    link_visit,
    record_visit,
    sign_receipt,
    void_visit,
)

__all__ = [
    "add_family",
    "apply",
    "attach",
    "correct_visit",
    "describe",
    "hand_in",
    "judge",
    "leave",
    "link_visit",
    "open_file",
    "pair",
    "post",
    "record_visit",
    "release",
    "review",
    "settle_step",
    "sign_receipt",
    "stop",
    "survey",
    "take_step",
    "unpair",
    "void_visit",
    "watch",
]
