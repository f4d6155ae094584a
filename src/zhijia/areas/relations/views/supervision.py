"""Pages of supervision (劳动法律监督)."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.relations import actions, filters, queries
from zhijia.areas.relations.forms import supervision as forms
from zhijia.areas.relations.forms.asking import NamedForm
from zhijia.areas.relations.papers import supervision as papers
from zhijia.areas.relations.queries.cases import SUPERVISE
from zhijia.areas.relations.rules.supervision import Stage
from zhijia.areas.relations.tables import supervision as tables
from zhijia.areas.relations.tables.letters import stage
from zhijia.areas.relations.views.showing import act, at, seen, step, to, today, up, void
from zhijia.core.org.web import needs
from zhijia.kit.formats import moment
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, word_page

GROUP = "supervision"
PAPERS = {
    "opinion": ("劳动法律监督意见书", papers.opinion, "issued_on"),
    "proposal": ("劳动法律监督建议书", papers.proposal, "proposed_on"),
    "notice": ("不予受理告知书", papers.notice, "declined_on"),
}
STEPS = {
    Stage.COMPLAINED: (("去检查", "inspect", "primary"), ("不受理", "decline", "plain")),
    Stage.INSPECTED: (("发意见书", "issue", "primary"), ("没有问题，办结", "close_matter", "plain")),
    Stage.ISSUED: (("登记答复", "employer_answers", "primary"), ("提请政府处理", "propose", "plain")),
    Stage.ANSWERED: (("办结", "close_matter", "primary"), ("提请政府处理", "propose", "plain")),
    Stage.PROPOSED: (("办结", "close_matter", "primary"), ("登记答复", "employer_answers", "plain")),
}


@needs(SUPERVISE)
def matters(request):
    """The register (劳动法律监督登记)."""
    buttons = (
        Button("登记检查", "relations:inspect_visit", "primary", SUPERVISE),
        Button("登记投诉", "relations:complain", power=SUPERVISE),
    )
    return list_page(
        request, queries.supervision.visible(request.actor), tables.MATTERS, title="劳动法律监督", filters=filters.MatterFilters,
        buttons=buttons, unit="件",
    )


@needs(SUPERVISE)
def matter(request, pk):
    """One matter, whole: looking leaves a trace."""
    found = _matter(request, pk)
    page = partial(
        detail_page, request, title=str(found), facts=_facts(found), buttons=_buttons(found), sections=[_papers(found)],
        crumbs=up("matters"),
    )
    return seen(request, [found], GROUP, "办理劳动法律监督", page)


def _facts(found):
    complained = (("投诉人", found.complainant or "匿名"), ("投诉内容", found.complaint)) if found.notice_due_on else ()
    return (
        ("来源", found.origin), ("日期", found.on), ("用人单位", found.employer), *complained,
        ("进度", f"{stage(found)} {tables.matter_clock(found)}".strip()),
        *((("不受理", f"{found.declined_on} {found.declined_why}"),) if found.declined_on else ()),
        ("检查", f"{found.inspected_on or ''} {found.inspectors}".strip()), ("发现的问题", found.finding),
        ("意见书", f"{found.letter_number} {found.issued_on or ''} {found.signed_by}".strip()), ("监督意见", found.demand),
        ("答复期限", found.answer_due_on), ("单位答复", f"{found.answered_on or ''} {found.answer}".strip()),
        ("已改正", found.corrected if found.answered_on else None),
        ("提请政府处理", f"{found.proposed_on or ''} {found.proposed_to}".strip()),
        ("办结", f"{found.closed_on or ''} {found.result}".strip()),
        ("登记时间", moment(found.recorded_at)),
        *((("作废", f"{found.voided_on} {found.void_why}"),) if found.voided_on else ()),
    )


def _papers(found) -> Section:
    """The papers there are by now, each as Word."""
    ready = [(key, name) for key, (name, _, field) in PAPERS.items() if getattr(found, field)]
    return Section("文书（Word）", buttons=[
        Button(name, reverse("relations:matter_word", args=[found.pk, key])) for key, name in ready
    ], words="" if ready else "发出意见书后可以下载。")


def _buttons(found):
    if found.voided_on:
        return
    for label, name, kind in STEPS.get(found.stage, ()):
        yield to(label, name, found, SUPERVISE, kind)
    yield to("更正", "correct_matter", found, SUPERVISE)
    yield to("作废", "void_matter", found, SUPERVISE, "danger")


@needs(SUPERVISE)
def complain(request):
    """Take a complaint in."""
    form = forms.ComplainForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.supervision.complain, title="登记投诉", done=at("matter"), crumbs=up("matters"),
        said="已登记。不受理的，要在期限内书面告知。",
    )


@needs(SUPERVISE)
def inspect_visit(request):
    """Write down a routine inspection."""
    form = forms.VisitForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.supervision.visit, title="登记检查", done=at("matter"), crumbs=up("matters"), said="已登记。"
    )


@needs(SUPERVISE)
def correct_matter(request, pk):
    """Put a matter right; the form shows it, so that opening it leaves a trace."""
    found = _matter(request, pk)
    names = ("on", "employer", "complaint", "finding", "demand")
    form = forms.CorrectForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    correct = partial(actions.cases.correct, power=SUPERVISE)
    page = partial(act, request, found, "matter", form, correct, "更正")
    return seen(request, [found], GROUP, "更正劳动法律监督", page)


@needs(SUPERVISE)
def matter_word(request, pk, paper):
    """One paper of supervision in Word."""
    found = _matter(request, pk)
    name, write, field = PAPERS.get(paper, ("", None, "voided_on"))
    if write is None or not getattr(found, field):
        raise Http404
    return seen(request, [found], GROUP, f"下载{name}", lambda: word_page(write(found), f"{name} {found.number}"))


def _matter(request, pk):
    return get_object_or_404(queries.supervision.visible(request.actor), pk=pk)


matter_step = partial(step, SUPERVISE, _matter, "matter")
decline = matter_step("不受理投诉", forms.DeclineForm, actions.supervision.decline)
inspect = matter_step("检查", forms.InspectForm, actions.supervision.inspect)
issue = matter_step("发出监督意见书", forms.IssueForm, actions.supervision.issue)
employer_answers = matter_step("登记单位答复", forms.EmployerForm, actions.supervision.answer)
propose = matter_step("提请政府处理", NamedForm, actions.supervision.propose)
close_matter = matter_step("办结", forms.CloseForm, actions.supervision.close)
void_matter = void(SUPERVISE, _matter, "matter")
