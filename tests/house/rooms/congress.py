"""Records of the congress room for the tests of the house."""

from datetime import date

from tests.house.rooms import at
from zhijia.areas.congress.actions import elections, rounds
from zhijia.areas.congress.actions import requests as asking
from zhijia.areas.congress.rules.elections import Aim, Body, Office
from zhijia.areas.members import actions as members
from zhijia.areas.voting import actions as voting

DAY = date(2025, 5, 20)


def keep(side, kept):
    """Everything of the room."""
    _elections(side, kept)


def _elections(side, kept):
    """Two elections: one in preparation, one with its result handed up. Who stands is named to the union above (open)."""
    chair, union = side.chair, side.union
    people = [members.add(chair, union=side.group, name=f"{side.open}候选{n}", member=True) for n in "甲乙丙丁"]
    told = {"union": union, "aim": Aim.RENEWAL, "office": Office.MEMBER, "on": DAY, "number": 4}
    kept.planned_election = elections.plan(chair, body=Body.WOMEN, seats=1, **told)
    kept.candidate = elections.nominate(
        chair, kept.planned_election, people=people[:2], by=f"{side.mark}分会", on=date(2025, 5, 1)
    )[0]
    kept.election = elections.plan(chair, body=Body.UNION, seats=3, **told)
    elections.nominate(chair, kept.election, people=people, by=f"{side.mark}分会", on=date(2025, 5, 1))
    elections.post(
        chair, kept.election, since=date(2025, 5, 5), until=date(2025, 5, 12), objections=f"{side.mark}没有异议"
    )
    elections.keep_paper(chair, kept.election, number=5, on=DAY, kept=f"{side.mark}卷宗")
    agreed = asking.ask(chair, kept.election, on=date(2025, 5, 5), number="1号")
    asking.record_reply(chair, agreed, answer="同意", on=date(2025, 5, 6), by="县总工会")
    kept.election.refresh_from_db()
    kept.round = rounds.prepare(chair, kept.election)
    entitled = kept.round.vote.electors.count()
    voting.begin(chair, kept.round.vote, present=entitled)
    kept.request = agreed
    kept.waiting_request = asking.ask(chair, kept.planned_election, on=date(2025, 5, 6), number="2号")


RECORDS = {
    **at("congress", "planned_election", "correct_election cancel_election nominate put_in_order post_candidates record_reply"),
    **at("congress", "election", "election ask prepare_round leave_vacant divide result_sheet keep_paper"),
    **at("congress", "candidate", "drop_candidate"), **at("congress", "round", "round settle write_in"),
    **at("congress", "waiting_request", "request_below reply request_letter"),
}
OPEN_ABOVE = {"congress:request_below", "congress:reply"}
