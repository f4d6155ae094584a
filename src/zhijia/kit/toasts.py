"""Short messages after an act, with a way to take it back where there is one."""

from django.contrib import messages
from django.utils.safestring import SafeString

from zhijia.kit.buttons import csrf
from zhijia.kit.html import safe, tag, text

UNDO = "undo:"
TONES = {"success": "good", "warning": "warn", "error": "bad"}


def say(request, words: str, *, undo: str = "") -> None:
    """Tell the person what was done; `undo` is the address that takes it back."""
    messages.success(request, words, extra_tags=f"{UNDO}{undo}" if undo else "")


def drawn(request) -> SafeString:
    """The messages waiting for this person; reading them empties the box."""
    waiting = messages.get_messages(request)
    return safe(*(_toast(request, each) for each in waiting)) if waiting else safe()


def _toast(request, message) -> SafeString:
    tone = TONES.get(message.level_tag, "plain")
    way_back = message.extra_tags or ""
    undo = _undo(request, way_back[len(UNDO) :]) if way_back.startswith(UNDO) else ""
    return safe(f'<div class="toast {tone}" role="status">', tag("p", str(message)), undo, "</div>")


def _undo(request, url: str) -> SafeString:
    return safe(
        f'<form method="post" class="inline" action="{text(url)}">',
        csrf(request),
        '<button class="button plain">撤销</button></form>',
    )
