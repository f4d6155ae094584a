"""Congresses, districts and delegates: who sees them, how many there are to be, whether the composition is right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, Max, Q, Sum

from zhijia.areas.congress.models import Congress, Delegate, District
from zhijia.areas.congress.rules import delegates as rules
from zhijia.areas.congress.rules.delegates import Check, Makeup, Size
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.members import queries as members
from zhijia.areas.members.rules.committees import Countdown, countdown
from zhijia.core.org.models import Kind as UnionKind
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches, reach
from zhijia.core.policy import NO_LIMIT, PolicyBook, Value, explain

READ = "congress.read"
SEATED = Q(delegates__until=None, delegates__isnull=False)


@dataclass(frozen=True)
class Judged:
    """A check with the words of the rule it comes from."""

    check: Check
    source: str


def congresses(actor):
    """Congresses the actor may see, with the number of delegates now (`heads`) and of observers."""
    return Congress.objects.filter(reach(actor, READ)).select_related("union").annotate(
        heads=Count("delegates", filter=SEATED & Q(delegates__observer=False)),
        guests=Count("delegates", filter=SEATED & Q(delegates__observer=True)),
    )


def running(actor):
    """Congresses whose term has not ended."""
    return congresses(actor).filter(ended_on=None)


def districts(actor):
    """Districts, with how many delegates each has now (`heads`)."""
    return District.objects.filter(reach(actor, READ, "congress__union")).select_related("congress", "congress__union").annotate(
        heads=Count("delegates", filter=SEATED & Q(delegates__observer=False))
    )


def delegates(actor):
    """Delegates past and present of the congresses the actor may see."""
    return Delegate.objects.filter(reach(actor, READ, "congress__union")).select_related(
        "person", "person__union", "district", "congress", "congress__union"
    )


def delegacies(actor, person):
    """What a person is or was a delegate of."""
    return delegates(actor).filter(person=person).order_by("-since")


def voters(congress, on):
    """Delegates with a vote on a day (应到)."""
    return seated(congress, on).filter(observer=False)


def seated(congress, on):
    """Delegates on a day, observers too."""
    return congress.delegates.filter(Q(until=None) | Q(until__gt=on), since__lte=on).select_related("person", "person__union")


def people(congress, on):
    """Whom the congress speaks for: staff, or members for a members' congress."""
    of = members.members if Kind(congress.kind).of_members else members.staff
    return of(branches(congress.union), on)


def places(union, on) -> list[tuple[str, int]]:
    """The units right below a union with their staff, as districts may follow them."""
    below = Union.objects.filter(parent=union, dissolved_on=None).order_by("path")
    return [(each.name, members.staff(branches(each), on).count()) for each in below]


def headcount(congress, on) -> int:
    """How many it speaks for: as the districts say, by the roll where there are none."""
    return congress.districts.aggregate(n=Sum("staff"))["n"] or people(congress, on).count()


def wanted(congress, on, book: PolicyBook | None = None) -> tuple[Size | None, str]:
    """How many delegates the rules ask for, and the rule in words."""
    book = book or PolicyBook(congress.union, on)
    if Kind(congress.kind).of_all:
        return None, ""
    key = "election.member_delegates" if Kind(congress.kind).of_members else "congress.delegates"
    found, staff = book.get(key), headcount(congress, on)
    if found is None:
        return None, ""
    rows = found.value
    size = rules.by_members(rows, staff) if key != "congress.delegates" else rules.size(rows, staff, unlimited=NO_LIMIT)
    return size, sized(found, size)


def sized(found: Value, size: Size | None) -> str:
    """The rule of a table in words: what it comes to here, and its source, instead of all its rows."""
    return explain(replace(found, value=str(size or "没有写明"), unit="", columns=()))


def of_all_allowed(congress, on, book: PolicyBook) -> Judged:
    """Whether all may meet, without delegates."""
    key, more = ("election.assembly_below", 1) if Kind(congress.kind).of_members else ("congress.assembly_below", 0)
    found, staff = book[key], headcount(congress, on)
    fine = rules.assembly_allowed(staff, found.whole + more)
    return Judged(Check("不设代表的大会", key, f"现有 {staff} 人", fine), explain(found))


def composition(congress, on) -> list[Judged]:
    """What the rules ask of a congress before it meets, each with what was found and the source."""
    book = PolicyBook(congress.union, on)
    if Kind(congress.kind).of_all:
        return [of_all_allowed(congress, on, book)]
    found = makeup(congress, on)
    size, source = wanted(congress, on, book)
    counted = rules.numbers(found, size)
    return [*([Judged(counted, source)] if counted else []), *(_judged(check, book) for check in _checks(congress, found, book))]


def faults(congress, on) -> list[Judged]:
    """Of those, what is not as it should be."""
    return [each for each in composition(congress, on) if not each.check.fine]


def makeup(congress, on) -> Makeup:
    """Heads of delegates with a vote by group and sex, and of those they speak for."""
    rows = list(voters(congress, on).values_list("group", "person__sex"))
    groups = Counter(group for group, _ in rows)
    all_of_them = people(congress, on).order_by().aggregate(n=Count("pk"), women=Count("pk", filter=Q(sex="女")))
    return Makeup(len(rows), dict(groups), sum(sex == "女" for _, sex in rows), all_of_them["n"], all_of_them["women"])


def _checks(congress, found: Makeup, book) -> Iterable[Check]:
    if not found.delegates:
        return
    school = congress.union.kind == UnionKind.SCHOOL or congress.kind == Kind.TEACHERS
    if most := book.get("congress.managers_max"):
        yield rules.managers(found, most.whole)
    if over := book.get("congress.front_over"):
        yield rules.front_line(found, over.whole, school=school)
    if school and (least := book.get("congress.teachers_min")):
        yield rules.teachers(found, least.whole)
    if found.women_staff and (share := book.get("congress.women_share")):
        yield rules.women(found, strict="不低于" in str(share), gap=book["congress.women_share.gap"].whole)


def _judged(check: Check, book) -> Judged:
    return Judged(check, explain(book[check.policy]))


def ending(congress, today) -> Countdown:
    """How far the term is from its end, with the warning it deserves."""
    months = PolicyBook(congress.union, today)["org.term.alert_months"].value
    return countdown(congress.ends, today, months)


def delegates_at(unions, period):
    """Delegates with a vote at the end of the period, of congresses then in their term."""
    in_term = Q(congress__ended_on=None) | Q(congress__ended_on__gt=period.end)
    return all_delegates(unions, period).filter(Q(until=None) | Q(until__gt=period.end), in_term, observer=False)


def all_delegates(unions, period):
    """Everybody who had become a delegate by the end of the period."""
    return Delegate.objects.filter(congress__union__in=unions, since__lte=period.end).select_related(
        "person", "person__union", "district", "congress"
    )


def districts_at(unions, period):
    """Districts of the congresses in their term at the end of the period."""
    return all_districts(unions, period).filter(Q(congress__ended_on=None) | Q(congress__ended_on__gt=period.end))


def all_districts(unions, period):
    """Districts of every congress begun by the end of the period."""
    begun = District.objects.filter(congress__union__in=unions, congress__since__lte=period.end)
    return begun.select_related("congress").annotate(heads=Count("delegates", filter=SEATED & Q(delegates__observer=False)))


def last_number(union, kind) -> int:
    """The number of the latest term of a kind, 0 when there was none."""
    return Congress.objects.filter(union=union, kind=kind).aggregate(n=Max("number"))["n"] or 0


def is_of_members(congress) -> bool:
    """Whether it speaks for members, not all staff."""
    return Kind(congress.kind).of_members


def is_of_all(congress) -> bool:
    """Whether everybody takes part, without delegates."""
    return Kind(congress.kind).of_all


def election_rules(district, on) -> str:
    """What the election of a district has to reach, with the sources."""
    book = PolicyBook(district.union, on)
    return "".join(explain(book[key]) for key in ("congress.delegate.turnout", "congress.delegate.win"))


def own(actor):
    """What the account's own person is or was a delegate of."""
    return Delegate.objects.filter(person__account_id=actor.user_id).select_related("congress", "district").order_by("-since")
