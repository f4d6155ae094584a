"""Open affairs (公开): the catalogue of a union, its months with what is due, items, opinions, checks."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from zhijia.areas.openness.rules import BEFORE, CheckKind, Duration, Line, Rhythm, Scope, State, Way
from zhijia.core.private.fields import EncryptedText


def _choices(names) -> list[tuple[str, str]]:
    """The words themselves are kept and shown."""
    return [(str(name), str(name)) for name in names]


class Entry(models.Model):
    """One line of a union's catalogue (公开目录): taken over from the shipped one (`key`) or the union's own."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="open_entries", verbose_name="工会")
    key = models.CharField(max_length=40, blank=True, editable=False)
    line = models.CharField("类别", max_length=2, choices=_choices(Line))
    title = models.CharField("公开内容", max_length=80)
    duration = models.CharField("公开时限", max_length=4, choices=_choices(Duration))
    rhythm = models.CharField("多久公开一次", max_length=6, choices=_choices(Rhythm))
    month = models.PositiveSmallIntegerField("每年几月公开", null=True, blank=True)
    days = models.PositiveSmallIntegerField("至少挂几天", null=True, blank=True)
    inner = models.BooleanField("只在本队、本班组公开", default=False)
    department = models.CharField("责任部门", max_length=40, blank=True)
    source = models.CharField("依据", max_length=200, blank=True)
    since = models.DateField("列入日期")
    reason = models.CharField("增列理由", max_length=200, blank=True)
    withdrawn_on = models.DateField("删去日期", null=True, blank=True)
    why = models.CharField("删去理由", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("union__path", "id")
        verbose_name = verbose_name_plural = "公开目录"
        constraints = [
            models.CheckConstraint(
                condition=~Q(rhythm=Rhythm.YEARLY) | Q(month__isnull=False, month__range=(1, 12)),
                name="yearly_entry_has_its_month",
                violation_error_message="每年公开一次的，请写在几月公开（1 到 12）。",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | ~Q(why=""), name="withdrawn_entry_says_why",
                violation_error_message="删去目录里的一项，要写明理由。",
            ),
            models.UniqueConstraint(
                fields=("union", "title"), condition=Q(withdrawn_on=None), name="one_entry_of_a_title",
                violation_error_message="目录里已经有这一项。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def basis(self) -> str:
        """The first of its sources, as a sheet has room for."""
        return self.source.partition("；")[0].partition("、《")[0]


class Month(models.Model):
    """A month of a union whose duties were listed (公开月份); `on` is its first day."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="open_months", verbose_name="工会")
    on = models.DateField("月份")
    checked_on = models.DateField("核对日期", null=True, blank=True)
    checked_by = models.CharField("核对人", max_length=40, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "union__path")
        verbose_name = verbose_name_plural = "公开月份"
        constraints = [models.UniqueConstraint(fields=("union", "on"), name="a_month_is_listed_once")]

    def __str__(self):
        return f"{self.union} {self.on.year}年{self.on.month}月"


class Item(models.Model):
    """One open affair (公开事项), from draft to archive, with the day of each step."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="open_items", verbose_name="工会")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="items", verbose_name="目录项")
    number = models.CharField("编号", max_length=20, editable=False)
    line = models.CharField("类别", max_length=2, choices=_choices(Line))
    duration = models.CharField("公开时限", max_length=4, choices=_choices(Duration))
    title = models.CharField("标题", max_length=80)
    month = models.DateField("所属月份")
    body = models.TextField("公开内容", blank=True)
    basis = models.CharField("依据", max_length=120, blank=True)
    channels = models.CharField("公开形式", max_length=120, blank=True)
    scope = models.CharField("公开范围", max_length=16, choices=_choices(Scope), default=Scope.EVERYBODY)
    department = models.CharField("责任部门", max_length=40, blank=True)
    responsible = models.CharField("责任人", max_length=40, blank=True)
    contact = models.CharField("意见反映渠道", max_length=120, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="附件"
    )
    state = models.CharField("状态", max_length=4, choices=_choices(State), default=State.DRAFT, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name="起草人"
    )
    drafted_on = models.DateField("起草日期")
    asked_until = models.DateField("征求意见截止", null=True, blank=True)
    returned = models.CharField("退回意见", max_length=200, blank=True)
    approver = models.CharField("审批人", max_length=40, blank=True)
    approved_on = models.DateField("审批日期", null=True, blank=True)
    alone = models.BooleanField("起草、审批为同一人", default=False, editable=False)
    names_because = models.CharField("公开受帮扶人姓名的理由", max_length=200, blank=True)
    shown_on = models.DateField("公开日期", null=True, blank=True)
    until = models.DateField("公示至", null=True, blank=True)
    least_days = models.PositiveSmallIntegerField("当时规定的最少天数", null=True, blank=True, editable=False)
    taken_down_on = models.DateField("撤栏日期", null=True, blank=True)
    archive_no = models.CharField("归档号", max_length=40, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)
    dropped_why = models.CharField("作废原因", max_length=200, blank=True)
    late = models.BooleanField("补录", default=False, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-drafted_on", "-id")
        verbose_name = verbose_name_plural = "公开事项"
        indexes = [models.Index(fields=("union", "shown_on")), models.Index(fields=("union", "state"))]
        constraints = [
            models.UniqueConstraint(fields=("union", "number"), name="one_number_an_item"),
            models.CheckConstraint(
                condition=Q(state__in=(*BEFORE, State.APPROVED, State.DROPPED)) | Q(shown_on__isnull=False),
                name="what_was_open_has_its_first_day", violation_error_message="公开过的事项要有公开日期。",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("shown_on")), name="open_until_after_it_began",
                violation_error_message="公示至的日期不能早于公开日期。",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on=None) | Q(taken_down_on__gte=F("shown_on")), name="taken_down_after_it_began",
                violation_error_message="撤栏日期不能早于公开日期。",
            ),
        ]

    def __str__(self):
        return self.title


class Duty(models.Model):
    """What a union must open in a month (应公开项), and the item that did. Figures of coverage count these rows."""

    month = models.ForeignKey(Month, models.CASCADE, related_name="duties", verbose_name="月份")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="duties", verbose_name="目录项")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="duties", verbose_name="公开事项")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-month__on", "entry_id")
        verbose_name = verbose_name_plural = "应公开项"
        constraints = [models.UniqueConstraint(fields=("month", "entry"), name="one_duty_an_entry_and_month")]

    def __str__(self):
        return f"{self.month} {self.entry}"

    @property
    def union(self):
        return self.month.union


class Version(models.Model):
    """What an item said before it was corrected (更正前的内容)."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="versions", verbose_name="公开事项")
    title = models.CharField("原标题", max_length=80)
    body = models.TextField("原内容", blank=True)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="原附件"
    )
    on = models.DateField("更正日期")
    why = models.CharField("更正原因", max_length=200)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "更正记录"

    def __str__(self):
        return f"{self.on} {self.title}"

    @property
    def union(self):
        return self.item.union


class Opinion(models.Model):
    """What a worker said to an item (职工意见), and the answer. Words and teller are sealed; no address is kept."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="opinions", verbose_name="公开事项")
    way = models.CharField("来源", max_length=3, choices=_choices(Way))
    text = EncryptedText("意见", max_length=500)
    teller = EncryptedText("提出人", max_length=40, blank=True)
    received_on = models.DateField("收到日期")
    due_on = models.DateField("答复期限", editable=False)
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answered_by = models.CharField("答复人", max_length=40, blank=True)
    in_time = models.BooleanField("按期答复", default=False, editable=False)
    shown_as = models.CharField("随公开事项登出的意见摘要", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-received_on", "-id")
        verbose_name = verbose_name_plural = "职工意见"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("received_on")), name="answered_after_it_came",
                violation_error_message="答复日期不能早于收到日期。",
            )
        ]

    def __str__(self):
        return f"{self.received_on} {self.way}意见"

    @property
    def union(self):
        return self.item.union


class Check(models.Model):
    """A supervision check (监督检查): what was found, by when it is put right, and when it was."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="open_checks", verbose_name="受检单位")
    kind = models.CharField("检查类别", max_length=6, choices=_choices(CheckKind))
    on = models.DateField("检查日期")
    checkers = models.CharField("检查人", max_length=80)
    score = models.DecimalField("得分", max_digits=5, decimal_places=1, null=True, blank=True)
    found = models.TextField("发现的问题", blank=True)
    right_by = models.DateField("整改期限", null=True, blank=True)
    righted_on = models.DateField("整改完成", null=True, blank=True)
    result = models.CharField("整改情况", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "公开监督检查"
        constraints = [
            models.CheckConstraint(
                condition=~Q(found="") | Q(right_by=None), name="nothing_found_nothing_to_put_right",
                violation_error_message="没有发现问题的，不用写整改期限。",
            ),
            models.CheckConstraint(
                condition=Q(righted_on=None) | Q(righted_on__gte=F("on")), name="put_right_after_the_check",
                violation_error_message="整改完成日期不能早于检查日期。",
            ),
        ]

    def __str__(self):
        return f"{self.on} {self.kind}"
