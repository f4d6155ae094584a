"""Pages that change something: a form, or one question. Nothing typed is lost, nothing is done twice."""

from collections.abc import Callable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.safestring import SafeString

from zhijia.core.refused import Refused
from zhijia.kit.buttons import address
from zhijia.kit.forms import Form
from zhijia.kit.html import safe, tag, text
from zhijia.kit.lookups import suggested
from zhijia.kit.once import FIELD, fresh, once
from zhijia.kit.pages.common import destination, show
from zhijia.kit.toasts import say

LOST = "这个表单已经提交过了，没有重复办理。"


def form_page(
    request,
    form,
    act: Callable,
    *,
    title: str,
    done,
    submit="保存",
    said="已保存。",
    cancel="",
    top="",
    undo: Callable | None = None,
    danger=False,
    wide=False,
    **about,
) -> HttpResponse:
    """Show a form; when it is sent and sound, `act(actor, **form.cleaned_data)` and go to `done`.

    `done`: an address, a url name, (url name, key…), or a callable of what the act returned giving one of these
    or a response. `said` is the message afterwards, `undo(result)` the address that takes the act back. Refused
    and ValidationError from the act are shown at the top of the form, which keeps its input. `top` is HTML the
    kit has built, shown above the fields. `about`: note, crumbs, buttons.
    """
    if (answer := suggested(request, form)) is not None:
        return answer
    if request.method == "POST" and form.is_valid():
        response = _carried_out(request, form, act, done=done, said=said, undo=undo)
        if response is not None:
            return response
    wrong = bool(form.is_bound and form.errors)
    context = {
        "form": form,
        "submit": submit,
        "cancel": cancel and address(cancel),
        "top": top,
        "danger": danger,
        "wide": wide,
        "errors": error_summary(form) if wrong else "",
        "once": (FIELD, fresh()),
    }
    return show(request, "kit/form.html", context, title=title, status=422 if wrong else 200, **about)


def _carried_out(request, form, act, *, done, said, undo) -> HttpResponse | None:
    """The way on after the act, or None when it was refused and the form has to be shown again."""
    kept = {}

    def whole():
        kept["result"] = act(request.actor, **form.cleaned_data)
        return destination(done, kept["result"], request)

    try:
        then, first = once(request.POST.get(FIELD, ""), whole)
    except Refused as no:
        form.add_error(None, str(no))
        return None
    except ValidationError as wrong:
        blame(form, wrong)
        return None
    if isinstance(then, HttpResponse):
        return then
    if said:
        say(request, said if first else LOST, undo=undo(kept["result"]) if undo and first else "")
    return HttpResponseRedirect(then or request.path)


def blame(form, wrong: ValidationError) -> None:
    """Put each complaint at its field, and at the top of the form what belongs to none."""
    told = wrong.message_dict if hasattr(wrong, "error_dict") else {NON_FIELD_ERRORS: wrong.messages}
    for name, messages in told.items():
        form.add_error(name if name in form.fields else None, messages)


def error_summary(form) -> SafeString:
    """What is wrong, each linked to its field, first in the page."""
    lines = [tag("li", message) for message in form.non_field_errors()]
    for bound in form:
        label = bound.label
        lines += [
            tag("li", tag("a", f"{label}：{message}", href=f"#{bound.id_for_label or bound.auto_id}"))
            for message in bound.errors
        ]
    return safe(
        '<div class="errors" role="alert" tabindex="-1" id="errors"><h2>没有保存，请看下面：</h2><ul>',
        *lines,
        "</ul></div>",
    )


def confirm_page(
    request, act: Callable, *, title: str, question: str, done, submit="确定", said="已办理。", top="", **page
) -> HttpResponse:
    """Ask before an act that needs no further input: `act(actor)` on yes.

    `danger=True` marks what is hard to take back; the rest is as in `form_page`.
    """
    asked = safe(*(tag("p", line, class_="question") for line in question.splitlines()), text(top))
    form = Form(request.POST if request.method == "POST" else None)
    return form_page(request, form, act, title=title, done=done, submit=submit, said=said, top=asked, **page)
