"""What the pages of sittings share: finding a record within reach, a step that leads back, a reason shown only with a trace."""

from functools import partial

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.congress.queries import sittings
from zhijia.core.trail.looks import looked
from zhijia.kit.pages import (
    Button,
    form_page,
)

READ, EDIT = "congress.read", "congress.edit"
CRUMBS = (("会议", "congress:sittings"),)


def seen(request, delegates, purpose: str, page):
    """Show a page only after the look is written down at the record of everyone whose reason it tells.

    If that fails, nothing is shown.
    """
    people = {each.person_id: each.person for each in delegates}
    with transaction.atomic():
        looked(request.actor, people.values(), "congress", purpose)
        return page()


def step(request, found, form, act, title, **page):
    return form_page(
        request, form, partial(act, sitting=found), title=f"{title}：{found.short}", crumbs=up(found), **{"done": here, **page},
    )


def step_of_item(request, found, form, act, title, **page):
    page = {"done": ("congress:item", found.pk), **page}
    return form_page(request, form, partial(act, item=found), title=f"{title}：{found}", crumbs=up(found.sitting), **page)


def a_sitting(request, pk):
    return get_object_or_404(sittings.sittings(request.actor), pk=pk)


def a_chamber(request, pk):
    return get_object_or_404(sittings.chambers(request.actor), pk=pk)


def an_item(request, pk):
    return get_object_or_404(sittings.items(request.actor), pk=pk)


def a_resolution(request, pk):
    return get_object_or_404(sittings.resolutions(request.actor), pk=pk)


def to(label, name, record, kind="plain"):
    return Button(label, reverse(f"congress:{name}", args=[record.pk]), kind, EDIT)


def here(sitting):
    return ("congress:sitting", sitting.pk)


def up(sitting):
    return (*CRUMBS, (sitting.short, reverse("congress:sitting", args=[sitting.pk])))
