"""Publicity (宣传): boards and windows with issue numbers, broadcasts, articles, subscriptions."""

from django.db import models
from django.db.models import Q


class Medium(models.TextChoices):
    """Where something is shown."""

    BLACKBOARD = "黑板报"
    WINDOW = "宣传橱窗"
    NETWORK = "网络"
    BROADCAST = "广播"


class Board(models.Model):
    """One issue (期) of a board, window, page or broadcast."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="boards", verbose_name="工会")
    medium = models.CharField("形式", max_length=4, choices=Medium.choices, default=Medium.BLACKBOARD)
    number = models.PositiveSmallIntegerField("期号")
    theme = models.CharField("主题", max_length=80)
    editor = models.CharField("主办人", max_length=40, blank=True)
    on = models.DateField("出刊日期")
    until = models.DateField("更换日期", null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "板报、橱窗、广播"

    def __str__(self):
        return f"{self.medium}第{self.number}期《{self.theme}》"


class Level(models.TextChoices):
    """Whose media took an article."""

    OWN = "本单位"
    COUNTY = "县级"
    CITY = "市级"
    PROVINCE = "省级"
    NATION = "国家级"


class Article(models.Model):
    """An article (稿件) that was published."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="articles", verbose_name="工会")
    title = models.CharField("标题", max_length=120)
    author = models.CharField("作者", max_length=40)
    media = models.CharField("刊登媒体", max_length=60)
    level = models.CharField("级别", max_length=4, choices=Level.choices, default=Level.OWN)
    on = models.DateField("刊登日期")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = verbose_name_plural = "通讯报道"

    def __str__(self):
        return f"《{self.title}》"


class Subscription(models.Model):
    """Newspapers and books subscribed for a year (报刊订阅)."""

    union = models.ForeignKey("org.Union", models.PROTECT, related_name="subscriptions", verbose_name="工会")
    title = models.CharField("报刊名称", max_length=60)
    year = models.PositiveSmallIntegerField("订阅年度")
    copies = models.PositiveSmallIntegerField("份数")
    cost = models.DecimalField("金额（元）", max_digits=10, decimal_places=2, null=True, blank=True)
    on = models.DateField("订阅日期")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-year", "title")
        verbose_name = verbose_name_plural = "报刊订阅"
        constraints = [models.CheckConstraint(condition=Q(copies__gt=0), name="subscribed_to_something")]

    def __str__(self):
        return f"{self.title}（{self.year}年）"
