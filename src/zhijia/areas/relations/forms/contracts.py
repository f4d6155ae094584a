"""Forms of collective bargaining and contracts."""

from django import forms

from zhijia.areas.relations.forms.asking import BargainForm, DayForm
from zhijia.areas.relations.models.cases import choices
from zhijia.areas.relations.rules.contracts import Kind, Side
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, WordsField


class OfferForm(BargainForm):
    """An offer to talk."""

    order = ("kind", "by", "on", "union")
    kind = ChoiceField(label="类别", choices=choices(Kind))
    by = ChoiceField(label="提出要约的一方", choices=choices(Side), initial=Side.WORKERS)
    on = DayField(label="要约日期")


class RenewForm(DayForm):
    """The offer for the contract that follows."""

    by = ChoiceField(label="提出要约的一方", choices=choices(Side), initial=Side.WORKERS)


class ReplyForm(DayForm):
    """What the other side replies."""

    agreed = forms.BooleanField(label="同意协商", required=False, initial=True)
    reply = forms.CharField(label="答复内容", max_length=200, required=False, help_text="拒绝协商的写明理由。")


class SeatForm(Form):
    """One representative."""

    side = ChoiceField(label="哪一方", choices=choices(Side))
    name = forms.CharField(label="姓名", max_length=40)
    chief = forms.BooleanField(label="首席代表", required=False)
    frontline = forms.BooleanField(label="一线职工", required=False)
    woman = forms.BooleanField(label="女职工", required=False)
    external = forms.BooleanField(label="外聘", required=False)
    of_other_side = forms.BooleanField(label="企业方的人任职工方代表，或工会工作人员任企业方代表", required=False)


class TalkForm(DayForm):
    """A meeting at the table."""

    minutes = WordsField(label="会议记录", max_length=4000, lines=8)
    place = forms.CharField(label="地点", max_length=60, required=False)
    signed = forms.BooleanField(label="双方首席代表已签字", required=False)


class PassForm(DayForm):
    """How the congress voted."""

    by = forms.CharField(label="通过的会议", max_length=80, help_text="如：第六届职工代表大会第二次会议。")
    entitled = CountField(label="应到代表（职工）人数", help_text="全体，不是到会人数。")
    in_favour = CountField(label="赞成票")


class SignForm(DayForm):
    """How long it runs."""

    years = forms.IntegerField(label="期限（年）", min_value=1)
    summary = WordsField(label="主要内容", max_length=2000, required=False)


class SendForm(DayForm):
    """Where it is sent."""

    to = forms.CharField(label="报送部门", max_length=60, help_text="如：东山县人力资源和社会保障局。")


class ObjectForm(DayForm):
    """What the administration objects to."""

    objection = WordsField(label="异议", lines=3, max_length=400)


class EndForm(DayForm):
    """Why a contract ends early."""

    why = forms.CharField(label="终止原因", max_length=200)


class CheckForm(DayForm):
    """A check of fulfilment."""

    by = forms.CharField(label="检查人", max_length=120)
    finding = WordsField(label="履行情况", max_length=2000)


class CorrectForm(Form):
    """What may be put right."""

    kind = ChoiceField(label="类别", choices=choices(Kind))
    offered_by = ChoiceField(label="提出要约的一方", choices=choices(Side))
    summary = WordsField(label="主要内容", max_length=2000, required=False)
