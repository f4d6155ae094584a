"""Which votes an actor sees, results, and what a teller may know."""

from dataclasses import dataclass
from fractions import Fraction

from zhijia.areas.voting import rules
from zhijia.areas.voting.models import Elector, Question, Slip, Vote
from zhijia.areas.voting.rules import Kind, Stage
from zhijia.core.org.scope import reach


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
    return Vote.objects.filter(reach(actor, "voting.read")).select_related("union")


def to_count(actor):
    """Votes the actor may count."""
    return Vote.objects.filter(reach(actor, "voting.count")).select_related("union")


def electors(actor, vote):
    """Who is entitled. Whether they voted is recorded nowhere."""
    return Elector.objects.filter(reach(actor, "voting.read", "vote__union"), vote=vote).select_related("person", "person__union")


def results(vote) -> list[Result]:
    """The totals of a closed vote, [] before: there is no running tally."""
    if vote.stage != Stage.CLOSED:
        return []
    needed = rules.needed(vote.entitled, Fraction(vote.threshold))
    found = vote.questions.prefetch_related("tallies")
    return [Result(q, tuple(t.count for t in q.tallies.all()), vote.entitled, needed) for q in found]


def collected(vote, step: int) -> int | None:
    """Ballots that came in so far in an electronic vote, in whole steps; None for other kinds."""
    return rules.rounded_down(vote.ballots.count(), step) if vote.kind == Kind.SLIPS else None


def disagreement(vote) -> list[str]:
    """The boxes in which the tellers' sheets differ, without the numbers; [] while fewer than two are keyed."""
    sheets = list(vote.sheets.all())
    if len(sheets) < 2:
        return []
    questions = list(vote.questions.all())
    counts = [rules.Count(s.count["issued"], s.count["returned"], s.count["void"], tuple(map(tuple, s.count["rows"])))
              for s in sheets[:2]]
    return rules.differences(*counts, [q.text for q in questions], [q.choices for q in questions])


def own_sheet(actor, vote):
    """The sheet this teller keyed, or None: nobody sees the other's."""
    return vote.sheets.filter(teller_id=actor.user_id).first()


def of_slip(digest: str) -> Vote | None:
    """The vote a slip belongs to, by the fingerprint of its code."""
    slip = Slip.objects.filter(digest=digest).select_related("vote", "vote__union").first()
    return slip and slip.vote


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
