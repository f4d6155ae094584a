"""A union's own value in place of a shipped one."""

from django.conf import settings
from django.db import models


class Override(models.Model):
    """A value a union set for itself and everything below it (本地规定), from a day on, with its source.

    Rows are never deleted: withdrawing one sets its last day, so old papers keep the value of their time.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="policies", verbose_name="工会")
    key = models.CharField("项目", max_length=80, db_index=True)
    value = models.JSONField("数值")
    unit = models.CharField("单位", max_length=10, blank=True)
    since = models.DateField("起用日期")
    until = models.DateField("停用日期", null=True, blank=True)
    source = models.CharField("出处", max_length=200)
    note = models.CharField("说明", max_length=200, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="修改人",
    )
    made_at = models.DateTimeField("修改时间", auto_now_add=True)

    class Meta:
        ordering = ("key", "-since", "-id")
        verbose_name = verbose_name_plural = "本地规定"

    def __str__(self):
        return f"{self.union}：{self.key}"
