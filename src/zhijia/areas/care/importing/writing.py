"""Writing a judged visit book: one deed on the batch, all or nothing."""

from decimal import Decimal
from functools import lru_cache

from django.utils import timezone

from zhijia.areas.care.importing.judging import KIND, Plan
from zhijia.areas.care.models import Visit
from zhijia.areas.care.queries.visits import homeless_visits, known_homes
from zhijia.areas.care.queries.warnings import cap_of, is_late
from zhijia.core.imports.batches import new_batch, remember
from zhijia.core.imports.models import Batch
from zhijia.core.trail.deed import deed
from zhijia.kit.imports import Verdict

PORTION = 500


def write(actor, union, verdict: Verdict) -> Batch | None:
    """Write what was judged; None when there is nothing to write."""
    plan: Plan = verdict.plan
    if not plan.new and not plan.changed:
        return None
    batch = new_batch(KIND, union, verdict.file_name, verdict.digest, actor)
    batch.counts = {**verdict.counts, "problems": len(verdict.problems), "totals": verdict.totals}
    with deed(actor, "care.visit", batch, what=f"导入走访登记簿：{verdict.file_name}"[:200]):
        batch.save()
        _bring_up_to_date(plan, batch)
        _bring_in(plan, union, batch)
    return batch


def _bring_in(plan: Plan, union, batch: Batch) -> None:
    """Visits nobody had written down, with the keys, caps and marks of lateness that follow."""
    today = timezone.localdate()
    cap = lru_cache(maxsize=None)(lambda kind, on: cap_of(union, kind, on))
    homes = _homes(plan.new, union)
    for visit in plan.new:
        rule = cap(visit.kind, visit.on)
        visit.batch, visit.cap = batch, rule and Decimal(rule.value)
        visit.late = is_late(union, visit.on, today)
        visit.home = homes.get(visit.who, visit.who)
        if visit.home_code and visit.who:
            visit.home = f"h:{union.pk}:{visit.home_code}"
    Visit.objects.bulk_create(plan.new, PORTION)
    _learn(homes, plan.new, batch)


def _homes(visits: list[Visit], union) -> dict[str, str]:
    """The household of everybody in the book: the code it tells last, else the one on record."""
    told = {v.who: f"h:{union.pk}:{v.home_code}" for v in sorted(visits, key=lambda v: v.on) if v.home_code and v.who}
    return known_homes({v.who for v in visits if v.who} - told.keys()) | told


def _learn(homes: dict[str, str], visits: list[Visit], batch: Batch) -> None:
    """Visits on record without a home code come under the household now known, and back when the batch is undone."""
    for who in {v.who for v in visits if v.home_code and v.who}:
        older = homeless_visits(who, homes[who]).exclude(batch=batch)
        if keys := list(older.values_list("pk", flat=True)):
            remember(batch, Visit, keys)
            Visit.objects.filter(pk__in=keys).update(home=homes[who])


def _bring_up_to_date(plan: Plan, batch: Batch) -> None:
    """Visits the book tells of otherwise than the record; the old rows stay with the batch."""
    if not plan.changed:
        return
    remember(batch, Visit, [visit.pk for visit, _ in plan.changed])
    for visit, values in plan.changed:
        for name, value in values.items():
            setattr(visit, name, value)
        if "home_code" in values and visit.who:
            visit.home = f"h:{visit.union_id}:{visit.home_code}"
        visit.save(update_fields=[*values, "home"])
