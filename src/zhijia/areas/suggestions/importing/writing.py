"""Writing a judged register: one deed on the batch, all or nothing."""

from functools import cache

from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions.raising import next_number
from zhijia.areas.suggestions.importing.judging import KIND, POWER, Plan
from zhijia.areas.suggestions.models import Author, Suggestion
from zhijia.core.imports.batches import new_batch
from zhijia.core.imports.models import Batch
from zhijia.core.trail.deed import deed
from zhijia.kit.imports import Verdict


def write(actor, union, verdict: Verdict) -> Batch | None:
    """Write what was judged; None when there is nothing to write."""
    plan: Plan = verdict.plan
    if not plan.new:
        return None
    batch = new_batch(KIND, union, verdict.file_name, verdict.digest, actor)
    batch.counts = {**verdict.counts, "problems": len(verdict.problems)}
    with deed(actor, POWER, batch, what=f"导入建议登记：{verdict.file_name}"[:200]):
        batch.save()
        _bring_in(plan, batch)
    return batch


def _bring_in(plan: Plan, batch: Batch) -> None:
    clocks = cache(queries.clocks)
    for values, makers in plan.new:
        found = Suggestion(batch=batch, **values)
        days = {name: getattr(found, name) for name in (*rules.DATES.values(), "due_on")}
        found.clock_on = rules.next_due(found.stage, days, clocks(found.union, found.raised_on))
        found.number = found.number or next_number(found.union, found.raised_on.year)
        found.full_clean()
        found.save()
        for each in makers:
            Author.objects.create(suggestion=found, person=each.person, name=each.name, share=each.share)
