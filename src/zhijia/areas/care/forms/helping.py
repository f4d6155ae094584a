"""Forms of 帮教 and 结对."""

from django import forms

from zhijia.areas.care.forms.asking import CareForm, person_field
from zhijia.areas.care.models import WatchKind, choices
from zhijia.areas.care.rules import StepKind
from zhijia.kit.forms import ChoiceField, DayField, Form, WordsField


class WatchForm(CareForm):
    """Somebody to take into care."""

    power = "care.watch"
    on = DayField(label="列为帮教日期")
    kind = ChoiceField(label="类别", choices=choices(WatchKind))
    reason = WordsField(label="表现或原因", max_length=400, lines=3, help_text="加密保存，打开要留痕。")
    helper = forms.CharField(label="帮教人", max_length=60)
    home_code = forms.CharField(label="户号", max_length=20, required=False)
    order = ("person", "on", "kind", "reason", "helper", "union")

    def ask(self, actor):
        self.fields["person"] = person_field(actor, "帮教对象")


class StepForm(Form):
    """What was done."""

    kind = ChoiceField(label="措施", choices=choices(StepKind))
    on = DayField(label="日期")
    what = WordsField(label="要点", max_length=400, lines=3, required=False, help_text="加密保存。")
    by = forms.CharField(label="办理人", max_length=60, required=False)
    settled = forms.BooleanField(label="当天已经办成、解决", required=False)


class SettleForm(Form):
    """When it was solved."""

    on = DayField(label="解决日期")


class ReleaseForm(Form):
    """Why nobody need worry any more."""

    on = DayField(label="解除日期")
    outcome = WordsField(label="转变情况", max_length=400, lines=3)


class PairForm(CareForm):
    """A pair to write down."""

    power = "care.pair"
    on = DayField(label="结对日期")
    name = forms.CharField(label="不在名册上的帮扶对象", max_length=40, required=False, help_text="如结对的学生，只写称呼即可。")
    content = WordsField(label="帮扶内容", max_length=400, lines=2, required=False)
    home_code = forms.CharField(label="户号", max_length=20, required=False)
    order = ("helper", "person", "name", "on", "content", "union")

    def ask(self, actor):
        self.fields["helper"] = person_field(actor, "帮扶人")
        self.fields["person"] = person_field(actor, "帮扶对象", required=False)


class UnpairForm(Form):
    """Why a pair ends."""

    on = DayField(label="解除日期")
    why = forms.CharField(label="解除原因", max_length=100)
    effect = WordsField(label="效果", max_length=400, lines=2, required=False)
