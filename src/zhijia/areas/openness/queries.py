"""Which rows of the openness room an actor sees, what hangs on the boards, and which rows figures count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from zhijia.areas.openness import rules
from zhijia.areas.openness.models import Check, Duty, Entry, Item, Month, Opinion, Version
from zhijia.areas.openness.rules import PUBLIC, CheckKind, Rhythm, Scope, State, Way
from zhijia.core.org.models import Kind, Post, Union
from zhijia.core.org.powers import power
from zhijia.core.org.scope import reach, unions
from zhijia.core.policy import PolicyBook, maybe, policy

READ, EDIT, APPROVE = "openness.read", "openness.edit", "openness.approve"
DAY = timedelta(days=1)
TEAMS = (Kind.WORKSHOP, Kind.BRANCH, Kind.GROUP)


@dataclass(frozen=True)
class Wanted:
    """An entry that must be open in a month, and the item that is."""

    entry: Entry
    month: date
    item: Item | None = None

    @property
    def union(self) -> Union:
        return self.entry.union


def visible(actor) -> QuerySet[Item]:
    """Items the actor may see."""
    return Item.objects.filter(reach(actor, READ)).select_related("union", "entry", "file", "drafted_by")


def ledger(actor) -> QuerySet[Item]:
    """What was open, with how many opinions came and were answered."""
    counted = Count("opinions"), Count("opinions", filter=Q(opinions__answered_on__isnull=False))
    return visible(actor).filter(state__in=PUBLIC).annotate(told=counted[0], answered=counted[1])


def waiting(actor) -> QuerySet[Item]:
    """Items that wait for approval where the actor may give it."""
    return visible(actor).filter(reach(actor, APPROVE), state=State.WAITING)


def to_take_down(actor, today: date) -> QuerySet[Item]:
    """Items whose days are over."""
    return visible(actor).filter(state=State.SHOWN, until__lt=today)


def entries(actor) -> QuerySet[Entry]:
    """The catalogues the actor may see, withdrawn entries last."""
    return Entry.objects.filter(reach(actor, READ)).select_related("union").order_by(
        F("withdrawn_on").asc(nulls_first=True), "union__path", "id"
    )


def in_force(actor) -> QuerySet[Entry]:
    """Entries that hold today."""
    return entries(actor).filter(withdrawn_on=None)


def with_catalogue(actor) -> QuerySet[Union]:
    """Unions whose months the actor may list."""
    return unions(actor, EDIT).filter(Exists(Entry.objects.filter(union=OuterRef("pk"), withdrawn_on=None)))


def without_catalogue(actor) -> QuerySet[Union]:
    """Unions where the actor may take a catalogue over and none is."""
    return unions(actor, EDIT).filter(~Exists(Entry.objects.filter(union=OuterRef("pk"))))


def opinions(actor) -> QuerySet[Opinion]:
    """Opinions the actor may answer, unanswered ones first: what workers say is read by those who answer."""
    return Opinion.objects.filter(reach(actor, EDIT, "item__union")).select_related("item", "item__union").order_by(
        F("answered_on").asc(nulls_first=True), "due_on", "id"
    )


def unanswered(actor) -> QuerySet[Opinion]:
    """Opinions that wait for an answer."""
    return opinions(actor).filter(answered_on=None)


def checks(actor) -> QuerySet[Check]:
    """Supervision checks the actor may see."""
    return Check.objects.filter(reach(actor, READ)).select_related("union")


def to_put_right(actor) -> QuerySet[Check]:
    """Checks that found something not put right yet."""
    return checks(actor).exclude(found="").filter(righted_on=None)


def unchecked(actor, month: date) -> QuerySet[Union]:
    """Workshops and groups with a catalogue that had no monthly check (月度检查) in the month."""
    done = Check.objects.filter(union=OuterRef("pk"), kind=CheckKind.MONTHLY, on__range=(month, end_of(month)))
    kept = Entry.objects.filter(union=OuterRef("pk"), withdrawn_on=None)
    return unions(actor, READ).filter(Exists(kept), ~Exists(done), kind__in=TEAMS)


def versions(item: Item) -> QuerySet[Version]:
    """What an item said before."""
    return Version.objects.filter(item=item)


# What must be open


def coverage(actor, month: date) -> list[Wanted]:
    """What must be open in a month in the unions within reach: as listed, or by the catalogue where nobody listed it yet."""
    listed = Duty.objects.filter(reach(actor, READ, "month__union"), month__on=month).select_related(
        "entry", "entry__union", "item"
    )
    told = [Wanted(duty.entry, month, duty.item) for duty in listed]
    opened = set(Month.objects.filter(reach(actor, READ), on=month).values_list("union_id", flat=True))
    rest = in_force(actor).filter(since__lte=end_of(month)).exclude(union__in=opened)
    return sorted((*told, *wanted(rest, month)), key=lambda each: (each.union.path, each.entry.pk))


def wanted(chosen: Iterable[Entry], month: date) -> list[Wanted]:
    """Which of the entries are due in a month, each with the item that answers it."""
    chosen = list(chosen)
    items = Item.objects.filter(entry__in=[each.pk for each in chosen], state__in=PUBLIC)
    of_month = {item.entry_id: item for item in items.filter(month=month).order_by("shown_on", "id")}
    standing = set(items.filter(month__lt=month, state=State.SHOWN).values_list("entry_id", flat=True))
    return [
        Wanted(each, month, of_month.get(each.pk)) for each in chosen
        if rules.due(each.rhythm, month.month, each.month, each.pk in standing)
    ]


def missing(actor, month: date) -> list[Wanted]:
    """What is not open yet in a month."""
    return [each for each in coverage(actor, month) if each.item is None]


def entries_of(union: Union, month: date) -> QuerySet[Entry]:
    """The catalogue of a union as it held in a month."""
    last = end_of(month)
    kept = Q(withdrawn_on=None) | Q(withdrawn_on__gt=last)
    return Entry.objects.filter(kept, union=union, since__lte=last).select_related("union")


def entries_of_any_time(union: Union) -> QuerySet[Entry]:
    """Every entry a union ever had."""
    return Entry.objects.filter(union=union)


def entry_called(union: Union, words: str, on: date) -> Entry | None:
    """The entry meant by a title: 3月份罚款 is of the entry 罚款; the longest name that fits."""
    held = entries_of(union, month_of(on))
    return max((each for each in held if each.title in words), key=lambda each: len(each.title), default=None)


def month(union: Union, on: date) -> Month:
    """A listed month."""
    return Month.objects.select_related("union").get(union=union, on=on)


def months_of(union: Union) -> list[date]:
    """Months of a union that were listed."""
    return list(Month.objects.filter(union=union).values_list("on", flat=True))


def open_duty(item: Item) -> Duty | None:
    """The duty an item answers: of its own month; what comes round more seldom also one left open earlier in the year."""
    due = Duty.objects.filter(entry=item.entry_id, item=None, month__on__lte=item.month, month__on__year=item.month.year)
    if item.entry is None or item.entry.rhythm == Rhythm.MONTHLY:
        due = due.filter(month__on=item.month)
    return due.select_related("month").order_by("-month__on").first()


def today() -> date:
    """Today, by the local calendar."""
    return timezone.localdate()


def month_ends(actor, on: date) -> bool:
    """Whether the end of the month is near enough to press for what is missing."""
    union = Union.objects.filter(pk=actor.home).first()
    rule = maybe("openness.month_end_days", union, on) if union else None
    return rule is not None and (end_of(on) - on).days < rule.whole


def answer_days(union: Union) -> int:
    """Within how many days an opinion that comes today is answered."""
    return policy("openness.answer_days", union, today()).whole


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def end_of(month: date) -> date:
    """The last day of the month of a day."""
    return (month.replace(day=1) + 31 * DAY).replace(day=1) - DAY


# Approval


def others_may_approve(item: Item, today: date) -> bool:
    """Whether somebody other than the drafter holds the power to approve there."""
    union = item.union
    above = [union.path[: n + 1] for n, letter in enumerate(union.path) if letter == "."]
    held = Post.objects.filter(
        Q(until=None) | Q(until__gte=today), role__in=power(APPROVE).roles, union__path__in=above, union__house=union.house,
        since__lte=today, holder__is_active=True,
    )
    return held.exclude(holder=item.drafted_by_id).exists()


def taken_numbers(union: Union) -> list[str]:
    """Numbers of the union's items."""
    return list(Item.objects.filter(union=union).values_list("number", flat=True))


def last_contact(union_id: int | None) -> str:
    """How opinions could be told last time."""
    said = Item.objects.filter(union=union_id).exclude(contact="").order_by("-id").values_list("contact", flat=True)
    return said.first() or ""


def least_days(entry: Entry | None, union: Union, on: date):
    """How long an item must hang at least, and the rule: the entry's own days where they are more."""
    rule = PolicyBook(union, on, keys=("openness.min_days",))["openness.min_days"]
    return max(rule.whole, (entry.days or 0) if entry else 0), rule


# The boards


def _hanging(today: date) -> Q:
    return Q(state=State.SHOWN, shown_on__lte=today) & (Q(until=None) | Q(until__gte=today))


def board(today: date) -> QuerySet[Item]:
    """What everybody may read without a login: open now, within its days, and meant for everybody."""
    return Item.objects.filter(_hanging(today), scope=Scope.EVERYBODY).select_related("union", "file")


def board_of(union: Union, today: date) -> QuerySet[Item]:
    """The public board of a union: its own items, the latest first."""
    return board(today).filter(union=union).order_by("-shown_on", "-id")


def by_code(code: str) -> QuerySet[Union]:
    """The union of a board."""
    return Union.objects.filter(code=code, dissolved_on=None)


def for_member(person, today: date) -> QuerySet[Item]:
    """What hangs for a worker: the boards from the own group up to the house, and what is meant for all of the house.

    So wages and fines of a workshop or group are read by those who belong to it, or to a group below it.
    """
    if person is None:
        return Item.objects.none()
    path, house = person.union.path, person.union.house
    above = [path[: n + 1] for n, letter in enumerate(path) if letter == "."]
    asked = Q(state=State.ASKING, asked_until__gte=today)
    here = Q(union__path__in=above) | Q(scope=Scope.HOUSE)
    there = Item.objects.filter(_hanging(today) | asked, here, union__house=house)
    return there.select_related("union", "file").order_by("-shown_on", "-id")


def with_file(item: Item) -> QuerySet[Item]:
    """The item, where it has a file."""
    return Item.objects.filter(pk=item.pk).exclude(file=None).select_related("file")


def answers(item: Item) -> QuerySet[Opinion]:
    """Opinions whose answers hang beside the item."""
    return item.opinions.exclude(shown_as="").exclude(answered_on=None).order_by("answered_on", "id")


def told_lately(union: Union) -> int:
    """How many opinions the box without login took within the hour."""
    since = timezone.now() - timedelta(hours=1)
    return Opinion.objects.filter(item__union=union, way=Way.WEB, recorded_at__gte=since).count()


# What figures count


def shown(unions, period) -> QuerySet[Item]:
    """Items opened in the period, by the first day."""
    return Item.objects.filter(
        union__in=unions, state__in=PUBLIC, shown_on__range=(period.start, period.end)
    ).select_related("union", "entry")


def required(unions, period) -> QuerySet[Duty]:
    """Duties of the months that begin in the period."""
    return Duty.objects.filter(
        month__union__in=unions, month__on__range=(period.start, period.end)
    ).select_related("month", "month__union", "entry", "item")


def covered(unions, period) -> QuerySet[Duty]:
    """Of those, the ones an item answered."""
    return required(unions, period).exclude(item=None)


def received(unions, period) -> QuerySet[Opinion]:
    """Opinions that came in the period."""
    return Opinion.objects.filter(
        item__union__in=unions, received_on__range=(period.start, period.end)
    ).select_related("item", "item__union")


def answered(unions, period) -> QuerySet[Opinion]:
    """Of those, the answered ones."""
    return received(unions, period).exclude(answered_on=None)


def answered_in_time(unions, period) -> QuerySet[Opinion]:
    """Of those, the ones answered within their days."""
    return answered(unions, period).filter(in_time=True)


def checked(unions, period) -> QuerySet[Check]:
    """Supervision checks in the period."""
    return Check.objects.filter(union__in=unions, on__range=(period.start, period.end)).select_related("union")


def faulted(unions, period) -> QuerySet[Check]:
    """Of those, the ones that found something."""
    return checked(unions, period).exclude(found="")


def put_right(unions, period) -> QuerySet[Check]:
    """Of those, the ones put right by now."""
    return faulted(unions, period).exclude(righted_on=None)


