"""Requests to the union above (请示) and its replies (批复); a result that is approved puts the committee into office."""


from zhijia.areas.congress.actions.elections import EDIT
from zhijia.areas.congress.models import Request
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules import elections as rules
from zhijia.areas.congress.rules.elections import MATTERS, Aim, Matter, Office, Stage
from zhijia.areas.members import actions as members
from zhijia.core.policy import deadline
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

APPROVE = "congress.approve"


def ask(actor, election, *, on, number="") -> Request:
    """Hand up the request that is due: to hold the election, or its result. The names handed up are kept as they were."""
    matter = Matter.HOLD if election.stage == Stage.PLANNED else Matter.RESULT
    due = deadline("org.superior_answer_days", election.union, on)
    request = Request(election=election, matter=matter, on=on, number=number, due=due)
    with deed(actor, EDIT, election, what=f"{matter}：{election}"):
        election.stage = rules.step(election.stage, MATTERS[matter][1])
        request.names = _names(election, matter)
        with deed(actor, EDIT, request, what=f"{matter}：{election}"):
            pass
    return request


def reply(actor, request, *, answer, on, document="", note="") -> Request:
    """The union above answers in the system."""
    above = request.union.parent
    if above is None or not actor.can(APPROVE, above):
        raise Refused("只有上级工会可以批复。收到纸质批复的，请用“登记批复”。")
    return _answered(actor, APPROVE, request, answer=answer, on=on, document=document, note=note, by=above.name)


def record_reply(actor, request, *, answer, on, by, document="", note="") -> Request:
    """A reply that came on paper is written down."""
    return _answered(actor, EDIT, request, answer=answer, on=on, document=document, note=note, by=by)


def _answered(actor, power, request, *, answer, on, **told) -> Request:
    """The reply, what it means for the election, and for a result the committee in office: one act."""
    election = request.election
    before, _, after = MATTERS[Matter(request.matter)]
    with deed(actor, power, request, what=f"批复（{answer}）：{request}"):
        if request.answer:
            raise Refused(f"这件请示已于 {request.answered_on:%Y-%m-%d} 批复。")
        for name, value in {"answer": answer, "answered_on": on, **told}.items():
            setattr(request, name, value)
        agreed = answer == Request.Answer.AGREED
        with deed(actor, power, election, what=f"批复（{answer}）：{election}"):
            election.stage = rules.step(election.stage, after if agreed else before)
            if election.stage == Stage.APPROVED:
                election.approved_on = on
                election.term = _into_office(actor, election, request)
    return request


def _names(election, matter) -> str:
    """The list handed up: candidates, or those elected with their votes."""
    if matter == Matter.HOLD:
        return "、".join(str(each) for each in queries.standing(election))
    return "；".join(f"{each}（{each.title or election.office}，{each.votes} 票）" for each in queries.elected(election))


def _into_office(actor, election, request):
    """Those elected take their seats, or those recalled leave them; a whole new committee ends the term of the old one."""
    chosen, on = queries.elected(election), election.held_on
    term = queries.running_term(election)
    if election.aim == Aim.RENEWAL and election.office == Office.MEMBER:
        term = members.open_term(
            actor, union=election.union, committee=election.body, since=on, years=election.years, number=election.number,
            document=request.document,
        )
    if term is None:
        raise Refused(f"还没有登记现任的{election.body}，请先在“委员会”登记，再批复。")
    for candidate in chosen:
        for taken in term.seats.filter(person=candidate.person, until=None):
            members.leave_seat(actor, taken, on=on)
        if election.aim != Aim.RECALL:
            title = candidate.title or election.office
            members.seat(actor, term, title=title, since=on, person=candidate.person)
    return term
