"""Filters of a list: django-filter reads and cleans what people ask for; we draw the fields.

    class VisitFilters(FilterSet):
        kind = Choice("kind", label="类别", choices=Visit.Kind.choices)
        on = Between("on", label="走访日期")

Choices are given as values, not as a queryset, so that drawing the box costs no query.
"""

from functools import cache

import django_filters
from django.forms import Select
from django.utils.safestring import SafeString
from django_filters import FilterSet

from zhijia.kit.choices import read_aloud
from zhijia.kit.forms import possible
from zhijia.kit.html import joined, safe, tag, text, void


class Choice(django_filters.ChoiceFilter):
    """One of several; nothing chosen means all."""

    def __init__(self, field_name=None, *, label, choices, **more):
        more.setdefault("empty_label", "全部")
        choices = choices if callable(choices) else read_aloud(choices)
        super().__init__(field_name=field_name, label=label, choices=choices, **more)


class YesNo(django_filters.TypedChoiceFilter):
    """是 or 否 on a yes/no field or on the presence of a value (lookup_expr="isnull")."""

    def __init__(self, field_name=None, *, label, yes="是", no="否", **more):
        super().__init__(
            field_name=field_name,
            label=label,
            choices=(("", "全部"), ("1", yes), ("0", no)),
            coerce=lambda value: value == "1",
            **more,
        )


class PossibleDays(django_filters.fields.DateRangeField):
    """Two days of the calendar people use."""

    def compress(self, data_list):
        found = super().compress(data_list)
        for day in (found.start, found.stop) if found else ():
            possible(day)
        return found


class Between(django_filters.DateFromToRangeFilter):
    """From a day to a day, both included, either left open."""

    field_class = PossibleDays

    def __init__(self, field_name=None, *, label, **more):
        super().__init__(field_name=field_name, label=label, **more)


class Contains(django_filters.CharFilter):
    """Part of a text."""

    def __init__(self, field_name=None, *, label, **more):
        super().__init__(field_name=field_name, label=label, lookup_expr="icontains", **more)


FIXED = (Choice, YesNo, Between, Contains)


def asked_for(kind: type[FilterSet], request, rows) -> FilterSet | None:
    """The filter set a request fills, or None when it asks for nothing and nothing needs to be cleaned."""
    if any(name.startswith(tuple(kind.base_filters)) for name in request.GET) or not _fixed(kind):  # type: ignore[arg-type]  # a class has a hash
        return kind(request.GET, queryset=rows, request=request)
    return None


def drawn(asked: FilterSet) -> SafeString:
    """The fields of a filter set, each with its label and, where what was asked makes no sense, the reason."""
    return joined(_field(asked.form, name) for name in asked.form.fields)


@cache
def drawn_empty(kind: type[FilterSet]) -> SafeString:
    """The fields of a filter set nobody has filled."""
    return drawn(kind({}, queryset=None if kind._meta.model else _NoRows()))


def in_use(asked: FilterSet) -> bool:
    """Whether anything is asked for at all."""
    return any(_given(value) for value in asked.form.cleaned_data.values()) or bool(asked.form.errors)


@cache
def _fixed(kind: type[FilterSet]) -> bool:
    """Whether the fields are the same for everybody: no set-up of its own, no choices found by asking."""
    return kind.__init__ is FilterSet.__init__ and all(
        type(each) in FIXED and not callable(each.extra.get("choices")) for each in kind.base_filters.values()
    )


class _NoRows:
    """Stands for the rows where only the fields are wanted."""

    model = None


def _given(value) -> bool:
    return value is not None and value != "" and value != []


def _field(form, name: str) -> SafeString:
    bound = form[name]
    wrong = joined(tag("span", error, class_="wrong") for error in bound.errors)
    if isinstance(form.fields[name], django_filters.fields.RangeField):
        return safe(
            '<fieldset class="between">', tag("legend", bound.label), _between(bound), wrong, "</fieldset>"
        )
    control = _select(bound) if isinstance(form.fields[name].widget, Select) else _input(bound)
    return safe("<label>", tag("span", bound.label), control, wrong, "</label>")


def _select(bound) -> SafeString:
    now = str(bound.value() or "")
    options = [
        f'<option value="{text(key)}"{" selected" if str(key) == now else ""}>{text(label)}</option>'
        for key, label in bound.field.widget.choices
    ]
    return safe(f'<select name="{text(bound.html_name)}">', *options, "</select>")


def _input(bound) -> SafeString:
    return void(
        "input", type=bound.field.widget.input_type, name=bound.html_name, value=bound.value() or None
    )


def _between(bound) -> SafeString:
    low, high = bound.field.widget.suffixes
    since, until = bound.value() or (None, None)
    return safe(
        void(
            "input",
            type="date",
            name=f"{bound.html_name}_{low}",
            value=since or None,
            aria_label=f"{bound.label}从",
        ),
        "<span>至</span>",
        void(
            "input",
            type="date",
            name=f"{bound.html_name}_{high}",
            value=until or None,
            aria_label=f"{bound.label}到",
        ),
    )
