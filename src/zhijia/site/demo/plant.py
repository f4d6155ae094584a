"""东江印钞厂 and its 检封分工会: the congress in March, proposals before it, cadres and team leaders judged at year's end."""

from datetime import date

from zhijia.areas.appraisal import actions as appraisal
from zhijia.areas.appraisal.rules import Kind as Round
from zhijia.areas.congress.actions import bodies, proposals, sittings
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.areas.members import queries as people
from zhijia.site.demo import board
from zhijia.site.demo.calling import Raised, collect
from zhijia.site.demo.ideas import Idea, bring_in
from zhijia.site.demo.rating import count
from zhijia.site.demo.sitting import decide, hear, hold, seat
from zhijia.site.demo.unions import BANKNOTE, PLANT, chair, login

NAME = "东江印钞厂职代会和检封分工会民主管理"
RAISED = (
    Raised("大张工序加装防静电装置", "安全", "冬季静电大，票张容易粘连。", "每台机加装一套离子风机。", "设备科", "A", "已装八套"),
    Raised("裁切机防护罩改进", "安全", "换刀时要拆两次罩。", "改为翻盖式。", "设备科", "A", "已改装完毕"),
    Raised("夜班餐保温", "福利", "夜班饭菜送到时已凉。", "配保温箱。", "生活服务科", "A", "已配六只"),
    Raised("数扎工序工时定额重新测定", "劳动报酬", "新设备后定额没有变。", "组织测定。", "劳资科", "B", "四季度试行", "基本满意"),
    Raised("更衣室扩建", "福利", "两班合用，柜子不够。", "加建一间。", "后勤科", "C", "没有可用的地方，改为两层柜"),
    Raised("装箱班组资料表格合并", "管理", "三张表内容重复。", "合成一张。", "企管科", "A", "已合并启用"),
)
IDEAS = (
    Idea("数扎机接料盘加宽", "小革新", "接料时票把容易滑落。", "接料盘加宽两厘米。", worth=(640, 28), reward=400),
    Idea("装箱封签排放架", "小设计", "封签散放，容易拿错。", "按编号做一只排放架。"),
    Idea("裁切刀具使用记录牌", "小建议", "换刀时间凭记忆。", "机旁挂记录牌，写明换刀时间。"),
    Idea("大张废品分类回收箱", "小发明", "废品混放，清点费时。", "按原因分四格。", refused="保密规定要求当班清点上交。"),
)
CADRES = ("检封部主任", "检封部副主任", "检封部党支部书记")
LEADERS = ("大张一班班长", "裁切一班班长", "数扎一班班长", "装箱一班班长")
GOOD = (0.6, 0.55, 0.7, 0.5)


def record() -> None:
    """The congress of the plant, then what the branch does for it."""
    plant_chair, plant = chair(PLANT)
    actor, union = chair(BANKNOTE)
    staff = list(people.visible(actor).order_by("id"))
    congress = bodies.found(plant_chair, union=plant, kind=Kind.WORKERS, since=date(2021, 2, 1), years=5, number=9)
    seat(plant_chair, congress, staff[:48], date(2021, 2, 5), group=Group.FRONT, leaders=8)
    call = proposals.call(
        actor, union=union, since=date(2021, 2, 8), deadline=date(2021, 3, 1), theme="厂职代会召开前听取职工意见",
    )
    collect(actor, call, RAISED, staff[8:48], leader="祝厂长")
    sitting = sittings.plan(
        plant_chair, congresses=[congress], on=date(2021, 3, 19), place="厂礼堂", topic="生产经营和职工收入", chair="夏主席",
    )
    hold(plant_chair, sitting, [
        hear("厂长工作报告", "祝厂长"), hear("业务招待费使用情况报告", "财务科科长"),
        decide("全年生产经营目标"), decide("工资奖金分配办法"), decide("安全生产奖惩办法"),
    ])
    board.adopt(actor, union)
    board.keep(actor, union, approver="丁主席")
    bring_in(actor, login("jianfengcaiwu"), union, IDEAS, staff[60:])
    _judge(actor, union, staff)


def _judge(actor, union, staff):
    """Once a year: cadres of the department and team leaders, by delegates, equals and leaders."""
    for kind, on, posts, first in (
        (Round.CADRES, date(2021, 12, 20), CADRES, 100), (Round.LEADERS, date(2021, 12, 21), LEADERS, 110),
    ):
        found = appraisal.begin(
            actor, union=union, kind=kind, year=2021, on=on, notified_on=date(2021, 12, 6), occasion="年终民主评议",
        )
        subjects = appraisal.add_people(actor, found, list(zip(staff[first:], posts, strict=False)))
        for subject in found.subjects.all():
            appraisal.hand_in(actor, subject, on=date(2021, 12, 8), report="一年来的生产、质量、安全和班组管理情况。")
        groups = {"职工代表": (60, 40), "同级": (20, 12), "领导": (20, 8)}
        count(actor, found, {
            title: (weight, heads, [_row(heads, GOOD[place]) for place in range(len(subjects))])
            for title, (weight, heads) in groups.items()
        })
        appraisal.report(actor, found, reported_on=date(2021, 12, 28))
        appraisal.talk(actor, found.subjects.first(), on=date(2021, 12, 30), by="检封部党支部书记")


def _row(heads: int, good: float) -> tuple[int, ...]:
    best = round(heads * good)
    fair = heads - best - 1
    return (best, fair, 1, 0, 0)
