"""What happens to suggestions: raised, judged, put into effect, reckoned, rewarded."""

from zhijia.areas.suggestions.actions.handling import (
    accept,
    adopt,
    assess,
    change_opinion,
    file_away,
    finish,
    refuse,
    take_back,
)
from zhijia.areas.suggestions.actions.raising import (
    Maker,
    correct,
    hand_in,
    hand_in_pasted,
    makers_of,
    name_authors,
    reveal,
    suggest,
    suggest_own,
    withdraw,
)
from zhijia.areas.suggestions.actions.worth import (
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
    "Maker", "accept", "adopt", "assess", "change_opinion", "correct", "countersign", "file_away", "finish", "grade",
    "hand_in", "hand_in_pasted", "makers_of", "name_authors", "post", "reckon", "refuse", "report_up", "reveal", "reward",
    "send_back", "suggest", "suggest_own", "take_back", "upgrade", "withdraw",
]
