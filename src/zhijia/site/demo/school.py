"""柳溪镇中心小学: the school's own roster and a year of the house-building work (职工之家)."""

from datetime import date

from zhijia.areas.activities import actions as activities
from zhijia.areas.activities.models import Category, Session
from zhijia.areas.care import actions as care
from zhijia.areas.meetings import actions as meetings
from zhijia.areas.meetings.models import Kind
from zhijia.areas.members import queries as people
from zhijia.areas.publicity import actions as publicity
from zhijia.site.demo.files import bring
from zhijia.site.demo.unions import SCHOOL, chair

NAME = "柳溪镇中心小学"
CLUBS = ("教工歌咏队", "舞蹈队", "篮球队", "羽毛球队")
PUPILS = tuple(f"特殊学生{mark}" for mark in "甲乙丙丁戊己")


def record() -> None:
    """A year of the school's union."""
    actor, union = chair(SCHOOL)
    bring("roster", actor, union, "roster_school.xlsx")
    staff = list(people.visible(actor).order_by("id"))
    for title, on, present, kind in (
        ("教职工代表大会筹备会", date(2021, 3, 2), 7, Kind.COMMITTEE), ("班子民主生活会", date(2021, 6, 25), 9, Kind.LIFE),
        ("党员谈心会", date(2021, 9, 15), 22, Kind.TALK), ("征求意见座谈会", date(2021, 11, 17), 30, Kind.TALK),
    ):
        meetings.record(actor, union=union, title=title, on=on, present=present, expected=present, kind=kind)
    for name in CLUBS:
        club = activities.found_club(actor, union=union, name=name, founded_on=date(2021, 3, 1))
        activities.record_session(
            actor, union=union, club=club, kind=Session.Kind.REHEARSAL, title=f"{name}训练", on=date(2021, 5, 12), heads=14,
        )
    activities.record(
        actor, union=union, title="教师形象设计讲座", category=Category.OTHER, on=date(2021, 10, 20), unnamed=85,
    )
    for helper, name in zip(staff[10:16], PUPILS, strict=True):
        care.pair(actor, union=union, on=date(2021, 9, 6), name=name, helper=helper, content="学习辅导和生活关心")
    for number in range(1, 5):
        publicity.issue(actor, union=union, theme=f"书香校园第{number}辑", on=date(2021, number * 2 + 2, 15))
