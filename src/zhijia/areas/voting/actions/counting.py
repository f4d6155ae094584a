"""Counting and closing: after this the totals stand."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction

from django.db import connection, transaction

from zhijia.areas.voting import rules
from zhijia.areas.voting.actions.preparing import RUN
from zhijia.areas.voting.models import Ballot, CountSheet, NamedChoice, Question, Tally
from zhijia.areas.voting.rules import Count, Kind, Stage
from zhijia.core.database.profile import empty_journal
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

COUNT = "voting.count"


def record_hands(actor, vote, *, rows: Sequence[Sequence[int]], today):
    """Hands were counted: the numbers of each question in the order of its choices; closes the vote."""
    with deed(actor, RUN, vote, what=f"举手表决结果：{vote.title}"):
        _only(vote, Kind.HANDS)
        for question, row in zip(vote.questions.all(), rows, strict=True):
            if sum(row) > vote.present:
                raise Refused(f"“{question}”举手合计 {sum(row)} 人，多于实到 {vote.present} 人，请重数。")
        _freeze(vote, Count(vote.present, vote.present, 0, tuple(map(tuple, rows))), today)
    return vote


def record_named(actor, vote, *, answers: Mapping[int, Sequence[int]], today):
    """Everyone said by name what they choose: {elector id: indexes in the order of the questions}; closes the vote."""
    with deed(actor, RUN, vote, what=f"记名投票结果：{vote.title}"):
        _only(vote, Kind.NAMED)
        if len(answers) > vote.present:
            raise Refused(f"有 {len(answers)} 人的选择，多于实到 {vote.present} 人，请核对。")
        questions = list(vote.questions.all())
        known = set(vote.electors.values_list("pk", flat=True))
        if not set(answers) <= known:
            raise Refused("名单里有没有表决权的人，请核对。")
        NamedChoice.objects.bulk_create(
            NamedChoice(elector_id=elector, question=question, choice=pick)
            for elector, picks in answers.items()
            for question, pick in zip(questions, picks, strict=True)
        )
        spoilt, rows = rules.tallied(list(answers.values()), [len(q.choices) for q in questions], vote.most)
        _freeze(vote, Count(len(answers), len(answers), spoilt, rows), today)
    return vote


def key_count(actor, vote, *, count: Count, today):
    """A teller keys the count of a paper vote (计票单). Two tellers' sheets that agree close the vote.

    Nobody counts who is on the ballot. A sheet that cannot be right is refused; one that differs from the other teller's
    stays and blocks, naming the boxes. When both counted more ballots back than out, the vote is void.
    """
    with deed(actor, COUNT, vote, what=f"录入计票单：{vote.title}"):
        _only(vote, Kind.PAPER)
        questions = list(vote.questions.select_related("person"))
        if any(each.person and actor.known and each.person.account_id == actor.user_id for each in questions):
            raise Refused("您在这张选票上，不能计票。请没有被提名、没有被另选的人来录入。")
        names = [question.text for question in questions]
        if wrong := rules.faults(count, entitled=vote.entitled, present=vote.present, names=names):
            raise Refused(" ".join(wrong))
        CountSheet.objects.update_or_create(vote=vote, teller_id=actor.user_id, defaults={"count": asdict(count)})
        others = vote.sheets.exclude(teller_id=actor.user_id)
        if others and all(Count.of(sheet.count) == count for sheet in others):
            _finish(vote, count, today)
    return vote


def close(actor, vote, *, issued: int, today):
    """End an electronic vote: `issued` slips were handed out. Opens and counts the ballots once; totals are frozen."""
    with deed(actor, RUN, vote, what=f"结束表决：{vote.title}"):
        _only(vote, Kind.SLIPS)
        ballots = [rules.unpacked(ballot.picks) for ballot in vote.ballots.all()]
        sizes = [len(choices) for choices in vote.questions.values_list("choices", flat=True)]
        spoilt, rows = rules.tallied(ballots, sizes, vote.most)
        if issued > vote.present:
            raise Refused(f"发出 {issued} 张，多于实到 {vote.present} 人，请核对。")
        _reshuffle(vote, ballots)
        _finish(vote, Count(issued, len(ballots), spoilt, rows), today)
    transaction.on_commit(lambda: empty_journal(connection), robust=True)
    return vote


def _reshuffle(vote, ballots):
    """Seal all ballots anew, in the order of new random keys: even where cells lie in the file told the order they came in."""
    vote.ballots.all().delete()
    anew = [Ballot(vote=vote, picks=rules.packed(picks)) for picks in ballots]
    Ballot.objects.bulk_create(sorted(anew, key=lambda ballot: ballot.pk))


def _finish(vote, count: Count, today):
    """Close with totals, or without any when more came back than went out."""
    if rules.overfull(count):
        vote.stage, vote.closed_on = rules.step(vote.stage, Stage.VOID), today
        vote.why = f"收回 {count.returned} 张，多于发出 {count.issued} 张，按规定这次投票无效，须重新投票。"
    else:
        _freeze(vote, count, today)


def _only(vote, kind):
    if vote.kind != kind:
        raise Refused(f"这次是{vote.kind}，不能这样登记结果。")
    if vote.stage != Stage.OPEN:
        raise Refused(f"这次表决{vote.stage}，不能登记结果。")


def _freeze(vote, count: Count, today):
    """Write the totals and close: from here on nothing of the vote changes."""
    vote.stage = rules.step(vote.stage, Stage.CLOSED)
    vote.issued, vote.returned, vote.spoilt, vote.closed_on = count.issued, count.returned, count.void, today
    questions = list(vote.questions.all())
    for question, row in zip(questions, count.rows, strict=True):
        Tally.objects.bulk_create(Tally(question=question, choice=choice, count=number) for choice, number in enumerate(row))
        question.carried = _carried(vote, question, row)
    Question.objects.bulk_update(questions, ("carried",))


def _carried(vote, question, row) -> bool | None:
    """Whether a matter put to 同意/不同意 was carried; None for other choices and for people: that is the calling room's."""
    if tuple(question.choices) != rules.YES_NO or question.person_id:
        return None
    return rules.passed(row[0], vote.entitled, Fraction(vote.threshold))
