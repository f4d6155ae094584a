"""What happens in mediation (劳动争议调解)."""

from django.db import transaction

from zhijia.areas.relations.actions import cases
from zhijia.areas.relations.models import Dispute, Hearing
from zhijia.areas.relations.queries.cases import HANDLE
from zhijia.areas.relations.rules import mediation as rules
from zhijia.areas.relations.rules.mediation import NEXT, Stage
from zhijia.areas.relations.rules.steps import in_order, named
from zhijia.core.policy import deadline, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

ACCEPT, CLOCK = "mediation.accept_days", "mediation.days"


def apply(
    actor, *, union, on, topic, claim, respondent, person=None, name="", oral=False, heads=1, representatives=""
) -> Dispute:
    """Take an application in, written or oral (the oral one is written down on the spot). Two clocks start."""
    dispute = Dispute(
        union=union, received_on=on, topic=topic, claim=claim, respondent=respondent, person=person, name=name, oral=oral,
        heads=heads, representatives=representatives,
        accept_due_on=deadline(ACCEPT, union, on), due_on=deadline(CLOCK, union, on),
    )
    with deed(actor, HANDLE, dispute, what="收到调解申请"):
        cases.in_its_house(dispute)
        _represented(dispute)
        dispute.number = cases.number(dispute, on)
    return dispute


def take_down(actor, *, accepted_on=None, mediators="", closed_on=None, agreed=False, outcome="", **told) -> Dispute:
    """Take an application in; one that was mediated on paper comes with its end at once."""
    with transaction.atomic():
        dispute = apply(actor, **told)
        if accepted_on:
            accept(actor, dispute, on=accepted_on, mediators=mediators)
        if closed_on:
            _close(actor, dispute, Stage.SETTLED if agreed else Stage.ENDED, closed_on, outcome)
    return dispute


def accept(actor, dispute, *, on, mediators) -> Dispute:
    """Accept an application and name the mediators."""
    with deed(actor, HANDLE, dispute, what="受理调解申请"):
        cases.move(dispute, NEXT, Stage.ACCEPTED)
        dispute.accepted_on, dispute.mediators = in_order(on, dispute.received_on, "受理", "收到申请"), mediators
    return dispute


def refuse(actor, dispute, *, on, why) -> Dispute:
    """Refuse an application, with the reason told to the applicant."""
    with deed(actor, HANDLE, dispute, what="不受理调解申请"):
        cases.move(dispute, NEXT, Stage.REFUSED)
        dispute.refused_on, dispute.refused_why = in_order(on, dispute.received_on, "不受理", "收到申请"), why
    return dispute


def hear(actor, dispute, *, kind, on, present, words, place="", taken_by="") -> Hearing:
    """Write down what was said."""
    hearing = Hearing(dispute=dispute, kind=kind, on=on, present=present, words=words, place=place, taken_by=taken_by)
    with deed(actor, HANDLE, hearing, what=f"记{kind}"):
        cases.still_counts(dispute)
        if dispute.accepted_on is None:
            raise Refused("受理以后才调查、调解，请先受理。")
        in_order(on, dispute.accepted_on, kind, "受理")
        if dispute.closed_on and on > dispute.closed_on:
            raise Refused(f"已在 {dispute.closed_on} 结案，不能再添加以后的笔录。")
    return hearing


def extend(actor, dispute, *, until, both) -> Dispute:
    """Both sides agree to go on longer."""
    with deed(actor, HANDLE, dispute, what="延长调解期限"):
        cases.still_counts(dispute)
        if dispute.stage != Stage.ACCEPTED:
            raise Refused(f"现在是“{dispute.stage}”，调解中的才能延长期限。")
        dispute.extended_until = rules.extended(dispute.last_on, until, both)
    return dispute


def settle(actor, dispute, *, on, agreement) -> Dispute:
    """Both sides agree (达成协议); signed by both and the mediator, it binds them."""
    return _close(actor, dispute, Stage.SETTLED, on, agreement)


def end(actor, dispute, *, on, why) -> Dispute:
    """No agreement (终止调解): the applicant is told that arbitration is open."""
    return _close(actor, dispute, Stage.ENDED, on, why)


def withdraw(actor, dispute, *, on, why) -> Dispute:
    """The applicant takes the application back."""
    return _close(actor, dispute, Stage.WITHDRAWN, on, why)


def correct(actor, dispute, **told) -> Dispute:
    """Put right what was written down wrong; the clocks follow the day of receipt."""
    if on := told.get("received_on"):
        told |= {"accept_due_on": deadline(ACCEPT, dispute.union, on), "due_on": deadline(CLOCK, dispute.union, on)}
    return cases.correct(actor, dispute, power=HANDLE, **told)


def _close(actor, dispute, stage, on, outcome):
    with deed(actor, HANDLE, dispute, what=f"调解：{stage}"):
        cases.move(dispute, NEXT, stage)
        last = dispute.hearings.order_by("-on").values_list("on", flat=True).first()
        in_order(on, last or dispute.accepted_on or dispute.received_on, "结案", "最后一次笔录或受理")
        dispute.closed_on, dispute.outcome = on, outcome
    return dispute


def _represented(dispute) -> None:
    least = policy("mediation.group_size", dispute.union, dispute.received_on).whole
    rules.represented(dispute.heads, len(named(dispute.representatives)), least)
