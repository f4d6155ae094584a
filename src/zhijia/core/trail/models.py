"""What is kept of every act, of every changed row, and of every look at a protected record."""

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One act. Entries are only ever added; each carries the hash of the one before (chain.py)."""

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=40)
    hats = models.CharField(max_length=200, blank=True)
    power = models.CharField(max_length=60)
    what = models.CharField(max_length=200, blank=True)
    union = models.ForeignKey("org.Union", models.PROTECT, null=True, related_name="+")
    model = models.CharField(max_length=60)
    record = models.CharField(max_length=40)
    changes = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "办理记录"
        indexes = [models.Index(fields=("model", "record"))]


class RowChange(models.Model):
    """Before-image of a changed or deleted row, written by the database itself (triggers.py)."""

    at = models.CharField(max_length=30)
    table = models.CharField(max_length=60)
    row = models.CharField(max_length=40)
    op = models.CharField(max_length=1)
    before = models.TextField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "数据变动"


class Look(models.Model):
    """Who looked at a protected part of someone's record, once a viewer, subject, part and day (谁看过我的档案)."""

    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    viewer_name = models.CharField(max_length=40)
    hats = models.CharField(max_length=200, blank=True)
    group = models.CharField(max_length=20)
    purpose = models.CharField(max_length=100)
    day = models.DateField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "查看记录"
        constraints = [
            models.UniqueConstraint(fields=("subject_kind", "subject_id", "viewer", "group", "day"), name="one_look_a_day")
        ]
