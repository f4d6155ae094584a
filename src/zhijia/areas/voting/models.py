"""A vote (表决): its questions, who is entitled, slips and sealed ballots, count sheets, totals."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from zhijia.areas.voting.rules import Kind, Stage
from zhijia.core.private.fields import EncryptedText


def scattered() -> int:
    """A random key for tables that must not keep the order rows came in.

    It belongs in a BigAutoField: only that one is an INTEGER PRIMARY KEY in SQLite, where it takes the place of the hidden
    rowid. Beside any other key the rowid counts up and tells the order.
    """
    return secrets.randbits(62)


class Vote(models.Model):
    """One vote of one body of people on one or more questions, each answered with one of its choices.

    `threshold` and `quorum` are shares of all entitled as fractions ("1/2", "2/3"), set by the room that called the
    vote from its policy; `rule` says where they come from. `most`: a ballot that picks the first choice (同意) more
    often is void (应选人数). `entitled`, `present` are frozen when the vote opens, `issued`, `returned`, `spoilt` when
    it closes.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="votes", verbose_name="工会")
    title = models.CharField("事项", max_length=120)
    kind = models.CharField("方式", max_length=12, choices=[(k.value, k.value) for k in Kind], default=Kind.PAPER)
    on = models.DateField("日期")
    stage = models.CharField("状态", max_length=4, choices=[(s.value, s.value) for s in Stage], default=Stage.PREPARED)
    threshold = models.CharField("通过须超过", max_length=8, default="1/2")
    quorum = models.CharField("到会须达到", max_length=8, default="2/3")
    rule = models.CharField("依据", max_length=300, blank=True)
    most = models.PositiveSmallIntegerField("应选人数", null=True, blank=True)
    entitled = models.PositiveIntegerField("应到", null=True, blank=True, editable=False)
    present = models.PositiveIntegerField("实到", null=True, blank=True, editable=False)
    issued = models.PositiveIntegerField("发出票数", null=True, blank=True, editable=False)
    returned = models.PositiveIntegerField("收回票数", null=True, blank=True, editable=False)
    spoilt = models.PositiveIntegerField("废票", null=True, blank=True, editable=False)
    closed_on = models.DateField("结束日期", null=True, blank=True, editable=False)
    why = models.CharField("作废原因", max_length=200, blank=True)
    scan = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name="计票单照片",
    )
    destroyed_on = models.DateField("选票销毁日期", null=True, blank=True, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "表决"
        constraints = [
            models.CheckConstraint(
                condition=~Q(stage="已结束") | Q(returned=None) | Q(issued=None) | Q(returned__lte=F("issued")),
                name="no_more_back_than_out", violation_error_message="收回的票多于发出的票，这次表决无效。",
            ),
            models.CheckConstraint(
                condition=Q(present=None) | Q(present__lte=F("entitled")), name="voters_within_entitled",
                violation_error_message="实到人数多于应到人数，请核对。",
            ),
            models.CheckConstraint(condition=~Q(stage="已作废") | ~Q(why=""), name="void_says_why"),
        ]
        indexes = [models.Index(fields=("union", "on"))]

    def __str__(self):
        return self.title

    @property
    def secret(self) -> bool:
        return Kind(self.kind).secret

    @property
    def valid(self) -> int | None:
        """Valid ballots, None before the vote is closed."""
        return None if self.returned is None else self.returned - (self.spoilt or 0)


class Question(models.Model):
    """One question: a matter, a candidate, or one quality of someone judged; `choices` are its possible answers.

    `carried` is written when the vote closes, for matters put to 同意/不同意 alone: figures count by it.
    """

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="questions", verbose_name="表决")
    number = models.PositiveSmallIntegerField("序号")
    text = models.CharField("内容", max_length=200)
    choices = models.JSONField("选项")
    person = models.ForeignKey("members.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="本人")
    carried = models.BooleanField("通过", null=True, blank=True, editable=False)

    class Meta:
        ordering = ("vote_id", "number")
        verbose_name = verbose_name_plural = "表决内容"
        constraints = [models.UniqueConstraint(fields=("vote", "number"), name="one_number_a_question")]

    def __str__(self):
        return self.text

    @property
    def union(self):
        return self.vote.union


class Elector(models.Model):
    """Someone entitled to vote (有表决权的人). Says nothing of whether they voted; frozen when the vote opens."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="electors", verbose_name="表决")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="+", verbose_name="职工")

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "应到名单"
        constraints = [models.UniqueConstraint(fields=("vote", "person"), name="entitled_once")]

    def __str__(self):
        return str(self.person)

    @property
    def union(self):
        return self.vote.union


class NamedChoice(models.Model):
    """What someone chose in an open vote by name (记名投票)."""

    elector = models.ForeignKey(Elector, models.CASCADE, related_name="named", verbose_name="表决人")
    question = models.ForeignKey(Question, models.CASCADE, related_name="named", verbose_name="内容")
    choice = models.PositiveSmallIntegerField("选项")

    class Meta:
        verbose_name = verbose_name_plural = "记名表决"
        constraints = [models.UniqueConstraint(fields=("elector", "question"), name="one_answer_by_name")]

    @property
    def union(self):
        return self.question.vote.union


class Slip(models.Model):
    """A slip with a code (票号), drawn by lot at the table: only the fingerprint is kept, never who drew it."""

    untracked = "a trail of which slip was used after which would tell ballots apart"

    id = models.BigAutoField(primary_key=True, default=scattered, editable=False)
    vote = models.ForeignKey(Vote, models.CASCADE, related_name="slips", verbose_name="表决")
    digest = models.CharField("票号指纹", max_length=64, unique=True)
    used = models.BooleanField("已投", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "票号"

    @property
    def union(self):
        return self.vote.union


class Ballot(models.Model):
    """A cast ballot: sealed, without slip, person, time or order. Read only when the vote is closed."""

    untracked = "a trail of ballots would keep the order they came in"

    id = models.BigAutoField(primary_key=True, default=scattered, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    vote = models.ForeignKey(Vote, models.CASCADE, related_name="ballots", verbose_name="表决")
    picks = EncryptedText("所选", blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = "选票"

    @property
    def union(self):
        return self.vote.union


class CountSheet(models.Model):
    """What one teller counted and keyed (计票单); two sheets by two people must agree before a vote is closed."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="sheets", verbose_name="表决")
    teller = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="计票人")
    count = models.JSONField("计票结果")
    recorded_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "计票单"
        constraints = [models.UniqueConstraint(fields=("vote", "teller"), name="one_sheet_a_teller")]

    def __str__(self):
        return f"{self.vote} 计票单"

    @property
    def union(self):
        return self.vote.union


class Tally(models.Model):
    """How many chose one answer of one question: the frozen result."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="tallies", verbose_name="内容")
    choice = models.PositiveSmallIntegerField("选项")
    count = models.PositiveIntegerField("票数")

    class Meta:
        ordering = ("question_id", "choice")
        verbose_name = verbose_name_plural = "得票"
        constraints = [models.UniqueConstraint(fields=("question", "choice"), name="one_total_a_choice")]

    @property
    def union(self):
        return self.question.vote.union
