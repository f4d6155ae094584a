"""Finding one record among thousands by typing: a name, a number, initials. Works without script, faster with it."""

from collections.abc import Callable, Iterable

from django import forms
from django.http import HttpResponse

from zhijia.kit.html import joined, tag

BETWEEN = " · "
MOST = 12


class LookupInput(forms.TextInput):
    """A text box whose suggestions come from the form's own page (`?suggest=field`)."""

    template_name = "kit/lookup.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["suggestions"] = f"{context['widget']['attrs'].get('id', name)}_found"
        return context


class LookupField(forms.Field):
    """One record of many. `find(text)` gives the records a text may mean, already within the actor's reach;
    `label_of(record)` tells them apart ("王芳 · 一车间 · 1023") and begins with what `find` understands.

    One match is taken; several are asked about by name; none is said.
    """

    widget = LookupInput

    def __init__(self, *, find: Callable[[str], Iterable], label_of: Callable = str, thing="记录", **kwargs):
        self.find, self.label_of, self.thing = find, label_of, thing
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else self.label_of(value)

    def to_python(self, value):
        words = (value or "").strip()
        if not words:
            return None
        found = self.candidates(words)
        exact = [each for each in found if self.label_of(each) == words]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise forms.ValidationError(f"找不到“{words}”。请核对写法，或只写姓名、编号的一部分。")
        named = "；".join(self.label_of(each) for each in found)
        raise forms.ValidationError(f"“{words}”有不止一个{self.thing}，请写全其中一个：{named}。")

    def candidates(self, words: str) -> list:
        """The records a text may mean, the first few."""
        asked = words.split(BETWEEN)[0].strip()
        found = []
        for each in self.find(asked):
            found.append(each)
            if len(found) == MOST:
                break
        return found

    def suggestions(self, words: str) -> HttpResponse:
        """The options under the box, as HTML."""
        found = self.candidates(words.strip()) if words.strip() else []
        return HttpResponse(joined(tag("option", value=self.label_of(each)) for each in found))


def suggested(request, form) -> HttpResponse | None:
    """The answer to a box that asks for suggestions, or None when the request is for the page."""
    name = request.GET.get("suggest")
    field = form.fields.get(name) if name and request.method == "GET" else None
    return (
        field.suggestions(request.GET.get(form.add_prefix(name), ""))
        if isinstance(field, LookupField)
        else None
    )
