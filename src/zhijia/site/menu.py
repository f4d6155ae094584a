"""What stands around every page: the menu of all rooms, ordered by what people come to do."""

from functools import cache

from zhijia.kit.area import MenuItem, house
from zhijia.kit.buttons import address
from zhijia.kit.frame import Frame, Place, frame_of

GROUPS = ("今天", "人员", "民主管理", "公开", "诉求和劳动关系", "做事", "经费", "总结计划", "单位和设置")
OWN = (
    MenuItem("今天要办的事", "desk", "", "今天"),
    MenuItem("台账", "ledgers", "figures.read", "总结计划"),
    MenuItem("政策标准", "policy", "policy.read", "单位和设置"),
    MenuItem("办理记录", "trail", "trail.read", "单位和设置"),
    MenuItem("备份和检查", "keeping", "house.keep", "单位和设置"),
)


@cache
def items() -> tuple[MenuItem, ...]:
    """Every way in, grouped in the order of GROUPS, rooms in the order of the storeys."""
    found = [*OWN, *(item for plate in house() for item in plate.menu)]
    return tuple(sorted(found, key=lambda item: GROUPS.index(item.group)))


def frame(request) -> dict:
    """Context of every template: `frame`. A page hung for everybody (`request.hung_at`) has no menu and no names around it."""
    if home := getattr(request, "hung_at", ""):
        return {"frame": Frame(home=home)}
    actor = getattr(request, "actor", None)
    if actor is None or not actor.known:
        return {"frame": frame_of(request, (), login=address("login"))}
    places = tuple(Place(g.union_code, g.union_name) for g in actor.grants[:1])
    return {"frame": frame_of(
        request, items(), places=places, account=address("account"), logout=address("logout"),
    )}
