"""Activities (文体活动), who took part, clubs and their sessions, equipment bought and lent."""

from django.db import models
from django.db.models import F, Q


class Category(models.TextChoices):
    """Kinds of activity, as the yearly papers name them."""

    OUTING = "参观"
    CLIMB = "登山"
    GAMES = "运动会"
    BALL = "球类"
    SONG = "歌咏"
    DANCE = "舞蹈"
    FITNESS = "健身"
    QUIZ = "知识竞赛"
    SHOW = "文艺汇演"
    FILM = "电影"
    OTHER = "其他"


SLUGS = {
    Category.OUTING: "outing", Category.CLIMB: "climb", Category.GAMES: "games", Category.BALL: "ball",
    Category.SONG: "song", Category.DANCE: "dance", Category.FITNESS: "fitness", Category.QUIZ: "quiz",
    Category.SHOW: "show", Category.FILM: "film", Category.OTHER: "other",
}


class Activity(models.Model):
    """One activity. `heads` are turns (人次): those named in `entries` who came, and `unnamed` who are only counted."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="activities", verbose_name="主办工会")
    title = models.CharField("名称", max_length=80)
    category = models.CharField("类别", max_length=8, choices=Category.choices, default=Category.OTHER)
    edition = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=60, blank=True)
    limit = models.PositiveIntegerField("报名名额", null=True, blank=True)
    unnamed = models.PositiveIntegerField("未记名人数", default=0)
    heads = models.PositiveIntegerField("参加人次", default=0, editable=False)
    cost = models.DecimalField("费用（元）", max_digits=10, decimal_places=2, null=True, blank=True)
    held = models.BooleanField("已举办", default=False)
    cancelled = models.BooleanField("已取消", default=False)
    summary = models.TextField("小结", blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "文体活动"
        constraints = [models.CheckConstraint(condition=~Q(held=True, cancelled=True), name="held_or_cancelled")]
        indexes = [models.Index(fields=("union", "on"))]

    def __str__(self):
        return f"第{self.edition}届{self.title}" if self.edition else self.title


class Part(models.TextChoices):
    """What became of a name on the list."""

    SIGNED = "已报名"
    CAME = "已参加"
    WITHDREW = "已退出"
    ABSENT = "未到"


class Entry(models.Model):
    """One name on an activity's list (报名、签到、成绩)."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="entries", verbose_name="活动")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="entries", verbose_name="职工")
    state = models.CharField("状态", max_length=4, choices=Part.choices, default=Part.SIGNED)
    result = models.CharField("名次", max_length=20, blank=True)
    prize = models.DecimalField("奖品折价（元）", max_digits=8, decimal_places=2, null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "报名"
        constraints = [models.UniqueConstraint(fields=("activity", "person"), name="one_name_an_activity")]

    def __str__(self):
        return f"{self.person} {self.activity}"

    @property
    def union(self):
        return self.activity.union


class Club(models.Model):
    """A club or team (协会、队): 歌咏队, 篮球队."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="clubs", verbose_name="工会")
    name = models.CharField("名称", max_length=40)
    leader = models.CharField("负责人", max_length=40, blank=True)
    founded_on = models.DateField("成立日期")
    closed_on = models.DateField("解散日期", null=True, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = verbose_name_plural = "协会和队伍"

    def __str__(self):
        return self.name


class Session(models.Model):
    """A class, training or rehearsal (培训班、训练、排练) of a club or of an activity."""

    class Kind(models.TextChoices):
        CLASS = "培训班"
        REHEARSAL = "排练"

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="sessions", verbose_name="工会")
    club = models.ForeignKey(Club, models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name="协会或队伍")
    kind = models.CharField("类别", max_length=4, choices=Kind.choices, default=Kind.CLASS)
    title = models.CharField("内容", max_length=60)
    coach = models.CharField("教师", max_length=40, blank=True)
    on = models.DateField("日期")
    heads = models.PositiveIntegerField("参加人次", default=0)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "培训和排练"

    def __str__(self):
        return self.title


class Equipment(models.Model):
    """Something bought for activities (文体用品)."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="equipment", verbose_name="工会")
    name = models.CharField("名称", max_length=40)
    quantity = models.PositiveIntegerField("数量")
    cost = models.DecimalField("金额（元）", max_digits=10, decimal_places=2, null=True, blank=True)
    bought_on = models.DateField("购置日期")
    place = models.CharField("存放地点", max_length=40, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-bought_on", "-id")
        verbose_name = verbose_name_plural = "文体用品"
        constraints = [models.CheckConstraint(condition=Q(quantity__gt=0), name="bought_something")]

    def __str__(self):
        return self.name


class Loan(models.Model):
    """Equipment lent (借用)."""

    equipment = models.ForeignKey(Equipment, models.CASCADE, related_name="loans", verbose_name="用品")
    person = models.ForeignKey("members.Person", models.PROTECT, related_name="loans", verbose_name="借用人")
    quantity = models.PositiveIntegerField("数量", default=1)
    lent_on = models.DateField("借出日期")
    returned_on = models.DateField("归还日期", null=True, blank=True)

    class Meta:
        ordering = ("-lent_on", "-id")
        verbose_name = verbose_name_plural = "借用登记"
        constraints = [
            models.CheckConstraint(condition=Q(returned_on=None) | Q(returned_on__gte=F("lent_on")), name="returned_after_lent")
        ]

    def __str__(self):
        return f"{self.person} 借 {self.equipment}"

    @property
    def union(self):
        return self.equipment.union
