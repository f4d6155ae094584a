"""Delegates: elected by districts, put in by list, replaced, recalled."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhijia.areas.congress.models import Delegate
from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.rules import delegates as rules
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "congress.edit"


@dataclass(frozen=True)
class Stood:
    """Someone who stood for delegate or was sent: who, as what, with how many votes."""

    person: object
    group: str = Group.FRONT
    votes: int | None = None


def elect(actor, district, *, on, present, results: Iterable[Stood]) -> list[Delegate]:
    """A district elects (选举): enough came, and those with more than half of all become delegates, by votes, up to its seats."""
    results = list(results)
    with deed(actor, POWER, district, what=f"选举代表：{district}"):
        turnout = policy("congress.delegate.turnout", district.union, on)
        if short := rules.turnout_short(present, district.staff, turnout.value):
            raise Refused(f"{short}{explain(turnout)}")
        if any(each.votes is None or each.votes > present for each in results):
            raise Refused(f"请给每个人写上得票数，不多于到会的 {present} 人。")
        won = _winners(district, results, on)
        district.present, district.elected_on = present, on
        return _seat(actor, district.congress, won, on, district=district)


def _winners(district, results, on) -> list[Stood]:
    rule, open_seats = policy("congress.delegate.win", district.union, on), district.seats - _held(district, on)
    if open_seats < 1:
        raise Refused(f"{district}名额 {district.seats} 个已选满。增加名额请先更正选区。")
    places = rules.winners([each.votes for each in results], staff=district.staff, seats=open_seats, share=rule.value)
    if not places:
        raise Refused(f"没有人超过选区全体 {district.staff} 人的半数，请另行选举。{explain(rule)}")
    return [results[at] for at in places]


def _held(district, on) -> int:
    return bodies.voters(district.congress, on).filter(district=district).count()


def seat(actor, congress, *, people: Iterable[Stood], on, district=None, observer=False) -> list[Delegate]:
    """Write down delegates elected elsewhere, from a list on paper; `observer`: they attend without a vote (列席)."""
    with deed(actor, POWER, congress, what=f"登记代表：{congress}"):
        return _seat(actor, congress, list(people), on, district=district, observer=observer)


def enrol_all(actor, congress, *, on) -> list[Delegate]:
    """An assembly of all (职工大会): everybody takes part; who left since is taken off."""
    with deed(actor, POWER, congress, what=f"按名册登记参会职工：{congress}"):
        if not Kind(congress.kind).of_all:
            raise Refused(f"{congress.kind}由代表组成，请登记代表。")
        now = {each.person_id: each for each in bodies.seated(congress, on)}
        there = list(bodies.people(congress, on))
        for gone in now.keys() - {each.pk for each in there}:
            end_seat(actor, now[gone], on=on, why="不在名册")
        return _seat(actor, congress, [Stood(each) for each in there if each.pk not in now], on)


def end_seat(actor, delegate, *, on, why) -> Delegate:
    """Someone is no longer a delegate (终止、撤换), with the reason."""
    with deed(actor, POWER, delegate, what=f"终止代表资格：{delegate}"):
        if delegate.until:
            raise Refused(f"{delegate}的代表资格已在 {delegate.until} 终止。")
        delegate.until, delegate.why = on, why
    return delegate


def replace(actor, delegate, *, person, on, why, group=Group.FRONT, votes=None) -> Delegate:
    """Someone is no longer a delegate, another of the same district takes the place (增补)."""
    end_seat(actor, delegate, on=on, why=why)
    stood = [Stood(person, group, votes)]
    return _seat(actor, delegate.congress, stood, on, district=delegate.district, observer=delegate.observer)[0]


def correct_seat(actor, delegate, **changes) -> Delegate:
    """Correct what is written down of a delegate."""
    with deed(actor, POWER, delegate, what=f"更正代表：{delegate}"):
        for name, value in changes.items():
            setattr(delegate, name, value)
    return delegate


def _seat(actor, congress, people, on, **more) -> list[Delegate]:
    taken = congress.delegates.filter(until=None, person__in=[each.person for each in people]).select_related("person")
    if twice := [str(each.person) for each in taken]:
        raise Refused(f"{'、'.join(twice)}已经是本届代表，不用再登记。")
    return [_one(actor, congress, each, on, more) for each in people]


def _one(actor, congress, stood, on, more) -> Delegate:
    delegate = Delegate(congress=congress, person=stood.person, group=stood.group, votes=stood.votes, since=on, **more)
    with deed(actor, POWER, delegate, what=f"登记代表：{stood.person}"):
        return delegate
