"""Applications to join (入会): each step with its day, its hands and its deed."""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from zhijia.areas.members.actions.days import not_before, not_in_future
from zhijia.areas.members.actions.spells import come_in
from zhijia.areas.members.models import Application, Opened, Person, Spell, Stage, Standing
from zhijia.areas.members.rules import applications as steps
from zhijia.areas.members.rules import dates
from zhijia.core.org.models import Kind
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def apply(actor, person: Person, *, on: date, reason: str = "", own: bool = False) -> Application:
    """Hand in an application; `own` when the person does it on their own page."""
    not_in_future(on, "申请日期")
    _fit(person, on)
    asked = Application(person=person, applied_on=on, reason=reason)
    with deed(actor, "members.recommend", asked, what=f"{person.name}申请入会", own=own):
        pass
    return asked


def recommend(actor, asked: Application, *, on: date, opinion: str = "") -> Application:
    """The group agrees (小组意见)."""
    with _step(actor, asked, Stage.GROUP, on, power="members.recommend"):
        asked.group_on, asked.answer = on, opinion
    return asked


def approve(actor, asked: Application, *, on: date, opinion: str = "") -> Application:
    """The committee approves (委员会批准); membership begins on that day."""
    with transaction.atomic():
        with _step(actor, asked, Stage.APPROVED, on):
            asked.approved_on, asked.answer = on, opinion or asked.answer
        come_in(actor, asked.person, Opened.JOINED, told=on.isoformat())
    return asked


def post(actor, asked: Iterable[Application], *, on: date) -> list[Application]:
    """Put the approved names on the wall together (张榜公布) for the days the rule asks."""
    asked = list(asked)
    if not asked:
        raise Refused("没有可以张榜的人：先由委员会批准。")
    with transaction.atomic():
        for each in asked:
            with _step(actor, each, Stage.POSTED, on):
                days = policy("members.publicity_days", each.union, on)
                each.posted_on, each.posted_until = on, steps.posted_until(on, days.value)
    return asked


def give_card(actor, asked: Application, *, on: date, card_no: str) -> Application:
    """Hand over the card (发证) once the list has hung for its days."""
    card_no = card_no.strip()
    with transaction.atomic():
        with _step(actor, asked, Stage.CARD, on):
            _hung(asked, on)
            _free(asked.person, card_no)
            asked.card_on, asked.card_no = on, card_no
        spell = asked.person.spells.filter(until=None).first()
        if spell is None:
            raise Refused(f"{asked.person}的会籍已经不在了，不能发证。")
        with deed(actor, "members.admit", spell, what=f"{asked.person.name}会员证 {card_no}"):
            spell.card_no = card_no
    return asked


def archive(actor, asked: Application, *, on: date) -> Application:
    """The papers go into the archive (归档)."""
    with _step(actor, asked, Stage.FILED, on):
        asked.filed_on = on
    return asked


def refuse(actor, asked: Application, *, on: date, why: str) -> Application:
    """The group or the committee says no, with the reason."""
    if not why.strip():
        raise Refused("不批准须写明理由，本人可以看到。")
    with _step(actor, asked, Stage.REFUSED, on):
        asked.answer = why
    return asked


def withdraw(actor, asked: Application, *, on: date, own: bool = False) -> Application:
    """The applicant takes the application back."""
    with _step(actor, asked, Stage.WITHDRAWN, on, power="members.recommend", own=own):
        pass
    return asked


def take_step(actor, asked: Application, *, stage: str, on: date, words: str = "", card_no: str = "") -> Application:
    """The next step by its name, as the form of the application's page asks for it."""
    if stage == Stage.POSTED:
        return post(actor, [asked], on=on)[0]
    if stage == Stage.CARD:
        return give_card(actor, asked, on=on, card_no=card_no)
    if stage == Stage.REFUSED:
        return refuse(actor, asked, on=on, why=words)
    if stage in (Stage.GROUP, Stage.APPROVED):
        return {Stage.GROUP: recommend, Stage.APPROVED: approve}[stage](actor, asked, on=on, opinion=words)
    return {Stage.FILED: archive, Stage.WITHDRAWN: withdraw}[stage](actor, asked, on=on)


@contextmanager
def _step(actor, asked: Application, stage: Stage, on: date, *, power="members.admit", own=False):
    """The deed of one step: in its order, on a day that can be."""
    not_in_future(on)
    with deed(actor, power, asked, what=f"{asked.person.name}入会申请：{stage}", own=own):
        if stage not in steps.following(asked.stage, in_group=asked.union.kind == Kind.GROUP):
            raise Refused(f"申请现在是“{asked.stage}”，不能办理“{stage}”；请按 小组意见→委员会批准→张榜→发证→归档 依次办理。")
        not_before(on, _last_day(asked), "上一步的日期")
        asked.stage = stage
        yield


def _last_day(asked) -> date:
    days = (asked.filed_on, asked.card_on, asked.posted_on, asked.approved_on, asked.group_on, asked.applied_on)
    return next(filter(None, days))


def _fit(person: Person, on: date) -> None:
    if person.standing in (Standing.RETIRED, Standing.LEFT):
        raise Refused(f"{person}已{person.standing}，不能新入会。")
    if person.spells.filter(until=None).exists():
        raise Refused(f"{person}已有会籍，不需要再申请。")
    if person.applications.filter(stage__in=steps.RUNNING).exists():
        raise Refused(f"{person}已有一份申请正在办理。")
    age = policy("members.min_age", person.union, on)
    if not steps.old_enough(dates.last_day(person.birth), on, age.whole):
        raise Refused(f"{person}申请时还不满 {age}，不能入会。{explain(age)}")


def _hung(asked, on) -> None:
    if not steps.card_allowed(asked.posted_until, on):
        days = policy("members.publicity_days", asked.union, asked.posted_on)
        raise Refused(f"张榜公布到 {asked.posted_until:%Y-%m-%d} 才满，之后再发证。{explain(days)}")


def _free(person, card_no) -> None:
    if not card_no:
        raise Refused("请填写会员证号。")
    taken = Spell.objects.filter(person__house_id=person.house_id, card_no=card_no).exclude(person=person)
    if other := taken.select_related("person").first():
        raise Refused(f"会员证号 {card_no} 已发给{other.person}，请核对。")
