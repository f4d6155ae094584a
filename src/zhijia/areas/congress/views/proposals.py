"""Pages on which the office handles proposals."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.congress import proposals_paper as paper
from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.actions import proposals_handling as handling
from zhijia.areas.congress.filters.proposals import ProposalFilters
from zhijia.areas.congress.forms import proposals as forms
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import OPEN, REVIEWED, Stage
from zhijia.areas.congress.tables import proposals as tables
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, print_page, word_page

READ, EDIT = queries.READ, queries.EDIT
ALL = (("提案", "congress:proposals"),)
CALLS = (*ALL, ("征集", "congress:collections"))


@needs(READ)
def proposals(request):
    """All proposals."""
    buttons = (
        Button("登记提案", "congress:collections", "primary", EDIT),
        Button("导入提案登记表", "congress:import_proposals", power=EDIT),
        Button("征集", "congress:collections"), Button("提案处理登记簿", "congress:proposal_book"),
    )
    return list_page(
        request, queries.visible(request.actor), tables.PROPOSALS, title="提案", filters=ProposalFilters, buttons=buttons,
        searches=queries.named, unit="件",
    )


@needs(READ)
def proposal_book(request):
    """The customary book (提案处理登记簿)."""
    rows = queries.visible(request.actor)
    return list_page(request, rows, tables.BOOK, title="提案处理登记簿", searches=queries.named, crumbs=ALL, unit="件")


@needs(EDIT)
def overdue_proposals(request):
    """Proposals whose term is over."""
    rows = queries.overdue(request.actor, timezone.localdate())
    return list_page(
        request, rows, tables.PROPOSALS, title="超过期限的提案", searches=queries.named, crumbs=ALL, unit="件",
        empty="没有超过期限的提案。",
    )


@needs(READ)
def collections(request):
    """Calls for proposals."""
    buttons = (Button("发征集通知", "congress:call", "primary", EDIT),)
    return list_page(
        request, queries.collections(request.actor), tables.COLLECTIONS, title="提案征集", buttons=buttons, crumbs=ALL, unit="次",
    )


@needs(EDIT)
def call(request):
    """Call for proposals."""
    form = forms.CallForm(request.actor, request.POST or None)
    return form_page(request, form, actions.call, title="发征集通知", done=_to_call, crumbs=CALLS, said="已发出，可以提案了。")


@needs(READ)
def collection(request, pk):
    """One call and its proposals."""
    found = _call(request, pk)
    facts = (
        ("大会", found.congress), ("主题", found.theme), ("征集", f"{found.since or '（没有记录）'} 至 {found.deadline}"),
        ("要求", found.note), *([("延期原因", found.extended)] if found.extended else []), ("收到", f"{found.count} 件"),
        ("办理结果公布", found.published_on),
        ("向大会报告", found.reported_on and f"{found.reported_on} {found.reported_to}"), ("先进承办单位", found.best_units),
    )
    rows = Section("提案", table=tables.PROPOSALS, rows=queries.calls_proposals(found), limit=200)
    return detail_page(request, title=f"{found}", facts=facts, sections=[rows], buttons=_call_buttons(found), crumbs=CALLS)


def _call_buttons(found):
    publish = ("撤下公布", "withdraw_results") if found.published_on else ("公布办理结果", "publish_proposals")
    steps = (("登记提案", "propose", "primary"), ("延长征集", "extend_call"), publish, ("向大会报告", "report_proposals"),
             ("评先进承办单位", "commend_units"))
    open_to_all = [Button("打印汇编", reverse("congress:print_proposals", args=[found.pk])),
                   Button("提案汇编（Word）", reverse("congress:word_proposals", args=[found.pk]))]
    return [*(_button(found, *each) for each in steps), *open_to_all]


def _button(record, label, name, kind="plain"):
    return Button(label, reverse(f"congress:{name}", args=[record.pk]), kind, EDIT)


@needs(EDIT)
def extend_call(request, pk):
    """A later deadline."""
    found = _call(request, pk)
    form = forms.ExtendForm(request.POST or None)
    act = partial(actions.extend, collection=found)
    return form_page(request, form, act, title=f"延长：{found}", done=_to_call, crumbs=CALLS)


@needs(EDIT)
def propose(request, pk):
    """Enter a proposal that came in on paper."""
    found = _call(request, pk)
    form = forms.ProposeForm(found, request.POST or None)
    return form_page(
        request, form, partial(actions.propose, collection=found), title=f"登记提案：{found}", done=_to_proposal, crumbs=CALLS,
        said="已登记。",
    )


@needs(EDIT)
def publish_proposals(request, pk):
    """Make the results known."""
    found = _call(request, pk)
    form = forms.PublishForm(request.POST or None)
    act = partial(handling.publish, collection=found)
    note = "公布后，本单位职工都能看到案由、提案人、审查结果和答复类别。"
    return form_page(request, form, act, title="公布办理结果", done=_to_call, crumbs=CALLS, note=note, said="已公布。")


@needs(EDIT)
def withdraw_results(request, pk):
    """Take the results down."""
    found = _call(request, pk)
    form = forms.WhyForm(request.POST or None)
    act = partial(handling.withdraw_publication, collection=found)
    return form_page(request, form, act, title="撤下公布", done=_to_call, crumbs=CALLS, said="已撤下。", danger=True)


@needs(EDIT)
def report_proposals(request, pk):
    """The next congress hears how proposals were handled."""
    found = _call(request, pk)
    form = forms.ReportForm(request.POST or None)
    note = paper.counted(list(queries.calls_proposals(found)))
    act = partial(handling.report, collection=found)
    return form_page(request, form, act, title="向大会报告", done=_to_call, crumbs=CALLS, note=note)


@needs(EDIT)
def commend_units(request, pk):
    """The units that handled proposals best."""
    found = _call(request, pk)
    form = forms.CommendForm(request.POST or None, initial={"units": found.best_units})
    act = partial(handling.commend, collection=found)
    return form_page(request, form, act, title="评先进承办单位", done=_to_call, crumbs=CALLS)


@needs(READ)
def print_proposals(request, pk):
    """The book of a call on paper."""
    found = _call(request, pk)
    rows = list(queries.calls_proposals(found))
    sections = [Section("一览", words=paper.counted(rows), table=tables.RESULTS, rows=rows, limit=None)]
    sections += [Section(f"{one}", facts=_words(one)) for one in rows]
    return print_page(
        request, title=f"提案汇编（{found.series}）", sections=sections, unit=str(found.union), signatures=("制表人", "审核人"),
    )


def _words(one):
    people = (("提案人", tables.proposers(one)), ("附议人", tables.seconders(one)))
    return (*people, ("理由", one.reason), ("建议措施", one.measures), ("审查", tables.decision(one)))


@needs(READ)
def word_proposals(request, pk):
    """The book of a call as Word."""
    found = _call(request, pk)
    return word_page(paper.book(found), f"提案汇编{found.series}")


@needs(READ)
def proposal(request, pk):
    """One proposal, with everybody behind it, replies and opinions."""
    found = _proposal(request, pk)
    sections = whole(found, editing=request.actor.may(EDIT))
    return detail_page(
        request, title=str(found), facts=facts(found), sections=sections, buttons=_steps(found), crumbs=ALL,
        unit=str(found.union),
    )


def facts(found):
    """What a proposal says and where it stands."""
    handed = f"{found.handed_on} {found.handed_by}签发，{found.days} 天内答复" if found.handed_on else ""
    told = [
        ("状态", found.stage), ("期限", tables.left(found)), ("类别", found.kind), ("提案人", tables.proposers(found)),
        ("部门、班组", tables.places(found)), ("附议人", tables.seconders(found)), ("理由", found.reason),
        ("建议措施", found.measures), ("提交日期", found.received_on), ("审查", tables.decision(found) or found.why),
        ("领导批示", found.instruction), ("交办", handed),
        ("主办、协办", tables.handlers(found)), ("满意度", found.grade),
        ("办结", found.closed_on and f"{found.closed_on} {found.closing}"),
        ("优秀提案", found.awarded_on), ("上次的提案", found.earlier_id and f"由 {found.earlier.code} 转来"),
    ]
    first = ("状态", "期限", "提案人", "附议人", "理由", "建议措施")
    return [(label, value) for label, value in told if value or label in first]


def whole(found, *, editing=False):
    """The parts below: what was merged into it, signatures, replies, opinions; for the office what it might be merged with."""
    sections = []
    merged = list(queries.merged_into(found))
    if merged:
        sections.append(Section("并入本案的提案（提案人一并保留）", table=tables.PROPOSALS, rows=merged))
    if editing and found.stage in (*OPEN, Stage.FILED) and (alike := queries.alike(found)):
        sections.append(Section("说的像是同一件事，可以并案", table=tables.PROPOSALS, rows=alike))
    sections.append(Section("签名", table=tables.SIGNERS, rows=queries.signers(found), limit=None))
    if found.handed_on or found.into_id:
        sections += [
            Section("答复", table=tables.REPLIES, rows=queries.replies(found)),
            Section("评价", table=tables.OPINIONS, rows=queries.opinions(found), limit=None),
        ]
    return sections


AMEND, CARRY, SUGGEST = ("修改", "amend_proposal"), ("留到下次", "carry_proposal"), ("转意见建议", "review_proposal")
BACK, WITHDRAW = ("退回补充", "give_back_proposal"), ("撤回", "withdraw_proposal", "danger")
SECONDERS = ("补附议人", "add_seconders", "primary")
STEPS = {
    Stage.GATHERING: (SECONDERS, AMEND, BACK, SUGGEST, CARRY, WITHDRAW),
    Stage.RETURNED: (SECONDERS, AMEND, SUGGEST, CARRY, WITHDRAW),
    Stage.LATE: (SUGGEST, CARRY, AMEND, WITHDRAW),
    Stage.SUBMITTED: (("审查", "review_proposal", "primary"), AMEND, BACK, WITHDRAW),
    Stage.FILED: (("交办", "hand_over", "primary"), ("并入别的提案", "review_proposal")),
    Stage.HANDED: (("登记答复", "answer_proposal", "primary"),),
    Stage.ANSWERED: (("登记评价", "rate_proposal", "primary"), ("办结", "close_proposal"), ("评为优秀提案", "award_proposal")),
    Stage.SECOND: (("登记二次答复", "answer_proposal", "primary"), ("登记评价", "rate_proposal")),
    Stage.CLOSED: (("评为优秀提案", "award_proposal"),),
}


def _steps(found):
    """What may be done next, then the form on paper."""
    undo = [("撤销审查结果", "review_again")] if found.stage in REVIEWED else []
    word = Button("提案表（Word）", reverse("congress:word_proposal", args=[found.pk]))
    return [*(_button(found, *each) for each in (*STEPS.get(found.stage, ()), *undo)), word]


def _step(form, act, title, said="已登记。", **more):
    """A page that takes a proposal one step on: the form made of it, the action, what stands above."""

    @needs(EDIT)
    def page(request, pk):
        found = _proposal(request, pk)
        return form_page(
            request, form(found, request.POST or None), partial(act, proposal=found), title=f"{title}：{found}",
            done=("congress:proposal", pk), said=said, crumbs=_up(found), **more,
        )

    page.__name__, page.__doc__ = act.__name__, act.__doc__
    return page


def _plain(form):
    """A form that needs to know nothing of the proposal."""
    return lambda found, sent: form(sent)


def _texts(found, sent):
    initial = {name: getattr(found, name) for name in ("matter", "kind", "reason", "measures")}
    return forms.TextForm(found.collection, sent, initial=initial)


amend_proposal = _step(_texts, actions.amend, "修改提案")
add_seconders = _step(lambda found, sent: forms.SecondersForm(found.collection, sent), actions.add_seconders, "补附议人")
withdraw_proposal = _step(_plain(forms.WhyForm), actions.withdraw, "撤回提案", "已撤回。", danger=True)
give_back_proposal = _step(_plain(forms.WhyForm), actions.give_back, "退回补充", "已退回。")
review_proposal = _step(forms.ReviewForm, actions.review, "审查提案")
review_again = _step(_plain(forms.WhyForm), actions.review_again, "撤销审查结果", "已撤销，回到待审查。")
carry_proposal = _step(forms.CarryForm, actions.carry, "留到下次征集", "已转到下次征集。")
hand_over = _step(forms.HandForm, handling.hand_over, "交办提案", "已交办。")
rate_proposal = _step(forms.RateForm, handling.rate, "登记评价")
close_proposal = _step(_plain(forms.CloseForm), handling.close, "办结提案", "已办结。")
award_proposal = _step(_plain(forms.AwardForm), handling.award, "评为优秀提案", "已评为优秀提案。")
answer_proposal = _step(forms.AnswerForm, handling.answer, "答复提案", "已登记答复。")


@needs(READ)
def word_proposal(request, pk):
    """The form of one proposal as Word."""
    found = _proposal(request, pk)
    return word_page(paper.form(found), f"提案表{found.code}")


def _proposal(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def _call(request, pk):
    return get_object_or_404(queries.collections(request.actor), pk=pk)


def _up(found):
    return (*ALL, (found.code, reverse("congress:proposal", args=[found.pk])))


def _to_call(collection):
    return ("congress:collection", collection.pk)


def _to_proposal(proposal):
    return ("congress:proposal", proposal.pk)
