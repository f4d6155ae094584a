"""Bad input gets a clear answer: no address, list, form or file given nonsense breaks, and none runs what it is given.

Each page and field meets some of the nonsense, the house together all of it; `make junk` sends all of it everywhere.
"""

import pytest
from django.urls import reverse

from tests.house import world
from tests.house.addresses import QUERY, RECORDS, address, asked, routes
from tests.house.asking import DAYS, KEYS, LONG, NUMBERS, WORDS, Page, some
from tests.house.routes import declared
from tests.house.visitors import Visitors

pytestmark = pytest.mark.django_db
MATRIX = declared()
OURS = [line for line in asked() if (line, "GET") in MATRIX and MATRIX[line, "GET"][6] == 200]  # what the chair opens
SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    with world.standing(django_db_blocker) as built:
        yield built


@pytest.fixture(scope="module")
def visitors(house):
    return Visitors(house.actors)


def broken(response) -> str:
    """What is wrong with an answer: our fault, or told in our own innards; "" when it will do."""
    if response.status_code >= 500:
        return f"answers {response.status_code}"
    for sign in (b"Traceback (most recent", b"django.", b"sqlite3.", SCRIPT):
        if sign in response.body:
            return f"says {sign.decode()}"
    return ""


def page_of(visitors, line, house) -> Page:
    answer = visitors.ask("chair", "GET", address(line, house.mill))
    return Page("" if answer.streaming else answer.body.decode("utf-8", "replace"))


@pytest.mark.parametrize("line", OURS)
def test_nonsense_asked_of_a_page_does_not_break_it(line, visitors, house):
    url = address(line, house.mill).partition("?")[0]
    names = ["q", "sort", "page", "export", "print", "year", "month", "union", "topic", "n", "suggest", "part"]
    page = page_of(visitors, line, house)
    names += list(page.searched)
    listens = 2 if page.listed or page.searched else 1  # other pages hardly look at what is asked
    wrong = []
    for junk in (*some(WORDS, url, listens), *some((*NUMBERS, *DAYS, *KEYS), url, listens)):
        given = dict.fromkeys((name for name in names if name not in ("export", "print")), junk)
        for asks in (given, {"export": junk}, {"print": junk, **given}) if junk in (*WORDS[2:4], "²") else (given,):
            answer = visitors.ask("chair", "GET", f"{url}?{_encoded(asks)}")
            wrong += [(junk[:20], broken(answer))] if broken(answer) else []
    assert wrong == []


def _encoded(given: dict) -> str:
    from urllib.parse import urlencode

    return urlencode({name: value[:4000] for name, value in given.items()})


@pytest.mark.parametrize("line", OURS)
def test_nonsense_filled_into_a_form_does_not_break_it(line, visitors, house):
    """First everything sensible, then each field alone given what it should not get, then all of them at once."""
    page, url = page_of(visitors, line, house), address(line, house.mill)
    if not page.sent:
        return
    person = f"{house.mill.kept.person.name} · {house.mill.group}"
    good = {name: asked.sensible(name, person) for name, asked in page.sent.items()}
    tries = [("everything sensible", good)]
    for name, field in page.sent.items():
        tries += [(f"{name}={str(bad)[:20]!r}", {**good, name: bad}) for bad in field.nasty(f"{line} {name}")]
    together = some((*WORDS, *NUMBERS[:4], *DAYS[:2]), line, 2)
    tries += [(f"all={junk[:20]!r}", dict.fromkeys(page.sent, junk)) for junk in together]
    tries += [("nothing but the token", {"sent": "1"})]
    wrong = []
    for said, filled in tries:
        answer = visitors.ask("chair", "POST", url, _fresh(filled))
        wrong += [(said, broken(answer))] if broken(answer) else []
    assert wrong == []


def _fresh(filled: dict) -> dict:
    """Files as if just chosen: a file is read once."""
    for value in filled.values():
        if hasattr(value, "seek"):
            value.seek(0)
    return filled


def test_the_fields_together_meet_all_of_the_nonsense():
    for kinds, most in ((WORDS, 1), (NUMBERS, 2), (DAYS, 2)):
        met = {each for n in range(200) for each in some(kinds, f"{OURS[n % len(OURS)]} field{n}", most)}
        assert met == set(kinds)


def test_every_form_was_found(visitors, house):
    """Wherever the chair may change something, the page holds a form with a way to send it."""
    changing = [line for line in OURS if MATRIX[line, "POST"][6] in (302, 422)]
    assert [line for line in changing if not page_of(visitors, line, house).forms] == []
    assert len(changing) > 80


@pytest.mark.parametrize("line", [line for line in asked() if line in RECORDS and "@" not in line])
def test_an_address_that_makes_no_sense_is_not_found(line, visitors):
    name = line.split("@")[0]
    kinds = next(len(route.takes) for route in routes() if route.name == name)
    who = "treasurer" if MATRIX[line, "GET"][6] == 403 else "chair"  # what finance alone may open
    for junk in ("0", "9" * 30, "²", "-1", "%00", "没有", "..", "<script>alert(1)</script>", LONG[:200], "'"):
        url = _addressed(name, kinds, junk)
        answer = url and visitors.ask(who, "GET", url + QUERY.get(name, ""))
        assert not answer or (broken(answer), answer.status_code) in (("", 404), ("", 400)), url


def _addressed(name, kinds, junk) -> str:
    """The address with nonsense in it, or "" where the pattern itself takes none."""
    from django.urls import NoReverseMatch

    others = ([junk, 2025], ["mill", junk, "care.visits"]) if kinds > 1 else ()
    for arguments in ([junk] * kinds, *others):
        try:
            return reverse(name, args=arguments[:kinds])
        except NoReverseMatch:
            continue
    return ""


@pytest.mark.parametrize("kind,body", [
    ("multipart/form-data; boundary=x", b"--x\r\nbroken"), ("multipart/form-data", b"x"), ("application/json", b"{"),
    ("application/x-www-form-urlencoded", b"on=%ff%fe&kind=%00&" + b"a=1&" * 6000), ("text/plain; charset=nonsense", b"\xff"),
])
@pytest.mark.parametrize("line", ["care:record_visit", "members:add", "members:import", "login", "plan:begin"])
def test_a_request_that_is_no_form_is_answered(line, kind, body, visitors, house):
    visitors.client.cookies.clear()
    visitors.client.cookies["sessionid"] = visitors.cookies["chair"]
    answer = visitors.client.generic("POST", address(line, house.mill), body, content_type=kind)
    assert answer.status_code in (200, 400, 401, 415, 422), answer.status_code
    assert b"Traceback" not in answer.content
