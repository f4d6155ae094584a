"""The unions of the demo and who logs in for them. All people and places are fictional."""

from datetime import date

from zhijia.areas.members import actions as members
from zhijia.core.org.actor import Actor, actor_of, system
from zhijia.core.org.models import Kind, Role, Union, User

TOWNSHIP, VEHICLE, UNIVERSITY, SCHOOL, BANKNOTE = "qinglang", "jiaolun", "jiangzhou", "liuxi", "jianfeng"
PLANT = "dongjiang"
PASSWORD = "zhijia-demo-2021"  # noqa: S105 - printed for everyone who runs the demo
SINCE = date(2021, 1, 1)

TREE = (
    ("qinglang-county", "青榔县总工会", Kind.COUNTY, None, "广西"),
    (TOWNSHIP, "青榔乡工会工作委员会", Kind.TOWNSHIP, "qinglang-county", "广西"),
    ("wutongling", "梧桐岭煤矿工会", Kind.BASIC, None, "甘肃"),
    (VEHICLE, "胶轮车队车间工会", Kind.WORKSHOP, "wutongling", "甘肃"),
    (UNIVERSITY, "江州大学工会", Kind.SCHOOL, None, "江苏"),
    ("liuxi-county", "柳溪县教育工会", Kind.COUNTY, None, "浙江"),
    (SCHOOL, "柳溪镇中心小学工会", Kind.SCHOOL, "liuxi-county", "浙江"),
    (PLANT, "东江印钞厂工会", Kind.BASIC, None, "江苏"),
    (BANKNOTE, "检封分工会", Kind.BRANCH, PLANT, "江苏"),
)
PEOPLE = (
    ("xiangzhuren", "农主任", TOWNSHIP, Role.CHAIR, "主任"),
    ("xiangzhuangan", "韦专干", TOWNSHIP, Role.OFFICER, "专干"),
    ("xiangkuaiji", "覃会计", TOWNSHIP, Role.TREASURER, "财务"),
    ("xiangjingshen", "黄经审", TOWNSHIP, Role.AUDITOR, "经审委员"),
    ("xianzonggong", "莫部长", "qinglang-county", Role.CHAIR, "主席"),
    ("duizhuxi", "马主席", VEHICLE, Role.CHAIR, "主席"),
    ("duiganshi", "何干事", VEHICLE, Role.OFFICER, "干事"),
    ("duicaiwu", "石会计", VEHICLE, Role.TREASURER, "财务"),
    ("kuangzhuxi", "赵主席", "wutongling", Role.CHAIR, "主席"),
    ("daxue", "陆主席", UNIVERSITY, Role.CHAIR, "主席"),
    ("xiaoxue", "沈主席", SCHOOL, Role.CHAIR, "主席"),
    ("xiaoxueweiyuan", "许委员", SCHOOL, Role.OFFICER, "组织委员"),
    ("jianfeng", "丁主席", BANKNOTE, Role.CHAIR, "主席"),
    ("jianfengganshi", "方干事", BANKNOTE, Role.OFFICER, "干事"),
    ("jianfengcaiwu", "钱会计", BANKNOTE, Role.TREASURER, "财务"),
    ("yinchao", "夏主席", PLANT, Role.CHAIR, "主席"),
    ("guanli", "安管理", TOWNSHIP, Role.ADMIN, "系统管理员"),
)


def found() -> None:
    """Found every union and give every post, through the actions."""
    for code, name, kind, under, region in TREE:
        members.found(
            system(), parent=under and Union.objects.get(code=under), name=name, kind=kind, region=region, code=code, on=SINCE,
        )
    for username, name, code, role, title in PEOPLE:
        holder = User.objects.create_user(username, PASSWORD, name=name)
        members.appoint(system(), holder=holder, union=Union.objects.get(code=code), role=role, since=SINCE, title=title)


def chair(code: str) -> tuple[Actor, Union]:
    """The chair of a demo union as an actor, and the union."""
    union = Union.objects.get(code=code)
    holder = union.posts.get(role=Role.CHAIR).holder_id
    return actor_of(holder, today=SINCE), union


def login(username: str) -> Actor:
    """A demo account as an actor."""
    return actor_of(User.objects.get(username=username).pk, today=SINCE)


def logins() -> list[dict]:
    """Who may log in, for printing."""
    titles = {username: f"{Union.objects.get(code=code).name}{title}" for username, _, code, _, title in PEOPLE}
    return [{"username": username, "password": PASSWORD, "who": who} for username, who in titles.items()]
