"""One table is the whole queue."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class State(models.TextChoices):
    """What has become of a job."""

    QUEUED = "queued", "排队中"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "未完成"
    CANCELLED = "cancelled", "已取消"


class Job(models.Model):
    """A piece of work (后台任务): its kind names the function, `args` hold keys and never personal data."""

    kind = models.CharField("任务", max_length=60)
    args = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.QUEUED)
    done = models.PositiveIntegerField("已办", default=0)
    total = models.PositiveIntegerField("共", default=0)
    message = models.CharField("说明", max_length=300, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    union = models.ForeignKey("org.Union", models.PROTECT, null=True, blank=True, related_name="+")
    result = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "后台任务"
        indexes = [models.Index(fields=("state", "id"))]

    def __str__(self):
        return f"{self.kind} {self.get_state_display()}"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in (State.DONE, State.FAILED, State.CANCELLED)

    @property
    def percent(self) -> int | None:
        """How far it has come; None while the whole is not known."""
        return min(100, 100 * self.done // self.total) if self.total else None
