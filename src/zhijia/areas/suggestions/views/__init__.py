"""Pages of the suggestions room."""

from zhijia.areas.suggestions.views.handling import (
    accept,
    adopt,
    assess,
    change_opinion,
    file_away,
    finish,
    refuse,
    take_back,
)
from zhijia.areas.suggestions.views.imports import import_list, imports, paste, preview, undo_import
from zhijia.areas.suggestions.views.lists import board, ledger, mine, suggestions, to_sign
from zhijia.areas.suggestions.views.one import suggestion, word
from zhijia.areas.suggestions.views.raising import (
    correct,
    name_authors,
    reveal,
    suggest,
    suggest_own,
    withdraw,
)
from zhijia.areas.suggestions.views.worth import (
    countersign,
    grade,
    post,
    reckon,
    report_up,
    reward,
    send_back,
    upgrade,
)

__all__ = [
    "accept", "adopt", "assess", "board", "change_opinion", "correct", "countersign", "file_away", "finish", "grade",
    "import_list", "imports", "ledger", "mine", "name_authors", "paste", "post", "preview", "reckon", "refuse", "report_up",
    "reveal", "reward", "send_back", "suggest", "suggest_own", "suggestion", "suggestions", "take_back", "to_sign",
    "undo_import", "upgrade", "withdraw", "word",
]
