"""What happens at the table (集体协商) and to a collective contract."""

from fractions import Fraction

from zhijia.areas.relations.actions import cases
from zhijia.areas.relations.models import Check, Contract, Representative, Talk
from zhijia.areas.relations.queries.cases import BARGAIN
from zhijia.areas.relations.queries.contracts import table_problems
from zhijia.areas.relations.rules import contracts as rules
from zhijia.areas.relations.rules.contracts import NEXT, Kind, Stage
from zhijia.areas.relations.rules.steps import in_order
from zhijia.core.policy import deadline, explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

REPLY, SEND, OBJECTION = "bargaining.answer_days", "bargaining.send_days", "bargaining.objection_days"
MAJORITY = "bargaining.pass"
YEARS = {Kind.WAGES: "bargaining.wage_contract_years"}


def offer(actor, *, union, kind, by, on, renews=None) -> Contract:
    """One side asks the other to the table in writing (要约); the other replies within its clock."""
    contract = Contract(
        union=union, kind=kind, offered_by=by, offered_on=on, renews=renews, reply_due_on=deadline(REPLY, union, on)
    )
    with deed(actor, BARGAIN, contract, what="提出集体协商要约"):
        contract.number = cases.number(contract, on)
    return contract


def renew(actor, contract, *, by, on) -> Contract:
    """Begin the talks for the contract that follows a running one (续订)."""
    if contract.last_on is None:
        raise Refused("还没有报送生效的合同谈不上续订，请先办完这一份。")
    return offer(actor, union=contract.union, kind=contract.kind, by=by, on=on, renews=contract)


def reply(actor, contract, *, on, agreed, reply="") -> Contract:
    """The other side replies."""
    with deed(actor, BARGAIN, contract, what="答复集体协商要约"):
        cases.move(contract, NEXT, Stage.TALKING if agreed else Stage.DECLINED)
        if not agreed and not reply:
            raise Refused("拒绝协商的，请写明理由。")
        contract.replied_on, contract.reply = in_order(on, contract.offered_on, "答复", "要约"), reply
    return contract


def seat(actor, contract, *, side, name, **told) -> Representative:
    """Seat a representative of one side."""
    found = Representative(contract=contract, side=side, name=name, **told)
    with deed(actor, BARGAIN, found, what="登记协商代表"):
        _at_the_table(contract)
    return found


def unseat(actor, representative) -> Contract:
    """Take a name off the table that was written down by mistake or was replaced."""
    contract = representative.contract
    with deed(actor, BARGAIN, contract, what=f"撤换协商代表 {representative.name}"):
        _at_the_table(contract)
        representative.delete()
    return contract


def talk(actor, contract, *, on, minutes, place="", signed=False) -> Talk:
    """A meeting at the table, with its minutes."""
    found = Talk(contract=contract, on=on, minutes=minutes, place=place, signed=signed)
    with deed(actor, BARGAIN, found, what="记协商会议"):
        _at_the_table(contract)
        in_order(on, contract.offered_on, "会议", "要约")
    return found


def pass_draft(actor, contract, *, on, by, entitled, in_favour) -> Contract:
    """The congress passes the draft: more than half of all, not of those present."""
    with deed(actor, BARGAIN, contract, what="集体合同草案通过"):
        cases.move(contract, NEXT, Stage.PASSED)
        if wrong := table_problems(contract):
            raise Refused("协商代表不合规定：" + "".join(wrong))
        rules.votes_fit(in_favour, entitled)
        share = policy(MAJORITY, contract.union, on)
        if not rules.passed(in_favour, entitled, Fraction(share.value)):
            raise Refused(f"赞成 {in_favour} 票，应到 {entitled} 人，没有通过，请修改后再审议。{explain(share)}")
        contract.passed_on, contract.passed_by = in_order(on, contract.offered_on, "通过", "要约"), by
        contract.entitled, contract.in_favour = entitled, in_favour
    return contract


def sign(actor, contract, *, on, years, summary="") -> Contract:
    """Both chiefs sign; the contract has to be sent within its clock."""
    with deed(actor, BARGAIN, contract, what="签订集体合同"):
        cases.move(contract, NEXT, Stage.SIGNED)
        rule = policy(YEARS.get(contract.kind, "bargaining.contract_years"), contract.union, on)
        rules.term_fits(years, *(int(each) for each in rule.value))
        contract.signed_on, contract.years = in_order(on, contract.passed_on, "签订", "通过"), years
        contract.summary, contract.send_due_on = summary, deadline(SEND, contract.union, on)
    return contract


def send(actor, contract, *, on, to) -> Contract:
    """Send it to the labour administration; without objection it takes effect by itself."""
    with deed(actor, BARGAIN, contract, what="报送集体合同"):
        cases.move(contract, NEXT, Stage.SENT)
        contract.sent_on, contract.sent_to = in_order(on, contract.signed_on, "报送", "签订"), to
        contract.effective_on = deadline(OBJECTION, contract.union, on)
        contract.last_on = rules.last_day(contract.effective_on, contract.years)
    return contract


def object_to(actor, contract, *, on, objection) -> Contract:
    """The administration objects before the contract takes effect: it goes back to the congress."""
    with deed(actor, BARGAIN, contract, what="劳动行政部门提出异议"):
        cases.move(contract, NEXT, Stage.OBJECTED)
        if on >= contract.effective_on:
            raise Refused(f"合同已在 {contract.effective_on} 生效；要改动的，请终止后另行协商。")
        contract.objected_on, contract.objection = in_order(on, contract.sent_on, "异议", "报送"), objection
        contract.effective_on = contract.last_on = None
    return contract


def end(actor, contract, *, on, why) -> Contract:
    """End a contract before its last day."""
    with deed(actor, BARGAIN, contract, what="终止集体合同"):
        cases.move(contract, NEXT, Stage.ENDED)
        if on > contract.last_on:
            raise Refused(f"合同在 {contract.last_on} 已经到期，不必终止。")
        contract.ended_on, contract.ended_why = in_order(on, contract.effective_on, "终止", "生效"), why
    return contract


def check(actor, contract, *, on, by, finding) -> Check:
    """Look at how the contract is kept (履行情况检查)."""
    found = Check(contract=contract, on=on, by=by, finding=finding)
    with deed(actor, BARGAIN, found, what="检查集体合同履行情况"):
        cases.still_counts(contract)
        if contract.effective_on is None:
            raise Refused("合同还没有生效，生效后再检查履行情况。")
        in_order(on, contract.effective_on, "检查", "生效")
    return found


def report(actor, check, *, on) -> Check:
    """Tell the congress what a check found."""
    with deed(actor, BARGAIN, check, what="向职代会报告履行情况"):
        check.reported_on = in_order(on, check.on, "报告", "检查")
    return check


def _at_the_table(contract) -> None:
    cases.still_counts(contract)
    if contract.stage not in rules.AT_THE_TABLE:
        raise Refused(f"现在是“{contract.stage}”，协商中的才能登记代表和会议。")
