"""What a suggestion was worth: reckoned by formula, countersigned by finance, graded, rewarded, put on the wall."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from zhijia.areas.members.actions.days import not_in_future
from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions.steps import HANDLE, set_clock, step
from zhijia.areas.suggestions.models import Award, Benefit, Suggestion
from zhijia.areas.suggestions.rules import Formula, Stage
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.publishing import publishable

SIGN = "suggestions.countersign"


def reckon(actor, suggestion, *, on: date, formula: str, given: dict, note: str = "") -> Benefit:
    """Reckon the net yearly benefit by a named formula and hand it to finance; another way of reckoning needs its reason."""
    if formula == Formula.MANUAL and not note.strip():
        raise Refused("用其他算法的，请在“计算说明”里写清怎么算的、为什么这样算。")
    given = {key: str(given[key]) for key, _ in rules.INPUTS[Formula(formula)] if given.get(key) not in (None, "")}
    try:
        value = rules.reckon(formula, given)[-1].value
    except ValueError as lacking:
        raise Refused(f"这样算还缺：{lacking}。") from lacking
    with step(actor, suggestion, Stage.RECKONED, on):
        months = queries.clocks(suggestion.union, suggestion.adopted_on).months
        since, until = rules.value_window(suggestion.adopted_on, months)
        benefit = Benefit(
            suggestion=suggestion, formula=formula, given=given, note=note, value=value, since=since, until=until, on=on,
            made_by_id=actor.user_id,
        )
        with deed(actor, HANDLE, benefit, what=f"效益核算：{suggestion}"):
            pass
    return benefit


def countersign(actor, benefit, *, on: date) -> Benefit:
    """Finance confirms the sum (财务核实, 奖励条例§9): never who reckoned it, nor who made the suggestion."""
    suggestion = benefit.suggestion
    if not actor.can(SIGN, suggestion.union):
        raise PermissionDenied("效益由财务核实。")
    _someone_else(actor, benefit)
    with transaction.atomic():
        with deed(actor, SIGN, benefit, what=f"财务核实效益：{suggestion}"):
            if benefit.voided_on or benefit.countersigned_on:
                raise Refused("这次核算已经核实过或已作废。")
            benefit.countersigned_on, benefit.countersigned_by_id = on, actor.user_id
        with step(actor, suggestion, Stage.SIGNED, on, power=SIGN):
            pass
    return benefit


def _someone_else(actor, benefit) -> None:
    if actor.user_id is None:
        return
    if benefit.made_by_id == actor.user_id:
        raise Refused("效益是您自己算的，请由另一位财务人员核实。")
    if benefit.suggestion.authors.filter(person__account=actor.user_id).exists():
        raise Refused("您是这件建议的建议人，请由另一位财务人员核实。")


def send_back(actor, benefit, *, on: date, why: str) -> Benefit:
    """Finance does not agree: the reckoning is voided with the reason, and made anew."""
    suggestion = benefit.suggestion
    with transaction.atomic():
        with deed(actor, SIGN, benefit, what=f"退回效益核算：{suggestion}，{why}"):
            if benefit.voided_on or benefit.countersigned_on:
                raise Refused("这次核算已经核实过或已作废，不能退回。")
            benefit.voided_on, benefit.void_why = on, why
        with deed(actor, SIGN, suggestion, what=f"退回效益核算：{suggestion}"):
            suggestion.stage, suggestion.reckoned_on = Stage.DONE, None
            set_clock(suggestion)
    return benefit


def grade(
    actor, suggestion, *, on: date, grade: int | None = None, why: str = "", borrowed: bool = False, reserve: bool = False
) -> Suggestion:
    """The panel grades (评审定级): by the table of values, or with its reason where the value cannot be reckoned."""
    with step(actor, suggestion, Stage.GRADED, on):
        benefit, ruled = queries.standing(suggestion), queries.ruling(suggestion.union, on)
        if suggestion.done_on is None and not reserve:
            raise Refused("还没有实施。作为技术储备先定级的，请勾选“技术储备”；否则请先登记实施。")
        if benefit:
            suggestion.grade = ruled.grade(benefit.value, borrowed=borrowed, reserve=reserve)
        else:
            suggestion.grade = ruled.limited(_by_panel(ruled, grade, why), reserve=reserve)
        suggestion.grade_why, suggestion.borrowed, suggestion.reserve = why, borrowed, reserve
    return suggestion


def _by_panel(ruled, grade, why) -> int:
    known = [row[0] for row in ruled.grades]
    if grade not in known:
        raise Refused(f"没有经财务核实的价值，请由评审组定等级（{known[0]} 至 {known[-1]} 等）。")
    if not why.strip():
        raise Refused("价值算不出来的，按作用大小、技术难易、推广范围定级，请写明理由。")
    return grade


def report_up(actor, suggestion, *, reported_on: date, approved_on: date | None = None) -> Suggestion:
    """Report a high grade to the union above (奖励条例§15), and write down when it agreed."""
    not_in_future(approved_on or reported_on)
    with deed(actor, HANDLE, suggestion, what=f"报上级审批：{suggestion}"):
        if suggestion.stage != Stage.GRADED or not queries.ruling(suggestion.union, reported_on).reported_up(suggestion.grade):
            raise Refused("只有已定级、须报上级审批的等级才要报。")
        if reported_on < suggestion.graded_on or approved_on and approved_on < reported_on:
            raise Refused("日期应是：定级 → 报上级 → 上级批复，请核对。")
        suggestion.reported_on, suggestion.approved_on = reported_on, approved_on
    return suggestion


def reward(actor, suggestion, *, on: date, amount: Decimal, elsewhere: Decimal = Decimal(0), why: str = "") -> Award:
    """Reward within the range of the grade; what the same thing earned `elsewhere` is taken off (不重复奖励)."""
    with step(actor, suggestion, Stage.REWARDED, on):
        ruled = queries.ruling(suggestion.union, on)
        _approved(suggestion, ruled, suggestion.grade, suggestion.approved_on)
        if elsewhere and not why.strip():
            raise Refused("同一成果在别处得过奖的，请在说明里写清在哪里得的。")
        return _award(actor, suggestion, ruled, on=on, grade=suggestion.grade, amount=amount, before=elsewhere, why=why)


def upgrade(
    actor, suggestion, *, on: date, grade: int, amount: Decimal, why: str, approved_on: date | None = None
) -> Award:
    """A higher grade later on (升级): the difference to what was given is paid."""
    not_in_future(on)
    with deed(actor, HANDLE, suggestion, what=f"建议奖励升级：{suggestion}，{why}"):
        last = suggestion.awards.filter(revoked_on=None).last()
        if last is None or on < last.on:
            raise Refused("先按原等级奖励，以后升级再补差额；升级日期不能早于上次奖励。")
        if grade >= suggestion.grade:
            raise Refused(f"现在是 {suggestion.grade} 等，升级要升到更高的等级；就高不就低，不降等。")
        ruled = queries.ruling(suggestion.union, on)
        _approved(suggestion, ruled, grade, approved_on)
        made = _award(actor, suggestion, ruled, on=on, grade=grade, amount=amount, before=last.before + last.paid, why=why)
        suggestion.grade, suggestion.approved_on = grade, approved_on or suggestion.approved_on
    return made


def _approved(suggestion, ruled, grade, approved_on) -> None:
    if ruled.reported_up(grade) and approved_on is None:
        raise Refused(f"{grade} 等须先报上级审批，批复后再奖励。{ruled.told('report_up_grades')}")


def _award(actor, suggestion, ruled, *, on, grade, amount, before, why) -> Award:
    if grade not in [row[0] for row in ruled.grades]:
        raise Refused(f"没有 {grade} 等。")
    low, high = rules.reward_range(grade, ruled.grades)
    if not low <= amount <= high:
        raise Refused(f"奖金 {amount} 元不在范围内。{ruled.range_told(grade)}")
    paid = rules.to_pay(amount, before=before, once=ruled.once)
    award = Award(suggestion=suggestion, on=on, grade=grade, amount=amount, before=before, paid=paid, why=why)
    with deed(actor, HANDLE, award, what=f"奖励 {paid} 元：{suggestion}"):
        pass
    return award


def post(actor, suggestions: Iterable[Suggestion], *, on: date, let_pass: str = "") -> list[Suggestion]:
    """Put rewarded suggestions on the wall together (公示); what is published is checked first."""
    posted = []
    with transaction.atomic():
        for each in suggestions:
            with step(actor, each, Stage.POSTED, on):
                publishable(f"{each.title} {each.who} {each.unit}", each.union, let_pass=let_pass)
                each.posted_until = on + timedelta(days=queries.posting_days(each.union, on))
                each.let_pass = let_pass
            posted.append(each)
    if not posted:
        raise Refused("没有已奖励、待公示的建议。")
    return posted
