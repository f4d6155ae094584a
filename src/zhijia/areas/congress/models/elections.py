"""An election (选举): candidates, votes one after another, requests to the union above, papers kept."""

from django.db import models
from django.db.models import F, Q

from zhijia.areas.congress.models.sittings import Chamber
from zhijia.areas.congress.rules.elections import RUNNING, Aim, Body, Matter, Office, Stage, Turn
from zhijia.areas.voting.rules import Stage as Voting


def _choices(words):
    return [(each.value, each.value) for each in words]


class Election(models.Model):
    """One election of one committee or office: at a sitting's chamber, or by all full members of the union."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="elections", verbose_name="工会")
    aim = models.CharField("选举类别", max_length=4, choices=_choices(Aim), default=Aim.RENEWAL)
    body = models.CharField("委员会", max_length=12, choices=_choices(Body), default=Body.UNION)
    office = models.CharField("选举职务", max_length=4, choices=_choices(Office), default=Office.MEMBER)
    number = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    years = models.PositiveSmallIntegerField("任期（年）", default=5)
    seats = models.PositiveSmallIntegerField("应选名额")
    rule = models.CharField("名额依据", max_length=300, blank=True)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="elections", verbose_name="大会"
    )
    on = models.DateField("选举日期")
    stage = models.CharField("状态", max_length=4, choices=_choices(Stage), default=Stage.PLANNED)
    posted_on = models.DateField("公示开始", null=True, blank=True)
    posted_until = models.DateField("公示截止", null=True, blank=True)
    objections = models.CharField("公示结果", max_length=200, blank=True)
    held_on = models.DateField("选出日期", null=True, blank=True, editable=False)
    approved_on = models.DateField("批准日期", null=True, blank=True, editable=False)
    vacant = models.PositiveSmallIntegerField("缺额", default=0, editable=False)
    why = models.CharField("说明", max_length=200, blank=True)
    term = models.ForeignKey(
        "members.Term", models.PROTECT, null=True, blank=True, related_name="elections", verbose_name="产生的委员会"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "选举"
        indexes = [models.Index(fields=("union", "on"))]
        constraints = [
            models.UniqueConstraint(
                fields=("union", "body", "office", "aim"), name="one_running_election",
                condition=Q(stage__in=[stage.value for stage in RUNNING]),
                violation_error_message="同一职务的选举正在办理，请在原来那次里继续办。",
            ),
            models.CheckConstraint(
                condition=Q(posted_until=None) | Q(posted_until__gte=F("posted_on")), name="posted_ends_after",
                violation_error_message="公示截止早于公示开始，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(seats__gt=0), name="an_election_fills_a_seat", violation_error_message="应选名额至少一人。",
            ),
        ]

    def __str__(self):
        term = f"第{self.number}届" if self.number else ""
        return f"{self.union}{term}{self.body}{self.office}{self.aim}"


class Candidate(models.Model):
    """A candidate (候选人), who proposed them, their place on the ballot, and the votes that elected them."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="candidates", verbose_name="选举")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="candidacies", verbose_name="候选人")
    by = models.CharField("提名（酝酿）单位", max_length=60)
    on = models.DateField("提名日期")
    place = models.PositiveSmallIntegerField("票面顺序", default=0)
    dropped_on = models.DateField("退出日期", null=True, blank=True)
    why = models.CharField("退出原因", max_length=100, blank=True)
    votes = models.PositiveIntegerField("得票", null=True, blank=True, editable=False)
    elected_on = models.DateField("当选日期", null=True, blank=True, editable=False)
    title = models.CharField("职务分工", max_length=20, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("election_id", "place", "id")
        verbose_name = verbose_name_plural = "候选人"
        constraints = [
            models.UniqueConstraint(fields=("election", "person"), condition=Q(dropped_on=None), name="a_candidate_once",
                                    violation_error_message="这位职工已经在候选人名单上。"),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def union(self):
        return self.election.union


class Round(models.Model):
    """One vote of an election: the first, among those level at the last seat, or for seats still open."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="rounds", verbose_name="选举")
    number = models.PositiveSmallIntegerField("轮次")
    turn = models.CharField("投票", max_length=9, choices=_choices(Turn), default=Turn.FIRST)
    seats = models.PositiveSmallIntegerField("应选名额")
    vote = models.OneToOneField("voting.Vote", models.PROTECT, related_name="election_round", verbose_name="表决")
    settled_on = models.DateField("确认结果日期", null=True, blank=True)
    left = models.PositiveSmallIntegerField("尚缺名额", null=True, blank=True, editable=False)

    class Meta:
        ordering = ("election_id", "number")
        verbose_name = verbose_name_plural = "投票轮次"
        constraints = [models.UniqueConstraint(fields=("election", "number"), name="one_number_a_round")]

    def __str__(self):
        return f"{self.election}{self.turn}"

    @property
    def decided(self) -> bool:
        """Whether the vote was counted and waits to be settled, or was."""
        return self.vote.stage == Voting.CLOSED

    @property
    def void(self) -> bool:
        """Whether the vote did not count and is held again."""
        return self.vote.stage == Voting.VOID

    @property
    def union(self):
        return self.election.union


class Request(models.Model):
    """A request handed up (请示) and the reply to it (批复)."""

    class Answer(models.TextChoices):
        AGREED = "同意"
        REFUSED = "不同意"

    election = models.ForeignKey(Election, models.CASCADE, related_name="requests", verbose_name="选举")
    matter = models.CharField("请示事项", max_length=8, choices=_choices(Matter))
    number = models.CharField("请示文号", max_length=60, blank=True)
    on = models.DateField("请示日期")
    due = models.DateField("应批复日期")
    names = models.TextField("所报名单", blank=True)
    answer = models.CharField("批复", max_length=3, choices=Answer.choices, blank=True)
    answered_on = models.DateField("批复日期", null=True, blank=True)
    document = models.CharField("批复文号", max_length=60, blank=True)
    by = models.CharField("批复单位", max_length=60, blank=True)
    note = models.CharField("批复意见", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "请示批复"
        constraints = [
            models.UniqueConstraint(fields=("election", "matter"), condition=Q(answer=""), name="one_open_request",
                                    violation_error_message="这件事已经请示，正在等批复。"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("on")), name="answered_after_asked",
                violation_error_message="批复日期早于请示日期，请核对。",
            ),
        ]

    def __str__(self):
        return f"{self.election}：{self.matter}"

    @property
    def union(self):
        return self.election.union


class RenewalPaper(models.Model):
    """A paper of the file set (换届材料) that is there: which, from what day, where it is kept."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="papers", verbose_name="选举")
    number = models.PositiveSmallIntegerField("材料序号")
    on = models.DateField("形成日期")
    kept = models.CharField("存放、说明", max_length=100, blank=True)

    class Meta:
        ordering = ("election_id", "number")
        verbose_name = verbose_name_plural = "换届材料"
        constraints = [models.UniqueConstraint(fields=("election", "number"), name="one_paper_a_number")]

    def __str__(self):
        return f"{self.election}材料{self.number}"

    @property
    def union(self):
        return self.election.union
