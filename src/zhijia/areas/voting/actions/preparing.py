"""Setting a vote up: what is asked, who is entitled, opening it, declaring it void."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhijia.areas.voting import rules
from zhijia.areas.voting.models import Elector, Question, Vote
from zhijia.areas.voting.rules import Kind, Stage
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

RUN = "voting.run"


@dataclass(frozen=True)
class Asked:
    """One question as the calling room puts it; `person` is the candidate or the one judged."""

    text: str
    choices: tuple[str, ...] = rules.YES_NO
    person: object = None


def prepare(
    actor, *, union, title, kind, on, questions: Sequence[Asked], electors: Iterable, threshold="1/2", quorum="2/3", rule="",
    most=None, told_in="",
) -> Vote:
    """Set a vote up. `electors` are the people entitled (应到), each once; shares are fractions of all of them.

    `told_in`: the result is not shown with the vote but there, counted together with other groups.
    """
    if not questions:
        raise Refused("还没有写表决什么，请至少写一项。")
    vote = Vote(
        union=union, title=title, kind=Kind(kind), on=on, threshold=str(Fraction(threshold)), quorum=str(Fraction(quorum)),
        rule=rule[:300], most=most, told_in=told_in,
    )
    with deed(actor, RUN, vote, what=f"准备表决：{title}"):
        vote.save()
        Question.objects.bulk_create(
            Question(vote=vote, number=number, text=each.text, choices=list(each.choices), person=each.person)
            for number, each in enumerate(questions, start=1)
        )
        Elector.objects.bulk_create(Elector(vote=vote, person=person) for person in dict.fromkeys(electors))
    return vote


def begin(actor, vote, *, present: int) -> Vote:
    """Open a vote: enough have come, the list of the entitled is frozen."""
    with deed(actor, RUN, vote, what=f"开始表决：{vote.title}"):
        vote.stage = rules.step(vote.stage, Stage.OPEN)
        vote.entitled, vote.present = vote.electors.count(), present
        if not rules.quorate(present, vote.entitled, Fraction(vote.quorum)):
            least = rules.least(vote.entitled, Fraction(vote.quorum))
            raise Refused(f"应到 {vote.entitled} 人，实到 {present} 人，不足 {vote.quorum}（至少 {least} 人），不能表决。")
    return vote


def void(actor, vote, *, why) -> Vote:
    """Declare a vote void, with the reason; it stays on record, a new one is held."""
    with deed(actor, RUN, vote, what=f"表决作废：{vote.title}"):
        vote.stage, vote.why = rules.step(vote.stage, Stage.VOID), why
    return vote


def write_in(actor, vote, *, text, person=None) -> Question:
    """Someone not on a paper ballot whom voters wrote in (另选他人): one more line to be counted.

    Sheets keyed before lack that line: they are taken out, and both tellers key theirs anew.
    """
    last = vote.questions.order_by("number").last()
    question = Question(vote=vote, number=last.number + 1, text=text, choices=last.choices, person=person)
    with deed(actor, RUN, question, what=f"另选他人：{text}"):
        if vote.kind != Kind.PAPER or vote.stage != Stage.OPEN:
            raise Refused("只有纸质选票在点票时可以登记另选的人。")
        if person is None and vote.questions.exclude(person=None).exists():
            raise Refused("这是选人的票，另选的人要对上名册、看有没有被选举权：请从这次选举的“投票”里点“另选他人”登记。")
        vote.sheets.all().delete()
    return question
