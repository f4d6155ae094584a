"""Pages of the meetings room."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.meetings import actions, forms, queries, tables
from zhijia.areas.meetings.filters import MeetingFilters, ResolutionFilters
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page

READ, EDIT = "meetings.read", "meetings.edit"
CRUMBS = (("会议", "meetings:meetings"),)


@needs(READ)
def meetings(request):
    """All meetings."""
    buttons = (Button("登记会议", "meetings:record", "primary", EDIT), Button("发会议通知", "meetings:give_notice", power=EDIT))
    return list_page(
        request, queries.visible(request.actor), tables.MEETINGS, title="会议", filters=MeetingFilters, buttons=buttons,
        unit="次",
    )


@needs(READ)
def meeting(request, pk):
    """One meeting: numbers, sign-in list, minutes, resolutions; `?print=1` is the minute sheet."""
    found = _meeting(request, pk)
    facts = (
        ("类别", found.kind), ("日期", found.on), ("地点", found.place), ("主持", found.chair), ("记录", found.recorder),
        ("应到", found.expected is not None and f"{found.expected} 人" or None),
        ("实到", found.present is not None and f"{found.present} 人" or None), ("议题", found.agenda),
    )
    mine = queries.resolutions(request.actor).filter(meeting=found)
    sections = [
        Section("会议纪要", words=found.minutes or "还没有纪要。"),
        Section("决议", table=tables.RESOLUTIONS, rows=mine, limit=None),
        Section("签到表", table=tables.ATTENDANCES, rows=queries.attendances(request.actor, found), limit=None),
    ]
    return detail_page(request, title=str(found), facts=facts, sections=sections, buttons=_buttons(found), crumbs=CRUMBS)


def _buttons(found):
    names = [("签到", "sign_in")]
    names += [("写纪要", "minute"), ("写决议", "resolve")] if found.held else [("会议已召开", "hold")]
    return [
        *(Button(label, reverse(f"meetings:{name}", args=[found.pk]), "primary" if i else "plain", EDIT)
          for i, (label, name) in enumerate(names)),
        Button("打印", "?print=1"),
    ]


@needs(EDIT)
def give_notice(request):
    """Give notice of a meeting."""
    form = forms.NoticeForm(request.actor, request.POST or None)
    return form_page(request, form, actions.give_notice, title="发会议通知", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def record(request):
    """Record a meeting that was held."""
    form = forms.RecordForm(request.actor, request.POST or None)
    return form_page(request, form, actions.record, title="登记会议", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def hold(request, pk):
    """The meeting took place."""
    found = _meeting(request, pk)
    form = forms.HoldForm(request.POST or None)
    return form_page(request, form, partial(actions.hold, meeting=found), title=f"已召开：{found}", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def sign_in(request, pk):
    """Put people on the sign-in list."""
    found = _meeting(request, pk)
    form = forms.SignInForm(request.actor, found, request.POST or None, initial={"coming": "到会"})
    return form_page(request, form, partial(actions.sign_in, meeting=found), title=f"签到：{found}", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def minute(request, pk):
    """Write the minutes."""
    found = _meeting(request, pk)
    form = forms.MinutesForm(request.POST or None, initial={"minutes": found.minutes})
    return form_page(request, form, partial(actions.minute, meeting=found), title=f"纪要：{found}", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def resolve(request, pk):
    """Write down a resolution."""
    found = _meeting(request, pk)
    form = forms.ResolutionForm(request.POST or None)
    act, done = partial(actions.resolve, meeting=found), ("meetings:meeting", pk)
    return form_page(request, form, act, title=f"决议：{found}", done=done, crumbs=CRUMBS)


@needs(READ)
def resolutions(request):
    """All resolutions, the nearest day first."""
    return list_page(
        request, queries.resolutions(request.actor), tables.RESOLUTIONS, title="决议落实", filters=ResolutionFilters, unit="件",
        buttons=(Button("会议", "meetings:meetings"),),
    )


@needs(EDIT)
def resolution(request, pk):
    """What became of a resolution."""
    found = get_object_or_404(queries.resolutions(request.actor), pk=pk)
    form = forms.CarryOutForm(request.POST or None, initial={"on": found.done_on, "result": found.result})
    act = partial(actions.carry_out, resolution=found)
    return form_page(request, form, act, title=f"落实：{found}", done="meetings:resolutions", crumbs=CRUMBS)


def _meeting(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def _here(meeting):
    return ("meetings:meeting", meeting.pk)
