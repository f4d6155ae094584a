"""A sitting before it opens: plan, agenda, papers, notice."""

from collections.abc import Iterable

from django.db.models import F, Max

from zhijia.areas.congress.models import Chamber, Handout, Item, Presider, Sitting
from zhijia.areas.congress.queries import sittings as queries
from zhijia.areas.congress.rules import sittings as rules
from zhijia.areas.congress.rules.kinds import Form, Stage, step
from zhijia.core.files.storing import discard, store
from zhijia.core.policy import policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.paper import chinese_number

POWER = "congress.edit"
OVER = (Stage.CLOSED, Stage.CANCELLED)


def plan(actor, *, congresses, on, form=Form.REGULAR, **details) -> Sitting:
    """Plan a sitting of one congress, or of two at once (联合召开); numbered on from the last, named by term and number."""
    congresses = list(congresses)
    _together(congresses)
    numbers = [None if form == Form.BETWEEN else queries.next_number(each) for each in congresses]
    sitting = Sitting(union=congresses[0].union, on=on, form=form, **_names(congresses, numbers), **details)
    with deed(actor, POWER, sitting, what=f"筹备{sitting.title}"):
        sitting.save()
        for congress, number in zip(congresses, numbers, strict=True):
            Chamber.objects.create(sitting=sitting, congress=congress, number=number)
    return sitting


def _together(congresses):
    if len(congresses) not in (1, 2):
        raise Refused("一次会议由一个大会召开，或由两个大会联合召开。")
    if len({each.union_id for each in congresses}) > 1:
        raise Refused("两个大会不属于同一工会，不能联合召开。")
    if over := next((each for each in congresses if each.ended_on), None):
        raise Refused(f"{over}已于 {over.ended_on} 换届，请用新一届。")


def _names(congresses, numbers) -> dict:
    if numbers[0] is None:
        return {"title": rules.between_title([str(each) for each in congresses]),
                "short": rules.between_title([each.short for each in congresses])}
    places = [
        rules.Place(each.kind, chinese_number(each.number), chinese_number(number))
        for each, number in zip(congresses, numbers, strict=True)
    ]
    return {"title": rules.full_title(places), "short": rules.short_title(places)}


def correct(actor, sitting, **changes) -> Sitting:
    """Correct day, place, topic and people of a sitting."""
    with deed(actor, POWER, sitting, what=f"更正{sitting.short}"):
        for name, value in changes.items():
            setattr(sitting, name, value)
        _judge_papers(sitting)
    return sitting


def cancel(actor, sitting, *, why) -> Sitting:
    """Call a sitting off; its number goes to the next one."""
    with deed(actor, POWER, sitting, what=f"取消{sitting.short}"):
        sitting.stage, sitting.why = step(sitting.stage, Stage.CANCELLED), why
        sitting.chambers.update(number=None)
    return sitting


def preside(actor, sitting, *, delegates) -> Sitting:
    """Name the presidium (主席团)."""
    with deed(actor, POWER, sitting, what=f"主席团：{sitting.short}"):
        _still_open(sitting)
        sitting.presidium.all().delete()
        Presider.objects.bulk_create(Presider(sitting=sitting, delegate=each) for each in delegates)
    return sitting


def add_items(actor, sitting, *, items: Iterable[Item]) -> list[Item]:
    """Put items on the agenda, in their order, behind those that are there."""
    items = list(items)
    with deed(actor, POWER, sitting, what=f"议程：{sitting.short}"):
        _still_open(sitting)
        last = sitting.items.aggregate(n=Max("number"))["n"] or 0
        for number, item in enumerate(items, start=last + 1):
            item.sitting, item.number = sitting, number
            with deed(actor, POWER, item, what=f"列入议程：{item.title}"):
                pass
    return items


def change_item(actor, item, **changes) -> Item:
    """Correct an item; one that was voted keeps what was voted on."""
    with deed(actor, POWER, item, what=f"更正议程：{item.title}"):
        _still_open(item.sitting)
        if item.votes.exists() and any(getattr(item, name) != value for name, value in changes.items()):
            raise Refused("这一项已经提交表决，不能再改。")
        for name, value in changes.items():
            setattr(item, name, value)
    return item


def drop_item(actor, item) -> Sitting:
    """Take an item off the agenda before it is voted."""
    with deed(actor, POWER, item.sitting, what=f"撤下议程：{item.title}") as sitting:
        _still_open(sitting)
        if item.votes.exists():
            raise Refused("这一项已经提交表决，不能撤下。")
        sitting.items.filter(number__gt=item.number).update(number=F("number") - 1)
        item.delete()
    return sitting


def hand_out(actor, sitting, *, on) -> Sitting:
    """The papers went to the delegates; too late a day is marked, not refused."""
    with deed(actor, POWER, sitting, what=f"发出会议材料：{sitting.short}"):
        if on > sitting.on:
            raise Refused("材料发出日期晚于会议日期，请核对。")
        sitting.papers_on = on
        _judge_papers(sitting)
    return sitting


def _judge_papers(sitting):
    days = policy("congress.papers_days", sitting.union, sitting.on).whole
    sitting.late = bool(sitting.papers_on and rules.days_short(sitting.on, sitting.papers_on, days))


def give_notice(actor, sitting, *, on) -> Sitting:
    """Give notice of day, place and agenda (会议通知)."""
    with deed(actor, POWER, sitting, what=f"发出会议通知：{sitting.short}"):
        if not sitting.items.exists():
            raise Refused("还没有议程，请先写议程，再发会议通知。")
        sitting.stage, sitting.noticed_on = step(sitting.stage, Stage.NOTICED), on
    return sitting


def attach(actor, sitting, *, upload, title="") -> Handout:
    """Keep a paper with a sitting."""
    with deed(actor, POWER, sitting, what=f"附会议材料：{sitting.short}"):
        file = store(sitting.union, upload.name, upload, actor)
        handout = Handout(sitting=sitting, title=title or file.name, file=file)
        with deed(actor, POWER, handout, what=f"会议材料：{handout.title}"):
            return handout


def detach(actor, handout) -> Sitting:
    """Take a paper away."""
    with deed(actor, POWER, handout.sitting, what=f"撤下会议材料：{handout.title}") as sitting:
        _still_open(sitting)
        file = handout.file
        handout.delete()
        discard(file)
    return sitting


def _still_open(sitting):
    if sitting.stage in OVER:
        raise Refused(f"这次会议{sitting.stage}，不能再改议程和材料。")
