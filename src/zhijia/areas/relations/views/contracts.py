"""Pages of collective bargaining (集体协商) and contracts (集体合同)."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.utils import timezone

from zhijia.areas.relations import actions, filters, queries
from zhijia.areas.relations.forms import contracts as forms
from zhijia.areas.relations.forms.asking import DayForm
from zhijia.areas.relations.queries.cases import BARGAIN, READ
from zhijia.areas.relations.rules.contracts import AT_THE_TABLE, EXPIRED, IN_FORCE, Stage
from zhijia.areas.relations.tables import contracts as tables
from zhijia.areas.relations.views.showing import act, at, step, to, today, up, void, warned
from zhijia.core.org.web import needs
from zhijia.kit.formats import moment
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page

TABLE = (("登记代表", "seat"), ("记协商会议", "talk"))
STEPS = {
    Stage.OFFERED: (("登记答复", "reply", "primary"),), Stage.DECLINED: (("登记答复", "reply", "primary"),),
    Stage.TALKING: (("草案通过", "pass_draft", "primary"),), Stage.OBJECTED: (("修改后重新通过", "pass_draft", "primary"),),
    Stage.PASSED: (("签订", "sign", "primary"),), Stage.SIGNED: (("报送", "send", "primary"),),
    Stage.SENT: (("有异议", "object_to", "plain"),),
    IN_FORCE: (("检查履行", "check", "primary"), ("续订", "renew", "plain"), ("终止", "end_contract", "danger")),
    EXPIRED: (("续订", "renew", "primary"), ("检查履行", "check", "plain")),
}


@needs(READ)
def contracts(request):
    """The register (集体合同登记)."""
    buttons = (Button("提出要约", "relations:offer", "primary", BARGAIN), Button("履行检查", "relations:checks"))
    return list_page(
        request, queries.contracts.visible(request.actor), tables.CONTRACTS, title="集体合同", filters=filters.ContractFilters,
        buttons=buttons, unit="份",
    )


@needs(READ)
def checks(request):
    """Checks of all contracts."""
    rows = queries.contracts.checks(request.actor)
    return list_page(request, rows, tables.CHECKS, title="集体合同履行检查", crumbs=up("contracts"), unit="次")


@needs(READ)
def contract(request, pk):
    """One contract with its table, its talks and its checks."""
    found = _contract(request, pk)
    problems = queries.contracts.table_problems(found)
    return detail_page(
        request, title=str(found), facts=_facts(found), buttons=_buttons(found), crumbs=up("contracts"),
        sections=(
            *warned(problems if found.stage in (Stage.TALKING, Stage.OBJECTED) else ()),
            Section("协商代表", table=tables.SEATS, rows=found.representatives.all(), limit=None),
            Section("协商会议", table=tables.TALKS, rows=found.talks.all(), limit=None),
            Section("履行检查", table=tables.CHECKS_OF, rows=found.checks.select_related("contract__union")),
        ),
    )


def _facts(found):
    return (
        ("类别", found.kind), ("工会", found.union), ("状态", tables.state(found)),
        ("要约", f"{found.offered_on} {found.offered_by}提出"), ("答复期限", found.reply_due_on),
        ("答复", f"{found.replied_on or ''} {found.reply}".strip()),
        ("草案通过", f"{found.passed_on or ''} {found.passed_by} {tables.votes(found)}".strip()),
        ("签订日期", found.signed_on), ("期限", found.years and f"{found.years} 年"), ("报送期限", found.send_due_on),
        ("报送", f"{found.sent_on or ''} {found.sent_to}".strip()),
        ("生效和到期", found.effective_on and f"{found.effective_on} 至 {found.last_on}"),
        *((("异议", f"{found.objected_on} {found.objection}"),) if found.objected_on else ()),
        *((("终止", f"{found.ended_on} {found.ended_why}"),) if found.ended_on else ()),
        *((("续订的合同", str(found.renews)),) if found.renews else ()),
        ("主要内容", found.summary),
        ("登记时间", moment(found.recorded_at)),
        *((("作废", f"{found.voided_on} {found.void_why}"),) if found.voided_on else ()),
    )


def _buttons(found):
    if found.voided_on:
        return
    for label, name, kind in STEPS.get(tables.state(found), ()):
        yield to(label, name, found, BARGAIN, kind)
    if found.stage in AT_THE_TABLE:
        yield from (to(label, name, found, BARGAIN) for label, name in TABLE)
    yield to("更正", "correct_contract", found, BARGAIN)
    yield to("作废", "void_contract", found, BARGAIN, "danger")


@needs(BARGAIN)
def offer(request):
    """Ask the other side to the table."""
    form = forms.OfferForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.contracts.offer, title="提出要约", done=at("contract"), crumbs=up("contracts"),
        said="已登记要约。下一步：对方答复，登记协商代表。",
    )


@needs(BARGAIN)
def renew(request, pk):
    """Begin the talks for the next contract."""
    found = _contract(request, pk)
    form = forms.RenewForm(request.POST or None, initial=today())
    act_on = partial(actions.contracts.renew, contract=found)
    return form_page(request, form, act_on, title="续订", done=at("contract"), note=str(found), crumbs=up("contracts"))


@needs(BARGAIN)
def unseat(request, pk):
    """Take a name off the table."""
    found = get_object_or_404(queries.contracts.representatives(request.actor), pk=pk)
    return confirm_page(
        request, partial(actions.contracts.unseat, representative=found), title="撤换协商代表",
        question=f"{found.name} 不再是{found.side}协商代表？", done=("relations:contract", found.contract_id), said="已撤换。",
    )


@needs(BARGAIN)
def report(request, pk):
    """The congress was told what a check found."""
    found = get_object_or_404(queries.contracts.checks(request.actor), pk=pk)
    form = DayForm(request.POST or None, initial=today())
    return form_page(
        request, form, partial(actions.contracts.report, check=found), title="向职代会报告", note=str(found),
        done=("relations:contract", found.contract_id),
    )


@needs(BARGAIN)
def running_out(request):
    """Contracts in force that run out soon."""
    near = [each.pk for each, _ in queries.contracts.running_out(request.actor, timezone.localdate())]
    return _some(request, near, "快到期的集体合同", "没有快到期的集体合同。")


@needs(BARGAIN)
def to_check(request):
    """Contracts in force whose fulfilment is to be looked at."""
    due = [each.pk for each in queries.contracts.to_check(request.actor, timezone.localdate())]
    return _some(request, due, "该检查履行情况的集体合同", "没有该检查的集体合同。")


def _some(request, keys, title, empty):
    rows = queries.contracts.visible(request.actor).filter(pk__in=keys)
    return list_page(request, rows, tables.CONTRACTS, title=title, crumbs=up("contracts"), unit="份", empty=empty)


@needs(BARGAIN)
def correct_contract(request, pk):
    found = _contract(request, pk)
    form = forms.CorrectForm(request.POST or None, initial={n: getattr(found, n) for n in ("kind", "offered_by", "summary")})
    return act(request, found, "contract", form, partial(actions.cases.correct, power=BARGAIN), "更正")


def _contract(request, pk):
    return get_object_or_404(queries.contracts.visible(request.actor), pk=pk)


contract_step = partial(step, BARGAIN, _contract, "contract")
reply = contract_step("登记答复", forms.ReplyForm, actions.contracts.reply)
seat = contract_step("登记协商代表", forms.SeatForm, actions.contracts.seat)
talk = contract_step("记协商会议", forms.TalkForm, actions.contracts.talk)
pass_draft = contract_step("草案通过", forms.PassForm, actions.contracts.pass_draft)
sign = contract_step("签订", forms.SignForm, actions.contracts.sign)
send = contract_step("报送", forms.SendForm, actions.contracts.send)
object_to = contract_step("劳动行政部门有异议", forms.ObjectForm, actions.contracts.object_to)
end_contract = contract_step("终止集体合同", forms.EndForm, actions.contracts.end, danger=True)
check = contract_step("检查履行情况", forms.CheckForm, actions.contracts.check)
void_contract = void(BARGAIN, _contract, "contract")
