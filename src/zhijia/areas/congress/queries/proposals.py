"""Which calls and proposals an actor sees, what is due, and which proposals figures count."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from zhijia.areas.congress.models import Collection, Delegate, Opinion, Proposal, Reply, Signer
from zhijia.areas.congress.rules import proposals as rules
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.congress.rules.proposals import Part, Stage
from zhijia.areas.congress.rules.proposals_alike import groups
from zhijia.areas.members import queries as members
from zhijia.core.files.models import StoredFile
from zhijia.core.imports.models import Batch
from zhijia.core.org.scope import branches, reach
from zhijia.core.policy import policy

READ, EDIT = "congress.read", "congress.edit"
ASSEMBLIES = [kind.value for kind in Kind if kind.of_all]


def told(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Proposals with what a list shows of them."""
    return rows.select_related("collection", "union", "into__collection").prefetch_related("signers")


def visible(actor) -> QuerySet[Proposal]:
    """Proposals within reach."""
    return told(Proposal.objects.filter(reach(actor, READ)))


def collections(actor) -> QuerySet[Collection]:
    """Calls for proposals within reach, with how many came in."""
    found = Collection.objects.filter(reach(actor, READ)).select_related("union", "congress")
    return found.annotate(count=Count("proposals"))


def named(rows: QuerySet[Proposal], words: str) -> QuerySet[Proposal]:
    """Proposals whose matter, handler or people hold the words."""
    people = Signer.objects.filter(proposal=OuterRef("pk"), name__contains=words)
    return rows.filter(Q(matter__icontains=words) | Q(main__icontains=words) | Exists(people))


def entitled(collection: Collection, on: date) -> QuerySet:
    """Who may raise and second: delegates in force with a vote, in an assembly of all everybody who works there."""
    congress, there = collection.congress, branches(collection.union)
    if congress is None:
        return members.staff(there, on)
    everybody = (members.members if Kind(congress.kind).of_members else members.staff)(there, on)
    seats = in_force(on).filter(congress=congress).values("person")
    return everybody if Kind(congress.kind).of_all else everybody.filter(pk__in=seats)


def in_force(on: date) -> QuerySet[Delegate]:
    """Delegates with a vote on a day."""
    return Delegate.objects.filter(observer=False, since__lte=on).exclude(until__lt=on)


def may_pick(collection: Collection, on: date, name: str) -> list:
    """People a name may mean among those who may raise and second."""
    return list(members.searched(entitled(collection, on), name).select_related("union").order_by("name", "id")[:20])


def mine(actor) -> QuerySet[Proposal]:
    """Proposals the actor raised, seconded, or is asked to second."""
    return told(Proposal.objects.filter(Exists(my_parts(actor).filter(proposal=OuterRef("pk")))))


def my_parts(actor) -> QuerySet[Signer]:
    """The actor's own signatures, those asked for included."""
    if not actor.known:
        return Signer.objects.none()
    return Signer.objects.filter(person__account_id=actor.user_id, declined_on=None).select_related(
        "proposal__collection", "proposal__union", "person",
    )


def my_raised(actor) -> QuerySet[Proposal]:
    """Proposals the actor raised."""
    own = my_parts(actor).filter(part=Part.PROPOSER, proposal=OuterRef("pk"))
    return told(Proposal.objects.filter(Exists(own)))


def my_calls(actor, today: date) -> QuerySet[Collection]:
    """Calls that run today in which the actor may raise a proposal."""
    me = members.own(actor)
    seat = in_force(today).filter(person__in=me, congress=OuterRef("congress"))
    running = Collection.objects.filter(Q(since=None) | Q(since__lte=today), deadline__gte=today)
    assembly = Q(congress__kind__in=ASSEMBLIES, union__house__in=me.values("union__house"))
    return running.filter(Exists(seat) | assembly).select_related("union", "congress")


def published(actor) -> QuerySet[Proposal]:
    """Proposals whose results their union made known, for everybody who works there."""
    houses = members.own(actor).values("union__house")
    done = Proposal.objects.filter(collection__published_on__isnull=False, union__house__in=houses)
    return told(done.exclude(stage__in=(Stage.GATHERING, Stage.RETURNED, Stage.WITHDRAWN)))


def signers(proposal: Proposal) -> QuerySet[Signer]:
    """Everybody behind a proposal, those of proposals merged into it included."""
    people = Signer.objects.filter(Q(proposal=proposal) | Q(proposal__into=proposal, proposal__stage=Stage.MERGED))
    return people.filter(declined_on=None).select_related("proposal__collection", "person").order_by("proposal_id", "part", "id")


def merged_into(proposal: Proposal) -> QuerySet[Proposal]:
    """Proposals merged into one."""
    return told(Proposal.objects.filter(into=proposal, stage=Stage.MERGED))


def replies(proposal: Proposal) -> QuerySet[Reply]:
    """The replies a proposal got; one merged into another got that one's."""
    return Reply.objects.filter(proposal=proposal.into or proposal).select_related("proposal__collection")


def opinions(proposal: Proposal) -> QuerySet[Opinion]:
    """What its people think of the replies."""
    return Opinion.objects.filter(reply__in=replies(proposal)).select_related("reply", "signer")


def alike(proposal: Proposal) -> list[Proposal]:
    """Proposals of the same call that say the same thing and stand open to be merged."""
    rest = told(Proposal.objects.filter(collection=proposal.collection, stage__in=(*rules.OPEN, Stage.FILED)))
    texts = {one.pk: (one.matter, f"{one.reason}。{one.measures}") for one in (proposal, *rest)}
    group = next((found for found in groups(texts) if proposal.pk in found), [])
    return [one for one in rest if one.pk in group and one.pk != proposal.pk]


def mergeable(proposal: Proposal, text: str) -> list[Proposal]:
    """Proposals another may be merged into: of the same call, open or filed; found by number or words."""
    rest = Proposal.objects.filter(collection=proposal.collection, stage__in=(Stage.SUBMITTED, Stage.FILED, Stage.HANDED))
    number = text.rsplit("-", 1)[-1]
    words = Q(matter__icontains=text) | (Q(number=int(number)) if number.isdecimal() and len(number) < 5 else Q(pk__in=()))
    return list(rest.exclude(pk=proposal.pk).filter(words).select_related("collection")[:20])


def later_calls(proposal: Proposal) -> QuerySet[Collection]:
    """Calls a proposal may be kept for."""
    return Collection.objects.filter(union=proposal.union).exclude(pk=proposal.collection_id)


def calls_of(union) -> QuerySet[Collection]:
    """The calls of a union."""
    return Collection.objects.filter(union=union).select_related("union", "congress")


def calls_proposals(collection: Collection) -> QuerySet[Proposal]:
    """The proposals of a call."""
    return told(collection.proposals.all())


def latest_call(union, year: int) -> Collection | None:
    """The last call of a union in a year."""
    return calls_of(union).filter(deadline__year=year).first()


def names_of_delegates(union, on: date) -> set[str]:
    """Names of the delegates on record at a union on a day."""
    return set(in_force(on).filter(congress__union=union).values_list("person__name", flat=True))


def least_seconders(collection: Collection) -> int:
    """How many seconders a proposal needs (proposals.seconders_min)."""
    return policy("proposals.seconders_min", collection.union, collection.deadline).whole


def kinds(union, on: date) -> tuple[str, ...]:
    """The kinds a union sorts its proposals by (proposals.kinds)."""
    return policy("proposals.kinds", union, on).value


def overdue(actor, today: date) -> QuerySet[Proposal]:
    """Proposals whose term is over: not reviewed, not handed over, not answered, not settled."""
    return visible(actor).filter(due_on__lt=today).exclude(stage__in=rules.OVER)


def at(actor, *stages: Stage) -> QuerySet[Proposal]:
    """Proposals that stand somewhere."""
    return visible(actor).filter(stage__in=stages)


def waiting(actor) -> QuerySet[StoredFile]:
    """Registers this actor handed in where the actor may write."""
    return StoredFile.objects.filter(reach(actor, EDIT), added_by_id=actor.user_id).select_related("union")


def batches(actor) -> QuerySet[Batch]:
    """Imports of registers within reach, the latest first."""
    return Batch.objects.filter(reach(actor, EDIT), kind="proposals").select_related("union", "made_by")


def received(unions, period) -> QuerySet[Proposal]:
    """Proposals that came in during the period and were not taken back by its end."""
    found = Proposal.objects.filter(union__in=unions, received_on__range=(period.start, period.end))
    return told(found.exclude(stage=Stage.WITHDRAWN))


def reviewed(unions, period) -> QuerySet[Proposal]:
    """Of those received, the ones reviewed by the end of the period."""
    return received(unions, period).filter(reviewed_on__lte=period.end)


def with_result(result: str):
    """Of those received, the ones reviewed with a result."""
    return lambda unions, period: reviewed(unions, period).filter(result=result)


filed = with_result("立案")


def answered(unions, period) -> QuerySet[Proposal]:
    """Of those received, the ones filed and answered by the end of the period."""
    return filed(unions, period).filter(answered_on__lte=period.end)


def replied(kind: str):
    """Of those answered, the ones whose last reply is of a kind."""
    return lambda unions, period: answered(unions, period).filter(reply=kind)


def second_handled(unions, period) -> QuerySet[Proposal]:
    """Of those answered, the ones handled a second time by the end of the period."""
    return answered(unions, period).filter(second_on__lte=period.end)


def rated(unions, period) -> QuerySet[Proposal]:
    """Of those answered, the ones whose people said by the end of the period what they think."""
    return answered(unions, period).filter(graded_on__lte=period.end).exclude(grade="")


def satisfied(unions, period) -> QuerySet[Proposal]:
    """Of those rated, the ones found good or fair."""
    return rated(unions, period).filter(grade__in=(rules.Grade.GOOD, rules.Grade.FAIR))


def awarded(unions, period) -> QuerySet[Proposal]:
    """Of those received, the ones chosen as outstanding by the end of the period."""
    return received(unions, period).filter(awarded_on__lte=period.end)


def of_kind(words):
    """Of those received, the ones of some kinds."""
    return lambda unions, period: received(unions, period).filter(kind__in=words)


def of_no_kind(unions, period) -> QuerySet[Proposal]:
    """Of those received, the ones of none of the usual kinds."""
    known = [word for _, words in rules.KINDS.values() for word in words]
    return received(unions, period).exclude(kind__in=known)
