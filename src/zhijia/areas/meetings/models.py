"""Meetings (会议): notice, who came, minutes, resolutions and what became of them."""

from django.db import models
from django.db.models import F, Q


class Kind(models.TextChoices):
    """Kinds of meeting below a congress."""

    COMMITTEE = "委员会会议"
    PLENARY = "全委会"
    MEMBERS = "会员大会"
    GROUP = "小组会"
    TEAM = "班组民管会"
    LIFE = "民主生活会"
    TALK = "座谈会"
    OTHER = "其他会议"


class Meeting(models.Model):
    """One meeting, from notice to minutes."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="meetings", verbose_name="工会")
    kind = models.CharField("类别", max_length=6, choices=Kind.choices, default=Kind.COMMITTEE)
    title = models.CharField("会议名称", max_length=80)
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=60, blank=True)
    chair = models.CharField("主持人", max_length=40, blank=True)
    recorder = models.CharField("记录人", max_length=40, blank=True)
    agenda = models.TextField("议题", blank=True)
    expected = models.PositiveIntegerField("应到人数", null=True, blank=True)
    present = models.PositiveIntegerField("实到人数", null=True, blank=True)
    minutes = models.TextField("会议纪要", blank=True)
    held = models.BooleanField("已召开", default=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "会议"
        constraints = [
            models.CheckConstraint(
                condition=Q(expected=None) | Q(present=None) | Q(present__lte=F("expected")), name="present_within_expected"
            )
        ]
        indexes = [models.Index(fields=("union", "on"))]

    def __str__(self):
        return self.title


class Coming(models.TextChoices):
    """What a person on the list did."""

    PRESENT = "到会"
    EXCUSED = "请假"
    ABSENT = "缺席"


class Attendance(models.Model):
    """One person on a meeting's list (签到)."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", verbose_name="会议")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="attendances", verbose_name="职工")
    coming = models.CharField("到会情况", max_length=2, choices=Coming.choices, default=Coming.PRESENT)
    reason = models.CharField("事由", max_length=60, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "签到"
        constraints = [models.UniqueConstraint(fields=("meeting", "person"), name="one_line_a_meeting")]

    @property
    def union(self):
        return self.meeting.union


class Resolution(models.Model):
    """Something a meeting decided (决议), who does it by when, and the result."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="resolutions", verbose_name="会议")
    text = models.CharField("决议事项", max_length=300)
    owner = models.CharField("责任人", max_length=40, blank=True)
    due = models.DateField("完成期限", null=True, blank=True)
    yes = models.PositiveIntegerField("赞成", null=True, blank=True)
    no = models.PositiveIntegerField("反对", null=True, blank=True)
    abstain = models.PositiveIntegerField("弃权", null=True, blank=True)
    posted_on = models.DateField("公示日期", null=True, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    result = models.CharField("落实情况", max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("due", "id")
        verbose_name = verbose_name_plural = "会议决议"

    def __str__(self):
        return self.text

    @property
    def union(self):
        return self.meeting.union
