"""What is true of every model, column, view and power, so that a new one cannot forget it."""

import pytest
from django.apps import apps
from django.db import models

from tests.house import code, rooms, world
from tests.house.addresses import Route, routes
from zhijia.core.org.models import Union
from zhijia.core.org.powers import all_powers
from zhijia.core.org.web import needs
from zhijia.core.private.register import HOUSE, encrypted_fields, registered, unknown, unregistered
from zhijia.core.trail.triggers import UNTRACKED
from zhijia.kit.area import house as plates

OURS = [model for model in apps.get_models() if model.__module__.startswith("zhijia.")]
NO_UNION = {
    "org.User": "an account belongs to nobody's union; what it may do follows its posts",
    "trail.RowChange": "the database's own memory of a row of any table",
    "trail.Look": "belongs to the one looked at; found by them",
    "imports.Changed": "a row kept for its batch, which has a union",
    "kit.Sent": "a token of a form, two days long",
}
PERSONAL = {
    "name", "birth", "sex", "nation", "politics", "education", "id_no", "phone", "address", "bank", "health", "income", "account",
    "username", "card_no", "who",
}
NOT_OF_A_PERSON = {"org.Union.name", "congress.District.name", "activities.Club.name", "activities.Equipment.name"}
OPEN_TO_ALL = {"login", "logout"}.union(*rooms.of("OPEN_TO_ALL"))
WITHOUT_TRAIL = {"voting.Slip", "voting.Ballot"}  # secret ballots leave no trail to the voter


def without_union(found) -> list[str]:
    """Models whose rows cannot say which union they belong to."""
    return sorted(model._meta.label for model in found if not hasattr(model, "union"))


def personal_columns(found) -> set[str]:
    """Columns that tell something of a person by their name."""
    return {
        f"{model._meta.label}.{field.name}" for model in found for field in model._meta.local_fields if field.name in PERSONAL
    } - NOT_OF_A_PERSON


def ungated(found: list[Route]) -> list[str]:
    """Addresses whose view asks for no power, no login, and is not said to be for everybody."""
    allowed = {each.key for each in all_powers()} | {"known"}
    return [r.name for r in found if getattr(r.view, "gate", "") not in allowed and not (_for_all(r) and r.name in OPEN_TO_ALL)]


def _for_all(route) -> bool:
    return getattr(route.view, "gate", "") == "all"


def test_every_record_has_a_way_to_its_union():
    assert without_union(OURS) == sorted(NO_UNION)


def test_a_model_without_a_way_is_caught():
    class Loose(models.Model):
        class Meta:
            app_label = "tests"

    assert without_union([Loose]) == ["tests.Loose"]


@pytest.mark.django_db
def test_the_way_leads_to_a_union(django_db_blocker):
    """Shown on the records of a whole year; only tables of machinery stay empty."""
    with world.standing(django_db_blocker):
        rows = {model._meta.label: model._base_manager.first() for model in OURS if model._meta.label not in NO_UNION}
        assert [label for label, row in rows.items() if row is None] == []
        assert {label for label, row in rows.items() if not isinstance(row.union, Union)} == set()


def test_every_table_keeps_its_before_images():
    """Raw and bulk writes leave a trace as well, but for the trail itself and the machinery."""
    from zhijia.core.trail.triggers import tracked_models

    assert {m._meta.label for m in OURS} - {m._meta.label for m in tracked_models()} == {
        m._meta.label for m in OURS if m._meta.app_label in UNTRACKED
    } | WITHOUT_TRAIL
    assert set(UNTRACKED) == {"trail", "jobs", "sessions", "axes", "contenttypes", "auth", "migrations"}


def test_every_protected_or_personal_column_is_registered():
    register = registered(plates())
    assert (unregistered(register), unknown(register)) == ([], [])
    assert personal_columns(OURS) - set(register) == set()


def test_a_column_nobody_registered_is_caught():
    sealed = encrypted_fields()
    assert unregistered(HOUSE) == sorted(sealed - set(HOUSE))
    assert personal_columns([apps.get_model("members.Person")]) >= {"members.Person.name", "members.Person.sex"}
    assert unknown(["members.Person.blood"]) == ["members.Person.blood"]


def test_every_registered_column_says_why_and_how_long():
    for name, kept in registered(plates()).items():
        assert all(len(words) > 1 for words in (kept.subject, kept.purpose, kept.basis, kept.keep)), name


def test_every_view_has_a_gate():
    assert ungated(routes()) == []


def test_a_view_without_a_gate_is_caught():
    def open_door(request):
        """Nothing."""

    planted = [Route("care:open", open_door, ()), Route("care:typo", needs("care.redd")(open_door), ())]
    assert ungated([*planted, Route("care:ok", needs("care.read")(open_door), ())]) == ["care:open", "care:typo"]


def test_only_what_is_said_to_be_is_for_everybody():
    assert {route.name for route in routes() if _for_all(route)} == OPEN_TO_ALL


def test_every_power_asked_for_is_declared():
    known = {each.key for each in all_powers()}
    asked = {path: code.powers_asked(path) - known for path in code.files()}
    assert {str(path): more for path, more in asked.items() if more} == {}


def test_the_powers_asked_for_are_found():
    """The finder sees a literal, a constant, and one of another module."""
    asked = {path.relative_to(code.SOURCE).as_posix(): code.powers_asked(path) for path in code.files()}
    assert asked["areas/meetings/actions.py"] == {"meetings.edit"}
    assert {"plan.write", "plan.adopt"} <= asked["areas/plan/actions.py"]
    assert "care.visit" in asked["areas/care/views/visits.py"]


def test_every_declared_power_is_used():
    used = set().union(*(code.constants(path) for path in code.files()))
    assert {each.key for each in all_powers()} - used == set()


def test_every_menu_item_asks_for_a_declared_power():
    from zhijia.site.menu import items

    known = {each.key for each in all_powers()} | {""}
    assert {item.label for item in items() if item.power not in known} == set()
