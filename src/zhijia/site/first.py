"""From nothing: the first union of a home and its chair (zhijia init)."""

from datetime import date

from zhijia.areas.members import actions
from zhijia.core.org.actor import system
from zhijia.core.org.models import Kind, Role, Union
from zhijia.core.refused import Refused


def found(*, name: str, kind: str, code: str | None, region: str, chair: str, under: str | None, today: date):
    """Found a union with its chair: (union, {"username", "password"}). The password is told once and must be changed."""
    if kind not in Kind.values:
        raise Refused(f"没有“{kind}”这种工会。可用的类型：{'、'.join(Kind.values)}。")
    above = Union.objects.filter(code=under).first() if under else None
    if under and above is None:
        raise Refused(f"没有代码为“{under}”的上级工会。用 zhijia unions 看全部代码。")
    if above is None and Union.objects.filter(parent=None, name=name).exists():
        raise Refused(f"“{name}”已经建立过了。")
    if code and Union.objects.filter(code=code).exists():
        raise Refused(f"代码“{code}”已经用过，请换一个。")
    union = actions.found(system(), parent=above, name=name, kind=kind, region=region, code=code or "")
    post, password = actions.appoint_new(system(), name=chair, union=union, role=Role.CHAIR, since=today, title="主席")
    return union, {"username": post.holder.username, "password": password}
