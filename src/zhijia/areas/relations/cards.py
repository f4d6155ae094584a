"""What is due in the room (待办)."""

from zhijia.areas.relations.queries import contracts, letters, mediation, supervision
from zhijia.areas.relations.queries.cases import ANSWER, BARGAIN, HANDLE, SUPERVISE
from zhijia.kit.area import Card


def cards(actor, today) -> list[Card]:
    """Answers, mediations, supervision, contracts: each with the page where it is done."""
    found = []
    for power, due in ((HANDLE, _cases), (ANSWER, _problems), (SUPERVISE, _supervision), (BARGAIN, _contracts)):
        found += due(actor, today) if actor.may(power) else []
    return [card for card in found if card.count]


def _cases(actor, today):
    waiting, late = letters.waiting(actor).count(), letters.overdue(actor, today).count()
    running, past = mediation.running(actor), mediation.past_last_day(actor, today).count()
    nearest = min((dispute.last_on for dispute in running), default=None)
    yield Card("来信来访待答复", waiting, "/relations/letters/?waiting=1", _late(late), urgent=bool(late))
    yield Card("答复后待回访", letters.to_call(actor).count(), "/relations/letters/?stage=已答复", "问一问本人是否满意。")
    yield Card("上级工会未答复的问题", letters.problems_open(actor).count(), "relations:problems")
    yield Card("调解申请待受理", mediation.to_accept(actor).count(), "/relations/disputes/?stage=已申请", "不受理的要说明理由。")
    yield Card("劳动争议调解中", len(running), "/relations/disputes/?stage=调解中", _late(past), due=_by(nearest),
               urgent=bool(past))


def _problems(actor, today):
    waiting = letters.problems_waiting(actor)
    late = waiting.filter(due_on__lt=today).count()
    yield Card("下级反映的问题待答复", waiting.count(), "relations:problems_below", _late(late), urgent=bool(late))


def _supervision(actor, today):
    late = supervision.unanswered_in_time(actor, today).count()
    note = "过期没有答复的，可以提请政府处理。" if late else ""
    sent, told = "/relations/supervision/?stage=已发意见书", "/relations/supervision/?stage=已收投诉"
    yield Card("监督意见书待单位答复", supervision.unanswered(actor).count(), sent, note, urgent=bool(late))
    yield Card("劳动法律监督投诉待办", supervision.complaints(actor).count(), told, "不受理的要书面告知。")


def _contracts(actor, today):
    near = contracts.running_out(actor, today)
    first = near[0][0].last_on if near else None
    yield Card("集体合同快到期", len(near), "relations:running_out", "提前协商续订。", due=_by(first),
               urgent=any(months == 1 for _, months in near))
    yield Card("协商要约待答复", contracts.unreplied(actor).count(), "/relations/contracts/?stage=已要约")
    yield Card("集体合同待报送", contracts.to_send(actor).count(), "/relations/contracts/?stage=已签订")
    yield Card("集体合同该检查履行情况", len(contracts.to_check(actor, today)), "relations:to_check")
    yield Card("履行检查待向职代会报告", contracts.untold(actor).count(), "relations:checks")


def _late(late: int) -> str:
    return f"其中 {late} 件已逾期。" if late else ""


def _by(day) -> str:
    return day.isoformat() if day else ""
