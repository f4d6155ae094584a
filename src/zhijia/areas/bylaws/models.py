"""Rule documents (制度) with their versions, and where the sheets hang (上墙)."""

from django.db import models
from django.db.models import F, Q


class Subject(models.TextChoices):
    """What a rule document is about."""

    DUTIES = "工作职责"
    WORK = "工作制度"
    DEMOCRACY = "民主管理"
    MONEY = "经费财务"
    SAFETY = "劳动保护"
    OTHER = "其他"


class Document(models.Model):
    """One rule document. Its words stand in versions; withdrawn, it stays with its reason."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="bylaws", verbose_name="工会")
    title = models.CharField("名称", max_length=80)
    subject = models.CharField("类别", max_length=4, choices=Subject.choices, default=Subject.WORK)
    keeper = models.CharField("执行责任人", max_length=40, blank=True)
    withdrawn_on = models.DateField("废止日期", null=True, blank=True)
    why = models.CharField("废止原因", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("subject", "title")
        verbose_name = verbose_name_plural = "制度"
        constraints = [
            models.UniqueConstraint(
                fields=("union", "title"), condition=Q(withdrawn_on=None), name="one_document_of_a_title",
                violation_error_message="已经有这个名称的制度。要改内容，请打开它点“修订”。",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | ~Q(why=""), name="withdrawn_says_why",
                violation_error_message="请写明废止的原因。",
            ),
        ]

    def __str__(self):
        return self.title


class Version(models.Model):
    """The words of a document from a day on; the next version replaces it, none is lost."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions", verbose_name="制度")
    number = models.PositiveSmallIntegerField("第几版")
    text = models.TextField("条文")
    adopted_on = models.DateField("通过日期")
    adopted_by = models.CharField("通过的会议", max_length=60, blank=True)
    since = models.DateField("施行日期")
    change = models.CharField("修订说明", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("document_id", "-number")
        verbose_name = verbose_name_plural = "制度版本"
        constraints = [
            models.UniqueConstraint(fields=("document", "number"), name="one_version_of_a_number"),
            models.CheckConstraint(
                condition=Q(since__gte=F("adopted_on")), name="in_force_after_adopted",
                violation_error_message="施行日期早于通过日期，请核对。",
            ),
        ]

    def __str__(self):
        return f"{self.document}（第{self.number}版）"

    @property
    def union(self):
        return self.document.union


class Posting(models.Model):
    """A sheet with one version on a wall (上墙), until it is taken down."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="postings", verbose_name="制度版本")
    place = models.CharField("上墙地点", max_length=60)
    on = models.DateField("上墙日期")
    down_on = models.DateField("取下日期", null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "制度上墙"
        constraints = [
            models.CheckConstraint(
                condition=Q(down_on=None) | Q(down_on__gte=F("on")), name="down_after_up",
                violation_error_message="取下日期早于上墙日期，请核对。",
            )
        ]

    def __str__(self):
        return f"{self.version.document} {self.place}"

    @property
    def union(self):
        return self.version.document.union
