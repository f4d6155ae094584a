"""How the forms of the room ask for a union, a person, a day with a few words."""

from django import forms

from zhijia.areas.relations.queries.cases import BARGAIN, HANDLE, SUPERVISE, found_among
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import DayField, Form, WordsField
from zhijia.kit.lookups import LookupField

SEALED = "加密保存，打开要留痕。"


def told_apart(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


def person_field(actor, label: str) -> LookupField:
    """One person of the rolls within reach; somebody else is written by name."""
    return LookupField(
        label=label, find=lambda text: found_among(actor, text), label_of=told_apart, thing="人", required=False,
        help_text="名册上的人，输入姓名或拼音首字母。",
    )


class CaseForm(UnionForm):
    """Asks for a union, and for a person where `asks_for` names one; fields stand in the order of `order`."""

    power = HANDLE
    asks_for = ""
    order: tuple[str, ...] = ()

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        if self.asks_for:
            self.fields["person"] = person_field(actor, self.asks_for)
        self.order_fields(self.order)


class SupervisionForm(CaseForm):
    power = SUPERVISE


class BargainForm(CaseForm):
    power = BARGAIN


class DayForm(Form):
    """A day."""

    on = DayField(label="日期")


class WhyForm(DayForm):
    """A day and a reason."""

    why = WordsField(label="原因", lines=2, max_length=100)


class AnswerForm(DayForm):
    """A day and an answer."""

    answer = WordsField(label="答复", max_length=2000, help_text=SEALED)


class NamedForm(DayForm):
    """A day, and where something goes."""

    to = forms.CharField(label="部门", max_length=60)
