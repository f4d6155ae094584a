"""Rounds of appraisal (评议), what is judged, groups of judges, results frozen at release, talks afterwards."""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.appraisal.rules import Kind, Stage, Way, share
from zhijia.core.private.fields import EncryptedText


def worded(values) -> list[tuple[str, str]]:
    """Words as the choices of a field."""
    return [(each.value, each.value) for each in values]


class Round(models.Model):
    """One appraisal of a year. Grades, points and qualities (德能勤绩廉) are those of the day it was begun.

    `good`: how many grades from the best on count as 称职 or 满意. The numbers of ballots are frozen at release.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="appraisals", verbose_name="工会")
    kind = models.CharField("类别", max_length=8, choices=worded(Kind))
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=60)
    on = models.DateField("测评日期")
    stage = models.CharField("进度", max_length=4, choices=worded(Stage), default=Stage.PREPARING, editable=False)
    occasion = models.CharField("在哪次大会", max_length=60, blank=True)
    notified_on = models.DateField("通知被评人日期", null=True, blank=True)
    reports_due = models.DateField("述职报告截止", null=True, blank=True)
    method_on = models.DateField("评议办法通过日期", null=True, blank=True)
    grades = models.JSONField("等次", editable=False)
    points = models.JSONField("折分", default=list, blank=True, editable=False)
    items = models.JSONField("评议内容", editable=False)
    good = models.PositiveSmallIntegerField("前几档算称职（满意）", editable=False)
    entitled = models.PositiveIntegerField("应参加", null=True, blank=True, editable=False)
    issued = models.PositiveIntegerField("发出", null=True, blank=True, editable=False)
    returned = models.PositiveIntegerField("收回", null=True, blank=True, editable=False)
    valid = models.PositiveIntegerField("有效", null=True, blank=True, editable=False)
    released_on = models.DateField("公布日期", null=True, blank=True, editable=False)
    reported_on = models.DateField("向大会报告日期", null=True, blank=True)
    reported_up_on = models.DateField("向上级报告日期", null=True, blank=True)
    advice = models.TextField("意见汇总", blank=True)
    why = models.CharField("作废、撤回原因", max_length=200, blank=True, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "评议"
        constraints = [
            models.CheckConstraint(
                condition=Q(returned=None) | Q(valid__lte=F("returned"), returned__lte=F("issued"), issued__lte=F("entitled")),
                name="appraisal_ballots_add_up", violation_error_message="应参加、发出、收回、有效应一个不大于前一个。",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.RELEASED, returned__isnull=False, released_on__isnull=False)
                | ~Q(stage=Stage.RELEASED) & Q(returned=None, released_on=None),
                name="results_when_released",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.VOID) | ~Q(why=""), name="void_round_says_why",
                violation_error_message="请写明作废原因。",
            ),
        ]
        indexes = [models.Index(fields=("union", "on"))]

    def __str__(self):
        return self.title

    @property
    def open(self) -> bool:
        """Whether objects and groups may still be changed."""
        return self.stage == Stage.PREPARING

    @property
    def of_people(self) -> bool:
        return Kind(self.kind).of_people


class Subject(models.Model):
    """What is judged in a round (评议对象): someone with their post and report, the union's work, or a question."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="subjects", verbose_name="评议")
    number = models.PositiveSmallIntegerField("序号", editable=False)
    title = models.CharField("评议对象", max_length=120)
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="judged", verbose_name="被评人"
    )
    post = models.CharField("职务", max_length=40, blank=True)
    report_on = models.DateField("述职报告提交日期", null=True, blank=True)
    report = EncryptedText("述职报告", blank=True, default="")
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报告原件"
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        ordering = ("round_id", "number")
        verbose_name = verbose_name_plural = "评议对象"
        constraints = [
            models.UniqueConstraint(fields=("round", "number"), name="one_number_a_subject"),
            models.UniqueConstraint(
                fields=("round", "person"), condition=~Q(person=None), name="judged_once_a_round",
                violation_error_message="这个人已经在评议名单上。",
            ),
        ]

    def __str__(self):
        return f"{self.title}（{self.post}）" if self.post else self.title

    @property
    def union(self):
        return self.round.union

    @property
    def late(self) -> bool:
        """Whether the report came after its day."""
        due = self.round.reports_due
        return bool(self.report_on and due and self.report_on > due)


class Panel(models.Model):
    """A group of judges (评议组) with its weight: by name with one vote, or by head count with totals keyed from paper."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="panels", verbose_name="评议")
    title = models.CharField("评议组", max_length=40)
    weight = models.PositiveSmallIntegerField("权重%")
    way = models.CharField("方式", max_length=12, choices=worded(Way), default=Way.PAPER)
    heads = models.PositiveIntegerField("人数", null=True, blank=True)
    people = models.ManyToManyField("members.Person", through="Judge", related_name="+", verbose_name="名单")
    vote = models.OneToOneField(
        "voting.Vote", models.PROTECT, null=True, blank=True, editable=False, related_name="panel", verbose_name="表决"
    )
    count = models.JSONField("登记的汇总数", null=True, blank=True, editable=False)
    tellers = models.CharField("计票人、监票人", max_length=80, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "评议组"
        constraints = [
            models.UniqueConstraint(
                fields=("round", "title"), name="one_panel_a_title", violation_error_message="已经有同名的评议组。"
            ),
            models.CheckConstraint(condition=Q(weight__lte=100), name="weight_within_100",
                                   violation_error_message="权重不能超过 100%。"),
            models.CheckConstraint(condition=Q(count=None) | Q(vote=None), name="voted_or_keyed"),
        ]

    def __str__(self):
        return self.title

    @property
    def union(self):
        return self.round.union


class Judge(models.Model):
    """Someone on the list of a group (评议人). Says nothing of whether they voted."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="judges", verbose_name="评议组")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="+", verbose_name="评议人")

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "评议人"
        constraints = [models.UniqueConstraint(fields=("panel", "person"), name="once_on_a_panel")]

    @property
    def union(self):
        return self.panel.union


class Result(models.Model):
    """How one subject was judged, frozen when the round is released. `counts`: a row a quality, the last is 总评.

    `band`: too few voted to tell numbers; only this band is shown and no figure takes the row.
    """

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="result", verbose_name="评议对象")
    valid = models.PositiveIntegerField("有效")
    counts = models.JSONField("各档票数")
    excellent = models.PositiveIntegerField("优秀（满意）票")
    good = models.PositiveIntegerField("称职（满意和基本满意）票")
    poor = models.PositiveIntegerField("不称职（不满意）票")
    score = models.DecimalField("加权得分", max_digits=4, decimal_places=1, null=True, blank=True)
    calls = models.JSONField("应办", default=list, blank=True)
    band = models.CharField("只公布的区间", max_length=20, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("subject__round_id", "subject__number")
        verbose_name = verbose_name_plural = "评议结果"
        constraints = [
            models.CheckConstraint(
                condition=Q(excellent__lte=F("good"), good__lte=F("valid"), poor__lte=F("valid")), name="votes_within_valid"
            )
        ]

    def __str__(self):
        return f"{self.subject}评议结果"

    @property
    def union(self):
        return self.subject.round.union

    @property
    def rate(self) -> str:
        """The share of 称职 (满意) as it may be told: 92.3%, or the band."""
        return self.band or f"{share(self.good, self.valid)}%"

    def votes(self, grade: int, item: int = -1) -> str:
        """Votes for a grade of a quality with their share, nothing where only a band may be told."""
        number = self.counts[item][grade]
        return "" if self.band else f"{number}（{share(number, self.valid)}%）" if number else "0"


class Talk(models.Model):
    """A talk that gives the result back (反馈谈话), the measures agreed (整改措施), and what became of them."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="talks", verbose_name="谈话对象")
    on = models.DateField("谈话日期")
    by = models.CharField("谈话人", max_length=40)
    measures = EncryptedText("整改措施", blank=True, default="")
    due = models.DateField("整改期限", null=True, blank=True)
    followed_on = models.DateField("跟踪日期", null=True, blank=True)
    outcome = EncryptedText("整改情况", blank=True, default="")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "反馈谈话"
        constraints = [
            models.CheckConstraint(
                condition=Q(followed_on=None) | Q(followed_on__gte=F("on")), name="followed_after_the_talk",
                violation_error_message="跟踪日期不能早于谈话日期。",
            )
        ]

    def __str__(self):
        return f"与{self.subject.title}谈话"

    @property
    def union(self):
        return self.subject.round.union
