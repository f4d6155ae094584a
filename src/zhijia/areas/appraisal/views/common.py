"""What the pages of appraisal share: finding a record within reach, a step that leads back, a look that is written down."""

from functools import partial

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.appraisal import queries
from zhijia.areas.appraisal.rules import Stage
from zhijia.core.trail.looks import looked
from zhijia.kit.pages import (
    Button,
    form_page,
)

READ, RUN = "appraisal.read", "appraisal.run"
CRUMBS = (("评议和测评", "appraisal:rounds"),)


def to(record, label, name, kind="plain", power=RUN):
    """A button that leads to a step of a record."""
    return Button(label, reverse(f"appraisal:{name}", args=[record.pk]), kind, power)


def step(request, found, form, act, title, **more):
    """A form for one step of a round, which leads back to it."""
    return form_page(
        request, form, partial(act, found=found), title=title, done=here(found), crumbs=up(found), **more
    )


def seen(request, person, purpose, page):
    """Show a page with someone's report or talk only after the look is written down."""
    with transaction.atomic():
        looked(request.actor, [person], "appraisal", purpose)
        return page()


def a_round(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def a_released_round(request, pk):
    return get_object_or_404(queries.visible(request.actor).filter(stage=Stage.RELEASED), pk=pk)


def a_round_to_run(request, pk):
    return get_object_or_404(queries.to_run(request.actor), pk=pk)


def a_subject(request, pk):
    return get_object_or_404(queries.subjects(request.actor), pk=pk)


def a_subject_to_run(request, pk):
    return get_object_or_404(queries.subjects(request.actor).filter(round__in=queries.to_run(request.actor)), pk=pk)


def a_panel(request, pk, power=RUN):
    return get_object_or_404(queries.panels(request.actor, power), pk=pk)


def a_talk(request, pk):
    return get_object_or_404(queries.talks(request.actor), pk=pk)


def here(found):
    """The page of the round."""
    return ("appraisal:round", found.pk)


def here_panel(found):
    return ("appraisal:panel", found.pk)


def up(found):
    """The way back to the round."""
    return (*CRUMBS, (str(found), reverse("appraisal:round", args=[found.pk])))
