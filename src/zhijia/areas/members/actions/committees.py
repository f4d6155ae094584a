"""Committees (委员会): a term opened and closed, seats taken and left."""

from datetime import date

from django.db import transaction

from zhijia.areas.members.actions.days import not_before, not_in_future
from zhijia.areas.members.models import Committee, Person, Seat, Term
from zhijia.areas.members.rules.membership import may_vote
from zhijia.core.org.models import Union
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "members.organise"


def open_term(actor, *, union: Union, committee: str, since: date, years: int, number=None, document="") -> Term:
    """A committee takes office (产生); the one before it ends the same day (换届)."""
    not_in_future(since, "产生日期")
    allowed = policy("org.term.years", union, since)
    if years not in allowed.value:
        raise Refused(f"任期应为 {'、'.join(str(n) for n in dict.fromkeys(allowed.value))} 年。{explain(allowed)}")
    term = Term(
        union=union, committee=committee, number=number, since=since, years=years, document=document
    )
    with transaction.atomic():
        for last in Term.objects.filter(union=union, committee=committee, ended_on=None):
            close_term(actor, last, on=since)
        with deed(actor, POWER, term, what=f"{union}{Committee(committee)}产生"):
            pass
    return term


def close_term(actor, term: Term, *, on: date) -> Term:
    """A committee has served its term; seats still taken end with it."""
    not_in_future(on)
    with deed(actor, POWER, term, what=f"{term}届满"):
        if term.ended_on:
            raise Refused(f"{term}已于 {term.ended_on:%Y-%m-%d} 届满。")
        not_before(on, term.since, "产生日期")
        Seat.objects.filter(term=term, until=None, since__lte=on).update(until=on)
        term.ended_on = on
    return term


def seat(actor, term: Term, *, title: str, since: date, person: Person | None = None, name: str = "") -> Seat:
    """Someone takes a seat (当选、增补); a person on the roll, or a name from outside it (行政方代表)."""
    not_in_future(since, "任职日期")
    taken = Seat(term=term, person=person, name=person.name if person else name.strip(), title=title, since=since)
    with deed(actor, POWER, taken, what=f"{term}：{taken.name}任{title}"):
        if term.ended_on:
            raise Refused(f"{term}已届满，请先登记新一届。")
        if not taken.name:
            raise Refused("请选择职工，或填写姓名。")
        not_before(since, term.since, "本届产生日期")
        _may_sit(term, person)
    return taken


def leave_seat(actor, taken: Seat, *, on: date) -> Seat:
    """Someone leaves a seat (辞去、替补、罢免)."""
    not_in_future(on)
    with deed(actor, POWER, taken, what=f"{taken.name}不再担任{taken.title}"):
        if taken.until:
            raise Refused(f"{taken.name}已于 {taken.until:%Y-%m-%d} 离任。")
        not_before(on, taken.since, "任职日期")
        taken.until = on
    return taken


def _may_sit(term, person):
    if person is None:
        return
    if Seat.objects.filter(term=term, person=person, until=None).exists():
        raise Refused(f"{person}已在{term}任职。")
    state = person.spells.filter(until=None).values_list("state", flat=True).first() or ""
    if term.committee != Committee.MEDIATION and not may_vote(state):
        raise Refused(f"{person}{f'是“{state}”' if state else '不是会员'}，没有选举权和被选举权，不能当选委员。")
