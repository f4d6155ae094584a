"""What stands around every page: the menu by what people do, the union they act for, who they are.

The front door calls `frame_of` in its context processor and hands the result to the templates as `frame`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.conf import settings
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


@dataclass(frozen=True)
class Menu:
    """The ways in, the one the page belongs to among them, and both as HTML."""

    entries: tuple[Entry, ...] = ()
    current: Entry | None = None

    @cached_property
    def nav(self) -> SafeString:
        """The menu as lists under the headings of what people come to do."""
        groups: dict[str, list[str]] = {}
        for entry in self.entries:
            here = ' aria-current="page"' if entry is self.current else ""
            line = f'<li><a href="{text(entry.address)}"{here}>{text(entry.label)}</a></li>'
            groups.setdefault(entry.group, []).append(line)
        return safe(*(f"<h2>{text(name)}</h2><ul>{''.join(lines)}</ul>" for name, lines in groups.items()))


@dataclass(frozen=True)
class Frame:
    """Menu, union and person of one request."""

    menu: Menu = Menu()
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
    def place(self) -> str:
        """The union acted for."""
        chosen = [place.name for place in self.places if place.current] or [p.name for p in self.places[:1]]
        return chosen[0] if chosen else ""


def frame_of(request, items: Sequence, *, places: Sequence[Place] = (), **more) -> Frame:
    """The frame for a request: menu items (label, url, power, group) the person may use, the nearest one current."""
    actor = getattr(request, "actor", None)
    powers: frozenset[str] = frozenset()
    if actor is not None and actor.known:
        powers, more = actor.powers, {"person": actor.name, "hats": actor.hats, **more}
    ways = _ways(tuple(items), powers, settings.ROOT_URLCONF)
    return Frame(menu=ways.at(request.path), places=tuple(places), **more)


class Ways:
    """The menu of all who hold the same powers, drawn once for each item a page may belong to."""

    def __init__(self, entries: tuple[Entry, ...]):
        self.entries = entries
        self.drawn: dict[Entry | None, Menu] = {}

    def at(self, path: str) -> Menu:
        here = _nearest(path, self.entries)
        if here not in self.drawn:
            self.drawn[here] = Menu(self.entries, here)
        return self.drawn[here]


@lru_cache(maxsize=128)
def _ways(items: tuple, powers: frozenset[str], urls: str) -> Ways:
    """The items open to holders of the powers; a room that is not built yet has no address and is left out."""
    found = [(each, _address(each.url, urls)) for each in items if not each.power or each.power in powers]
    return Ways(tuple(Entry(each.label, address, each.group) for each, address in found if address))


def _address(url: str, urls: str) -> str | None:
    """The address of a url name."""
    if url.startswith("/"):
        return url
    try:
        return reverse(url, urlconf=urls)
    except NoReverseMatch:
        return None


def _nearest(path: str, entries: tuple[Entry, ...]) -> Entry | None:
    """The item the path lies under, the longest address first; the front page only when it is meant exactly."""
    under = [each for each in entries if path == each.address or (each.address != "/" and path.startswith(each.address))]
    return max(under, key=lambda each: len(each.address), default=None)
