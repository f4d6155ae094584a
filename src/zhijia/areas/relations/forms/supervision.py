"""Forms of supervision."""

from django import forms

from zhijia.areas.relations.forms.asking import SEALED, AnswerForm, DayForm, SupervisionForm
from zhijia.kit.forms import DayField, WordsField

INSPECTORS = "两名以上，检查时出示监督员证。"


class ComplainForm(SupervisionForm):
    """A complaint to take in."""

    order = ("on", "employer", "complaint", "complainant", "union")
    on = DayField(label="收到投诉日期")
    employer = forms.CharField(label="用人单位", max_length=80)
    complaint = WordsField(label="投诉内容", max_length=2000, lines=4, help_text=SEALED)
    complainant = forms.CharField(label="投诉人", max_length=40, required=False, help_text="匿名的不填。加密保存。")


class VisitForm(SupervisionForm):
    """An inspection to write down."""

    order = ("on", "employer", "inspectors", "finding", "union")
    on = DayField(label="检查日期")
    employer = forms.CharField(label="用人单位", max_length=80)
    inspectors = forms.CharField(label="检查人", max_length=120, help_text=INSPECTORS)
    finding = WordsField(label="检查情况和发现的问题", max_length=2000, help_text=SEALED)
    beside = ("on", "employer")


class InspectForm(DayForm):
    """What inspectors found out about a complaint."""

    inspectors = forms.CharField(label="检查人", max_length=120, help_text=INSPECTORS)
    finding = WordsField(label="检查情况和发现的问题", max_length=2000, help_text=SEALED)


class DeclineForm(DayForm):
    """Why a complaint is turned down."""

    why = WordsField(label="不受理的理由", lines=2, max_length=200, help_text="书面告知投诉人，不要写个人情况。")


class IssueForm(DayForm):
    """The letter of opinion."""

    demand = WordsField(label="监督意见", max_length=2000, lines=5, help_text=f"要单位改正什么。{SEALED}")
    signed_by = forms.CharField(label="签发人", max_length=40, help_text="监督意见书由工会主席签发。")


class EmployerForm(AnswerForm):
    """What the employer answers."""

    corrected = forms.BooleanField(label="已经改正", required=False)


class CloseForm(DayForm):
    """How it came out."""

    result = forms.CharField(label="结果", max_length=200)


class CorrectForm(DayForm):
    """What may be put right."""

    employer = forms.CharField(label="用人单位", max_length=80)
    complaint = WordsField(label="投诉内容", max_length=2000, required=False)
    finding = WordsField(label="检查情况和发现的问题", max_length=2000, required=False)
    demand = WordsField(label="监督意见", max_length=2000, required=False)
