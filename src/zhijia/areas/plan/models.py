"""Plans (工作计划) of a union and year, and their items."""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.plan.rules import AT_LEAST, AT_MOST


class State(models.TextChoices):
    """States of a plan."""

    DRAFT = "草案"
    ADOPTED = "已通过"


class Plan(models.Model):
    """The plan of a union for a year."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="plans", verbose_name="工会")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("标题", max_length=120)
    state = models.CharField("状态", max_length=3, choices=State.choices, default=State.DRAFT)
    made_at = models.DateTimeField("拟定时间", auto_now_add=True)
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    adopted_by = models.CharField("通过会议或批准人", max_length=60, blank=True)

    class Meta:
        ordering = ("-year", "union_id")
        verbose_name = verbose_name_plural = "工作计划"
        constraints = [
            models.UniqueConstraint(
                fields=("union", "year"), name="one_plan_a_year",
                violation_error_message="这个工会这一年已有计划，请在那一份里添加事项。",
            ),
            models.CheckConstraint(
                condition=Q(state="草案", adopted_on=None) | Q(state="已通过", adopted_on__isnull=False), name="adopted_has_day"
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title


class ItemState(models.TextChoices):
    """States of an item."""

    OPEN = "进行中"
    DONE = "已完成"
    DROPPED = "已取消"


class Item(models.Model):
    """One thing to do: who, how, by when, and where it can be counted, the goal on a figure."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items", verbose_name="计划")
    number = models.PositiveSmallIntegerField("序号")
    area = models.CharField("门类", max_length=20, blank=True)
    what = models.CharField("工作内容", max_length=200)
    target = models.CharField("目标、指标", max_length=120, blank=True)
    measure = models.CharField("措施", max_length=400, blank=True)
    owner = models.CharField("责任人", max_length=60, blank=True)
    helper = models.CharField("协助", max_length=60, blank=True)
    start = models.DateField("开始", null=True, blank=True)
    due = models.DateField("完成时限")
    money = models.DecimalField("经费（元）", max_digits=12, decimal_places=2, null=True, blank=True)
    goal_key = models.CharField("看进度的数", max_length=60, blank=True)
    goal_way = models.CharField(
        "要求", max_length=3, default=AT_LEAST, choices=[(AT_LEAST, AT_LEAST), (AT_MOST, AT_MOST)]
    )
    goal_value = models.DecimalField("目标值", max_digits=14, decimal_places=2, null=True, blank=True)
    finish_mark = models.CharField("完成标志", max_length=120, blank=True)
    state = models.CharField("状态", max_length=3, choices=ItemState.choices, default=ItemState.OPEN)
    done_on = models.DateField("完成日期", null=True, blank=True)
    note = models.CharField("备注", max_length=200, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("plan_id", "number", "id")
        verbose_name = verbose_name_plural = "计划事项"
        indexes = [models.Index(fields=("due",))]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None) | Q(start__lte=F("due")), name="item_starts_before_it_is_due",
                violation_error_message="开始日期不能晚于完成时限。",
            ),
            models.CheckConstraint(
                condition=Q(goal_key="", goal_value=None) | (~Q(goal_key="") & Q(goal_value__isnull=False)),
                name="a_goal_has_figure_and_value", violation_error_message="看进度的数和目标值要一起填。",
            ),
            models.CheckConstraint(
                condition=(~Q(state="已完成") & Q(done_on=None)) | Q(state="已完成", done_on__isnull=False),
                name="done_has_day",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.what

    @property
    def union(self):
        return self.plan.union
