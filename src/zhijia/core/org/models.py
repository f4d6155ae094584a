"""Unions, the people who log in, and the posts (岗位) they hold."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q


class Kind(models.TextChoices):
    """Kinds of union; the values are the names people use (docs/words.md)."""

    PROVINCE = "省总工会"
    CITY = "市总工会"
    COUNTY = "县总工会"
    TOWNSHIP = "乡镇工会"
    BASIC = "基层工会"
    SCHOOL = "学校工会"
    BRANCH = "分工会"
    WORKSHOP = "车间工会"
    GROUP = "工会小组"

    @property
    def legal_person(self) -> bool:
        """Whether such a union stands for itself: people in it are not open to the unions above (提级查看 aside)."""
        return self not in (Kind.BRANCH, Kind.WORKSHOP, Kind.GROUP)


class Union(models.Model):
    """One node of the tree: a union, a branch, or a group. A group (工会小组) is what the mill calls 班组."""

    code = models.CharField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类型", max_length=8, choices=Kind.choices)
    region = models.CharField("地区", max_length=20, default="全国")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级工会")
    path: "models.CharField[str | None, str]" = models.CharField(  # type: ignore[misc]  # the first save settles it
        max_length=200, unique=True, null=True, blank=True, editable=False
    )
    house = models.CharField(max_length=200, db_index=True, default="", blank=True, editable=False)
    founded_on = models.DateField("建会时间", null=True, blank=True)
    dissolved_on = models.DateField("撤销时间", null=True, blank=True)
    batch = models.ForeignKey("imports.Batch", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")

    class Meta:
        ordering = ("path",)
        verbose_name = verbose_name_plural = "工会"
        constraints = [
            models.UniqueConstraint(fields=("parent", "name"), condition=Q(dissolved_on=None), name="one_name_under_a_parent"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="not_its_own_parent"),
        ]

    def __str__(self):
        return self.name

    @property
    def union(self) -> "Union":
        """Where an act upon this union takes place: at itself."""
        return self

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        if not self.path:
            self.settle()

    def settle(self):
        """Write the place of this union from its parent's: path `1.4.9.` and house, the nearest legal person."""
        above = self.parent
        self.path = f"{above.path if above else ''}{self.pk}."
        self.house = self.path if above is None or Kind(self.kind).legal_person else above.house
        super().save(update_fields=("path", "house"))

    def under(self, other: "Union") -> bool:
        """Whether this union is the other or stands below it."""
        return self.path.startswith(other.path)


class UnionMove(models.Model):
    """A union that changed its place, kind or name (转隶、合并、更名); history is kept, never derived."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="moves")
    on = models.DateField("日期")
    what = models.CharField("变动", max_length=200)
    before = models.CharField("原上级", max_length=80, blank=True)
    after = models.CharField("现上级", max_length=80, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "组织变动"


class Users(BaseUserManager):
    """Makes accounts; a name is kept as typed."""

    def create_user(self, username, password=None, **fields):
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """An account (登录账号). What it may do follows the posts it holds, never the account itself."""

    username = models.CharField("账号", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    is_active = models.BooleanField("启用", default=True)
    must_change = models.BooleanField("首次登录须改密码", default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Users()
    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = verbose_name_plural = "账号"

    def __str__(self):
        return self.name


class Role(models.TextChoices):
    """What a post is for; powers follow it (org.powers)."""

    CHAIR = "主席"
    OFFICER = "专干"
    LEADER = "小组长"
    TREASURER = "财务"
    AUDITOR = "经审"
    ADMIN = "系统管理员"
    INSPECTOR = "提级查看"


class Post(models.Model):
    """A post held by an account at a union for a time (任职). One person may hold several (一人多职)."""

    holder = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="任职人")
    union = models.ForeignKey(Union, models.PROTECT, related_name="posts", verbose_name="工会")
    role = models.CharField("职责", max_length=8, choices=Role.choices)
    title = models.CharField("职务名称", max_length=40, blank=True)
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)
    reason = models.CharField("事由", max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = verbose_name_plural = "岗位任职"
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="post_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=("holder", "union", "role"), condition=Q(until=None), name="one_open_post_of_a_role"
            ),
        ]

    def __str__(self):
        return f"{self.union} {self.title or self.role}"
