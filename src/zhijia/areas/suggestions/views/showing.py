"""What the pages of suggestions have in common."""

from django.shortcuts import get_object_or_404

from zhijia.areas.suggestions import queries
from zhijia.kit.pages import form_page

LIST = (("合理化建议", "suggestions:suggestions"),)
HANDLE, RAISE = "suggestions.handle", "suggestions.raise"


def found_for(request, pk, power: str):
    """A suggestion the actor may act upon by a power."""
    return get_object_or_404(queries.visible(request.actor, power), pk=pk)


def here(record):
    """The page of the suggestion an act was about."""
    return ("suggestions:suggestion", getattr(record, "suggestion_id", record.pk))


def act(request, suggestion, form, action, title: str, **more):
    """A form for one step of one suggestion, which leads back to it."""
    crumbs = (*LIST, (suggestion.number, f"/suggestions/{suggestion.pk}/"))
    return form_page(
        request, form, lambda actor, **told: action(actor, suggestion, **told), title=title,
        note=more.pop("note", "") or f"{suggestion.title}（{suggestion.who}）", done=here, crumbs=crumbs, **more,
    )
