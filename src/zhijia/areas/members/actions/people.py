"""People on the roll: added, corrected, moved between groups, retired, gone."""

from datetime import date

from django.db import transaction

from zhijia.areas.members.actions.days import not_before, not_in_future, today
from zhijia.areas.members.actions.spells import change, come_in
from zhijia.areas.members.models import Closed, Opened, Person, Standing, State, Transfer
from zhijia.areas.members.rules import doubts, identity, names
from zhijia.core.org.models import Union
from zhijia.core.private.blind import blind
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

FACTS = (
    "name", "mark", "sex", "birth", "nation", "politics", "education", "job", "employment", "dispatched", "id_no",
    "phone", "joined_work", "standing", "staff_from", "note",
)


def add(actor, *, union: Union, name: str, member=False, joined="", card_no="", came_from="", **facts) -> Person:
    """Put someone on the roll of a union; `member` opens a membership told as `joined` (2003, 2003-10, 2003-10-20)."""
    person = Person(house=roll_of(union), union=union, name=name)
    with transaction.atomic():
        with deed(actor, "members.edit", person, what=f"登记职工：{name}"):
            _set(person, facts, joined)
        if member:
            reason = Opened.CAME if came_from else Opened.JOINED
            come_in(actor, person, reason, told=joined, card_no=card_no, place=came_from)
    return person


def correct(actor, person: Person, *, why: str = "", **facts) -> Person:
    """Correct facts about someone; the old values stay in the trail. Doubts the new facts settle are gone."""
    with deed(actor, "members.edit", person, what=f"更正职工资料{why and f'：{why}'}"):
        if facts.get("standing") in (Standing.RETIRED, Standing.LEFT) and facts["standing"] != person.standing:
            raise Refused("退休、离开请用“办理退休”“办理离开”，会籍会随着办理。")
        _set(person, facts, _joined(person))
    return person


def settle(actor, person: Person, *, why: str) -> Person:
    """Say that what was doubted has been checked and stands as it is (核对无误)."""
    with deed(actor, "members.edit", person, what=f"核对无误：{why}"):
        person.doubts = ""
    return person


def move(actor, person: Person, *, to: Union, on: date) -> Transfer:
    """Move someone to another group of the same union; where they were before is kept."""
    not_in_future(on)
    if to.pk == person.union_id:
        raise Refused(f"{person}现在就在{to}。")
    if roll_of(to).pk != person.house_id:
        raise Refused(f"{to}不在本单位名册之内，请办理会员转出，由对方单位转入。")
    with deed(actor, "members.edit", person, what=f"调到{to}"):
        last = person.transfers.first()
        not_before(on, last and last.on, "上一次调动日期")
        moved = Transfer.objects.create(person=person, on=on, before_id=person.union_id, after=to)
        person.union = to
    return moved


def retire(actor, person: Person, *, on: date) -> Person:
    """Retirement (退休): no longer staff, membership kept without dues or vote (保留会籍)."""
    return _stop(actor, person, Standing.RETIRED, "退休", on, Closed.KEPT)


def depart(actor, person: Person, *, on: date, why: str, membership: str = Closed.WENT, place: str = "") -> Person:
    """Someone leaves the employer; the membership goes with them, is kept (失业) or ends (退会)."""
    if membership not in (Closed.WENT, Closed.KEPT, Closed.QUIT):
        raise Refused("离开时会籍只能转出、保留或退会。")
    return _stop(actor, person, Standing.LEFT, why, on, membership, place=place)


def die(actor, person: Person, *, on: date) -> Person:
    """Someone has died (去世); the membership ends with them."""
    return _stop(actor, person, Standing.LEFT, "去世", on, Closed.DIED)


def leave(actor, person: Person, *, kind: str, on: date, why="", membership: str = "", place="") -> Person:
    """Retired, gone or dead, as the form of the person's page asks for it."""
    if kind == "退休":
        return retire(actor, person, on=on)
    if kind == "去世":
        return die(actor, person, on=on)
    return depart(actor, person, on=on, why=why, membership=membership or Closed.WENT, place=place)


def _stop(actor, person, standing, why, on, ending, place="") -> Person:
    not_in_future(on)
    with transaction.atomic():
        with deed(actor, "members.edit", person, what=f"{person.name}{why}"):
            if person.standing == Standing.LEFT:
                raise Refused(f"{person}已登记离开（{person.left_why}），不能再办。")
            not_before(on, person.staff_from, "到本单位日期")
            if person.staff_until is None:
                person.staff_until = on
            person.standing, person.left_why = standing, why[:20]
            if standing == Standing.LEFT:
                _close_account(person)
        spell = person.spells.filter(until=None).first()
        if spell is not None and not (ending == Closed.KEPT and spell.state == State.KEPT):
            change(actor, person, ending, on=on, place=place)
    return person


def _close_account(person):
    """Who leaves no longer logs in; a post still held is handed over first."""
    if person.account is None:
        return
    if held := person.account.posts.filter(until=None).select_related("union").first():
        raise Refused(f"{person}还担任{held}，请先在“岗位任职”里交接或免去。")
    person.account.is_active = False
    person.account.save(update_fields=("is_active",))


def _set(person: Person, facts: dict, joined: str) -> None:
    """Put facts in their columns, derive what follows from them, and note what is doubtful."""
    unknown = facts.keys() - set(FACTS)
    if unknown:
        raise TypeError(f"no such facts: {sorted(unknown)}")
    changed = [name for name, value in facts.items() if getattr(person, name) != value]
    for name, value in facts.items():
        setattr(person, name, value if value is not None or name == "staff_from" else "")
    person.id_no = identity.check_id(person.id_no)[0] or ""
    person.phone = identity.check_phone(person.phone)[0] or ""
    _derive(person)
    _refuse_twin(person)
    raised = doubts.found(person.id_no, person.birth, person.sex, person.phone, joined, today())
    person.doubts = ",".join(doubts.left(person.doubts.split(","), changed, raised)).strip(",")[:120]


def _derive(person):
    person.initials = names.initials(person.name)
    if identity.check_id(person.id_no)[1] is None and len(person.id_no) == 18:
        person.birth = person.birth or identity.birth_of(person.id_no)
        person.sex = person.sex or identity.sex_of(person.id_no)


def _refuse_twin(person):
    if not person.id_no:
        return
    same = Person.objects.filter(house_id=person.house_id, id_blind=blind(person.id_no)).exclude(pk=person.pk)
    if twin := same.select_related("union").first():
        raise Refused(f"这个身份证号已登记在{twin.union}的{twin}名下，请核对，不要重复登记。")


def _joined(person) -> str:
    return person.spells.filter(state=State.MEMBER).values_list("since_told", flat=True).first() or ""


def roll_of(union: Union) -> Union:
    """The union whose roll (名册) people of this union stand on: the nearest legal person at or above it."""
    return union if union.path == union.house else Union.objects.get(path=union.house)
