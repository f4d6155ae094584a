"""The votes of an election: prepared in the voting room, settled here, repeated where seats stay open or names are level."""

from zhijia.areas.congress.actions.elections import EDIT, may_not_stand
from zhijia.areas.congress.models import Candidate, Round
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules import elections as rules
from zhijia.areas.congress.rules.elections import Aim, Kin, Stage, Turn
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.actions import Asked
from zhijia.areas.voting.rules import Kind
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

WRITTEN_IN = "另选他人"


def prepare(actor, election, *, kind=Kind.PAPER, on=None) -> Round:
    """Prepare the next vote: the first, one among the level, one for seats still open, or one in place of a void one."""
    with deed(actor, EDIT, election, what=f"准备投票：{election}"):
        if election.stage != Stage.AGREED:
            raise Refused(f"这次选举{election.stage}。上级同意以后才能投票，请先办请示、登记批复。")
        if not Kind(kind).secret:
            raise Refused("选举必须无记名投票。")
        last = queries.last_round(election)
        turn, people, seats = _next(election, last) if last else (Turn.FIRST, _candidates(election), election.seats)
        vote = _vote(actor, election, turn, people, seats, kind=kind, on=on or election.on)
        number = last.number + 1 if last else 1
        return Round.objects.create(election=election, number=number, turn=turn, seats=seats, vote=vote)


def write_in(actor, found, *, person, kin=Kin.NONE):
    """Someone voters wrote on the ballot (另选他人): may they stand? Then one more line to be counted."""
    if wrong := may_not_stand(found.election, person, kin=kin):
        raise Refused(" ".join(wrong))
    return voting.write_in(actor, found.vote, text=str(person), person=person)


def settle(actor, found) -> Round:
    """Read what a closed vote decided into the election; with no seat left open the election has its result."""
    election = found.election
    with deed(actor, EDIT, found, what=f"确认选举结果：{found}"):
        if found.settled_on:
            raise Refused("这次投票的结果已经确认过了。")
        if not found.decided:
            raise Refused(f"这次投票{found.vote.stage}。计票结束、两份计票单相符以后才能确认结果。")
        outcome = queries.outcome(found)
        _may_be_elected(found, outcome)
        _write(election, found, outcome)
        found.settled_on, found.left = found.vote.on, outcome.left
        if outcome.settled:
            _chosen(actor, election, on=found.vote.on)
    return found


def leave_vacant(actor, election, *, why):
    """Leave the seats still open vacant (缺额), where the committee can work without."""
    last = queries.last_round(election)
    if last is None or not last.settled_on or not last.left:
        raise Refused("现在没有缺额。")
    if queries.outcome(last).tied:
        raise Refused("最后的名额有人得票相等，应就这几个人再次投票。")
    fewest = queries.size(election.union, election.body, election.on).low
    elected = len(queries.elected(election))
    if not rules.workable(elected, election.seats, fewest):
        raise Refused(f"已选出 {elected} 人，少于至少 {fewest or election.seats // 2 + 1} 人，不能缺额，请另行选举。")
    return _chosen(actor, election, on=last.vote.on, vacant=last.left, why=why)


def _chosen(actor, election, *, on, vacant=0, why=""):
    """The election has its result."""
    with deed(actor, EDIT, election, what=f"选出：{election}"):
        election.stage = rules.step(election.stage, Stage.ELECTED)
        election.held_on, election.vacant, election.why = on, vacant, why
    return election


def _candidates(election):
    """People on the first ballot: enough of them, posted long enough."""
    people = [candidate.person for candidate in queries.standing(election)]
    fewest = 1 if election.aim == Aim.RECALL else election.seats
    source = ""
    if key := rules.surplus_key(election.aim, election.office, election.body):
        rate = policy(key, election.union, election.on)
        fewest, source = rules.fewest_candidates(election.seats, rate.whole), explain(rate)
    if len(people) < fewest:
        raise Refused(f"候选人 {len(people)} 人，应选 {election.seats} 人，至少要有 {fewest} 名候选人。{source}")
    if election.aim != Aim.RECALL and (election.posted_until is None or election.posted_until > election.on):
        raise Refused("候选人还没有公示，或公示期满晚于选举日期。请先登记公示。")
    return people


def _next(election, last):
    """(turn, people, seats) of the vote after the last one."""
    if last.void:
        return Turn.REPEAT if last.turn == Turn.FIRST else last.turn, _asked(last), last.seats
    if not last.settled_on:
        raise Refused("上一次投票还没有确认结果。")
    outcome = queries.outcome(last)
    if outcome.tied:
        return Turn.RUNOFF, [person for person in _asked(last) if person.pk in outcome.tied], outcome.left
    return Turn.AGAIN, [each.person for each in queries.standing(election) if not each.elected_on], last.left


def _asked(last):
    """People on the ballot of a vote, those written in too."""
    return [question.person for question in last.vote.questions.select_related("person").exclude(person=None)]


def _vote(actor, election, turn, people, seats, *, kind, on):
    """The vote in the voting room. Those level passed already: among them more votes are enough."""
    recall = election.aim == Aim.RECALL
    book = {key: policy(key, election.union, on) for key in ("election.win", "election.quorum", "org.chair.removal")}
    win, quorum = book["org.chair.removal" if recall else "election.win"], book["election.quorum"]
    level = turn == Turn.RUNOFF
    return voting.prepare(
        actor, union=election.union, title=f"{election}（{turn}）"[:120], kind=kind, on=on, quorum=quorum.value,
        questions=[Asked(str(person), person=person) for person in people], electors=queries.electors(election),
        threshold="0" if level else win.value, most=None if recall else seats,
        rule=f"{'得票相等的人再次投票，得票多的当选。' if level else explain(win)}{explain(quorum)}",
    )


def _may_be_elected(found, outcome):
    """Refuse a result by which someone who was written in and may not stand would be elected."""
    election = found.election
    listed = set(election.candidates.filter(dropped_on=None).values_list("person", flat=True))
    written_in = [person for person in _asked(found) if person.pk in outcome.elected and person.pk not in listed]
    if wrong := [fault for person in written_in for fault in may_not_stand(election, person)]:
        told = " ".join(wrong)
        raise Refused(f"另选的人不能当选：{told}会籍登记有误的，更正以后再确认；确实不能当选的，取消这次选举，重新组织。")


def _write(election, found, outcome):
    """Votes of this round to every candidate in it, the day to those elected; who was written in and won joins the list."""
    by_person = {candidate.person_id: candidate for candidate in election.candidates.filter(dropped_on=None)}
    for person, counts in queries.votes_of(found.vote).items():
        candidate = by_person.get(person)
        if candidate is None and person in outcome.elected:
            candidate = Candidate(
                election=election, person_id=person, by=WRITTEN_IN, on=found.vote.on, place=len(by_person) + 1
            )
        if candidate is not None:
            candidate.votes = counts[0]
            candidate.elected_on = found.vote.on if person in outcome.elected else None
            candidate.save()
