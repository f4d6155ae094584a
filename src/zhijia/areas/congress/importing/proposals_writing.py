"""Writing a judged register of proposals: one deed on the batch, all or nothing."""

from collections import defaultdict

from zhijia.areas.congress.importing.proposals import KIND, Plan, words_of
from zhijia.areas.congress.models import Collection, Proposal, Signer
from zhijia.areas.congress.proposalbook import Entry, complete
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import Fault, Part, Stage, valid_seconders
from zhijia.core.imports.batches import new_batch, remember
from zhijia.core.imports.models import Batch
from zhijia.core.policy import deadline
from zhijia.core.trail.deed import deed
from zhijia.kit.imports import Verdict

LONGEST = 300


def write(actor, union, verdict: Verdict) -> Batch | None:
    """Write what was judged; None when there is nothing to write."""
    plan: Plan = verdict.plan
    if not plan.new and not plan.changed:
        return None
    batch = new_batch(KIND, union, verdict.file_name, verdict.digest, actor)
    batch.counts = {**verdict.counts, "problems": len(verdict.problems), "totals": verdict.totals}
    with deed(actor, queries.EDIT, batch, what=f"导入提案登记表：{verdict.file_name}"[:200]):
        batch.save()
        _bring_up_to_date(plan, batch)
        _bring_in(plan, union, batch, _said(verdict))
    return batch


def _said(verdict: Verdict) -> dict:
    """What is wrong with each row, in words."""
    found = defaultdict(list)
    for problem in verdict.problems:
        found[problem.sheet, problem.row].append(problem.message)
    return {row: "".join(messages)[:LONGEST] for row, messages in found.items()}


def _bring_up_to_date(plan: Plan, batch: Batch) -> None:
    """Proposals the file tells in other words; the old rows stay with the batch."""
    remember(batch, Proposal, [proposal.pk for proposal, _ in plan.changed])
    for proposal, values in plan.changed:
        for name, value in values.items():
            setattr(proposal, name, value)
        proposal.save(update_fields=list(values))


def _bring_in(plan: Plan, union, batch: Batch, said: dict) -> None:
    """Proposals nobody had written down, with their people; a call that is not on record comes with them."""
    call = plan.collection or Collection.objects.create(union=union, series=plan.series, deadline=plan.deadline, batch=batch)
    due, people = deadline("proposals.review_days", union, call.deadline), _roll(call)
    made = [_proposal(one, call, batch, due, said) for one in plan.new]
    Proposal.objects.bulk_create(made)
    Signer.objects.bulk_create(
        signer for one, proposal in zip(plan.new, made, strict=True) for signer in _signers(one, proposal, people)
    )


def _proposal(one: Entry, call: Collection, batch: Batch, due, said: dict) -> Proposal:
    """A proposal where it stands by what the file says: late, to be completed, or to be reviewed."""
    stage = Stage.LATE if Fault.LATE in one.faults else Stage.SUBMITTED if complete(one) else Stage.RETURNED
    terms = {Stage.SUBMITTED: due, Stage.RETURNED: call.deadline}
    return Proposal(
        union=call.union, collection=call, number=one.no, received_on=one.on, stage=stage, due_on=terms.get(stage), batch=batch,
        why="" if stage == Stage.SUBMITTED else said.get((one.sheet, one.row), ""), **words_of(one),
    )


def _roll(call: Collection) -> dict:
    """Who may sign, by name; a name that two people have is nobody's."""
    found = defaultdict(list)
    for person in queries.entitled(call, call.deadline):
        found[person.name].append(person)
    return {name: people[0] for name, people in found.items() if len(people) == 1}


def _signers(one: Entry, proposal: Proposal, people: dict) -> list[Signer]:
    """Proposers, and the seconders that count."""
    listed = {*one.proposers, *one.seconders} - set(one.strangers)
    parts = [(Part.PROPOSER, name, one.team or "") for name in dict.fromkeys(one.proposers)]
    parts += [(Part.SECONDER, name, "") for name in valid_seconders(one.proposers, one.seconders, listed)]
    return [
        Signer(proposal=proposal, part=part, name=name[:40], person=people.get(name), signed_on=one.on,
               place=(place or _place(people.get(name)))[:60])
        for part, name, place in parts
    ]


def _place(person) -> str:
    return str(person.union) if person else ""
