"""Posts (岗位) and accounts: powers follow posts, one person may hold several, a post is handed over in one act."""

import secrets
from datetime import date, timedelta

from django.db import transaction

from zhijia.areas.members.actions.days import not_before, not_in_future, today
from zhijia.areas.members.models import Person, Standing
from zhijia.areas.members.rules.names import initials
from zhijia.core.org.models import Post, Role, Union, User
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER, ACCOUNTS = "members.posts", "members.accounts"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def appoint(actor, *, holder: User, union: Union, role: str, since: date, title="", reason="") -> Post:
    """Give someone a post (任职). Nobody gives themselves one where they do not chair already."""
    not_in_future(since, "任职日期")
    post = Post(holder=holder, union=union, role=role, title=title, since=since, reason=reason)
    with deed(actor, POWER, post, what=f"{holder.name}任{union}{title or role}"):
        _not_oneself(actor, post)
        if not holder.is_active:
            raise Refused(f"{holder.name}的账号已停用，不能任职。")
        if Post.objects.filter(holder=holder, union=union, role=role, until=None).exists():
            raise Refused(f"{holder.name}已经是{union}{role}。")
    return post


def appoint_new(actor, *, name: str, union: Union, role: str, since: date, title="") -> tuple[Post, str]:
    """A post for someone who is on no roll here and has no account yet (新建单位的主席、外聘会计): (post, password)."""
    password = new_password()
    with transaction.atomic():
        holder = User.objects.create_user(_username(name), password, name=name, must_change=True)
        post = appoint(actor, holder=holder, union=union, role=role, since=since, title=title, reason="新开账号")
    return post, password


def relieve(actor, post: Post, *, on: date, reason: str = "") -> Post:
    """End a post (离任); `on` is the last day. The last chair of a union is replaced by handing over, not left empty."""
    with deed(actor, POWER, post, what=f"{post.holder.name}不再担任{post}"):
        _end(post, on, reason)
        if post.role == Role.CHAIR and not _other_chair(post):
            raise Refused(f"{post.union}只有这一位主席，请用“交接”换成新主席，不要留空。")
    return post


def hand_over(actor, post: Post, *, to: User, on: date, reason: str = "") -> Post:
    """Hand a post over to someone else from a day on (交接): powers pass with it, the records stay where they are."""
    not_in_future(on, "交接日期")
    if to.pk == post.holder_id:
        raise Refused(f"{to.name}现在就担任{post}。")
    with transaction.atomic():
        following = appoint(
            actor, holder=to, union=post.union, role=post.role, since=on, title=post.title, reason=reason or "交接"
        )
        with deed(actor, POWER, post, what=f"{post}交接给{to.name}"):
            _end(post, max(on - timedelta(days=1), post.since), reason or f"交接给{to.name}")
    return following


def make_account(actor, person: Person, *, username: str = "") -> tuple[User, str]:
    """An account for someone on the roll, with a first password to print and to change: (account, password)."""
    password = new_password()
    with deed(actor, ACCOUNTS, person, what=f"为{person.name}开通账号"):
        if person.account_id:
            raise Refused(f"{person}已有账号 {person.account.username}。")
        if person.standing == Standing.LEFT:
            raise Refused(f"{person}已离开，不再开通账号。")
        if username and User.objects.filter(username=username).exists():
            raise Refused(f"账号“{username}”已有人使用，请换一个。")
        person.account = User.objects.create_user(
            username or _username(person.name), password, name=person.name, must_change=True
        )
    return person.account, password


def open_account(actor, person: Person, *, username: str = "", existing: User | None = None) -> tuple[User, str]:
    """A new account with its first password, or one that has a post here already and needs none: (account, "")."""
    if existing is None:
        return make_account(actor, person, username=username)
    return link_account(actor, person, user=existing).account, ""


def link_account(actor, person: Person, *, user: User) -> Person:
    """Say that an account made before the roll came in belongs to this person."""
    with deed(actor, ACCOUNTS, person, what=f"{person.name}认领账号 {user.username}"):
        if person.account_id or Person.objects.filter(account=user).exists():
            raise Refused("这个人或这个账号已经认领过了。")
        if not user.posts.filter(union__house=person.house.path).exists():
            raise Refused(f"账号 {user.username} 在本单位没有任职，不能认领。")
        person.account = user
    return person


def new_first_password(actor, person: Person) -> tuple[User, str]:
    """A new first password for someone who forgot theirs; every open session of the account ends."""
    password = new_password()
    with deed(actor, ACCOUNTS, person, what=f"重发{person.name}的初始密码"):
        if person.account is None:
            raise Refused(f"{person}还没有账号。")
        _not_above(actor, person)
        person.account.set_password(password)
        person.account.must_change = True
        person.account.save()
    return person.account, password


def close_account(actor, person: Person) -> Person:
    """Close an account (停用); posts still held end the day before."""
    with deed(actor, ACCOUNTS, person, what=f"停用{person.name}的账号"):
        if person.account is None:
            raise Refused(f"{person}没有账号。")
        if held := person.account.posts.filter(until=None).first():
            raise Refused(f"{person}还担任{held}，请先交接或免去。")
        person.account.is_active = False
        person.account.save()
    return person


def new_password() -> str:
    """Twelve letters and digits nobody mistakes for one another, in threes to be read from paper."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _username(name: str) -> str:
    base = initials(name) or "user"
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(name for name in (base, *(f"{base}{n}" for n in range(2, 10_000))) if name not in taken)


def _end(post, on, reason):
    if post.until:
        raise Refused(f"这个岗位已于 {post.until:%Y-%m-%d} 结束。")
    not_before(on, post.since, "任职日期")
    if on > today():
        raise Refused("离任日期晚于今天，请到那天再办。")
    post.until, post.reason = on, (reason or post.reason)[:200]


def _other_chair(post) -> bool:
    return Post.objects.filter(union=post.union, role=Role.CHAIR, until=None).exclude(pk=post.pk).exists()


def _not_oneself(actor, post):
    """A chair may wear further hats in their own house; nobody else raises themselves."""
    chairs = any(grant.role == Role.CHAIR and grant.house == post.union.house for grant in actor.grants)
    if post.holder_id == actor.user_id and not chairs:
        raise Refused("不能给自己任职，请由主席或上级工会办理。")


def _not_above(actor, person):
    """Who keeps the machine may not take over a chair's account by a new password."""
    chairs = any(grant.role == Role.CHAIR for grant in actor.grants)
    if not chairs and person.account.posts.filter(until=None, role=Role.CHAIR).exists():
        raise Refused("主席的密码只能由主席本人修改，或由上级工会主席重发。")
