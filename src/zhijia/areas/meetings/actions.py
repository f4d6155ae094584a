"""What happens around a meeting: notice, opening, signing in, minutes, resolutions, follow-up."""

from zhijia.areas.meetings import rules
from zhijia.areas.meetings.models import Attendance, Coming, Meeting, Resolution
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def give_notice(actor, *, union, title, on, **details) -> Meeting:
    """Give notice of a meeting (会议通知)."""
    meeting = Meeting(union=union, title=title, on=on, **details)
    with deed(actor, "meetings.edit", meeting, what=f"会议通知：{title}"):
        return meeting


def record(actor, *, union, title, on, expected=None, present=None, **details) -> Meeting:
    """Record a meeting that was held."""
    meeting = Meeting(union=union, title=title, on=on, expected=expected, present=present, held=True, **details)
    with deed(actor, "meetings.edit", meeting, what=f"登记会议：{title}"):
        _within(meeting)
    return meeting


def hold(actor, meeting, *, expected=None, present=None, minutes="") -> Meeting:
    """The meeting took place; by list when there is one, by number otherwise."""
    with deed(actor, "meetings.edit", meeting, what=f"召开会议：{meeting.title}"):
        signed = meeting.attendances.count()
        came = meeting.attendances.filter(coming=Coming.PRESENT).count()
        meeting.held, meeting.minutes = True, minutes or meeting.minutes
        meeting.expected = signed if signed else expected
        meeting.present = came if signed else present
        _within(meeting)
    return meeting


def sign_in(actor, meeting, people, *, coming=Coming.PRESENT, reason="") -> Meeting:
    """Put people on the sign-in list, or change what their line says."""
    with deed(actor, "meetings.edit", meeting, what=f"签到：{meeting.title}"):
        for person in people:
            Attendance.objects.update_or_create(
                meeting=meeting, person=person, defaults={"coming": coming, "reason": reason}
            )
        if meeting.held:
            meeting.expected = meeting.attendances.count()
            meeting.present = meeting.attendances.filter(coming=Coming.PRESENT).count()
    return meeting


def minute(actor, meeting, *, minutes) -> Meeting:
    """Write or correct the minutes; the earlier text stays in the trail."""
    with deed(actor, "meetings.edit", meeting, what=f"会议纪要：{meeting.title}"):
        meeting.minutes = minutes
    return meeting


def resolve(actor, meeting, *, text, owner="", due=None, yes=None, no=None, abstain=None, posted_on=None) -> Resolution:
    """Write down what the meeting decided, with the hands raised (赞成、反对、弃权) where they were counted."""
    resolution = Resolution(
        meeting=meeting, text=text, owner=owner, due=due, yes=yes, no=no, abstain=abstain, posted_on=posted_on,
    )
    with deed(actor, "meetings.edit", resolution, what=f"会议决议：{text}"):
        if not meeting.held:
            raise Refused("会议还没有登记召开，不能先写决议。请先点“会议已召开”。")
        _counted(resolution, meeting)
    return resolution


def carry_out(actor, resolution, *, on, result) -> Resolution:
    """A resolution was carried out."""
    with deed(actor, "meetings.edit", resolution, what=f"决议落实：{resolution}"):
        if on < resolution.meeting.on:
            raise Refused("完成日期早于会议日期，请核对。")
        resolution.done_on, resolution.result = on, result
    return resolution


def _counted(resolution, meeting):
    """Hands that were counted are no more than people present, and what is written as decided was carried."""
    raised = rules.hands(resolution.yes, resolution.no, resolution.abstain)
    if meeting.present is not None and raised > meeting.present:
        raise Refused(f"赞成、反对、弃权合计 {raised} 人，多于实到 {meeting.present} 人，请核对。")
    if rules.carried(resolution.yes, meeting.present) is False:
        raise Refused(f"赞成 {resolution.yes} 人，没有超过实到 {meeting.present} 人的一半，不能写成决议；请记在会议纪要里。")


def _within(meeting):
    if rules.excess(meeting.expected, meeting.present):
        raise Refused(f"实到 {meeting.present} 人多于应到 {meeting.expected} 人，请核对。")
