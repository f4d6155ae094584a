"""Pages where a suggestion is reckoned, signed, graded, rewarded and put on the wall."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.utils import timezone

from zhijia.areas.suggestions import actions, forms, queries, rules
from zhijia.areas.suggestions.rules import Formula
from zhijia.areas.suggestions.views.one import sum_section
from zhijia.areas.suggestions.views.showing import HANDLE, LIST, act, found_for
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, form_page
from zhijia.kit.pages.sections import drawn

SIGN = "suggestions.countersign"


@needs(HANDLE)
def reckon(request, pk):
    """Reckon the benefit; the formula is in the address."""
    found = found_for(request, pk, HANDLE)
    asked = request.GET.get("by", "")
    formula = Formula(asked) if asked in list(Formula) else Formula.SAVING
    others = [Button(each.value, f"?by={each.value}") for each in Formula if each != formula]
    window = queries.ruling(found.union, timezone.localdate()).told("value_months")
    form = forms.ReckonForm(formula, request.POST or None)
    return act(
        request, found, form, actions.reckon, f"效益核算：{formula.value}", buttons=others, submit="算好，交财务核实",
        said="已交财务核实。", note=f"{rules.IN_WORDS[formula]}。{window}",
    )


def _benefit(request, pk):
    return get_object_or_404(queries.benefits(request.actor, SIGN), pk=pk)


@needs(SIGN)
def countersign(request, pk):
    """Finance looks at the sum and signs."""
    benefit = _benefit(request, pk)
    back = [Button("退回重算", f"/suggestions/benefits/{pk}/send-back/", "danger")]

    def sign(actor, _, **told):
        return actions.countersign(actor, benefit, **told)

    return act(
        request, benefit.suggestion, forms.DayForm(request.POST or None), sign, "财务核实效益", submit="核实无误",
        said="已核实。", buttons=back, top=drawn(request, sum_section(benefit)),
    )


@needs(SIGN)
def send_back(request, pk):
    """Finance does not agree."""
    benefit = _benefit(request, pk)

    def back(actor, _, **told):
        return actions.send_back(actor, benefit, **told)

    form = forms.SendBackForm(request.POST or None)
    return act(request, benefit.suggestion, form, back, "退回效益核算", submit="退回", danger=True, said="已退回。")


@needs(HANDLE)
def grade(request, pk):
    """The panel grades."""
    found = found_for(request, pk, HANDLE)
    benefit, ruled = queries.standing(found), queries.ruling(found.union, timezone.localdate())
    form = forms.GradeForm(ruled.grades, request.POST or None, valued=bool(benefit), done=bool(found.done_on))
    return act(request, found, form, actions.grade, "评审定级", note=_by_value(benefit, ruled), said="已定级。")


def _by_value(benefit, ruled) -> str:
    if benefit is None:
        return "没有核实的价值，由评审组按作用大小、技术难易、推广范围定级。" + ruled.told("grades")
    number = ruled.grade(benefit.value, borrowed=False, reserve=False)
    return f"年净效益 {benefit.value} 元，按标准是 {number} 等。{ruled.range_told(number)}"


@needs(HANDLE)
def report_up(request, pk):
    """Reported to the union above."""
    found = found_for(request, pk, HANDLE)
    note = queries.ruling(found.union, timezone.localdate()).told("report_up_grades")
    form = forms.ReportForm(request.POST or None, initial={"reported_on": found.reported_on, "approved_on": found.approved_on})
    return act(request, found, form, actions.report_up, "报上级审批", note=note)


@needs(HANDLE)
def reward(request, pk):
    """Reward within the range of the grade."""
    found = found_for(request, pk, HANDLE)
    note = queries.ruling(found.union, timezone.localdate()).range_told(found.grade) if found.grade else ""
    return act(request, found, forms.RewardForm(request.POST or None), actions.reward, "奖励", note=note, said="已登记奖励。")


@needs(HANDLE)
def upgrade(request, pk):
    """A higher grade later: the difference is paid."""
    found = found_for(request, pk, HANDLE)
    told = queries.ruling(found.union, timezone.localdate()).told("no_double_award")
    note = f"现在是 {found.grade} 等。{told}" if found.grade else ""
    return act(request, found, forms.UpgradeForm(request.POST or None), actions.upgrade, "升级补差额", note=note)


@needs(HANDLE)
def post(request):
    """Put everything rewarded on the wall together."""
    ready = list(queries.to_post(request.actor))
    names = "；".join(f"{each.title}（{each.who}）" for each in ready) or "现在没有已奖励、待公示的建议。"
    return form_page(
        request, forms.PostForm(request.POST or None), partial(actions.post, suggestions=ready), title="公示奖励",
        done="suggestions:board", submit="公示", said="已公示，请打印张贴。", note=names, crumbs=LIST,
        buttons=[Button("公示中的建议", "suggestions:board")],
    )
