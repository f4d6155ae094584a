"""Who may see and do what, where: the three gates, told with people."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import account, found
from zhijia.areas.activities import actions, queries
from zhijia.core.org.actor import actor_of
from zhijia.core.org.models import Kind, Post, Role, Union
from zhijia.core.org.scope import reach, unions
from zhijia.core.trail.models import Entry

DAY = date(2021, 5, 1)


def walk(actor, union, title="登山"):
    return actions.record(actor, union=union, title=title, on=DAY, unnamed=12)


def test_alice_sees_the_mill_and_its_groups_and_carol_sees_nothing_of_it(alice, carol, mill, group, next_door):
    mine, below, theirs = walk(alice, mill), walk(alice, group), walk(carol, next_door)
    assert set(queries.visible(alice)) == {mine, below}
    assert set(queries.visible(carol)) == {theirs}


def test_lee_sees_only_his_group(lee, alice, mill, group):
    walk(alice, mill)
    below = walk(alice, group)
    assert list(queries.visible(lee)) == [below]


def test_uma_above_counts_the_mill_but_does_not_open_its_rows(uma, alice, mill):
    walk(alice, mill)
    assert list(queries.visible(uma)) == []
    assert uma.can("figures.read", mill) and not uma.can("activities.read", mill)


def test_a_stranger_and_a_visitor_see_nothing(dan, nobody, alice, mill):
    walk(alice, mill)
    assert not queries.visible(dan).exists() and not queries.visible(nobody).exists()


def test_carol_cannot_record_for_alices_mill_and_alice_can(carol, alice, mill):
    with pytest.raises(PermissionDenied):
        walk(carol, mill)
    assert Entry.objects.count() == 0
    assert walk(alice, mill).pk


def test_a_row_cannot_be_carried_out_of_reach(alice, mill, next_door):
    activity = walk(alice, mill)
    with pytest.raises(PermissionDenied):
        actions.correct(alice, activity, union=next_door)
    activity.refresh_from_db()
    assert activity.union == mill


def test_union_1_2_never_reaches_1_20(county, db):
    many = [found(f"u{n}", f"第{n}厂工会", Kind.BASIC, county) for n in range(30)]
    short = next(u for u in many if any(o.path.startswith(u.path[:-1]) and o != u for o in many))
    chair = account("short", "短路径", short, Role.CHAIR)
    assert list(unions(chair, "activities.read")) == [short]


def test_powers_follow_posts_and_end_with_them(alice, mill):
    Post.objects.filter(holder_id=alice.user_id).update(until=date(2021, 6, 30))
    assert actor_of(alice.user_id, today=date(2021, 6, 30)).may("activities.edit")
    assert not actor_of(alice.user_id, today=date(2021, 7, 1)).may("activities.edit")


def test_a_closed_account_is_nobody(alice):
    from zhijia.core.org.models import User

    User.objects.filter(pk=alice.user_id).update(is_active=False)
    assert actor_of(alice.user_id, today=DAY) is None


def test_one_person_several_hats(alice, next_door):
    Post.objects.create(holder_id=alice.user_id, union=next_door, role=Role.AUDITOR, since=DAY)
    both = actor_of(alice.user_id, today=DAY)
    assert both.hats == "红旗纺织厂工会主席、东风机械厂工会经审"
    assert both.can("activities.read", next_door) and not both.can("activities.edit", next_door)


def test_scope_of_unions_themselves(alice, uma, mill, group, county, next_door):
    assert set(Union.objects.filter(reach(alice, "figures.read", at=""))) == {mill, group}
    assert set(Union.objects.filter(reach(uma, "figures.read", at=""))) == {county, mill, group, next_door}
