"""Turns what people type about by-laws into values."""

from django import forms
from django.utils import timezone

from zhijia.areas.bylaws.models import Subject
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, DayField, Form, WordsField


class _Words(Form):
    """The words of a version and how it was adopted."""

    later = ("since", "adopted_by", "keeper", "change")
    text = WordsField(label="条文", lines=14, help_text="一条一行；上墙页照这样排版。")
    adopted_on = DayField(label="通过日期")
    since = DayField(label="施行日期", required=False, help_text="不填就是通过之日。")
    adopted_by = forms.CharField(label="通过的会议", max_length=60, required=False)


class AdoptForm(UnionForm, _Words):
    """A new document."""

    power = "bylaws.edit"
    title = forms.CharField(label="名称", max_length=80)
    subject = ChoiceField(label="类别", choices=Subject.choices, initial=Subject.WORK)
    keeper = forms.CharField(label="执行责任人", max_length=40, required=False)
    field_order = ("union", "title", "subject", "text", "adopted_on", "since", "adopted_by", "keeper")


class ReviseForm(_Words):
    """A new version."""

    change = forms.CharField(label="修订说明", max_length=200, required=False)


class WithdrawForm(Form):
    """The end of a document."""

    on = DayField(label="废止日期")
    why = forms.CharField(label="原因", max_length=200)


class HangForm(Form):
    """A sheet on a wall."""

    place = forms.CharField(label="上墙地点", max_length=60, help_text="如 工会办公室、职工活动室。")
    on = DayField(label="上墙日期", initial=timezone.localdate)


class TakeDownForm(Form):
    """A sheet off the wall."""

    on = DayField(label="取下日期", initial=timezone.localdate)
