"""Turns what people type about elections into values."""

from django import forms
from django.utils import timezone

from zhijia.areas.congress.models import Request
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules.elections import Aim, Body, Kin, Office
from zhijia.areas.members.queries import people_for_pick
from zhijia.areas.voting.rules import Kind
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, WordsField
from zhijia.kit.lookups import BETWEEN, LookupField


def _choices(words):
    return [(each.value, each.value) for each in words]


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person}{BETWEEN}{person.union}"


def kin_field(label):
    """The relation to the head of the enterprise, which bars from standing."""
    return ChoiceField(label=label, choices=_choices(Kin), initial=Kin.NONE, help_text="近亲属不能作为委员候选人，须逐人核对。")


class PlannedFields(Form):
    """What is asked of every election."""

    aim = ChoiceField(label="选举类别", choices=_choices(Aim), initial=Aim.RENEWAL)
    body = ChoiceField(label="委员会", choices=_choices(Body), initial=Body.UNION)
    office = ChoiceField(
        label="选举职务", choices=_choices(Office), initial=Office.MEMBER,
        help_text="选委员以后由全委会推选主席、副主席的，这里选“委员”，选出后在“分工”里登记职务。",
    )
    seats = CountField(label="应选名额（罢免填人数）", min_value=1, max_value=99)
    on = DayField(label="选举日期")
    number = CountField(label="届次", required=False, min_value=1, max_value=200)
    years = forms.TypedChoiceField(label="任期", choices=[(5, "五年"), (3, "三年")], coerce=int)
    chamber = forms.ModelChoiceField(
        None, label="在哪次大会上选举", required=False, empty_label="会员大会，全体在籍会员参加",
        help_text="选了大会的，有表决权的人是这届大会的代表。",
    )
    beside = ("seats", "on", "number", "years")

    def allow(self, actor, size):
        """What the actor may choose, and how many seats the table allows."""
        self.fields["chamber"].queryset = queries.chambers(actor)
        self.fields["seats"].help_text = size
        return self


class PlanForm(PlannedFields, UnionForm):
    """An election to prepare."""

    power = queries.EDIT
    field_order = ("union", "aim", "body", "office", "seats", "on", "number", "years", "chamber")


class NominateForm(Form):
    """People to put forward."""

    by = forms.CharField(label="提名（酝酿）单位", max_length=60, help_text="如 细纱车间分会、上届委员会。")
    on = DayField(label="提名日期", initial=timezone.localdate)
    kin = kin_field("以上人员与单位主要负责人的关系")

    def __init__(self, actor, election, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = NamesField(
            label="候选人", find=lambda name: people_for_pick(actor, election.union, name), label_of=who
        )
        self.order_fields(("people", "kin", "by", "on"))


class DropForm(Form):
    """Why a candidate is off the list."""

    on = DayField(label="退出日期", initial=timezone.localdate)
    why = forms.CharField(label="退出原因", max_length=100)


class OrderForm(Form):
    """The order on the ballot, a name a line."""

    names = WordsField(label="票面顺序", lines=10, help_text="一行一个姓名，从上到下就是票面顺序。")

    def clean_names(self):
        return [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]


class PostForm(Form):
    """From when until when the candidates are posted."""

    since = DayField(label="公示开始", initial=timezone.localdate)
    until = DayField(label="公示截止")
    objections = forms.CharField(label="公示结果", max_length=200, required=False, help_text="如 公示期间没有收到异议。")


class DivideForm(Form):
    """A title for each one elected."""

    def __init__(self, election, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for each in queries.elected(election):
            self.fields[f"title_{each.pk}"] = forms.CharField(
                label=str(each), max_length=20, initial=each.title or election.office,
                help_text="" if len(self.fields) else "如 主席、副主席、组织委员、女工委员。",
            )

    def clean(self):
        return {"titles": {int(name.removeprefix("title_")): title for name, title in self.cleaned_data.items()}}


class RoundForm(Form):
    """How people vote, and when."""

    kind = ChoiceField(label="投票方式", choices=_choices([kind for kind in Kind if kind.secret]), initial=Kind.PAPER)
    on = DayField(label="投票日期")


class WriteInForm(Form):
    """Someone written on the ballot."""

    kin = kin_field("与单位主要负责人的关系")

    def __init__(self, actor, election, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = LookupField(
            label="另选的人", find=lambda name: people_for_pick(actor, election.union, name), label_of=who, thing="职工"
        )
        self.order_fields(("person", "kin"))


class WhyForm(Form):
    """Why an election is called off, or seats are left vacant."""

    why = WordsField(label="说明", lines=2, max_length=200)


class AskForm(Form):
    """A request to hand up."""

    on = DayField(label="请示日期", initial=timezone.localdate)
    number = forms.CharField(label="请示文号", max_length=60, required=False)


class ReplyForm(Form):
    """The reply of the union above."""

    answer = ChoiceField(label="批复", choices=Request.Answer.choices)
    on = DayField(label="批复日期", initial=timezone.localdate)
    document = forms.CharField(label="批复文号", max_length=60, required=False)
    note = forms.CharField(label="批复意见", max_length=200, required=False)


class RecordReplyForm(ReplyForm):
    """A reply that came on paper."""

    by = forms.CharField(label="批复单位", max_length=60)
    field_order = ("by", "answer", "on", "document", "note")


class PaperForm(Form):
    """A paper of the file set that is there."""

    on = DayField(label="形成日期", initial=timezone.localdate)
    kept = forms.CharField(label="存放、说明", max_length=100, required=False, help_text="如 换届卷宗第三页。")

    def __init__(self, election, *args, **kwargs):
        super().__init__(*args, **kwargs)
        papers = [(paper.number, f"{paper.number} {paper.name}") for paper in queries.file_set(election)]
        self.fields["number"] = forms.TypedChoiceField(label="材料", choices=papers, coerce=int)
        self.order_fields(("number", "on", "kept"))
