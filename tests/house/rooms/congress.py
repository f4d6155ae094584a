"""Records of the congress room for the tests of the house."""

from datetime import date, timedelta

from django.utils import timezone

from tests.house.kept import _batch, _handed_in
from tests.house.rooms import at
from zhijia.areas.congress.actions import proposals
from zhijia.areas.congress.actions import proposals_handling as handling
from zhijia.areas.congress.models import Congress, Delegate


def keep(side, kept):
    """One record of every model, through the actions."""
    _bodies(side, kept)
    _proposals(side, kept)


def _bodies(side, kept):
    """A congress with two delegates, until the actions for it are there."""
    kept.congress = Congress.objects.create(union=side.union, number=6, since=date(2020, 1, 1))
    for person in (kept.person, kept.colleague, kept.without_account):
        Delegate.objects.create(congress=kept.congress, person=person, since=date(2020, 1, 1))


def _proposals(side, kept):
    """A call that runs with proposals at several stages, one merged, one answered twice; a register handed in."""
    chair, mark, today = side.chair, side.mark, timezone.localdate()
    days = {"since": today - timedelta(5), "deadline": today + timedelta(15)}
    kept.collection = proposals.call(chair, union=side.union, congress=kept.congress, theme=f"{mark}建言", **days)

    def raised(n, **more):
        texts = {"matter": f"{mark}第{n}件", "kind": "安全", "reason": f"{mark}理由", "measures": f"{mark}措施"}
        people = {"proposers": [kept.person], "seconders": [kept.colleague, kept.without_account], **more}
        return proposals.propose(chair, kept.collection, **texts, **people, on=today)

    kept.gathering = raised(1, seconders=[])
    kept.asked = raised(2, proposers=[kept.colleague], seconders=[])
    proposals.add_seconders(chair, kept.asked, [kept.person], own=True)
    kept.proposal, kept.filed, kept.merged = raised(3), raised(4), raised(5)
    kept.answered = raised(6)
    proposals.review(chair, kept.filed, result="立案", on=today)
    proposals.review(chair, kept.merged, result="并案", into=kept.filed, on=today)
    proposals.review(chair, kept.answered, result="立案", on=today)
    handling.hand_over(chair, kept.answered, main=f"{mark}科", signed_by=f"{mark}厂长", on=today, instruction=f"{mark}批示")
    reply = {"kind": "C", "trouble": f"{mark}困难", "answered_by": f"{mark}科长", "on": today}
    handling.answer(chair, kept.answered, **reply)
    proposer = kept.answered.signers.get(part="提案人")
    handling.rate(chair, kept.answered, proposer, grade="不满意", words=f"{mark}意见", on=today)
    handling.answer(chair, kept.answered, **reply, talked_on=today, talk=f"{mark}面谈")
    register = f"征集截止：2021年3月10日\n案由,提案人,附议人\n{mark}路,{mark}甲,{mark}乙\n"
    kept.proposals_file = _handed_in(side, "提案.csv", register)
    kept.proposals_batch = _batch(side, "proposals", "congress.edit")


CALL = "collection extend_call propose publish_proposals withdraw_results report_proposals commend_units print_proposals"
RECORDS = {
    **at("congress", "collection", f"{CALL} word_proposals my_propose"),
    **at("congress", "proposal", "proposal amend_proposal withdraw_proposal give_back_proposal review_proposal word_proposal"),
    **at("congress", "proposal", "my_proposal"), **at("congress", "merged", "proposal@merged review_again"),
    **at("congress", "gathering", "add_seconders carry_proposal my_amend my_ask my_withdraw"),
    **at("congress", "asked", "my_second my_decline"), **at("congress", "filed", "hand_over"),
    **at("congress", "answered", "answer_proposal rate_proposal close_proposal award_proposal my_rate proposal@answered"),
    **at("congress", "answered", "my_proposal@answered"),
    **at("congress", "proposals_file", "preview_proposals"), **at("congress", "proposals_batch", "undo_proposals"),
}
OPEN_TO_SELF = {
    "congress:my_propose", "congress:my_proposal", "congress:my_proposal@answered", "congress:my_amend", "congress:my_ask",
    "congress:my_withdraw", "congress:my_second", "congress:my_decline", "congress:my_rate",
}
