"""People of the union (职工), their membership (会籍) as spells with dates, applications, committees and seats."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from zhijia.core.private.fields import BlindIndex, EncryptedText


class Standing(models.TextChoices):
    """Where a person stands to the employer."""

    WORKING = "在岗"
    EARLY = "内退"
    WAITING = "待岗"
    RETIRED = "退休"
    LEFT = "已离开"


class Person(models.Model):
    """Someone on the union's roll (名册): staff or retired, member or not. One row a person and legal-person union.

    `house` is the union whose roll it is, `union` the unit or group inside it. Dates are kept as precise as they were
    told ("2003", "2003-10", "2003-10-20"). Staff from `staff_from` (None: before the records begin) until
    `staff_until`; `doubts` are codes of what a person still has to check (members.rules).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    house = models.ForeignKey(
        "org.Union", models.PROTECT, related_name="roll", db_index=False, verbose_name="名册所属工会"
    )
    union = models.ForeignKey(
        "org.Union", models.PROTECT, related_name="people", db_index=False, verbose_name="单位、小组"
    )
    name = models.CharField("姓名", max_length=40)
    mark = models.CharField("同名标记", max_length=10, blank=True)
    initials = models.CharField("拼音首字母", max_length=20, blank=True, editable=False)
    sex = models.CharField("性别", max_length=1, blank=True, choices=[("男", "男"), ("女", "女")])
    birth = models.CharField("出生日期", max_length=10, blank=True)
    nation = models.CharField("民族", max_length=20, blank=True)
    politics = models.CharField("政治面貌", max_length=20, blank=True)
    education = models.CharField("文化程度", max_length=20, blank=True)
    job = models.CharField("岗位", max_length=40, blank=True)
    employment = models.CharField("用工形式", max_length=20, blank=True)
    dispatched = models.BooleanField("劳务派遣", default=False)
    id_no = EncryptedText("身份证号", blank=True, default="")
    id_blind = BlindIndex(source="id_no", blank=True, default="")
    phone = EncryptedText("手机号码", blank=True, default="")
    phone_blind = BlindIndex(source="phone", blank=True, default="")
    joined_work = models.CharField("参加工作时间", max_length=10, blank=True)
    standing = models.CharField("在岗情况", max_length=4, choices=Standing.choices, default=Standing.WORKING)
    staff_from = models.DateField("到本单位日期", null=True, blank=True)
    staff_until = models.DateField("离岗日期", null=True, blank=True)
    left_why = models.CharField("离岗原因", max_length=20, blank=True)
    doubts = models.CharField("待核对", max_length=120, blank=True)
    note = models.CharField("备注", max_length=200, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="person", verbose_name="账号"
    )
    batch = models.ForeignKey("imports.Batch", models.SET_NULL, null=True, blank=True, editable=False)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "职工"
        indexes = [
            models.Index(fields=("house", "id")), models.Index(fields=("union", "id")), models.Index(fields=("house", "name")),
        ]
        constraints = [
            models.UniqueConstraint(fields=("house", "id_blind"), condition=~Q(id_blind=""), name="one_person_a_number"),
            models.CheckConstraint(
                condition=Q(staff_from=None) | Q(staff_until=None) | Q(staff_until__gte=F("staff_from")),
                name="staff_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.name}{self.mark and f'（{self.mark}）'}"


class State(models.TextChoices):
    """States of a membership (会籍状态)."""

    MEMBER = "在籍"
    KEPT = "保留会籍"


class Opened(models.TextChoices):
    """Why a spell began."""

    JOINED = "入会"
    CAME = "转入"
    KEPT = "转为保留"
    BACK = "恢复会籍"


class Closed(models.TextChoices):
    """Why a spell ended."""

    WENT = "转出"
    QUIT = "退会"
    EXPELLED = "除名"
    KEPT = "转为保留"
    BACK = "恢复会籍"
    DIED = "去世"


class Spell(models.Model):
    """One stretch of membership: from a day (None: before the records begin) until a day, with the reasons.

    A member on day D: a spell in state 在籍 with since ≤ D < until. The monthly balance (docs/areas/members.md) reconciles
    because every change closes one spell or opens one.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="spells", verbose_name="职工")
    state = models.CharField("会籍状态", max_length=4, choices=State.choices, default=State.MEMBER)
    since = models.DateField("起", null=True, blank=True)
    since_told = models.CharField("入会时间", max_length=10, blank=True)
    opened_by = models.CharField("起因", max_length=4, choices=Opened.choices, default=Opened.JOINED)
    until = models.DateField("止", null=True, blank=True)
    closed_by = models.CharField("止因", max_length=4, choices=Closed.choices, blank=True)
    card_no = models.CharField("会员证号", max_length=20, blank=True)
    place = models.CharField("转自或转往", max_length=80, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)
    batch = models.ForeignKey("imports.Batch", models.CASCADE, null=True, blank=True, editable=False)

    class Meta:
        ordering = ("person_id", "id")
        verbose_name = verbose_name_plural = "会籍"
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")), name="spell_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(until=None, closed_by="") | (Q(until__isnull=False) & ~Q(closed_by="")),
                name="an_end_has_a_reason",
            ),
            models.UniqueConstraint(fields=("person",), condition=Q(until=None), name="one_open_spell"),
        ]

    def __str__(self):
        return f"{self.person} {self.state}"

    @property
    def union(self):
        return self.person.union


class Stage(models.TextChoices):
    """Stages of an application (入会流程): applied → group → committee → posted → card → archived."""

    APPLIED = "已申请"
    GROUP = "小组同意"
    APPROVED = "委员会批准"
    POSTED = "张榜公布"
    CARD = "已发证"
    FILED = "已归档"
    REFUSED = "未批准"
    WITHDRAWN = "已撤回"


class Application(models.Model):
    """An application to join (入会申请), with the day of each step."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="applications", verbose_name="申请人")
    applied_on = models.DateField("申请日期")
    reason = models.CharField("申请理由", max_length=200, blank=True)
    stage = models.CharField("进度", max_length=5, choices=Stage.choices, default=Stage.APPLIED)
    group_on = models.DateField("小组意见日期", null=True, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    posted_on = models.DateField("张榜日期", null=True, blank=True)
    posted_until = models.DateField("公示截止", null=True, blank=True)
    card_on = models.DateField("发证日期", null=True, blank=True)
    card_no = models.CharField("会员证号", max_length=20, blank=True)
    filed_on = models.DateField("归档日期", null=True, blank=True)
    answer = models.CharField("处理意见", max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-applied_on", "-id")
        verbose_name = verbose_name_plural = "入会申请"
        constraints = [
            models.UniqueConstraint(
                fields=("person",), name="one_running_application",
                condition=Q(stage__in=("已申请", "小组同意", "委员会批准", "张榜公布", "已发证")),
            )
        ]

    def __str__(self):
        return f"{self.person} 入会申请"

    @property
    def union(self):
        return self.person.union


class Transfer(models.Model):
    """A person who changed groups inside one union (组内调动); the past place is kept, never derived."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="transfers", verbose_name="职工")
    on = models.DateField("日期")
    before = models.ForeignKey("org.Union", models.PROTECT, related_name="+", verbose_name="原小组")
    after = models.ForeignKey("org.Union", models.PROTECT, related_name="+", verbose_name="现小组")
    batch = models.ForeignKey("imports.Batch", models.CASCADE, null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "组内调动"

    @property
    def union(self):
        return self.after


class Committee(models.TextChoices):
    """Committees a union may have (docs/areas/members.md)."""

    UNION = "工会委员会"
    AUDIT = "经费审查委员会"
    WOMEN = "女职工委员会"
    PROTECTION = "劳动保护监督检查委员会"
    MEDIATION = "劳动争议调解委员会"
    SUPERVISION = "劳动法律监督委员会"
    PROPOSALS = "提案审查委员会"


class Term(models.Model):
    """A committee for one term (届): when it began and when it is to be elected anew (换届)."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="terms", verbose_name="工会")
    committee = models.CharField("委员会", max_length=12, choices=Committee.choices, default=Committee.UNION)
    number = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    since = models.DateField("产生日期")
    years = models.PositiveSmallIntegerField("任期（年）", default=5)
    ended_on = models.DateField("届满日期", null=True, blank=True)
    document = models.CharField("批复文号", max_length=60, blank=True)

    class Meta:
        ordering = ("committee", "-since")
        verbose_name = verbose_name_plural = "委员会"

    def __str__(self):
        return f"{self.union}{f'第{self.number}届' if self.number else ''}{self.committee}"


class Seat(models.Model):
    """A seat in a committee: who, as what, from when; a person may sit in several."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="seats", verbose_name="委员会")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats", verbose_name="职工")
    name = models.CharField("姓名", max_length=40)
    title = models.CharField("职务", max_length=20)
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)

    class Meta:
        ordering = ("term_id", "id")
        verbose_name = verbose_name_plural = "委员"

    def __str__(self):
        return f"{self.name} {self.title}"

    @property
    def union(self):
        return self.term.union
