"""A batch is one file written in one act; rows it made point at it, rows it changed are kept as they were."""

from django.conf import settings
from django.db import models


class Batch(models.Model):
    """One import (导入批次), itself a record: who, what file, what came of it."""

    code = models.CharField("批次号", max_length=20, unique=True)
    kind = models.CharField("类型", max_length=20)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="batches", verbose_name="工会")
    file_name = models.CharField("文件", max_length=200)
    digest = models.CharField(max_length=64, db_index=True)
    counts = models.JSONField("结果", default=dict, blank=True)
    made_at = models.DateTimeField("导入时间", auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="导入人")
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "导入批次"

    def __str__(self):
        return f"{self.file_name}（{self.code}）"


class Changed(models.Model):
    """A row as it was before a batch changed it, so that undo can put it back to the letter."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changed")
    model = models.CharField(max_length=60)
    row = models.BigIntegerField()
    before = models.JSONField()

    class Meta:
        verbose_name = verbose_name_plural = "导入改动"
