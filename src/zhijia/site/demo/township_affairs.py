"""青榔乡: by-laws on the wall, open affairs of the union, mediation, supervision of labour law, suggestions, members' rating."""

from datetime import date

from zhijia.areas.bylaws import actions as bylaws
from zhijia.areas.members import queries as people
from zhijia.areas.relations.actions import mediation, supervision
from zhijia.core.org.scope import branches
from zhijia.site.demo import board
from zhijia.site.demo.ideas import Idea, bring_in
from zhijia.site.demo.rating import rate_the_union
from zhijia.site.demo.unions import TOWNSHIP, chair, login

NAME = "青榔乡民主管理"
RULES = (
    ("工会各委员会工作职责", "一、各委员会按分工开展工作。\n二、每季度碰头一次，年终向工委报告。"),
    ("工作汇报制度", "一、各工会小组每季度向工委汇报一次。\n二、工委每半年向乡党委和县总工会汇报一次。"),
    ("干部培训制度", "一、新任工会干部半年内参加培训。\n二、每年集中学习不少于两次。"),
    ("档案管理制度", "一、会员登记表和活动资料当年归档。\n二、查阅档案须登记。"),
)
IDEAS = (
    Idea("便民大厅增设老年窗口", "小建议", "老年人办事排队久。", "设一个老年窗口，由值班干部代填表格。"),
    Idea("办公楼走道灯改声控", "小革新", "走道灯整夜亮着。", "换成声控灯。"),
    Idea("村级报表合并报送", "合理化建议", "同一数字要报三次。", "合成一张，每月报一次。"),
    Idea("食堂改用电灶", "小建议", "瓶装气不安全。", "换两台电灶。", refused="食堂明年搬迁，搬迁方案里已要求用电。"),
)
MEDIATORS = "莫调解、韦专干"


def record() -> None:
    """A year of democracy and labour relations in the township."""
    actor, union = chair(TOWNSHIP)
    staff = list(people.members(branches(union), date(2021, 12, 31)).order_by("id"))
    for title, text in RULES:
        kept = bylaws.adopt(
            actor, union=union, title=title, text=text, adopted_on=date(2021, 1, 22), adopted_by="工会工作委员会",
            keeper="韦专干",
        )
        bylaws.hang(actor, kept, place="工会办公室", on=date(2021, 1, 28))
    _openness(login("xiangzhuangan"), actor, union)
    _labour(actor, union, staff)
    bring_in(actor, login("xiangkuaiji"), union, IDEAS, staff[60:], department="党政办公室")
    rate_the_union(actor, union, on=date(2021, 12, 3), good=216, fair=29, bad=5)


def _openness(drafter, actor, union):
    board.adopt(actor, union)
    board.keep(actor, union, approver="农主任")
    board.show(
        drafter, actor, union, entry="捐资助学的募集和使用", on=date(2021, 6, 28), title="捐资助学募集和使用情况",
        body="捐款全部用于学校危房改造、课桌和围墙，收支凭证存工会财务。", responsible="覃会计",
    )


def _labour(actor, union, staff):
    for person, on, topic, claim, outcome in (
        (staff[90], date(2021, 4, 12), "劳动报酬", "临时工两个月工资没有结清。", "单位在十日内付清。"),
        (staff[120], date(2021, 9, 6), "工时休假", "暑期值班没有补休。", "国庆节后安排补休四天。"),
    ):
        mediation.take_down(
            actor, union=union, on=on, topic=topic, claim=claim, respondent="用人单位", person=person, accepted_on=on,
            mediators=MEDIATORS, closed_on=date(on.year, on.month, on.day + 14), agreed=True, outcome=outcome,
        )
    supervision.visit(
        actor, union=union, on=date(2021, 5, 20), employer="乡卫生院", inspectors="韦专干、黄经审", finding="没有发现问题",
    )
    matter = supervision.visit(
        actor, union=union, on=date(2021, 10, 14), employer="中心幼儿园", inspectors="韦专干、黄经审",
        finding="两名保育员没有签订书面劳动合同",
    )
    supervision.issue(actor, matter, on=date(2021, 10, 18), demand="补签书面劳动合同。", signed_by="农主任")
    supervision.answer(actor, matter, on=date(2021, 10, 27), answer="已全部补签。", corrected=True)
    supervision.close(actor, matter, on=date(2021, 10, 29), result="已改正")
