"""江州大学: the sixth congress of teachers and the seventh of members met together twice; a survey; open affairs."""

from datetime import date

from zhijia.areas.appraisal import actions as appraisal
from zhijia.areas.appraisal.rules import Kind as Round
from zhijia.areas.congress.actions import bodies, sittings
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.members import queries as people
from zhijia.site.demo import board
from zhijia.site.demo.rating import count
from zhijia.site.demo.sitting import decide, hear, hold, seat
from zhijia.site.demo.unions import UNIVERSITY, chair

NAME = "江州大学教代会、工代会"
BEGAN, FIRST, SECOND = date(2020, 3, 20), date(2020, 4, 24), date(2021, 4, 9)
ASKED = ("教代会落实职权", "校务公开", "教职工福利", "文体活动", "办事效率")
GRADES, HEADS = ("满意", "基本满意", "不满意"), 160
RATED = ((128, 24), (120, 30), (112, 36), (140, 16), (104, 40))


def record() -> None:
    """The two sittings, the survey before the second, the board of the year."""
    actor, union = chair(UNIVERSITY)
    staff = list(people.visible(actor).order_by("id"))
    teachers = bodies.found(actor, union=union, kind=Kind.TEACHERS, since=BEGAN, years=5, number=6)
    members = bodies.found(actor, union=union, kind=Kind.MEMBERS, since=BEGAN, years=5, number=7)
    seat(actor, teachers, staff[:18], BEGAN)
    seat(actor, members, staff[4:], BEGAN)
    for on, chosen in ((FIRST, _first), (SECOND, _second)):
        planned = sittings.plan(
            actor, congresses=[teachers, members], on=on, place="学术报告厅", topic="学校发展和教职工权益", chair="陆主席",
        )
        hold(actor, planned, chosen(*planned.chambers.order_by("id")))
    _survey(actor, union)
    board.adopt(actor, union)
    board.keep(actor, union, approver="校长")


def _first(teachers, members):
    return [
        hear("学校工作报告", "校长"), decide("大会议事规则"), decide("教职工考核办法", only=teachers),
        decide("工会工作报告", only=members),
    ]


def _second(teachers, members):
    return [
        hear("学校工作报告", "校长"), hear("学校财务工作报告", "财务处处长"), hear("上次会议提案办理情况报告", "提案工作委员会"),
        decide("学校年度工作要点"), decide("教职工绩效工资分配办法", "按岗位、课时和考核结果分配。", only=teachers),
        decide("教职工疗休养办法", only=teachers), decide("工会工作报告", only=members), decide("工会经费审查报告", only=members),
    ]


def _survey(actor, union):
    found = appraisal.begin(
        actor, union=union, kind=Round.SURVEY, year=2021, on=date(2021, 3, 25), title="教职工满意度测评", questions=ASKED,
        grades=GRADES,
    )
    count(actor, found, {"教职工": (100, HEADS, [(good, fair, HEADS - good - fair, 0) for good, fair in RATED])})
    appraisal.report(actor, found, reported_on=SECOND)
