"""Papers (总结) with their paragraphs, the figures frozen when they were signed, and reasons for numbers typed by hand."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    """States of a paper."""

    DRAFT = "草稿"
    SIGNED = "已签发"
    SUPERSEDED = "已替代"


class Origin(models.TextChoices):
    """Who wrote a paragraph: the records, a person over the records' words, or a person alone."""

    AUTO = "auto", "按记录生成"
    EDITED = "edited", "改过"
    ADDED = "added", "自己写的"


class Paper(models.Model):
    """A summary of a union and period. A signed one never changes; reopening makes the next version (`number`)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="papers", verbose_name="工会")
    kind = models.CharField("文种", max_length=4, default="总结")
    period = models.CharField("期间", max_length=30)
    year = models.PositiveSmallIntegerField("年度")
    outline = models.CharField("提纲", max_length=20)
    title = models.CharField("标题", max_length=120)
    number = models.PositiveSmallIntegerField("第几稿", default=1)
    state = models.CharField("状态", max_length=3, choices=State.choices, default=State.DRAFT)
    made_at = models.DateTimeField("起草时间", auto_now_add=True)
    drawn_at = models.DateTimeField("按记录生成时间", null=True, blank=True)
    signed_on = models.DateField("签发日期", null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="签发人账号",
    )
    signed_name = models.CharField("签发人", max_length=40, blank=True)
    text_hash = models.CharField("全文校验码", max_length=64, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="原稿"
    )

    class Meta:
        ordering = ("-year", "union_id", "-number")
        verbose_name = verbose_name_plural = "工作总结"
        constraints = [
            models.UniqueConstraint(
                fields=("union", "period", "kind"),
                condition=Q(state="草稿"),
                name="one_open_draft",
                violation_error_message="这个工会、这个年度已有一份草稿，请接着改那一份。",
            ),
            models.UniqueConstraint(
                fields=("union", "period", "kind"),
                condition=Q(state="已签发"),
                name="one_signed_paper",
                violation_error_message="这个工会、这个年度已有一份签发的总结。",
            ),
            models.CheckConstraint(
                condition=Q(state="草稿", signed_on=None)
                | (~Q(state="草稿") & Q(signed_on__isnull=False) & ~Q(text_hash="")),
                name="signed_has_day_and_hash",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def open(self) -> bool:
        """Whether it may still be changed."""
        return self.state == State.DRAFT


class Block(models.Model):
    """One paragraph or heading. `text` holds markers where figures stand; `proposed` is what the records say.

    `version` grows with every change, so that a save over somebody else's words is noticed. A paragraph taken out
    stays here (`removed`) and can be put back.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="blocks", verbose_name="总结")
    order = models.PositiveIntegerField("顺序")
    level = models.PositiveSmallIntegerField("级别", default=0)
    text = models.TextField("文字", max_length=4000)
    proposed = models.TextField("按记录的文字", max_length=4000, blank=True)
    source = models.CharField("提纲段落", max_length=60, blank=True)
    origin = models.CharField("来源", max_length=6, choices=Origin.choices, default=Origin.AUTO)
    removed = models.BooleanField("已去掉", default=False)
    version = models.PositiveIntegerField("版本", default=1)
    changed_at = models.DateTimeField("改动时间", auto_now=True)
    changed_name = models.CharField("改动人", max_length=40, blank=True)

    class Meta:
        ordering = ("order", "id")
        verbose_name = verbose_name_plural = "总结段落"
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "source"), condition=~Q(source=""), name="one_block_a_source"
            ),
        ]

    def __str__(self):
        return f"{self.paper} 第 {self.order} 段"

    @property
    def union(self):
        return self.paper.union


class Reason(models.Model):
    """Why a number typed by hand stands in a paragraph although no record is behind it (无出处说明)."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="reasons", verbose_name="段落")
    text = models.CharField("数字", max_length=40)
    reason = models.CharField("理由", max_length=200)
    given_at = models.DateTimeField("填写时间", auto_now=True)
    given_name = models.CharField("填写人", max_length=40, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "无出处说明"
        constraints = [models.UniqueConstraint(fields=("block", "text"), name="one_reason_a_number")]

    def __str__(self):
        return f"{self.text}：{self.reason}"

    @property
    def union(self):
        return self.block.paper.union


class Cited(models.Model):
    """A figure as it stood when the paper was signed, with its rows (core.figures.citations)."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="cited", verbose_name="总结")
    marker = models.CharField("位置", max_length=120)
    label = models.CharField("数据", max_length=80)
    shown = models.CharField("写法", max_length=60)
    citation = models.JSONField("出处", default=dict)
    late = models.JSONField("补录的记录", default=list)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "数据出处"
        constraints = [models.UniqueConstraint(fields=("paper", "marker"), name="one_citation_a_marker")]

    def __str__(self):
        return f"{self.label} {self.shown}"

    @property
    def union(self):
        return self.paper.union
