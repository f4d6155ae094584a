"""A sitting (会议): one or two congresses meet (合开的两个大会), people sign in, items are heard and voted."""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.congress.models.bodies import Congress, Delegate
from zhijia.areas.congress.rules.kinds import Form, Stage
from zhijia.core.private.fields import EncryptedText


class Sitting(models.Model):
    """One meeting of one congress, or of two at once (教代会暨工代会), each a chamber with its own number and ballots.

    `door_code` is what delegates type on their own phones at the door, on `door_on` only.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="sittings", verbose_name="工会")
    title = models.CharField("会议名称", max_length=120)
    short = models.CharField("简称", max_length=60)
    form = models.CharField("性质", max_length=4, choices=[(f.value, f.value) for f in Form], default=Form.REGULAR)
    proposers = models.PositiveIntegerField("提议召开的代表数", null=True, blank=True)
    on = models.DateField("召开日期")
    place = models.CharField("地点", max_length=60, blank=True)
    topic = models.CharField("中心议题", max_length=200, blank=True)
    chair = models.CharField("主持人", max_length=40, blank=True)
    recorder = models.CharField("记录人", max_length=40, blank=True)
    stage = models.CharField("状态", max_length=4, choices=[(s.value, s.value) for s in Stage], default=Stage.PLANNED)
    noticed_on = models.DateField("通知日期", null=True, blank=True)
    papers_on = models.DateField("材料发出日期", null=True, blank=True)
    late = models.BooleanField("材料迟发", default=False)
    door_code = models.CharField("签到码", max_length=8, blank=True)
    door_on = models.DateField("签到码有效日", null=True, blank=True)
    closed_on = models.DateField("闭会日期", null=True, blank=True)
    minutes = models.TextField("会议纪要", blank=True)
    published_on = models.DateField("决议公布日期", null=True, blank=True)
    reported_on = models.DateField("报告上级日期", null=True, blank=True)
    why = models.CharField("取消原因", max_length=100, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "大会会议"
        indexes = [models.Index(fields=("union", "on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(published_on__gte=F("closed_on")), name="published_after_closing",
                violation_error_message="公布日期早于闭会日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None) | Q(reported_on__gte=F("closed_on")), name="reported_after_closing",
                violation_error_message="报告日期早于闭会日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("on")), name="sitting_closed_after_it_opens",
                violation_error_message="闭会日期早于召开日期，请核对。",
            ),
        ]

    def __str__(self):
        return self.title


class Chamber(models.Model):
    """One congress at a sitting (第几次会议); a joint sitting has two, with two sign-ins and two ballots."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="chambers", verbose_name="会议")
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="chambers", verbose_name="大会")
    number = models.PositiveSmallIntegerField("次", null=True, blank=True)
    entitled = models.PositiveIntegerField("应到", null=True, blank=True)
    present = models.PositiveIntegerField("实到", null=True, blank=True)

    class Meta:
        ordering = ("sitting_id", "id")
        verbose_name = verbose_name_plural = "届次"
        constraints = [
            models.UniqueConstraint(fields=("sitting", "congress"), name="a_congress_once_a_sitting"),
            models.UniqueConstraint(fields=("congress", "number"), name="one_number_a_sitting",
                                    violation_error_message="这一届已经有同一次数的会议。"),
            models.CheckConstraint(condition=Q(present=None) | Q(present__lte=F("entitled")), name="delegates_present_within",
                                   violation_error_message="实到人数多于应到人数，请核对。"),
        ]

    def __str__(self):
        return str(self.congress)

    @property
    def union(self):
        return self.sitting.union


class Attendance(models.Model):
    """A delegate at a chamber (签到): came, excused with a reason, or absent."""

    class Coming(models.TextChoices):
        PRESENT = "到会"
        EXCUSED = "请假"
        ABSENT = "缺席"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    chamber = models.ForeignKey(Chamber, models.CASCADE, related_name="attendances", verbose_name="大会")
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="attendances", verbose_name="代表")
    coming = models.CharField("到会情况", max_length=2, choices=Coming.choices, default=Coming.PRESENT)
    reason = EncryptedText("缺席原因", max_length=60, blank=True, default="")
    own = models.BooleanField("本人签到", default=False)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "签到"
        constraints = [models.UniqueConstraint(fields=("chamber", "delegate"), name="one_sign_in_a_chamber")]

    def __str__(self):
        return f"{self.delegate} {self.coming}"

    @property
    def union(self):
        return self.chamber.sitting.union


class Item(models.Model):
    """An item of the agenda (议程): a report to hear, or a matter to decide, with what became of it.

    `only` names the chamber that decides it alone; without it every chamber of a joint sitting has to carry it.
    `carried` is settled when its votes are counted and stands when the sitting is closed; None: not voted.
    """

    class Kind(models.TextChoices):
        REPORT = "听取报告"
        DECIDE = "审议表决"
        ELECTION = "选举"

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="items", verbose_name="会议")
    number = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("类别", max_length=4, choices=Kind.choices, default=Kind.DECIDE)
    title = models.CharField("事项", max_length=120)
    speaker = models.CharField("报告人", max_length=40, blank=True)
    text = models.TextField("内容、决议草案", blank=True)
    weighty = models.BooleanField("重大事项", default=False)
    only = models.ForeignKey(Chamber, models.SET_NULL, null=True, blank=True, related_name="own_items", verbose_name="由谁表决")
    heard = models.BooleanField("已听取", default=False)
    carried = models.BooleanField("已通过", null=True, blank=True)

    class Meta:
        ordering = ("sitting_id", "number", "id")
        verbose_name = verbose_name_plural = "议程"

    def __str__(self):
        return self.title

    @property
    def union(self):
        return self.sitting.union


class ItemVote(models.Model):
    """The vote of one chamber on an item; a vote that was void is followed by another."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="votes", verbose_name="议程")
    chamber = models.ForeignKey(Chamber, models.CASCADE, related_name="votes", verbose_name="大会")
    vote = models.OneToOneField("voting.Vote", models.PROTECT, related_name="congress_item", verbose_name="表决")

    class Meta:
        ordering = ("item_id", "id")
        verbose_name = verbose_name_plural = "议程表决"

    def __str__(self):
        return f"{self.item}：{self.chamber.congress}"

    @property
    def union(self):
        return self.chamber.sitting.union


class Presider(models.Model):
    """A delegate in the presidium (主席团) of a sitting."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="presidium", verbose_name="会议")
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="presides", verbose_name="代表")

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "主席团成员"
        constraints = [models.UniqueConstraint(fields=("sitting", "delegate"), name="once_in_a_presidium")]

    def __str__(self):
        return str(self.delegate)

    @property
    def union(self):
        return self.sitting.union


class Handout(models.Model):
    """A paper for the delegates (会议材料): a report, a draft to be voted on."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="handouts", verbose_name="会议")
    title = models.CharField("材料", max_length=100)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="文件")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "会议材料"

    def __str__(self):
        return self.title

    @property
    def union(self):
        return self.sitting.union


class Resolution(models.Model):
    """A resolution (决议), written from an item that was carried."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="resolutions", verbose_name="会议")
    item = models.OneToOneField(Item, models.CASCADE, related_name="resolution", verbose_name="议程")
    text = models.TextField("决议")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("sitting_id", "item__number", "id")
        verbose_name = verbose_name_plural = "决议"

    def __str__(self):
        return f"关于《{self.item.title}》的决议"

    @property
    def union(self):
        return self.sitting.union
