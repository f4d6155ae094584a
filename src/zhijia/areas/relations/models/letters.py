"""Letters and visits (来信来访), and problems sent up the tree to the union above (向上级工会反映)."""

import uuid

from django.db import models
from django.db.models import F, Q

from zhijia.areas.relations.models.cases import Case, choices
from zhijia.areas.relations.rules.letters import Stage, Topic, Verdict, Way
from zhijia.core.private.fields import EncryptedText


class Letter(Case):
    """One letter, visit, call. From someone of the roll, from a name, or anonymous.

    The first answer keeps its days and verdict when the letter is taken up again: the second round has columns of its
    own (`again_…`), so that nothing of the first is written over.
    """

    way = models.CharField("方式", max_length=3, choices=choices(Way), default=Way.VISIT)
    on = models.DateField("收到日期")
    person = models.ForeignKey(
        "members.Person", models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="来信来访人"
    )
    name = models.CharField("姓名", max_length=40, blank=True)
    anonymous = models.BooleanField("匿名", default=False)
    topic = models.CharField("类别", max_length=4, choices=choices(Topic), default=Topic.OTHER)
    demand = EncryptedText("诉求", max_length=2000)
    stage = models.CharField("进度", max_length=4, choices=choices(Stage), default=Stage.RECORDED, editable=False)
    handed_to = models.CharField("转办部门", max_length=60, blank=True)
    handed_on = models.DateField("转办日期", null=True, blank=True)
    due_on = models.DateField("答复期限", editable=False)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = EncryptedText("答复", max_length=2000, blank=True)
    called_on = models.DateField("回访日期", null=True, blank=True)
    verdict = models.CharField("回访", max_length=4, choices=choices(Verdict), blank=True)
    reopened_on = models.DateField("重新办理日期", null=True, blank=True)
    reopened_why = EncryptedText("重新办理原因", max_length=400, blank=True)
    again_due_on = models.DateField("再次答复期限", null=True, blank=True, editable=False)
    again_answered_on = models.DateField("再次答复日期", null=True, blank=True)
    again_answer = EncryptedText("再次答复", max_length=2000, blank=True)
    again_called_on = models.DateField("再次回访日期", null=True, blank=True)
    again_verdict = models.CharField("再次回访", max_length=4, choices=choices(Verdict), blank=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "来信来访"
        indexes = [models.Index(fields=("union", "on")), models.Index(fields=("person", "on"))]
        constraints = [
            models.CheckConstraint(
                condition=(Q(person__isnull=False) & Q(name="") & Q(anonymous=False))
                | (Q(person=None) & ~Q(name="") & Q(anonymous=False)) | Q(person=None, name="", anonymous=True),
                name="letter_from_one", violation_error_message="请选名册上的人，或写姓名，或选“匿名”，三者选一。",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("on")), name="answered_after_received",
                violation_error_message="答复日期早于收到日期，请核对。",
            ),
        ]

    @property
    def who(self) -> str:
        """Who it is from, as the register has it."""
        return self.person.name if self.person else self.name or "匿名"

    @property
    def clock(self) -> tuple:
        """The clock that runs now, or ran last: (last day, answered on)."""
        return (self.again_due_on, self.again_answered_on) if self.reopened_on else (self.due_on, self.answered_on)

    @property
    def last_verdict(self) -> str:
        """What the person says of the last answer; nothing while a second one is on its way."""
        return self.again_verdict if self.reopened_on else self.verdict


class Problem(models.Model):
    """A big problem told to the union above, which sees the title and these words, not the letter or its person.

    `to` is the union above; where that one does not work with this system, `to_name` is its name and its answer is
    written down by the sender.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="problems_sent", verbose_name="反映的工会")
    to = models.ForeignKey(
        "org.Union", models.PROTECT, null=True, blank=True, related_name="problems_received", verbose_name="上级工会"
    )
    to_name = models.CharField("上级工会名称", max_length=80, blank=True)
    letter = models.ForeignKey(
        Letter, models.PROTECT, null=True, blank=True, related_name="problems", verbose_name="来信来访", editable=False
    )
    title = models.CharField("问题", max_length=80)
    told = EncryptedText("情况", max_length=2000)
    sent_on = models.DateField("反映日期")
    due_on = models.DateField("答复期限", editable=False)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = EncryptedText("上级答复", max_length=2000, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        ordering = ("-sent_on", "-id")
        verbose_name = verbose_name_plural = "向上级反映的问题"
        indexes = [models.Index(fields=("union", "sent_on")), models.Index(fields=("to", "answered_on"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(to__isnull=False) | ~Q(to_name=""), name="problem_goes_somewhere",
                violation_error_message="请写上级工会的名称。",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")), name="problem_answered_after_sent",
                violation_error_message="答复日期早于反映日期，请核对。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def above(self) -> str:
        """The union above by name."""
        return self.to.name if self.to else self.to_name
