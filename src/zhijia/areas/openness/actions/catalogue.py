"""The catalogue of a union (公开目录): taken over, changed; its months listed with what is due."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from zhijia.areas.openness import queries, rules
from zhijia.areas.openness.models import Duty, Entry, Month
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "openness.edit"


def adopt(actor, *, chosen, since) -> list[Entry]:
    """Take over the shipped catalogue (采用公开目录) for unions that have none."""
    with transaction.atomic():
        return [entry for union in chosen for entry in _adopt(actor, union, since)]


def _adopt(actor, union, since) -> list[Entry]:
    shipped = rules.entries_for(union.kind)
    if not shipped:
        raise Refused(f"没有适用于{union.kind}的公开目录，请逐项增列。")
    first, *rest = (_from(union, each, since) for each in shipped)
    with deed(actor, POWER, first, what=f"采用公开目录：{union}，{len(shipped)} 项"):
        if queries.entries_of_any_time(union).exists():
            raise Refused(f"{union}已经有公开目录，请在目录里增删。")
    return [first, *Entry.objects.bulk_create(rest)]


def _from(union, shipped, since) -> Entry:
    told = {name: getattr(shipped, name) for name in ("key", "line", "title", "duration", "rhythm", "month", "inner")}
    return Entry(union=union, since=since, department=shipped.department, source=shipped.source, **told)


def add_entry(actor, *, union, title, reason, since, **details) -> Entry:
    """Add an entry of the union's own (增列)."""
    details = {"line": rules.line_of(union.kind), **details}
    entry = Entry(union=union, title=title, reason=reason, since=since, **details)
    with deed(actor, POWER, entry, what=f"公开目录增列：{title}"):
        return entry


def change_entry(actor, entry, **changes) -> Entry:
    """Change how an entry is opened; the trail keeps how it was."""
    with deed(actor, POWER, entry, what=f"修改公开目录：{entry.title}"):
        for name, value in changes.items():
            setattr(entry, name, value)
    return entry


def withdraw_entry(actor, entry, *, on, why) -> Entry:
    """Take an entry out of the catalogue (删去), with the reason; it stays on record."""
    with deed(actor, POWER, entry, what=f"公开目录删去：{entry.title}"):
        if entry.withdrawn_on:
            raise Refused(f"“{entry}”已在 {entry.withdrawn_on} 删去。")
        entry.withdrawn_on, entry.why = on, why
    return entry


def restore_entry(actor, entry) -> Entry:
    """Put an entry back into the catalogue."""
    with deed(actor, POWER, entry, what=f"公开目录恢复：{entry.title}"):
        entry.withdrawn_on, entry.why = None, ""
    return entry


@transaction.atomic
def list_months(actor, *, chosen, month) -> list[Month]:
    """Check a month (核对本月): list what each union had to open, and note who looked and when."""
    found = []
    for union in chosen:
        open_months(actor, union, month)
        listed = queries.month(union, month)
        with deed(actor, POWER, listed, what=f"核对公开：{listed}"):
            listed.checked_on, listed.checked_by = timezone.localdate(), actor.name
        found.append(listed)
    return found


def open_months(actor, union, month: date) -> None:
    """List what is due in a month, and in the months of its year between it and those listed before."""
    if month > queries.month_of(timezone.localdate()):
        raise Refused(f"{month.year}年{month.month}月还没到，不能先列。")
    for day in rules.months_to_open(month, queries.months_of(union)):
        listed = Month(union=union, on=day)
        with deed(actor, POWER, listed, what=f"列出应公开项：{listed}"):
            pass
        due = queries.wanted(queries.entries_of(union, day), day)
        Duty.objects.bulk_create(Duty(month=listed, entry=each.entry, item=each.item) for each in due)
