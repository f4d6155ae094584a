"""What stands around every page: the menu by what people do, the union they act for, who they are.

The front door calls `frame_of` in its context processor and hands the result to the templates as `frame`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from zhijia.kit.html import safe, text

SITE = "职工之家"


@dataclass(frozen=True)
class Place:
    """A union the person may act for; `key` is what the switch sends back."""

    key: str
    name: str
    current: bool = False


@dataclass(frozen=True)
class Entry:
    """A menu item with its address found."""

    label: str
    address: str
    group: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """Menu, union and person of one request."""

    entries: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    switch: str = ""
    person: str = ""
    hats: str = ""
    account: str = ""
    logout: str = ""
    login: str = ""
    home: str = "/"
    site: str = SITE

    @property
    def current(self) -> Entry | None:
        """The menu item the page belongs to."""
        return next((entry for entry in self.entries if entry.current), None)

    @property
    def place(self) -> str:
        """The union acted for."""
        chosen = [place.name for place in self.places if place.current] or [p.name for p in self.places[:1]]
        return chosen[0] if chosen else ""

    @property
    def nav(self) -> SafeString:
        """The menu as lists under the headings of what people come to do."""
        groups: dict[str, list[str]] = {}
        for entry in self.entries:
            here = ' aria-current="page"' if entry.current else ""
            line = f'<li><a href="{text(entry.address)}"{here}>{text(entry.label)}</a></li>'
            groups.setdefault(entry.group, []).append(line)
        return safe(*(f"<h2>{text(name)}</h2><ul>{''.join(lines)}</ul>" for name, lines in groups.items()))


def frame_of(request, items: Iterable, *, places: Sequence[Place] = (), **more) -> Frame:
    """The frame for a request: menu items (label, url, power, group) the person may use, the nearest one current."""
    actor = getattr(request, "actor", None)
    shown = [item for item in items if not item.power or (actor is not None and actor.may(item.power))]
    found = [(item, _address(item.url)) for item in shown]
    here = _nearest(request.path, [address for _, address in found if address])
    entries = tuple(
        Entry(item.label, address, item.group, address == here) for item, address in found if address
    )
    who = {"person": actor.name, "hats": actor.hats} if actor is not None and actor.known else {}
    return Frame(entries=entries, places=tuple(places), **{**who, **more})


@lru_cache(maxsize=512)
def _address(url: str) -> str | None:
    """The address of a url name; a room that is not built yet has none and is left out."""
    if url.startswith("/"):
        return url
    try:
        return reverse(url)
    except NoReverseMatch:
        return None


def _nearest(path: str, addresses: list[str]) -> str | None:
    """The menu address the path lies under, the longest first; the front page only when it is meant exactly."""
    under = [each for each in addresses if path == each or (each != "/" and path.startswith(each))]
    return max(under, key=len, default=None)
