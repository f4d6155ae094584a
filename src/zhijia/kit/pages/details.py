"""The page of one record."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from zhijia.kit.buttons import Button
from zhijia.kit.html import safe
from zhijia.kit.pages.common import Crumbs, show
from zhijia.kit.pages.prints import print_page
from zhijia.kit.pages.sections import Facts, Section, drawn, facts_list


def detail_page(
    request,
    *,
    title: str,
    facts: Facts = (),
    sections: Sequence[Section] = (),
    buttons: Iterable[Button] = (),
    note="",
    crumbs: Crumbs = (),
    unit="",
) -> HttpResponse:
    """Facts on top, sections below; `?print=1` is the same record on paper."""
    facts = tuple(facts)
    if request.GET.get("print"):
        return print_page(
            request, title=title, sections=[Section(facts=facts), *sections], unit=unit, note=note
        )
    body = safe(*(drawn(request, section) for section in sections))
    return show(
        request,
        "kit/detail.html",
        {"facts": facts_list(facts), "sections": body},
        title=title,
        note=note,
        crumbs=crumbs,
        buttons=buttons,
    )
