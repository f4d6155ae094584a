"""How proposals are handled: handed over, answered, judged by their people, answered again, settled, made known, honoured."""

from datetime import timedelta

from django.utils import timezone

from zhijia.areas.congress.actions.proposals import EDIT, _on_or_after
from zhijia.areas.congress.models import Opinion, Proposal, Reply
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules import proposals as rules
from zhijia.areas.congress.rules.proposals import FIRST, SECOND, Grade, Stage, step
from zhijia.core.policy import deadline, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.publishing import publishable


def hand_over(actor, proposal, *, main, signed_by, on, helpers="", complex_=False, days=None, instruction="") -> Proposal:
    """Hand a filed proposal to who handles it (交办): the leader signs, one leads, others help; days by policy."""
    with deed(actor, EDIT, proposal, what=f"交办提案：{proposal.matter}，主办 {main}"):
        stage = step(proposal.stage, Stage.HANDED)
        _on_or_after(on, proposal.reviewed_on, "交办", "审查")
        normal, most = days_allowed(proposal.union, on, complex_=complex_)
        days = days or normal
        if days > most:
            raise Refused(f"答复期限最长 {most} 天，这里填了 {days} 天；复杂的请选“复杂提案”。")
        proposal.stage, proposal.main, proposal.helpers, proposal.handed_by = stage, main, helpers, signed_by
        proposal.handed_on, proposal.days, proposal.instruction = on, days, instruction
        proposal.due_on = on + timedelta(days=days)
    return proposal


def days_allowed(union, on, *, complex_: bool) -> tuple[int, int]:
    """The usual and the longest days for a reply (proposals.reply_days, .complex)."""
    if complex_:
        return policy("proposals.reply_days.complex", union, on).value
    normal = policy("proposals.reply_days", union, on).whole
    return normal, normal


def answer(
    actor, proposal, *, kind, answered_by, on, measures="", trouble="", by_on=None, approved_by="", talked_on=None, talk="",
) -> Reply:
    """Answer a proposal: A, B or C with what each must state; a second time after a talk with the proposers face to face."""
    with deed(actor, EDIT, proposal, what=f"答复提案：{proposal.matter}，{kind}类"):
        again = proposal.stage == Stage.SECOND
        proposal.stage = step(proposal.stage, Stage.ANSWERED)
        _whole(proposal, kind, on, {"measures": measures, "trouble": trouble, "by_on": by_on})
        _on_or_after(on, proposal.second_on if again else proposal.handed_on, "答复", "交办")
        if not answered_by.strip():
            raise Refused("请写明签字的承办负责人。")
        if again and not (talked_on and talk.strip()):
            raise Refused("二次办理须与提案人当面沟通，请填写面谈日期和情况。")
        if again and not proposal.second_on <= talked_on <= on:
            raise Refused("面谈应在转二次办理以后、答复以前，请核对日期。")
        reply = Reply.objects.create(
            proposal=proposal, round=SECOND if again else FIRST, kind=kind, measures=measures, trouble=trouble, by_on=by_on,
            answered_by=answered_by, approved_by=approved_by, on=on, talked_on=talked_on if again else None,
            talk=talk if again else "",
        )
        proposal.reply, proposal.answered_on = kind, proposal.answered_on or on
        proposal.grade, proposal.graded_on = "", None
        proposal.due_on = deadline("proposals.feedback_days", proposal.union, on)
    return reply


def _whole(proposal, kind, on, told) -> None:
    """Refused when a reply leaves out what its kind must state (proposals.replies)."""
    must = next((row for row in policy("proposals.replies", proposal.union, on).value if row[0] == kind), None)
    if must is None:
        raise Refused(f"没有“{kind}”类答复，请选 A、B 或 C。")
    if missing := rules.unsaid(must[2], told):
        raise Refused(f"{kind}类（{must[1]}）须写明{must[2]}，还缺{'、'.join(missing)}。")


def rate(actor, proposal, signer, *, grade, on=None, words="", own=False) -> Opinion:
    """A proposer or seconder says what they think of the reply; 不满意 sends it to be handled once more, not twice."""
    on = on or timezone.localdate()
    with deed(actor, EDIT, proposal, what=f"评价答复：{proposal.matter}，{grade}", own=own):
        if proposal.stage not in (Stage.ANSWERED, Stage.SECOND):
            raise Refused(f"这件提案{proposal.stage}，现在不能评价。")
        reply = proposal.replies.last()
        if not queries.signers(proposal).filter(pk=signer.pk).exclude(signed_on=None).exists():
            raise Refused("只有提案人和附议人可以评价。")
        if reply.opinions.filter(signer=signer).exists():
            raise Refused("对这次答复已经评价过了。")
        _on_or_after(on, reply.on, "评价", "答复")
        opinion = Opinion.objects.create(reply=reply, signer=signer, grade=grade, on=on, words=words)
        told = reply.opinions.values_list("signer__part", "grade")
        proposal.grade, proposal.graded_on = rules.overall(told), on
        if grade == Grade.BAD and reply.round == FIRST and proposal.stage == Stage.ANSWERED:
            _second_time(proposal, on)
    return opinion


def _second_time(proposal, on) -> None:
    proposal.stage, proposal.second_on = step(proposal.stage, Stage.SECOND), on
    proposal.due_on = deadline("proposals.reply_days", proposal.union, on)


def close(actor, proposal, *, on, note="") -> Proposal:
    """Settle an answered proposal (办结); where nobody said what they think, the reason is written down."""
    with deed(actor, EDIT, proposal, what=f"办结提案：{proposal.matter}"):
        proposal.stage = step(proposal.stage, Stage.CLOSED)
        if not proposal.grade and not note.strip():
            raise Refused("提案人还没有评价；确需办结的，请写明原因（如：逾期未反馈）。")
        _on_or_after(on, proposal.replies.last().on, "办结", "答复")
        proposal.closed_on, proposal.closing, proposal.due_on = on, note, None
    return proposal


def publish(actor, collection, *, on, let_pass="") -> object:
    """Make the results of a call known to everybody who works there; what must not be shown is refused."""
    with deed(actor, EDIT, collection, what=f"公布提案办理结果：{collection}{f'（{let_pass}）' if let_pass else ''}"):
        if collection.published_on:
            raise Refused(f"已于 {collection.published_on} 公布。")
        if not collection.proposals.exclude(reviewed_on=None).exists():
            raise Refused("还没有审查过的提案，没有可以公布的结果。")
        publishable(published_text(collection), collection.union, let_pass=let_pass)
        collection.published_on = on
    return collection


def published_text(collection) -> str:
    """Everything a published result tells."""
    rows = Proposal.objects.filter(collection=collection)
    words = [text for row in rows.values_list("matter", "why", "main", "helpers") for text in row if text]
    replies = Reply.objects.filter(proposal__in=rows).values_list("measures", "trouble")
    return "\n".join([*words, *(text for reply in replies for text in reply if text)])


def withdraw_publication(actor, collection, *, why) -> object:
    """Take published results down."""
    with deed(actor, EDIT, collection, what=f"撤下提案办理结果：{collection}（{why}）"):
        if not collection.published_on:
            raise Refused("还没有公布。")
        collection.published_on = None
    return collection


def report(actor, collection, *, on, to) -> object:
    """The next congress heard how the proposals were handled (向大会报告)."""
    with deed(actor, EDIT, collection, what=f"报告提案办理：{collection}"):
        _on_or_after(on, collection.deadline, "报告", "征集截止")
        collection.reported_on, collection.reported_to = on, to
    return collection


def award(actor, proposal, *, on) -> Proposal:
    """Choose an outstanding proposal (优秀提案)."""
    with deed(actor, EDIT, proposal, what=f"评为优秀提案：{proposal.matter}"):
        if proposal.stage not in (Stage.ANSWERED, Stage.CLOSED):
            raise Refused(f"这件提案{proposal.stage}，答复以后才能评优。")
        _on_or_after(on, proposal.answered_on, "评优", "答复")
        proposal.awarded_on = on
    return proposal


def commend(actor, collection, *, units) -> object:
    """Name the units that handled proposals best (先进承办单位)."""
    with deed(actor, EDIT, collection, what=f"评先进承办单位：{units}"):
        handled = {name for name in collection.proposals.values_list("main", flat=True) if name}
        named = [one.strip() for one in units.replace("，", "、").split("、") if one.strip()]
        if strangers := [one for one in named if one not in handled]:
            raise Refused(f"{'、'.join(strangers)}没有主办过这次的提案，请核对名称。")
        collection.best_units = "、".join(named)
    return collection
