"""What may be published of care: numbers, units, classes; never a name (docs/areas/care.md)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from zhijia.areas.care.models import HardshipFile, Visit, Watch
from zhijia.areas.care.queries.hardship import files
from zhijia.areas.care.rules import Stage, Way, coarsen
from zhijia.core.org.models import Union
from zhijia.core.policy import maybe

LEAST, DAYS = 5, 7


@dataclass(frozen=True)
class Notice:
    """One line of the notice of hardship files (困难职工公示)."""

    number: str
    unit: str
    category: str
    posted_on: date
    until: date


def notices(actor) -> list[Notice]:
    """Files under notice now, by number, unit and class. The unit is the whole union, so that few do not stand out."""
    posted = list(files(actor).filter(stage=Stage.POSTED).order_by("posted_on", "id"))
    units = dict(Union.objects.filter(path__in={file.union.house for file in posted}).values_list("path", "name"))
    return [_notice(file, units[file.union.house]) for file in posted]


def _notice(file: HardshipFile, unit: str) -> Notice:
    rule = maybe("care.hardship.publicity_days", file.union, file.posted_on)
    until = file.posted_on + timedelta(days=rule.whole if rule else DAYS)
    return Notice(file.number or f"第{file.pk}号", unit, file.category, file.posted_on, until)


def helped(union) -> set[str]:
    """Names of those a union's house helps or watches over: nothing the union publishes may tell them."""
    return {
        name
        for model in (HardshipFile, Watch)
        for name in model.objects.filter(union__house=union.house).values_list("person__name", flat=True)
        if name
    }


def by_kind(rows: QuerySet[Visit]) -> list[dict]:
    """Visits by kind for the open sheet (走访慰问公开单): turns and yuan, kinds of few heads told together."""
    sums = rows.order_by().values("kind").annotate(
        turns=Sum("heads"), cash=Sum("amount", filter=Q(way=Way.CASH)), goods=Sum("amount", filter=Q(way=Way.GOODS)),
    )
    counts = {row["kind"]: row for row in sums}
    lines = coarsen({kind: row["turns"] for kind, row in counts.items()}, LEAST)
    found: dict[str, dict] = {}
    for kind, row in sorted(counts.items(), key=lambda item: (lines[item[0]] != item[0], item[0])):
        line = found.setdefault(lines[kind], {"kind": lines[kind], "turns": 0, "cash": Decimal(0), "goods": Decimal(0)})
        for name in ("turns", "cash", "goods"):
            line[name] += row[name] or 0
    return list(found.values())
