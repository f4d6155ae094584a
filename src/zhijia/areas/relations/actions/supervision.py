"""What happens in the supervision of labour law (劳动法律监督)."""

from zhijia.areas.relations.actions import cases
from zhijia.areas.relations.models import Supervision
from zhijia.areas.relations.queries.cases import SUPERVISE
from zhijia.areas.relations.rules.steps import in_order, named
from zhijia.areas.relations.rules.supervision import NEXT, Origin, Stage, enough, may_propose
from zhijia.core.policy import deadline, policy
from zhijia.core.trail.deed import deed

NOTICE, ANSWER, LEAST = "supervision.refusal_days", "supervision.answer_days", "supervision.inspectors_min"
LETTER = "〔{year}〕{serial}号"


def complain(actor, *, union, on, employer, complaint, complainant="") -> Supervision:
    """Take a complaint in; who is turned down is told in writing within the clock that starts now."""
    matter = Supervision(
        union=union, on=on, employer=employer, complaint=complaint, complainant=complainant, origin=Origin.COMPLAINT,
        stage=Stage.COMPLAINED, notice_due_on=deadline(NOTICE, union, on),
    )
    return _begun(actor, matter, "收到劳动法律监督投诉")


def decline(actor, matter, *, on, why) -> Supervision:
    """Turn a complaint down, with the reason in writing."""
    with deed(actor, SUPERVISE, matter, what="不受理投诉"):
        cases.move(matter, NEXT, Stage.DECLINED)
        matter.declined_on, matter.declined_why = in_order(on, matter.on, "不受理", "收到投诉"), why
    return matter


def visit(actor, *, union, on, employer, inspectors, finding) -> Supervision:
    """Write down a routine inspection."""
    matter = Supervision(
        union=union, on=on, employer=employer, inspected_on=on, inspectors=inspectors, finding=finding, stage=Stage.INSPECTED
    )
    _enough(union, on, inspectors)
    return _begun(actor, matter, "劳动法律监督检查")


def inspect(actor, matter, *, on, inspectors, finding) -> Supervision:
    """Look into a complaint on the spot."""
    with deed(actor, SUPERVISE, matter, what="劳动法律监督检查"):
        cases.move(matter, NEXT, Stage.INSPECTED)
        _enough(matter.union, on, inspectors)
        matter.inspected_on, matter.inspectors = in_order(on, matter.on, "检查", "收到投诉"), inspectors
        matter.finding = finding
    return matter


def issue(actor, matter, *, on, demand, signed_by) -> Supervision:
    """Send the letter of opinion (监督意见书), numbered, signed by the chair; the employer's clock starts."""
    with deed(actor, SUPERVISE, matter, what="发出劳动法律监督意见书"):
        cases.move(matter, NEXT, Stage.ISSUED)
        matter.issued_on, matter.demand, matter.signed_by = in_order(on, matter.inspected_on, "意见书", "检查"), demand, signed_by
        matter.letter_number = cases.number(matter, on, "letter_number", LETTER)
        matter.answer_due_on = deadline(ANSWER, matter.union, on)
    return matter


def answer(actor, matter, *, on, answer, corrected) -> Supervision:
    """The employer answers, in time or late."""
    with deed(actor, SUPERVISE, matter, what="登记单位答复"):
        cases.move(matter, NEXT, Stage.ANSWERED)
        matter.answered_on, matter.answer = in_order(on, matter.issued_on, "答复", "意见书"), answer
        matter.corrected = corrected
    return matter


def propose(actor, matter, *, on, to) -> Supervision:
    """Ask the government to act (建议书): no answer in time, or none that mends the matter."""
    with deed(actor, SUPERVISE, matter, what="提请政府部门处理"):
        cases.move(matter, NEXT, Stage.PROPOSED)
        may_propose(matter.answer_due_on, matter.answered_on, matter.corrected, on)
        matter.proposed_on, matter.proposed_to = in_order(on, matter.issued_on, "建议书", "意见书"), to
    return matter


def close(actor, matter, *, on, result) -> Supervision:
    """The matter is settled."""
    with deed(actor, SUPERVISE, matter, what="办结劳动法律监督"):
        cases.move(matter, NEXT, Stage.CLOSED)
        matter.closed_on, matter.result = in_order(on, matter.answered_on or matter.inspected_on, "办结", "检查或答复"), result
    return matter


def _begun(actor, matter, what):
    with deed(actor, SUPERVISE, matter, what=what):
        matter.number = cases.number(matter, matter.on)
    return matter


def _enough(union, on, inspectors) -> None:
    enough(named(inspectors), policy(LEAST, union, on).whole)
