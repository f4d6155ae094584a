"""A delegate's own proposals, wide as a phone: raise, second, change, take back, say what one thinks of the reply."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.actions import proposals_handling as handling
from zhijia.areas.congress.forms import proposals as forms
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import OPEN, Part, Stage
from zhijia.areas.congress.tables import proposals as tables
from zhijia.areas.congress.views.proposals import facts, whole
from zhijia.core.org.web import for_known
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page

MINE = (("我的提案", "congress:my_proposals"),)


@for_known
def my_proposals(request):
    """Calls I may answer, and the proposals I raised, seconded or am asked to second."""
    calls = queries.my_calls(request.actor, timezone.localdate())
    sections = [
        Section("正在征集", table=tables.CALLS, rows=calls),
        Section("我提出、附议的提案", table=tables.MINE, rows=queries.mine(request.actor), limit=100),
    ]
    buttons = (Button("提案办理结果", "congress:proposal_results"),)
    return detail_page(request, title="我的提案", sections=sections, buttons=buttons)


@for_known
def proposal_results(request):
    """Results my union made known."""
    rows = queries.published(request.actor)
    return list_page(request, rows, tables.RESULTS, title="提案办理结果", searches=queries.named, crumbs=MINE, unit="件")


@for_known
def my_propose(request, pk):
    """Raise a proposal of one's own."""
    found = get_object_or_404(queries.my_calls(request.actor, timezone.localdate()), pk=pk)
    form = forms.MyProposeForm(found, request.POST or None)
    act = partial(actions.propose_own, collection=found)
    note = f"征集截止 {found.deadline}。附议人也会在自己的页面上看到，签了名才算。{found.note}"
    return form_page(request, form, act, title="提出提案", done=_here, crumbs=MINE, said="已提出，请附议人签名。", note=note)


@for_known
def my_proposal(request, pk):
    """A proposal I am part of."""
    found = _mine(request, pk)
    signer = queries.my_parts(request.actor).get(proposal=found)
    return detail_page(
        request, title=str(found), facts=facts(found), sections=whole(found), buttons=_steps(found, signer), crumbs=MINE,
        unit=str(found.union),
    )


def _steps(found, signer):
    """What I may do with it now."""
    steps, open_ = [], found.stage in OPEN
    if signer.part == Part.SECONDER and not signer.signed_on and open_:
        steps += [("附议", "my_second", "primary"), ("不附议", "my_decline", "plain")]
    if signer.part == Part.PROPOSER and found.stage in (Stage.GATHERING, Stage.RETURNED):
        steps.append(("请人附议", "my_ask", "primary"))
    if signer.part == Part.PROPOSER and open_:
        steps += [("修改", "my_amend", "plain"), ("撤回", "my_withdraw", "danger")]
    if signer.signed_on and (found.into or found).stage in (Stage.ANSWERED, Stage.SECOND):
        steps.append(("评价答复", "my_rate", "primary"))
    return [Button(label, reverse(f"congress:{name}", args=[found.pk]), kind) for label, name, kind in steps]


@for_known
def my_second(request, pk):
    """Second a proposal one was named in."""
    return _answer(request, pk, actions.second, "附议", "同意附议", "已附议。")


@for_known
def my_decline(request, pk):
    """Say that one will not second it."""
    return _answer(request, pk, actions.decline, "不附议", "不附议", "已回复。")


def _answer(request, pk, act, title, submit, said):
    """One question to someone asked to second."""
    found = _mine(request, pk)
    signer = get_object_or_404(queries.my_parts(request.actor), proposal=found, part=Part.SECONDER, signed_on=None)
    question = f"“{found.matter}”\n理由：{found.reason}\n建议：{found.measures}\n{title}？"
    return confirm_page(
        request, partial(act, signer=signer), title=title, question=question, submit=submit, said=said,
        done="congress:my_proposals", crumbs=MINE,
    )


@for_known
def my_amend(request, pk):
    """Change the words of one's own proposal."""
    found = _raised(request, pk)
    initial = {name: getattr(found, name) for name in ("matter", "kind", "reason", "measures")}
    form = forms.TextForm(found.collection, request.POST or None, initial=initial)
    act = partial(actions.amend, proposal=found, own=True)
    return form_page(request, form, act, title="修改提案", done=_here, crumbs=MINE)


@for_known
def my_ask(request, pk):
    """Ask more people to second."""
    found = _raised(request, pk)
    form = forms.SecondersForm(found.collection, request.POST or None)
    act = partial(actions.add_seconders, proposal=found, own=True)
    return form_page(request, form, act, title="请人附议", done=_here, crumbs=MINE, said="已请他们附议。")


@for_known
def my_withdraw(request, pk):
    """Take one's own proposal back."""
    found = _raised(request, pk)
    form = forms.WhyForm(request.POST or None)
    act = partial(actions.withdraw, proposal=found, own=True)
    return form_page(request, form, act, title="撤回提案", done=_here, crumbs=MINE, said="已撤回。", danger=True)


@for_known
def my_rate(request, pk):
    """Say what one thinks of the reply, also of the reply to the proposal it was merged into."""
    found = _mine(request, pk)
    signer = queries.my_parts(request.actor).get(proposal=found)
    form = forms.MyRateForm(request.POST or None)
    act = partial(handling.rate, proposal=found.into or found, signer=signer, own=True)
    return form_page(
        request, form, act, title="评价答复", done=("congress:my_proposal", pk), crumbs=MINE, said="已评价。",
        note="“不满意”会请承办部门当面沟通，再办理一次。",
    )


def _mine(request, pk):
    return get_object_or_404(queries.mine(request.actor), pk=pk)


def _raised(request, pk):
    return get_object_or_404(queries.my_raised(request.actor), pk=pk)


def _here(proposal):
    return ("congress:my_proposal", proposal.pk)
