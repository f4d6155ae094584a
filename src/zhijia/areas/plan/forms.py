"""What people type about plans."""

from django import forms
from django.utils import timezone

from zhijia.areas.plan import queries
from zhijia.areas.plan.rules import AT_LEAST, AT_MOST
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, MoneyField, WordsField


class BeginForm(UnionForm):
    """A new plan and what it starts from."""

    power = queries.WRITE
    year = CountField(label="年度", min_value=1949, max_value=2100)
    from_last = forms.BooleanField(label="列入上年没有完成的事项", required=False, initial=True)
    from_calendar = forms.BooleanField(label="列入工会年历上每年要办的事", required=False, initial=True)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        today = timezone.localdate()
        self.fields["year"].initial = today.year + (today.month > 9)


class ItemForm(Form):
    """One item: what, who, how, by when; the goal on a figure shows its progress without typing."""

    what = forms.CharField(label="工作内容", max_length=200)
    owner = forms.CharField(label="责任人", max_length=60, required=False)
    due = DayField(label="完成时限")
    measure = WordsField(label="措施", lines=3, max_length=400, required=False)
    area = forms.CharField(
        label="门类",
        max_length=20,
        required=False,
        help_text="如：组织建设、关爱帮扶。打印时同一门类放在一起。",
    )
    target = forms.CharField(label="目标、指标", max_length=120, required=False)
    goal_key = ChoiceField(label="看进度的数", choices=(), required=False)
    goal_way = ChoiceField(label="要求", choices=((AT_LEAST, AT_LEAST), (AT_MOST, AT_MOST)), initial=AT_LEAST)
    goal_value = forms.DecimalField(
        label="目标值", max_digits=14, decimal_places=2, min_value=0, required=False,
        help_text="选了数，就填一个目标值，进度由记录自动得出。",
    )  # fmt: skip
    helper = forms.CharField(label="协助", max_length=60, required=False)
    start = DayField(label="开始", required=False)
    money = MoneyField(label="经费（元）", required=False)
    finish_mark = forms.CharField(label="完成标志", max_length=120, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(each.key, f"{each.label}（{each.kind}）") for each in queries.goals()]
        self.fields["goal_key"] = ChoiceField(
            label="看进度的数", choices=choices, required=False, help_text="可以不选；选了就不用填进度。"
        )
        self.order_fields(list(self.base_fields))


NAMES = tuple(ItemForm.base_fields)


class FinishForm(Form):
    """When an item was finished."""

    done_on = DayField(label="完成日期")
    note = forms.CharField(label="备注", max_length=200, required=False)


class DropForm(Form):
    """Why an item is given up."""

    note = forms.CharField(label="取消的原因", max_length=200)


class AdoptForm(Form):
    """When and by whom the plan was adopted."""

    adopted_on = DayField(label="通过日期")
    adopted_by = forms.CharField(label="通过的会议或批准人", max_length=60, required=False)
