"""What every case has: its union, a number within the books of the year, where it stands."""

import uuid

from django.db import models


def choices(names) -> list[tuple[str, str]]:
    """The words themselves are kept and shown."""
    return [(str(name), str(name)) for name in names]


class Case(models.Model):
    """A case with its clock. One written down by mistake is voided (作废) with a reason: it stays, and counts nowhere."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="%(class)s_cases", verbose_name="工会")
    number = models.CharField("编号", max_length=20, editable=False)
    voided_on = models.DateField("作废日期", null=True, blank=True, editable=False)
    void_why = models.CharField("作废原因", max_length=100, blank=True, editable=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name} {self.number}"
