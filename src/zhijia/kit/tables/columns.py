"""Column: how one field of a record reads in a list, in a file, behind a figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Literal
from urllib.parse import quote

from django.db.models import Manager
from django.urls import NoReverseMatch, reverse

from zhijia.kit import formats
from zhijia.kit.choices import worded
from zhijia.kit.html import text

Kind = Literal["text", "long", "date", "money", "number", "badge", "masked"]
Read = Callable[[Any], Any]

SHOW: dict[str, Callable[[Any], str]] = {
    "date": formats.short_day,
    "money": formats.money,
    "number": formats.number,
    "masked": formats.veil,
}
PLAIN = {formats.short_day, formats.money, formats.number}  # digits and signs only, nothing to escape
RIGHT = {"money", "number"}


@dataclass(frozen=True)
class Column:
    """One column. `value` is a callable of the row or a path (`person.name`); without it, `key` is the path.

    `link` opens a record: a url name, which receives the row's pk, or (url name, path of the key). `sort` names an
    ORM field; `search` ORM fields the search box looks in (True: `sort` or the key). `phone=False` leaves the
    column out on narrow screens, `power` from everyone without that power, `export=False` from files. `tones` gives badges their
    colour: {"逾期": "bad"} (good, warn, bad, quiet). A masked column shows its value starred.
    """

    key: str
    label: str
    value: str | Read | None = field(default=None, kw_only=True)
    link: str | tuple[str, str] | Callable[[Any], str | None] | None = field(default=None, kw_only=True)
    kind: Kind = field(default="text", kw_only=True)
    sort: str | None = field(default=None, kw_only=True)
    search: bool | str | tuple[str, ...] = field(default=False, kw_only=True)
    phone: bool = field(default=True, kw_only=True)
    power: str | None = field(default=None, kw_only=True)
    export: bool = field(default=True, kw_only=True)
    tones: Mapping[str, str] = field(default_factory=dict, kw_only=True, hash=False)

    @property
    def heading(self) -> str:
        """The label, with the unit where money stands without one."""
        return f"{self.label}（元）" if self.kind == "money" and "元" not in self.label else self.label

    @property
    def searches(self) -> tuple[str, ...]:
        """ORM fields the search box looks in."""
        if self.search is True:
            return (self.sort or self.key.replace(".", "__"),)
        return (self.search,) if isinstance(self.search, str) else tuple(self.search or ())

    def reader(self, sample=None) -> Read:
        """A function from row to value; a field with choices is read by its display name."""
        if callable(self.value):
            return self.value
        path = (self.value or self.key).replace("__", ".").split(".")
        if isinstance(sample, Mapping):
            return lambda row: row.get(self.value or self.key)
        if len(path) == 1 and hasattr(sample, f"get_{path[0]}_display"):
            return _chosen(path[0])
        return _walker(path)

    def plain(self, sample=None) -> Read:
        """A function from row to the value as a file should hold it: numbers and dates stay what they are."""
        read = self.reader(sample)
        if self.kind == "masked":
            return lambda row: formats.veil(read(row))
        if self.kind == "date":
            return lambda row: formats.local_day(read(row))
        if self.kind in ("money", "number"):
            return read
        return lambda row: _words(read(row))

    def painter(self, sample=None) -> Callable[[Any], str]:
        """A function from row to the inside of its cell, as escaped HTML."""
        paint = _worded(self.reader(sample), SHOW.get(self.kind))
        if self.tones or self.kind == "badge":
            paint = _badged(paint, self.tones)
        address = self.address()
        return _linked(paint, address) if address else paint

    def address(self) -> Callable[[Any], str | None] | None:
        """A function from row to the page the cell opens."""
        if self.link is None or callable(self.link):
            return self.link
        name, path = self.link if isinstance(self.link, tuple) else (self.link, "pk")
        read, (before, after) = _walker(path.replace("__", ".").split(".")), _around(name)

        def url(row):
            key = read(row)
            if key.__class__ is not int:
                key = key and quote(str(key), safe="")
            return key and f"{before}{key}{after}"

        return url


def _walker(path: list[str]) -> Read:
    """Follow a path of attributes (or places in a tuple); nothing on the way means nothing at its end."""
    steps = [itemgetter(int(name)) if name.isdigit() else attrgetter(name) for name in path]
    if len(steps) == 1:
        return steps[0]

    def walk(row):
        for step in steps:
            row = step(row)
            if row is None:
                return None
        return row

    return walk


def _words(value) -> str:
    """A value as plain text: a method is called, a related set is named one by one, yes and no are said."""
    if isinstance(value, Manager):
        return "、".join(str(each) for each in value.all())
    value = value() if callable(value) else value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return formats.short_moment(value) if isinstance(value, datetime) else value.isoformat()
    return "" if value is None else str(value)


def _worded(read: Read, show) -> Callable[[Any], str]:
    """The inside of a plain cell."""
    if show in PLAIN:
        return lambda row: show(read(row))
    if show:
        return lambda row: text(show(read(row)))

    def paint(row) -> str:
        value = read(row)
        if value.__class__ is str:
            return text(value)
        if hasattr(value, "__html__"):
            return value.__html__()
        return text(_words(value))

    return paint


def _badged(paint, tones: Mapping[str, str]) -> Callable[[Any], str]:
    def badge(row) -> str:
        words = paint(row)
        return words and f'<span class="badge {tones.get(words, "quiet")}">{words}</span>'

    return badge


def _linked(paint, address) -> Callable[[Any], str]:
    def link(row) -> str:
        words = paint(row)
        url = words and address(row)
        return f'<a href="{text(url)}">{words}</a>' if url else words

    return link


def _chosen(name: str) -> Read:
    """Read a field with choices by its word, each word found once for all rows."""
    words: dict[Any, str] = {}

    def read(row) -> str:
        value = getattr(row, name)
        if value not in words:
            words[value] = worded(value, getattr(row, f"get_{name}_display")() or "")
        return words[value]

    return read


_STANDINS = (8_765_432_109_876, "8b1f7c52-5d0e-4f0e-9a3e-6c7c1d2e3f40", "zj-standin")


@lru_cache(maxsize=1024)
def _around(name: str) -> tuple[str, str]:
    """What stands before and after the key in a url, so that `reverse` is asked once and not once a row."""
    for standin in _STANDINS:
        try:
            before, _, after = reverse(name, args=[standin]).partition(str(standin))
        except NoReverseMatch:
            continue
        return before, after
    raise NoReverseMatch(f"no url named {name!r} takes one key")
