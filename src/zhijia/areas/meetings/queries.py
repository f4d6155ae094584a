"""Which meetings an actor sees, and which rows figures count."""

from zhijia.areas.meetings.models import Attendance, Kind, Meeting, Resolution
from zhijia.core.org.models import Kind as UnionKind
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach


def visible(actor):
    """Meetings the actor may see."""
    return Meeting.objects.filter(reach(actor, "meetings.read")).select_related("union")


def attendances(actor, meeting):
    """The sign-in list of a meeting."""
    return Attendance.objects.filter(reach(actor, "meetings.read", "meeting__union"), meeting=meeting).select_related("person")


def attended_by(actor, person):
    """Meetings a person was on the list of."""
    return Attendance.objects.filter(reach(actor, "meetings.read", "meeting__union"), person=person).select_related(
        "meeting", "person"
    )


def resolutions(actor):
    """Resolutions of the meetings the actor may see."""
    return Resolution.objects.filter(reach(actor, "meetings.read", "meeting__union")).select_related("meeting", "meeting__union")


def late(actor, *, today):
    """Resolutions past their day and not carried out."""
    return resolutions(actor).filter(done_on=None, due__lt=today)


def held(unions, period):
    """Meetings held in the period."""
    return Meeting.objects.filter(union__in=unions, held=True, on__range=(period.start, period.end)).select_related("union")


def of_kind(kind):
    """Meetings of one kind held in the period, as a figure asks for them."""
    return lambda unions, period: held(unions, period).filter(kind=kind)


def teams_without(actor, start, end):
    """Groups (班组) within reach that held no meeting of the team (民管会) from day to day."""
    met = Meeting.objects.filter(kind=Kind.TEAM, held=True, on__range=(start, end)).values("union")
    teams = Union.objects.filter(reach(actor, "meetings.edit", at=""), kind=UnionKind.GROUP, dissolved_on=None)
    return teams.exclude(pk__in=met)


def team_ever(actor):
    """Whether team meetings are kept at all within reach: who never held one is not reminded of it."""
    return visible(actor).filter(kind=Kind.TEAM).exists()


def counted(unions, period):
    """Of those, the ones whose number of people present was written down."""
    return held(unions, period).exclude(present=None)


def decided(unions, period):
    """Resolutions of meetings held in the period."""
    return Resolution.objects.filter(
        meeting__union__in=unions, meeting__held=True, meeting__on__range=(period.start, period.end)
    ).select_related("meeting", "meeting__union")


def carried_out(unions, period):
    """Of those, the ones carried out."""
    return decided(unions, period).exclude(done_on=None)
