"""Buttons: what may be done from a page. One that the person may not use is not shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.conf import settings
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.safestring import SafeString

from zhijia.kit.html import joined, safe, tag, text, void


@dataclass(frozen=True)
class Button:
    """A button. `url` is an address or a url name without arguments; `power` hides it from those without;
    `post` makes it do something at once, without a page of its own (undo)."""

    label: str
    url: str
    kind: Literal["primary", "plain", "danger"] = "plain"
    power: str | None = None
    post: bool = False


def address(url: str) -> str:
    """An address as given, or the address of a url name."""
    return url if url.startswith(("/", "?", "#", ".")) else _named(url, settings.ROOT_URLCONF)


@lru_cache(maxsize=1024)
def _named(name: str, urls: str) -> str:
    """Looked up once: a page asks for a dozen addresses, and each costs as much as four rows of a table."""
    return reverse(name, urlconf=urls)


def allowed(buttons: Iterable[Button], actor) -> list[Button]:
    """The buttons this person may use."""
    return [each for each in buttons if each.power is None or (actor is not None and actor.may(each.power))]


def drawn(request, buttons: Iterable[Button]) -> SafeString:
    """Buttons side by side, primary ones first as given."""
    return joined(_button(request, each) for each in allowed(buttons, getattr(request, "actor", None)))


def _button(request, each: Button) -> SafeString:
    if not each.post:
        return tag("a", each.label, class_=f"button {each.kind}", href=address(each.url))
    return safe(
        f'<form method="post" class="inline" action="{text(address(each.url))}">',
        csrf(request),
        tag("button", each.label, class_=f"button {each.kind}"),
        "</form>",
    )


def csrf(request) -> SafeString:
    """The hidden field that proves a form is ours; one token serves a page."""
    if not hasattr(request, "kit_token"):
        request.kit_token = get_token(request)
    return void("input", type="hidden", name="csrfmiddlewaretoken", value=request.kit_token)
