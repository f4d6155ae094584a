"""A congress of one term (届), its districts and delegates."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.areas.congress.rules.sittings import congress_name
from zhijia.areas.members.rules.committees import term_end
from zhijia.core.private.fields import EncryptedText
from zhijia.kit.paper import chinese_number


class Congress(models.Model):
    """One term of a congress: 第六届教职工代表大会. Assemblies of all have no delegates."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="congresses", verbose_name="工会")
    kind = models.CharField("类别", max_length=8, choices=[(k.value, k.value) for k in Kind], default=Kind.WORKERS)
    number = models.PositiveSmallIntegerField("届")
    since = models.DateField("本届起")
    years = models.PositiveSmallIntegerField("任期（年）", default=5)
    ended_on = models.DateField("换届日期", null=True, blank=True)
    planned = models.PositiveIntegerField("代表名额", null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("kind", "-number")
        verbose_name = verbose_name_plural = "大会届次"
        constraints = [
            models.UniqueConstraint(fields=("union", "kind", "number"), name="one_term_of_a_congress",
                                    violation_error_message="这一届已经登记过了。"),
            models.CheckConstraint(condition=Q(ended_on=None) | Q(ended_on__gte=F("since")), name="congress_ends_after",
                                   violation_error_message="换届日期早于本届开始的日期，请核对。"),
            models.CheckConstraint(condition=Q(number__gte=1), name="congress_counts_from_one"),
        ]

    def __str__(self):
        return congress_name(self.kind, chinese_number(self.number))

    @property
    def short(self) -> str:
        """六届教代会"""
        return f"{chinese_number(self.number)}届{Kind(self.kind).short}"

    @property
    def ends(self) -> date:
        """The day the term runs out."""
        return term_end(self.since, self.years)


class District(models.Model):
    """A district that elects delegates (选区): units of the union, how many work there, how many seats it has."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="districts", verbose_name="大会")
    name = models.CharField("选区", max_length=60)
    staff = models.PositiveIntegerField("职工人数")
    seats = models.PositiveIntegerField("分配名额")
    present = models.PositiveIntegerField("选举到会人数", null=True, blank=True)
    elected_on = models.DateField("选举日期", null=True, blank=True)

    class Meta:
        ordering = ("congress_id", "id")
        verbose_name = verbose_name_plural = "选区"
        constraints = [
            models.UniqueConstraint(fields=("congress", "name"), name="one_district_of_a_name",
                                    violation_error_message="已经有这个选区。"),
            models.CheckConstraint(condition=Q(present=None) | Q(present__lte=F("staff")), name="district_present_within",
                                   violation_error_message="到会人数多于选区职工人数，请核对。"),
        ]

    def __str__(self):
        return self.name

    @property
    def union(self):
        return self.congress.union


class Delegate(models.Model):
    """A delegate (代表) from a day until a day, with the votes that elected them."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    congress = models.ForeignKey(Congress, models.CASCADE, related_name="delegates", verbose_name="大会")
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True, related_name="delegates", verbose_name="选区")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="delegacies", verbose_name="职工")
    group = models.CharField("职务类别", max_length=4, choices=[(g.value, g.value) for g in Group], default=Group.FRONT)
    votes = models.PositiveIntegerField("得票", null=True, blank=True)
    observer = models.BooleanField("列席（无表决权）", default=False)
    since = models.DateField("当选日期")
    until = models.DateField("终止日期", null=True, blank=True)
    why = EncryptedText("终止原因", max_length=100, blank=True, default="")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "代表"
        constraints = [
            models.UniqueConstraint(fields=("congress", "person"), condition=Q(until=None), name="a_delegate_once",
                                    violation_error_message="这位职工已经是本届代表。"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="delegate_ends_after",
                                   violation_error_message="终止日期早于当选日期，请核对。"),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def union(self):
        return self.congress.union
