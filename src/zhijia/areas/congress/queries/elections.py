"""Elections an actor sees, who may vote in one, what its votes gave, which papers are there, and what figures count."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone

from zhijia.areas.congress.models import Candidate, Chamber, Election, Request, Round
from zhijia.areas.congress.rules import elections as rules
from zhijia.areas.congress.rules.elections import HELD, Body, Matter, Stage
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.congress.rules.kinds import Stage as Meeting
from zhijia.areas.members import queries as members
from zhijia.areas.members.rules.committees import CHAIRS, seats_allowed
from zhijia.areas.voting import queries as voting
from zhijia.areas.voting.rules import needed as needed_votes
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches, reach
from zhijia.core.policy import PolicyBook, Value, maybe, policy

READ, EDIT, APPROVE = "congress.read", "congress.edit", "congress.approve"
MEETING = (Meeting.PLANNED, Meeting.NOTICED, Meeting.OPEN)


def visible(actor, power=READ):
    """Elections the actor may see (or act upon)."""
    return Election.objects.filter(reach(actor, power)).select_related("union", "term")


def candidates(actor, power=READ):
    """Candidates of elections the actor may see."""
    return Candidate.objects.filter(reach(actor, power, "election__union")).select_related("person", "election__union")


def rounds(actor, power=READ):
    """Votes of elections the actor may see."""
    found = Round.objects.filter(reach(actor, power, "election__union"))
    return found.select_related("vote__union", "election__union", "election__chamber__congress")


def own_requests(actor, power=READ):
    """Requests the actor's own union handed up."""
    return Request.objects.filter(reach(actor, power, "election__union")).select_related("election__union")


def requests_from_below(actor):
    """Requests of the unions directly below the places where the actor may approve; those waiting come first."""
    found = Request.objects.filter(reach(actor, APPROVE, "election__union__parent"))
    return found.select_related("election__union").order_by("answered_on", "due", "id")


def chambers(actor):
    """Chambers at which an election may be held: of sittings not yet closed."""
    there = Chamber.objects.filter(reach(actor, EDIT, "sitting__union"), sitting__stage__in=MEETING)
    return there.select_related("congress", "sitting")


def standing(election) -> list[Candidate]:
    """Candidates on the ballot, in its order."""
    return list(election.candidates.filter(dropped_on=None).select_related("person__union"))


def elected(election) -> list[Candidate]:
    """Those elected, most votes first."""
    chosen = election.candidates.exclude(elected_on=None).select_related("person__union")
    return sorted(chosen, key=lambda each: (-(each.votes or 0), each.place))


def electors(election):
    """Who may vote (应到): delegates of the chamber's congress, or all full members of the union."""
    congress = election.chamber and election.chamber.congress
    if congress is None or Kind(congress.kind).of_all:
        return list(members.members(branches(election.union), election.on))
    sitting = congress.delegates.filter(observer=False, until=None).select_related("person")
    return [delegate.person for delegate in sitting]


@dataclass(frozen=True)
class Size:
    """How many seats a committee may have, and where that stands; `low` None where no table says."""

    low: int | None
    high: int | None
    source: Value | None

    def __str__(self):
        """The one row of the table that holds, and where it stands."""
        return f"按现有会员人数应有委员 {self.low}～{self.high} 人。出处：{self.source.source}。" if self.low else ""

    def holds(self, seats: int) -> bool:
        return self.low is None or self.low <= seats <= self.high


def size(union, body: str, on: date) -> Size:
    """The size of a committee for the members the union has."""
    key = {Body.UNION: "org.committee.size", Body.AUDIT: "org.audit.size"}.get(Body(body))
    found = key and maybe(key, union, on)
    if not found:
        return Size(None, None, None)
    heads = members.members(branches(union), on).count()
    allowed = seats_allowed(found.value, heads) if body == Body.UNION else tuple(found.value)
    return Size(*(allowed or (None, None)), found)


def running_term(election):
    """The committee in office the election adds to or takes from, or None."""
    return election.union.terms.filter(committee=election.body, ended_on=None).order_by("-since").first()


def votes_of(vote) -> dict[int, tuple[int, int, int]]:
    """{person: (同意, 不同意, 弃权)} of a closed vote; those written in without a person on the roll are left out."""
    return {result.question.person_id: result.counts for result in voting.results(vote) if result.question.person_id}


def outcome(found) -> rules.Outcome:
    """What a closed round decided, by person; an open one decides nothing."""
    yes = {person: counts[0] for person, counts in votes_of(found.vote).items()}
    needed = needed_votes(found.vote.entitled or 0, Fraction(found.vote.threshold))
    if found.election.aim == rules.Aim.RECALL:
        return rules.recalled(yes, needed=needed)
    return rules.outcome(yes, seats=found.seats, needed=needed)


def counted(found) -> list[tuple]:
    """(name, 同意, 不同意, 弃权, what it means) of every name in a closed vote, most votes first."""
    decided = outcome(found)
    won = "通过罢免" if found.election.aim == rules.Aim.RECALL else "当选"
    lines = [
        (result.question.text, *result.counts, _means(result.question.person_id, decided, won))
        for result in voting.results(found.vote)
    ]
    return sorted(lines, key=lambda line: -line[1])


def _means(person, decided, won) -> str:
    if person in decided.elected:
        return won
    return "得票相等" if person in decided.tied else ""


def last_round(election):
    """The latest vote, or None."""
    return election.rounds.select_related("vote").order_by("-number").first()


@dataclass(frozen=True)
class Filed:
    """A paper of the file set: what proves it, "" when it is missing."""

    number: int
    name: str
    proof: str

    @property
    def there(self) -> bool:
        return bool(self.proof)


def file_set(election) -> list[Filed]:
    """The file set of a change of committee (换届材料): what the records prove by themselves, and what was written down."""
    wanted = policy("election.handover_papers", election.union, election.on).value
    proofs, by_hand = _proofs(election), {paper.number: paper for paper in election.papers.all()}
    found, seen = [], 0
    for number, name in enumerate(wanted, start=1):
        seen += name == "批复"
        proof = proofs.get(f"批复{seen}" if name == "批复" else name, "")
        paper = by_hand.get(number)
        found.append(Filed(number, name, proof or (f"{paper.on} {paper.kept}".strip() if paper else "")))
    return found


def _proofs(election) -> dict[str, str]:
    """What the records of the election prove, by the name of the paper."""
    asked = {each.matter: each for each in election.requests.order_by("on", "id")}
    hold, result = asked.get(Matter.HOLD), asked.get(Matter.RESULT)
    votes = [each.vote for each in election.rounds.select_related("vote")]
    told = {
        "向党组织和上级工会的请示": hold and f"{hold.on} {hold.number}",
        "批复1": hold and hold.answer and f"{hold.answered_on} {hold.document}",
        "候选人酝酿名单及公示": election.posted_on and f"{election.posted_on} 至 {election.posted_until}",
        "选票": votes and f"{votes[0].on} 已备票 {len(votes)} 次",
        "计票表和选举结果报告单": election.held_on and str(election.held_on),
        "选举结果请示": result and f"{result.on} {result.number}",
        "批复2": result and result.answer and f"{result.answered_on} {result.document}",
    }
    return {name: proof.strip() for name, proof in told.items() if proof}


def size_here(actor, election=None) -> Size | None:
    """The size of the union committee where the actor plans an election, None without a place."""
    home = election.union if election else Union.objects.filter(pk=actor.home).first()
    return home and size(home, Body.UNION, timezone.localdate())


def waiting(actor):
    """Own requests without a reply."""
    return own_requests(actor, EDIT).filter(answer="")


def under_way(actor):
    """Elections the actor is holding now, but for those that wait for a reply."""
    return visible(actor, EDIT).filter(stage__in=(Stage.PLANNED, Stage.AGREED, Stage.ELECTED))


def to_answer(actor):
    """Requests from below without a reply."""
    return requests_from_below(actor).filter(answer="")


def vacant_chairs(actor, today: date) -> list[tuple]:
    """(committee, vacant since, overdue) for committees in office without chair, where the actor may act."""
    found = []
    for term in members.running_terms(actor).filter(reach(actor, EDIT), committee__in=(Body.UNION, Body.AUDIT)):
        if any(seat.title.startswith(CHAIRS) for seat in term.seats.all()) or not term.seats.all():
            continue
        since = _left_on(actor, term) or term.since
        months = PolicyBook(term.union, today, keys=("org.chair.vacancy_months",))["org.chair.vacancy_months"].whole
        found.append((term, since, rules.vacancy_overdue(since, today, months)))
    return found


def _left_on(actor, term):
    """When the last chair left the seat."""
    chairs = reduce(or_, (Q(title__startswith=title) for title in CHAIRS))
    left = members.seats(actor).filter(chairs, term=term, until__isnull=False)
    return left.order_by("-until").values_list("until", flat=True).first()


def elections_of(actor, person):
    """Elections in which someone stood."""
    return candidates(actor).filter(person=person).order_by("-on")


def held(unions, period):
    """Elections that gave a result in the period, by the day of the result."""
    found = Election.objects.filter(union__in=unions, stage__in=HELD, held_on__range=(period.start, period.end))
    return found.select_related("union", "term")


def chosen(unions, period):
    """Those elected in the period; recalls are none."""
    there = Candidate.objects.filter(
        election__union__in=unions, election__stage__in=HELD, elected_on__range=(period.start, period.end)
    )
    return there.exclude(election__aim=rules.Aim.RECALL).select_related("person", "election__union")


def approved(unions, period):
    """Elections whose result was approved in the period."""
    found = Election.objects.filter(union__in=unions, stage=Stage.APPROVED, approved_on__range=(period.start, period.end))
    return found.select_related("union", "term")
