"""What happens in the activities room: plan, sign up, hold, record results, lend."""

from django.db.models import Q

from zhijia.areas.activities import queries, rules
from zhijia.areas.activities.models import Activity, Club, Entry, Equipment, Loan, Part, Session
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def plan(actor, *, union, title, on, **details) -> Activity:
    """Plan an activity."""
    activity = Activity(union=union, title=title, on=on, **details)
    with deed(actor, "activities.edit", activity, what=f"安排活动：{title}"):
        return activity


def record(actor, *, union, title, on, unnamed=0, **details) -> Activity:
    """Record an activity that was held, with the heads that were only counted (未记名人数)."""
    activity = Activity(union=union, title=title, on=on, unnamed=unnamed, held=True, heads=unnamed, **details)
    with deed(actor, "activities.edit", activity, what=f"登记活动：{title}"):
        return activity


def correct(actor, activity, **changes) -> Activity:
    """Correct an activity; its heads follow."""
    with deed(actor, "activities.edit", activity, what=f"更正活动：{activity.title}"):
        for name, value in changes.items():
            setattr(activity, name, value)
        _count(activity)
    return activity


def sign_up(actor, activity, people, *, own=False) -> list[Entry]:
    """Put people on the list; those on it already stay as they are, those who withdrew come back."""
    with deed(actor, "activities.edit", activity, what=f"报名：{activity.title}", own=own):
        if activity.held or activity.cancelled:
            raise Refused("活动已经举办或取消，不能再报名；要补记参加的人，请在签到处登记。")
        known = {entry.person_id: entry for entry in activity.entries.all()}
        active = sum(entry.state == Part.SIGNED for entry in known.values())
        new = [p for p in people if p.pk not in known or known[p.pk].state == Part.WITHDREW]
        left = rules.room_left(activity.limit, active)
        if left is not None and len(new) > left:
            raise Refused(f"名额 {activity.limit} 人，还剩 {left} 个，这次有 {len(new)} 人。")
        return [_put(activity, person, Part.SIGNED) for person in new]


def withdraw(actor, entry, *, own=False) -> Entry:
    """Take a name off the list; the line stays and says so."""
    with deed(actor, "activities.edit", entry, what=f"退出报名：{entry.activity}", own=own):
        entry.state = Part.WITHDREW
    return entry


def hold(actor, activity, *, came, unnamed=0, cost=None, summary="") -> Activity:
    """The activity took place: who came by name, how many more were only counted."""
    with deed(actor, "activities.edit", activity, what=f"举办活动：{activity.title}"):
        if activity.cancelled:
            raise Refused("这项活动已经取消；要登记请另立一项。")
        for person in came:
            _put(activity, person, Part.CAME)
        activity.entries.filter(state=Part.SIGNED).update(state=Part.ABSENT)
        activity.held, activity.unnamed, activity.cost, activity.summary = True, unnamed, cost, summary
        _count(activity)
    return activity


def cancel(actor, activity, *, why) -> Activity:
    """Call an activity off; it stays on record with the reason."""
    with deed(actor, "activities.edit", activity, what=f"取消活动：{activity.title}"):
        if activity.held:
            raise Refused("活动已经举办，不能取消。")
        activity.cancelled, activity.summary = True, why
    return activity


def award(actor, entry, *, result, prize=None) -> Entry:
    """Write down a result (名次) and the prize."""
    with deed(actor, "activities.edit", entry, what=f"登记成绩：{entry.activity}"):
        if entry.state != Part.CAME:
            raise Refused(f"{entry.person} 没有参加记录，请先登记参加。")
        entry.result, entry.prize = result, prize
    return entry


def found_club(actor, *, union, name, founded_on, leader="") -> Club:
    """Found a club or team."""
    club = Club(union=union, name=name, founded_on=founded_on, leader=leader)
    with deed(actor, "activities.edit", club, what=f"成立：{name}"):
        return club


def record_session(actor, *, union, title, on, kind=Session.Kind.CLASS, **details) -> Session:
    """Record a class or rehearsal."""
    session = Session(union=union, title=title, on=on, kind=kind, **details)
    with deed(actor, "activities.edit", session, what=f"登记{kind}：{title}"):
        return session


def buy(actor, *, union, name, quantity, bought_on, **details) -> Equipment:
    """Record equipment bought."""
    thing = Equipment(union=union, name=name, quantity=quantity, bought_on=bought_on, **details)
    with deed(actor, "activities.edit", thing, what=f"购置：{name}"):
        return thing


def lend(actor, equipment, *, person, on, quantity=1) -> Loan:
    """Lend equipment that is on the shelf."""
    loan = Loan(equipment=equipment, person=person, lent_on=on, quantity=quantity)
    with deed(actor, "activities.edit", loan, what=f"借出：{equipment}"):
        free = rules.free_to_lend(equipment.quantity, queries.lent_out(equipment))
        if quantity > free:
            raise Refused(f"{equipment} 现有 {free} 件可借，不够 {quantity} 件。")
    return loan


def give_back(actor, loan, *, on) -> Loan:
    """Equipment comes back."""
    with deed(actor, "activities.edit", loan, what=f"归还：{loan.equipment}"):
        loan.returned_on = on
    return loan


def _put(activity, person, state) -> Entry:
    entry, _ = Entry.objects.update_or_create(activity=activity, person=person, defaults={"state": state})
    return entry


def _count(activity):
    if activity.held:
        activity.heads = activity.unnamed + activity.entries.filter(Q(state=Part.CAME)).count()
