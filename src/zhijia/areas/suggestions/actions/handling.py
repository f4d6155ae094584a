"""Handling a suggestion: accepted, judged by departments, adopted or refused with the reason, put into effect, filed."""

from datetime import date

from django.utils import timezone

from zhijia.areas.members.actions.days import not_in_future
from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions.steps import HANDLE, days_of, set_clock, step
from zhijia.areas.suggestions.models import Opinion, Suggestion
from zhijia.areas.suggestions.rules import CLEARS, Stage
from zhijia.core.policy import policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

ASSESS = "suggestions.assess"


def accept(actor, suggestion, *, on: date, by: str = "") -> Suggestion:
    """Accept a suggestion (受理): from now on the clock of the departments runs."""
    with step(actor, suggestion, Stage.ACCEPTED, on):
        suggestion.accepted_by = by or actor.name
    return suggestion


def assess(actor, suggestion, *, department: str, on: date, by: str, favours: bool, words: str) -> Opinion:
    """Write down what a department says (部门评估意见)."""
    opinion = Opinion(suggestion=suggestion, department=department, on=on, by=by, favours=favours, words=words)
    with deed(actor, ASSESS, opinion, what=f"{department}评估：{suggestion}"):
        _open_to_opinions(opinion)
    return opinion


def change_opinion(actor, opinion, **changes) -> Opinion:
    """Correct a department's opinion while nothing is decided; the trail keeps the old one."""
    with deed(actor, ASSESS, opinion, what=f"更正评估意见：{opinion.suggestion}"):
        for name, value in changes.items():
            setattr(opinion, name, value)
        _open_to_opinions(opinion)
    return opinion


def _open_to_opinions(opinion) -> None:
    not_in_future(opinion.on)
    if opinion.suggestion.stage != Stage.ACCEPTED:
        raise Refused(f"这件建议现在是“{opinion.suggestion.stage}”，评估意见在受理之后、决定之前填写。")


def adopt(actor, suggestion, *, on: date, unit: str = "", due_on: date | None = None) -> Suggestion:
    """Adopt a suggestion (采纳): who puts it into effect, and by when."""
    with step(actor, suggestion, Stage.ADOPTED, on):
        if due_on is not None and due_on < on:
            raise Refused("实施期限早于采纳日期，请核对。")
        suggestion.unit, suggestion.due_on = unit, due_on
    return suggestion


def refuse(actor, suggestion, *, on: date, reason: str) -> Suggestion:
    """Not adopt it, with the written reason its maker is owed (奖励条例§14)."""
    with step(actor, suggestion, Stage.REFUSED, on):
        if policy("suggestions.rejection_reason", suggestion.union, on).value and not reason.strip():
            raise Refused("不采纳须书面说明理由，告诉建议人。")
        suggestion.reason = reason
    return suggestion


def finish(actor, suggestion, *, on: date, result: str = "") -> Suggestion:
    """It was put into effect (实施)."""
    with step(actor, suggestion, Stage.DONE, on):
        suggestion.result = result
    return suggestion


def file_away(actor, suggestion, *, on: date, spread: str = "") -> Suggestion:
    """Spread and archived (推广、归档); what hangs on the wall hangs its days first."""
    with step(actor, suggestion, Stage.FILED, on):
        if suggestion.posted_until and on <= suggestion.posted_until:
            raise Refused(f"公示到 {suggestion.posted_until:%Y-%m-%d}，期满没有异议再归档。")
        suggestion.spread = spread
    return suggestion


def take_back(actor, suggestion, *, why: str) -> Suggestion:
    """Go back one step that was taken by mistake; what it wrote goes, the trail keeps it with the reason."""
    with deed(actor, HANDLE, suggestion, what=f"退回一步（{suggestion.stage}）：{suggestion}，{why}"):
        stage = Stage(suggestion.stage)
        before = rules.stage_before(stage, days_of(suggestion))
        if before is None:
            raise Refused("这件建议还没有办过一步，没有可以退回的；要撤回请点“撤回”。")
        _undo(suggestion, stage, why)
        for name in CLEARS[stage]:
            setattr(suggestion, name, Suggestion._meta.get_field(name).get_default())
        suggestion.stage = before
        set_clock(suggestion)
    return suggestion


def _undo(suggestion, stage: Stage, why: str) -> None:
    """What hangs on a step goes back with it: the reckoning, the hand of finance, the reward."""
    today, benefit = timezone.localdate(), queries.standing(suggestion)
    if stage == Stage.RECKONED and benefit:
        benefit.voided_on, benefit.void_why = today, why
        benefit.save()
    if stage == Stage.SIGNED and benefit:
        benefit.countersigned_on = benefit.countersigned_by = None
        benefit.save()
    if stage == Stage.REWARDED:
        suggestion.awards.filter(revoked_on=None).update(revoked_on=today, revoke_why=why)
