"""Batches: what an import made goes, what it changed comes back to the letter, and later records protect what they stand on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhijia.areas.members.models import Person, Spell
from zhijia.core.imports.batches import new_batch, remember, undo
from zhijia.core.imports.models import Batch
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "members.import"


def write(alice, mill, group, *, change=None) -> Batch:
    """A batch that makes one person and, if told, changes another."""
    batch = new_batch("roster", mill, "花名册.xlsx", "d1", alice)
    with deed(alice, POWER, batch, what="导入花名册"):
        batch.save()
        Person.objects.create(house=mill, union=group, name="新来的", batch=batch)
        if change:
            remember(batch, Person, [change.pk])
            Person.objects.filter(pk=change.pk).update(job="挡车工")
    return batch


def rows():
    return list(Person.objects.order_by("pk").values()), list(Spell.objects.order_by("pk").values())


def test_undo_leaves_everything_as_it_was(alice, mill, group, bob_person):
    bob_person.id_no, bob_person.phone = "450199197503205562", "16108775213"
    bob_person.save()
    before = rows()
    batch = write(alice, mill, group, change=bob_person)
    assert rows() != before
    assert undo(alice, batch, power=POWER) == {"removed": 1, "restored": 1}
    assert rows() == before
    bob_person.refresh_from_db()
    assert bob_person.id_no == "450199197503205562"


def test_undo_twice_is_refused(alice, mill, group):
    batch = write(alice, mill, group)
    undo(alice, batch, power=POWER)
    with pytest.raises(Refused, match="已经撤销"):
        undo(alice, batch, power=POWER)


@pytest.mark.parametrize(("days", "allowed"), [(29, True), (31, False)])
def test_thirty_days_to_change_ones_mind(alice, mill, group, days, allowed):
    batch = write(alice, mill, group)
    Batch.objects.filter(pk=batch.pk).update(made_at=timezone.now() - timedelta(days=days))
    batch.refresh_from_db()
    if allowed:
        assert undo(alice, batch, power=POWER)["removed"] == 1
    else:
        with pytest.raises(Refused, match="30 天"):
            undo(alice, batch, power=POWER)


def test_people_with_later_records_stay(alice, mill, group):
    from zhijia.areas.meetings import actions as meetings

    batch = write(alice, mill, group)
    meeting = meetings.give_notice(alice, union=mill, title="小组会", on=timezone.localdate())
    meetings.sign_in(alice, meeting, [Person.objects.get(name="新来的")])
    before = rows()
    with pytest.raises(Refused, match="签到"):
        undo(alice, batch, power=POWER)
    batch.refresh_from_db()
    assert rows() == before and batch.undone_at is None


def test_a_later_correction_by_hand_is_not_silently_taken_back(alice, mill, group, bob_person):
    batch = write(alice, mill, group, change=bob_person)
    bob_person.refresh_from_db()
    with deed(alice, "members.edit", bob_person, what="更正"):
        bob_person.job = "保全工"
    with pytest.raises(Refused, match="1 行后来又人工更正过"):
        undo(alice, batch, power=POWER)
    bob_person.refresh_from_db()
    assert bob_person.job == "保全工"


def test_carol_cannot_undo_alices_import(alice, carol, mill, group):
    from django.core.exceptions import PermissionDenied

    batch = write(alice, mill, group)
    with pytest.raises(PermissionDenied):
        undo(carol, batch, power=POWER)
    assert Person.objects.filter(name="新来的").exists()
