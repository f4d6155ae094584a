"""Steps of an application to join (入会): 小组意见 → 委员会批准 → 张榜公布 → 发证 → 归档."""

from datetime import date, timedelta

APPLIED, GROUP, APPROVED, POSTED, CARD, FILED = (
    "已申请",
    "小组同意",
    "委员会批准",
    "张榜公布",
    "已发证",
    "已归档",
)
REFUSED, WITHDRAWN = "未批准", "已撤回"

FOLLOWS = {
    APPLIED: (GROUP, REFUSED, WITHDRAWN),
    GROUP: (APPROVED, REFUSED, WITHDRAWN),
    APPROVED: (POSTED,),
    POSTED: (CARD,),
    CARD: (FILED,),
    FILED: (),
    REFUSED: (),
    WITHDRAWN: (),
}
RUNNING = tuple(stage for stage, following in FOLLOWS.items() if following)


def following(stage: str, *, in_group: bool) -> tuple[str, ...]:
    """Stages that may come next; someone who belongs to no group (小组) goes straight to the committee."""
    if stage == APPLIED and not in_group:
        return (APPROVED, REFUSED, WITHDRAWN)
    return FOLLOWS[stage]


def posted_until(posted_on: date, days: int) -> date:
    """The last day a list of new members hangs on the wall; the day it goes up counts."""
    return posted_on + timedelta(days=days - 1)


def card_allowed(posted_until: date, on: date) -> bool:
    """A card may be given once the list has hung for its days."""
    return on > posted_until


def old_enough(birth: date | None, on: date, years: int) -> bool:
    """Whether someone had turned `years` by that day; an unknown birthday bars nobody."""
    return birth is None or (birth.year + years, birth.month, birth.day) <= (on.year, on.month, on.day)
