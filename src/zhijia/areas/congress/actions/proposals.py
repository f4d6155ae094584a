"""What happens to proposals (提案): called for, raised, seconded, reviewed, merged, kept for next time. Each is one deed."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.utils import timezone

from zhijia.areas.congress.models import Collection, Proposal, Signer
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules import proposals as rules
from zhijia.areas.congress.rules.proposals import Part, Stage, step
from zhijia.areas.members import queries as members
from zhijia.core.files.storing import store
from zhijia.core.policy import deadline, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

EDIT = queries.EDIT


def call(actor, *, union, since, deadline, congress=None, sitting=None, theme="", note="") -> Collection:
    """Call for proposals (征集通知) before a sitting, for as many days as the rules want."""
    least, most = policy("proposals.collect_days", union, deadline).value
    rules.within((deadline - since).days, least, most)
    collection = Collection(
        union=union, congress=congress, sitting=sitting, since=since, deadline=deadline, theme=theme, note=note,
        series=_series(congress, sitting, deadline),
    )
    with deed(actor, EDIT, collection, what=f"征集提案：{collection.series}"):
        if congress is not None and congress.union_id != union.pk:
            raise Refused("这一届大会不是这个工会的，请重新选择。")
        if sitting is not None and sitting.union_id != union.pk:
            raise Refused("这次会议不是这个工会的，请重新选择。")
        return collection


def _series(congress, sitting, deadline: date) -> str:
    """How the numbers of a call begin: 6-2 for the second sitting of the sixth term, else the term and year."""
    number = sitting and sitting.chambers.filter(congress=congress).values_list("number", flat=True).first()
    if number:
        return f"{congress.number}-{number}"
    return f"{congress.number}-{deadline.year}" if congress is not None else str(deadline.year)


def extend(actor, collection, *, deadline, why) -> Collection:
    """Keep a call open for longer, with the reason."""
    with deed(actor, EDIT, collection, what=f"延长征集：{collection}"):
        if deadline <= collection.deadline:
            raise Refused(f"现在的截止日期是 {collection.deadline}，延期要比它晚。")
        if collection.published_on:
            raise Refused("办理结果已经公布，不能再延长征集。")
        collection.deadline, collection.extended = deadline, why
        collection.proposals.filter(stage=Stage.GATHERING).update(due_on=deadline)
    return collection


def propose(
    actor, collection, *, matter, kind, reason, measures, proposers, seconders=(), delegation="", on=None, own=False,
) -> Proposal:
    """Raise a proposal. On paper everybody has signed; online those named as seconders are asked to.

    After the deadline it is kept as late, to become a suggestion or to wait for the next call; online it is refused.
    """
    on = on or timezone.localdate()
    late = on > collection.deadline
    proposal = Proposal(
        union=collection.union, collection=collection, number=_next(collection), matter=matter, kind=kind, reason=reason,
        measures=measures, delegation=delegation, received_on=on, own=own, stage=Stage.LATE if late else Stage.GATHERING,
        due_on=None if late else collection.deadline,
    )
    with deed(actor, EDIT, proposal, what=f"提出提案：{matter}", own=own):
        _may_raise(collection, proposal, proposers, on)
        _people(collection, proposers, seconders, on)
        proposal.save()
        _sign(proposal, Part.PROPOSER, proposers, on)
        _sign(proposal, Part.SECONDER, seconders, None if own else on)
        _submit_when_seconded(proposal, on)
    return proposal


def propose_own(actor, collection, *, proposers=(), seconders=(), **texts) -> Proposal:
    """Raise a proposal of one's own on the phone, alone or with others."""
    me = members.own(actor).select_related("union").first()
    if me is None:
        raise Refused("您的账号还没有对应到名册上的人，请找工会认领账号。")
    everybody = [me, *(one for one in proposers if one.pk != me.pk)]
    return propose(actor, collection, proposers=everybody, seconders=seconders, own=True, **texts)


def _next(collection) -> int:
    return (collection.proposals.aggregate(last=Max("number"))["last"] or 0) + 1


def _may_raise(collection, proposal, proposers, on) -> None:
    if collection.since and on < collection.since:
        raise Refused(f"征集从 {collection.since} 开始，还不能提交。")
    if proposal.own and proposal.stage == Stage.LATE:
        raise Refused(f"征集已于 {collection.deadline} 截止，不再受理；可以交工会作意见建议，或等下次征集。")
    if on > timezone.localdate():
        raise Refused("提交日期还没有到，请核对。")
    if not proposers and not proposal.delegation:
        raise Refused("请写明提案人，或以代表团名义提出。")
    most = policy("proposals.proposers_max", collection.union, collection.deadline)
    if len(proposers) > most.whole:
        raise Refused(f"联名提案人最多 {most.value} 人，这件有 {len(proposers)} 人；其余的请作附议人。")
    if rules.two_matters(proposal.matter, proposal.reason, proposal.measures):
        raise Refused("看起来写了两件事，应一事一案，请分成两件提出。")


def _people(collection, proposers, seconders, on) -> None:
    """Everybody is a delegate and signs once; a proposer does not second their own."""
    people = [*proposers, *seconders]
    known = set(queries.entitled(collection, on).filter(pk__in=[one.pk for one in people]).values_list("pk", flat=True))
    if strangers := [one.name for one in people if one.pk not in known]:
        raise Refused(f"{'、'.join(strangers)}不是有表决权的代表，不能提案、附议。")
    if {one.pk for one in proposers} & {one.pk for one in seconders}:
        raise Refused("提案人不能附议自己的提案，请换一位附议人。")
    if len({one.pk for one in people}) < len(people):
        raise Refused("同一个人写了两次，请核对。")


def _sign(proposal, part, people, on) -> None:
    Signer.objects.bulk_create(
        Signer(proposal=proposal, part=part, person=one, name=one.name, place=str(one.union)[:60], signed_on=on) for one in people
    )


def _submit_when_seconded(proposal, on: date) -> None:
    """A proposal with its seconders goes to be reviewed; a delegation's needs none."""
    if proposal.stage in (Stage.GATHERING, Stage.RETURNED) and _complete(proposal):
        proposal.stage = step(proposal.stage, Stage.SUBMITTED)
        proposal.due_on = deadline("proposals.review_days", proposal.union, max(proposal.collection.deadline, on))


def _complete(proposal) -> bool:
    """Whether those who signed are enough and the text tells of one matter."""
    if rules.two_matters(proposal.matter, proposal.reason, proposal.measures):
        return False
    signed = proposal.signers.filter(part=Part.SECONDER, declined_on=None).exclude(signed_on=None).count()
    return bool(proposal.delegation) or signed >= queries.least_seconders(proposal.collection)


def second(actor, signer, *, on=None) -> Signer:
    """Someone named as a seconder signs; the query that found the signature was their own."""
    on = on or timezone.localdate()
    proposal = signer.proposal
    with deed(actor, EDIT, proposal, what=f"附议：{proposal.matter}", own=True):
        _asked_still(proposal, signer, on)
        _people(proposal.collection, [], [signer.person], on)
        signer.signed_on = on
        signer.save(update_fields=["signed_on"])
        _submit_when_seconded(proposal, on)
    return signer


def decline(actor, signer) -> Signer:
    """Someone named as a seconder does not wish to be one."""
    proposal = signer.proposal
    with deed(actor, EDIT, proposal, what=f"不附议：{proposal.matter}", own=True):
        _asked_still(proposal, signer, proposal.received_on)
        signer.declined_on = timezone.localdate()
        signer.save(update_fields=["declined_on"])
    return signer


def _asked_still(proposal, signer, on) -> None:
    signer.refresh_from_db(fields=["signed_on", "declined_on"])
    if signer.part != Part.SECONDER or signer.signed_on:
        raise Refused("您已经签过名了。")
    if proposal.stage not in (Stage.GATHERING, Stage.RETURNED):
        raise Refused(f"这件提案{proposal.stage}，不再附议。")
    if on > proposal.collection.deadline:
        raise Refused(f"征集已于 {proposal.collection.deadline} 截止，不能再附议。")


def add_seconders(actor, proposal, people, *, on=None, own=False) -> Proposal:
    """More seconders: on paper signed, online asked."""
    on = on or timezone.localdate()
    with deed(actor, EDIT, proposal, what=f"补附议人：{proposal.matter}", own=own):
        if proposal.stage not in (Stage.GATHERING, Stage.RETURNED):
            raise Refused(f"这件提案{proposal.stage}，不用再补附议人。")
        if own and on > proposal.collection.deadline:
            raise Refused(f"征集已于 {proposal.collection.deadline} 截止，请找工会补签。")
        _people(proposal.collection, [], people, on)
        there = set(proposal.signers.values_list("name", flat=True))
        if twice := [one.name for one in people if one.name in there]:
            raise Refused(f"{'、'.join(twice)}已经在这件提案上了，请换人。")
        _sign(proposal, Part.SECONDER, people, None if own else on)
        _submit_when_seconded(proposal, on)
    return proposal


def amend(actor, proposal, *, own=False, **texts) -> Proposal:
    """Change the words of a proposal before it is reviewed; who seconded the old words keeps seconding them."""
    with deed(actor, EDIT, proposal, what=f"修改提案：{proposal.matter}", own=own):
        if proposal.stage not in (*rules.OPEN, Stage.LATE):
            raise Refused(f"这件提案{proposal.stage}，不能再改。")
        for name, value in texts.items():
            setattr(proposal, name, value)
        if rules.two_matters(proposal.matter, proposal.reason, proposal.measures):
            raise Refused("看起来写了两件事，应一事一案，请分成两件提出。")
        _submit_when_seconded(proposal, timezone.localdate())
    return proposal


def withdraw(actor, proposal, *, why, own=False) -> Proposal:
    """The proposers take their proposal back."""
    with deed(actor, EDIT, proposal, what=f"撤回提案：{proposal.matter}", own=own):
        proposal.stage = step(proposal.stage, Stage.WITHDRAWN)
        proposal.why, proposal.due_on = why, None
    return proposal


def give_back(actor, proposal, *, why) -> Proposal:
    """Give a proposal back to be completed (退回补充)."""
    with deed(actor, EDIT, proposal, what=f"退回补充：{proposal.matter}"):
        proposal.stage = step(proposal.stage, Stage.RETURNED)
        proposal.why, proposal.due_on = why, proposal.collection.deadline
    return proposal


def review(actor, proposal, *, result, on, reason="", into=None) -> Proposal:
    """The committee's decision (审查): 立案, 并案 into another, 转意见建议 or 不立案, the last two with a written reason."""
    then = rules.RESULTS[result]
    with deed(actor, EDIT, proposal, what=f"审查提案：{proposal.matter}，{result}"):
        stage = step(proposal.stage, then)
        if then in (Stage.SUGGESTION, Stage.REFUSED) and not reason.strip():
            raise Refused(f"{result}须书面说明理由，请填写理由。")
        _on_or_after(on, proposal.received_on, "审查", "提交")
        proposal.into = _mergeable(proposal, into) if then == Stage.MERGED else None
        proposal.stage, proposal.result, proposal.reviewed_on, proposal.why = stage, result, on, reason
        proposal.due_on = deadline("proposals.hand_days", proposal.union, on) if then == Stage.FILED else None
    return proposal


def _mergeable(proposal, into) -> Proposal:
    if into is None:
        raise Refused("请写明并入哪一件提案。")
    if into.pk == proposal.pk or into.collection_id != proposal.collection_id:
        raise Refused("只能并入同一次征集的另一件提案。")
    if into.stage not in (Stage.SUBMITTED, Stage.FILED, Stage.HANDED):
        raise Refused(f"“{into}”{into.stage}，不能并入；请并入待审查、已立案或办理中的提案。")
    if proposal.merged.exists():
        raise Refused("已有提案并入这一件，不能再把它并入别的；请先拆开。")
    return into


def _on_or_after(on: date, start: date | None, act: str, before: str) -> None:
    if start is not None and on < start:
        raise Refused(f"{act}日期早于{before}日期（{start}），请核对。")


def review_again(actor, proposal, *, why) -> Proposal:
    """Take a result of the review back, a merge included, until the proposal is handed over; the reason stays in the trail."""
    with deed(actor, EDIT, proposal, what=f"撤销审查结果：{proposal.matter}（{why}）"):
        if proposal.stage not in rules.REVIEWED:
            raise Refused(f"这件提案{proposal.stage}，没有可以撤销的审查结果。")
        if proposal.merged.exists():
            raise Refused("已有提案并入这一件，请先把它们拆开。")
        if proposal.into is not None and proposal.into.answered_on:
            raise Refused("并入的提案已经答复，不能再拆开。")
        proposal.stage = step(proposal.stage, Stage.SUBMITTED)
        proposal.into, proposal.result, proposal.reviewed_on, proposal.why = None, "", None, ""
        proposal.due_on = deadline("proposals.review_days", proposal.union, timezone.localdate())
    return proposal


def carry(actor, proposal, *, collection, on=None) -> Proposal:
    """Keep a proposal for the next call: a new one with its words and people; the old one says where it went."""
    on = on or timezone.localdate()
    with deed(actor, EDIT, proposal, what=f"转下次征集：{proposal.matter}"):
        if collection.union_id != proposal.union_id or on > collection.deadline:
            raise Refused("请转到本工会还没有截止的征集。")
        proposal.stage = step(proposal.stage, Stage.CARRIED)
        proposal.due_on = None
    texts = {name: getattr(proposal, name) for name in ("matter", "kind", "reason", "measures", "delegation", "own")}
    new = Proposal(
        union=proposal.union, collection=collection, number=_next(collection), received_on=on, earlier=proposal,
        due_on=collection.deadline, **texts,
    )
    with deed(actor, EDIT, new, what=f"上次转来的提案：{new.matter}"):
        new.save()
        for old in proposal.signers.filter(declined_on=None):
            Signer.objects.create(proposal=new, part=old.part, person=old.person, name=old.name, place=old.place,
                                  signed_on=old.signed_on and on)
        _submit_when_seconded(new, on)
    return new


def hand_in(actor, *, union, upload, year="") -> tuple:
    """Take in a register of proposals to be looked at before it is written; (the file, the year told)."""
    if not actor.can(EDIT, union):
        raise PermissionDenied("这件事不在您的职责范围内。")
    return store(union, upload.name, upload, actor), year
