"""One open affair (公开事项) from draft to archive. Nothing is shown that the publication check stops."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from zhijia.areas.openness import queries, rules
from zhijia.areas.openness.actions.catalogue import open_months
from zhijia.areas.openness.models import Item, Version
from zhijia.areas.openness.rules import BEFORE, Duration, Scope, State
from zhijia.core.files.storing import store
from zhijia.core.policy import explain
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.formats import day
from zhijia.kit.publishing import publishable

POWER, APPROVE = "openness.edit", "openness.approve"
SAID = ("title", "body", "basis", "department", "responsible", "contact", "channels", "approver")


@transaction.atomic
def draft(actor, *, union, title, month=None, entry=None, scope="", upload=None, drafted_on=None, **details) -> Item:
    """Begin an item; what the catalogue says of its entry is taken from there."""
    if entry and entry.union_id != union.pk:
        raise Refused(f"目录项“{entry}”是{entry.union}的，请选同一个工会。")
    today = timezone.localdate()
    item = Item(
        union=union, entry=entry, title=title, drafted_by_id=actor.user_id, drafted_on=drafted_on or today,
        month=queries.month_of(month or today), line=entry.line if entry else rules.line_of(union.kind),
        duration=entry.duration if entry else Duration.AT_ONCE, scope=scope or _scope(entry),
    )
    _put(item, _of(entry))
    _put(item, {name: value for name, value in details.items() if value})
    item.number = rules.numbered(item.line, item.drafted_on.year, queries.taken_numbers(union))
    with deed(actor, POWER, item, what=f"起草公开事项：{title}"):
        _attach(actor, item, upload)
    return item


def _of(entry) -> dict:
    """What an item takes from its entry: where that is from, without the details, and who sees to it."""
    return {"basis": entry.basis, "department": entry.department} if entry else {}


def _scope(entry) -> Scope:
    return Scope.GROUP if entry and entry.inner else Scope.EVERYBODY


@transaction.atomic
def change(actor, item, *, upload=None, month=None, **changes) -> Item:
    """Change an item nobody has approved yet."""
    with deed(actor, POWER, item, what=f"修改公开事项：{item.title}"):
        if item.state not in BEFORE:
            raise Refused(f"“{item}”已经审批，要改请用“更正”，原来的内容会留存。")
        _put(item, changes)
        item.month = queries.month_of(month) if month else item.month
        _attach(actor, item, upload)
    return item


def ask(actor, item, *, until, names_because="") -> Item:
    """Ask the workers for opinions (征求意见) until a day; what they read is checked first."""
    with deed(actor, POWER, item, what=f"征求意见：{item.title}"):
        if until < timezone.localdate():
            raise Refused("征求意见的截止日期已经过了。")
        _step(item, State.ASKING)
        item.asked_until = until
        _check(item, names_because)
    return item


def submit(actor, item) -> Item:
    """Hand an item in for approval (送审)."""
    with deed(actor, POWER, item, what=f"送审：{item.title}"):
        _step(item, State.WAITING)
        item.returned = ""
    return item


def send_back(actor, item, *, why) -> Item:
    """Send an item back to the drafter (退回) with what is wrong."""
    with deed(actor, APPROVE, item, what=f"退回：{item.title}"):
        _step(item, State.DRAFT)
        item.returned = why
    return item


def approve(actor, item, *, approver, on, names_because="") -> Item:
    """Approve an item (审批): another person than the drafter, unless nobody else there may."""
    with deed(actor, APPROVE, item, what=f"审批：{item.title}"):
        _step(item, State.APPROVED)
        item.alone = _alone(actor, item)
        item.approver, item.approved_on = approver, on
        _check(item, names_because)
    return item


def _alone(actor, item) -> bool:
    """Whether drafter and approver are one person; refused where they need not be."""
    if item.drafted_by_id is None or item.drafted_by_id != actor.user_id:
        return False
    if queries.others_may_approve(item, timezone.localdate()):
        raise Refused("起草的人不能审批自己起草的事项，请由另一位有审批权的人审批。")
    return True


@transaction.atomic
def show(actor, item, *, on, until=None, channels=(), contact="") -> Item:
    """Put an item up (公开): for at least the days of the rule; the duty of its month is done with it."""
    with deed(actor, POWER, item, what=f"公开：{item.title}"):
        _step(item, State.SHOWN)
        if on < item.approved_on:
            raise Refused(f"审批在 {item.approved_on}，公开日期不能更早。")
        item.shown_on, item.until = on, _until(item, on, until)
        item.channels, item.contact = "、".join(channels) or item.channels, contact or item.contact
        _check(item, "")
        _answer_duty(actor, item)
    return item


def _until(item, on: date, until: date | None) -> date | None:
    """The last day to hang: what is open for good has none, all else at least the days of the rule."""
    days, rule = queries.least_days(item.entry, item.union, on)
    item.least_days, least = days, rules.stays_until(on, days)
    if until is None:
        return None if item.duration == Duration.LONG else least
    if until < least:
        raise Refused(f"从 {on} 起至少要公示到 {least}（{days} 天）。{explain(rule)}")
    return until


def _answer_duty(actor, item) -> None:
    if item.entry is None:
        return
    open_months(actor, item.union, item.month)
    duty = queries.open_duty(item)
    if duty is None:
        return
    with deed(actor, POWER, duty, what=f"已公开：{duty.entry}"):
        duty.item = item


def take_down(actor, item, *, on) -> Item:
    """Take an item down (撤栏), not before its days are over."""
    with deed(actor, POWER, item, what=f"撤栏：{item.title}"):
        _step(item, State.DOWN)
        if rules.too_early(item.shown_on, on, item.least_days or 0):
            rule = queries.least_days(item.entry, item.union, item.shown_on)[1]
            last = day(rules.stays_until(item.shown_on, item.least_days))
            raise Refused(f"还不能撤：要挂到 {last}（{item.least_days} 天）。{explain(rule)}")
        item.taken_down_on = on
    return item


def archive(actor, item, *, archive_no, on) -> Item:
    """File an item away (归档)."""
    with deed(actor, POWER, item, what=f"归档：{item.title}"):
        _step(item, State.FILED)
        if on < item.taken_down_on:
            raise Refused(f"撤栏在 {item.taken_down_on}，归档日期不能更早。")
        item.archive_no, item.archived_on = archive_no, on
    return item


def drop(actor, item, *, why) -> Item:
    """Give up an item that was never shown (作废); it stays on record with the reason."""
    with deed(actor, POWER, item, what=f"作废：{item.title}"):
        _step(item, State.DROPPED)
        item.dropped_why = why
    return item


@transaction.atomic
def correct(actor, item, *, why, on, title, body="", upload=None, names_because="") -> Item:
    """Correct what was approved or hangs (更正); what it said before is kept and can be read. An approver's act."""
    with deed(actor, APPROVE, item, what=f"更正：{item.title}"):
        if item.state not in (State.APPROVED, State.SHOWN):
            raise Refused(f"“{item}”现在是“{item.state}”，只有已审批、公开中的才要更正。")
        old = Version(item=item, title=item.title, body=item.body, file=item.file, on=on, why=why)
        item.title, item.body = title, body
        _attach(actor, item, upload)
        _check(item, names_because)
        with deed(actor, APPROVE, old, what=f"留存更正前的内容：{old.title}"):
            pass
    return item


@transaction.atomic
def record_past(actor, *, union, past) -> list[Item]:
    """Enter what hung on the paper board (补录): all of it or none. What still hangs goes through the check."""
    return [_past(actor, union, **told) for told in past]


def _past(actor, union, *, title, on, until=None, entry="", approver="") -> Item:
    found = queries.entry_called(union, entry or title, on)
    if entry and found is None:
        raise Refused(f"“{title}”：{union}的目录里没有“{entry}”。")
    over = until is not None and until < timezone.localdate()
    item = Item(
        union=union, entry=found, title=title, drafted_by_id=actor.user_id, drafted_on=on, month=queries.month_of(on),
        line=found.line if found else rules.line_of(union.kind), duration=found.duration if found else Duration.AT_ONCE,
        scope=_scope(found), **_of(found),
        state=State.DOWN if over else State.SHOWN, shown_on=on, until=until, taken_down_on=until if over else None,
        approver=approver, approved_on=on, least_days=queries.least_days(found, union, on)[0], late=True,
    )
    item.number = rules.numbered(item.line, on.year, queries.taken_numbers(union))
    with deed(actor, POWER, item, what=f"补录公开事项：{title}"):
        if not over:
            _check(item, "")
    _answer_duty(actor, item)
    return item


def _put(item, values) -> None:
    for name, value in values.items():
        setattr(item, name, value)


def _attach(actor, item, upload) -> None:
    if upload:
        item.file = store(item.union, upload.name, upload, actor)


def _step(item, then: State) -> None:
    if not rules.may_follow(item.state, then):
        raise Refused(f"“{item}”现在是“{item.state}”，不能改成“{then}”。")
    item.state = then


def _check(item, names_because: str) -> None:
    """The publication check over everything the item says; a reason for names is kept with it."""
    item.names_because = names_because or item.names_because
    words = "\n".join(getattr(item, name) for name in SAID)
    publishable(words, item.union, let_pass=item.names_because, files=[item.file] if item.file else [])
