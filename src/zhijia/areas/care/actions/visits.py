"""What happens to visits: written down, corrected, signed for, linked to a person, voided."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from zhijia.areas.care import queries, rules
from zhijia.areas.care.models import Visit
from zhijia.core.files.storing import store
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "care.visit"
OWN = {"uid", "union", "who", "home", "cap", "late", "voided_on", "void_why", "recorded_at", "batch"}
FIELDS = frozenset(field.name for field in Visit._meta.concrete_fields) - OWN - {"id"}


@transaction.atomic
def record_visit(actor, *, union, on, kind, way, amount=0, person=None, name="", visitors="", **more) -> Visit:
    """Write down a visit. Six fields do: who, day, kind, way, amount, visitors; the rest may follow or stay open."""
    visit = Visit(union=union)
    with deed(actor, POWER, visit, what=f"记录走访慰问：{kind}"):
        _put(visit, {
            "on": on, "kind": kind, "way": way, "amount": amount, "person": person, "name": name, "visitors": visitors, **more,
        })
        settle(visit)
    learn_home(visit)
    return visit


@transaction.atomic
def correct_visit(actor, visit, **changes) -> Visit:
    """Correct a visit; the trail keeps what it said before."""
    with deed(actor, POWER, visit, what="更正走访慰问"):
        _refuse_voided(visit)
        _put(visit, changes)
        settle(visit)
    learn_home(visit)
    return visit


def sign_receipt(actor, visit, *, receipt) -> Visit:
    """The one visited, or somebody for them, signed for what was given."""
    with deed(actor, POWER, visit, what="补签领"):
        _refuse_voided(visit)
        visit.receipt = receipt
    return visit


@transaction.atomic
def link_visit(actor, visit, *, person) -> Visit:
    """Say which person of the roll a visit by name alone was to (认人)."""
    with deed(actor, POWER, visit, what="认定被慰问人"):
        _refuse_voided(visit)
        if visit.to_group:
            raise Refused("这是慰问班组的记录，没有被慰问人可认。")
        visit.person = person
        settle(visit)
    learn_home(visit)
    return visit


def void_visit(actor, visit, *, why) -> Visit:
    """Take a visit noted by mistake out of every count; it stays in the book, struck through (作废)."""
    with deed(actor, POWER, visit, what="作废走访慰问"):
        _refuse_voided(visit)
        visit.voided_on, visit.void_why = timezone.localdate(), why
    return visit


def settle(visit: Visit) -> None:
    """Fill in what follows from what was typed: name, keys of person and home, the cap, whether it comes late."""
    if visit.person:
        _of_the_roll(visit)
    visit.who = who(visit.union, visit.person, visit.name)
    visit.home = home(visit.union, visit.who, visit.home_code)
    rule = queries.warnings.cap_of(visit.union, visit.kind, visit.on)
    visit.cap = rule and Decimal(rule.value)
    recorded = timezone.localdate(visit.recorded_at) if visit.recorded_at else timezone.localdate()
    visit.late = queries.warnings.is_late(visit.union, visit.on, recorded)
    if visit.on > timezone.localdate():
        raise Refused(f"走访日期 {visit.on} 还没有到，办完再记。")


def _of_the_roll(visit):
    person = visit.person
    on_roll(visit.union, person)
    visit.name, visit.heads = person.name, 1
    if not visit.group_name and person.union_id != visit.union_id:
        visit.group_name = person.union.name[:40]


def on_roll(union, *people) -> None:
    """Refuse people of another roll: they are written down by name, by whoever keeps them."""
    for person in people:
        if person and not person.union.path.startswith(union.house):
            raise Refused(f"{person.name} 不在{union}的名册上。")


def who(union, person, name: str) -> str | None:
    """The key of the one visited: a person once, wherever the name is written."""
    if person:
        return f"p:{person.pk}"
    return f"n:{union.pk}:{name}" if name else None


def home(union, who: str | None, code: str) -> str | None:
    """The key of the household: its code in the books of this union, else the one last known, else the person's own."""
    if who is None:
        return None
    return f"h:{union.pk}:{code}" if code else queries.visits.known_homes([who]).get(who, who)


def learn_home(visit: Visit) -> None:
    """A home code told once holds for the visits noted without one, so that a household is not counted twice."""
    if visit.home_code and visit.who:
        queries.visits.homeless_visits(visit.who, visit.home).update(home=visit.home)


def _put(visit, values):
    unknown = values.keys() - FIELDS
    if unknown:
        raise TypeError(f"no such field of a visit: {', '.join(sorted(unknown))}")
    for key, value in values.items():
        setattr(visit, key, value)
    visit.name = rules.plain_name(visit.name)
    visit.home_code = visit.home_code.strip()


def _refuse_voided(visit):
    if visit.voided_on:
        raise Refused(f"这条走访已在 {visit.voided_on} 作废，不能再改；请重新记一条。")


@transaction.atomic
def attach(actor, visit, *, upload) -> Visit:
    """Keep the signed sheet or a photograph with a visit; a newer one takes its place."""
    with deed(actor, POWER, visit, what="附签领单或照片"):
        _refuse_voided(visit)
        visit.file = store(visit.union, upload.name, upload, actor)
    return visit


def hand_in(actor, *, union, upload, year="") -> tuple:
    """Take in a visit book to be looked at before it is written; (the file, the year told)."""
    if not actor.can(POWER, union):
        raise PermissionDenied("这件事不在您的职责范围内。")
    return store(union, upload.name, upload, actor), year
