"""Donation drives (捐资助学 and the like) with the use of the money; monthly dues (会费) and what was paid."""

from django.db import models
from django.db.models import F, Q

from zhijia.areas.finance.rules import PayWay

YUAN = {"max_digits": 12, "decimal_places": 2}


def above_nothing(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(amount__gt=0), name=name, violation_error_message="金额要大于 0。")


class DonationDrive(models.Model):
    """A call for donations (募捐) and what it is for."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="drives", verbose_name="工会")
    title = models.CharField("名称", max_length=60)
    purpose = models.CharField("用途", max_length=120)
    opened_on = models.DateField("发起日期")
    closed_on = models.DateField("截止日期", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-opened_on", "-id")
        verbose_name = verbose_name_plural = "捐款活动"
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="drive_ends_after_it_opens",
                violation_error_message="截止日期不能早于发起日期。",
            )
        ]

    def __str__(self):
        return self.title


class Donation(models.Model):
    """What one person gave. `who` is the person once: `p:<id>`, `n:<union>:<name>`, or nothing for a gift without name.

    The name is published only with the giver's consent (`named`).
    """

    drive = models.ForeignKey(DonationDrive, models.CASCADE, related_name="donations", verbose_name="捐款活动")
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="donations", verbose_name="捐款人"
    )
    name = models.CharField("姓名", max_length=40, blank=True)
    who = models.CharField(max_length=80, null=True, blank=True, editable=False)
    amount = models.DecimalField("金额（元）", **YUAN)
    on = models.DateField("日期")
    named = models.BooleanField("同意公布姓名", default=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "捐款"
        constraints = [above_nothing("a_gift_is_something")]

    def __str__(self):
        return f"{self.name or '未留名'} {self.amount} 元"

    @property
    def union(self):
        return self.drive.union


class DonationUse(models.Model):
    """What the money of a drive was used for."""

    drive = models.ForeignKey(DonationDrive, models.CASCADE, related_name="uses", verbose_name="捐款活动")
    what = models.CharField("用途", max_length=80)
    amount = models.DecimalField("金额（元）", **YUAN)
    on = models.DateField("日期")
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "捐款使用"
        constraints = [above_nothing("a_use_is_something")]

    def __str__(self):
        return f"{self.what} {self.amount} 元"

    @property
    def union(self):
        return self.drive.union


class RunKind(models.TextChoices):
    """What a run over many members does."""

    CHARGE = "开单"
    COLLECT = "收缴"


class DuesRun(models.Model):
    """Dues of many members charged or collected in one act, which is itself a record with one deed."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="dues_runs", verbose_name="工会")
    kind = models.CharField("事项", max_length=2, choices=[(str(k), str(k)) for k in RunKind])
    month = models.DateField("月份")
    people = models.PositiveIntegerField("人数", default=0)
    total = models.DecimalField("合计（元）", default=0, **YUAN)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "会费批次"

    def __str__(self):
        return f"{self.month:%Y-%m} 会费{self.kind}"


class DuesMonth(models.Model):
    """Dues of one member for one month (会费): the base cut to ten yuan, what is due, what was paid and when.

    The wage itself is not kept. `month` is the first day of the month.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="dues", verbose_name="工会")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="dues", verbose_name="会员")
    month = models.DateField("月份")
    base = models.DecimalField("舍尾基数（元）", **YUAN)
    due = models.DecimalField("应缴（元）", **YUAN)
    paid = models.DecimalField("实缴（元）", default=0, **YUAN)
    paid_on = models.DateField("缴纳日期", null=True, blank=True)
    way = models.CharField("方式", max_length=2, choices=[(str(w), str(w)) for w in PayWay], blank=True)
    run = models.ForeignKey(DuesRun, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-month", "person_id")
        verbose_name = verbose_name_plural = "会费"
        indexes = [models.Index(fields=("union", "month")), models.Index(fields=("person", "month"))]
        constraints = [
            models.UniqueConstraint(
                fields=("person", "month"), name="one_dues_a_month", violation_error_message="这位会员这个月的会费已经开过。"
            ),
            models.CheckConstraint(
                condition=Q(base__gte=0, due__gte=0, paid__gte=0),
                name="dues_are_not_negative",
                violation_error_message="金额不能是负数。",
            ),
            models.CheckConstraint(
                condition=Q(paid=0, paid_on=None) | Q(paid__gt=0, paid_on__isnull=False),
                name="a_payment_has_a_day",
                violation_error_message="实缴和缴纳日期要一起填。",
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.month:%Y-%m} 会费"

    @property
    def owed(self):
        """What is still owed (欠缴)."""
        return max(self.due - self.paid, self.due * 0)
