"""江州大学: an outing with 160, a spring climb with 350, the sixth sports meet with 510, 20 visits at hard or happy hours."""

from datetime import date, timedelta
from decimal import Decimal

from zhijia.areas.activities import actions as activities
from zhijia.areas.activities.models import Category, Session
from zhijia.areas.care import actions as care
from zhijia.areas.meetings import actions as meetings
from zhijia.areas.meetings.models import Kind
from zhijia.areas.members import actions as members
from zhijia.site.demo.unions import UNIVERSITY, chair

NAME = "江州大学"
FAMILY, GIVEN = "赵钱孙周吴郑冯陈卫蒋沈韩杨朱秦许何吕张孔", "敏静丽强磊洋艳勇军杰"
OFFICES = ("文学院", "理学院", "机关一总支", "后勤总支")


def record() -> None:
    """A year of the university's union."""
    actor, union = chair(UNIVERSITY)
    places = [members.found(actor, parent=union, name=name, kind="工会小组") for name in OFFICES]
    staff = [
        members.add(
            actor, union=places[n % 4], name=family + GIVEN[n % 10], sex="女" if n % 10 < 3 else "男", member=True, joined="2012",
        )
        for n, family in enumerate(FAMILY)
    ]
    _activities(actor, union)
    kinds = ("生病住院", "生病住院", "生育", "丧事", "生病住院")
    for n, person in enumerate(staff):
        care.record_visit(
            actor, union=union, person=person, on=date(2021, 1, 11) + timedelta(days=17 * n), kind=kinds[n % 5], way="现金",
            amount=Decimal(500), visitors="陆主席、分工会主席", receipt="已签",
        )
    meetings.record(
        actor, union=union, title="第六届教代会暨第七次工代会第二次会议筹备会", on=date(2021, 3, 18), present=21, expected=21,
        kind=Kind.COMMITTEE,
    )


def _activities(actor, union):
    for title, category, on, heads, edition in (
        ("庆“三八”老街参观", Category.OUTING, date(2021, 3, 8), 160, None),
        ("教职工春季登山", Category.CLIMB, date(2021, 4, 17), 350, None),
        ("教职工运动会", Category.GAMES, date(2021, 10, 29), 510, 6),
    ):
        activities.record(actor, union=union, title=title, category=category, on=on, unnamed=heads, edition=edition)
    for title, heads in (("瑜伽", 24), ("民族舞", 30), ("拉丁舞", 18)):
        club = activities.found_club(actor, union=union, name=f"{title}班", founded_on=date(2021, 3, 1))
        activities.record_session(
            actor, union=union, club=club, kind=Session.Kind.CLASS, title=f"{title}学习", on=date(2021, 3, 22), heads=heads,
        )
