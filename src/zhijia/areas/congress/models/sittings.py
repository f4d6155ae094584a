"""A sitting (会议): one or two congresses meet (合开的两个大会), people sign in, items are heard and voted."""

from django.db import models

from zhijia.areas.congress.models.bodies import Congress, Delegate
from zhijia.areas.congress.rules.kinds import Stage


class Sitting(models.Model):
    """One meeting of one congress, or of two at once (教代会暨工代会), each a chamber with its own number and ballots."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="sittings", verbose_name="工会")
    on = models.DateField("召开日期")
    place = models.CharField("地点", max_length=60, blank=True)
    topic = models.CharField("中心议题", max_length=200, blank=True)
    chair = models.CharField("主持人", max_length=40, blank=True)
    recorder = models.CharField("记录人", max_length=40, blank=True)
    presidium = models.CharField("主席团", max_length=200, blank=True)
    stage = models.CharField("状态", max_length=4, choices=[(s.value, s.value) for s in Stage], default=Stage.PLANNED)
    noticed_on = models.DateField("通知日期", null=True, blank=True)
    papers_on = models.DateField("材料发出日期", null=True, blank=True)
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

    def __str__(self):
        return "暨".join(str(chamber) for chamber in self.chambers.all()) or f"{self.on}大会"


class Chamber(models.Model):
    """One congress at a sitting (第几次会议); a joint sitting has two, with two sign-ins and two ballots."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="chambers", verbose_name="会议")
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="chambers", verbose_name="大会")
    number = models.PositiveSmallIntegerField("次")
    entitled = models.PositiveIntegerField("应到", null=True, blank=True)
    present = models.PositiveIntegerField("实到", null=True, blank=True)

    class Meta:
        ordering = ("sitting_id", "id")
        verbose_name = verbose_name_plural = "届次"
        constraints = [
            models.UniqueConstraint(fields=("sitting", "congress"), name="a_congress_once_a_sitting"),
            models.UniqueConstraint(fields=("congress", "number"), name="one_number_a_sitting",
                                    violation_error_message="这一届已经有同一次数的会议。"),
        ]

    def __str__(self):
        return f"{self.congress}第{self.number}次会议"

    @property
    def union(self):
        return self.sitting.union


class Attendance(models.Model):
    """A delegate at a chamber (签到): came, excused with a reason, or absent."""

    class Coming(models.TextChoices):
        PRESENT = "到会"
        EXCUSED = "请假"
        ABSENT = "缺席"

    chamber = models.ForeignKey(Chamber, models.CASCADE, related_name="attendances", verbose_name="大会")
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="attendances", verbose_name="代表")
    coming = models.CharField("到会情况", max_length=2, choices=Coming.choices, default=Coming.PRESENT)
    reason = models.CharField("事由", max_length=60, blank=True)
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
    """An item of the agenda (议程): a report to hear, or a matter to decide, with what became of it."""

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
    heard = models.BooleanField("已听取", default=False)

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
