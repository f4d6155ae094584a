"""The desk: what is due, in the order it presses."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from zhijia.kit.area import Card
from zhijia.kit.buttons import Button
from zhijia.kit.html import safe
from zhijia.kit.pages.common import show
from zhijia.kit.pages.sections import Section, drawn


def desk_page(
    request,
    cards: Iterable[Card],
    *,
    title="今天要办的事",
    note="",
    sections: Sequence[Section] = (),
    buttons: Iterable[Button] = (),
) -> HttpResponse:
    """Cards of things to do, urgent ones first; sections of figures or lists below."""
    due = sorted((card for card in cards if card.count), key=lambda card: not card.urgent)
    body = safe(*(drawn(request, section) for section in sections))
    return show(
        request, "kit/desk.html", {"cards": due, "sections": body}, title=title, note=note, buttons=buttons
    )
