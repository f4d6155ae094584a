"""Pages where a suggestion is raised, corrected and taken back."""

from functools import partial

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.suggestions import actions, forms, queries
from zhijia.areas.suggestions.views.showing import HANDLE, LIST, RAISE, act, found_for, here
from zhijia.core.org.scope import unions
from zhijia.core.org.web import for_known, needs
from zhijia.kit.pages import confirm_page, form_page, message_page

WORDS = ("title", "problem", "measure", "kind", "expected", "hidden", "raised_on")


@for_known
def suggest_own(request):
    """Raise one's own suggestion: three fields, on a phone as well."""
    person = queries.own_person(request.actor)
    if person is None:
        return HttpResponseRedirect(reverse("suggestions:mine"))
    form = forms.OwnForm(person, request.POST or None)
    return form_page(
        request, form, partial(actions.suggest_own, person=person), title="提一条建议", done=here, submit="提交",
        said="已提交，可以在这里看到办到哪一步。", crumbs=(("我的建议", "suggestions:mine"),), cancel="suggestions:mine",
    )


@needs(RAISE)
def suggest(request):
    """Write down a suggestion from a paper slip."""
    home = unions(request.actor, RAISE).first()
    if home is None:
        raise Http404("您的工会已经撤销，不能再登记。")
    form = forms.SlipForm(request.actor, home, request.POST or None)
    return form_page(
        request, form, _written_down, title="登记建议", done=here, said="已登记。", crumbs=LIST, cancel="suggestions:suggestions"
    )


def _written_down(actor, *, makers, **told):
    """The slip belongs to the group of the first who made it."""
    return actions.suggest(actor, union=makers[0].person.union, makers=makers, **told)


def _open(request, pk, power):
    """A suggestion that may be changed, in one's hands or one's own, and whether it is one's own."""
    found = get_object_or_404(queries.open_to(request.actor, power), pk=pk)
    return found, queries.is_own(request.actor, found)


@for_known
def correct(request, pk):
    """Correct what was written."""
    found, own = _open(request, pk, RAISE)
    initial = {name: getattr(found, name) for name in WORDS}
    form = forms.CorrectForm(found.union, request.POST or None, initial=initial, own=own)
    return act(request, found, form, partial(actions.correct, own=own), "更正建议", note="原来的写法会留痕。")


@for_known
def withdraw(request, pk):
    """Take it back before it is decided."""
    found, own = _open(request, pk, HANDLE)
    return confirm_page(
        request, partial(actions.withdraw, suggestion=found, own=own), title="撤回建议", danger=True, submit="撤回",
        question=f"撤回“{found.title}”？记录会留着，写明已撤回。", done=here, said="已撤回。",
    )


@needs("suggestions.names")
def name_authors(request, pk):
    """Say anew who made it."""
    found = found_for(request, pk, "suggestions.names")
    known = "" if found.hidden else "\n".join(
        f"{forms.who(a.person) if a.person else a.name} {a.share.normalize():f}" for a in queries.authors(found)
    )
    form = forms.AuthorsForm(request.actor, request.POST or None, initial={"makers": known})
    return act(request, found, form, actions.name_authors, "更正建议人")


@needs("suggestions.names")
def reveal(request, pk):
    """The names kept from management, with a purpose their bearers can read."""
    found = found_for(request, pk, "suggestions.names")

    def shown(made):
        told = "\n".join(f"{each.name}（{each.share.normalize():f}%）" for each in made)
        text = f"{told}\n这次查看已经留痕，本人可以看到。请不要告诉评估部门和管理方。"
        return message_page(request, title=f"{found.number}的建议人", text=text, crumbs=LIST)

    form = forms.PurposeForm(request.POST or None)
    return form_page(
        request, form, partial(actions.reveal, suggestion=found), title="看建议人姓名", done=shown, submit="查看", said="",
        note="这件建议的建议人要求不向管理方公开姓名。", crumbs=LIST,
    )
