"""Pieces of forms that many rooms ask with: for which union, and for people by their names."""

import re
from collections.abc import Callable, Iterable

from django import forms

from zhijia.core.org.scope import unions
from zhijia.kit.forms import Form, WordsField
from zhijia.kit.lookups import BETWEEN


class UnionForm(Form):
    """A form that first asks for which union; the actor's own is chosen already. Subclasses name the `power`."""

    power = ""
    union: forms.ModelChoiceField = forms.ModelChoiceField(None, label="工会", empty_label=None)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["union"].queryset = unions(actor, self.power)
        self.fields["union"].initial = actor.home


class NamesField(WordsField):
    """People by name, as a list is read aloud: one a line, or with 、 between them.

    `find(name)` gives the people a name may mean, within reach; homonyms are always asked about, never guessed.
    """

    def __init__(self, *, find: Callable[[str], Iterable], label_of: Callable = str, **kwargs):
        self.find, self.label_of = find, label_of
        kwargs.setdefault("help_text", "一行一个姓名，也可以用顿号、逗号隔开。")
        super().__init__(**kwargs)

    def to_python(self, value):
        names = [name.strip() for name in re.split(r"[\n、，,；;]+", value or "") if name.strip()]
        found, unsure = [], []
        for name in dict.fromkeys(names):
            matches = [each for each in self.find(name.split(BETWEEN)[0]) if name in (each.name, str(each), self.label_of(each))]
            if len(matches) == 1:
                found.append(matches[0])
            else:
                unsure.append(self._asked(name, matches))
        if unsure:
            raise forms.ValidationError(unsure)
        return found

    def _asked(self, name, matches) -> str:
        if not matches:
            return f"名册里没有“{name}”，请核对写法。"
        return f"“{name}”有 {len(matches)} 人，请写成其中一个：{'；'.join(self.label_of(each) for each in matches)}。"
