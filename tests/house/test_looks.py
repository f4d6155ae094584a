"""Sealed words are shown only with a trace: wherever they stand, a look was written, and without it nothing is shown."""

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from tests.house import rooms, world
from tests.house.addresses import address
from tests.house.test_canary import LINES, pages
from tests.house.visitors import Visitors
from tests.house.words import heard
from zhijia.core.trail.models import Look

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("looks")]  # one crawl for all of them
PLACES = {  # where sealed words stand in full, and which part of someone's record is noted
    "care:file": "hardship", "care:describe": "hardship",
    "care:visit": "visits", "care:correct_visit": "visits", "care:visit_book": "visits",
    "care:watch": "watch", "care:pair": "pairs",
    **{line: group for room in rooms.of("SEALED") for line, group in room.items()},
}
FULL = "CREATE TRIGGER no_looks BEFORE INSERT ON trail_look BEGIN SELECT RAISE(ABORT, 'disk full'); END"


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    with world.standing(django_db_blocker) as built:
        Look.objects.all().delete()
        yield built


@pytest.fixture(scope="module")
def visitors(house):
    return Visitors(house.actors)


@pytest.fixture(scope="module")
def telling(house, visitors):
    """Every address that tells the chair a sealed word: (line, address)."""
    told = []
    for line in LINES:
        answers = pages(visitors, "chair", line, [house.mill])
        told += [(line, url) for url, answer in answers if heard(answer, [house.mill.secret])]
    return told


def looks_written(visitors, url) -> list[str]:
    """Which parts of records were noted as looked at by one request."""
    written = []
    with transaction.atomic():
        visitors.client.cookies.clear()
        visitors.client.cookies["sessionid"] = visitors.cookies["chair"]
        response = visitors.client.get(url)
        b"".join(response.streaming_content) if response.streaming else response.content
        written = list(Look.objects.values_list("group", flat=True))
        transaction.set_rollback(True)
    return written


def _unworded(house):
    """Ways out of what is sealed, or of who is in hardship, that hold no sealed word to be found by."""
    book = address("care:file_book", house.mill)
    yield "care:visit_file", address("care:visit_file", house.mill)
    yield from (("care:file_book", f"{book}?{way}") for way in ("export=csv", "export=docx", "print=1"))


def test_sealed_words_stand_where_they_belong(telling):
    assert {line for line, _ in telling} == set(PLACES)


def test_wherever_they_stand_a_look_is_written(telling, visitors):
    missing = [url for line, url in telling if PLACES[line] not in looks_written(visitors, url)]
    assert missing == []


@pytest.mark.parametrize("line,group", [("care:file_book", "hardship"), ("care:visit_book", "visits")])
@pytest.mark.parametrize("way", ["export=csv", "export=xlsx", "export=docx", "print=1"])
def test_a_book_leaves_with_a_trace_in_every_form(line, group, way, visitors, house):
    """On paper, as a sheet, as Word; the list on the screen tells no reasons and needs none."""
    url = address(line, house.mill)
    assert group in looks_written(visitors, f"{url}?{way}")
    assert looks_written(visitors, url) == []


def test_when_the_look_cannot_be_written_nothing_is_shown(telling, visitors, house):
    with connection.cursor() as cursor:
        cursor.execute(FULL)
        shown = []
        for _, url in [*telling, *_unworded(house)]:
            answer = visitors.ask("chair", "GET", url)
            shown += [url] if answer.status_code != 500 or heard(answer, [house.mill.secret, house.mill.mark]) else []
        cursor.execute("DROP TRIGGER no_looks")
    assert shown == []


def test_a_reveal_shows_and_is_noted(visitors, house):
    person = house.mill.kept.person
    url = address("members:reveal", house.mill)
    answer = visitors.ask("chair", "POST", url, {"purpose": "核对补助"})
    assert heard(answer, [person.id_no, person.phone]) == [person.id_no, person.phone]
    assert visitors.ask("chair", "POST", url, {"purpose": ""}).status_code == 422
    with connection.cursor() as cursor:
        cursor.execute(FULL)
        refused = visitors.ask("chair", "POST", url, {"purpose": "核对补助"})
        cursor.execute("DROP TRIGGER no_looks")
    assert (refused.status_code, heard(refused, [person.id_no, person.phone])) == (500, [])


def test_looks_of_a_day_are_counted_together(house, visitors):
    """One line a day, part and viewer, with how often; one's own page leaves none."""
    url = address("care:file", house.mill)
    with transaction.atomic():
        for _ in range(3):
            visitors.client.cookies["sessionid"] = visitors.cookies["chair"]
            visitors.client.get(url)
        found = Look.objects.filter(subject_id=house.mill.kept.person.pk, group="hardship")
        assert (found.count(), found.aggregate(n=Sum("times"))["n"]) == (1, 3)
        transaction.set_rollback(True)
