"""Who came: by the list, at the door by code, and opening with a quorum."""

import secrets
from collections.abc import Iterable, Mapping

from zhijia.areas.congress.models import Attendance, Chamber, Sitting
from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.queries import sittings as queries
from zhijia.areas.congress.rules import sittings as rules
from zhijia.areas.congress.rules.kinds import Stage, step
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "congress.edit"
Coming = Attendance.Coming
DIGITS = 6


def sign_in(actor, chamber, *, came: Iterable, excused: Mapping | None = None) -> Chamber:
    """The sign-in list of a chamber: `came` are delegates, `excused` delegate → reason, everybody else was absent."""
    came, excused = {each.pk for each in came}, {each.pk: why for each, why in (excused or {}).items()}
    with deed(actor, POWER, chamber, what=f"签到：{chamber}"):
        _under_way(chamber.sitting)
        for delegate in bodies.seated(chamber.congress, chamber.sitting.on):
            coming = Coming.PRESENT if delegate.pk in came else Coming.EXCUSED if delegate.pk in excused else Coming.ABSENT
            _line(chamber, delegate, coming, excused.get(delegate.pk, "") if coming != Coming.PRESENT else "")
        _count(chamber)
    return chamber


def correct_line(actor, attendance, *, coming, reason="") -> Attendance:
    """Correct one line: 请假, 缺席 with the reason, or came after all."""
    with deed(actor, POWER, attendance, what=f"更正签到：{attendance.delegate}"):
        if coming != attendance.coming:
            _under_way(attendance.chamber.sitting)
        attendance.coming, attendance.reason = coming, reason
        attendance.save()
        with deed(actor, POWER, attendance.chamber, what=f"签到人数：{attendance.chamber}") as chamber:
            _count(chamber)
    return attendance


def show_code(actor, sitting, *, today) -> Sitting:
    """Show a fresh code at the door, good for today only."""
    with deed(actor, POWER, sitting, what=f"签到码：{sitting.short}"):
        _under_way(sitting)
        if sitting.on != today:
            raise Refused(f"签到码只在开会当天（{sitting.on}）有效，请当天再开。")
        sitting.door_code, sitting.door_on = "".join(secrets.choice("0123456789") for _ in range(DIGITS)), today
    return sitting


def sign_in_self(actor, chamber, *, code, today) -> Attendance:
    """A delegate signs in on the own phone with the code at the door; the query that gave the chamber was the gate."""
    sitting, delegate = chamber.sitting, queries.own_delegate(actor, chamber)
    if delegate is None:
        raise Refused("您不是这个大会的代表，不能签到。")
    if sitting.door_on != today or not secrets.compare_digest(code.strip().encode(), sitting.door_code.encode()):
        raise Refused("签到码不对或已过期，请看会场门口今天的签到码。")
    with deed(actor, POWER, chamber, what=f"本人签到：{chamber}", own=True):
        _under_way(sitting)
        line = _line(chamber, delegate, Coming.PRESENT, "", own=True)
        _count(chamber)
    return line


def convene(actor, sitting) -> Sitting:
    """Open the sitting: every chamber has its quorum, who has no line is absent."""
    with deed(actor, POWER, sitting, what=f"开会：{sitting.short}"):
        sitting.stage = step(sitting.stage, Stage.OPEN)
        share, source = queries.quorum(sitting)
        for chamber in sitting.chambers.select_related("congress", "sitting"):
            _all_listed(chamber)
            _count(chamber)
            if short := rules.short_of_quorum(str(chamber), chamber.entitled, chamber.present, share):
                raise Refused(f"{short}{source}")
            chamber.save()
    return sitting


def _all_listed(chamber):
    known = set(chamber.attendances.values_list("delegate_id", flat=True))
    for delegate in bodies.seated(chamber.congress, chamber.sitting.on).exclude(pk__in=known):
        _line(chamber, delegate, Coming.ABSENT, "")


def _line(chamber, delegate, coming, reason, *, own=False) -> Attendance:
    line = Attendance.objects.filter(chamber=chamber, delegate=delegate).first() or Attendance(chamber=chamber, delegate=delegate)
    line.coming, line.reason, line.own = coming, reason, own or (line.own and coming == Coming.PRESENT)
    line.save()
    return line


def _count(chamber):
    chamber.entitled = bodies.voters(chamber.congress, chamber.sitting.on).count()
    chamber.present = queries.present(chamber)


def _under_way(sitting):
    if sitting.stage not in (Stage.NOTICED, Stage.OPEN):
        raise Refused(f"这次会议{sitting.stage}，不能再签到。" + ("请先发会议通知。" if sitting.stage == Stage.PLANNED else ""))
