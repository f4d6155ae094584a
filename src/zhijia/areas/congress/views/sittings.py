"""Pages of sittings: planned, noticed, papers handed out."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from zhijia.areas.congress import papers
from zhijia.areas.congress.actions import sittings as actions
from zhijia.areas.congress.filters.sittings import SittingFilters
from zhijia.areas.congress.forms import sittings as forms
from zhijia.areas.congress.queries import sittings
from zhijia.areas.congress.rules.kinds import Stage
from zhijia.areas.congress.tables import sittings as tables
from zhijia.areas.congress.views.showing import CRUMBS, EDIT, READ, a_sitting, here, step, to
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
    list_page,
)

DETAILS = ("on", "place", "topic", "chair", "recorder", "proposers")
STEPS = {
    Stage.PLANNED: (
        ("写议程", "agenda"), ("发会议通知", "give_notice"), ("材料已发出", "hand_out"), ("主席团", "preside"),
        ("更正", "correct"), ("取消会议", "cancel"),
    ),
    Stage.NOTICED: (
        ("开会", "convene"), ("签到码", "door"), ("材料已发出", "hand_out"), ("写议程", "agenda"), ("主席团", "preside"),
        ("更正", "correct"), ("取消会议", "cancel"),
    ),
    Stage.OPEN: (("闭会", "close"), ("签到码", "door"), ("写议程", "agenda"), ("更正", "correct")),
    Stage.CLOSED: (("公布决议", "publish"), ("报告上级", "report"), ("改纪要", "minute")),
    Stage.CANCELLED: (),
}


@needs(READ)
def all_sittings(request):
    """Every sitting."""
    buttons = (
        Button("筹备会议", "congress:plan", "primary", EDIT), Button("代表大会", "congress:congresses"),
        Button("代表名册", "congress:delegates"), Button("表决登记", "congress:votes"),
        Button("大会决议", "congress:resolutions"),
    )
    rows = sittings.sittings(request.actor)
    return list_page(request, rows, tables.SITTINGS, title="职代会会议", filters=SittingFilters, buttons=buttons, unit="次")


@needs(EDIT)
def plan(request):
    """Plan a sitting."""
    asked = request.GET.get("congress", "")
    given = {"congresses": [int(asked)] if asked.isdecimal() and len(asked) < 10 else []}
    form = forms.PlanForm(request.actor, request.POST or None, initial=given)
    return form_page(request, form, actions.plan, title="筹备会议", done=here, crumbs=CRUMBS, said="已筹备，请写议程。")


@needs(READ)
def sitting(request, pk):
    """One sitting: what to mind, chambers, agenda, papers, presidium, minutes, resolutions."""
    found = a_sitting(request, pk)
    return detail_page(
        request, title=found.title, facts=_facts(found), sections=_sections(request, found), buttons=_buttons(found),
        crumbs=CRUMBS, unit=str(found.union),
    )


def _facts(found):
    after = (("闭会日期", found.closed_on), ("决议公布", found.published_on), ("报告上级", found.reported_on))
    return (
        ("状态", f"{found.stage}{found.why and f'（{found.why}）'}"), ("性质", found.form), ("召开日期", found.on),
        ("地点", found.place), ("主持人", found.chair), ("记录人", found.recorder), ("中心议题", found.topic),
        ("通知日期", found.noticed_on), ("材料发出", found.papers_on and f"{found.papers_on}{'（迟发）' if found.late else ''}"),
        *(after if found.closed_on else ()),
    )


def _sections(request, found):
    actor = request.actor
    warnings = sittings.warnings(found, localdate())
    after = [
        Section("决议", table=tables.RESOLUTIONS, rows=sittings.resolutions(actor).filter(sitting=found), limit=None,
                empty="没有形成决议。"),
        Section("会议纪要", words=found.minutes, buttons=_words(found)),
    ]
    return [
        *([Section("请注意", words="\n".join(warnings))] if warnings else []),
        Section("应到和实到", table=tables.TURNOUT, rows=sittings.chambers(actor).filter(sitting=found), limit=None),
        Section("议程", table=tables.AGENDA, rows=sittings.items(actor).filter(sitting=found), limit=None),
        Section("会议材料", table=tables.HANDOUTS, rows=sittings.handouts(actor).filter(sitting=found), limit=None,
                buttons=[to("附材料", "attach", found)] if found.stage not in (Stage.CLOSED, Stage.CANCELLED) else []),
        Section("主席团", table=tables.PRESIDIUM, rows=found.presidium.select_related("delegate__person"), limit=None),
        *(after if found.stage == Stage.CLOSED else []),
    ]


def _buttons(found):
    done = {"publish": found.published_on, "report": found.reported_on}
    open_steps = [(label, name) for label, name in STEPS[Stage(found.stage)] if not done.get(name)]
    steps = [
        to(label, name, found, "primary" if not n else "danger" if name == "cancel" else "plain")
        for n, (label, name) in enumerate(open_steps)
    ]
    back = [to("撤回公布", "unpublish", found, "danger")] if found.published_on else []
    return [*steps, *back, Button("打印", "?print=1")]


def _words(found):
    return [
        Button(f"{label} Word", reverse(f"congress:word_{kind.replace('-', '_')}", args=[found.pk]), "plain", READ)
        for kind, (label, _) in papers.KINDS.items()
    ]


@needs(EDIT)
def correct(request, pk):
    """Correct a sitting."""
    found = a_sitting(request, pk)
    form = forms.DetailsForm(request.POST or None, initial={name: getattr(found, name) for name in DETAILS})
    return step(request, found, form, actions.correct, "更正")


@needs(EDIT)
def cancel(request, pk):
    """Call it off."""
    found = a_sitting(request, pk)
    return step(request, found, forms.WhyForm(request.POST or None), actions.cancel, "取消会议", danger=True, submit="取消会议")


@needs(EDIT)
def agenda(request, pk):
    """The agenda as a list."""
    found = a_sitting(request, pk)
    form = forms.AgendaForm(request.POST or None)
    note = sittings.usual_agenda(found)
    return step(request, found, form, actions.add_items, "写议程", done=("congress:sitting", pk), note=note)


@needs(EDIT)
def preside(request, pk):
    """The presidium."""
    found = a_sitting(request, pk)
    form = forms.PresidiumForm(request.actor, found, request.POST or None)
    return step(request, found, form, actions.preside, "主席团")


@needs(EDIT)
def give_notice(request, pk):
    """Notice was given."""
    found = a_sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return step(request, found, form, actions.give_notice, "发会议通知")


@needs(EDIT)
def hand_out(request, pk):
    """The papers went out."""
    found = a_sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return step(request, found, form, actions.hand_out, "材料已发出", note=sittings.papers_rule(found))


@needs(EDIT)
def attach(request, pk):
    """A paper for the delegates."""
    found = a_sitting(request, pk)
    form = forms.PaperForm(request.POST or None, request.FILES or None)
    return step(request, found, form, actions.attach, "附材料", done=("congress:sitting", pk))


@needs(READ)
def handout(request, pk):
    """A paper as a file."""
    return download(get_object_or_404(sittings.handouts(request.actor), pk=pk).file)


@needs(EDIT)
def detach(request, pk):
    """Take a paper away."""
    found = get_object_or_404(sittings.handouts(request.actor), pk=pk)
    return confirm_page(
        request, partial(actions.detach, handout=found), title="撤下材料", question=f"撤下“{found}”？", done=here, danger=True,
    )
