"""The boards of the demo (公开栏): the catalogue taken over, every month's duties answered, some with both signatures."""

from collections.abc import Sequence
from datetime import date, timedelta

from zhijia.areas.openness import actions as openness
from zhijia.areas.openness.models import Entry
from zhijia.areas.openness.rules import MONTHS, Rhythm

DAYS = timedelta(20)


def adopt(actor, union, *, without=(), why="") -> None:
    """Take the catalogue over, without the lines that do not fit the union."""
    openness.adopt(actor, chosen=[union], since=date(2021, 1, 1))
    for entry in Entry.objects.filter(union=union, title__in=without):
        openness.withdraw_entry(actor, entry, on=date(2021, 1, 1), why=why)


def keep(actor, union, *, approver: str, signed=()) -> None:
    """What hung through the year, written down from the paper board; `signed` (entry, month) go their whole way by themselves."""
    hung = [
        _hung(entry, month, approver)
        for entry in Entry.objects.filter(union=union, withdrawn_on=None)
        for month in _months(entry) if (entry.title, month) not in signed
    ]
    openness.record_past(actor, union=union, past=sorted(hung, key=lambda each: each["on"]))


def _months(entry) -> Sequence[int]:
    if entry.rhythm == Rhythm.ONCE:
        return (1,)
    return (entry.month,) if entry.rhythm == Rhythm.YEARLY else MONTHS.get(entry.rhythm, ())


def _hung(entry, month: int, approver: str) -> dict:
    on, stands = date(2021, month, 12), entry.rhythm == Rhythm.ONCE
    title = entry.title if stands or entry.rhythm == Rhythm.YEARLY else f"{month}月份{entry.title}"
    return {"entry": entry.title, "title": title, "on": on, "until": None if stands else on + DAYS, "approver": approver}


def show(drafter, approver, union, *, entry: str, on: date, title: str, body: str, **more):
    """An item drafted by one, approved by another, hung for its days and taken down; what stands all year stays."""
    found = Entry.objects.get(union=union, title=entry, withdrawn_on=None)
    item = openness.draft(
        drafter, union=union, entry=found, title=title, body=body, month=on, drafted_on=on - timedelta(3), **more,
    )
    openness.submit(drafter, item)
    openness.approve(approver, item, approver=approver.name, on=on - timedelta(1))
    openness.show(drafter, item, on=on, channels=["公开栏", "会议"])
    return item if item.until is None else openness.take_down(drafter, item, on=on + DAYS)
