"""What the meetings room counts."""

from zhijia.areas.meetings import queries
from zhijia.areas.meetings.models import Kind
from zhijia.areas.meetings.tables import MEETINGS, RESOLUTIONS
from zhijia.core.figures import Count, Figure, Sum

POWER = "meetings.read"
FIGURES = (
    Figure("meetings.held", "召开会议", "次", queries.held, Count(), MEETINGS, POWER,
           "期内已召开的会议，按召开日期；只发了通知的不算。", book=queries.held),
    *(
        Figure(f"meetings.{slug}", label, "次", queries.of_kind(kind), Count(), MEETINGS, POWER,
               f"期内已召开的{kind}，按召开日期。", book=queries.held)
        for slug, label, kind in (
            ("committee", "召开工会委员会会议", Kind.COMMITTEE), ("team", "召开班组民管会", Kind.TEAM),
            ("life", "召开民主生活会", Kind.LIFE), ("talks", "召开座谈会", Kind.TALK),
        )
    ),
    Figure("meetings.attended", "参加会议", "人次", queries.counted, Sum("present"), MEETINGS, POWER,
           "期内各次会议实到人数相加；没有登记实到人数的会议不计。", book=queries.counted),
    Figure("meetings.resolutions", "形成决议", "件", queries.decided, Count(), RESOLUTIONS, POWER,
           "期内会议形成的决议。", book=queries.held),
    Figure("meetings.resolutions_done", "落实决议", "件", queries.carried_out, Count(), RESOLUTIONS, POWER,
           "期内会议形成、现已登记完成的决议。", book=queries.decided),
)
