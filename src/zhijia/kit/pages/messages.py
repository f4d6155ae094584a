"""Pages that say one thing and what to do next."""

from collections.abc import Iterable

from django.http import HttpResponse

from zhijia.kit.buttons import Button
from zhijia.kit.pages.common import Crumbs, show


def message_page(
    request, *, title: str, text: str, buttons: Iterable[Button] = (), crumbs: Crumbs = (), status: int = 200
) -> HttpResponse:
    """One message in plain words, each paragraph on its own line, and the way on."""
    lines = [line for line in text.splitlines() if line.strip()]
    return show(
        request,
        "kit/message.html",
        {"lines": lines},
        title=title,
        crumbs=crumbs,
        buttons=buttons,
        status=status,
    )
