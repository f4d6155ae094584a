"""Queries built once for each set of posts: the same rows as ever, and nobody else's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhijia.core.org.models import Union
from zhijia.core.org.prepared import name_of, prepared
from zhijia.core.org.scope import reach
from zhijia.kit.asked import Asked
from zhijia.kit.counting import page_of
from zhijia.kit.pages.lists import in_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine():
    """Unions within reach, and how often the query was built."""
    built = []

    @prepared
    def unions(actor):
        built.append(actor)
        return Union.objects.filter(reach(actor, "members.tree", at=""))

    unions.built = built
    return unions


def seen(rows):
    return {union.name for union in page_of(rows, 1, 20).rows}


def test_the_query_is_built_once_for_the_same_posts(mine, alice):
    assert seen(mine(alice)) == seen(mine(alice)) == {alice.grants[0].union_name}
    assert len(mine.built) == 1


def test_carol_never_gets_what_was_prepared_for_alice(mine, alice, carol):
    assert [seen(mine(each)) for each in (alice, carol, alice)] == [
        {each.grants[0].union_name} for each in (alice, carol, alice)
    ]


def test_what_was_narrowed_is_another_question(mine, alice):
    rows = mine(alice)
    assert seen(rows) and name_of(rows) is not None
    narrowed = rows.filter(name="没有")
    assert name_of(narrowed) is None
    assert seen(narrowed) == set()


def test_a_prepared_query_sees_what_changed_since(mine, alice, mill):
    before = page_of(mine(alice), 1, 20)
    Union.objects.filter(pk=mill.pk).update(name="改名工会")
    with CaptureQueriesContext(connection) as asked:
        after = page_of(mine(alice), 1, 20)
    assert (seen(mine(alice)), before.total, after.total, len(asked)) == ({"改名工会"}, 1, 1, 1)


def test_every_order_of_a_prepared_list_is_its_own_question(mine, alice, mill):
    Union.objects.create(code="z", name="一车间", kind="车间工会", parent=mill)
    asked = (Asked({"sort": [sort]}) for sort in ("name", "-name", "name"))
    found = [[union.name for union in page_of(in_order(mine(alice), {"name": "name"}, each), 1, 20).rows] for each in asked]
    assert found[0] == found[1][::-1] == found[2] and len(found[0]) == 2
