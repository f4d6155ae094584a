"""Turns what people type about proposals into values."""

from django import forms

from zhijia.areas.congress.models import Congress, Sitting
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import RESULTS, Grade, Stage
from zhijia.core.org.scope import reach
from zhijia.core.policy import explain, policy
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, WordsField
from zhijia.kit.lookups import LookupField


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


class CallForm(UnionForm):
    """A call for proposals."""

    power = queries.EDIT
    congress: forms.ModelChoiceField = forms.ModelChoiceField(None, label="大会届次", empty_label="请选择")
    sitting: forms.ModelChoiceField = forms.ModelChoiceField(
        None, label="哪次会议", required=False, empty_label="还没有登记会议", help_text="选了会议，提案按届、次、序编号。",
    )
    since = DayField(label="征集开始")
    deadline = DayField(label="征集截止")
    theme = forms.CharField(label="主题", max_length=120, required=False)
    note = WordsField(label="要求", max_length=300, required=False, lines=2)
    later = ("sitting", "theme", "note")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        congresses = Congress.objects.filter(reach(actor, self.power), ended_on=None)
        self.fields["congress"].queryset = congresses
        self.fields["sitting"].queryset = Sitting.objects.filter(reach(actor, self.power)).prefetch_related("chambers__congress")


class ExtendForm(Form):
    """A later deadline, and why."""

    deadline = DayField(label="延至")
    why = forms.CharField(label="原因", max_length=100)


class TextForm(Form):
    """The words of a proposal."""

    matter = forms.CharField(label="案由", max_length=120, help_text="一事一案，一句话说清要解决什么。")
    kind = ChoiceField(label="类别", choices=())
    reason = WordsField(label="理由", lines=4)
    measures = WordsField(label="建议措施", lines=4)

    def __init__(self, collection, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = queries.kinds(collection.union, collection.deadline)
        told = self.initial.get("kind")
        names = (*kinds, told) if told and told not in kinds else kinds
        self.fields["kind"] = ChoiceField(label="类别", choices=[(name, name) for name in names])
        self.order_fields(("matter", "kind", "reason", "measures"))


def _people(collection, label, **more) -> NamesField:
    """Delegates by name."""
    return NamesField(
        label=label, find=lambda name: queries.may_pick(collection, collection.deadline, name), label_of=who, lines=2, **more,
    )


def _seconders(collection) -> NamesField:
    rule = policy("proposals.seconders_min", collection.union, collection.deadline)
    delegated = collection.congress is not None
    told = "一行一个姓名，也可以用顿号隔开；要是本届代表。" if delegated else "一行一个姓名，也可以用顿号隔开。"
    return _people(collection, "附议人", required=False, help_text=f"{told}{explain(rule)}")


class ProposeForm(TextForm):
    """A proposal that came in on paper."""

    later = ("delegation",)

    def __init__(self, collection, *args, **kwargs):
        super().__init__(collection, *args, **kwargs)
        self.fields["proposers"] = _people(collection, "提案人", required=False, help_text="联名的写几个人，都要在纸上签名。")
        self.fields["seconders"] = _seconders(collection)
        self.fields["on"] = DayField(label="提交日期")
        self.fields["delegation"] = forms.CharField(
            label="代表团", max_length=40, required=False, help_text="以代表团名义提出的填写，不用附议人。",
        )


class MyProposeForm(TextForm):
    """One's own proposal, on the phone."""

    later = ("proposers",)

    def __init__(self, collection, *args, **kwargs):
        super().__init__(collection, *args, **kwargs)
        self.fields["seconders"] = _seconders(collection)
        self.fields["proposers"] = _people(collection, "联名提案人", required=False)


class SecondersForm(Form):
    """More seconders."""

    def __init__(self, collection, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"] = _seconders(collection)
        self.fields["people"].required = True


class WhyForm(Form):
    """A reason."""

    why = WordsField(label="原因", lines=2, max_length=200)


class ReviewForm(Form):
    """What the review decided."""

    on = DayField(label="审查日期")
    reason = WordsField(label="理由", lines=3, max_length=300, required=False, help_text="转意见建议、不立案须写明理由。")

    def __init__(self, proposal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        told = policy("proposals.results", proposal.union, proposal.collection.deadline).value
        now = ("并案",) if proposal.stage == Stage.FILED else tuple(RESULTS)
        late = proposal.stage in (Stage.LATE, Stage.GATHERING, Stage.RETURNED)
        names = [name for name in told if name in (("转意见建议",) if late else now)]
        self.fields["result"] = ChoiceField(label="审查结果", choices=[(name, name) for name in names])
        self.fields["into"] = LookupField(
            label="并入", find=lambda text: queries.mergeable(proposal, text), required=False, thing="提案",
            help_text="并案才填：输入编号或案由。",
        )
        self.order_fields(("result", "into", "reason", "on"))


class CarryForm(Form):
    """Which call a proposal is kept for."""

    collection: forms.ModelChoiceField = forms.ModelChoiceField(None, label="转到", empty_label="请选择")

    def __init__(self, proposal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["collection"].queryset = queries.later_calls(proposal)


class HandForm(Form):
    """Who handles a proposal, and who signed for it."""

    main = forms.CharField(label="主办部门", max_length=60)
    signed_by = forms.CharField(label="签发领导", max_length=40)
    on = DayField(label="交办日期")
    helpers = forms.CharField(label="协办部门", max_length=120, required=False)
    complex_ = forms.BooleanField(label="复杂提案（期限较长）", required=False)
    days = CountField(label="答复天数", required=False, min_value=1)
    instruction = WordsField(label="领导批示", lines=2, max_length=300, required=False)
    later = ("helpers", "complex_", "days", "instruction")

    def __init__(self, proposal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        normal = policy("proposals.reply_days", proposal.union, proposal.collection.deadline)
        self.fields["days"].help_text = f"不填就按规定。{explain(normal)}"


class AnswerForm(Form):
    """A reply with what its kind must state."""

    measures = WordsField(label="措施、计划", lines=3, required=False)
    trouble = WordsField(label="困难、理由", lines=3, required=False)
    by_on = DayField(label="完成时间", required=False)
    answered_by = forms.CharField(label="承办负责人（签字）", max_length=40)
    approved_by = forms.CharField(label="审签领导", max_length=40, required=False)
    on = DayField(label="答复日期")
    later = ("approved_by",)

    def __init__(self, proposal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        told = policy("proposals.replies", proposal.union, proposal.collection.deadline).value
        choices = [(kind, f"{kind} {meaning}：须写明{must}") for kind, meaning, must in told]
        self.fields["kind"] = ChoiceField(label="答复类别", choices=choices)
        names = ["kind", "measures", "trouble", "by_on", "answered_by", "on", "approved_by"]
        if proposal.stage == Stage.SECOND:
            self.fields["talked_on"] = DayField(label="面谈日期")
            self.fields["talk"] = WordsField(label="面谈情况", lines=2, max_length=300)
            names = ["talked_on", "talk", *names]
        self.order_fields(names)


class MyRateForm(Form):
    """What one thinks of the reply."""

    grade = ChoiceField(label="评价", choices=[(grade.value, grade.value) for grade in Grade])
    words = WordsField(label="意见", lines=2, max_length=300, required=False)


class RateForm(MyRateForm):
    """What someone said on paper of the reply."""

    on = DayField(label="日期")

    def __init__(self, proposal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"] = forms.ModelChoiceField(
            queries.signers(proposal).exclude(signed_on=None), label="谁的评价", empty_label="请选择",
        )
        self.order_fields(("signer", "grade", "words", "on"))


class CloseForm(Form):
    """When a proposal was settled."""

    on = DayField(label="办结日期")
    note = forms.CharField(label="说明", max_length=200, required=False, help_text="没有人评价就办结的，须写明原因。")


class PublishForm(Form):
    """The day results are made known."""

    on = DayField(label="公布日期")
    let_pass = forms.CharField(
        label="姓名公开的理由", max_length=100, required=False, help_text="内容里有受帮扶人姓名、本人书面同意公开时才填。",
    )
    later = ("let_pass",)


class ReportForm(Form):
    """Which congress heard the report."""

    on = DayField(label="报告日期")
    to = forms.CharField(label="向哪次会议报告", max_length=80)


class AwardForm(Form):
    """The day a proposal was chosen."""

    on = DayField(label="评选日期")


class CommendForm(Form):
    """Units that handled proposals best."""

    units = forms.CharField(label="先进承办单位", max_length=200, help_text="几个单位用顿号隔开。")


class UploadForm(UnionForm):
    """A register of proposals to bring in."""

    power = queries.EDIT
    upload = FileField(label="提案登记表", kinds=(".xlsx", ".xls", ".csv", ".docx"))
    year = forms.RegexField(
        r"^(19|20)\d\d$", label="年份", required=False, error_messages={"invalid": "请写成 2021 的样子。"},
        help_text="日期只写了“3.2”的，按这一年补全；不填就看标题。",
    )
    field_order = ("upload", "year", "union")
