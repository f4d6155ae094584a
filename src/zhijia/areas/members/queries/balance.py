"""The monthly balance (会员动态月报): members at the start, every way in and out, members at the end."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, Q, QuerySet

from zhijia.areas.members.models import Spell, State, Transfer
from zhijia.areas.members.queries.people import members
from zhijia.areas.members.queries.places import placed
from zhijia.areas.members.rules import membership
from zhijia.core.periods import Period, month

PARTS = ("heads", "women", "dispatched")


@dataclass(frozen=True)
class Line:
    """One line of the balance: heads, of whom women and dispatched workers (人)."""

    name: str
    heads: int = 0
    women: int = 0
    dispatched: int = 0


@dataclass(frozen=True)
class Balance:
    """The lines in their usual order; `reconciles` when start and ways in and out give the end."""

    period: Period
    opening: Line
    lines: tuple[Line, ...]
    closing: Line

    @property
    def reconciles(self) -> bool:
        return all(self._adds_up(part) for part in PARTS)

    @property
    def rows(self) -> tuple[Line, ...]:
        return (self.opening, *self.lines, self.closing)

    def _adds_up(self, part):
        moved = {line.name: getattr(line, part) for line in self.lines}
        return membership.closing_count(getattr(self.opening, part), moved) == getattr(self.closing, part)


def balance(unions: QuerySet, period: Period) -> Balance:
    """Members of the unions through the period; six queries however many members there are.

    A change of group across the border of the unions is a line of its own (组间调入, 组间调出), so that the balance of
    one group reconciles as that of the whole union does.
    """
    found = {
        line.name: line
        for line in (*_events("since", "opened_by", unions, period), *_events("until", "closed_by", unions, period),
                     *_moves(unions, period))
    }
    names = (*membership.OPENINGS, membership.MOVES_IN, *membership.CLOSINGS, membership.MOVES_OUT)
    return Balance(
        period,
        Line("期初", **members(unions, period.start - timedelta(days=1)).aggregate(**_counts())),
        tuple(found.get(name, Line(name)) for name in names),
        Line("期末", **members(unions, period.end).aggregate(**_counts())),
    )


def months_around(period: Period) -> tuple[Period, Period]:
    """The month before a period and the month after it."""
    before, after = period.start - timedelta(days=1), period.end + timedelta(days=1)
    return month(before.year, before.month), month(after.year, after.month)


def _events(day: str, reason: str, unions, period):
    """Full memberships that began (or ended) in the period, by reason, where the person was on that day."""
    rows = Spell.objects.filter(**{"state": State.MEMBER, f"{day}__range": (period.start, period.end)})
    there = placed(rows, unions, day, person="person").order_by()
    for row in there.values(reason).annotate(**_counts("person__")):
        yield Line(row.pop(reason), **row)


def _moves(unions, period):
    """Members (of the day before) who changed groups across the border of the unions."""
    inside = unions.order_by().values("pk")
    member = Q(person__spells__state=State.MEMBER) & (
        Q(person__spells__since=None) | Q(person__spells__since__lt=F("on"))
    ) & (Q(person__spells__until=None) | Q(person__spells__until__gte=F("on")))
    moved = Transfer.objects.filter(member, on__range=(period.start, period.end))
    came = moved.filter(after__in=inside).exclude(before__in=inside)
    went = moved.filter(before__in=inside).exclude(after__in=inside)
    yield Line(membership.MOVES_IN, **came.aggregate(**_counts("person__")))
    yield Line(membership.MOVES_OUT, **went.aggregate(**_counts("person__")))


def _counts(person: str = "") -> dict:
    return {
        "heads": Count("pk"),
        "women": Count("pk", filter=Q(**{f"{person}sex": "女"})),
        "dispatched": Count("pk", filter=Q(**{f"{person}dispatched": True})),
    }
