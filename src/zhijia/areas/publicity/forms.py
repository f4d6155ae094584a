"""Turns what people type about publicity into values."""

from django import forms

from zhijia.areas.publicity.models import Level, Medium
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, DayField, MoneyField


class RoomForm(UnionForm):
    """Asks for a union where the actor may edit publicity."""

    power = "publicity.edit"


class BoardForm(RoomForm):
    """An issue of a board, window, page or broadcast."""

    medium = ChoiceField(label="形式", choices=Medium.choices)
    theme = forms.CharField(label="主题", max_length=80)
    number = forms.IntegerField(label="期号", min_value=1, required=False, help_text="不填就接着本年上一期往下编。")
    on = DayField(label="出刊日期")
    editor = forms.CharField(label="主办人", max_length=40, required=False)


class ArticleForm(RoomForm):
    """An article that was published."""

    title = forms.CharField(label="标题", max_length=120)
    author = forms.CharField(label="作者", max_length=40)
    media = forms.CharField(label="刊登媒体", max_length=60)
    level = ChoiceField(label="级别", choices=Level.choices)
    on = DayField(label="刊登日期")


class SubscriptionForm(RoomForm):
    """A subscription."""

    title = forms.CharField(label="报刊名称", max_length=60)
    year = forms.IntegerField(label="订阅年度", min_value=1990, max_value=2100)
    copies = forms.IntegerField(label="份数", min_value=1)
    cost = MoneyField(label="金额（元）", required=False)
    on = DayField(label="订阅日期")
