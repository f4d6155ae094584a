"""Asking for what a step needs to know."""

from decimal import Decimal

from django import forms
from django.utils import timezone

from zhijia.areas.suggestions.rules import INPUTS, Formula
from zhijia.kit.forms import ChoiceField, DayField, Form, MoneyField, WordsField

FAVOURS = (("1", "建议采纳"), ("0", "建议不采纳"))


class DayForm(Form):
    """The day of a step."""

    on = DayField(label="日期", initial=timezone.localdate)


class AcceptForm(DayForm):
    """Who accepts it."""

    by = forms.CharField(label="受理人", max_length=40, required=False, help_text="不填就是您。")


class OpinionForm(DayForm):
    """What a department says."""

    department = forms.CharField(label="评估部门", max_length=40)
    by = forms.CharField(label="评估人", max_length=40)
    favours = ChoiceField(label="意见", choices=FAVOURS)
    words = WordsField(label="理由", max_length=500, lines=3)
    field_order = ("department", "by", "favours", "words", "on")

    def clean_favours(self):
        return self.cleaned_data["favours"] == "1"


class AdoptForm(DayForm):
    """Who puts it into effect, and by when."""

    unit = forms.CharField(label="实施单位", max_length=60, required=False)
    due_on = DayField(label="实施期限", required=False)


class RefuseForm(DayForm):
    """Why not."""

    reason = WordsField(label="不采纳理由", max_length=500, lines=4, help_text="建议人会看到这段话；请写具体原因。")
    field_order = ("reason", "on")


class FinishForm(DayForm):
    """How it was put into effect."""

    result = WordsField(label="实施情况", max_length=1000, required=False)


class ReckonForm(DayForm):
    """The inputs of one formula."""

    beside = ("before", "after", "output", "price", "spent", "running", "hours", "rate")

    def __init__(self, formula: Formula, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.formula = formula
        for key, label in INPUTS[formula]:
            self.fields[key] = MoneyField(label=label, decimal_places=4, max_digits=18)
        self.fields["note"] = WordsField(
            label="计算说明", max_length=500, lines=3, required=formula == Formula.MANUAL,
            help_text="数据从哪里来；其他算法要写清怎么算的。",
        )
        self.order_fields((*(key for key, _ in INPUTS[formula]), "note", "on"))

    def clean(self):
        told = super().clean()
        given = {key: told.pop(key, None) for key, _ in INPUTS[self.formula]}
        return {**told, "formula": self.formula.value, "given": given}


class SendBackForm(DayForm):
    """Why finance does not agree."""

    why = WordsField(label="退回原因", max_length=200, lines=3)
    field_order = ("why", "on")


class GradeForm(DayForm):
    """What the panel decides; the grade is asked for only where no value was signed."""

    def __init__(self, grades, *args, valued: bool, done: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not valued:
            told = [(row[0], f"{row[0]} 等（奖金 {row[3]} 元至 {row[4]} 元）") for row in grades]
            self.fields["grade"] = forms.TypedChoiceField(label="等级", choices=[("", "请选择"), *told], coerce=int)
        self.fields["why"] = WordsField(label="定级说明", max_length=300, lines=3, required=not valued)
        self.fields["borrowed"] = forms.BooleanField(label="推广已有技术（降一等）", required=False)
        self.fields["reserve"] = forms.BooleanField(label="技术储备，还没有实施", required=not done)
        for name in ("borrowed",) if not valued else ("reserve",) if done else ():
            del self.fields[name]
        self.order_fields(("grade", "why", "borrowed", "reserve", "on"))


class ReportForm(Form):
    """When it was reported up, and when the union above agreed."""

    reported_on = DayField(label="报上级日期")
    approved_on = DayField(label="上级批复日期", required=False, help_text="还没有批复就先不填，批复后再来补。")


class RewardForm(DayForm):
    """How much."""

    amount = MoneyField(label="应得奖金（元）")
    elsewhere = MoneyField(label="同一成果在别处已得奖金（元）", required=False, help_text="不重复奖励：就高不就低，只发差额。")
    why = forms.CharField(label="说明", max_length=200, required=False)
    later = ("elsewhere", "why")

    def clean_elsewhere(self):
        return self.cleaned_data["elsewhere"] or Decimal(0)


class UpgradeForm(DayForm):
    """A higher grade later."""

    grade = forms.IntegerField(label="升到几等", min_value=1, max_value=99)
    amount = MoneyField(label="新等级应得奖金（元）", help_text="自动扣去已发的，只补差额。")
    why = WordsField(label="升级理由", max_length=200, lines=2)
    approved_on = DayField(label="上级批复日期", required=False, help_text="须报上级审批的等级才填。")
    field_order = ("grade", "amount", "why", "approved_on", "on")


class PostForm(DayForm):
    """When the list goes up."""

    let_pass = forms.CharField(
        label="姓名公开的理由", max_length=200, required=False,
        help_text="建议人同时是受帮扶职工的，要有本人书面同意才能公示姓名。",
    )
    later = ("let_pass",)


class FileForm(DayForm):
    """How far it was spread."""

    spread = forms.CharField(label="推广情况", max_length=200, required=False)


class WhyForm(Form):
    """Why a step is taken back."""

    why = WordsField(label="退回原因", max_length=100, lines=2)


class PurposeForm(Form):
    """Why a name has to be known."""

    purpose = forms.CharField(label="查看事由", max_length=100, help_text="如：发放奖金。本人可以看到谁看过。")
