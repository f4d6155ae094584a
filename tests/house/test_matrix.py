"""Who gets what at every address: the declared matrix, and what must be true of it whoever declared it."""

import pytest
from django.test import Client

from tests.house import addresses, rooms, world
from tests.house.addresses import Route, address, asked, nowhere, routes, takes_record
from tests.house.routes import METHODS, answers, declared, differences
from tests.house.visitors import Visitors, bare
from tests.house.world import ACTORS

pytestmark = pytest.mark.django_db
MATRIX = declared()
LINES = asked()
PUBLIC = {"login", "logout"}.union(*rooms.of("OPEN_TO_ALL"))
OWN = {"members:person"}.union(*rooms.of("OPEN_TO_SELF"))
MEMBERS = set().union(*rooms.of("OPEN_TO_MEMBERS"))
SIGNERS = set().union(*rooms.of("OPEN_TO_SIGNERS"))
REFUSED = (302, 403, 404, 405)
OPEN_ABOVE = {
    "the tree, its committees and posts (members.tree, members.organise, members.posts reach below)": {
        "members:union", "members:found", "members:rename", "members:move_union", "members:merge", "members:dissolve",
        "members:term", "members:close_term", "members:seat", "members:leave_seat",
        "members:office", "members:hand_over", "members:relieve",
    },
    "numbers, and the rows behind them as far as they are open (figures.read reaches below)": {
        "summary:figures", "summary:statistics", "summary:trace", "summary:trace@visits", "summary:trace@hardship",
        "summary:trace@members",
    },
    "papers handed up: adopted plans, signed summaries": {
        "plan:plan@adopted", "plan:item@adopted", "plan:word@adopted",
        *(f"summary:{name}@signed" for name in ("paper", "word", "text", "preview", "drift", "sources")),
    },
    "what other rooms hand up": set().union(*rooms.of("OPEN_ABOVE")),
}
OPEN_TO_ADMIN = {
    "members:union", "members:term", "members:office", "members:hand_over", "members:relieve", "members:make_account",
    "members:new_password",
}


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    with world.standing(django_db_blocker) as built:
        yield built


@pytest.fixture(scope="module")
def visitors(house):
    return Visitors(house.actors)


def _public_records():
    return {line for line in PUBLIC if takes_record(line)}


def _as_member(actor):
    """What every member of the house may read and answer, and what the colleague put their name to, without a post."""
    return MEMBERS | SIGNERS if actor == "colleague" else set()


def codes(line, method="GET"):
    return dict(zip(ACTORS, MATRIX[line, method], strict=True))


def test_every_address_is_known():
    assert (addresses.unmapped(), addresses.stale()) == ([], [])


def test_nothing_is_undeclared_and_nothing_declared_is_gone():
    assert {(line, method) for line in LINES for method in METHODS} == set(MATRIX)


@pytest.mark.parametrize("line", LINES)
def test_every_answer_is_the_declared_one(line, visitors, house):
    found = {(line, method): answers(line, method, visitors, house.mill) for method in METHODS}
    assert differences(found, MATRIX) == []


def test_without_a_login_everything_leads_to_the_login():
    seen = {line for line in LINES for method in METHODS if codes(line, method)["anonymous"] != 302}
    assert seen == PUBLIC


@pytest.mark.parametrize("line", [line for line in LINES if line not in PUBLIC])
def test_the_login_is_where_it_leads(line, visitors, house):
    for method in METHODS:
        assert visitors.ask("anonymous", method, address(line, house.mill))["Location"].startswith("/login/?next=/")


@pytest.mark.parametrize("actor", ["stranger", "colleague", "beside"])
def test_nobody_without_a_post_here_opens_a_record_of_the_mill(actor):
    opened = {line for line in LINES if takes_record(line) and codes(line)[actor] == 200}
    assert opened == _public_records() | _as_member(actor)


@pytest.mark.parametrize("actor", ["anonymous", "stranger", "colleague", "beside"])
def test_nor_changes_one(actor):
    changed = {line for line in LINES if takes_record(line) and codes(line, "POST")[actor] not in REFUSED}
    assert changed == _public_records() | _as_member(actor)


def test_a_member_opens_their_own_page_and_no_other_record():
    assert {line for line in LINES if takes_record(line) and codes(line)["self"] == 200} == OWN | MEMBERS | _public_records()


def test_the_union_above_opens_what_is_declared_to_go_up():
    opened = {line for line in LINES if takes_record(line) and codes(line)["above"] == 200}
    assert opened == _public_records().union(*OPEN_ABOVE.values())


def test_who_keeps_the_machine_opens_nobodys_records():
    assert {line for line in LINES if takes_record(line) and codes(line)["admin"] == 200} == OPEN_TO_ADMIN | _public_records()


def test_hardship_is_open_to_chair_and_officer_alone():
    for line in (line for line in LINES if line.startswith("care:") and "file" in line and line != "care:visit_file"):
        assert {actor for actor, code in codes(line).items() if code == 200} - {"above", "beside"} == {"officer", "chair"}


@pytest.mark.parametrize("line", [line for line in LINES if takes_record(line)])
def test_out_of_reach_and_not_there_are_the_same(line, visitors, house):
    """Byte for byte, apart from tokens and the address itself: an answer never says that something exists."""
    here, there = address(line, house.mill), nowhere(line, house.mill)
    for actor in ("stranger", "colleague", "beside", "above"):
        if codes(line)[actor] != 200:
            one, other = visitors.ask(actor, "GET", here), visitors.ask(actor, "GET", there)
            assert (one.status_code, bare(one, here)) == (other.status_code, bare(other, there))


@pytest.mark.parametrize("line", LINES)
def test_nothing_is_changed_without_a_token(line, house):
    """A form from elsewhere, or one without a token, is refused whoever is logged in."""
    strict = Visitors({"chair": house.mill.chair}, csrf=True)
    assert strict.ask("chair", "POST", address(line, house.mill)).status_code == 403


def test_a_leak_is_caught_by_name(monkeypatch, visitors, house):
    """With one query opened to everybody, the comparison names its addresses and no others."""
    from zhijia.areas.activities import queries
    from zhijia.areas.activities.models import Activity

    monkeypatch.setattr(queries, "visible", lambda actor: Activity.objects.select_related("union"))
    lines = [line for line in LINES if line.startswith("activities:")]
    found = {(line, "GET"): answers(line, "GET", visitors, house.mill) for line in lines}
    told = {said.split(" ")[0] for said in differences(found, MATRIX)}
    assert told == {f"activities:{name}" for name in ("activity", "correct", "sign_up", "hold", "cancel")}


def test_an_undeclared_address_is_named():
    assert differences({("care:new_page", "GET"): (200,) * len(ACTORS)}, MATRIX)[0].startswith("care:new_page GET: undeclared")


def test_a_route_without_a_record_is_named(monkeypatch):
    monkeypatch.delitem(addresses.RECORDS, "care:visit")
    assert addresses.unmapped() == ["care:visit"]


def test_a_client_of_the_tests_is_nobody():
    assert Client().get("/").status_code == 302 and isinstance(routes()[0], Route)
