"""The deed of one step: in its order, on a day that can be, with the clock of the next one."""

from contextlib import contextmanager
from datetime import date

from zhijia.areas.members.actions.days import not_before, not_in_future
from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.models import Suggestion
from zhijia.areas.suggestions.rules import DATES, Stage
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

HANDLE = "suggestions.handle"


def days_of(suggestion: Suggestion) -> dict[str, date | None]:
    """The days of a suggestion by their names, with what was promised and when the posting ends."""
    return {name: getattr(suggestion, name) for name in (*DATES.values(), "due_on", "posted_until")}


@contextmanager
def step(actor, suggestion: Suggestion, wanted: Stage, on: date, *, power=HANDLE, own=False):
    """Take a suggestion one step on; what the step writes is written in the block."""
    not_in_future(on)
    with deed(actor, power, suggestion, what=f"{wanted}：{suggestion}", own=own):
        if not rules.may_follow(suggestion.stage, wanted):
            raise Refused(f"这件建议现在是“{suggestion.stage}”，不能办理“{wanted}”。")
        taken = days_of(suggestion)
        not_before(on, rules.latest(taken[name] for name in DATES.values()), "上一步的日期")
        suggestion.stage = wanted
        setattr(suggestion, DATES[wanted], on)
        yield suggestion
        set_clock(suggestion)


def set_clock(suggestion: Suggestion) -> None:
    """By when the next step is due, by the policy of the day the last one was taken."""
    stage, days = Stage(suggestion.stage), days_of(suggestion)
    suggestion.clock_on = rules.next_due(stage, days, queries.clocks(suggestion.union, days[DATES[stage]]))
