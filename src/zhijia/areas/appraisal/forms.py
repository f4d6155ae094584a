"""Turns what people type about appraisals into values."""

import re

from django import forms

from zhijia.areas.appraisal import queries, rules
from zhijia.areas.appraisal.models import worded
from zhijia.areas.appraisal.rules import Kind, Way
from zhijia.areas.members.queries import people_for_pick
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, WordsField

PAPERS = (".docx", ".pdf", ".jpg", ".jpeg", ".png")


class LinesField(WordsField):
    """One thing a line."""

    def to_python(self, value):
        return list(dict.fromkeys(line.strip() for line in (value or "").splitlines() if line.strip()))


class PostsField(NamesField):
    """People with their posts, one a line: 王芳 车间主任."""

    def to_python(self, value):
        lines = [re.split(r"[\s，,：:]+", line.strip(), maxsplit=1) for line in (value or "").splitlines() if line.strip()]
        people = super().to_python("\n".join(name for name, *_ in lines))
        posts = {name: post for name, *rest in lines for post in rest}
        return [(person, posts.get(person.name, "")) for person in people]


class RoundForm(Form):
    """What is written of every round."""

    title = forms.CharField(label="名称", max_length=60, required=False, help_text="不填就是年度加类别。")
    on = DayField(label="测评日期")
    occasion = forms.CharField(label="在哪次大会", max_length=60, required=False, help_text="如“十届三次职工代表大会”。")
    notified_on = DayField(label="通知被评人日期", required=False)
    reports_due = DayField(label="述职报告截止", required=False, help_text="不填就按规定从测评日期往前推。")
    method_on = DayField(label="评议办法通过日期", required=False)
    later: tuple[str, ...] = ("title", "occasion", "notified_on", "reports_due", "method_on")


class BeginForm(UnionForm, RoundForm):
    """A round to begin."""

    power = "appraisal.run"
    kind = ChoiceField(label="类别", choices=worded(Kind))
    year = forms.IntegerField(label="年度", min_value=1950, max_value=2999)
    by_quality = forms.BooleanField(label="除总评外，还评德、能、勤、绩、廉（只用于评干部、班组长）", required=False)
    grades = LinesField(
        label="自定选项", lines=3, required=False, help_text="只用于满意度测评：一行一个，从好到差；不填就用会员评家的三档。"
    )
    questions = LinesField(label="测评内容", lines=5, required=False, help_text="只用于满意度测评：一行一项，以后还可以添加。")
    beside = ("year", "on")
    later = (*RoundForm.later, "by_quality", "grades", "questions")
    field_order = ("union", "kind", "year", "on")

    def clean(self):
        told = super().clean()
        if told.get("kind") != Kind.SURVEY and (told.get("grades") or told.get("questions")):
            raise forms.ValidationError("自定选项和测评内容只用于满意度测评；民主评议、会员评家的等次和内容按规定来。")
        return told


class PeopleForm(Form):
    """People to be judged, with their posts."""

    def __init__(self, actor, found, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = PostsField(
            label="评议对象", find=lambda name: people_for_pick(actor, found.union, name), label_of=who,
            help_text="一行一人：姓名，空一格，写职务。如“王芳 车间主任”。",
        )


class QuestionsForm(Form):
    """Questions of a survey."""

    questions = LinesField(label="测评内容", lines=6, help_text="一行一项。")


class ReportForm(Form):
    """The report of someone judged."""

    on = DayField(label="提交日期")
    upload = FileField(label="报告原件", kinds=PAPERS, required=False)
    report = WordsField(label="报告全文", lines=10, required=False)
    later = ("report",)


class PanelForm(Form):
    """Who a group of judges is."""

    title = forms.CharField(label="评议组", max_length=40)
    weight = CountField(label="权重%", max_value=rules.WHOLE)
    way = ChoiceField(label="方式", choices=worded(Way))
    everyone = forms.BooleanField(label="全体会员", required=False)
    heads = CountField(label="人数（没有名单时填）", required=False, help_text="没有名单的组，只能按纸质票登记汇总数。")
    beside = ("title", "weight")

    def __init__(self, actor, found, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = NamesField(
            label="名单", find=lambda name: people_for_pick(actor, found.union, name), label_of=who, required=False,
        )
        self.order_fields(("title", "weight", "way", "people", "everyone", "heads"))

    def clean(self):
        told = super().clean()
        listed = told.get("people") or told.get("everyone")
        if "people" in told and bool(listed) == bool(told.get("heads")):
            raise forms.ValidationError("名单（或全体会员）和人数填一样：有名单就不用填人数。")
        if told.get("heads") and told.get("way") != Way.KEYED:
            raise forms.ValidationError(f"只填人数的组，方式请选“{Way.KEYED}”。")
        return told


class MergeForm(Form):
    """Which group a group is put together with."""

    into = forms.ModelChoiceField(None, label="并入", empty_label=None)

    def __init__(self, actor, panel, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = queries.panels(actor).filter(round=panel.round).exclude(pk=panel.pk)


class RowField(forms.CharField):
    """Votes of one line as a teller reads them off: 30 20 5 2 0, in the order of the grades."""

    def __init__(self, *, choices, **kwargs):
        self.choices = choices
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}), **kwargs)

    def to_python(self, value):
        parts = re.split(r"[\s，,、]+", (value or "").strip())
        if len(parts) != len(self.choices) or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
            raise forms.ValidationError(f"请依次填 {len(self.choices)} 个数：{'、'.join(self.choices)}，中间空一格。")
        return tuple(map(int, parts))


class KeyForm(Form):
    """Totals of a group counted on paper: a line a question."""

    issued = CountField(label="发出")
    returned = CountField(label="收回")
    void = CountField(label="废票", initial=0)
    tellers = forms.CharField(label="计票人、监票人", max_length=80, help_text="两人以上，用顿号隔开；被评议的人不能计票。")
    beside = ("issued", "returned")

    def __init__(self, panel, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = queries.choices(panel.round)
        for at, name in enumerate(queries.names(panel.round)):
            self.fields[f"row{at}"] = RowField(label=name, choices=choices, help_text=f"依次填：{' '.join(choices)}")

    def clean_tellers(self):
        told = self.cleaned_data["tellers"]
        if len(set(rules.names_in(told))) < 2:
            raise forms.ValidationError("至少写两个人的姓名，用顿号隔开。")
        return told

    def clean(self):
        told = super().clean()
        rows = [told.pop(name) for name in list(told) if name.startswith("row")]
        return {**told, "rows": rows}


class WhyForm(Form):
    """The reason of something hard to take back."""

    why = WordsField(label="原因", lines=2, max_length=200)


class ToldForm(Form):
    """To whom the result was told."""

    reported_on = DayField(label="向大会报告日期", required=False)
    reported_up_on = DayField(label="向上级报告日期", required=False)
    advice = WordsField(label="意见汇总", required=False, help_text="归纳大家的意见，不写谁说的，不照抄票上的字迹。")


class TalkForm(Form):
    """A feedback talk."""

    on = DayField(label="谈话日期")
    by = forms.CharField(label="谈话人", max_length=40)
    measures = WordsField(label="整改措施", required=False)
    due = DayField(label="整改期限", required=False)


class FollowForm(Form):
    """What became of the measures."""

    on = DayField(label="跟踪日期")
    outcome = WordsField(label="整改情况", lines=3)


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"
