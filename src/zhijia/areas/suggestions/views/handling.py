"""Pages of the steps a suggestion takes in the office."""

from django.shortcuts import get_object_or_404

from zhijia.areas.suggestions import actions, forms, queries
from zhijia.areas.suggestions.views.showing import HANDLE, act, found_for
from zhijia.core.org.web import needs

ASSESS = "suggestions.assess"


@needs(HANDLE)
def accept(request, pk):
    """Accept it."""
    found = found_for(request, pk, HANDLE)
    return act(request, found, forms.AcceptForm(request.POST or None), actions.accept, "受理", said="已受理，可以请部门评估了。")


@needs(ASSESS)
def assess(request, pk):
    """A department's opinion."""
    found = found_for(request, pk, ASSESS)
    return act(request, found, forms.OpinionForm(request.POST or None), actions.assess, "填写部门评估意见")


@needs(ASSESS)
def change_opinion(request, pk):
    """Correct a department's opinion."""
    opinion = get_object_or_404(queries.opinions(request.actor, ASSESS), pk=pk)
    told = {name: getattr(opinion, name) for name in ("department", "on", "by", "words")}
    form = forms.OpinionForm(request.POST or None, initial={**told, "favours": "1" if opinion.favours else "0"})

    def change(actor, _, **changes):
        return actions.change_opinion(actor, opinion, **changes)

    return act(request, opinion.suggestion, form, change, "更正评估意见")


@needs(HANDLE)
def adopt(request, pk):
    """Adopt it."""
    found = found_for(request, pk, HANDLE)
    return act(request, found, forms.AdoptForm(request.POST or None), actions.adopt, "采纳", said="已采纳。")


@needs(HANDLE)
def refuse(request, pk):
    """Not adopt it, with the reason."""
    found = found_for(request, pk, HANDLE)
    form = forms.RefuseForm(request.POST or None)
    return act(request, found, form, actions.refuse, "不采纳", submit="不采纳", said="已答复建议人。")


@needs(HANDLE)
def finish(request, pk):
    """It was put into effect."""
    found = found_for(request, pk, HANDLE)
    return act(request, found, forms.FinishForm(request.POST or None), actions.finish, "登记实施", said="已登记实施。")


@needs(HANDLE)
def file_away(request, pk):
    """Spread and archived."""
    found = found_for(request, pk, HANDLE)
    return act(request, found, forms.FileForm(request.POST or None), actions.file_away, "推广、归档", said="已归档。")


@needs(HANDLE)
def take_back(request, pk):
    """Go back one step."""
    found = found_for(request, pk, HANDLE)
    note = f"现在是“{found.stage}”，退回后这一步写的内容会去掉（留痕可查）。"
    form = forms.WhyForm(request.POST or None)
    return act(request, found, form, actions.take_back, "退回一步", note=note, danger=True, submit="退回", said="已退回一步。")
