"""胶轮车队: 11 workers in hardship visited, 7 turns of jobs coordinated, 5 families helped, from the mine's own files."""

from datetime import date

from zhijia.areas.activities import actions as activities
from zhijia.areas.activities.models import Category
from zhijia.areas.care import actions as care
from zhijia.areas.meetings import actions as meetings
from zhijia.areas.meetings.models import Kind
from zhijia.areas.members import queries as people
from zhijia.areas.publicity import actions as publicity
from zhijia.site.demo.files import bring
from zhijia.site.demo.unions import VEHICLE, chair

NAME = "胶轮车队"
FILED = ("黎志", "邓志勇", "孟勇", "冯福", "余华新", "莫林", "朱宁锋", "陈国国", "汤平东", "田兵", "罗峰生")
JOBS = (
    ("黎志", date(2021, 1, 18)), ("孟勇", date(2021, 2, 24)), ("朱宁锋", date(2021, 4, 7)), ("田兵", date(2021, 5, 19)),
    ("黎志", date(2021, 7, 6)), ("汤平东", date(2021, 9, 14)), ("罗峰生", date(2021, 11, 3)),
)
FAMILIES = (
    ("邓志勇", "化解家庭矛盾", date(2021, 3, 9)), ("冯福", "化解家庭矛盾", date(2021, 4, 22)),
    ("莫林", "孩子就托接送", date(2021, 8, 30)), ("陈国国", "孩子就托接送", date(2021, 9, 2)),
    ("余华新", "化解家庭矛盾", date(2021, 10, 12)),
)


def record() -> None:
    """A year of the workshop union."""
    actor, union = chair(VEHICLE)
    bring("roster", actor, union, "roster_vehicle.xlsx")
    roll = {person.name: person for person in people.visible(actor).filter(name__in=FILED)}
    for name in FILED:
        _file(actor, union, roll[name])
    bring("visits", actor, union, "visits.xlsx", year=2021)
    _help(actor, union, roll)
    _year(actor, union)


def _file(actor, union, person):
    file = care.apply(
        actor, union=union, person=person, on=date(2020, 11, 2), consent_on=date(2020, 11, 2), income="2600", size="4",
        spending="1900", cause="供养直系亲属大病",
    )
    care.survey(actor, file, on=date(2020, 11, 10), surveyors="马主席、何峰旺")
    care.judge(actor, file, on=date(2020, 11, 20), category="相对困难")
    care.post(actor, file, on=date(2020, 11, 23))
    care.open_file(actor, file, on=date(2020, 12, 10))
    for on in (date(2021, 6, 15), date(2021, 12, 10)):
        care.review(actor, file, on=on, by="马主席", note="情况没有变化")


def _help(actor, union, roll):
    watched = {}
    for name in dict.fromkeys(name for name, *_ in (*JOBS, *FAMILIES)):
        watched[name] = care.watch(
            actor, union=union, person=roll[name], on=date(2021, 1, 8), reason="家庭困难，情绪不稳", helper="马主席",
        )
        care.take_step(actor, watched[name], kind="谈话", on=date(2021, 1, 12), what="了解困难和想法", by="马主席")
    for name, on in JOBS:
        care.take_step(actor, watched[name], kind="协调岗位", on=on, what="与队里协商调整班次岗位", by="马主席", settled=True)
    for name, kind, on in FAMILIES:
        care.take_step(actor, watched[name], kind=kind, on=on, what="上门调解，商定办法", by="马主席", settled=True)
    for name in ("黎志", "冯福"):
        care.release(actor, watched[name], on=date(2021, 12, 20), outcome="情绪稳定，出勤正常")


def _year(actor, union):
    for month in range(1, 13):
        meetings.record(
            actor, union=union, title=f"{month}月队务公开会", on=date(2021, month, 5), present=18, expected=20, kind=Kind.OTHER,
        )
    for number, theme in enumerate(("安全第一", "反三违", "岗位练兵", "冬季行车"), 1):
        publicity.issue(actor, union=union, theme=theme, on=date(2021, number * 3, 10))
    activities.record(
        actor, union=union, title="班组拔河赛", category=Category.BALL, on=date(2021, 5, 1), unnamed=72, cost=600,
    )
