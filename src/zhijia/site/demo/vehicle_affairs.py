"""胶轮车队: open affairs every month, the committees of two teams, letters and visits, a problem sent up, suggestions."""

from datetime import date

from zhijia.areas.meetings import actions as meetings
from zhijia.areas.meetings.models import Kind
from zhijia.areas.members import queries as people
from zhijia.areas.relations.actions import letters
from zhijia.core.org.models import Union
from zhijia.site.demo import board
from zhijia.site.demo.ideas import Idea, bring_in
from zhijia.site.demo.unions import VEHICLE, chair, login

NAME = "胶轮车队民主管理"
TEAMS = ("运输一班", "检修一班")
NOT_OURS = ("产量进尺和任务完成", "干部工资", "材料消耗和经费", "劳保用品发放", "安全奖", "出勤和工分")
STANDING = (
    ("工资奖金分配方案", "全年工资奖金分配方案", "按车次、吨位和安全考核计分，分值由班组民管会讨论通过。"),
    ("制度政策", "车辆包机制度和考勤办法", "包机到人，交接班签字；考勤由班长记录，每月核对。"),
)
LETTERS = (
    ("工资报酬", date(2021, 3, 3), "二月份夜班补助没有算进去。", date(2021, 3, 10), "经核对漏记两个夜班，已在三月份补发。"),
    ("工时休假", date(2021, 5, 17), "连续跟班没有安排调休。", date(2021, 5, 21), "已由值班队长安排调休两天。"),
    ("劳动保护", date(2021, 8, 11), "雨靴磨损快，换发周期太长。", date(2021, 8, 20), "以旧换新，不再等换发周期。"),
    ("考核管理", date(2021, 10, 13), "车辆晚点的考核没有分清原因。", date(2021, 10, 22), "道路原因的不再考核司机。"),
)
IDEAS = (
    Idea("胶轮车倒车镜加防雾罩", "小革新", "井下雾气大，后视镜看不清。", "镜面加装防雾罩。", worth=(1200, 30), reward=500),
    Idea("检修工具定置车", "小设计", "工具散放，检修来回跑。", "做一台带格子的工具车。", worth=(500, 30), reward=400),
    Idea("车辆点检卡塑封", "小建议", "纸卡沾油看不清。", "塑封后用记号笔填。"),
    Idea("错车点增设反光牌", "小建议", "错车点标志不明显。", "每处装两块反光牌。"),
    Idea("班车改为半小时一趟", "合理化建议", "等车时间长。", "增加一趟班车。", refused="车辆不足，加班次要挤占检修时间。"),
)


def record() -> None:
    """A year of democracy in the workshop."""
    actor, union = chair(VEHICLE)
    staff = list(people.visible(actor).order_by("id"))
    _openness(login("duiganshi"), actor, union)
    _teams(actor, union)
    _letters(actor, union, staff[20:])
    bring_in(actor, login("duicaiwu"), union, IDEAS, staff[40:], department="队技术组")


def _openness(drafter, actor, union):
    board.adopt(actor, union, without=NOT_OURS, why="并入工资表、奖金表一并公开")
    for entry, title, body in STANDING:
        board.show(drafter, actor, union, entry=entry, on=date(2021, 1, 12), title=title, body=body, responsible="核算员")
    board.keep(actor, union, approver="队长", signed={(entry, 1) for entry, *_ in STANDING})


def _teams(actor, union):
    for team in Union.objects.filter(parent=union, name__in=TEAMS).order_by("path"):
        for month in range(1, 13):
            meetings.record(
                actor, union=team, title=f"{team.name}{month}月份民管会", on=date(2021, month, 26), kind=Kind.TEAM, present=5,
                expected=5, minutes="核对本月工分和奖金分配，讨论下月排班。",
            )


def _letters(actor, union, staff):
    for person, (topic, on, demand, answered_on, answered) in zip(staff, LETTERS, strict=False):
        letters.take_down(
            actor, union=union, on=on, way="来访", topic=topic, demand=demand, person=person, answered_on=answered_on,
            answered=answered, verdict="满意",
        )
    problem = letters.send_up(
        actor, union=union, title="辅助运输巷道路面破损", told="三处路面破损积水，车辆颠簸，司机腰部劳损增多，请矿上安排整修。",
        on=date(2021, 6, 8), to_name="梧桐岭煤矿工会",
    )
    letters.answer_problem(login("kuangzhuxi"), problem, on=date(2021, 6, 21), answer="已列入三季度巷修计划，八月底前完成。")
