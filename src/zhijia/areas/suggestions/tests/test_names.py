"""A name kept from management is told to nobody but, on request and with a trace, the office: on no page, in no file."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from tests.house.words import said
from zhijia.areas.suggestions import actions, queries
from zhijia.areas.suggestions.tests.conftest import ACCEPTED, ADOPTED, RAISED, WORDS
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry, Look

NAME = "鲍小波"
COUNTED = ("raised", "people")


@pytest.fixture
def hidden(bob, bob_person):
    """Bob raised it himself and asked for his name to be kept."""
    return actions.suggest_own(bob, person=bob_person, hidden=True, **{**WORDS, "title": "食堂少排队"})


def body(client, url):
    response = client.get(url)
    response.body = b"".join(response.streaming_content) if response.streaming else response.content
    return response


def test_it_stands_at_the_house_without_a_name(hidden, mill, lee):
    assert (hidden.who, hidden.union, str(queries.authors(hidden)[0])) == ("匿名", mill, "匿名")
    assert not queries.visible(lee).exists(), "the group leader would guess whose it is"


def test_no_page_list_file_trace_or_search_tells_the_name(hidden, alice, tess, audrey, login):
    pages = [
        reverse("suggestions:suggestions"), reverse("suggestions:suggestion", args=[hidden.pk]), reverse("suggestions:ledger"),
        reverse("suggestions:word", args=[hidden.pk]), reverse("suggestions:name_authors", args=[hidden.pk]), reverse("desk"),
        *(reverse("summary:trace", args=["mill", str(hidden.raised_on.year), f"suggestions.{key}"]) for key in COUNTED),
        reverse("trail"),
    ]
    asks = ("", "?print=1", "?export=csv", "?export=xlsx", "?export=docx", f"?q={NAME}")
    for actor in (alice, tess, audrey):
        client = login(actor)
        for page in pages:
            for ask in asks:
                told = said(body(client, page + ask)).replace(f"?q={NAME}", "").replace(f'value="{NAME}"', "")
                assert NAME not in told, (actor.name, page, ask)


def test_searching_for_the_name_finds_what_is_open_and_not_what_is_hidden(hidden, alice, group, bob_person, login):
    actions.suggest(alice, union=group, makers=actions.makers_of([bob_person]), raised_on=RAISED, **WORDS)
    told = login(alice).get(reverse("suggestions:suggestions"), {"q": NAME}).content.decode()
    assert "改进皮带清扫器" in told and "食堂少排队" not in told


def test_the_page_of_bob_lists_only_what_bears_his_name(hidden, alice, bob, group, bob_person, login):
    actions.suggest(alice, union=group, makers=actions.makers_of([bob_person]), raised_on=RAISED, **WORDS)
    page = reverse("members:person", args=[bob_person.pk])
    for actor, titles in ((alice, {"改进皮带清扫器"}), (bob, {"改进皮带清扫器", "食堂少排队"})):
        told = login(actor).get(page).content.decode()
        assert set(re.findall("改进皮带清扫器|食堂少排队", told)) == titles


def test_the_trail_does_not_say_who_raised_it(hidden, bob):
    raised = Entry.objects.latest("id")
    assert (raised.actor_id, raised.actor_name, NAME in str(raised.changes)) == (None, "匿名建议人", False)
    actions.withdraw(bob, hidden, own=True)
    assert Entry.objects.latest("id").actor_id is None


def test_the_name_is_sealed_on_the_disk(hidden):
    with connection.cursor() as cursor:
        rows = cursor.execute("SELECT name FROM suggestions_author").fetchall()
    assert all(NAME.encode() not in bytes(blob) for (blob,) in rows)


def test_the_office_may_know_with_a_purpose_bob_can_read(hidden, alice, tess, bob_person):
    with pytest.raises(PermissionDenied):
        actions.reveal(tess, hidden, purpose="发奖金")
    with pytest.raises(Refused, match="事由"):
        actions.reveal(alice, hidden, purpose=" ")
    assert [each.name for each in actions.reveal(alice, hidden, purpose="发奖金")] == [NAME]
    look = Look.objects.get()
    assert (look.subject_id, look.viewer_name, look.purpose) == (bob_person.pk, "艾丽", "发奖金")


def test_only_bob_may_come_forward(hidden, alice, bob, group):
    with pytest.raises(Refused, match="只有建议人自己"):
        actions.correct(alice, hidden, hidden=False)
    actions.correct(bob, hidden, own=True, hidden=False)
    assert (hidden.who, hidden.union) == (NAME, group)


def test_hidden_stays_hidden_on_the_wall(hidden, alice, login):
    day = hidden.raised_on
    for step in (actions.accept, actions.adopt, actions.finish):
        step(alice, hidden, on=day)
    actions.grade(alice, hidden, on=day, grade=5, why="小")
    actions.reward(alice, hidden, on=day, amount=100)
    actions.post(alice, [hidden], on=day)
    told = login(alice).get(reverse("suggestions:board"), {"print": "1"}).content.decode()
    assert "食堂少排队" in told and "匿名" in told and NAME not in told


def test_open_names_are_told(alice, raised, login):
    assert (ACCEPTED < ADOPTED) and "王芳" in login(alice).get(reverse("suggestions:suggestions")).content.decode()
