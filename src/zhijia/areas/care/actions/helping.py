"""What happens in 帮教 and 结对帮扶: someone is watched over, something is done, someone is released or paired."""

from zhijia.areas.care import rules
from zhijia.areas.care.actions.visits import home, on_roll, who
from zhijia.areas.care.models import Pair, Watch, WatchKind, WatchStep
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

WATCH, PAIR = "care.watch", "care.pair"


def watch(actor, *, union, person, on, reason, helper, kind=WatchKind.TROUBLED, home_code="") -> Watch:
    """Take someone into care (列为帮教对象), with the one who helps."""
    found = Watch(union=union, person=person, opened_on=on, reason=reason, helper=helper, kind=kind, home_code=home_code)
    with deed(actor, WATCH, found, what="列为帮教对象"):
        on_roll(union, person)
        found.home = home(union, who(union, person, person.name), home_code)
    return found


def take_step(actor, watch, *, kind, on, what="", by="", settled=False, settled_on=None) -> WatchStep:
    """Write down what was done: a talk, a job coordinated, a conflict settled. `settled`: it was solved that day."""
    step = WatchStep(watch=watch, kind=kind, on=on, what=what, by=by)
    with deed(actor, WATCH, step, what=f"帮教：{kind}"):
        if on < watch.opened_on:
            raise Refused(f"日期 {on} 早于列为帮教的日期 {watch.opened_on}，请核对。")
        if watch.released_on and on > watch.released_on:
            raise Refused(f"帮教已在 {watch.released_on} 解除，不能再添加以后的措施。")
        step.settled_on = settled_on or (on if settled else None)
    return step


def settle_step(actor, step, *, on) -> WatchStep:
    """What was begun is solved (已解决)."""
    with deed(actor, WATCH, step, what=f"帮教：{step.kind}已解决"):
        step.settled_on = on
    return step


def release(actor, watch, *, on, outcome) -> Watch:
    """Nothing to worry about any more (解除帮教)."""
    with deed(actor, WATCH, watch, what="解除帮教"):
        if watch.released_on:
            raise Refused(f"帮教已在 {watch.released_on} 解除。")
        last = watch.steps.order_by("-on").values_list("on", flat=True).first()
        if last and on < last:
            raise Refused(f"解除日期 {on} 早于最后一次措施的日期 {last}，请核对。")
        watch.released_on, watch.outcome = on, outcome
    return watch


def pair(actor, *, union, on, person=None, name="", helper=None, helper_name="", content="", home_code="") -> Pair:
    """Somebody stands by a household (结对)."""
    found = Pair(union=union, person=person, helper=helper, started_on=on, content=content, home_code=home_code)
    with deed(actor, PAIR, found, what="结对帮扶"):
        on_roll(union, person, helper)
        found.name = person.name if person else rules.plain_name(name)
        found.helper_name = helper.name if helper else rules.plain_name(helper_name)
        found.who = who(union, person, found.name)
        if not found.who:
            raise Refused("请写帮扶对象的姓名。")
        found.home = home(union, found.who, home_code)
    return found


def unpair(actor, pair, *, on, why, effect="") -> Pair:
    """A pair ends (解除结对), with the reason."""
    with deed(actor, PAIR, pair, what="解除结对帮扶"):
        if pair.ended_on:
            raise Refused(f"这一对已在 {pair.ended_on} 解除。")
        pair.ended_on, pair.ended_why, pair.effect = on, why, effect
    return pair

