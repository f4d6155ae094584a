"""Turns what people type about meetings into values."""

from django import forms

from zhijia.areas.meetings.models import Coming, Kind
from zhijia.areas.members.queries import people_for_pick
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, WordsField


class NoticeForm(UnionForm):
    """A meeting to come."""

    power = "meetings.edit"
    kind = ChoiceField(label="类别", choices=Kind.choices)
    title = forms.CharField(label="会议名称", max_length=80)
    on = DayField(label="日期")
    place = forms.CharField(label="地点", max_length=60, required=False)
    chair = forms.CharField(label="主持人", max_length=40, required=False)
    agenda = WordsField(label="议题", required=False)


class RecordForm(NoticeForm):
    """A meeting that was held."""

    recorder = forms.CharField(label="记录人", max_length=40, required=False)
    expected = forms.IntegerField(label="应到人数", min_value=0, required=False)
    present = forms.IntegerField(label="实到人数", min_value=0, required=False)
    minutes = WordsField(label="会议纪要", lines=8, required=False)


class HoldForm(Form):
    """Numbers and minutes of a meeting that has just been held."""

    expected = forms.IntegerField(label="应到人数", min_value=0, required=False, help_text="已有签到表的，按签到表计。")
    present = forms.IntegerField(label="实到人数", min_value=0, required=False)
    minutes = WordsField(label="会议纪要", lines=8, required=False)


class SignInForm(Form):
    """People for the sign-in list."""

    coming = ChoiceField(label="到会情况", choices=Coming.choices)
    reason = forms.CharField(label="事由", max_length=60, required=False)

    def __init__(self, actor, meeting, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = NamesField(
            label="姓名", find=lambda name: people_for_pick(actor, meeting.union, name), label_of=lambda p: f"{p} · {p.union}"
        )
        self.order_fields(("people", "coming", "reason"))


class ResolutionForm(Form):
    """A resolution, with the hands raised where they were counted."""

    beside = ("yes", "no", "abstain")
    later = ("yes", "no", "abstain", "posted_on")
    text = WordsField(label="决议事项", lines=2, max_length=300)
    owner = forms.CharField(label="责任人", max_length=40, required=False)
    due = DayField(label="完成期限", required=False)
    yes = CountField(label="赞成", required=False)
    no = CountField(label="反对", required=False)
    abstain = CountField(label="弃权", required=False)
    posted_on = DayField(label="公示日期", required=False)


class CarryOutForm(Form):
    """A resolution carried out."""

    on = DayField(label="完成日期")
    result = WordsField(label="落实情况", lines=2, max_length=300)


class MinutesForm(Form):
    """The minutes of a meeting."""

    minutes = WordsField(label="会议纪要", lines=12)
