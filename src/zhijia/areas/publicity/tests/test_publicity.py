"""Boards with issue numbers, articles, subscriptions; a lost number of issues cannot happen again."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from zhijia.areas.publicity import actions, queries, rules
from zhijia.areas.publicity.models import Level, Medium
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year

DAY = date(2021, 3, 12)


def counted(key):
    return find(key, Union.objects.all(), year(2021)).value


@pytest.mark.parametrize(("numbers", "gaps"), [([], []), ([1, 2, 3], []), ([1, 4], [2, 3]), ([2, 2, 3], [2]), ([5, 3], [4])])
def test_gaps_in_a_series(numbers, gaps):
    assert rules.skipped(numbers) == gaps


def test_issues_number_themselves_by_medium_and_year(alice, mill):
    first = actions.issue(alice, union=mill, theme="安全", on=DAY)
    second = actions.issue(alice, union=mill, theme="质量", on=DAY)
    air = actions.issue(alice, union=mill, theme="早安", on=DAY, medium=Medium.BROADCAST)
    later = actions.issue(alice, union=mill, theme="新年", on=date(2022, 1, 3))
    assert [b.number for b in (first, second, air, later)] == [1, 2, 1, 1]
    assert (counted("publicity.boards"), counted("publicity.broadcasts")) == (2, 1)


def test_articles_taken_above_are_part_of_all(alice, mill):
    actions.publish(alice, union=mill, title="我们的班组", author="王芳", media="厂报", on=DAY)
    actions.publish(alice, union=mill, title="劳模风采", author="李娜", media="市日报", level=Level.CITY, on=DAY)
    assert (counted("publicity.articles"), counted("publicity.media")) == (2, 1)


def test_copies_are_added_up(alice, mill):
    for title, copies in (("工人日报", 3), ("市报", 2)):
        actions.subscribe(alice, union=mill, title=title, year=2022, copies=copies, on=DAY)
    assert counted("publicity.subscriptions") == 5


def test_carol_issues_nothing_for_the_mill(carol, mill):
    with pytest.raises(PermissionDenied):
        actions.issue(carol, union=mill, theme="安全", on=DAY)
    assert counted("publicity.boards") is None


def test_a_missing_issue_is_pointed_out(alice, mill, login):
    for number in (1, 3):
        actions.issue(alice, union=mill, theme="安全", on=DAY, number=number)
    page = login(alice).get(reverse("publicity:boards"), {"medium": Medium.BLACKBOARD}).content.decode()
    assert "期号有缺或重复：第 2 期" in page


def test_correcting_through_the_page(alice, mill, login):
    board = actions.issue(alice, union=mill, theme="按全", on=DAY)
    data = {"union": mill.pk, "medium": board.medium, "theme": "安全", "number": "1", "on": "2021-03-12"}
    assert login(alice).post(reverse("publicity:board", args=[board.pk]), data).status_code == 302
    assert queries.boards(alice).get().theme == "安全"
