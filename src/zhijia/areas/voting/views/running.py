"""Setting votes up, opening them, ending them."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone

from zhijia.areas.voting import actions, forms, papers, queries
from zhijia.areas.voting.views.showing import RUN, SMALL, crumbs, here
from zhijia.core.org.web import needs
from zhijia.core.policy import policy
from zhijia.kit.html import safe, tag
from zhijia.kit.pages import confirm_page, form_page


@needs(RUN)
def prepare(request):
    """A vote of the members, outside congress and elections."""
    form = forms.PrepareForm(request.actor, request.POST or None, initial={"on": timezone.localdate()})
    return form_page(
        request, form, actions.prepare, title="准备表决", done=here, crumbs=crumbs(), said="已准备好。到会人数够了就可以开始。",
        note="职代会、选举、民主评议的表决在各自的页面里发起，这里用于其他事项。",
    )


@needs(RUN)
def begin(request, pk):
    """Enough have come: open the vote."""
    found = _to_run(request, pk)
    least = policy("voting.unit_min", found.union, found.on).whole
    entitled = found.electors.count()
    warning = tag("p", SMALL.format(n=entitled, least=least), class_="toast warn") if queries.small(found) else ""
    come = tag("p", f"应到 {entitled} 人，至少 {queries.must_come(found)} 人到会才能表决。", class_="question")
    form = forms.BeginForm(request.POST or None)
    return _step(request, found, form, actions.begin, "开始表决", top=safe(warning, come), submit="开始表决", said="表决开始了。")


@needs(RUN)
def void(request, pk):
    """Declare a vote void."""
    form = forms.VoidForm(request.POST or None)
    return _step(request, _to_run(request, pk), form, actions.void, "表决作废", danger=True, submit="作废", said="已作废。")


@needs(RUN)
def slips(request, pk):
    """Print slips: the codes are on the answer to this form and nowhere else."""
    found = _to_run(request, pk)
    form = forms.SlipsForm(request.POST or None, initial={"number": found.present or found.electors.count()})
    return _step(
        request, found, form, actions.issue_slips, "印制电子票", done=partial(_printed, request, found), submit="印制",
        note="票号只显示这一次，请先接好打印机。印好后剪开，打乱，让每人随手抽一张；谁抽了哪张，不登记。",
    )


def _printed(request, vote, codes):
    return HttpResponse(render_to_string("voting/slips.html", papers.slips(request, vote, codes)))


@needs(RUN)
def close(request, pk):
    """End an electronic vote and open the box."""
    found = _to_run(request, pk)
    form = forms.CloseForm(queries.collected(found), request.POST or None)
    return _step(
        request, found, form, partial(actions.close, today=timezone.localdate()), "结束表决", submit="结束并计票", danger=True,
        said="表决已结束。", note="结束后不能再投，结果固定，不能再改。",
    )


@needs(RUN)
def hands(request, pk):
    """The numbers of a show of hands."""
    found = _to_run(request, pk)
    form = forms.HandsForm(found, request.POST or None)
    act = partial(actions.record_hands, today=timezone.localdate())
    return _step(request, found, form, act, "登记举手结果", said="结果已登记，表决结束。", wide=True)


@needs(RUN)
def named(request, pk):
    """What everyone chose by name."""
    found = _to_run(request, pk)
    form = forms.NamedForm(request.actor, found, request.POST or None)
    act = partial(actions.record_named, today=timezone.localdate())
    return _step(request, found, form, act, "登记各人的选择", said="结果已登记，表决结束。", wide=True)


@needs(RUN)
def write_in(request, pk):
    """Someone voters wrote on the paper."""
    form = forms.WriteInForm(request.POST or None)
    said = "已登记，请两位计票人重新录入计票单。"
    return _step(request, _to_run(request, pk), form, actions.write_in, "登记另选的人", said=said)


@needs(RUN)
def destroy(request, pk):
    """Destroy ballots and slips."""
    found = _to_run(request, pk)
    act = partial(actions.destroy, vote=found, today=timezone.localdate())
    return confirm_page(
        request, act, title=f"销毁选票：{found}", crumbs=crumbs(found),
        question="选票和票号销毁后不能恢复，也不能再重新计票；结果不受影响。备份里的旧资料随备份一起到期清除。",
        done=here(found), said="已销毁。", submit="销毁", danger=True,
    )


def _to_run(request, pk):
    return get_object_or_404(queries.to_run(request.actor), pk=pk)


def _step(request, vote, form, action, title, *, done=None, **page):
    """A form for one step of one vote, which leads back to the vote."""
    act = partial(action, vote=vote)
    return form_page(request, form, act, title=f"{title}：{vote}", done=done or here(vote), crumbs=crumbs(vote), **page)
