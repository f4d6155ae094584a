"""Visits (走访慰问), hardship files (困难职工档案), workers helped out of trouble (帮教) and pairs (结对帮扶).

`who` and `home` are keys a database can count by: each person once (人), each household once (户), also for those
who are on no roll. A known person is `p:<id>`, a named one `n:<union>:<name>`; a household is `h:<union>:<code>`,
or the person's own key where no home code (户号) is known. Group visits have neither.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.care.rules import Category, Receipt, Stage, StepKind, VisitKind, Way
from zhijia.core.private.fields import EncryptedText


def choices(names) -> list[tuple[str, str]]:
    """The words themselves are kept and shown."""
    return [(str(name), str(name)) for name in names]


class Visit(models.Model):
    """One visit. A group visit (夏送清凉 and the like) names no person and adds its heads to the turns (人次).

    `amount` is money, or the value of goods; `cap` is what was allowed a head on that day; `late` that it was written
    down long after (补录). A visit noted by mistake is voided (作废), never deleted.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="visits", verbose_name="工会")
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="visits", verbose_name="被慰问人"
    )
    name = models.CharField("姓名", max_length=40, blank=True)
    group_name = models.CharField("部门班组", max_length=40, blank=True)
    heads = models.PositiveIntegerField("人数", default=1)
    home_code = models.CharField("户号", max_length=20, blank=True)
    who = models.CharField(max_length=80, null=True, blank=True, editable=False)
    home = models.CharField(max_length=80, null=True, blank=True, editable=False)
    on = models.DateField("走访日期")
    kind = models.CharField("类别", max_length=4, choices=choices(VisitKind))
    way = models.CharField("方式", max_length=2, choices=choices(Way))
    amount = models.DecimalField("金额（元）", max_digits=12, decimal_places=2, default=0)
    goods = models.CharField("物品", max_length=80, blank=True)
    visitors = models.CharField("慰问人", max_length=120, blank=True)
    receipt = models.CharField("签领", max_length=2, choices=choices(Receipt), default=Receipt.NONE)
    reason = EncryptedText("事由", max_length=200, blank=True)
    asked = EncryptedText("诉求与答复", max_length=400, blank=True)
    follow_up = models.CharField("后续跟踪人", max_length=40, blank=True)
    follow_up_on = models.DateField("跟踪期限", null=True, blank=True)
    budget_line = models.CharField("经费科目", max_length=20, blank=True)
    approval = models.CharField("审批号", max_length=40, blank=True)
    note = EncryptedText("备注", max_length=200, blank=True)
    late = models.BooleanField("补录", default=False, editable=False)
    cap = models.DecimalField("当时限额（元）", max_digits=10, decimal_places=2, null=True, blank=True, editable=False)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="照片或签领单"
    )
    voided_on = models.DateField("作废日期", null=True, blank=True, editable=False)
    void_why = models.CharField("作废原因", max_length=100, blank=True, editable=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)
    batch = models.ForeignKey("imports.Batch", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "走访慰问"
        indexes = [models.Index(fields=("union", "on")), models.Index(fields=("person", "on")), models.Index(fields=("who",))]
        constraints = [
            models.CheckConstraint(condition=Q(heads__gte=1), name="visit_has_heads", violation_error_message="人数至少是 1。"),
            models.CheckConstraint(
                condition=Q(amount__gte=0), name="visit_takes_nothing", violation_error_message="金额不能是负数。"
            ),
            models.CheckConstraint(
                condition=~Q(way="精神") | Q(amount=0),
                name="a_word_costs_nothing",
                violation_error_message="精神慰问没有金额；给了钱物的，方式请选现金或实物。",
            ),
            models.CheckConstraint(
                condition=Q(person=None) | Q(heads=1),
                name="one_person_is_one_head",
                violation_error_message="写了被慰问人的，人数是 1；慰问一个班组的，请只写班组和人数。",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(group_name=""),
                name="somebody_was_visited",
                violation_error_message="请写被慰问人；慰问一个班组的，请写班组和人数。",
            ),
        ]

    def __str__(self):
        return f"{self.on} {self.kind} {self.name or self.group_name}"

    @property
    def to_group(self) -> bool:
        """Whether a group was visited rather than a person."""
        return self.who is None


class HardshipFile(models.Model):
    """The file of a worker in hardship (困难职工档案), with the day of each step; open from `filed_on` to `ended_on`.

    What the family earns and suffers is encrypted; figures use the class and the days alone.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="hardship_files", verbose_name="工会")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="hardship_files", verbose_name="职工")
    number = models.CharField("档案编号", max_length=30, blank=True)
    stage = models.CharField("进度", max_length=6, choices=choices(Stage), default=Stage.APPLIED)
    category = models.CharField("困难类别", max_length=4, choices=choices(Category), blank=True)
    home_code = models.CharField("户号", max_length=20, blank=True)
    applied_on = models.DateField("申请日期")
    consent_on = models.DateField("单独同意日期", null=True, blank=True)
    surveyed_on = models.DateField("入户调查日期", null=True, blank=True)
    surveyors = models.CharField("调查人", max_length=120, blank=True)
    judged_on = models.DateField("评议日期", null=True, blank=True)
    posted_on = models.DateField("公示开始", null=True, blank=True)
    filed_on = models.DateField("建档日期", null=True, blank=True)
    ended_on = models.DateField("退出或终止日期", null=True, blank=True)
    ended_why = models.CharField("退出或终止原因", max_length=100, blank=True)
    income = EncryptedText("家庭月收入（元）", max_length=20, blank=True)
    size = EncryptedText("家庭人口", max_length=4, blank=True)
    spending = EncryptedText("每月困难支出（元）", max_length=20, blank=True)
    assets = EncryptedText("存款等资产（元）", max_length=20, blank=True)
    months_low = EncryptedText("低于低保标准月数", max_length=4, blank=True)
    aided = EncryptedText("政府救助后仍很困难", max_length=2, blank=True)
    sudden = EncryptedText("突发事件或重大疾病", max_length=2, blank=True)
    cause = EncryptedText("主要致困原因", max_length=40, blank=True)
    story = EncryptedText("情况说明", max_length=1000, blank=True)
    health = EncryptedText("健康状况", max_length=200, blank=True)
    address = EncryptedText("家庭住址", max_length=120, blank=True)
    bank = EncryptedText("银行卡号", max_length=40, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-applied_on", "-id")
        verbose_name = verbose_name_plural = "困难职工档案"
        indexes = [models.Index(fields=("union", "filed_on")), models.Index(fields=("person", "filed_on"))]
        constraints = [
            models.UniqueConstraint(
                fields=("person",),
                condition=Q(ended_on=None),
                name="one_open_hardship_file",
                violation_error_message="这位职工已有一份未结束的困难档案，请在那一份上办理。",
            ),
            models.CheckConstraint(
                condition=Q(filed_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("filed_on")), name="file_ends_after_it_opens"
            ),
            models.CheckConstraint(
                condition=~Q(stage="已建档") | (Q(filed_on__isnull=False) & ~Q(category="")),
                name="a_file_has_day_and_class",
                violation_error_message="建档要有困难类别和建档日期。",
            ),
        ]

    def __str__(self):
        return f"{self.person} 困难职工档案"


class FamilyMember(models.Model):
    """One of the family in a hardship file; everything that tells who or how is encrypted."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="family", verbose_name="档案")
    relation = models.CharField("关系", max_length=10)
    name = EncryptedText("姓名", max_length=40)
    birth = EncryptedText("出生日期", max_length=10, blank=True)
    id_no = EncryptedText("身份证号", max_length=18, blank=True)
    income = EncryptedText("月收入（元）", max_length=20, blank=True)
    health = EncryptedText("健康状况", max_length=100, blank=True)
    place = EncryptedText("单位或学校", max_length=60, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "困难家庭成员"

    def __str__(self):
        return f"{self.file} {self.relation}"

    @property
    def union(self):
        return self.file.union


class ReviewKind(models.TextChoices):
    """What brought a file up to date."""

    REVIEW = "动态复核"
    UPDATE = "资料更新"
    CHANGE = "转类"


class Review(models.Model):
    """A look at an open file (动态复核), half-yearly or when something changed; its day keeps the file from going stale."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="reviews", verbose_name="档案")
    on = models.DateField("日期")
    kind = models.CharField("事项", max_length=4, choices=choices(ReviewKind), default=ReviewKind.REVIEW)
    category = models.CharField("复核后类别", max_length=4, choices=choices(Category), blank=True)
    by = models.CharField("复核人", max_length=60, blank=True)
    note = EncryptedText("复核情况", max_length=400, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "困难档案复核"

    def __str__(self):
        return f"{self.on} {self.kind}"

    @property
    def union(self):
        return self.file.union


class WatchKind(models.TextChoices):
    """Why someone is helped (帮教对象)."""

    TROUBLED = "有问题职工"
    UNSAFE = "安全不放心人"


class Watch(models.Model):
    """A worker in trouble or not safe to leave alone (帮教对象), with the one who helps, until released (解除帮教)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="watches", verbose_name="工会")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="watches", verbose_name="帮教对象")
    kind = models.CharField("类别", max_length=6, choices=choices(WatchKind), default=WatchKind.TROUBLED)
    reason = EncryptedText("表现或原因", max_length=400)
    helper = models.CharField("帮教人", max_length=60)
    home_code = models.CharField("户号", max_length=20, blank=True)
    home = models.CharField(max_length=80, editable=False)
    opened_on = models.DateField("列为帮教日期")
    released_on = models.DateField("解除日期", null=True, blank=True)
    outcome = EncryptedText("转变情况", max_length=400, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-opened_on", "-id")
        verbose_name = verbose_name_plural = "帮教对象"
        constraints = [
            models.CheckConstraint(
                condition=Q(released_on=None) | Q(released_on__gte=F("opened_on")),
                name="released_after_opened",
                violation_error_message="解除日期不能早于列为帮教的日期。",
            ),
            models.UniqueConstraint(
                fields=("person",),
                condition=Q(released_on=None),
                name="one_open_watch",
                violation_error_message="这位职工已在帮教中，请在原记录上添加措施。",
            ),
        ]

    def __str__(self):
        return f"{self.person} 帮教"


class WatchStep(models.Model):
    """One thing done for a watched worker: a talk, a job coordinated, a family conflict, a child's care.

    It counts as solved from `settled_on`, not from the day it began.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    watch = models.ForeignKey(Watch, models.CASCADE, related_name="steps", verbose_name="帮教对象")
    kind = models.CharField("措施", max_length=6, choices=choices(StepKind))
    on = models.DateField("日期")
    by = models.CharField("办理人", max_length=60, blank=True)
    what = EncryptedText("要点", max_length=400, blank=True)
    settled_on = models.DateField("解决日期", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "帮教措施"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_on=None) | Q(settled_on__gte=F("on")),
                name="settled_after_begun",
                violation_error_message="解决日期不能早于办理日期。",
            )
        ]

    def __str__(self):
        return f"{self.on} {self.kind}"

    @property
    def union(self):
        return self.watch.union


class Pair(models.Model):
    """Someone who stands by a household (结对帮扶), for a time; the one helped may also be a child or a pupil."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="pairs", verbose_name="工会")
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="pairs", verbose_name="帮扶对象"
    )
    name = models.CharField("对象姓名", max_length=40)
    home_code = models.CharField("户号", max_length=20, blank=True)
    who = models.CharField(max_length=80, editable=False)
    home = models.CharField(max_length=80, editable=False)
    helper = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="pairs_helped", verbose_name="帮扶人"
    )
    helper_name = models.CharField("帮扶人姓名", max_length=40)
    content = EncryptedText("帮扶内容", max_length=400, blank=True)
    started_on = models.DateField("结对日期")
    ended_on = models.DateField("解除日期", null=True, blank=True)
    ended_why = models.CharField("解除原因", max_length=100, blank=True)
    effect = EncryptedText("效果", max_length=400, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-started_on", "-id")
        verbose_name = verbose_name_plural = "结对帮扶"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="pair_ends_after_it_begins",
                violation_error_message="解除日期不能早于结对日期。",
            ),
            models.CheckConstraint(
                condition=Q(person=None) | Q(helper=None) | ~Q(person=F("helper")),
                name="nobody_pairs_with_himself",
                violation_error_message="帮扶人和帮扶对象不能是同一个人。",
            ),
        ]

    def __str__(self):
        return f"{self.helper_name}—{self.name}"
