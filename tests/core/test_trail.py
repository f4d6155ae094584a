"""The trail: every act leaves an entry, the chain tells of tampering, the database keeps what rows were."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from zhijia.areas.activities import actions
from zhijia.areas.activities.models import Activity
from zhijia.core.refused import Refused
from zhijia.core.trail import chain, triggers
from zhijia.core.trail.deed import deed
from zhijia.core.trail.looks import looked, looks_at
from zhijia.core.trail.models import Entry, RowChange

DAY = date(2021, 5, 1)


@pytest.fixture
def walk(alice, mill):
    return actions.record(alice, union=mill, title="登山", on=DAY, unnamed=12)


def test_an_act_leaves_who_what_where_and_the_change(walk, alice, mill):
    actions.correct(alice, walk, unnamed=15)
    made, corrected = Entry.objects.order_by("id")
    assert (made.actor_name, made.hats, made.what, made.union) == ("艾丽", "红旗纺织厂工会主席", "登记活动：登山", mill)
    assert corrected.changes == {"unnamed": [12, 15], "heads": [12, 15]}
    assert corrected.previous == made.hash and chain.verify() == []


def test_a_refused_act_leaves_nothing(walk, alice):
    before = Entry.objects.count()
    with pytest.raises(Refused):
        actions.cancel(alice, walk, why="下雨")
    assert Entry.objects.count() == before
    walk.refresh_from_db()
    assert not walk.cancelled


def test_impossible_values_are_refused_in_words(alice, mill):
    with pytest.raises(Refused, match="名称"):
        actions.record(alice, union=mill, title="", on=DAY)
    assert not Activity.objects.exists()


@pytest.mark.parametrize("tamper", ["changed", "dropped"])
def test_tampering_is_found(walk, alice, tamper):
    actions.correct(alice, walk, unnamed=15)
    actions.correct(alice, walk, unnamed=16)
    second = Entry.objects.order_by("id")[1]
    if tamper == "changed":
        Entry.objects.filter(pk=second.pk).update(what="什么都没做")
    else:
        second.delete()
    assert len(chain.verify()) == 1


def test_a_clock_that_ran_back_is_refused(walk, alice):
    last = Entry.objects.latest("id")
    last.at = timezone.now() + timedelta(hours=2)
    last.hash = chain.digest(last)
    last.save()
    with pytest.raises(Refused, match="日期和时间"):
        actions.correct(alice, walk, unnamed=15)


def test_protected_values_never_enter_the_trail(alice, group):
    from zhijia.areas.members.models import Person

    person = Person(house=group.parent, union=group, name="鲍小波", id_no="450199197503205562", phone="16108775213")
    with deed(alice, "members.edit", person, what="登记"):
        pass
    told = json.dumps(Entry.objects.latest("id").changes, ensure_ascii=False)
    assert "450199197503205562" not in told and "16108775213" not in told and "鲍小波" in told


def test_a_raw_write_cannot_slip_past(walk):
    RowChange.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE activities_activity SET heads = 999 WHERE id = %s", [walk.pk])
    change = RowChange.objects.get()
    assert (change.table, change.op, json.loads(change.before)["heads"]) == ("activities_activity", "U", 12)


def test_every_table_has_its_triggers(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'trail_%%' GROUP BY 1")
        found = dict(cursor.fetchall())
    assert found == {model._meta.db_table: 3 for model in triggers.tracked_models()}


def test_a_look_is_written_once_a_day_and_counts_up(alice, bob_person):
    looked(alice, [bob_person], "hardship", "办理困难补助")
    looked(alice, [bob_person], "hardship", "办理困难补助")
    seen = looks_at(bob_person).get()
    assert (seen.viewer_name, seen.group, seen.times, seen.purpose) == ("艾丽", "hardship", 2, "办理困难补助")


def test_the_head_is_a_stamp_of_the_state(walk, alice):
    before = chain.head()
    actions.correct(alice, walk, unnamed=15)
    assert chain.head() == before + 1
