"""柳溪镇中心小学: two sittings of the congress of teachers, proposals, open affairs, by-laws, the union rated by its members."""

from datetime import date

from zhijia.areas.bylaws import actions as bylaws
from zhijia.areas.congress.actions import bodies, proposals, sittings
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.members import queries as people
from zhijia.areas.openness import actions as openness
from zhijia.areas.openness.rules import CheckKind, Way
from zhijia.site.demo import board
from zhijia.site.demo.calling import Raised, collect
from zhijia.site.demo.rating import rate_the_union
from zhijia.site.demo.sitting import decide, hear, hold, seat
from zhijia.site.demo.unions import SCHOOL, chair, login

NAME = "柳溪镇中心小学民主管理"
RULES = (
    ("教职工代表大会工作规程", "一、每学年至少开会一次。\n二、代表三分之二到会方可开会。\n三、超过全体代表半数通过。"),
    ("校务公开制度", "一、按目录逐月公开。\n二、每次公开不少于规定天数。\n三、教职工意见在规定期限内答复。"),
    ("提案工作办法", "一、一事一案。\n二、立案的提案写明主办部门和期限。\n三、提案人评价办理结果。"),
)
RAISED = (
    Raised("增加教师阅览室开放时间", "教学科研", "放学后没有地方查资料。", "每天延长一小时。", "教导处", "A", "已延长到十八时"),
    Raised("改善教师食堂早餐", "福利", "早餐品种少。", "每周排出菜单，征求意见。", "总务处", "A", "已按周公布菜单"),
    Raised("操场照明改造", "安全", "傍晚训练看不清。", "加装四盏灯。", "总务处", "B", "今年装两盏，明年装两盏", "基本满意"),
    Raised("班主任津贴按实际天数发放", "劳动报酬", "代班期间没有津贴。", "代班满五天的按天发。", "校办公室", "A", "已写入办法"),
    Raised("教研活动时间统一安排", "管理", "各组时间冲突。", "学期初排定。", "教导处", "A", "已排入课表"),
)


def record() -> None:
    """A year of democracy in the school."""
    actor, union = chair(SCHOOL)
    staff = list(people.visible(actor).order_by("id"))
    congress = bodies.found(actor, union=union, kind=Kind.TEACHERS, since=date(2021, 1, 10), years=5, number=3)
    seat(actor, congress, staff[:30], date(2021, 1, 15))
    _congress(actor, union, congress, staff[3:30])
    for title, text in RULES:
        kept = bylaws.adopt(
            actor, union=union, title=title, text=text, adopted_on=date(2021, 3, 26), adopted_by="教职工代表大会",
            keeper="许委员",
        )
        bylaws.hang(actor, kept, place="教工之家", on=date(2021, 4, 6))
    _openness(actor, login("xiaoxueweiyuan"), union)
    rate_the_union(actor, union, on=date(2021, 12, 10), good=75, fair=7, bad=2)


def _congress(actor, union, congress, delegates):
    spring, autumn = (
        sittings.plan(actor, congresses=[congress], on=on, place="多功能教室", topic=topic, chair="沈主席", recorder="许委员")
        for on, topic in ((date(2021, 3, 26), "学校年度工作和绩效分配"), (date(2021, 9, 24), "新学年工作和职称评聘"))
    )
    call = proposals.call(
        actor, union=union, congress=congress, sitting=spring, since=date(2021, 2, 22), deadline=date(2021, 3, 15),
    )
    collect(actor, call, RAISED, delegates, leader="方校长", suggestions=1)
    hold(actor, spring, [
        hear("校长工作报告", "方校长"), hear("学校财务预决算报告", "总务主任"),
        decide("校长工作报告的决议"), decide("绩效工资分配办法修订案"),
    ])
    hold(actor, autumn, [
        hear("校长工作报告", "方校长"), hear("提案办理情况报告", "沈主席"), decide("新学年工作计划"), decide("职称评聘实施办法"),
    ])


def _openness(actor, drafter, union):
    board.adopt(actor, union)
    signed = {("财务预算、决算", 3), ("招生计划、方案", 6), ("收费项目、标准和总额", 7)}
    board.keep(actor, union, approver="方校长", signed=signed)
    budget = board.show(
        drafter, actor, union, entry="财务预算、决算", on=date(2021, 3, 29), title="上年决算和本年预算",
        body="上年决算和本年预算已经教代会听取，分项数字见附表，存总务处。", responsible="总务主任",
    )
    board.show(
        drafter, actor, union, entry="招生计划、方案", on=date(2021, 6, 7), title="秋季招生计划",
        body="秋季一年级招生四个班，按学区登记入学。", responsible="教导主任",
    )
    board.show(
        drafter, actor, union, entry="收费项目、标准和总额", on=date(2021, 7, 5), title="上学期收费项目和标准",
        body="作业本费、校服费按物价部门标准收取，全部缴入财政专户。", responsible="总务主任",
    )
    asked = openness.tell(drafter, budget, text="维修费比上年多，用在哪里？", way=Way.BOX, received_on=date(2021, 4, 1))
    openness.answer(drafter, asked, answer="主要用于教学楼屋面防水，合同和验收单可到总务处查看。", on=date(2021, 4, 6))
    for on in (date(2021, 6, 18), date(2021, 12, 17)):
        openness.record_check(actor, union=union, kind=CheckKind.ROUND, on=on, checkers="教职工代表三人")
