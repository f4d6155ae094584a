"""Votes from page to page: prepared, opened, counted by hand, by name, by two tellers; who is refused."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from zhijia.areas.voting import actions, queries
from zhijia.areas.voting.actions import Asked
from zhijia.areas.voting.area import cards
from zhijia.areas.voting.models import NamedChoice, Vote
from zhijia.areas.voting.rules import Count, Kind, Stage
from zhijia.areas.voting.tests.conftest import DAY, people
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

pytestmark = pytest.mark.django_db
LATER = date(2025, 3, 25)
AGREED = Count(6, 6, 0, ((4, 2, 0), (5, 1, 0)))
PICTURE = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def at(name, *keys):
    return reverse(f"voting:{name}", args=keys)


def shown(client, vote) -> str:
    return client.get(at("vote", vote.pk)).content.decode()


def grid(name, rows) -> dict:
    """What the boxes of a grid send: {(line, heading): value}."""
    return {f"{name}-{line}-{head}": str(value) for (line, head), value in rows.items()}


def numbers(vote, rows) -> dict:
    return grid("rows", {(q.pk, n): v for q, row in zip(vote.questions.all(), rows, strict=True) for n, v in enumerate(row)})


@pytest.fixture
def opened(alice, a_vote):
    return lambda kind, **more: actions.begin(alice, a_vote(kind, **more), present=6)


def test_alice_puts_a_matter_to_a_show_of_hands(alice, mill, delegates, login):
    client = login(alice)
    sent = {"union": mill.pk, "title": "食堂改造", "matters": "改造方案\n\n 经费预算 ", "kind": Kind.HANDS, "on": "2025-03-20"}
    client.post(at("prepare"), {**sent, "whole": "全体会员"})
    vote = Vote.objects.get()
    assert [(q.text, q.choices) for q in vote.questions.all()] == [
        ("改造方案", ["同意", "不同意", "弃权"]), ("经费预算", ["同意", "不同意", "弃权"])
    ]
    assert (vote.electors.count(), vote.threshold, vote.quorum) == (6, "1/2", "2/3")
    assert "至少 4 人到会" in client.get(at("begin", vote.pk)).content.decode()
    assert client.post(at("begin", vote.pk), {"present": 3}).status_code == 422
    client.post(at("begin", vote.pk), {"present": 5})
    client.post(at("hands", vote.pk), numbers(vote, [(4, 1, 0), (3, 2, 0)]))
    page = shown(client, vote)
    assert [(r.counts, r.passed) for r in queries.results(vote_now(vote))] == [((4, 1, 0), True), ((3, 2, 0), False)]
    assert "须超过全体 6 人的 1/2，即至少 4 票" in page and "未通过" in page and "收回" not in page
    assert [entry.what for entry in Entry.objects.order_by("id")] == [
        "准备表决：食堂改造", "开始表决：食堂改造", "举手表决结果：食堂改造"
    ]


def vote_now(vote):
    return Vote.objects.get(pk=vote.pk)


def test_a_list_of_names_holds_people_of_the_union_alone(alice, mill, next_door, delegates, login):
    sent = {"union": mill.pk, "title": "推选", "matters": "方案", "kind": Kind.NAMED, "on": "2025-03-20", "whole": "按下面的名单"}
    assert "请写出有表决权的人" in login(alice).post(at("prepare"), sent).content.decode()
    login(alice).post(at("prepare"), {**sent, "names": "代表1、代表3"})
    assert [str(each) for each in Vote.objects.get().electors.all()] == ["代表1", "代表3"]


def test_everybody_agrees_except_two(alice, opened, login):
    vote, client = opened(Kind.NAMED), login(alice)
    first, (one, two, *_) = vote.questions.first(), vote.electors.all()
    pressed = grid("chosen", {(one.pk, first.pk): 1, (two.pk, first.pk): "absent"})
    client.post(at("named", vote.pk), {"rest": "都选第一项（同意）", **pressed})
    assert [r.counts for r in queries.results(vote_now(vote))] == [(4, 1, 0), (5, 0, 0)]
    assert list(NamedChoice.objects.filter(elector=one).order_by("question").values_list("choice", flat=True)) == [1, 0]
    assert not NamedChoice.objects.filter(elector=two).exists()
    assert "各人的选择" in shown(client, vote)


def test_half_an_answer_by_name_is_asked_for(alice, opened, login):
    vote = opened(Kind.NAMED)
    pressed = grid("chosen", {(vote.electors.first().pk, vote.questions.first().pk): 0})
    answer = login(alice).post(at("named", vote.pk), {"rest": "没有投票，不计", **pressed})
    assert (answer.status_code, "有人只选了一部分" in answer.content.decode()) == (422, True)
    assert vote_now(vote).stage == Stage.OPEN


def test_two_tellers_key_alone_and_see_boxes_but_no_numbers(alice, audrey, opened, login):
    vote = opened(Kind.PAPER)
    sums = {"issued": 6, "returned": 6, "void": 0}
    wrong = login(alice).post(at("key_count", vote.pk), {**sums, **numbers(vote, [(4, 1, 0), (5, 1, 0)])})
    assert "“奖金分配办法”各栏合计 5 张，应等于有效票 6 张" in wrong.content.decode()
    login(alice).post(at("key_count", vote.pk), {**sums, **numbers(vote, [(4, 2, 0), (5, 1, 0)])})
    before = login(audrey).get(at("key_count", vote.pk)).content.decode()
    assert 'value="4"' not in before and "不一致的栏目" not in before
    login(audrey).post(at("key_count", vote.pk), {**sums, **numbers(vote, [(3, 3, 0), (5, 1, 0)])})
    differ = login(audrey).get(at("key_count", vote.pk)).content.decode()
    assert "奖金分配办法：同意、奖金分配办法：不同意" in differ and 'value="4"' not in differ
    assert [card.title for card in cards(alice, DAY)] == ["表决进行中", "计票单不一致"]
    login(audrey).post(at("key_count", vote.pk), {**sums, **numbers(vote, [(4, 2, 0), (5, 1, 0)])})
    assert (vote_now(vote).stage, cards(alice, DAY)) == (Stage.CLOSED, [])


def test_the_chair_alone_cannot_agree_with_himself(alice, opened):
    vote = opened(Kind.PAPER)
    for _ in range(2):
        actions.key_count(alice, vote, count=AGREED, today=DAY)
    assert vote.stage == Stage.OPEN


def test_nobody_counts_a_ballot_they_are_on(alice, audrey, a_vote, delegates):
    delegates[0].account_id = audrey.user_id
    delegates[0].save()
    sheet = {"count": Count(6, 6, 0, ((4, 2, 0),)), "today": DAY}
    hers = actions.begin(alice, a_vote(Kind.PAPER, questions=[Asked("代表0", person=delegates[0])]), present=6)
    with pytest.raises(Refused, match="您在这张选票上"):
        actions.key_count(audrey, hers, **sheet)
    assert not hers.sheets.exists()
    others = actions.begin(alice, a_vote(Kind.PAPER, questions=[Asked("代表1", person=delegates[1])]), present=6)
    actions.key_count(audrey, others, **sheet)
    assert others.sheets.count() == 1


def test_someone_written_in_is_one_more_line_that_both_count_anew(alice, audrey, a_vote, delegates, bob_person):
    vote, other = a_vote(Kind.PAPER, questions=[Asked("鲍小波", person=bob_person)], most=1), delegates[0]
    with pytest.raises(Refused, match="点票时"):
        actions.write_in(alice, vote, text="代表0", person=other)
    actions.begin(alice, vote, present=6)
    actions.key_count(alice, vote, count=Count(6, 6, 0, ((4, 2, 0),)), today=DAY)
    with pytest.raises(Refused, match="对上名册"):
        actions.write_in(alice, vote, text="李四")
    assert vote.sheets.exists()
    actions.write_in(alice, vote, text="代表0", person=other)
    assert not vote.sheets.exists()
    for teller in (alice, audrey):
        actions.key_count(teller, vote, count=Count(6, 6, 0, ((4, 2, 0), (1, 0, 5))), today=DAY)
    assert [(str(r.question), r.counts, r.question.carried) for r in queries.results(vote)] == [
        ("鲍小波", (4, 2, 0), None), ("代表0", (1, 0, 5), None)
    ]


def test_the_signed_sheet_is_attached_once(alice, opened, login):
    vote, client = opened(Kind.PAPER), login(alice)
    client.post(at("attach", vote.pk), {"upload": SimpleUploadedFile("计票单.pdf", PICTURE)})
    assert client.get(at("scan", vote.pk)).content == PICTURE
    again = client.post(at("attach", vote.pk), {"upload": SimpleUploadedFile("另一张.pdf", PICTURE)})
    assert "计票单已经附上，不能换" in again.content.decode()


def test_what_is_printed_for_paper(alice, opened, login):
    vote, client = opened(Kind.PAPER), login(alice)
    ballots = client.get(at("ballots", vote.pk) + "?n=2").content.decode()
    assert (ballots.count("（工会盖章处）"), ballots.count("同意画“○”，不同意画“×”，弃权不画")) == (2, 2)
    signing = client.get(at("sign_in", vote.pk)).content.decode()
    assert all(word in signing for word in ("应到 6 人", "签到", "领票签名", "备注（缺席原因）", "代表5", "监票人"))
    count = client.get(at("count_sheet", vote.pk)).content.decode()
    assert (count.count("□□"), all(word in count for word in ("唱票人", "计票人", "监票人"))) == (6, True)


def test_a_small_body_is_warned_before_it_votes_by_slips(alice, mill, group, a_vote, login):
    assert "只有 6 人有表决权，不足 10 人" in login(alice).get(at("begin", a_vote(Kind.SLIPS).pk)).content.decode()
    large = a_vote(Kind.SLIPS, electors=people(mill, group, 10))
    assert "不足 10 人" not in login(alice).get(at("begin", large.pk)).content.decode()


def test_slips_are_shown_once_with_the_code_behind_the_hash(alice, opened, login):
    vote, client = opened(Kind.SLIPS), login(alice)
    form = client.get(at("slips", vote.pk)).content.decode()
    token = form.split('name="kit_once" value="')[1].split('"')[0]
    first = client.post(at("slips", vote.pk), {"number": 6, "kit_once": token})
    assert (first.status_code, first.content.decode().count("</svg>"), vote.slips.count()) == (200, 6, 6)
    again = client.post(at("slips", vote.pk), {"number": 6, "kit_once": token})
    assert (again.status_code, vote.slips.count()) == (302, 6)


def test_printing_anew_strikes_out_what_was_not_used(alice, opened):
    vote = opened(Kind.SLIPS)
    old = actions.issue_slips(alice, vote, number=6)
    actions.cast(old[0], [0, 0])
    new = actions.issue_slips(alice, vote, number=5)
    with pytest.raises(Refused, match="没有这个票号"):
        actions.cast(old[1], [0, 0])
    actions.cast(new[0], [1, 1])
    actions.close(alice, vote, issued=6, today=DAY)
    assert [r.counts for r in queries.results(vote)] == [(1, 1, 0), (1, 1, 0)]


def refusal(client, vote, issued) -> str:
    """What the page that closes a vote answers to a number that is not confirmed, but for the number itself."""
    told = client.post(at("close", vote.pk), {"issued": issued}).content.decode()
    return re.sub(r'name="(csrfmiddlewaretoken|kit_once)" value="[^"]*"', "", told).replace(f'value="{issued}"', "")


def test_trying_numbers_does_not_tell_how_many_have_voted(alice, opened, login):
    vote, client = opened(Kind.SLIPS), login(alice)
    for code in actions.issue_slips(alice, vote, number=6)[:3]:
        actions.cast(code, [0, 0])
    assert len({refusal(client, vote, issued) for issued in range(7)}) == 1
    assert vote_now(vote).stage == Stage.OPEN


def test_what_is_shown_anyway_is_held_against_a_slip_of_the_pen(alice, mill, group, a_vote, login):
    vote, client = a_vote(Kind.SLIPS, electors=people(mill, group, 12)), login(alice)
    actions.begin(alice, vote, present=12)
    for code in actions.issue_slips(alice, vote, number=12)[:7]:
        actions.cast(code, [0, 0])
    refused = client.post(at("close", vote.pk), {"issued": 4, "sure": "on"})
    assert "已收回 5 张以上" in refused.content.decode() and vote_now(vote).stage == Stage.OPEN
    client.post(at("close", vote.pk), {"issued": 7, "sure": "on"})
    assert vote_now(vote).stage == Stage.CLOSED


def test_more_back_than_out_ends_the_vote_without_a_result(alice, opened, login):
    vote, client = opened(Kind.SLIPS), login(alice)
    for code in actions.issue_slips(alice, vote, number=6)[:3]:
        actions.cast(code, [0, 0])
    client.post(at("close", vote.pk), {"issued": 2, "sure": "on"})
    assert (vote_now(vote).stage, queries.results(vote_now(vote))) == (Stage.VOID, [])


def test_ballots_are_destroyed_when_the_appeal_period_has_passed(alice, opened, login):
    vote = opened(Kind.SLIPS)
    for code in actions.issue_slips(alice, vote, number=6)[:4]:
        actions.cast(code, [0, 0])
    actions.close(alice, vote, issued=5, today=DAY)
    assert "加密保存到2025年6月18日" in shown(login(alice), vote)
    with pytest.raises(Refused, match="保存到 2025-06-18"):
        actions.destroy(alice, vote, today=date(2025, 6, 18))
    assert [card.title for card in cards(alice, date(2025, 6, 19))] == ["选票保存期满"]
    assert vote.title in login(alice).get(at("due")).content.decode()
    login(alice).post(at("destroy", vote.pk))
    assert (vote.ballots.count(), vote.slips.count(), vote_now(vote).destroyed_on is not None) == (0, 0, True)
    assert [r.counts for r in queries.results(vote_now(vote))] == [(4, 0, 0), (4, 0, 0)]
    assert "选票和票号已于" in shown(login(alice), vote)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_closed_vote_stands(alice, audrey, opened, kind):
    vote = opened(kind)
    codes = actions.issue_slips(alice, vote, number=6) if kind == Kind.SLIPS else []
    sums = Count(6, 0, 0, ((0, 0, 0), (0, 0, 0)))
    {
        Kind.HANDS: lambda: actions.record_hands(alice, vote, rows=[(0, 0, 0), (0, 0, 0)], today=DAY),
        Kind.NAMED: lambda: actions.record_named(alice, vote, answers={}, today=DAY),
        Kind.PAPER: lambda: [actions.key_count(who, vote, count=sums, today=DAY) for who in (alice, audrey)],
        Kind.SLIPS: lambda: actions.close(alice, vote, issued=6, today=DAY),
    }[kind]()
    later = [
        lambda: actions.begin(alice, vote, present=6), lambda: actions.void(alice, vote, why="算错了"),
        lambda: actions.write_in(alice, vote, text="李四"), lambda: actions.issue_slips(alice, vote, number=6),
        lambda: actions.record_hands(alice, vote, rows=[(6, 0, 0), (6, 0, 0)], today=DAY),
        lambda: actions.record_named(alice, vote, answers={}, today=DAY),
        lambda: actions.key_count(alice, vote, count=sums, today=DAY),
        lambda: actions.close(alice, vote, issued=6, today=DAY), lambda: actions.cast((codes or ["AAAA"])[0], [0, 0]),
    ]
    for act in later:
        with pytest.raises(Refused):
            act()
    assert [r.counts for r in queries.results(vote_now(vote))] == [(0, 0, 0), (0, 0, 0)]


def test_alice_sees_her_mill_carol_nothing_and_the_union_above_no_votes(alice, carol, uma, lee, dan, opened, login):
    vote = opened(Kind.PAPER)
    assert [list(queries.visible(actor)) for actor in (alice, carol, uma)] == [[vote], [], []]
    assert login(carol).get(at("vote", vote.pk)).status_code == 404
    assert (login(dan).get(at("votes")).status_code, login(lee).get(at("vote", vote.pk)).status_code) == (403, 404)


def test_carol_runs_and_counts_nothing_here_and_an_auditor_counts_but_does_not_run(alice, carol, audrey, a_vote):
    vote = a_vote(Kind.PAPER)
    for actor in (carol, audrey):
        with pytest.raises(PermissionDenied):
            actions.begin(actor, vote, present=6)
    actions.begin(alice, vote, present=6)
    with pytest.raises(PermissionDenied):
        actions.key_count(carol, vote, count=AGREED, today=DAY)
    actions.key_count(audrey, vote, count=AGREED, today=DAY)
    assert vote.sheets.count() == 1


def test_figures_count_votes_matters_and_what_was_carried(alice, opened, bob_person):
    def counted():
        return [find(f"voting.{key}", Union.objects.all(), year(2025)).value for key in ("votes", "matters", "carried")]

    first = opened(Kind.HANDS)
    assert counted() == [None, None, None]
    actions.void(alice, opened(Kind.HANDS), why="人数不对")
    assert counted() == [0, 0, 0]
    actions.record_hands(alice, first, rows=[(4, 2, 0), (3, 3, 0)], today=DAY)
    elected = opened(Kind.HANDS, questions=[Asked("鲍小波", person=bob_person), Asked("评一评", ("好", "不好"))])
    actions.record_hands(alice, elected, rows=[(6, 0, 0), (6, 0)], today=DAY)
    assert counted() == [2, 2, 1]
    assert str(find("voting.carried_rate", Union.objects.all(), year(2025))) == "1/2，50.0 %"


def test_the_list_costs_the_same_for_one_vote_and_three(alice, opened, login, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    opened(Kind.HANDS)
    client = login(alice)
    with CaptureQueriesContext(connection) as one:
        client.get(at("votes"))
    opened(Kind.PAPER)
    opened(Kind.SLIPS)
    with django_assert_num_queries(len(one)):
        client.get(at("votes"))


def test_a_vote_whose_day_has_passed_waits_to_be_closed(alice, opened):
    opened(Kind.HANDS)
    assert [(card.title, card.urgent) for card in cards(alice, LATER)] == [("表决该结束了", True)]
