"""People: who may see whom, who was staff, member or retired on a day, and finding someone by what is known."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from zhijia.areas.members.models import Person, Spell, Standing, State
from zhijia.areas.members.queries.places import placed
from zhijia.core.org.actor import Actor
from zhijia.core.org.prepared import prepared
from zhijia.core.org.scope import reach, subtree
from zhijia.core.private.blind import blind

NOT_STAFF = (Standing.RETIRED, Standing.LEFT)
PICKED = 20
LISTED = ("name", "mark", "sex", "job", "standing", "doubts")


def visible(actor, power: str = "members.read") -> QuerySet[Person]:
    """People the actor may see."""
    return Person.objects.filter(_within(actor, power)).select_related("union")


@prepared
def roll(actor) -> QuerySet[Person]:
    """The roll for a list: LISTED columns, the name of the group, and the membership now (`state_now`, 非会员 for none)."""
    running = Spell.objects.filter(person=OuterRef("pk"), until=None).values("state")[:1]
    return visible(actor).select_related(None).only(*LISTED).annotate(
        group=F("union__name"), state_now=Coalesce(Subquery(running), Value("非会员"))
    )


def _within(actor, power) -> Q:
    """`reach` for people. Who holds the power over a whole roll gets it by the roll's own index (20,000 rows)."""
    whole = [g.union_id for g in actor.grants if power in g.powers and g.path == g.house]
    if not whole:
        return reach(actor, power)
    rest = Actor(grants=tuple(grant for grant in actor.grants if grant.union_id not in whole))
    return Q(house__in=whole) | reach(rest, power)


def own(actor) -> QuerySet[Person]:
    """The actor's own record, if the account belongs to someone on a roll."""
    return Person.objects.filter(account_id=actor.user_id) if actor.known else Person.objects.none()


def page_of(actor) -> QuerySet[Person]:
    """People whose page the actor may open: those of their work, and their own."""
    own_record = Q(account_id=actor.user_id) if actor.known else Q(pk__in=())
    return Person.objects.filter(_within(actor, "members.read") | own_record).select_related("union", "house", "account")


def of_account(user_id: int) -> Person | None:
    """Whose account that is."""
    return Person.objects.filter(account_id=user_id).select_related("union").first()


def doubtful(actor) -> QuerySet[Person]:
    """People something of whom still has to be checked (待核对)."""
    return visible(actor).exclude(doubts="")


def staff(unions: QuerySet, day: date) -> QuerySet[Person]:
    """Staff (职工) of the unions on that day, each person once."""
    still = Q(staff_until__gt=day) | Q(staff_until=None) & ~Q(standing__in=NOT_STAFF)
    came = Q(staff_from=None) | Q(staff_from__lte=day)
    return placed(Person.objects.filter(came & still), unions, day).select_related("union")


def members(unions: QuerySet, day: date) -> QuerySet[Person]:
    """Full members (在籍会员) of the unions on that day, each person once."""
    return placed(Person.objects.filter(Exists(held(State.MEMBER, day))), unions, day).select_related("union")


def retired(unions: QuerySet, day: date) -> QuerySet[Person]:
    """Retired people in the union's care on that day; they are not staff."""
    gone = Q(staff_until=None) | Q(staff_until__lte=day)
    return placed(Person.objects.filter(gone, standing=Standing.RETIRED), unions, day).select_related("union")


def held(state: State, day: date) -> QuerySet[Spell]:
    """Spells of the person outside that were running on that day."""
    return Spell.objects.filter(
        Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day), person=OuterRef("pk"), state=state
    )


def searched(people: QuerySet[Person], text: str) -> QuerySet[Person]:
    """People by name, initials, or an exact number (phone, identity number, card)."""
    text = "".join(text.split())
    if not text:
        return people
    if text[:-1].isdigit():
        return people.filter(_numbered(text))
    return people.filter(Q(name__contains=text) | Q(initials__startswith=text.lower()))


def _numbered(text):
    known = blind(text)
    return Q(phone_blind=known) | Q(id_blind=known) | Q(pk__in=Spell.objects.filter(card_no=text).values("person"))


def people_for_pick(actor, union, text: str = "", *, power: str = "members.read") -> list[Person]:
    """At most twenty people of a union to choose from, by the start of a name or its initials."""
    running = Exists(Spell.objects.filter(person=OuterRef("pk"), until=None))
    there = visible(actor, power).filter(subtree(union)).filter(~Q(standing=Standing.LEFT) | running)
    return list(searched(there, text).order_by("name", "id")[:PICKED])
