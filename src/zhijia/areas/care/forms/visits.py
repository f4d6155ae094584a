"""The visit form: six fields do."""

from django import forms
from django.urls import reverse_lazy

from zhijia.areas.care.forms.asking import CareForm, person_field, told_apart
from zhijia.areas.care.models import choices
from zhijia.areas.care.queries.places import found_among
from zhijia.areas.care.rules import Receipt, VisitKind, Way, plain_name
from zhijia.areas.care.visitbook.cells import whom
from zhijia.kit.forms import ChoiceField, DayField, FileField, Form, MoneyField, WordsField
from zhijia.kit.html import safe, text
from zhijia.kit.lookups import BETWEEN, LookupField

SIX = ("whom", "on", "kind", "way", "amount", "visitors")
MORE = ("receipt", "goods", "home_code", "reason", "asked", "follow_up", "follow_up_on", "budget_line", "approval", "note")
SEVERAL = "一次记一个人；慰问一个班组，请写“班组名＋人数”，如：细纱一班12人。"


class WhomField(LookupField):
    """Who was visited: somebody of the roll, a name that is on none, or a group with its heads (细纱一班12人)."""

    def to_python(self, value):
        typed = (value or "").strip()
        if not typed:
            return None
        if BETWEEN in typed or typed.isascii():
            return _somebody(super().to_python(typed))
        name, _, group, heads, fault = whom(typed, None, None)
        if fault:
            raise forms.ValidationError(SEVERAL)
        if group:
            return {"person": None, "name": "", "group_name": group[:40], "heads": heads}
        return self._named(plain_name(name or ""))

    def _named(self, name: str) -> dict:
        """Somebody of the roll with exactly this name, else a name that is on none."""
        found = [each for each in self.candidates(name) if each.name == name] if name else []
        if len(found) > 1:
            raise forms.ValidationError(f"有 {len(found)} 个“{name}”，请写成：{'；'.join(map(self.label_of, found))}。")
        return _somebody(found[0]) if found else {"person": None, "name": name[:40], "heads": 1}


def _somebody(person) -> dict:
    return {"person": person, "name": "", "group_name": "", "heads": 1}


def hint(words="超过限额只提示，不阻拦。") -> str:
    """The line under the amount, which the page fills with the cap as one types."""
    return safe('<span id="cap" role="status">', text(words), "</span>")


def asking_the_cap() -> dict:
    """What makes a field ask for the cap when it changes; without script the hint stays as it is."""
    return {
        "hx-get": str(reverse_lazy("care:cap")),
        "hx-trigger": "change",
        "hx-target": "#cap",
        "hx-swap": "innerHTML",
        "hx-include": "closest form",
    }


class VisitFields(Form):
    """What is told of a visit."""

    beside = ("on", "kind", "amount", "visitors")
    later = tuple(name for name in MORE if name != "receipt")

    on = DayField(label="走访日期")
    kind = ChoiceField(label="类别", choices=choices(VisitKind))
    way = ChoiceField(label="方式", choices=choices(Way))
    amount = MoneyField(label="金额（元）", required=False)
    visitors = forms.CharField(label="慰问人", max_length=120, required=False, help_text="至少两人，用顿号隔开。")
    receipt = ChoiceField(label="签领", choices=choices(Receipt), initial="无")
    goods = forms.CharField(label="物品", max_length=80, required=False)
    home_code = forms.CharField(
        label="户号", max_length=20, required=False, help_text="两名职工同一家的，写同一个户号，只算一户。"
    )
    reason = forms.CharField(label="关系、事由", max_length=200, required=False, help_text="加密保存，打开要留痕。")
    asked = WordsField(label="诉求与答复", max_length=400, required=False, lines=2)
    follow_up = forms.CharField(label="后续跟踪人", max_length=40, required=False)
    follow_up_on = DayField(label="跟踪期限", required=False)
    budget_line = forms.CharField(label="经费科目", max_length=20, required=False)
    approval = forms.CharField(label="审批号", max_length=40, required=False)
    note = forms.CharField(label="备注", max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].help_text = hint()
        for name in ("kind", "on", "amount"):
            self.fields[name].widget.attrs.update(asking_the_cap())

    def clean(self):
        told = super().clean()
        told["amount"] = told.get("amount") or 0
        whom = told.pop("whom", None) or {}
        return {**told, **whom}


def whom_field(actor) -> WhomField:
    return WhomField(
        label="被慰问人",
        find=lambda words: found_among(actor, words),
        label_of=told_apart,
        thing="人",
        help_text="姓名或拼音首字母；不在名册上的直接写姓名；慰问班组写“班组名＋人数”，如：细纱一班12人。",
    )


class VisitForm(CareForm, VisitFields):
    """A visit to write down."""

    power = "care.visit"
    order = (*SIX, "union", *MORE)

    def ask(self, actor):
        self.fields["whom"] = whom_field(actor)


class CorrectForm(VisitFields):
    """A visit to correct; the union stays."""

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whom"] = whom_field(actor)
        self.order_fields((*SIX, *MORE))


class LinkForm(Form):
    """Who of the roll a visit by name was to."""

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(actor, "名册上的人")


class SignForm(Form):
    """Who signed."""

    receipt = ChoiceField(label="签领", choices=[("已签", "本人已签"), ("代签", "家属或他人代签")])


class VoidForm(Form):
    """Why a visit is void."""

    why = forms.CharField(label="作废原因", max_length=100)


class AttachForm(Form):
    """The signed sheet or a photograph."""

    upload = FileField(label="签领单或照片", kinds=(".jpg", ".jpeg", ".png", ".pdf", ".docx"))


class UploadForm(CareForm):
    """A visit book to bring in."""

    power = "care.visit"
    upload = FileField(label="走访登记簿", kinds=(".xlsx", ".xls", ".csv", ".docx"))
    year = forms.RegexField(
        r"^(19|20)\d\d$",
        label="年份",
        required=False,
        error_messages={"invalid": "请写成 2021 的样子。"},
        help_text="日期只写了“1.5”“1月8日”的，按这一年补全；不填就看标题。",
    )
    order = ("upload", "year", "union")


def told(visit) -> dict:
    """A visit as its form shows it."""
    typed = told_apart(visit.person) if visit.person else visit.name or f"{visit.group_name}{visit.heads}人"
    return {"whom": typed, **{name: getattr(visit, name) for name in (*SIX[1:], *MORE)}}
