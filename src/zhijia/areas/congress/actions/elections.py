"""An election is prepared: planned, candidates proposed and posted, the order on the ballot, papers kept."""

from datetime import date

from zhijia.areas.congress.models import Candidate, Election, RenewalPaper
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules import elections as rules
from zhijia.areas.congress.rules.elections import Aim, Kin, Stage
from zhijia.areas.congress.rules.strokes import by_strokes
from zhijia.areas.members.queries import state_of
from zhijia.areas.members.rules.membership import may_vote
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

EDIT = "congress.edit"


def plan(actor, *, union, aim, body, office, seats, on, number=None, years=5, chamber=None) -> Election:
    """Plan an election; seats and term must fit the standards of the union."""
    election = Election(
        union=union, aim=aim, body=body, office=office, seats=seats, on=on, number=number, years=years, chamber=chamber
    )
    with deed(actor, EDIT, election, what=f"筹备选举：{election}"):
        _fits(election)
    return election


def correct(actor, election, **changes) -> Election:
    """Correct what was planned, while nothing was handed up."""
    with deed(actor, EDIT, election, what=f"更正选举：{election}"):
        _still(election, Stage.PLANNED)
        for name, value in changes.items():
            setattr(election, name, value)
        _fits(election)
    return election


def cancel(actor, election, *, why) -> Election:
    """Call an election off; it stays on record with the reason."""
    with deed(actor, EDIT, election, what=f"取消选举：{election}"):
        election.stage, election.why = rules.step(election.stage, Stage.CANCELLED), why
    return election


def nominate(actor, election, *, people, by, on, kin=Kin.NONE) -> list[Candidate]:
    """Put people forward (提名、酝酿). Who may not stand is refused with the reason, and nothing of it is kept."""
    with deed(actor, EDIT, election, what=f"提名候选人：{election}"):
        _still(election, Stage.PLANNED, Stage.ASKED, Stage.AGREED)
        if election.rounds.exists():
            raise Refused("已经备好选票，不能再提名。投票时另选的人，在“另选他人”登记。")
        if wrong := [fault for person in people for fault in may_not_stand(election, person, kin=kin)]:
            raise Refused(" ".join(wrong))
        made = [Candidate.objects.create(election=election, person=person, by=by, on=on) for person in people]
        _arrange(election)
    return made


def may_not_stand(election, person, *, kin=Kin.NONE) -> list[str]:
    """Why someone cannot be a candidate, each as one sentence with its rule."""
    barred = policy("org.candidate.relatives_barred", election.union, election.on)
    term = queries.running_term(election)
    found = rules.faults(
        person.name, member=may_vote(state_of(person)), kin=kin, kin_barred=bool(barred.value), aim=election.aim,
        named=election.candidates.filter(person=person, dropped_on=None).exists(),
        seated=bool(term) and term.seats.filter(person=person, until=None).exists(),
    )
    return [*found, explain(barred)] if kin != Kin.NONE and found else found


def drop(actor, candidate, *, on, why) -> Candidate:
    """A candidate withdraws or is taken off; the line stays and says why."""
    with deed(actor, EDIT, candidate, what=f"退出候选人：{candidate}"):
        if candidate.election.rounds.exists():
            raise Refused("已经备好选票，不能再撤下候选人。")
        if candidate.dropped_on:
            raise Refused(f"{candidate}已经退出。")
        candidate.dropped_on, candidate.why = on, why
    _arrange(candidate.election)
    return candidate


def put_in_order(actor, election, *, names) -> Election:
    """Set the order on the ballot by hand, where the order by strokes is not wanted."""
    with deed(actor, EDIT, election, what=f"调整票面顺序：{election}"):
        if election.rounds.exists():
            raise Refused("已经备好选票，不能再改顺序。")
        standing = queries.standing(election)
        places = rules.reordered([str(each.person) for each in standing], names)
        for candidate, place in zip(standing, places, strict=True):
            Candidate.objects.filter(pk=candidate.pk).update(place=place + 1)
    return election


def post(actor, election, *, since: date, until: date, objections="") -> Election:
    """Put the list of candidates up (公示), for as many days as the standard asks; later what came of it."""
    with deed(actor, EDIT, election, what=f"公示候选人：{election}"):
        if not queries.standing(election):
            raise Refused("还没有候选人。请先提名。")
        days = policy("election.posting_days", election.union, since)
        if (until - since).days + 1 < days.whole:
            raise Refused(f"公示 {(until - since).days + 1} 天，不够。{explain(days)}")
        election.posted_on, election.posted_until, election.objections = since, until, objections
    return election


def divide(actor, election, *, titles) -> Election:
    """Write down who is chair, deputy, and in charge of what (分工): {candidate id: title}."""
    with deed(actor, EDIT, election, what=f"委员分工：{election}"):
        _still(election, Stage.ELECTED)
        for candidate in queries.elected(election):
            candidate.title = titles.get(candidate.pk, candidate.title)
            candidate.full_clean()
            candidate.save(update_fields=["title"])
    return election


def keep_paper(actor, election, *, number, on, kept="") -> RenewalPaper:
    """Write down that a paper of the file set is there; a second time corrects the first."""
    paper = election.papers.filter(number=number).first() or RenewalPaper(election=election, number=number)
    with deed(actor, EDIT, paper, what=f"登记换届材料：{election}"):
        paper.on, paper.kept = on, kept
    return paper


def _still(election, *stages):
    if election.stage not in stages:
        raise Refused(f"这次选举{election.stage}，不能再办这一步。")


def _arrange(election):
    """Number the candidates in the order of the strokes of their names."""
    standing = sorted(queries.standing(election), key=lambda each: (by_strokes(each.person.name), each.pk))
    for place, candidate in enumerate(standing, start=1):
        Candidate.objects.filter(pk=candidate.pk).update(place=place)


def _fits(election):
    """The term is one the standard allows, the seats are as many as the table says."""
    years = policy("org.term.years", election.union, election.on)
    if election.years not in years.value:
        raise Refused(f"任期应为 {'、'.join(str(n) for n in dict.fromkeys(years.value))} 年。{explain(years)}")
    if election.aim != Aim.RENEWAL or election.office != rules.Office.MEMBER:
        return
    size = queries.size(election.union, election.body, election.on)
    if not size.holds(election.seats):
        raise Refused(f"{election.body}{size}")
    election.rule = str(size)[:300]
