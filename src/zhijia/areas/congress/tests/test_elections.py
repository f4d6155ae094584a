"""Elections from planning to the committee in office: who may stand, what is level, who approves."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zhijia.areas.congress.actions import elections as actions
from zhijia.areas.congress.actions import requests as asking
from zhijia.areas.congress.actions import rounds
from zhijia.areas.congress.cards.elections import cards
from zhijia.areas.congress.letters import elections as letters
from zhijia.areas.congress.models import Candidate, Chamber, Congress, Delegate, Request, Sitting
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules.elections import Aim, Body, Kin, Office, Stage, Turn
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.areas.members import actions as members
from zhijia.areas.members.models import Person, Spell, State, Term
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Count
from zhijia.core.org.models import Union
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry
from zhijia.kit.paper import read_paragraphs, read_tables, write_word

pytestmark = pytest.mark.django_db
ASKED, POSTED, UNTIL, DAY = date(2025, 3, 1), date(2025, 3, 5), date(2025, 3, 12), date(2025, 3, 20)
NAMES = ("郑月", "丁一", "王五", "李四")
AGREED = Request.Answer.AGREED


@pytest.fixture
def people(mill, group):
    """Six full members, four of whom will stand."""
    found = {name: Person.objects.create(house=mill, union=group, name=name, sex="女") for name in (*NAMES, "于九", "毛六")}
    for person in found.values():
        Spell.objects.create(person=person)
    return found


@pytest.fixture
def election(alice, mill, people):
    """An election of three out of four candidates, in the order of strokes."""
    planned = plan(alice, mill)
    actions.nominate(alice, planned, people=[people[name] for name in NAMES], by="细纱车间分会", on=ASKED)
    return planned


def plan(actor, union, **told):
    told = {"aim": Aim.RENEWAL, "body": Body.UNION, "office": Office.MEMBER, "seats": 3, "on": DAY, "number": 6, **told}
    return actions.plan(actor, union=union, **told)


def agreed(alice, uma, election):
    """Posted, handed up, and agreed to by the county."""
    actions.post(alice, election, since=POSTED, until=UNTIL)
    asked = asking.ask(alice, election, on=ASKED, number="红纺工〔2025〕1号")
    asking.reply(uma, asked, answer=AGREED, on=POSTED, document="批1号")
    election.refresh_from_db()
    return election


def voted(alice, audrey, found, *yes, present=6):
    """Two tellers count the same votes for the names in their order on the ballot."""
    vote = voting.begin(alice, found.vote, present=present)
    count = Count(present, present, 0, tuple((each, present - each, 0) for each in yes))
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=count, today=DAY)
    found.refresh_from_db()
    return rounds.settle(alice, found)


def won(election):
    return [each.person.name for each in queries.elected(election)]


def test_candidates_stand_in_the_order_of_strokes(election):
    assert [(each.person.name, each.place) for each in queries.standing(election)] == [
        ("丁一", 1), ("王五", 2), ("李四", 3), ("郑月", 4)
    ]


def test_the_order_may_be_set_by_hand(alice, election):
    actions.put_in_order(alice, election, names=["郑月", "丁一", "王五", "李四"])
    assert [each.person.name for each in queries.standing(election)] == ["郑月", "丁一", "王五", "李四"]


def test_who_only_keeps_membership_cannot_stand_and_a_full_member_can(alice, election, people):
    Spell.objects.filter(person=people["于九"]).update(state=State.KEPT)
    with pytest.raises(Refused, match="于九不是在籍会员"):
        actions.nominate(alice, election, people=[people["毛六"], people["于九"]], by="上届委员会", on=ASKED)
    assert election.candidates.count() == 4
    actions.nominate(alice, election, people=[people["毛六"]], by="上届委员会", on=ASKED)
    assert election.candidates.count() == 5


def test_a_near_relative_of_the_head_cannot_stand_and_nothing_of_it_is_kept(alice, election, people):
    with pytest.raises(Refused, match="近亲属（配偶）.*规定"):
        actions.nominate(alice, election, people=[people["毛六"]], by="上届委员会", on=ASKED, kin=Kin.SPOUSE)
    assert not Candidate.objects.filter(person=people["毛六"]).exists()
    assert not Entry.objects.filter(what__contains="配偶").exists()


def test_nobody_stands_twice_but_may_come_back(alice, election, people):
    with pytest.raises(Refused, match="已经在候选人名单上"):
        actions.nominate(alice, election, people=[people["丁一"]], by="上届委员会", on=ASKED)
    actions.drop(alice, election.candidates.get(person=people["丁一"]), on=ASKED, why="本人意愿")
    actions.nominate(alice, election, people=[people["丁一"]], by="上届委员会", on=ASKED)
    assert [each.person.name for each in queries.standing(election)][0] == "丁一"


def test_seats_come_from_the_table_by_members(alice, mill, people):
    with pytest.raises(Refused, match="应有委员 3～5 人"):
        plan(alice, mill, seats=7)
    assert "P7" not in plan(alice, mill, seats=5).rule != ""


def test_a_term_is_three_or_five_years(alice, mill, people):
    with pytest.raises(Refused, match="任期应为 3、5 年"):
        plan(alice, mill, years=4)
    assert plan(alice, mill, years=3).years == 3


def test_as_many_candidates_as_seats_are_too_few_for_a_committee_but_enough_for_auditors(alice, uma, mill, election):
    actions.drop(alice, election.candidates.first(), on=ASKED, why="本人意愿")
    agreed(alice, uma, election)
    with pytest.raises(Refused, match="至少要有 4 名候选人"):
        rounds.prepare(alice, election)
    auditors = plan(alice, mill, body=Body.AUDIT)
    actions.nominate(alice, auditors, people=[each.person for each in queries.standing(election)], by="上届委员会", on=ASKED)
    assert rounds.prepare(alice, agreed(alice, uma, auditors)).turn == Turn.FIRST


def test_a_posting_that_is_too_short_is_refused_with_its_rule(alice, election):
    with pytest.raises(Refused, match="公示 4 天，不够。规定"):
        actions.post(alice, election, since=POSTED, until=date(2025, 3, 8))
    assert actions.post(alice, election, since=POSTED, until=date(2025, 3, 9)).posted_until == date(2025, 3, 9)


def test_no_vote_before_the_union_above_agreed(alice, uma, election):
    with pytest.raises(Refused, match="上级同意以后才能投票"):
        rounds.prepare(alice, election)
    prepared = rounds.prepare(alice, agreed(alice, uma, election))
    assert [(each.number, each.text) for each in prepared.vote.questions.all()] == [
        (1, "丁一"), (2, "王五"), (3, "李四"), (4, "郑月")
    ]
    assert (prepared.vote.most, prepared.vote.electors.count(), prepared.vote.threshold) == (3, 6, "1/2")


def test_a_new_committee_takes_office_when_its_election_is_approved(alice, audrey, uma, mill, election):
    old = members.open_term(alice, union=mill, committee=Body.UNION, since=date(2020, 3, 1), years=5, number=5)
    voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, election)), 6, 5, 4, 2)
    election.refresh_from_db()
    assert (election.stage, election.held_on, won(election)) == (Stage.ELECTED, DAY, ["丁一", "王五", "李四"])
    first = queries.elected(election)[0]
    actions.divide(alice, election, titles={first.pk: "主席"})
    asked = asking.ask(alice, election, on=DAY)
    assert asked.names == "丁一（主席，6 票）；王五（委员，5 票）；李四（委员，4 票）"
    assert Term.objects.filter(ended_on=None).get() == old
    asking.reply(uma, asked, answer=AGREED, on=date(2025, 3, 25), document="东工批〔2025〕3号")
    election.refresh_from_db()
    old.refresh_from_db()
    term = election.term
    assert (election.stage, election.approved_on, old.ended_on) == (Stage.APPROVED, date(2025, 3, 25), DAY)
    assert (term.number, term.since, term.years, term.document) == (6, DAY, 5, "东工批〔2025〕3号")
    assert [(seat.name, seat.title) for seat in term.seats.all()] == [("丁一", "主席"), ("王五", "委员"), ("李四", "委员")]


def test_those_level_at_the_last_seat_are_voted_on_among_themselves(alice, audrey, uma, election):
    first = voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, election)), 6, 5, 4, 4)
    election.refresh_from_db()
    assert (first.left, won(election), election.stage) == (1, ["丁一", "王五"], Stage.AGREED)
    with pytest.raises(Refused, match="得票相等，应就这几个人再次投票"):
        rounds.leave_vacant(alice, election, why="够用")
    second = rounds.prepare(alice, election)
    assert (second.turn, second.seats, [each.text for each in second.vote.questions.all()]) == (
        Turn.RUNOFF, 1, ["李四", "郑月"]
    )
    voted(alice, audrey, second, 2, 3)
    election.refresh_from_db()
    assert (election.stage, sorted(won(election))) == (Stage.ELECTED, sorted(["丁一", "王五", "郑月"]))


def test_seats_still_open_are_voted_on_again_or_left_vacant_when_enough_were_elected(alice, audrey, uma, mill, election, people):
    actions.cancel(alice, election, why="重新筹备")
    bigger = plan(alice, mill, seats=4)
    standing = [people[name] for name in (*NAMES, "于九")]
    actions.nominate(alice, bigger, people=standing, by="上届委员会", on=ASKED)
    voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, bigger)), 6, 2, 2, 3, 3)
    bigger.refresh_from_db()
    with pytest.raises(Refused, match="已选出 1 人，少于至少 3 人"):
        rounds.leave_vacant(alice, bigger, why="够用")
    again = rounds.prepare(alice, bigger)
    assert (again.turn, again.seats, again.vote.questions.count(), again.vote.threshold) == (Turn.AGAIN, 3, 4, "1/2")
    voted(alice, audrey, again, 6, 5, 1, 1)
    bigger.refresh_from_db()
    rounds.leave_vacant(alice, bigger, why="三人可以开展工作")
    assert (bigger.stage, bigger.vacant, len(won(bigger))) == (Stage.ELECTED, 1, 3)


def test_a_void_vote_is_held_again_among_the_same(alice, audrey, uma, election):
    first = rounds.prepare(alice, agreed(alice, uma, election))
    vote = voting.begin(alice, first.vote, present=6)
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=Count(5, 6, 0, ((6, 0, 0),) * 4), today=DAY)
    second = rounds.prepare(alice, election)
    assert (second.turn, second.number, second.vote.questions.count()) == (Turn.REPEAT, 2, 4)


def test_someone_written_in_may_win(alice, audrey, uma, election, people):
    first = rounds.prepare(alice, agreed(alice, uma, election))
    vote = voting.begin(alice, first.vote, present=6)
    with pytest.raises(Refused, match="近亲属"):
        rounds.write_in(alice, first, person=people["毛六"], kin=Kin.CHILD)
    rounds.write_in(alice, first, person=people["毛六"])
    count = Count(6, 6, 0, ((6, 0, 0), (5, 1, 0), (2, 4, 0), (1, 5, 0), (4, 0, 2)))
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=count, today=DAY)
    first.refresh_from_db()
    rounds.settle(alice, first)
    assert won(election) == ["丁一", "王五", "毛六"]
    assert election.candidates.get(person=people["毛六"]).by == "另选他人"


def test_who_was_written_in_and_is_no_member_is_not_elected(alice, audrey, uma, election, people):
    first = rounds.prepare(alice, agreed(alice, uma, election))
    vote, spell = voting.begin(alice, first.vote, present=6), people["毛六"].spells.get()
    rounds.write_in(alice, first, person=people["毛六"])
    count = Count(6, 6, 0, ((6, 0, 0), (5, 1, 0), (2, 4, 0), (1, 5, 0), (4, 0, 2)))
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=count, today=DAY)
    first.refresh_from_db()
    Spell.objects.filter(pk=spell.pk).update(state=State.KEPT)
    with pytest.raises(Refused, match="毛六不是在籍会员"):
        rounds.settle(alice, first)
    assert not election.candidates.filter(person=people["毛六"]).exists()
    Spell.objects.filter(pk=spell.pk).update(state=spell.state)
    rounds.settle(alice, first)
    assert won(election) == ["丁一", "王五", "毛六"]


def test_the_county_downloads_the_letter_it_answers_and_nobody_beside(alice, uma, carol, election, login):
    actions.post(alice, election, since=POSTED, until=UNTIL)
    letter = reverse("congress:letter_below", args=[asking.ask(alice, election, on=ASKED, number="1号").pk])
    there = login(uma).get(letter)
    assert "妥否，请批示。" in read_paragraphs(BytesIO(b"".join(there.streaming_content)))
    assert [login(each).get(letter).status_code for each in (carol, alice)] == [404, 404]


def test_a_chair_is_recalled_by_more_than_half_of_all(alice, audrey, uma, mill, people):
    term = members.open_term(alice, union=mill, committee=Body.UNION, since=date(2022, 3, 1), years=5)
    chair = members.seat(alice, term, title="主席", since=date(2022, 3, 1), person=people["郑月"])
    recall = plan(alice, mill, aim=Aim.RECALL, office=Office.CHAIR, seats=1)
    with pytest.raises(Refused, match="丁一现在不在这个委员会"):
        actions.nominate(alice, recall, people=[people["丁一"]], by="三分之一以上会员", on=ASKED)
    actions.nominate(alice, recall, people=[people["郑月"]], by="三分之一以上会员", on=ASKED)
    asking.reply(uma, asking.ask(alice, recall, on=ASKED), answer=AGREED, on=POSTED)
    voted(alice, audrey, rounds.prepare(alice, recall), 4)
    recall.refresh_from_db()
    asking.reply(uma, asking.ask(alice, recall, on=DAY), answer=AGREED, on=DAY)
    chair.refresh_from_db()
    assert (chair.until, recall.term) == (DAY, term)
    assert [card.title for card in cards(alice, date(2025, 9, 1)) if card.urgent] == []


def test_a_request_refused_goes_back_and_may_be_handed_up_again(alice, uma, election):
    asked = asking.ask(alice, election, on=ASKED)
    asking.reply(uma, asked, answer=Request.Answer.REFUSED, on=POSTED, note="候选人名单请再酝酿")
    election.refresh_from_db()
    assert election.stage == Stage.PLANNED
    asking.ask(alice, election, on=POSTED)
    assert [each.answer for each in election.requests.order_by("id")] == ["不同意", ""]


def test_only_the_union_above_replies_and_alice_may_write_down_its_letter(alice, carol, uma, election):
    asked = asking.ask(alice, election, on=ASKED)
    with pytest.raises(Refused, match="只有上级工会"):
        asking.reply(alice, asked, answer=AGREED, on=POSTED)
    with pytest.raises(PermissionDenied):
        asking.record_reply(carol, asked, answer=AGREED, on=POSTED, by="东山县总工会")
    with pytest.raises(PermissionDenied):
        asking.record_reply(uma, asked, answer=AGREED, on=POSTED, by="东山县总工会")
    asking.record_reply(alice, asked, answer=AGREED, on=POSTED, by="东山县总工会", document="东工批〔2025〕1号")
    with pytest.raises(Refused, match="已于 2025-03-05 批复"):
        asking.record_reply(alice, asked, answer=AGREED, on=POSTED, by="东山县总工会")
    assert (asked.answer, asked.document) == ("同意", "东工批〔2025〕1号")


def test_alice_approves_the_election_of_a_workshop_below_her(alice, lee, mill, people):
    workshop = Union.objects.create(code="shop", name="细纱车间工会", kind="车间工会", parent=mill, region="全国")
    asked = asking.ask(alice, plan(alice, workshop), on=ASKED)
    assert list(queries.to_answer(alice)) == [asked]
    assert asking.reply(alice, asked, answer=AGREED, on=POSTED).by == "红旗纺织厂工会"


def test_who_sees_what(alice, carol, uma, dan, election):
    asked = asking.ask(alice, election, on=ASKED)
    assert list(queries.visible(alice)) == [election]
    assert [list(queries.visible(actor)) for actor in (carol, uma, dan)] == [[], [], []]
    assert list(queries.requests_from_below(uma)) == [asked]
    assert [list(queries.requests_from_below(actor)) for actor in (alice, carol, dan)] == [[], [], []]


def test_a_reply_that_is_late_presses(alice, uma, election):
    asking.ask(alice, election, on=ASKED)
    told = {day: [(card.title, card.urgent) for card in cards(uma, day)] for day in (date(2025, 3, 16), date(2025, 3, 17))}
    assert told == {date(2025, 3, 16): [("下级选举请示待批复", False)], date(2025, 3, 17): [("下级选举请示待批复", True)]}
    assert ("选举请示等上级批复", True) in [(card.title, card.urgent) for card in cards(alice, date(2025, 3, 17))]


def test_a_vacant_chair_is_told_and_presses_after_the_months_allowed(alice, mill, people):
    term = members.open_term(alice, union=mill, committee=Body.UNION, since=date(2022, 3, 1), years=5)
    members.seat(alice, term, title="委员", since=date(2022, 3, 1), person=people["丁一"])
    chair = members.seat(alice, term, title="主席", since=date(2022, 3, 1), person=people["郑月"])
    assert cards(alice, DAY) == []
    members.leave_seat(alice, chair, on=date(2025, 1, 10))
    assert [[card.urgent for card in cards(alice, day)] for day in (date(2025, 4, 10), date(2025, 4, 11))] == [[False], [True]]


def test_the_file_set_says_what_is_there_and_what_is_missing(alice, audrey, uma, election):
    actions.keep_paper(alice, election, number=5, on=DAY, kept="卷宗三")
    voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, election)), 6, 5, 4, 2)
    election.refresh_from_db()
    assert [(each.number, each.there) for each in queries.file_set(election)] == [
        (1, True), (2, True), (3, False), (4, True), (5, True), (6, False), (7, False), (8, False), (9, True), (10, False),
        (11, True), (12, False), (13, False), (14, False),
    ]


def written(paper):
    file = BytesIO()
    write_word(paper, file)
    return file


def test_the_sheet_of_results_and_the_request_are_written_in_word(alice, audrey, uma, election):
    voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, election)), 6, 5, 4, 2)
    election.refresh_from_db()
    sheet = written(letters.result_sheet(election))
    assert "当选：丁一、王五、李四。" in read_paragraphs(sheet)
    assert read_tables(sheet) == [
        [["应到", "实到", "发出票", "收回票", "有效票", "废票"], ["6", "6", "6", "6", "6", "0"]],
        [["序号", "姓名", "同意", "不同意", "弃权", "结果"], ["1", "丁一", "6", "0", "0", "当选"],
         ["2", "王五", "5", "1", "0", "当选"], ["3", "李四", "4", "2", "0", "当选"], ["4", "郑月", "2", "4", "0", ""]],
    ]
    asked = written(letters.request_letter(asking.ask(alice, election, on=DAY)))
    assert "东山县总工会：" in read_paragraphs(asked)


def test_figures_count_elections_held_people_and_approvals(alice, audrey, uma, mill, election):
    voted(alice, audrey, rounds.prepare(alice, agreed(alice, uma, election)), 6, 5, 4, 2)
    election.refresh_from_db()
    there, period = branches(mill), year(2025)
    counted = (queries.held, queries.chosen, queries.approved)
    assert [rows(there, period).count() for rows in counted] == [1, 3, 0]
    asking.reply(uma, asking.ask(alice, election, on=DAY), answer=AGREED, on=DAY)
    assert queries.approved(there, period).count() == 1


def test_at_a_congress_its_delegates_vote_and_observers_do_not(alice, mill, people):
    congress = Congress.objects.create(union=mill, kind=Kind.MEMBERS, number=6, since=ASKED)
    for name, observer in (("丁一", False), ("王五", False), ("李四", True)):
        Delegate.objects.create(congress=congress, person=people[name], since=ASKED, observer=observer)
    chamber = Chamber.objects.create(sitting=Sitting.objects.create(union=mill, on=DAY), congress=congress, number=1)
    assert [each.name for each in queries.electors(plan(alice, mill, chamber=chamber))] == ["丁一", "王五"]


def test_alice_prepares_an_election_from_page_to_page(alice, uma, login, mill, people):
    client = login(alice)
    asked = {"union": mill.pk, "aim": "换届选举", "body": "工会委员会", "office": "委员", "seats": 3, "years": 5}
    assert client.post("/congress/elections/new/", {**asked, "on": "2025-03-20"}).status_code == 302
    election = queries.visible(alice).get()
    here = f"/congress/elections/{election.pk}/"
    named = {"people": "郑月、丁一、王五、李四", "kin": "不是近亲属", "by": "细纱车间分会", "on": "2025-03-01"}
    assert client.post(f"{here}nominate/", {**named, "kin": "配偶"}).status_code == 422
    assert client.post(f"{here}nominate/", named).status_code == 302
    assert client.post(f"{here}post/", {"since": "2025-03-05", "until": "2025-03-12"}).status_code == 302
    assert client.post(f"{here}ask/", {"on": "2025-03-05", "number": "1号"}).status_code == 302
    waiting = queries.to_answer(uma).get()
    assert "丁一、王五、李四、郑月" in login(uma).get(f"/congress/elections/requests/{waiting.pk}/").text
    reply = {"answer": "同意", "on": "2025-03-06", "document": "批1号"}
    assert client.post(f"/congress/elections/requests/{waiting.pk}/reply/", reply).status_code == 302
    client = login(alice)
    assert client.post(f"{here}vote/", {"kind": "无记名投票（纸质票）", "on": "2025-03-20"}).status_code == 302
    page = client.get(here).text
    assert "第一次投票" in page and "批1号" in page
    assert client.get(f"/congress/elections/requests/{waiting.pk}/letter/").status_code == 200


def test_one_election_and_three_cost_the_same_questions(alice, login, mill, people):
    client = login(alice)
    costs = []
    for bodies in ((Body.UNION,), (Body.AUDIT, Body.WOMEN)):
        for body in bodies:
            plan(alice, mill, body=body)
        client.get("/congress/elections/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/congress/elections/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
