"""Collective bargaining (集体协商): a contract from the offer to its end, representatives, talks, checks of fulfilment."""

from django.db import models
from django.db.models import F, Q

from zhijia.areas.relations.models.cases import Case, choices
from zhijia.areas.relations.rules.contracts import Kind, Seat, Side, Stage


class Contract(Case):
    """A collective contract or a special one. `effective_on` is worked out when it is sent, and stored.

    What passed the draft is kept in words and votes (`passed_by`, `in_favour` of `entitled`): the congress is another room.
    """

    kind = models.CharField("类别", max_length=12, choices=choices(Kind), default=Kind.GENERAL)
    renews = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewals", verbose_name="续订的合同", editable=False
    )
    offered_by = models.CharField("提出要约", max_length=3, choices=choices(Side), default=Side.WORKERS)
    offered_on = models.DateField("要约日期")
    reply_due_on = models.DateField("答复期限", editable=False)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    reply = models.CharField("答复内容", max_length=200, blank=True)
    stage = models.CharField("进度", max_length=5, choices=choices(Stage), default=Stage.OFFERED, editable=False)
    passed_on = models.DateField("草案通过日期", null=True, blank=True)
    passed_by = models.CharField("通过的会议", max_length=80, blank=True)
    entitled = models.PositiveIntegerField("应到代表（职工）", null=True, blank=True)
    in_favour = models.PositiveIntegerField("赞成票", null=True, blank=True)
    signed_on = models.DateField("签订日期", null=True, blank=True)
    years = models.PositiveSmallIntegerField("期限（年）", null=True, blank=True)
    summary = models.TextField("主要内容", max_length=2000, blank=True)
    send_due_on = models.DateField("报送期限", null=True, blank=True, editable=False)
    sent_on = models.DateField("报送日期", null=True, blank=True)
    sent_to = models.CharField("报送部门", max_length=60, blank=True)
    effective_on = models.DateField("生效日期", null=True, blank=True, editable=False)
    last_on = models.DateField("到期日期", null=True, blank=True, editable=False)
    objected_on = models.DateField("提出异议日期", null=True, blank=True)
    objection = models.CharField("异议", max_length=400, blank=True)
    ended_on = models.DateField("终止日期", null=True, blank=True)
    ended_why = models.CharField("终止原因", max_length=200, blank=True)

    class Meta:
        ordering = ("-offered_on", "-id")
        verbose_name = verbose_name_plural = "集体合同"
        indexes = [models.Index(fields=("union", "signed_on")), models.Index(fields=("union", "last_on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(in_favour=None) | Q(in_favour__lte=F("entitled")), name="votes_within_entitled",
                violation_error_message="赞成票比应到人数还多，请核对。",
            ),
            models.CheckConstraint(condition=Q(last_on=None) | Q(last_on__gt=F("effective_on")), name="contract_runs_forward"),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}"


class Representative(models.Model):
    """One who sits at the table (协商代表) for one side."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="representatives", verbose_name="集体合同")
    side = models.CharField("哪一方", max_length=3, choices=choices(Side))
    name = models.CharField("姓名", max_length=40)
    chief = models.BooleanField("首席代表", default=False)
    frontline = models.BooleanField("一线职工", default=False)
    external = models.BooleanField("外聘", default=False)
    woman = models.BooleanField("女职工", default=False)
    of_other_side = models.BooleanField("属于对方", default=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("contract_id", "-side", "-chief", "id")
        verbose_name = verbose_name_plural = "协商代表"
        constraints = [
            models.UniqueConstraint(
                fields=("contract", "name"), name="one_seat_a_name",
                violation_error_message="这个人已经是协商代表，一个人不能坐两个位子。",
            ),
            models.UniqueConstraint(
                fields=("contract", "side"), condition=Q(chief=True), name="one_chief_a_side",
                violation_error_message="这一方已有首席代表。",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def union(self):
        return self.contract.union

    @property
    def seat(self) -> Seat:
        """As the rules look at it."""
        return Seat(self.side, self.frontline, self.external, self.woman, self.of_other_side)


class Talk(models.Model):
    """A meeting at the table (协商会议) with its minutes."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="talks", verbose_name="集体合同")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=60, blank=True)
    minutes = models.TextField("会议记录", max_length=4000)
    signed = models.BooleanField("双方首席代表已签字", default=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        verbose_name = verbose_name_plural = "协商会议"

    def __str__(self):
        return f"{self.contract} {self.on} 协商会议"

    @property
    def union(self):
        return self.contract.union


class Check(models.Model):
    """A look at how a contract is kept (履行情况检查), and the day it was told to the congress."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="checks", verbose_name="集体合同")
    on = models.DateField("检查日期")
    by = models.CharField("检查人", max_length=120)
    finding = models.TextField("履行情况", max_length=2000)
    reported_on = models.DateField("向职代会报告日期", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "履行检查"

    def __str__(self):
        return f"{self.contract} {self.on} 检查"

    @property
    def union(self):
        return self.contract.union
