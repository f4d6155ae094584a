"""Turns what people type about activities into values."""

from django import forms

from zhijia.areas.activities import queries
from zhijia.areas.activities.models import Category, Session
from zhijia.areas.members.queries import people_for_pick, visible
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, MoneyField, WordsField
from zhijia.kit.lookups import LookupField


class RoomForm(UnionForm):
    """Asks for a union where the actor may edit activities."""

    power = "activities.edit"


class ActivityForm(RoomForm):
    """What is asked of every activity."""

    title = forms.CharField(label="名称", max_length=80)
    category = ChoiceField(label="类别", choices=Category.choices)
    on = DayField(label="日期")
    place = forms.CharField(label="地点", max_length=60, required=False)
    edition = forms.IntegerField(label="第几届", min_value=1, max_value=200, required=False)


class PlanForm(ActivityForm):
    """An activity that people may sign up for."""

    limit = forms.IntegerField(label="报名名额", min_value=1, required=False, help_text="不填就是不限。")


class HeldForm(ActivityForm):
    """An activity that took place and of which only the heads are known."""

    unnamed = CountField(label="参加人数", help_text="按点名的人数填；要记到个人，请先“安排活动”，报名后再签到。")
    cost = MoneyField(label="费用（元）", required=False)
    summary = WordsField(label="小结", required=False)


class CorrectForm(Form):
    """What may be corrected afterwards."""

    title = forms.CharField(label="名称", max_length=80)
    category = ChoiceField(label="类别", choices=Category.choices)
    on = DayField(label="日期")
    place = forms.CharField(label="地点", max_length=60, required=False)
    unnamed = CountField(label="未记名人数")
    cost = MoneyField(label="费用（元）", required=False)
    summary = WordsField(label="小结", required=False)


class PeopleForm(Form):
    """People to put on a list."""

    def __init__(self, actor, activity, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = NamesField(
            label="报名的人", find=lambda name: people_for_pick(actor, activity.union, name), label_of=who
        )


class HoldForm(Form):
    """Who came, and how many more."""

    unnamed = CountField(label="另有未记名人数", initial=0)
    cost = MoneyField(label="费用（元）", required=False)
    summary = WordsField(label="小结", required=False)
    field_order = ("came", "unnamed", "cost", "summary")

    def __init__(self, actor, activity, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"] = forms.ModelMultipleChoiceField(
            visible(actor).filter(entries__in=queries.entries(actor, activity)),
            label="到场的人", required=False, widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(self.field_order)


class CancelForm(Form):
    """Why an activity is called off."""

    why = WordsField(label="取消原因", lines=2, max_length=200)


class AwardForm(Form):
    """A result."""

    result = forms.CharField(label="名次", max_length=20)
    prize = MoneyField(label="奖品折价（元）", required=False)


class ClubForm(RoomForm):
    """A club to found."""

    name = forms.CharField(label="名称", max_length=40)
    leader = forms.CharField(label="负责人", max_length=40, required=False)
    founded_on = DayField(label="成立日期")


class SessionForm(RoomForm):
    """A class or rehearsal."""

    kind = ChoiceField(label="类别", choices=Session.Kind.choices)
    title = forms.CharField(label="内容", max_length=60)
    on = DayField(label="日期")
    coach = forms.CharField(label="教师", max_length=40, required=False)
    heads = CountField(label="参加人次")
    club = forms.ModelChoiceField(None, label="协会或队伍", required=False, empty_label="不属于协会")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        self.fields["club"].queryset = queries.clubs(actor)


class EquipmentForm(RoomForm):
    """Equipment bought."""

    name = forms.CharField(label="名称", max_length=40)
    quantity = forms.IntegerField(label="数量", min_value=1)
    cost = MoneyField(label="金额（元）", required=False)
    bought_on = DayField(label="购置日期")
    place = forms.CharField(label="存放地点", max_length=40, required=False)


class LoanForm(Form):
    """Equipment to lend."""

    quantity = forms.IntegerField(label="数量", min_value=1, initial=1)
    on = DayField(label="借出日期")

    def __init__(self, actor, equipment, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = LookupField(
            label="借用人", find=lambda name: people_for_pick(actor, equipment.union, name), label_of=who, thing="人"
        )
        self.order_fields(("person", "quantity", "on"))


class ReturnForm(Form):
    """Equipment comes back."""

    on = DayField(label="归还日期")


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"
