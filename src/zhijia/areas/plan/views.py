"""Pages of the plan room."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.plan import actions, export, forms, queries, tables
from zhijia.core.org.web import needs
from zhijia.kit.buttons import Button
from zhijia.kit.pages import Section, confirm_page, detail_page, form_page, list_page, word_page

HOME = [("工作计划", "plan:plans")]


def plan_url(plan) -> str:
    return reverse("plan:plan", args=[plan.pk])


def _crumbs(plan):
    return [*HOME, (plan.title, plan_url(plan))]


def _item(request, pk):
    return get_object_or_404(queries.items_to_edit(request.actor), pk=pk)


def _writable(request, pk):
    return get_object_or_404(queries.writable(request.actor), pk=pk)


@needs("plan.read")
def plans(request):
    """Plans, newest first."""
    buttons = [Button("拟定计划", "plan:begin", "primary", power="plan.write")]
    return list_page(
        request, queries.visible(request.actor), tables.PLANS, title="工作计划", buttons=buttons, unit="份"
    )


@needs("plan.write")
def begin(request):
    """Begin the plan of a year."""
    form = forms.BeginForm(request.actor, request.POST or None)
    return form_page(
        request, form, actions.begin, title="拟定计划", done=plan_url, submit="拟定", said="已拟好，请逐项补上责任人和时限。",
        cancel="plan:plans", crumbs=HOME,
    )  # fmt: skip


@needs("plan.read")
def plan(request, pk):
    """One plan with the progress of its items."""
    found = get_object_or_404(queries.visible(request.actor), pk=pk)
    rows = queries.board(found, timezone.localdate())
    lacks = queries.lacks(found)
    counts = f"{sum(row.progress.done for row in rows)}/{sum(row.pressing != '已取消' for row in rows)} 件"
    facts = [("工会", found.union.name), ("年度", str(found.year)), ("状态", found.state), ("完成", counts)]
    facts += [("通过", f"{found.adopted_on} {found.adopted_by}")] if found.adopted_on else []
    facts += [("还要补", f"{len(lacks)} 项没有写责任人或措施")] if lacks else []
    return detail_page(
        request, title=found.title, facts=facts, unit=found.union.name, crumbs=HOME,
        sections=[Section("计划事项", table=tables.BOARD, rows=rows, limit=None)], buttons=_buttons(request.actor, found),
    )  # fmt: skip


def _buttons(actor, found):
    at = partial(reverse, args=[found.pk])
    if actor.can("plan.write", found.union):
        yield Button("添加事项", at("plan:add"), "primary")
    if found.adopted_on is None and actor.can("plan.adopt", found.union):
        yield Button("通过计划", at("plan:adopt"))
    yield Button("下载 Word", at("plan:word"))
    yield Button("打印", "?print=1")


@needs("plan.read")
def word(request, pk):
    """The plan in Word."""
    found = get_object_or_404(queries.visible(request.actor), pk=pk)
    return word_page(export.assembled(found), export.file_name(found, ""))


@needs("plan.adopt")
def adopt(request, pk):
    """Adopt a plan."""
    found = _writable(request, pk)
    form = forms.AdoptForm(request.POST or None, initial={"adopted_on": timezone.localdate()})

    def act(actor, **told):
        return actions.adopt(actor, found, **told)

    return form_page(
        request, form, act, title="通过计划", done=plan_url, said="已通过。", cancel=plan_url(found), crumbs=_crumbs(found),
        note="通过以后，事项按时限出现在待办里，完成情况计入总结；仍可添加、修改，都有记录。",
    )  # fmt: skip


@needs("plan.write")
def add(request, pk):
    """Add an item."""
    found = _writable(request, pk)
    form = forms.ItemForm(request.POST or None)

    def act(actor, **told):
        return actions.add(actor, found, **told)

    back = plan_url(found)
    return form_page(
        request, form, act, title="添加事项", done=back, said="已添加。", cancel=back, crumbs=_crumbs(found)
    )


@needs("plan.read")
def item(request, pk):
    """One item of a plan."""
    found = get_object_or_404(queries.items_seen(request.actor), pk=pk)
    made = queries.progress(found)
    facts = [
        ("工作内容", found.what), ("目标、指标", tables.target(found)), ("措施", found.measure), ("责任人", found.owner),
        ("协助", found.helper), ("起止", tables.span(found)), ("经费（元）", found.money), ("进度", str(made)),
        ("完成标志", found.finish_mark), ("状态", found.state), ("完成日期", found.done_on), ("备注", found.note),
    ]  # fmt: skip
    return detail_page(
        request, title=found.what, facts=facts, crumbs=_crumbs(found.plan), unit=found.union.name,
        buttons=_ways(request.actor, found),
    )  # fmt: skip


def _ways(actor, found):
    if not actor.can("plan.write", found.union):
        return
    at = partial(reverse, args=[found.pk])
    if found.state == "进行中":
        yield Button("登记完成", at("plan:finish"), "primary")
    yield Button("修改", at("plan:change"))
    if found.state == "已取消" or found.state == "已完成":
        yield Button("恢复", at("plan:resume"))
    else:
        yield Button("取消这一项", at("plan:drop"), "danger")


@needs("plan.write")
def change(request, pk):
    """Change an item."""
    found = _item(request, pk)
    form = forms.ItemForm(request.POST or None, initial={name: getattr(found, name) for name in forms.NAMES})

    def act(actor, **told):
        return actions.change(actor, found, **told)

    return _item_form(request, form, act, found, "修改事项")


@needs("plan.write")
def finish(request, pk):
    """Say that an item is finished."""
    found = _item(request, pk)
    form = forms.FinishForm(request.POST or None, initial={"done_on": timezone.localdate()})

    def act(actor, **told):
        return actions.finish(actor, found, **told)

    return _item_form(request, form, act, found, "登记完成")


@needs("plan.write")
def drop(request, pk):
    """Give an item up."""
    found = _item(request, pk)
    form = forms.DropForm(request.POST or None)

    def act(actor, **told):
        return actions.drop(actor, found, **told)

    return _item_form(request, form, act, found, "取消事项")


@needs("plan.write")
def resume(request, pk):
    """Take an item up again."""
    found = _item(request, pk)
    back = reverse("plan:item", args=[found.pk])
    return confirm_page(
        request, lambda actor: actions.resume(actor, found), title="恢复事项", question=f"把“{found.what}”恢复为进行中？",
        done=back, cancel=back, crumbs=_crumbs(found.plan),
    )  # fmt: skip


def _item_form(request, form, act, found, title):
    back = reverse("plan:item", args=[found.pk])
    return form_page(
        request, form, act, title=title, done=plan_url(found.plan), cancel=back, crumbs=_crumbs(found.plan)
    )
