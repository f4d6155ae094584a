"""Suggestions (合理化建议、五小), who made them, what departments said, what they were worth, what was paid for them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from zhijia.areas.suggestions.rules import HIDDEN, PLAIN_KIND, Formula, Stage
from zhijia.core.private.fields import EncryptedText


class Suggestion(models.Model):
    """One suggestion with the day of every step; `stage` says only where it stands now, figures count by the days.

    `who` is what may be read of its authors everywhere: their names, or 匿名 where they are kept from management
    (`hidden`). A hidden one stands at the legal-person union, so that no group tells whose it is. `clock_on` is the day
    by which the next step is due, fixed by policy when the last step was taken.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="suggestions", verbose_name="工会、班组")
    number = models.CharField("编号", max_length=20)
    kind = models.CharField("类别", max_length=10, default=PLAIN_KIND)
    title = models.CharField("题目", max_length=80)
    problem = models.TextField("现状问题", max_length=2000)
    measure = models.TextField("建议措施", max_length=2000)
    expected = models.CharField("预期效益", max_length=200, blank=True)
    who = models.CharField("建议人", max_length=120, editable=False)
    hidden = models.BooleanField("不向管理方公开姓名", default=False)
    stage = models.CharField("进度", max_length=3, choices=[(s.value, s.value) for s in Stage], default=Stage.RAISED)
    clock_on = models.DateField("办理期限", null=True, blank=True, editable=False)
    raised_on = models.DateField("提出日期")
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    accepted_by = models.CharField("受理人", max_length=40, blank=True)
    adopted_on = models.DateField("采纳日期", null=True, blank=True)
    unit = models.CharField("实施单位", max_length=60, blank=True)
    due_on = models.DateField("实施期限", null=True, blank=True)
    refused_on = models.DateField("不采纳日期", null=True, blank=True)
    reason = models.CharField("不采纳理由", max_length=500, blank=True)
    done_on = models.DateField("实施完成日期", null=True, blank=True)
    result = models.TextField("实施情况", max_length=1000, blank=True)
    reckoned_on = models.DateField("效益核算日期", null=True, blank=True)
    countersigned_on = models.DateField("财务核实日期", null=True, blank=True)
    graded_on = models.DateField("定级日期", null=True, blank=True)
    grade = models.PositiveSmallIntegerField("等级", null=True, blank=True)
    grade_why = models.CharField("定级说明", max_length=300, blank=True)
    borrowed = models.BooleanField("推广已有技术", default=False)
    reserve = models.BooleanField("技术储备", default=False)
    reported_on = models.DateField("报上级日期", null=True, blank=True)
    approved_on = models.DateField("上级批复日期", null=True, blank=True)
    rewarded_on = models.DateField("奖励日期", null=True, blank=True)
    posted_on = models.DateField("公示日期", null=True, blank=True)
    posted_until = models.DateField("公示截止", null=True, blank=True)
    let_pass = models.CharField("公开姓名的理由", max_length=200, blank=True)
    filed_on = models.DateField("归档日期", null=True, blank=True)
    spread = models.CharField("推广情况", max_length=200, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    batch = models.ForeignKey("imports.Batch", models.CASCADE, null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-raised_on", "-id")
        verbose_name = verbose_name_plural = "合理化建议"
        indexes = [models.Index(fields=("union", "raised_on")), models.Index(fields=("stage", "clock_on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(adopted_on=None) | Q(refused_on=None), name="adopted_or_refused",
                violation_error_message="一件建议不能既采纳又不采纳。",
            ),
            models.CheckConstraint(
                condition=Q(refused_on=None) | ~Q(reason=""), name="a_refusal_gives_its_reason",
                violation_error_message="不采纳须书面说明理由，告诉建议人。",
            ),
            models.CheckConstraint(
                condition=Q(adopted_on=None) | Q(adopted_on__gte=F("raised_on")), name="adopted_after_raised",
                violation_error_message="采纳日期早于提出日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(adopted_on__lte=F("done_on")), name="done_after_adopted",
                violation_error_message="要先采纳才能实施，实施日期不能早于采纳日期。",
            ),
            models.CheckConstraint(
                condition=Q(rewarded_on=None) | Q(graded_on__lte=F("rewarded_on")), name="rewarded_after_graded",
                violation_error_message="要先评审定级才能奖励。",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"


class Author(models.Model):
    """Someone who made a suggestion, alone or with a share; the name is sealed, the person known where on the roll."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="authors", verbose_name="建议")
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="suggested", verbose_name="职工"
    )
    name = EncryptedText("姓名", max_length=40)
    share = models.DecimalField("贡献（%）", max_digits=5, decimal_places=2, default=100)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "建议人"
        constraints = [
            models.UniqueConstraint(
                fields=("suggestion", "person"), name="an_author_once", violation_error_message="同一个人写了两次，请核对。"
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=100), name="a_share_of_the_whole",
                violation_error_message="贡献比例应在 0 到 100 之间。",
            ),
        ]

    def __str__(self):
        return self.shown

    @property
    def union(self):
        return self.suggestion.union

    @property
    def shown(self) -> str:
        """The name as everybody may read it."""
        return HIDDEN if self.suggestion.hidden else self.name


class Opinion(models.Model):
    """What one department says of a suggestion (部门评估意见)."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="opinions", verbose_name="建议")
    department = models.CharField("评估部门", max_length=40)
    on = models.DateField("日期")
    by = models.CharField("评估人", max_length=40)
    favours = models.BooleanField("建议采纳", default=True)
    words = models.CharField("意见", max_length=500)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        verbose_name = verbose_name_plural = "部门评估意见"
        constraints = [
            models.UniqueConstraint(
                fields=("suggestion", "department"), name="one_opinion_a_department",
                violation_error_message="这个部门已经有意见；要改请点它的“更正”。",
            )
        ]

    def __str__(self):
        return f"{self.department}意见"

    @property
    def union(self):
        return self.suggestion.union


class Benefit(models.Model):
    """A reckoning of the net yearly benefit (效益核算): formula, inputs, sum, and finance's hand under it.

    `given` keeps the inputs as they were typed, so that the sum can be shown line by line. One that was sent back or
    taken back is voided with the reason, never changed.
    """

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="benefits", verbose_name="建议")
    formula = models.CharField("算法", max_length=4, choices=[(f.value, f.value) for f in Formula])
    given = models.JSONField("计算数据")
    note = models.CharField("计算说明", max_length=500, blank=True)
    value = models.DecimalField("年净效益（元）", max_digits=14, decimal_places=2)
    since = models.DateField("计算起")
    until = models.DateField("计算止")
    on = models.DateField("核算日期")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核算人"
    )
    countersigned_on = models.DateField("财务核实日期", null=True, blank=True)
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="财务核实人"
    )
    voided_on = models.DateField("作废日期", null=True, blank=True)
    void_why = models.CharField("作废原因", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "效益核算"
        constraints = [
            models.UniqueConstraint(fields=("suggestion",), condition=Q(voided_on=None), name="one_standing_reckoning"),
            models.CheckConstraint(
                condition=Q(value__gt=0), name="a_benefit_is_a_gain",
                violation_error_message="算出来没有净效益，请核对数据；确实算不出价值的，可以由评审组直接定级。",
            ),
            models.CheckConstraint(
                condition=Q(countersigned_on=None) | Q(countersigned_on__gte=F("on")), name="signed_after_reckoned",
                violation_error_message="财务核实日期不能早于核算日期。",
            ),
        ]

    def __str__(self):
        return f"{self.suggestion}效益核算"

    @property
    def union(self):
        return self.suggestion.union


class Award(models.Model):
    """A reward decided (奖励): the amount of its grade, what had been given before, and what is paid now."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="awards", verbose_name="建议")
    on = models.DateField("奖励日期")
    grade = models.PositiveSmallIntegerField("等级")
    amount = models.DecimalField("应得奖金（元）", max_digits=10, decimal_places=2)
    before = models.DecimalField("已得奖金（元）", max_digits=10, decimal_places=2, default=0)
    paid = models.DecimalField("实发奖金（元）", max_digits=10, decimal_places=2)
    why = models.CharField("说明", max_length=200, blank=True)
    revoked_on = models.DateField("撤销日期", null=True, blank=True)
    revoke_why = models.CharField("撤销原因", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        verbose_name = verbose_name_plural = "建议奖励"
        constraints = [
            models.CheckConstraint(
                condition=Q(paid__gte=0) & Q(paid__lte=F("amount")), name="paid_within_the_reward",
                violation_error_message="实发奖金不能超过应得奖金。",
            )
        ]

    def __str__(self):
        return f"{self.suggestion}奖励"

    @property
    def union(self):
        return self.suggestion.union
