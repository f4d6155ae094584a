"""青榔乡: 332 staff, 265 members, a donation drive of 4 000 yuan, and the usual year of a township union."""

from datetime import date
from decimal import Decimal

from zhijia.areas.activities import actions as activities
from zhijia.areas.activities.models import Category
from zhijia.areas.care import actions as care
from zhijia.areas.finance import actions as finance
from zhijia.areas.meetings import actions as meetings
from zhijia.areas.meetings.models import Kind
from zhijia.areas.members import actions as members
from zhijia.areas.members import queries as people
from zhijia.areas.members.models import Committee
from zhijia.areas.publicity import actions as publicity
from zhijia.areas.publicity.models import Medium
from zhijia.core.org.scope import branches
from zhijia.site.demo.files import bring
from zhijia.site.demo.unions import TOWNSHIP, chair

NAME = "青榔乡"
EVENTS = (
    ("五四青年文艺汇演", Category.SHOW, date(2021, 5, 4), 120, 1500),
    ("六一文艺汇演", Category.SHOW, date(2021, 6, 1), 150, 1200),
    ("县“公仆杯”运动会", Category.GAMES, date(2021, 8, 20), 36, 900),
    ("县第二届全民运动会", Category.GAMES, date(2021, 10, 16), 42, 1100),
    ("党内法规知识竞赛", Category.QUIZ, date(2021, 7, 1), 60, 400),
)
THINGS = (("篮球", 6), ("乒乓球拍", 10), ("羽毛球拍", 12), ("象棋", 8), ("扑克", 20))
COMMITTEES = (Committee.UNION, Committee.WOMEN, Committee.PROTECTION, Committee.MEDIATION, Committee.SUPERVISION)
GIFTS = ((40, 50), (60, 25), (50, 10))


def record() -> None:
    """A year of the township union."""
    actor, union = chair(TOWNSHIP)
    bring("roster", actor, union, "roster_township.xlsx")
    staff = list(people.members(branches(union), date(2021, 12, 31)).order_by("id"))
    retired = list(people.visible(actor).filter(standing="退休").order_by("id"))
    _committees(actor, union, staff)
    _meetings(actor, union)
    _care(actor, union, staff, retired)
    _year_of_culture(actor, union)
    _donations(actor, union, staff)


def _committees(actor, union, staff):
    for number, committee in enumerate(COMMITTEES):
        term = members.open_term(actor, union=union, committee=committee, since=date(2021, 1, 15), years=5, number=1)
        for place, title in enumerate(("主任", "副主任", "委员", "委员", "委员")):
            members.seat(actor, term, title=title, since=date(2021, 1, 15), person=staff[number * 5 + place])


def _meetings(actor, union):
    for title, on, present, kind in (
        ("创建合格乡镇工会筹备会", date(2021, 1, 20), 12, Kind.COMMITTEE),
        ("学习《工会法》《劳动法》《中国工会章程》", date(2021, 3, 12), 86, Kind.MEMBERS),
        ("职工生活座谈会", date(2021, 5, 18), 24, Kind.TALK),
        ("第三季度工委会议", date(2021, 9, 10), 9, Kind.COMMITTEE),
        ("学校职工座谈会", date(2021, 11, 9), 31, Kind.TALK),
    ):
        held = meetings.record(actor, union=union, title=title, on=on, present=present, expected=present + 3, kind=kind)
        if kind == Kind.COMMITTEE:
            made = meetings.resolve(actor, held, text=f"{title}议定的事项分工落实", owner="工委委员", due=date(2021, 11, 30))
            meetings.carry_out(actor, made, on=date(2021, 11, 20), result="已落实")


def _care(actor, union, staff, retired):
    visitors = "农主任、韦专干"
    for person in staff[200:206]:
        care.record_visit(
            actor, union=union, person=person, on=date(2021, 2, 6), kind="困难慰问", way="现金", amount=Decimal(300),
            visitors=visitors, receipt="已签",
        )
    for person in retired[:10]:
        care.record_visit(
            actor, union=union, person=person, on=date(2021, 2, 8), kind="节日慰问", way="实物", amount=Decimal(120),
            goods="大米、食用油", visitors=visitors, receipt="已签",
        )
    care.record_visit(
        actor, union=union, group_name="各单位职工", heads=332, on=date(2021, 9, 17), kind="节日慰问", way="实物",
        amount=Decimal(6640), goods="中秋月饼", visitors=visitors, receipt="已签",
    )


def _year_of_culture(actor, union):
    for title, category, on, heads, cost in EVENTS:
        activities.record(actor, union=union, title=title, category=category, on=on, unnamed=heads, cost=Decimal(cost))
    for name, quantity in THINGS:
        activities.buy(actor, union=union, name=name, quantity=quantity, bought_on=date(2021, 4, 2), place="工会活动室")
    for number, theme in enumerate(("学习工会法", "庆祝五一", "建党百年", "合格乡镇工会创建"), 1):
        publicity.issue(actor, union=union, theme=theme, on=date(2021, number * 3 - 1, 8), medium=Medium.BLACKBOARD)
    for title, copies in (("工人日报", 14), ("广西工人报", 20)):
        publicity.subscribe(actor, union=union, title=title, year=2022, copies=copies, on=date(2021, 11, 25))


def _donations(actor, union, staff):
    drive = finance.open_drive(
        actor, union=union, title="捐资助学", purpose="学校危房改造、添置课桌和修建围墙", opened_on=date(2021, 4, 10),
    )
    givers = iter(staff)
    for people_count, yuan in GIFTS:
        for _ in range(people_count):
            finance.donate(actor, drive, person=next(givers), amount=Decimal(yuan), on=date(2021, 4, 15))
    for what, yuan in (("危房改造", 2500), ("添置课桌", 900), ("修建围墙", 600)):
        finance.use(actor, drive, what=what, amount=Decimal(yuan), on=date(2021, 6, 20))
