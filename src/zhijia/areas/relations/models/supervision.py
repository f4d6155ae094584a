"""Supervision of labour law (劳动法律监督): a complaint or an inspection, the letter of opinion, what came of it."""

from django.db import models
from django.db.models import F, Q

from zhijia.areas.relations.models.cases import Case, choices
from zhijia.areas.relations.rules.supervision import Origin, Stage
from zhijia.core.private.fields import EncryptedText


class Supervision(Case):
    """One matter of supervision with the day of each step."""

    origin = models.CharField("来源", max_length=4, choices=choices(Origin), default=Origin.ROUTINE)
    on = models.DateField("日期")
    employer = models.CharField("用人单位", max_length=80)
    complainant = EncryptedText("投诉人", max_length=40, blank=True)
    complaint = EncryptedText("投诉内容", max_length=2000, blank=True)
    notice_due_on = models.DateField("不受理告知期限", null=True, blank=True, editable=False)
    declined_on = models.DateField("不受理日期", null=True, blank=True)
    declined_why = models.CharField("不受理理由", max_length=200, blank=True)
    stage = models.CharField("进度", max_length=7, choices=choices(Stage), default=Stage.INSPECTED, editable=False)
    inspected_on = models.DateField("检查日期", null=True, blank=True)
    inspectors = models.CharField("检查人", max_length=120, blank=True)
    finding = EncryptedText("发现的问题", max_length=2000, blank=True)
    letter_number = models.CharField("意见书编号", max_length=20, blank=True, editable=False)
    issued_on = models.DateField("意见书日期", null=True, blank=True)
    signed_by = models.CharField("签发人", max_length=40, blank=True)
    demand = EncryptedText("监督意见", max_length=2000, blank=True)
    answer_due_on = models.DateField("答复期限", null=True, blank=True, editable=False)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = EncryptedText("单位答复", max_length=2000, blank=True)
    corrected = models.BooleanField("已改正", default=False)
    proposed_on = models.DateField("建议书日期", null=True, blank=True)
    proposed_to = models.CharField("提请处理的部门", max_length=60, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    result = models.CharField("结果", max_length=200, blank=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "劳动法律监督"
        indexes = [models.Index(fields=("union", "issued_on")), models.Index(fields=("union", "answered_on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("issued_on")), name="answer_after_letter",
                violation_error_message="答复日期早于意见书日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None) | ~Q(signed_by=""), name="letter_is_signed",
                violation_error_message="监督意见书由主席签发，请写签发人。",
            ),
        ]
