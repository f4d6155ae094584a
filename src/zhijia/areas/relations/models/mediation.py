"""Mediation of labour disputes (劳动争议调解) and its hearing records (笔录)."""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.relations.models.cases import Case, choices
from zhijia.areas.relations.rules.mediation import Record, Stage, Topic
from zhijia.core.private.fields import EncryptedText


class Dispute(Case):
    """One dispute before the mediation committee: from the application to an agreement, an end, or a withdrawal."""

    received_on = models.DateField("收到申请日期")
    oral = models.BooleanField("口头申请", default=False)
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="disputes", verbose_name="申请人"
    )
    name = models.CharField("申请人姓名", max_length=40, blank=True)
    heads = models.PositiveIntegerField("申请人数", default=1)
    representatives = models.CharField("推举的代表", max_length=200, blank=True)
    respondent = models.CharField("对方", max_length=80)
    topic = models.CharField("事由", max_length=4, choices=choices(Topic))
    claim = EncryptedText("请求和理由", max_length=3000)
    stage = models.CharField("进度", max_length=4, choices=choices(Stage), default=Stage.APPLIED, editable=False)
    accept_due_on = models.DateField("受理期限", editable=False)
    accepted_on = models.DateField("受理日", null=True, blank=True)
    refused_on = models.DateField("不受理日期", null=True, blank=True)
    refused_why = EncryptedText("不受理理由", max_length=400, blank=True)
    mediators = models.CharField("调解员", max_length=120, blank=True)
    due_on = models.DateField("调解期限", editable=False)
    extended_until = models.DateField("双方同意延长到", null=True, blank=True)
    closed_on = models.DateField("结案日", null=True, blank=True)
    outcome = EncryptedText("协议或结案情况", max_length=3000, blank=True)

    class Meta:
        ordering = ("-received_on", "-id")
        verbose_name = verbose_name_plural = "劳动争议"
        indexes = [models.Index(fields=("union", "accepted_on")), models.Index(fields=("union", "closed_on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(name=""), name="somebody_applied",
                violation_error_message="请选名册上的申请人，或写申请人姓名。",
            ),
            models.CheckConstraint(
                condition=Q(heads__gte=1), name="dispute_has_heads", violation_error_message="申请人数至少是 1。"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("received_on")), name="closed_after_received",
                violation_error_message="结案日期早于收到申请日期，请核对。",
            ),
        ]

    @property
    def applicant(self) -> str:
        """The applicant as the ledger has it: 王芳等12人."""
        name = self.person.name if self.person else self.name
        return f"{name}等{self.heads}人" if self.heads > 1 else name

    @property
    def last_on(self):
        """The last day of the mediation, an agreed extension included."""
        return self.extended_until or self.due_on


class Hearing(models.Model):
    """What was said when one side was asked or both sat together (调查笔录、调解笔录)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dispute = models.ForeignKey(Dispute, models.PROTECT, related_name="hearings", verbose_name="劳动争议")
    kind = models.CharField("笔录", max_length=4, choices=choices(Record))
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=60, blank=True)
    present = EncryptedText("在场人", max_length=200)
    words = EncryptedText("记录", max_length=4000)
    taken_by = models.CharField("记录人", max_length=40, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        verbose_name = verbose_name_plural = "笔录"

    def __str__(self):
        return f"{self.dispute} {self.kind}"

    @property
    def union(self):
        return self.dispute.union
