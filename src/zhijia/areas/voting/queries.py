"""Which votes an actor sees, results, and what a teller may know."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from zhijia.areas.voting import rules
from zhijia.areas.voting.models import Elector, NamedChoice, Question, Slip, Vote
from zhijia.areas.voting.rules import Count, Kind, Stage
from zhijia.core.org.scope import reach
from zhijia.core.policy import policy


@dataclass(frozen=True)
class Result:
    """One question as it was decided: numbers in the order of its choices, and whether the first choice carries."""

    question: Question
    counts: tuple[int, ...]
    entitled: int
    needed: int

    @property
    def yes(self) -> int:
        return self.counts[0]

    @property
    def passed(self) -> bool:
        return self.yes >= self.needed

    def as_pairs(self) -> list[tuple[str, int]]:
        """(choice, votes) in order."""
        return list(zip(self.question.choices, self.counts, strict=True))


def visible(actor):
    """Votes the actor may see."""
    return Vote.objects.filter(reach(actor, "voting.read")).select_related("union", "scan")


def to_run(actor):
    """Votes the actor runs."""
    return Vote.objects.filter(reach(actor, "voting.run")).select_related("union")


def to_count(actor):
    """Votes the actor may count."""
    return Vote.objects.filter(reach(actor, "voting.count")).select_related("union")


def electors(actor, vote):
    """Who is entitled. Whether they voted is recorded nowhere."""
    return Elector.objects.filter(reach(actor, "voting.read", "vote__union"), vote=vote).select_related("person", "person__union")


def named(actor, vote):
    """What everyone chose by name, in a closed vote."""
    return NamedChoice.objects.filter(
        reach(actor, "voting.read", "question__vote__union"), question__vote=vote, question__vote__stage=Stage.CLOSED
    ).select_related("elector__person", "question").order_by("elector_id", "question__number")


def results(vote) -> list[Result]:
    """The totals of a closed vote, [] before: there is no running tally."""
    if vote.stage != Stage.CLOSED:
        return []
    needed = rules.needed(vote.entitled, Fraction(vote.threshold))
    found = vote.questions.prefetch_related("tallies")
    return [Result(q, tuple(t.count for t in q.tallies.all()), vote.entitled, needed) for q in found]


def small(vote) -> bool:
    """Whether a vote by slips has so few people that the result itself tells who chose what (voting.unit_min)."""
    return vote.kind == Kind.SLIPS and vote.electors.count() < policy("voting.unit_min", vote.union, vote.on).whole


def must_come(vote) -> int:
    """How many have to come before the vote may begin."""
    return rules.least(vote.electors.count(), Fraction(vote.quorum))


def step(vote) -> int:
    """In steps of how many the ballots that came in are told while people vote."""
    return policy("voting.step", vote.union, vote.on).whole


def collected(vote) -> int:
    """Ballots that came in so far in an electronic vote, in whole steps; 0 for other kinds."""
    return rules.rounded_down(vote.ballots.count(), step(vote)) if vote.kind == Kind.SLIPS else 0


def disagreement(vote) -> list[str]:
    """The boxes in which the tellers' sheets differ, without the numbers; [] while fewer than two are keyed."""
    counts = [Count.of(sheet.count) for sheet in vote.sheets.all()[:2]]
    if len(counts) < 2:
        return []
    questions = list(vote.questions.all())
    return rules.differences(*counts, [q.text for q in questions], [q.choices for q in questions])


def differing(actor):
    """Open paper votes the actor may count whose sheets do not agree."""
    found = to_count(actor).filter(stage=Stage.OPEN, kind=Kind.PAPER, sheets__isnull=False).distinct()
    return [vote for vote in found if disagreement(vote)]


def own_sheet(actor, vote):
    """The sheet this teller keyed, or None: nobody sees the other's."""
    return vote.sheets.filter(teller_id=actor.user_id).first()


def under_way(actor, today):
    """Open votes the actor runs whose day is today or still to come."""
    return to_run(actor).filter(stage=Stage.OPEN, on__gte=today)


def to_close(actor, today):
    """Open votes the actor runs whose day has passed."""
    return to_run(actor).filter(stage=Stage.OPEN, on__lt=today)


def kept_until(vote):
    """The last day ballots and slips of an ended electronic vote are kept, by the policy of its union."""
    ended = vote.closed_on or vote.on
    return rules.destroyed_from(ended, policy("voting.keep_days", vote.union, ended).whole) - timedelta(days=1)


def to_destroy(actor, today):
    """Ended electronic votes the actor runs whose ballots and slips are kept no longer."""
    over = to_run(actor).filter(stage__in=(Stage.CLOSED, Stage.VOID), kind=Kind.SLIPS, destroyed_on=None, slips__isnull=False)
    return [vote for vote in over.distinct() if kept_until(vote) < today]


def by_slip(code: str) -> Slip | None:
    """The slip of a code, with its vote. For the voter's own door: asks nobody who they are."""
    return Slip.objects.filter(digest=rules.fingerprint(code)).select_related("vote__union").first()


def closed(unions, period):
    """Votes that were closed in the period."""
    return Vote.objects.filter(
        union__in=unions, stage=Stage.CLOSED, on__range=(period.start, period.end)
    ).select_related("union")


def held(unions, period):
    """Votes that were closed or declared void in the period."""
    return Vote.objects.filter(
        union__in=unions, stage__in=(Stage.CLOSED, Stage.VOID), on__range=(period.start, period.end)
    ).select_related("union")


def matters(unions, period):
    """Matters put to 同意/不同意 in votes closed in the period; candidates and people judged are none."""
    return Question.objects.filter(
        vote__union__in=unions, vote__stage=Stage.CLOSED, vote__on__range=(period.start, period.end), carried__isnull=False
    ).select_related("vote__union")


def carried(unions, period):
    """Of those, the matters that were carried."""
    return matters(unions, period).filter(carried=True)
