"""What a list was asked for: words, order, page; and the addresses that ask for something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_
from urllib.parse import quote_plus

from django.db.models import Q, QuerySet

NOT_KEPT = {"page", "export", "print", "csrfmiddlewaretoken"}


@dataclass(frozen=True)
class Asked:
    """The query string of a list, read kindly: what makes no sense is ignored."""

    given: dict[str, list[str]]

    @classmethod
    def by(cls, request) -> "Asked":
        return cls(dict(request.GET.lists()))

    def one(self, name: str) -> str:
        values = self.given.get(name)
        return values[-1] if values else ""

    @property
    def words(self) -> str:
        """What was typed into the search box."""
        return self.one("q").strip()[:80]

    @property
    def page(self) -> int:
        raw = self.one("page")
        return max(int(raw[:9]), 1) if raw.isascii() and raw.isdigit() else 1

    @property
    def order(self) -> tuple[str, bool]:
        """(column key, descending)."""
        raw = self.one("sort")
        return raw.lstrip("-"), raw.startswith("-")

    @cached_property
    def _kept(self) -> list[tuple[str, str]]:
        return [(k, v) for k, values in self.given.items() if k not in NOT_KEPT for v in values if v]

    def address(self, **changes) -> str:
        """The same question with changes; the page is forgotten unless it is among them."""
        kept = [(name, value) for name, value in self._kept if name not in changes]
        asked = [*kept, *((n, v) for n, v in changes.items() if v not in (None, ""))]
        return "?" + "&".join([f"{quote_plus(name)}={quote_plus(str(value))}" for name, value in asked])


def ordered(rows: QuerySet | Sequence, sorts: dict[str, str], asked: Asked) -> QuerySet | Sequence:
    """Rows in the order asked for, else in their own; the key decides ties so that no row is on two pages.

    A plain list keeps its order.
    """
    if not isinstance(rows, QuerySet):
        return rows
    key, down = asked.order
    if key in sorts:
        return rows.order_by(f"-{sorts[key]}" if down else sorts[key], "-pk" if down else "pk")
    own = rows.query.order_by or rows.model._meta.ordering
    if rows.query.group_by is not None or "pk" in own or "-pk" in own:
        return rows
    return rows.order_by(*own, "pk")


def searched(rows: QuerySet, fields, words: str) -> QuerySet:
    """Rows in which every word stands somewhere in the fields; a callable searches in its own way."""
    if not words or not fields:
        return rows
    if callable(fields):
        return fields(rows, words)
    return rows.filter(reduce(and_, (_anywhere(fields, word) for word in words.split())))


def _anywhere(fields, word: str) -> Q:
    return reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields))
