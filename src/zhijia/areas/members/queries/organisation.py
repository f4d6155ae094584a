"""The union as an organisation: the tree, committees with their seats, posts, applications."""

from datetime import date

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from zhijia.areas.members.models import Application, Person, Seat, Spell, Standing, State, Term
from zhijia.areas.members.rules import applications as steps
from zhijia.core.org.models import Kind, Post, Union, UnionMove, User
from zhijia.core.org.scope import reach
from zhijia.core.periods import Period
from zhijia.core.policy import maybe

SEATED = Seat.objects.select_related("person").prefetch_related("person__spells")
OPEN_SEATS = Prefetch("seats", queryset=SEATED.filter(until=None))
ALL_SEATS = Prefetch("seats", queryset=SEATED.order_by("-until", "id"))


def places(actor, power: str = "members.read") -> QuerySet[Union]:
    """Unions and groups the power reaches, in tree order."""
    return Union.objects.filter(reach(actor, power, at=""), dissolved_on=None)


def tree(actor) -> QuerySet[Union]:
    """The tree below the actor's posts, each union with its own staff and full members today."""
    counted = Person.objects.filter(union=OuterRef("pk")).order_by().values("union")
    staff = counted.exclude(standing__in=(Standing.RETIRED, Standing.LEFT)).annotate(n=Count("pk")).values("n")
    spells = Spell.objects.filter(person__union=OuterRef("pk"), state=State.MEMBER, until=None)
    members = spells.order_by().values("person__union").annotate(n=Count("pk")).values("n")
    return (
        Union.objects.filter(reach(actor, "members.tree", at=""))
        .select_related("parent").annotate(staff_here=Subquery(staff), members_here=Subquery(members)).order_by("path")
    )


def moves(actor) -> QuerySet[UnionMove]:
    """What changed in the tree (组织沿革), the latest first."""
    return UnionMove.objects.filter(reach(actor, "members.tree")).select_related("union").order_by("-on", "-id")


def groups(unions: QuerySet, day: date) -> QuerySet[Union]:
    """Groups (工会小组) among the unions that existed on that day."""
    return unions.filter(
        Q(founded_on=None) | Q(founded_on__lte=day), Q(dissolved_on=None) | Q(dissolved_on__gt=day), kind=Kind.GROUP
    )


def in_force(unions: QuerySet, day: date) -> QuerySet[Term]:
    """Committees of the unions in office on that day."""
    running = Term.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), since__lte=day)
    return running.filter(union__in=unions.order_by().values("pk")).select_related("union")


def terms(actor, power: str = "members.tree") -> QuerySet[Term]:
    """Committees the actor may see (or act upon), past ones too."""
    return Term.objects.filter(reach(actor, power)).select_related("union")


def running_terms(actor) -> QuerySet[Term]:
    """Committees in office, with the seats now taken."""
    return terms(actor).filter(ended_on=None).prefetch_related(OPEN_SEATS)


def seats(actor, power: str = "members.tree") -> QuerySet[Seat]:
    """Seats in committees the actor may see (or act upon)."""
    return Seat.objects.filter(reach(actor, power, at="term__union")).select_related("term__union", "person")


def posts(actor, power: str = "members.tree") -> QuerySet[Post]:
    """Posts the actor may see (or act upon), those held now first."""
    return (
        Post.objects.filter(reach(actor, power)).select_related("holder", "union")
        .order_by(F("until").desc(nulls_first=True), "union__path", "id")
    )


def offices(person: Person) -> QuerySet[Post]:
    """Posts someone holds or held."""
    return Post.objects.filter(holder=person.account_id).select_related("union").order_by("-since", "-id")


def accounts(actor) -> QuerySet[User]:
    """Accounts a post may be given to: of people on the actor's own roll, and of those who hold a post within reach.

    Posts are open to the unions above, the people on the rolls below are not.
    """
    on_roll = reach(actor, "members.accounts", at="person__union")
    in_post = Q(posts__in=Post.objects.filter(reach(actor, "members.posts")))
    return User.objects.filter(on_roll | in_post, is_active=True).distinct().order_by("name", "id")


def unclaimed_accounts(actor, person: Person) -> QuerySet[User]:
    """Accounts with a post in the person's house that belong to nobody on a roll yet."""
    there = Post.objects.filter(reach(actor, "members.accounts"), union__house=person.house.path)
    return User.objects.filter(posts__in=there, person=None, is_active=True).distinct().order_by("name", "id")


def late_days(actor, today: date) -> int:
    """After how many days an entry counts as late (补录), where the actor holds the first post."""
    if actor.home is None:
        return 0
    rule = maybe("ui.late_days", Union.objects.get(pk=actor.home), today)
    return rule.whole if rule else 0


def applications(actor) -> QuerySet[Application]:
    """Applications to join within reach, the latest first."""
    found = Application.objects.filter(reach(actor, "members.read", at="person__union"))
    return found.select_related("person__union")


def waiting(actor) -> QuerySet[Application]:
    """Applications on their way."""
    return applications(actor).filter(stage__in=steps.RUNNING)


def applications_of(person: Person) -> QuerySet[Application]:
    """Someone's applications, for their page."""
    return person.applications.select_related("person__union")


def to_post(actor) -> QuerySet[Application]:
    """Applications the committee approved, ready for the wall, where the actor may put them up."""
    found = Application.objects.filter(reach(actor, "members.admit", at="person__union"), stage=steps.APPROVED)
    return found.select_related("person__union").order_by("person__union__path", "approved_on", "id")


def on_the_wall(actor, today: date) -> QuerySet[Application]:
    """New members whose list hangs on the wall now."""
    hanging = waiting(actor).filter(posted_on__lte=today, posted_until__gte=today)
    return hanging.order_by("person__union__path", "approved_on", "id")


def union_page(actor) -> QuerySet[Union]:
    """Unions whose page the actor may open."""
    return Union.objects.filter(reach(actor, "members.tree", at="")).select_related("parent")


def applied(unions: QuerySet, period: Period) -> QuerySet[Application]:
    """Applications handed in during the period."""
    handed_in = Application.objects.filter(applied_on__range=(period.start, period.end))
    return handed_in.filter(person__union__in=unions.order_by().values("pk")).select_related("person__union")
