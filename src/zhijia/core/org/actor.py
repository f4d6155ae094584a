"""Who acts: a frozen value with the places where powers were granted."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.db import connection

from zhijia.core.org.models import Union, User
from zhijia.core.org.powers import of_role, power


@dataclass(frozen=True)
class Grant:
    """One post seen from the law's side: a role at a place."""

    role: str
    union_id: int
    union_name: str
    union_code: str
    path: str
    house: str
    title: str = ""

    @property
    def powers(self) -> frozenset[str]:
        return of_role(self.role)

    def covers(self, key: str, union: Union) -> bool:
        """Whether this grant carries the power to that union (both walls: subtree and house)."""
        if key not in self.powers or not union.path.startswith(self.path):
            return False
        return power(key).reach == "tree" or union.house == self.house


@dataclass(frozen=True)
class Actor:
    """Someone who looks or acts. `Actor.nobody()` is a visitor who has not logged in."""

    user_id: int | None = None
    name: str = "未登录"
    username: str = ""
    grants: tuple[Grant, ...] = field(default=())
    password: str = field(default="", repr=False, compare=False)

    @classmethod
    def nobody(cls) -> "Actor":
        return cls()

    @property
    def known(self) -> bool:
        return self.user_id is not None

    @property
    def home(self) -> int | None:
        """The union of the first post: where a new record goes unless the person says otherwise."""
        return self.grants[0].union_id if self.grants else None

    @property
    def hats(self) -> str:
        """The posts in words, for the trail and the top of the page."""
        return "、".join(f"{g.union_name}{g.title or g.role}" for g in self.grants)

    @property
    def powers(self) -> frozenset[str]:
        """The powers held anywhere at all."""
        return frozenset().union(*(grant.powers for grant in self.grants))

    def may(self, key: str) -> bool:
        """Whether the power is held anywhere at all: enough to see a menu item, never enough to see a row."""
        return any(key in grant.powers for grant in self.grants)

    def can(self, key: str, union: Union) -> bool:
        """Whether the power reaches that union."""
        return any(grant.covers(key, union) for grant in self.grants)


def actor_of(user_id: int, *, today: date) -> Actor | None:
    """The actor for an account, posts in force today included; None when the account is closed. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_question(), [user_id])
        rows = cursor.fetchall()
    if not rows:
        return None
    grants = tuple(
        Grant(role, uid, uname, code, path, house, title)
        for _, _, _, role, title, since, until, uid, uname, code, path, house in rows
        if role and _day(since) <= today and (until is None or _day(until) >= today)
    )
    return Actor(user_id, rows[0][0], rows[0][1], grants, rows[0][2])


@cache
def _question() -> str:
    """Who an account is, as SQL. Worded once: every page asks, and wording it took ten times as long as asking."""
    asked = User.objects.filter(pk=0, is_active=True).values_list(
        "name", "username", "password", "posts__role", "posts__title", "posts__since", "posts__until",
        "posts__union_id", "posts__union__name", "posts__union__code", "posts__union__path", "posts__union__house",
    ).order_by("posts__id")
    sql, (_,) = asked.query.sql_with_params()
    return sql


def _day(told) -> date:
    """A day as the database gives it: SQLite as text."""
    return told if isinstance(told, date) else date.fromisoformat(told)


@dataclass(frozen=True)
class SystemActor(Actor):
    """The clock and the command line, which act for the house itself and say so in the trail."""

    name: str = "系统"

    @property
    def hats(self) -> str:
        return "命令行或定时任务"

    def may(self, key: str) -> bool:
        return True

    def can(self, key: str, union: Union) -> bool:
        return True


def system() -> SystemActor:
    """The house itself: for the command line on the chair's own machine, demo, and jobs."""
    return SystemActor()
