"""Forms of the hardship file: one for its facts, one for each step."""

from django import forms

from zhijia.areas.care.forms.asking import CareForm, person_field
from zhijia.areas.care.models import choices
from zhijia.areas.care.rules import STOPS, Category
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, MoneyField, WordsField

SEALED = "加密保存；除经办人外，打开要留痕。"
CAUSES = (
    "本人大病", "供养直系亲属大病", "子女上学", "意外灾害", "收入低无法维持", "残疾", "单亲", "下岗失业", "其他",
)


class Facts(Form):
    """What a family has, earns and suffers: kept sealed, as text."""

    consent_on = DayField(label="本人单独同意日期", required=False, help_text="收入、病情属于敏感个人信息，要有本人签字同意。")
    income = MoneyField(label="家庭月收入（元）", required=False, help_text=SEALED)
    size = CountField(label="家庭人口", required=False, min_value=1, max_value=30)
    spending = MoneyField(label="每月医疗、上学等困难支出（元）", required=False)
    assets = MoneyField(label="存款等资产（元）", required=False)
    months_low = CountField(label="人均收入低于低保标准已几个月", required=False, max_value=600)
    aided = forms.BooleanField(label="享受政府救助后仍特别困难", required=False)
    sudden = forms.BooleanField(label="遭遇突发事件、意外伤害或重大疾病", required=False)
    cause = ChoiceField(label="主要致困原因", choices=[(c, c) for c in CAUSES], required=False)
    health = forms.CharField(label="健康状况", max_length=200, required=False)
    story = WordsField(label="情况说明", max_length=1000, required=False)
    address = forms.CharField(label="家庭住址", max_length=120, required=False)
    bank = forms.CharField(label="银行卡号", max_length=40, required=False)
    home_code = forms.CharField(label="户号", max_length=20, required=False)

    def clean(self):
        told = super().clean()
        for name in ("income", "size", "spending", "assets", "months_low"):
            told[name] = "" if told.get(name) is None else str(told[name])
        for name in ("aided", "sudden"):
            told[name] = "是" if told.get(name) else ""
        return told


class ApplyForm(CareForm, Facts):
    """An application to take down."""

    power = "care.file"
    on = DayField(label="申请日期")
    order = ("person", "on", "union", "consent_on")

    def ask(self, actor):
        self.fields["person"] = person_field(actor, "申请人")


class FactsForm(Facts):
    """The facts of a file, brought up to date."""

    on = DayField(label="更新日期")
    by = forms.CharField(label="经办人", max_length=60, required=False)
    field_order = ("on", "by")


class SurveyForm(Form):
    """The visit to the home."""

    on = DayField(label="入户调查日期")
    surveyors = forms.CharField(label="调查人", max_length=120, help_text="至少两人，用顿号隔开。")


class JudgeForm(Form):
    """The class the committee named."""

    on = DayField(label="评议日期")
    category = ChoiceField(label="困难类别", choices=choices(Category))


class PostForm(Form):
    """The notice put up."""

    on = DayField(label="公示开始日期", help_text="公示单只写编号、单位、类别，不写姓名、病情和收入。")


class OpenForm(Form):
    """The file opened."""

    on = DayField(label="建档日期")
    number = forms.CharField(label="档案编号", max_length=30, required=False)


class StopForm(Form):
    """Not granted, or withdrawn."""

    stage = ChoiceField(label="结果", choices=choices(STOPS))
    on = DayField(label="日期")
    why = forms.CharField(label="原因", max_length=100)


class LeaveForm(Form):
    """Out of hardship."""

    on = DayField(label="退出日期")
    why = forms.CharField(label="退出原因", max_length=100, help_text="如：脱困、调离、去世。")


class ReviewForm(Form):
    """A look at an open file."""

    on = DayField(label="复核日期")
    category = ChoiceField(label="复核后的类别", choices=choices(Category), required=False, help_text="不变就不选。")
    by = forms.CharField(label="复核人", max_length=60, required=False)
    note = WordsField(label="复核情况", max_length=400, required=False, lines=3, help_text=SEALED)


class FamilyForm(Form):
    """One of the family."""

    relation = forms.CharField(label="关系", max_length=10)
    name = forms.CharField(label="姓名", max_length=40, help_text=SEALED)
    birth = forms.CharField(label="出生日期", max_length=10, required=False)
    id_no = forms.CharField(label="身份证号", max_length=18, required=False)
    income = MoneyField(label="月收入（元）", required=False)
    health = forms.CharField(label="健康状况", max_length=100, required=False)
    place = forms.CharField(label="单位或学校", max_length=60, required=False)

    def clean(self):
        told = super().clean()
        told["income"] = "" if told.get("income") is None else str(told["income"])
        return told
