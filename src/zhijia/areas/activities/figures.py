"""What the activities room counts."""

from zhijia.areas.activities import queries
from zhijia.areas.activities.models import SLUGS, Category, Session
from zhijia.areas.activities.tables import ACTIVITIES, CLUBS, ENTRIES, EQUIPMENT, SESSIONS
from zhijia.core.figures import Count, Distinct, Figure, Sum

POWER = "activities.read"


def _of(category):
    return lambda unions, period: queries.held(unions, period).filter(category=category)


def _kind(kind):
    return lambda unions, period: queries.sessions_in(unions, period).filter(kind=kind)


FIGURES = (
    Figure("activities.events", "举办文体活动", "场", queries.held, Count(), ACTIVITIES, POWER,
           "期内已举办的活动，按举办日期；计划中和取消的不算。", book=queries.held),
    Figure("activities.turns", "参加文体活动", "人次", queries.held, Sum("heads"), ACTIVITIES, POWER,
           "期内每场活动参加的人次相加：记名签到的加上只点了人数的。", book=queries.held),
    Figure("activities.people", "记名参加文体活动的职工", "人", queries.came, Distinct("person"), ENTRIES, POWER,
           "期内至少参加过一场的不同职工，每人只算一次；只点人数的场次不计入，全都只点了人数就是没有记录。"),
    Figure("activities.cost", "文体活动费用", "元", queries.costed, Sum("cost"), ACTIVITIES, POWER,
           "期内已举办活动登记的费用相加；没有登记费用的活动不计。", book=queries.costed),
    Figure("activities.prizes", "活动获奖", "人次", queries.prized, Count(), ENTRIES, POWER,
           "期内登记了名次的人次。", book=queries.held),
    Figure("activities.equipment", "添置文体用品", "件", queries.bought, Sum("quantity"), EQUIPMENT, POWER,
           "期内登记购置的文体用品件数。", book=queries.bought),
    Figure("activities.clubs", "协会和队伍", "个", queries.clubs_on, Count(), CLUBS, POWER,
           "期末存在的协会、队伍。", book=queries.all_clubs, moment=True),
    Figure("activities.classes", "举办培训班", "期", _kind(Session.Kind.CLASS), Count(), SESSIONS, POWER,
           "期内登记的培训班。", book=queries.sessions_in),
    Figure("activities.rehearsals", "组织排练", "次", _kind(Session.Kind.REHEARSAL), Count(), SESSIONS, POWER,
           "期内登记的排练。", book=queries.sessions_in),
    *(
        Figure(f"activities.turns.{slug}", f"参加{Category(category).value}", "人次", _of(category), Sum("heads"), ACTIVITIES,
               POWER, f"期内类别为“{Category(category).value}”的活动参加人次。", book=queries.held)
        for category, slug in SLUGS.items()
    ),
)
