"""What every page has: title, way back, buttons."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhijia.kit.buttons import Button, address
from zhijia.kit.buttons import drawn as drawn_buttons

Crumbs = Sequence[tuple[str, str]]


def show(
    request,
    template: str,
    context: dict,
    *,
    title: str,
    note="",
    crumbs: Crumbs = (),
    buttons: Iterable[Button] = (),
    status: int = 200,
) -> HttpResponse:
    """A whole page from a template of the kit. `crumbs` are (label, address) of the pages above this one."""
    about = {
        "title": title,
        "note": note,
        "crumbs": [(label, address(url)) for label, url in crumbs],
        "buttons": drawn_buttons(request, buttons),
    }
    return render(request, template, {**about, **context}, status=status)


def destination(done, result, request):
    """Where to go when an act is done: an address, a url name, or a callable of what the act returned.

    A callable may also return a response of its own, or a record that knows its address.
    """
    wanted = done(result) if callable(done) else done
    if isinstance(wanted, HttpResponse):
        return wanted
    if hasattr(wanted, "get_absolute_url"):
        return wanted.get_absolute_url()
    if isinstance(wanted, (tuple, list)):
        return reverse(wanted[0], args=wanted[1:])
    return address(str(wanted)) if wanted else request.path
