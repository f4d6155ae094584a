"""The union tree: founded, renamed, moved, merged, dissolved; every change is kept (组织沿革)."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Case, Value, When
from django.db.models.functions import Concat, Substr

from zhijia.areas.members.actions.days import not_before, not_in_future
from zhijia.areas.members.actions.people import roll_of
from zhijia.areas.members.models import Person, Standing, Transfer
from zhijia.core.org.models import Kind, Post, Union, UnionMove
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "members.organise"


def found(actor, *, parent: Union | None, name: str, kind: str, on: date | None = None, region="", code="") -> Union:
    """Found a union, branch or group below another (建会). Only the house itself founds the first one of all."""
    if on:
        not_in_future(on, "建会时间")
    if parent is not None and parent.dissolved_on:
        raise Refused(f"{parent}已撤销，不能在它下面建会。")
    union = Union(
        parent=parent, name=name.strip(), kind=kind, founded_on=on, code=code or next_code(parent),
        region=region or (parent.region if parent else "全国"),
    )
    _only_one(union, union.name)
    with transaction.atomic():
        union.save()
        with deed(actor, POWER, union, what=f"成立{union.name}"):
            if on:
                _kept(union, on, "成立", after=parent)
    return union


def rename(actor, union: Union, *, name: str, on: date) -> Union:
    """A new name (更名); the old one is kept."""
    not_in_future(on)
    with deed(actor, POWER, union, what=f"更名为{name}"):
        if name == union.name:
            raise Refused("新名称与原名称相同。")
        _only_one(union, name)
        _kept(union, on, f"更名：{union.name} → {name}", before=union.parent, after=union.parent)
        union.name = name
    return union


def move(actor, union: Union, *, to: Union, on: date, why: str = "") -> Union:
    """Put a union with all below it under another one (转隶); the actor must hold both places."""
    not_in_future(on)
    try:
        with deed(actor, POWER, union, what=f"转到{to}"):
            _may_move(union, to)
            _kept(union, on, f"转隶{why and f'：{why}'}", before=union.parent, after=to)
            _replant(union, to)
    except IntegrityError as wrong:
        raise Refused("两边名册里有同一个身份证号的人，请先核对并办理转出，再转隶。") from wrong
    return union


def merge(actor, union: Union, *, into: Union, on: date) -> Union:
    """Merge a group into another of the same union (合并): people and groups go over, the empty one is dissolved."""
    not_in_future(on)
    if union.house != into.house or union.pk == into.pk or into.under(union):
        raise Refused("只能并入同一单位的另一个小组；不同单位之间请办理转隶。")
    with transaction.atomic():
        for child in union.children.filter(dissolved_on=None):
            move(actor, child, to=into, on=on, why=f"随{union}合并")
        with deed(actor, POWER, union, what=f"并入{into}"):
            _send_people(union, into, on)
            _end(union, on, f"并入{into}")
    return union


def dissolve(actor, union: Union, *, on: date, why: str) -> Union:
    """Dissolve an empty union (撤销); its posts end the same day."""
    not_in_future(on)
    with deed(actor, POWER, union, what=f"撤销：{why}"):
        if heads := union.people.exclude(standing=Standing.LEFT).count():
            raise Refused(f"{union}名下还有 {heads} 人，请先调到别的小组，或用“合并”。")
        if below := union.children.filter(dissolved_on=None).count():
            raise Refused(f"{union}下面还有 {below} 个组织，请先转隶、合并或撤销。")
        not_before(on, union.founded_on, "建会时间")
        _end(union, on, f"撤销：{why}")
    return union


def next_code(parent: Union | None) -> str:
    """A code nobody has: the parent's with a number, as 县-3."""
    if parent is None:
        return f"zh{Union.objects.count() + 1}"
    taken = set(Union.objects.filter(code__startswith=f"{parent.code[:30]}-").values_list("code", flat=True))
    number = len(taken) + 1
    while f"{parent.code[:30]}-{number}" in taken:
        number += 1
    return f"{parent.code[:30]}-{number}"


def _may_move(union, to):
    if to.pk == union.parent_id:
        raise Refused(f"{union}现在就在{to}下面。")
    if to.under(union):
        raise Refused(f"{to}就在{union}下面，不能反过来转隶。")
    if to.dissolved_on:
        raise Refused(f"{to}已撤销，不能转到它下面。")
    if Union.objects.filter(parent=to, name=union.name, dissolved_on=None).exists():
        raise Refused(f"{to}下面已有一个叫“{union.name}”的，请先更名或合并。")


def _replant(union: Union, to: Union) -> None:
    """Rewrite the paths of the subtree, and the house of those who stood in the old one, in one UPDATE."""
    old, house = union.path, union.house
    union.parent, union.path = to, f"{to.path}{union.pk}."
    union.house = union.path if Kind(union.kind).legal_person else to.house
    tail = len(old) + 1
    Union.objects.filter(path__startswith=old).update(
        path=Concat(Value(union.path), Substr("path", tail)),
        house=Case(
            When(house__startswith=old, then=Concat(Value(union.path), Substr("house", tail))),
            default=Value(union.house),
        ),
    )
    if not Kind(union.kind).legal_person and union.house != house:
        there = Person.objects.filter(union__path__startswith=union.path, union__house=union.house)
        there.update(house=roll_of(union))


def _send_people(union, into, on):
    staying = union.people.exclude(standing=Standing.LEFT).values_list("pk", flat=True)
    Transfer.objects.bulk_create(Transfer(person_id=pk, on=on, before=union, after=into) for pk in staying)
    union.people.update(union=into)


def _end(union, on, what):
    union.dissolved_on = on
    last = Post.objects.filter(union=union, until=None).order_by("-since").first()
    not_before(on, last and last.since, "最近一次任职的日期")
    Post.objects.filter(union=union, until=None).update(until=on, reason=what[:200])
    _kept(union, on, what, before=union.parent)


def _kept(union, on, what, *, before=None, after=None):
    UnionMove.objects.create(
        union=union, on=on, what=what[:200], before=str(before or ""), after=str(after or "")
    )


def _only_one(union, name):
    if not name:
        raise Refused("请填写名称。")
    twin = Union.objects.filter(parent=union.parent, name=name, dissolved_on=None).exclude(pk=union.pk)
    if union.parent_id and twin.exists():
        raise Refused(f"{union.parent}下面已有“{name}”。")
