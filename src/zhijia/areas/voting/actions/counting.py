"""Counting and closing: after this the totals stand."""

import json
from collections.abc import Mapping, Sequence

from zhijia.areas.voting import rules
from zhijia.areas.voting.actions.preparing import RUN
from zhijia.areas.voting.models import CountSheet, NamedChoice, Tally
from zhijia.areas.voting.rules import Count, Kind, Stage
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

    A sheet that cannot be right is refused; one that differs from the other teller's stays and blocks, naming the boxes.
    """
    with deed(actor, COUNT, vote, what=f"录入计票单：{vote.title}"):
        _only(vote, Kind.PAPER)
        questions = list(vote.questions.all())
        names = [question.text for question in questions]
        if rules.overfull(count):
            vote.stage, vote.why = rules.step(vote.stage, Stage.VOID), _overfull(count)
            return vote
        if wrong := rules.faults(count, entitled=vote.entitled, present=vote.present, names=names):
            raise Refused(" ".join(wrong))
        CountSheet.objects.update_or_create(vote=vote, teller_id=actor.user_id, defaults={"count": _as_json(count)})
        others = vote.sheets.exclude(teller_id=actor.user_id)
        if others and all(_of(sheet) == count for sheet in others):
            _freeze(vote, count, today)
    return vote


def close(actor, vote, *, issued: int, today):
    """End an electronic vote: `issued` slips were handed out. Opens and counts the ballots once; totals are frozen."""
    with deed(actor, RUN, vote, what=f"结束表决：{vote.title}"):
        _only(vote, Kind.SLIPS)
        ballots = [json.loads(ballot.picks) for ballot in vote.ballots.all()]
        sizes = [len(choices) for choices in vote.questions.values_list("choices", flat=True)]
        spoilt, rows = rules.tallied(ballots, sizes, vote.most)
        count = Count(issued, len(ballots), spoilt, rows)
        if rules.overfull(count):
            vote.stage, vote.why = rules.step(vote.stage, Stage.VOID), _overfull(count)
            return vote
        if issued > vote.present:
            raise Refused(f"发出 {issued} 张，多于实到 {vote.present} 人，请核对。")
        _freeze(vote, count, today)
    return vote


def _only(vote, kind):
    if vote.kind != kind:
        raise Refused(f"这次是{vote.kind}，不能这样登记结果。")
    if vote.stage != Stage.OPEN:
        raise Refused(f"这次表决{vote.stage}，不能登记结果。")


def _freeze(vote, count: Count, today):
    """Write the totals and close: from here on nothing of the vote changes."""
    vote.stage = rules.step(vote.stage, Stage.CLOSED)
    vote.issued, vote.returned, vote.spoilt, vote.closed_on = count.issued, count.returned, count.void, today
    Tally.objects.bulk_create(
        Tally(question=question, choice=choice, count=number)
        for question, row in zip(vote.questions.all(), count.rows, strict=True)
        for choice, number in enumerate(row)
    )


def _overfull(count: Count) -> str:
    return f"收回 {count.returned} 张，多于发出 {count.issued} 张，按规定这次投票无效，须重新投票。"


def _as_json(count: Count) -> dict:
    return {"issued": count.issued, "returned": count.returned, "void": count.void, "rows": [list(row) for row in count.rows]}


def _of(sheet) -> Count:
    told = sheet.count
    return Count(told["issued"], told["returned"], told["void"], tuple(tuple(row) for row in told["rows"]))
