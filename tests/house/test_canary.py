"""Nobody is told what is not theirs: every page, list, file and suggestion is read for the words of others."""

import re

import pytest
from django.urls import reverse

from tests.house import rooms, world
from tests.house.addresses import address, asked, takes_record
from tests.house.asking import some
from tests.house.visitors import Visitors
from tests.house.words import heard
from zhijia.core.figures import all_figures

pytestmark = pytest.mark.django_db
LINES = [line for line in asked() if line not in ("logout", "back_up", "check")]
FILES = ("export=csv", "export=xlsx", "print=1")
ASKED = ("page=2", "q=鼍", "q=彣", "sort=on", "sort=-name")  # one of them to each reader, to all readers all
ON_A_PAGE = ("print=1",)
WORD = ("export=docx",)  # slow to make: asked for by two, since it is the list's own rows once more
WHO = ("self", "stranger", "leader", "chair", "treasurer", "auditor", "above", "beside", "admin")
OWN = ("members:me", "members:person")
PUBLIC = set().union(*rooms.of("OPEN_TO_ALL"))  # hung for everybody under the name of its union, and no other word
AUDITED = ("care:visit", "care:visit_book", "care:pair", "members:person")  # care.read: what was given, and why


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    with world.standing(django_db_blocker) as built:
        yield built


@pytest.fixture(scope="module")
def visitors(house):
    return Visitors(house.actors)


def foreign(actor: str, house) -> set[str]:
    """Words this actor may read nowhere."""
    mill, other = house.mill, house.next_door
    everything = {word for side in (mill, other) for word in (side.open, side.mark, side.secret)}
    allowed = {
        "stranger": set(), "above": {mill.open, other.open}, "beside": {other.open, other.mark, other.secret},
        "chair": {mill.open, mill.mark, mill.secret}, "auditor": {mill.open, mill.mark, mill.secret},
    }
    return everything - allowed.get(actor, {mill.open, mill.mark}) | numbers(house)


def numbers(house) -> set[str]:
    """Identity numbers and phones of both neighbours, to be read in full by their bearer and on request alone."""
    people = [side.kept.person for side in (house.mill, house.next_door)]
    return {number for person in people for number in (person.id_no, person.phone)}


def pages(visitors, actor, line, sides):
    """Every answer an address gives: the page, its lists as files, pages and searches, the suggestions of its boxes."""
    for url in dict.fromkeys(address(line, side) for side in sides):
        first = visitors.ask(actor, "GET", url)
        yield url, first
        if first.status_code != 200 or first.streaming:
            continue
        text = first.body.decode("utf-8", "replace")
        listed = 'id="list"' in text
        files = (*FILES, *(WORD if actor in ("beside", "above") else ()))
        asks = [*files, *some(ASKED, f"{line} {actor}", 1)] if listed else [*ON_A_PAGE]
        asks += [f"suggest={name}&{name}={word}" for name in set(re.findall(r"suggest=(\w+)", text)) for word in "鼍彣"]
        for ask in asks:
            more = f"{url}{'&' if '?' in url else '?'}{ask}"
            yield more, visitors.ask(actor, "GET", more)


def told(actor: str, line: str, house) -> set[str]:
    """What an actor may read in one place only."""
    if line in PUBLIC:
        return {house.mill.open, house.next_door.open}
    if actor == "auditor" and line in AUDITED:
        return {house.mill.secret}
    return {house.mill.kept.person.phone} if actor == "self" and line in OWN else set()


def overheard(visitors, actor, lines, house) -> list[str]:
    """Where an actor is told something foreign, and what."""
    sides = (house.mill, house.next_door)
    words, found = foreign(actor, house), []
    for line in lines:
        quiet = words - told(actor, line, house)
        for url, answer in pages(visitors, actor, line, sides if takes_record(line) else sides[:1]):
            found += [f"{line} {url}: {word}" for word in heard(answer, quiet)]
    return found


@pytest.mark.parametrize("actor", WHO)
def test_nobody_reads_what_is_not_theirs(actor, visitors, house):
    assert overheard(visitors, actor, LINES, house) == []


@pytest.mark.parametrize("actor,code", [("above", "county"), ("leader", "mill-a"), ("treasurer", "mill"), ("auditor", "mill")])
def test_no_figure_opens_to_rows_out_of_reach(actor, code, visitors, house):
    """The number may be known above; the people and acts behind it are not."""
    words, found = foreign(actor, house), []
    for figure in all_figures():
        for period in ("2025", "2024.10-2025.09"):
            url = reverse("summary:trace", args=[code, period, figure.key])
            found += [f"{url}: {word}" for word in heard(visitors.ask(actor, "GET", url), words)]
    assert found == []


def test_the_words_are_there_to_be_read(visitors, house):
    """The chair does read them, on the lists where they belong: a silent crawl would prove nothing."""
    mill = house.mill
    for line, words in (
        ("members:people", {mill.open, mill.mark}), ("care:visits", {mill.mark}), ("care:file", {mill.mark, mill.secret}),
        ("activities:activities", {mill.mark}), ("meetings:meeting", {mill.mark}), ("care:watch", {mill.mark, mill.secret}),
        ("care:visit_book?export=xlsx", {mill.mark, mill.secret}), ("members:people?export=csv", {mill.mark}),
    ):
        name, _, query = line.partition("?")
        answer = visitors.ask("chair", "GET", f"{address(name, mill)}?{query}")
        assert set(heard(answer, {mill.open, mill.mark, mill.secret})) >= words, line


def test_who_may_not_open_hardship_does_not_learn_of_it(visitors, house):
    """Not from a person's page either: who looked at what would tell."""
    visitors.ask("chair", "GET", address("care:file", house.mill))
    url = address("members:person", house.mill)
    for actor in ("leader", "treasurer", "auditor"):
        assert heard(visitors.ask(actor, "GET", url), ["困难职工", "谁看过"]) == []
    assert heard(visitors.ask("self", "GET", url), ["谁看过"]) == ["谁看过"]


def test_a_list_without_its_scope_is_caught(monkeypatch, visitors, house):
    from zhijia.areas.activities import queries
    from zhijia.areas.activities.models import Activity

    monkeypatch.setattr(queries, "visible", lambda actor: Activity.objects.select_related("union"))
    found = overheard(visitors, "beside", ["activities:activities", "activities:clubs"], house)
    assert {said.split(" ")[0] for said in found} == {"activities:activities"}
    assert any("export=xlsx" in said for said in found) and any("export=csv" in said for said in found)
