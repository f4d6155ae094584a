"""Members rate their union (会员评家) in the demo, counted on paper by two tellers."""

from datetime import date, timedelta

from zhijia.areas.appraisal import actions as appraisal
from zhijia.areas.appraisal.rules import Kind, Way

TELLERS, NEXT_DAY = "周计票、吴监票", timedelta(1)


def rate_the_union(actor, union, *, on: date, good: int, fair: int, bad: int) -> None:
    """All members are asked what they think of the union and of its chair."""
    found, heads = appraisal.begin(actor, union=union, kind=Kind.HOME, year=on.year, on=on), good + fair + bad
    count(actor, found, {"会员": (100, heads, [(good, fair, bad, 0)] * found.subjects.count())})


def count(actor, found, groups) -> None:
    """Groups of judges vote on paper and the round is released: {title: (weight, heads, rows)}."""
    panels = list(found.panels.all())
    for panel, (title, (weight, heads, _)) in zip(panels, groups.items(), strict=True):
        appraisal.set_panel(actor, found, panel=panel, title=title, weight=weight, way=Way.KEYED, heads=heads)
    appraisal.call_votes(actor, found)
    for panel, (_, heads, rows) in zip(panels, groups.values(), strict=True):
        panel.refresh_from_db()
        appraisal.key(actor, panel, issued=heads, returned=heads, void=0, rows=rows, tellers=TELLERS)
    appraisal.release(actor, found, today=found.on + NEXT_DAY)
