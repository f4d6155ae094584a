"""Membership begins, changes and ends: each act closes one spell or opens one, so that the balance reconciles."""

from datetime import date

from django.db import transaction

from zhijia.areas.members.actions.days import not_before, not_in_future, today
from zhijia.areas.members.models import Closed, Opened, Person, Spell, Standing, State
from zhijia.areas.members.rules import dates, membership
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "members.admit"


def admit(actor, person: Person, *, told: str, card_no: str = "") -> Spell:
    """Enter someone as a member without an application: joined long ago, or decided on paper."""
    return come_in(actor, person, Opened.JOINED, told=told, card_no=card_no)


def transfer_in(actor, person: Person, *, on: date, place: str, card_no: str = "") -> Spell:
    """Take over the membership of someone who comes from another union (转入)."""
    return come_in(actor, person, Opened.CAME, told=on.isoformat(), card_no=card_no, place=place)


def transfer_out(actor, person: Person, *, on: date, place: str) -> Spell:
    """The membership goes to another union (转出); the card is stamped 组织关系接转."""
    return change(actor, person, Closed.WENT, on=on, place=place)


def keep(actor, person: Person, *, on: date) -> Spell:
    """Keep the membership without dues or vote (保留会籍): retired, or out of work."""
    return change(actor, person, Closed.KEPT, on=on)


def restore(actor, person: Person, *, on: date) -> Spell:
    """Full membership again after a kept one (恢复会籍)."""
    return change(actor, person, Closed.BACK, on=on)


def quit_union(actor, person: Person, *, on: date, why: str = "") -> Spell:
    """Leave the union on a written request (退会)."""
    return change(actor, person, Closed.QUIT, on=on, place=why)


def expel(actor, person: Person, *, on: date, why: str) -> Spell:
    """Expulsion (除名): discussed by the group, decided by the committee, approved above; the reason is kept."""
    if not why.strip():
        raise Refused("除名须写明事由和批准单位。")
    return change(actor, person, Closed.EXPELLED, on=on, place=why)


def come_in(actor, person: Person, reason: str, *, told: str, card_no: str = "", place: str = "") -> Spell:
    """Open a full membership, told as precisely as it is known ("" : before the records begin)."""
    since = dates.first_day(told)
    if told and since is None:
        raise Refused(f"看不懂的入会时间“{told}”，请写成 2003、2003-10 或 2003-10-20。")
    if since is not None:
        not_in_future(since, "入会时间")
    spell = Spell(
        person=person, since=since, since_told=told, opened_by=reason, card_no=card_no, place=place[:80]
    )
    with deed(actor, POWER, spell, what=f"{person.name}{reason}"):
        _may(person, reason)
        last = person.spells.exclude(until=None).order_by("-until").first()
        not_before(since or today(), last and last.until, "上一段会籍结束的日期")
    return spell


def change(actor, person: Person, reason: str, *, on: date, place: str = "") -> Spell:
    """Close the running spell for a reason; keeping and restoring open the next one the same day. The last spell."""
    not_in_future(on)
    spell = person.spells.filter(until=None).first()
    if spell is None:
        raise Refused(f"{person}现在没有会籍，不能办理{reason}。")
    with transaction.atomic():
        with deed(actor, POWER, spell, what=f"{person.name}{reason}"):
            following = _may(person, reason)
            not_before(on, spell.since, "这段会籍开始的日期")
            spell.until, spell.closed_by = on, reason
            spell.place = "；".join(filter(None, (spell.place, place)))[:80]
        return _next(spell, following, on) if following else spell


def _may(person: Person, reason: str) -> str:
    """The state the act leads to; refused when it may not follow on the present one."""
    state = person.spells.filter(until=None).values_list("state", flat=True).first() or ""
    following = membership.after(state, str(reason))
    if following is None:
        now = f"现在是“{state}”" if state else "现在没有会籍"
        raise Refused(f"{person}{now}，不能办理{reason}。")
    if reason == Opened.JOINED and person.standing in (Standing.RETIRED, Standing.LEFT):
        raise Refused(f"{person}已{person.standing}，不能新入会。")
    return following


def _next(closed: Spell, state: str, on: date) -> Spell:
    opened = Spell(
        person_id=closed.person_id, state=state, since=on, since_told=on.isoformat(), card_no=closed.card_no,
        opened_by=Opened.KEPT if state == State.KEPT else Opened.BACK,
    )
    opened.full_clean()
    opened.save()
    return opened


def alter(actor, person: Person, *, kind: str, on: date, place: str = "", card_no: str = "") -> Spell:
    """One of the changes by its name, as the form of the person's page asks for it."""
    if kind in (Opened.JOINED, Opened.CAME):
        return come_in(actor, person, kind, told=on.isoformat(), card_no=card_no, place=place)
    if kind == Closed.EXPELLED:
        return expel(actor, person, on=on, why=place)
    return change(actor, person, kind, on=on, place=place)
