"""Proposals (提案): the call for them, who raised and seconded each, the replies, and what its people thought of them."""

from django.db import models
from django.db.models import F, Q

from zhijia.areas.congress.rules.proposals import FIRST, REPLIES, Grade, Part, Stage


def _choices(kind):
    return [(each.value, each.value) for each in kind]


class Collection(models.Model):
    """A call for proposals (提案征集) before a sitting; `series` begins the number of each (6-2, or the year).

    A file may bring proposals of which only the deadline is known: then nobody knows since when they were called for.
    """

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="collections", verbose_name="工会")
    congress = models.ForeignKey(
        "congress.Congress", models.PROTECT, null=True, blank=True, related_name="collections", verbose_name="大会",
    )
    sitting = models.ForeignKey(
        "congress.Sitting", models.PROTECT, null=True, blank=True, related_name="collections", verbose_name="会议",
    )
    series = models.CharField("编号前缀", max_length=12)
    theme = models.CharField("主题", max_length=120, blank=True)
    since = models.DateField("征集起", null=True, blank=True)
    deadline = models.DateField("征集截止")
    note = models.CharField("要求", max_length=300, blank=True)
    extended = models.CharField("延期原因", max_length=100, blank=True)
    published_on = models.DateField("办理结果公布日期", null=True, blank=True)
    reported_on = models.DateField("向大会报告日期", null=True, blank=True)
    reported_to = models.CharField("报告的会议", max_length=80, blank=True)
    best_units = models.CharField("先进承办单位", max_length=200, blank=True)
    batch = models.ForeignKey("imports.Batch", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-deadline", "-id")
        verbose_name = verbose_name_plural = "提案征集"
        constraints = [
            models.UniqueConstraint(fields=("union", "series"), name="one_call_a_series",
                                    violation_error_message="已经有同一编号前缀的征集。"),
            models.CheckConstraint(condition=Q(since=None) | Q(deadline__gte=F("since")), name="call_ends_after_it_began",
                                   violation_error_message="截止日期早于开始日期，请核对。"),
        ]

    def __str__(self):
        return f"{self.series}提案征集"


class Proposal(models.Model):
    """One proposal (提案) from the day it came in; `due_on` is the end of the term that runs now."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="proposals", verbose_name="工会")
    collection = models.ForeignKey(Collection, models.PROTECT, related_name="proposals", verbose_name="征集")
    number = models.PositiveSmallIntegerField("序号")
    matter = models.CharField("案由", max_length=120)
    kind = models.CharField("类别", max_length=20)
    reason = models.TextField("理由")
    measures = models.TextField("建议措施")
    delegation = models.CharField("提案代表团", max_length=40, blank=True)
    received_on = models.DateField("提交日期")
    own = models.BooleanField("代表自己在网上提出", default=False)
    stage = models.CharField("状态", max_length=6, choices=_choices(Stage), default=Stage.GATHERING)
    due_on = models.DateField("办理期限", null=True, blank=True)
    result = models.CharField("审查结果", max_length=6, blank=True)
    reviewed_on = models.DateField("审查日期", null=True, blank=True)
    why = models.CharField("审查理由", max_length=300, blank=True)
    into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="并入")
    earlier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later", verbose_name="上次的提案")
    main = models.CharField("主办", max_length=60, blank=True)
    helpers = models.CharField("协办", max_length=120, blank=True)
    handed_on = models.DateField("交办日期", null=True, blank=True)
    handed_by = models.CharField("签发领导", max_length=40, blank=True)
    instruction = models.CharField("领导批示", max_length=300, blank=True)
    days = models.PositiveSmallIntegerField("答复天数", null=True, blank=True)
    answered_on = models.DateField("首次答复日期", null=True, blank=True)
    reply = models.CharField("答复类别", max_length=1, blank=True)
    second_on = models.DateField("转二次办理日期", null=True, blank=True)
    grade = models.CharField("满意度", max_length=4, choices=_choices(Grade), blank=True)
    graded_on = models.DateField("评价日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    closing = models.CharField("办结说明", max_length=200, blank=True)
    awarded_on = models.DateField("评为优秀提案", null=True, blank=True)
    batch = models.ForeignKey("imports.Batch", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-collection__deadline", "number", "id")
        verbose_name = verbose_name_plural = "提案"
        indexes = [models.Index(fields=("union", "received_on")), models.Index(fields=("stage", "due_on"))]
        constraints = [
            models.UniqueConstraint(fields=("collection", "number"), name="one_proposal_a_number",
                                    violation_error_message="这个编号已经有提案。"),
            models.CheckConstraint(condition=~Q(stage__in=(Stage.REFUSED, Stage.SUGGESTION)) | ~Q(why=""),
                                   name="refused_with_a_reason", violation_error_message="不立案、转意见建议须写明理由。"),
            models.CheckConstraint(condition=~Q(stage=Stage.MERGED) | Q(into__isnull=False), name="merged_into_one",
                                   violation_error_message="并案须说明并入哪一件。"),
        ]

    def __str__(self):
        return f"{self.code} {self.matter}"

    @property
    def code(self) -> str:
        """届-次-序, or year and number: 6-2-07, 2021-07."""
        return f"{self.collection.series}-{self.number:02d}"


class Signer(models.Model):
    """A proposer or seconder (提案人、附议人). One named online counts from the day they sign; `person` is unknown where
    only a name was on the paper."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="signers", verbose_name="提案")
    part = models.CharField("身份", max_length=3, choices=_choices(Part))
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="proposal_parts", verbose_name="职工",
    )
    name = models.CharField("姓名", max_length=40)
    place = models.CharField("部门、班组", max_length=60, blank=True)
    signed_on = models.DateField("签名日期", null=True, blank=True)
    declined_on = models.DateField("不附议日期", null=True, blank=True)

    class Meta:
        ordering = ("proposal_id", "part", "id")
        verbose_name = verbose_name_plural = "提案签名"
        constraints = [
            models.UniqueConstraint(fields=("proposal", "person"), name="one_part_in_a_proposal",
                                    violation_error_message="同一个人在一件提案里只能签一次。"),
        ]

    def __str__(self):
        return self.name

    @property
    def union(self):
        return self.proposal.union


class Reply(models.Model):
    """A reply (答复) of the handler: A, B or C with what each must state; the second one after a talk face to face."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="replies", verbose_name="提案")
    round = models.PositiveSmallIntegerField("第几次", default=FIRST)
    kind = models.CharField("类别", max_length=1, choices=[(each, each) for each in REPLIES])
    measures = models.TextField("措施、计划", blank=True)
    trouble = models.TextField("困难、理由", blank=True)
    by_on = models.DateField("完成时间", null=True, blank=True)
    answered_by = models.CharField("承办负责人", max_length=40)
    approved_by = models.CharField("审签领导", max_length=40, blank=True)
    on = models.DateField("答复日期")
    talked_on = models.DateField("面谈日期", null=True, blank=True)
    talk = models.CharField("面谈情况", max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("proposal_id", "round")
        verbose_name = verbose_name_plural = "提案答复"
        constraints = [
            models.UniqueConstraint(fields=("proposal", "round"), name="one_reply_a_round",
                                    violation_error_message="这一次已经答复过了。"),
        ]

    def __str__(self):
        return f"{self.proposal}的答复（{self.kind}）"

    @property
    def union(self):
        return self.proposal.union


class Opinion(models.Model):
    """What a proposer or seconder thinks of a reply (评价)."""

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="opinions", verbose_name="答复")
    signer = models.ForeignKey(Signer, models.CASCADE, related_name="opinions", verbose_name="评价人")
    grade = models.CharField("评价", max_length=4, choices=_choices(Grade))
    on = models.DateField("日期")
    words = models.CharField("意见", max_length=300, blank=True)

    class Meta:
        ordering = ("reply_id", "id")
        verbose_name = verbose_name_plural = "提案评价"
        constraints = [
            models.UniqueConstraint(fields=("reply", "signer"), name="one_opinion_a_reply",
                                    violation_error_message="对这次答复已经评价过了。"),
        ]

    def __str__(self):
        return f"{self.signer}：{self.grade}"

    @property
    def union(self):
        return self.reply.proposal.union
