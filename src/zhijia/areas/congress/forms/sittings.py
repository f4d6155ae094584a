"""Turns what people type about sittings into values."""

import re

from django import forms
from django.core.exceptions import ValidationError

from zhijia.areas.congress import queries
from zhijia.areas.congress.forms.bodies import lines, who
from zhijia.areas.congress.models import Attendance, Item
from zhijia.areas.congress.rules.kinds import Form as How
from zhijia.areas.voting.rules import Kind as VoteKind
from zhijia.core.org.scope import unions
from zhijia.kit.asking import NamesField
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, WordsField

SPOKEN = re.compile(r"^(?P<title>.+?)(?:[（(](?P<speaker>[^（）()]{1,40})[）)])?$")
COMING = Attendance.Coming
PAPER = VoteKind.PAPER


class DetailsForm(Form):
    """Where, about what, by whom."""

    on = DayField(label="召开日期")
    place = forms.CharField(label="地点", max_length=60, required=False)
    topic = forms.CharField(label="中心议题", max_length=200, required=False)
    chair = forms.CharField(label="主持人", max_length=40, required=False)
    recorder = forms.CharField(label="记录人", max_length=40, required=False)
    proposers = CountField(label="提议召开的代表数", required=False, help_text="代表提议召开临时会议的才填。")
    later = ("topic", "chair", "recorder", "proposers")
    beside = ("chair", "recorder")


class PlanForm(DetailsForm):
    """A sitting to plan."""

    form = ChoiceField(label="性质", choices=[(f.value, f.value) for f in How], initial=How.REGULAR)
    field_order = ("congresses", "on", "place", "form", "topic", "chair", "recorder", "proposers")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["congresses"] = forms.ModelMultipleChoiceField(
            queries.bodies.running(actor).filter(union__in=unions(actor, "congress.edit")), label="哪个大会",
            widget=forms.CheckboxSelectMultiple, help_text="两个大会联合召开（如教代会暨工代会）就勾两个，分别签到、分别表决。",
        )
        self.order_fields(self.field_order)


class AgendaForm(Form):
    """The agenda as a list."""

    reports = WordsField(label="听取的报告", required=False, help_text="一行一项，报告人写在括号里，如“校长工作报告（陈校长）”。")
    matters = WordsField(label="审议表决的事项", required=False, help_text="一行一项，逐项表决。")
    elections = WordsField(label="选举", required=False, lines=2)

    def clean(self):
        kinds = (("reports", Item.Kind.REPORT), ("elections", Item.Kind.ELECTION), ("matters", Item.Kind.DECIDE))
        items = [self._item(line, kind) for name, kind in kinds for line in lines(self.cleaned_data.get(name))]
        if not items:
            raise ValidationError("请至少写一项。")
        return {"items": items}

    def _item(self, line, kind):
        told = SPOKEN.match(line)
        if kind != Item.Kind.REPORT or not told["speaker"]:
            return Item(kind=kind, title=line[:120])
        return Item(kind=kind, title=told["title"][:120], speaker=told["speaker"])


class ItemForm(Form):
    """What may be corrected of an item."""

    kind = ChoiceField(label="类别", choices=Item.Kind.choices)
    title = forms.CharField(label="事项", max_length=120)
    speaker = forms.CharField(label="报告人", max_length=40, required=False)
    text = WordsField(label="内容、决议草案", required=False)
    weighty = forms.BooleanField(label="重大事项", required=False)
    only = forms.ModelChoiceField(None, label="由谁表决", required=False, empty_label="参加会议的大会都要通过")
    later = ("text", "weighty", "only")

    def __init__(self, item, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["only"].queryset = item.sitting.chambers.select_related("congress")


class DayForm(Form):
    """On which day."""

    on = DayField(label="日期")


class PaperForm(Form):
    """A paper for the delegates."""

    upload = FileField(label="文件", kinds=(".docx", ".pdf", ".xlsx", ".jpg", ".jpeg", ".png"))
    title = forms.CharField(label="名称", max_length=100, required=False, help_text="不填就用文件名。")


class PresidiumForm(Form):
    """Who presides, from among the delegates."""

    def __init__(self, actor, sitting, *args, **kwargs):
        super().__init__(*args, **kwargs)
        seated = queries.bodies.delegates(actor).filter(
            congress__in=sitting.chambers.values("congress"), until=None, observer=False
        )
        self.fields["delegates"] = NamesField(
            label="主席团成员", find=lambda name: list(seated.filter(person__name__startswith=name)[:20]), label_of=_where,
        )


def _where(delegate) -> str:
    """A delegate told apart from a namesake, and from the same person in the other chamber."""
    return f"{who(delegate.person)} · {delegate.congress.short}"


class SignInForm(Form):
    """The whole list ticked at once; who asked to be excused, with the reason."""

    def __init__(self, chamber, *args, **kwargs):
        super().__init__(*args, **kwargs)
        seated = queries.bodies.seated(chamber.congress, chamber.sitting.on).order_by("district_id", "id")
        self.fields["came"] = _DelegatesField(
            seated, label="到会的代表", required=False, widget=forms.CheckboxSelectMultiple,
            help_text="已全部勾上，没有到的去掉勾。",
        )
        self.fields["excused"] = WordsField(
            label="请假", required=False, help_text="一行一人：姓名 事由，如“李娜 出差”。没有勾也没有写请假的记为缺席。"
        )
        self.seated = list(seated)

    @staticmethod
    def as_known(chamber) -> dict:
        """What the list says so far: everybody, before anything was written down; who is excused, with the reason."""
        known = list(chamber.attendances.select_related("delegate__person"))
        away = {line.delegate_id for line in known if line.coming != COMING.PRESENT}
        told = [f"{line.delegate.person} {line.reason}".strip() for line in known if line.coming == COMING.EXCUSED]
        there = queries.bodies.seated(chamber.congress, chamber.sitting.on).exclude(pk__in=away)
        return {"came": list(there.values_list("pk", flat=True)), "excused": "\n".join(told)}

    def clean(self):
        told = super().clean()
        names, wrong = {}, []
        for line in lines(told.get("excused")):
            name, _, reason = line.partition(" ")
            found = [each for each in self.seated if name in (each.person.name, str(each.person))]
            if len(found) == 1:
                names[found[0]] = reason.strip()[:60]
            else:
                wrong.append(f"代表名册里有 {len(found)} 个“{name}”，请核对。")
        if wrong:
            self.add_error("excused", wrong)
        return {"came": [each for each in told.get("came") or () if each not in names], "excused": names}


class _DelegatesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return f"{who(obj.person)}{'（列席）' if obj.observer else ''}"


class LineForm(Form):
    """One line of the sign-in list."""

    coming = ChoiceField(label="到会情况", choices=COMING.choices)
    reason = forms.CharField(label="缺席原因", max_length=60, required=False)


class CodeForm(Form):
    """The code at the door."""

    code = forms.CharField(
        label="签到码", max_length=8, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    )


class HandsForm(Form):
    """Hands counted, chamber by chamber."""

    def __init__(self, chambers, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.chambers = chambers
        for chamber in chambers:
            before = f"{chamber.congress.short}：" if len(chambers) > 1 else ""
            for key, word in (("yes", "同意"), ("no", "不同意"), ("abstain", "弃权")):
                self.fields[f"{key}_{chamber.pk}"] = CountField(label=f"{before}{word}")

    def clean(self):
        told = super().clean()
        if self.errors:
            return told
        keys = ("yes", "no", "abstain")
        return {"counts": {each.pk: [told[f"{key}_{each.pk}"] for key in keys] for each in self.chambers}}


class KindForm(Form):
    """How it is voted."""

    kind = ChoiceField(label="表决方式", choices=[(k.value, k.value) for k in VoteKind if k != VoteKind.HANDS])


class WhyForm(Form):
    """Why."""

    why = forms.CharField(label="原因", max_length=100)


class WordingForm(Form):
    """A text."""

    text = WordsField(label="决议", lines=12)


class MinutesForm(Form):
    """Minutes."""

    minutes = WordsField(label="会议纪要", lines=16)


class PublishForm(DayForm):
    """Publishing the resolutions."""

    on = DayField(label="公布日期")
    let_pass = forms.CharField(label="公开姓名的理由", max_length=100, required=False, help_text="确需写帮扶对象姓名的才填。")
    later = ("let_pass",)
