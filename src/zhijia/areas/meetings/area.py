"""The plate on the door: what the meetings room offers to the house."""

from zhijia.areas.meetings import queries
from zhijia.areas.meetings.figures import FIGURES
from zhijia.areas.meetings.sections import person_sections
from zhijia.core.org.powers import EVERYONE, LEADING, Power
from zhijia.core.periods import month
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem


def cards(actor, today):
    """What meetings still owe: resolutions past their day."""
    late = queries.late(actor, today=today).count()
    found = [Card("决议逾期未落实", late, "meetings:resolutions", "点开登记落实情况", urgent=True)]
    if actor.may("meetings.edit") and queries.team_ever(actor):
        this = month(today.year, today.month)
        left = queries.teams_without(actor, this.start, this.end).count()
        found.append(Card("本月还没开民管会的班组", left, "meetings:record", "班组民主管理会每月一次", due=str(this.end)))
    return [card for card in found if card.count]


AREA = Area(
    key="meetings",
    name="会议",
    powers=(
        Power("meetings.read", "看会议记录", EVERYONE),
        Power("meetings.edit", "登记会议", LEADING),
    ),
    menu=(
        MenuItem("会议", "meetings:meetings", "meetings.read", "做事"),
        MenuItem("决议落实", "meetings:resolutions", "meetings.read", "做事"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("会议记录", "meetings:meetings", "meetings.read"),
        Ledger("决议落实登记", "meetings:resolutions", "meetings.read"),
    ),
    personal={
        "meetings.Attendance.reason": Personal("请假的人", "说明没有到会的原因", "会议签到", "随会议记录长期", sensitive=True),
    },
    person_sections=person_sections,
)
