"""What an electronic vote leaves behind: nothing that joins a ballot to a slip, a person, or a moment; nothing before the end."""

import json
import logging
from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from zhijia.areas.voting import actions, queries
from zhijia.areas.voting.models import Ballot, Slip, Vote
from zhijia.areas.voting.rules import Kind, Stage, fingerprint
from zhijia.areas.voting.tests.conftest import DAY, people
from zhijia.areas.voting.views import booth
from zhijia.core.org.actor import Actor
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry, RowChange

pytestmark = pytest.mark.django_db
CAST = "/voting/cast/"
PICKS = [[0, 1], [1, 0], [0, 0], [2, 1], [1, 1], [0, 2], [0, 1], [2, 2]]
AT_HOME = {"HTTP_HOST": "localhost"}


@pytest.fixture
def eight(alice, mill, group, a_vote):
    """An open vote of eight, and the codes of their slips."""
    vote = a_vote(Kind.SLIPS, electors=people(mill, group, 8))
    codes = actions.issue_slips(alice, vote, number=8)
    actions.begin(alice, vote, present=8)
    return vote, codes


def sent(code, picks=(), **more) -> dict:
    return {"code": code, **{f"pick-{number}": pick for number, pick in enumerate(picks, start=1)}, **more}


def post(client, told):
    return client.post(CAST, told, **AT_HOME)


def through_the_door(client, code, picks):
    """All steps of one voter: the answers."""
    return [client.get(CAST, **AT_HOME), post(client, sent(code)), post(client, sent(code, picks, filled=1)),
            post(client, sent(code, picks, sure=1))]


def rows_of(model) -> list[dict]:
    return [{f.attname: f.value_from_object(row) for f in model._meta.concrete_fields} for row in model._base_manager.all()]


# The door


def test_a_voter_goes_through_the_door_in_four_steps(client, eight):
    vote, codes = eight
    code, ballot, look, done = [page.content.decode() for page in through_the_door(client, codes[0].lower(), [0, 1])]
    assert "看选票" in code and "防不住的" in code
    assert all(word in ballot for word in ("奖金分配办法", "考勤办法", "同意", "弃权", "还没有投"))
    assert "请再看一遍" in look and '<input type="hidden" name="pick-2" value="1">' in look
    assert "已收到，您的票已投入票箱" in done
    assert (vote.ballots.count(), vote.slips.filter(used=True).count()) == (1, 1)


def test_looking_or_going_back_casts_nothing(client, eight):
    vote, codes = eight
    look = post(client, sent(codes[0], [0, 1], filled=1))
    back = post(client, sent(codes[0], [0, 1], change=1)).content.decode()
    assert (look.status_code, vote.ballots.count(), back.count(" checked")) == (200, 0, 2)


def test_who_got_no_answer_and_sends_again_is_told_that_the_slip_was_counted(client, eight):
    vote, codes = eight
    through_the_door(client, codes[0], [0, 1])
    again = post(client, sent(codes[0], [1, 0], sure=1))
    assert (again.status_code, "计过了，不会重复计" in again.content.decode(), vote.ballots.count()) == (422, True, 1)


@pytest.mark.parametrize("told,said", [
    ({}, "请输入票号"), ({"code": "AAAA"}, "没有这个票号"), ({"code": "<b>"}, "没有这个票号"), ({"code": "\x00"}, "没有这个票号"),
])
def test_a_code_that_is_none_is_refused_and_a_real_one_is_not(client, eight, told, said):
    answer = post(client, told)
    assert (answer.status_code, said in answer.content.decode(), "<b>" in answer.content.decode().split("谁能知道")[0]) == (
        422, True, False
    )
    assert post(client, sent(eight[1][0])).status_code == 200


@pytest.mark.parametrize("picks", [[0], [0, 3], [0, -1], [0, "x"], ["", ""], [0, "²"]])
def test_a_ballot_that_is_not_whole_is_not_cast(client, eight, picks):
    vote, codes = eight
    assert post(client, sent(codes[0], picks, sure=1)).status_code == 422
    assert vote.ballots.count() == 0
    assert post(client, sent(codes[0], [0, 2], sure=1)).status_code == 200


def test_more_names_than_seats_is_said_before_the_ballot_is_cast(alice, a_vote, client):
    vote = a_vote(Kind.SLIPS, most=1)
    code, *_ = actions.issue_slips(alice, vote, number=6)
    actions.begin(alice, vote, present=6)
    assert "最多同意 1 人" in post(client, sent(code, [0, 0], filled=1)).content.decode()
    assert "请再看一遍" in post(client, sent(code, [0, 1], filled=1)).content.decode()


def test_no_vote_before_the_beginning_and_none_after_the_end(alice, client, a_vote):
    vote = a_vote(Kind.SLIPS)
    code, *_ = actions.issue_slips(alice, vote, number=6)
    assert "这次表决准备中，现在不能投票" in post(client, sent(code)).content.decode()
    actions.begin(alice, vote, present=6)
    assert post(client, sent(code)).status_code == 200
    actions.close(alice, vote, issued=6, today=DAY)
    assert "这次表决已结束，现在不能投票" in post(client, sent(code, [0, 0], sure=1)).content.decode()


@pytest.mark.parametrize("host,secure,status", [
    ("testserver", False, 403), ("testserver", True, 200), ("localhost:8000", False, 200), ("127.0.0.1", False, 200),
])
def test_plain_http_is_refused_but_on_the_machine_itself(client, eight, host, secure, status):
    vote, codes = eight
    page = client.get(CAST, HTTP_HOST=host, secure=secure)
    cast = client.post(CAST, sent(codes[0], [0, 0], sure=1), HTTP_HOST=host, secure=secure)
    assert (page.status_code, cast.status_code, vote.ballots.count()) == (status, status, int(status == 200))
    assert ("领取纸质票" in page.content.decode()) and ("这个网址没有加密" in page.content.decode()) == (status == 403)


def test_the_name_of_the_machine_alone_does_not_open_the_door(client, eight):
    """Who asks from elsewhere and says localhost sends in the clear all the same."""
    _, codes = eight
    asked = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "192.168.1.20"}
    assert client.get(CAST, **asked).status_code == 403
    assert client.post(CAST, sent(codes[0], [0, 0], sure=1), **asked).status_code == 403
    assert client.get(CAST, **{**asked, "REMOTE_ADDR": "127.0.0.1"}).status_code == 200
    assert client.get(CAST, **asked, secure=True).status_code == 200


def test_the_door_sets_no_cookie_asks_no_login_and_is_kept_nowhere(client, alice, login, eight):
    _, codes = eight
    for visitor, code in ((client, codes[0]), (login(alice), codes[1])):
        for page in through_the_door(visitor, code, [0, 1]):
            assert (page.status_code, dict(page.cookies), page["Cache-Control"]) == (200, {}, "private, no-store")
            assert "Location" not in page and "退出" not in page.content.decode()


# What it leaves behind


def leaks(codes) -> list[str]:
    """Every stored value of the house that tells a code or a digest beside its slip, or a ballot outside the box."""
    words = {word for code in codes for word in (code, code.replace("-", ""))}
    marks = words | {fingerprint(code) for code in codes}
    secrets = marks | {str(ballot.pk) for ballot in Ballot.objects.all()} | {str(b.uid) for b in Ballot.objects.all()}
    found = []
    for model in apps.get_models():
        for row in rows_of(model):
            own = {"voting.Slip": {"digest"}, "voting.Ballot": {"id", "uid"}}.get(model._meta.label, set())
            told = json.dumps({name: value for name, value in row.items() if name not in own}, default=str)
            found += [f"{model._meta.label}: {word}" for word in secrets if word in told]
    return found


def vote_of_eight(client, codes) -> list[int]:
    """Eight people vote; the keys of their ballots in the order they came."""
    came = []
    for code, picks in zip(codes, PICKS, strict=True):
        through_the_door(client, code, picks)
        came += [pk for pk in Ballot.objects.values_list("pk", flat=True) if pk not in came]
    return came


def test_no_table_joins_a_ballot_to_a_slip(client, alice, eight):
    vote, codes = eight
    vote_of_eight(client, codes)
    assert leaks(codes) == []
    actions.close(alice, vote, issued=8, today=DAY)
    assert leaks(codes) == []


def test_a_join_is_caught(client, eight):
    vote, codes = eight
    vote_of_eight(client, codes)
    Vote.objects.filter(pk=vote.pk).update(why=str(Ballot.objects.first().pk))
    assert [said.split(":")[0] for said in leaks(codes)] == ["voting.Vote"]


def test_a_ballot_and_a_slip_have_no_column_for_a_person_a_time_or_each_other():
    columns = {model: {field.name for field in model._meta.concrete_fields} for model in (Ballot, Slip)}
    assert columns == {Ballot: {"id", "uid", "vote", "picks"}, Slip: {"id", "vote", "digest", "used"}}


def test_casting_leaves_nothing_in_the_trail_or_among_changed_rows(client, eight):
    _, codes = eight
    before = (Entry.objects.count(), RowChange.objects.count(), _sent_tokens())
    vote_of_eight(client, codes)
    assert (Entry.objects.count(), RowChange.objects.count(), _sent_tokens()) == before


def _sent_tokens() -> int:
    return apps.get_model("kit.Sent").objects.count()


def test_an_act_outside_the_box_does_leave_a_trail(alice, a_vote):
    """Else the silence above would prove nothing."""
    before = Entry.objects.count(), RowChange.objects.count()
    actions.begin(alice, a_vote(Kind.SLIPS), present=6)
    assert (Entry.objects.count() - before[0], RowChange.objects.count() > before[1]) == (2, True)


def rowids(model) -> list[int]:
    """The hidden places of rows in SQLite, in the order of their keys."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {model._meta.db_table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_neither_key_nor_rowid_tells_in_which_order_ballots_came(client, alice, mill, group, a_vote):
    """The rowid is the random key itself; over forty ballots the order of keys is not the order they came in."""
    vote = a_vote(Kind.SLIPS, electors=people(mill, group, 40))
    codes = actions.issue_slips(alice, vote, number=40)
    actions.begin(alice, vote, present=40)
    came = []
    for code in codes:
        actions.cast(code, [0, 1])
        came += [pk for pk in Ballot.objects.values_list("pk", flat=True) if pk not in came]
    assert rowids(Ballot) == sorted(came) != came
    assert rowids(Slip) == sorted(Slip.objects.values_list("pk", flat=True))
    rising = sum(a < b for a, b in zip(came, came[1:], strict=False))
    assert 6 < rising < 34  # 19.5 ± 1.8 by chance; 39 when keys count up


def test_closing_seals_every_ballot_anew(client, alice, eight):
    vote, codes = eight
    came = vote_of_eight(client, codes)
    before = set(sealed())
    actions.close(alice, vote, issued=8, today=DAY)
    assert not set(came) & set(Ballot.objects.values_list("pk", flat=True)) and not before & set(sealed())
    assert [r.counts for r in queries.results(vote)] == [(4, 2, 2), (2, 4, 2)]


def test_closing_and_destroying_empty_the_write_ahead_log(alice, eight, django_capture_on_commit_callbacks, monkeypatch):
    """Where SQLite keeps former pages, in the order they were written (tests/core/test_database.py)."""
    from zhijia.areas.voting.actions import counting, keeping

    emptied = []
    for module in (counting, keeping):
        monkeypatch.setattr(module, "empty_journal", emptied.append)
    vote, _ = eight
    with django_capture_on_commit_callbacks(execute=True):
        actions.close(alice, vote, issued=8, today=DAY)
        assert emptied == []  # not before what replaces the old pages is certain
    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy(alice, vote, today=date(2025, 6, 19))
    assert len(emptied) == 2


def sealed() -> list[bytes]:
    """Ballots as they lie in the table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT picks FROM {Ballot._meta.db_table}")
        return [bytes(row[0]) for row in cursor.fetchall()]


def test_sealed_ballots_are_equally_long_and_tell_nothing_without_the_key(client, eight):
    vote_of_eight(client, eight[1])
    assert len({len(ballot) for ballot in sealed()}) == 1
    assert len(set(sealed())) == 8 and not any(b"0001" in ballot for ballot in sealed())


def test_no_log_line_is_written_at_the_door_and_none_holds_a_code(client, eight, caplog):
    _, codes = eight
    with caplog.at_level(logging.DEBUG):
        vote_of_eight(client, codes)
        for told in (sent(codes[0]), sent("AAAA"), {}, sent(codes[1], [0], sure=1)):
            post(client, told)
        client.get(CAST)
        client.get("/voting/999999999/")
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert not [line for line in lines if "/voting/cast/" in line]
    assert [line for line in lines if "/voting/999999999/" in line] or lines == []
    words = {word for code in codes for word in (code, code.replace("-", ""), fingerprint(code))}
    everything = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert not [word for word in words if word in everything]


def test_a_fault_at_the_door_logs_neither_code_nor_choice(eight, monkeypatch, caplog):
    from django.test import Client

    def broken(*_):
        raise RuntimeError("disk full")

    _, codes = eight
    monkeypatch.setattr(booth.actions, "cast", broken)
    answer = post(Client(raise_request_exception=False), sent(codes[0], [0, 1], sure=1))
    told = caplog.text
    assert (answer.status_code, "disk full" in told) == (500, True)
    assert codes[0] not in told + answer.content.decode() and "pick-1" not in told + answer.content.decode()


def test_the_code_stands_behind_the_hash_of_an_address_and_in_no_other(alice, mill, group, a_vote, login, monkeypatch):
    from zhijia.areas.voting import papers

    drawn = []
    monkeypatch.setattr(papers, "_square", lambda words: drawn.append(words) or "")
    vote = a_vote(Kind.SLIPS)
    page = login(alice).post(reverse("voting:slips", args=[vote.pk]), {"number": 2}, secure=True).content.decode()
    assert [address.partition("#")[0] for address in drawn] == ["https://testserver/voting/cast/"] * 2
    assert all(address.partition("#")[2] in page for address in drawn)
    assert all(Slip.objects.filter(digest=fingerprint(address.partition("#")[2])).exists() for address in drawn)


# Nothing before the end


def test_an_open_vote_shows_no_tally_and_nobody_who_has_not_voted(client, alice, eight, login):
    vote, codes = eight
    pages = []
    for code, picks in zip(codes[:7], PICKS[:7], strict=True):
        through_the_door(client, code, picks)
        shown = [login(alice).get(reverse(f"voting:{name}", args=[vote.pk])) for name in ("vote", "roll", "close", "sign_in")]
        pages.append([plain(page.content.decode()) for page in shown])
        client.logout()
    assert "已收回 0 张以上" in pages[0][0] and "已收回 5 张以上" in pages[6][0]
    assert len({page[0] for page in pages}) == 2  # below five, and five: nothing else moves
    assert [len({page[at] for page in pages}) for at in (1, 2, 3)] == [1, 1, 1]
    assert queries.results(vote) == []


def plain(page: str) -> str:
    """A page without what differs between any two requests."""
    import re

    return re.sub(r'(name="(?:csrfmiddlewaretoken|kit_once)" value=")[^"]*|打印时间：[^<]*', "", page)


def test_slips_printed_anew_do_not_tell_how_many_were_used(alice, eight):
    vote, codes = eight
    actions.cast(codes[0], [0, 0])
    for number in (9, 0, -1):
        with pytest.raises(Refused, match="应在 1 到 8 之间"):
            actions.issue_slips(alice, vote, number=number)
    assert len(actions.issue_slips(alice, vote, number=8)) == 8


def test_a_slip_casts_once_however_often_it_is_sent(eight):
    vote, codes = eight
    actions.cast(codes[0], [0, 0])
    for _ in range(3):
        with pytest.raises(Refused, match="已经投过票"):
            actions.cast(codes[0], [1, 1])
    actions.cast(codes[1], [1, 1])
    assert vote.ballots.count() == 2


def test_nobody_is_needed_to_cast_and_nobody_is_known_afterwards():
    """The act takes a code and choices: there is no way to hand it a person."""
    import inspect

    assert list(inspect.signature(actions.cast).parameters) == ["code", "picks"]
    assert not Actor.nobody().known and Stage.OPEN in Stage
