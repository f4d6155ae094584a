"""柳溪镇中心小学: the committee of the union elected anew, from the request to those above to their answer on the result."""

from datetime import date

from zhijia.areas.congress.actions import elections, requests, rounds
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules.elections import Aim, Body, Office
from zhijia.areas.members import queries as people
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Count
from zhijia.core.org.scope import branches
from zhijia.site.demo.unions import SCHOOL, chair, login

NAME = "柳溪镇中心小学工会换届选举"
DAY, SEATS = date(2021, 6, 18), 5
ABOVE, AGREED = "柳溪县教育工会", "同意"
AGAINST = (1, 2, 3, 4, 6, 44)
TITLES = ("主席", "副主席", "组织委员", "宣传委员", "女工委员")


def record() -> None:
    """Members elect the committee; two tellers count alike."""
    actor, union = chair(SCHOOL)
    election = elections.plan(
        actor, union=union, aim=Aim.RENEWAL, body=Body.UNION, office=Office.MEMBER, seats=SEATS, on=DAY, number=4,
    )
    standing = people.members(branches(union), DAY).order_by("id")[3:3 + len(AGAINST)]
    elections.nominate(actor, election, people=standing, by="上届工会委员会", on=date(2021, 5, 12))
    _agreed(actor, election, asked=date(2021, 5, 20), answered=date(2021, 5, 26))
    elections.post(actor, election, since=date(2021, 6, 1), until=date(2021, 6, 10), objections="公示期间没有收到异议")
    _vote(actor, election)
    titles = {candidate.pk: title for candidate, title in zip(queries.elected(election), TITLES, strict=True)}
    elections.divide(actor, election, titles=titles)
    _agreed(actor, election, asked=date(2021, 6, 21), answered=date(2021, 6, 30))


def _agreed(actor, election, *, asked, answered) -> None:
    """The request that is due, and the paper that came back."""
    request = requests.ask(actor, election, on=asked)
    requests.record_reply(actor, request, answer=AGREED, on=answered, by=ABOVE)
    election.refresh_from_db()


def _vote(actor, election) -> None:
    found = rounds.prepare(actor, election)
    entitled = found.vote.electors.count()
    voting.begin(actor, found.vote, present=entitled)
    rows = tuple((entitled - against, against, 0) for against in AGAINST)
    for teller in (actor, login("xiaoxueweiyuan")):
        voting.key_count(teller, found.vote, count=Count(entitled, entitled, 0, rows), today=DAY)
    found.refresh_from_db()
    rounds.settle(actor, found)
    election.refresh_from_db()
