"""What the pages of openness share: finding a record, a step of one, the ways up."""

from functools import partial

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.openness import forms, queries
from zhijia.kit.buttons import Button
from zhijia.kit.formats import day
from zhijia.kit.pages import confirm_page, form_page

READ, EDIT, APPROVE = "openness.read", "openness.edit", "openness.approve"


def item_of(request, pk):
    """An item within reach."""
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def month_asked(request):
    """The month a page is asked for; this month when it makes no sense."""
    this = queries.month_of(queries.today())
    try:
        return forms.MonthField(required=False).clean(request.GET.get("month")) or this
    except ValidationError:
        return this


def entry_asked(request):
    """The entry of the catalogue a page is asked to begin with."""
    wanted = request.GET.get("entry", "")
    known = wanted.isascii() and wanted.isdigit() and len(wanted) < 18
    return queries.in_force(request.actor).filter(pk=wanted).first() if known else None


def to(label, name, record, power=EDIT, kind="plain") -> Button:
    """A button to a step of a record."""
    return Button(label, reverse(f"openness:{name}", args=[record.pk]), kind, power)


def at_item(item):
    return ("openness:item", item.pk)


def hung(found) -> str:
    """From when to when an item hangs, in words."""
    if not found.shown_on:
        return f"征求意见，到 {day(found.asked_until)}"
    return f"{day(found.shown_on)} 至 {day(found.until)}" if found.until else f"{day(found.shown_on)}起，长期"


def up(label="公开事项", name="items"):
    return ((label, f"openness:{name}"),)


def step(request, pk, form, action, title, **more):
    """A form for one step of an item, which leads back to it."""
    found = item_of(request, pk)
    made = form(found) if callable(form) else form
    act = partial(action, item=found)
    return form_page(request, made, act, title=f"{title}：{found}", done=at_item, crumbs=up(), said=f"已{title}。", **more)


def asked_once(request, pk, action, title, question, **more):
    """One question about an item, which leads back to it."""
    found = item_of(request, pk)
    return confirm_page(
        request, partial(action, item=found), title=title, question=question.format(found), done=at_item, crumbs=up(), **more
    )
