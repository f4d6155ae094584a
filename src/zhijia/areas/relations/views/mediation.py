"""Pages of mediation (劳动争议调解)."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.relations import actions, filters, queries
from zhijia.areas.relations.forms import mediation as forms
from zhijia.areas.relations.papers import mediation as papers
from zhijia.areas.relations.queries.cases import HANDLE
from zhijia.areas.relations.rules.mediation import Stage, days_taken
from zhijia.areas.relations.tables import mediation as tables
from zhijia.areas.relations.tables.letters import stage
from zhijia.areas.relations.views.showing import act, at, seen, step, to, today, up, void, warned
from zhijia.core.org.web import needs
from zhijia.kit.formats import moment
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, word_page

GROUP = "mediation"
PAPERS = {
    "application": ("调解申请书", papers.application, "received_on"),
    "acceptance": ("受理通知书", papers.acceptance, "accepted_on"),
    "refusal": ("不予受理通知书", papers.refusal, "refused_on"),
}
ENDINGS = {Stage.SETTLED: ("调解协议书", papers.agreement), Stage.ENDED: ("终止调解通知书", papers.ending)}


@needs(HANDLE)
def disputes(request):
    """The ledger (劳动争议台账)."""
    buttons = (Button("登记调解申请", "relations:apply", "primary", HANDLE),)
    return list_page(
        request, queries.mediation.visible(request.actor), tables.DISPUTES, title="劳动争议调解",
        filters=filters.DisputeFilters, buttons=buttons, unit="件",
    )


@needs(HANDLE)
def dispute(request, pk):
    """One dispute, whole: looking leaves a trace."""
    found = _dispute(request, pk)
    hearings = Section("笔录", table=tables.HEARINGS, rows=queries.mediation.hearings(found), limit=None)
    page = partial(
        detail_page, request, title=str(found), facts=_facts(found), buttons=_buttons(found), crumbs=up("disputes"),
        sections=(*warned(queries.mediation.warnings(request.actor, found)), _papers(found), hearings),
    )
    return seen(request, [found], GROUP, "办理劳动争议调解", page)


def _facts(found):
    days = days_taken(found.received_on, found.closed_on)
    return (
        ("申请人", found.applicant), ("推举的代表", found.representatives), ("对方", found.respondent), ("事由", found.topic),
        ("收到申请", f"{found.received_on}{'（口头，当场记录）' if found.oral else ''}"), ("请求和理由", found.claim),
        ("进度", f"{stage(found)} {tables.dispute_clock(found)}".strip()), ("受理期限", found.accept_due_on),
        ("受理日", found.accepted_on), ("调解员", found.mediators), ("调解期限", found.due_on),
        *((("双方同意延长到", found.extended_until),) if found.extended_until else ()),
        *((("不受理", f"{found.refused_on} {found.refused_why}"),) if found.refused_on else ()),
        ("结案日", found.closed_on and f"{found.closed_on}（{days} 天）"), ("协议或结案情况", found.outcome),
        ("登记时间", moment(found.recorded_at)),
        *((("作废", f"{found.voided_on} {found.void_why}"),) if found.voided_on else ()),
    )


def _papers(found) -> Section:
    """The papers there are by now, each as Word."""
    ready = [(key, name) for key, (name, _, field) in PAPERS.items() if getattr(found, field)]
    ready += [("ending", ENDINGS[found.stage][0])] if found.stage in ENDINGS else []
    buttons = [Button(name, reverse("relations:dispute_word", args=[found.pk, key])) for key, name in ready]
    return Section("文书（Word）", buttons=buttons)


def _buttons(found):
    if found.voided_on:
        return
    if found.stage == Stage.APPLIED:
        yield to("受理", "accept", found, HANDLE, "primary")
        yield to("不受理", "refuse", found, HANDLE)
    if found.stage == Stage.ACCEPTED:
        yield to("记笔录", "hear", found, HANDLE, "primary")
        yield to("达成协议", "settle", found, HANDLE)
        yield to("终止调解", "end_mediation", found, HANDLE)
        yield to("延长期限", "extend", found, HANDLE)
    if found.stage in (Stage.APPLIED, Stage.ACCEPTED):
        yield to("撤回申请", "withdraw", found, HANDLE)
    yield to("更正", "correct_dispute", found, HANDLE)
    yield to("作废", "void_dispute", found, HANDLE, "danger")


@needs(HANDLE)
def apply(request):
    """Take an application in."""
    form = forms.ApplyForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.mediation.take_down, title="登记调解申请", done=at("dispute"), crumbs=up("disputes"),
        said="已登记。下一步：受理或不受理。",
    )


@needs(HANDLE)
def accept(request, pk):
    found = _dispute(request, pk)
    committee = queries.mediation.mediators(request.actor, found.union, found.received_on)
    form = forms.AcceptForm(committee, request.POST or None, initial=today())
    return act(request, found, "dispute", form, actions.mediation.accept, "受理")


@needs(HANDLE)
def correct_dispute(request, pk):
    """Put a dispute right; the form shows it, so that opening it leaves a trace."""
    found = _dispute(request, pk)
    names = ("received_on", "person", "name", "respondent", "topic", "claim", "heads", "mediators")
    form = forms.CorrectForm(request.actor, request.POST or None, initial={name: getattr(found, name) for name in names})
    page = partial(act, request, found, "dispute", form, actions.mediation.correct, "更正")
    return seen(request, [found], GROUP, "更正劳动争议", page)


@needs(HANDLE)
def dispute_word(request, pk, paper):
    """One paper of a dispute in Word."""
    found = _dispute(request, pk)
    if paper == "ending" and found.stage in ENDINGS:
        name, write = ENDINGS[found.stage]
    elif paper in PAPERS and getattr(found, PAPERS[paper][2]):
        name, write, _ = PAPERS[paper]
    else:
        raise Http404
    return seen(request, [found], GROUP, f"下载{name}", lambda: word_page(write(found), f"{name} {found.number}"))


@needs(HANDLE)
def hearing_word(request, pk):
    """A hearing record in Word."""
    found = get_object_or_404(queries.mediation.all_hearings(request.actor), pk=pk)
    name = f"{found.kind} {found.dispute.number}"
    return seen(request, [found.dispute], GROUP, f"下载{found.kind}", lambda: word_page(papers.record(found), name))


def _dispute(request, pk):
    return get_object_or_404(queries.mediation.visible(request.actor), pk=pk)


dispute_step = partial(step, HANDLE, _dispute, "dispute")
refuse = dispute_step("不受理", forms.RefuseForm, actions.mediation.refuse)
hear = dispute_step("记笔录", forms.HearForm, actions.mediation.hear)
extend = dispute_step("延长调解期限", forms.ExtendForm, actions.mediation.extend)
settle = dispute_step("达成协议", forms.SettleForm, actions.mediation.settle)
end_mediation = dispute_step("终止调解", forms.EndForm, actions.mediation.end)
withdraw = dispute_step("撤回申请", forms.EndForm, actions.mediation.withdraw)
void_dispute = void(HANDLE, _dispute, "dispute")
