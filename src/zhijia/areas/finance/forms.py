"""Turns what people type about donations and dues into values."""

from datetime import date

from django import forms

from zhijia.areas.finance.rules import PayWay
from zhijia.areas.members.queries import people_for_pick, searched, visible
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, DayField, Form, MoneyField
from zhijia.kit.lookups import LookupField

WAYS = [(str(way), str(way)) for way in PayWay]


def told_apart(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


def person_field(actor, union, label: str, **more) -> LookupField:
    """One person of a union's roll."""
    return LookupField(
        label=label,
        find=lambda text: people_for_pick(actor, union, text),
        label_of=told_apart,
        thing="人",
        help_text="输入姓名或拼音首字母。",
        **more,
    )


class MonthField(forms.Field):
    """A month, from the browser's own calendar or typed: 2021-03, 2021年3月."""

    widget = forms.TextInput(attrs={"type": "month"})

    def to_python(self, value):
        digits = "".join(c if c.isdigit() else " " for c in value or "").split()
        if not digits:
            return None
        try:
            return date(int(digits[0]), int(digits[1]), 1)
        except (IndexError, ValueError):
            raise forms.ValidationError("请填月份，如 2021-03。") from None

    def prepare_value(self, value):
        return f"{value:%Y-%m}" if isinstance(value, date) else value


class DriveForm(UnionForm):
    """A call for donations."""

    power = "finance.donations"
    title = forms.CharField(label="名称", max_length=60, help_text="如：捐资助学。")
    purpose = forms.CharField(label="用途", max_length=120)
    opened_on = DayField(label="发起日期")
    closed_on = DayField(label="截止日期", required=False)


class CloseForm(Form):
    """The last day of a drive."""

    on = DayField(label="截止日期")


class DonateForm(Form):
    """A gift."""

    def __init__(self, actor, drive, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(actor, drive.union, "捐款人", required=False)
        self.order_fields(("person", "name", "amount", "on", "named"))

    name = forms.CharField(label="不在名册上的捐款人", max_length=40, required=False, help_text="不留名的不填。")
    amount = MoneyField(label="金额（元）")
    on = DayField(label="日期")
    named = forms.BooleanField(label="本人同意公布姓名", required=False)


class UseForm(Form):
    """A use of the money."""

    what = forms.CharField(label="用途", max_length=80)
    amount = MoneyField(label="金额（元）")
    on = DayField(label="日期")


class ChargeForm(Form):
    """One member's dues of a month."""

    month = MonthField(label="月份")
    wage = MoneyField(label="计费工资（元）", help_text="不含奖金、津贴；只用来算会费，不保存。")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["person"] = LookupField(
            label="会员", find=self.members, label_of=told_apart, thing="人", help_text="输入姓名或拼音首字母。"
        )
        self.order_fields(("person", "month", "wage"))

    def members(self, text: str) -> list:
        """People within reach a text may mean."""
        return list(searched(visible(self.actor), text).order_by("name", "id")[:20])


class MonthForm(UnionForm):
    """A month to charge for everybody."""

    power = "finance.dues"
    month = MonthField(label="月份")


class PayForm(Form):
    """One member's payment."""

    amount = MoneyField(label="实缴（元）")
    on = DayField(label="缴纳日期")
    way = ChoiceField(label="方式", choices=WAYS)


class PayAllForm(MonthForm):
    """Everybody of a group paid."""

    on = DayField(label="缴纳日期")
    way = ChoiceField(label="方式", choices=WAYS)
