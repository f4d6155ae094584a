"""Proposals of the demo: called for, raised by three, reviewed, handed over, answered, judged and settled."""

from datetime import timedelta
from typing import NamedTuple

from zhijia.areas.congress.actions import proposals
from zhijia.areas.congress.actions import proposals_handling as handling
from zhijia.areas.congress.rules.proposals import Part

RAISED, REVIEWED, HANDED, ANSWERED, RATED, PUBLISHED = (timedelta(days) for days in (5, 3, 7, 25, 32, 40))
PROPOSERS = 3


class Raised(NamedTuple):
    """A proposal in words: what about, of which kind, why, what to do; who handles it, how it is answered."""

    matter: str
    kind: str
    reason: str
    measures: str
    main: str
    reply: str
    done: str
    grade: str = "满意"


def collect(actor, collection, raised, people, *, leader: str, suggestions=0) -> None:
    """Every proposal of a call from its proposers to what they think of the answer; the last become suggestions."""
    whole = [_raise(actor, collection, each, people[PROPOSERS * n:PROPOSERS * (n + 1)]) for n, each in enumerate(raised)]
    filed = len(whole) - suggestions
    for proposal in whole[filed:]:
        reviewed = collection.deadline + REVIEWED
        proposals.review(actor, proposal, result="转意见建议", on=reviewed, reason="属部门日常工作，转有关部门直接办理")
    for proposal, told in zip(whole[:filed], raised, strict=False):
        _settle(actor, proposal, told, leader)
    handling.publish(actor, collection, on=collection.deadline + PUBLISHED)


def _raise(actor, collection, told, people):
    proposer, *seconders = people
    return proposals.propose(
        actor, collection, matter=told.matter, kind=told.kind, reason=told.reason, measures=told.measures,
        proposers=[proposer], seconders=seconders, on=collection.since + RAISED,
    )


def _settle(actor, proposal, told, leader) -> None:
    end = proposal.collection.deadline
    proposals.review(actor, proposal, result="立案", on=end + REVIEWED)
    handling.hand_over(actor, proposal, main=told.main, signed_by=leader, on=end + HANDED)
    said = {"trouble": told.done} if told.reply == "C" else {"measures": told.done, "by_on": end + RATED}
    if told.reply == "B":
        said["trouble"] = "经费须分两年安排"
    handling.answer(
        actor, proposal, kind=told.reply, answered_by=f"{told.main}负责人", approved_by=leader, on=end + ANSWERED, **said,
    )
    handling.rate(actor, proposal, proposal.signers.get(part=Part.PROPOSER), grade=told.grade, on=end + RATED)
    handling.close(actor, proposal, on=end + RATED)
