"""Pages of 帮教 and 结对帮扶."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.utils import timezone

from zhijia.areas.care import actions, filters, forms, queries, tables
from zhijia.areas.care.views.showing import act, at, seen, to, up, warned
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page

READ, WATCH, PAIR = "care.read", "care.watch", "care.pair"


@needs(WATCH)
def watches(request):
    """Workers watched over."""
    buttons = (Button("列入帮教", "care:watch_over", "primary"), Button("帮教措施", "care:steps"))
    return list_page(
        request,
        queries.helping.watches(request.actor),
        tables.WATCHES,
        title="帮教",
        filters=filters.WatchFilters,
        buttons=buttons,
        unit="人",
    )


@needs(WATCH)
def watch(request, pk):
    """One watched worker: looking leaves a trace."""
    found = _watch(request, pk)
    facts = (
        ("类别", found.kind),
        ("单位", found.union),
        ("表现或原因", found.reason),
        ("帮教人", found.helper),
        ("列为帮教", found.opened_on),
        ("谈话次数", found.talks),
        ("解除日期", found.released_on),
        ("转变情况", found.outcome),
    )
    steps = Section("做了什么", table=tables.STEPS_OF, rows=queries.helping.steps(request.actor, found), limit=None)
    buttons = (
        (to("添加措施", "take_step", found, WATCH, "primary"), to("解除帮教", "release", found, WATCH))
        if not found.released_on
        else ()
    )
    page = partial(
        detail_page, request, title=f"{found.person} 帮教", facts=facts, sections=[steps], buttons=buttons, crumbs=up("watches")
    )
    return seen(request, [found.person], "watch", "办理帮教", page)


@needs(WATCH)
def watch_over(request):
    """Take somebody into care."""
    form = forms.WatchForm(request.actor, request.POST or None, initial={"on": timezone.localdate()})
    return form_page(request, form, actions.watch, title="列入帮教", done=at("watch"), crumbs=up("watches"))


@needs(WATCH)
def take_step(request, pk):
    form = forms.StepForm(request.POST or None, initial={"on": timezone.localdate()})
    return act(request, _watch(request, pk), "watch", form, actions.take_step, "添加措施")


@needs(WATCH)
def release(request, pk):
    return act(request, _watch(request, pk), "watch", forms.ReleaseForm(request.POST or None), actions.release, "解除帮教")


@needs(WATCH)
def steps(request):
    """Everything done, of everybody."""
    return list_page(
        request, queries.helping.all_steps(request.actor), tables.STEPS, title="帮教措施", crumbs=up("watches"), unit="次"
    )


@needs(WATCH)
def settle_step(request, pk):
    """What was begun is solved."""
    step = get_object_or_404(queries.helping.all_steps(request.actor).filter(settled_on=None), pk=pk)
    form = forms.SettleForm(request.POST or None, initial={"on": timezone.localdate()})
    return form_page(
        request,
        form,
        partial(actions.settle_step, step=step),
        title=f"{step.kind}：已解决",
        done=("care:watch", step.watch_id),
        crumbs=up("watches"),
    )


@needs(READ)
def pairs(request):
    """Pairs."""
    buttons = (Button("结对", "care:pair_up", "primary", PAIR),)
    return list_page(
        request,
        queries.helping.pairs(request.actor),
        tables.PAIRS,
        title="结对帮扶",
        filters=filters.PairFilters,
        buttons=buttons,
        unit="对",
    )


@needs(READ)
def pair(request, pk):
    """One pair."""
    found = _pair(request, pk)
    facts = (
        ("帮扶人", found.helper_name),
        ("帮扶对象", found.name),
        ("单位", found.union),
        ("结对日期", found.started_on),
        ("帮扶内容", found.content),
        ("解除日期", found.ended_on),
        ("解除原因", found.ended_why),
        ("效果", found.effect),
    )
    buttons = () if found.ended_on else (to("解除结对", "unpair", found, PAIR),)
    sections = warned(queries.warnings.pair_warnings(found))
    page = partial(detail_page, request, title=str(found), facts=facts, sections=sections, buttons=buttons, crumbs=up("pairs"))
    return seen(request, [found.person], "pairs", "查看结对帮扶", page)


@needs(PAIR)
def pair_up(request):
    """Somebody stands by a household."""
    form = forms.PairForm(request.actor, request.POST or None, initial={"on": timezone.localdate()})
    return form_page(request, form, actions.pair, title="结对", done=at("pair"), crumbs=up("pairs"))


@needs(PAIR)
def unpair(request, pk):
    return act(request, _pair(request, pk), "pair", forms.UnpairForm(request.POST or None), actions.unpair, "解除结对")


def _watch(request, pk):
    return get_object_or_404(queries.helping.watches(request.actor), pk=pk)


def _pair(request, pk):
    return get_object_or_404(queries.helping.pairs(request.actor), pk=pk)
