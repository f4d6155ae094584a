"""Catalogue, months and figures: what must be open, what is missing, and that the rate can be opened to its rows."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.openness import actions, queries, rules
from zhijia.areas.openness.models import Duty, Entry, Month
from zhijia.areas.openness.rules import CheckKind, Duration, Rhythm
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
MONTHLY = {"出勤和工分", "生产任务完成", "奖金分配和其他收入", "罚款", "材料、工具消耗"}


def titles(found):
    return {each.entry.title for each in found}


def hang(alice, group, title, on):
    return actions.record_past(alice, union=group, past=[{"title": title, "on": on, "until": on + timedelta(days=20)}])[0]


def test_a_catalogue_is_taken_over_once(alice, mill, group, catalogue):
    assert Entry.objects.filter(union=group).count() == len(rules.entries_for(group.kind))
    assert list(queries.without_catalogue(alice)) == []
    with pytest.raises(Refused, match="已经有公开目录"):
        actions.adopt(alice, chosen=[group], since=date(2021, 1, 1))


def test_carol_takes_no_catalogue_over_for_the_mill(carol, mill):
    with pytest.raises(PermissionDenied):
        actions.adopt(carol, chosen=[mill], since=date(2021, 1, 1))
    assert Entry.objects.count() == 0


def test_a_union_adds_and_withdraws_entries_with_a_reason(alice, group, catalogue):
    more = actions.add_entry(
        alice, union=group, title="车辆维修费", duration=Duration.REGULAR, rhythm=Rhythm.MONTHLY, since=date(2021, 1, 1),
        reason="职工要求",
    )
    fines = Entry.objects.get(union=group, title="罚款")
    with pytest.raises(Refused, match="理由"):
        actions.withdraw_entry(alice, fines, on=date(2021, 2, 1), why="")
    actions.withdraw_entry(alice, fines, on=date(2021, 2, 1), why="已取消罚款")
    found = titles(queries.wanted(queries.entries_of(group, date(2021, 3, 1)), date(2021, 3, 1)))
    assert found == MONTHLY - {"罚款"} | {"车辆维修费", "班组办事制度"} and more.line == "班务"
    assert titles(queries.wanted(queries.entries_of(group, date(2021, 1, 1)), date(2021, 1, 1))) >= {"罚款"}
    assert actions.restore_entry(alice, fines).withdrawn_on is None


def test_a_yearly_entry_says_its_month(alice, group):
    with pytest.raises(Refused, match="几月"):
        actions.add_entry(
            alice, union=group, title="年度总账", duration=Duration.REGULAR, rhythm=Rhythm.YEARLY, since=date(2021, 1, 1),
            reason="职工要求",
        )


def test_what_is_missing_is_known_before_anything_is_listed(lee, group, catalogue):
    """Looking lists nothing."""
    assert titles(queries.missing(lee, date(2021, 3, 1))) == MONTHLY | {"班组办事制度"}
    assert Duty.objects.count() == 0


def test_opening_an_item_does_its_duty_and_lists_the_month(alice, lee, group, catalogue):
    hang(alice, group, "2021年3月出勤和工分", date(2021, 3, 2))
    assert titles(queries.missing(lee, date(2021, 3, 1))) == MONTHLY - {"出勤和工分"} | {"班组办事制度"}
    assert Month.objects.get().on == date(2021, 3, 1)


def test_a_month_in_which_nothing_was_done_counts_once_a_later_one_is_listed(alice, group, catalogue):
    hang(alice, group, "出勤和工分", date(2021, 1, 5))
    hang(alice, group, "出勤和工分", date(2021, 3, 5))
    hang(alice, group, "班组办事制度", date(2021, 3, 5))
    period = year(2021)
    assert [m.on.month for m in Month.objects.order_by("on")] == [1, 2, 3]
    assert find("openness.required", branches(group), period).value == 18
    assert find("openness.covered", branches(group), period).value == 3
    assert str(find("openness.coverage", branches(group), period)) == "3/18，16.7 %"
    assert queries.required(branches(group), period).filter(item=None).count() == 15


def test_a_quarterly_duty_is_done_by_a_later_item_of_the_year_a_monthly_one_is_not(alice, mill, catalogue):
    actions.list_months(alice, chosen=[mill], month=date(2021, 1, 1))
    hang(alice, mill, "工会经费收支", date(2021, 2, 20))
    hang(alice, mill, "生产经营目标和完成情况", date(2021, 2, 20))
    done = {(duty.month.on.month, duty.entry.title) for duty in queries.covered(branches(mill), year(2021))}
    assert done == {(1, "工会经费收支"), (2, "生产经营目标和完成情况")}


def test_listing_a_month_twice_changes_no_figure(alice, mill, group, catalogue):
    for _ in range(2):
        actions.list_months(alice, chosen=[mill, group], month=date(2021, 4, 1))
    assert Month.objects.count() == 2 and Duty.objects.filter(month__union=group).count() == len(MONTHLY) + 1
    assert {m.checked_by for m in Month.objects.all()} == {"艾丽"}


def test_a_month_to_come_is_not_listed(alice, mill, catalogue):
    later = queries.end_of(queries.today()) + timedelta(days=1)
    with pytest.raises(Refused, match="还没到"):
        actions.list_months(alice, chosen=[mill], month=later)
    assert Month.objects.count() == 0


def test_rules_that_hang_all_year_are_due_until_they_hang(alice, mill, catalogue, shown):
    entry = Entry.objects.get(union=mill, title="责任制和规章制度")
    this = queries.month_of(queries.today())
    assert "责任制和规章制度" in titles(queries.missing(alice, this))
    shown("考勤制度", entry=entry)
    assert "责任制和规章制度" not in titles(queries.missing(alice, this))
    after = queries.end_of(this) + timedelta(days=1)
    assert "责任制和规章制度" not in titles(queries.wanted([entry], after))


def test_items_are_counted_by_line_and_day(alice, mill, group, catalogue):
    hang(alice, group, "出勤和工分", date(2021, 3, 2))
    hang(alice, mill, "工会经费收支", date(2021, 4, 2))
    hang(alice, mill, "大宗采购", date(2020, 4, 2))
    found = {key: find(f"openness.items{key}", branches(mill), year(2021)).value for key in ("", ".group", ".union", ".factory")}
    assert found == {"": 2, ".group": 1, ".union": 1, ".factory": 0}
    assert find("openness.items", branches(mill), year(2019)).value is None


def test_a_check_that_found_something_is_put_right(alice, lee, group, catalogue):
    period, this = year(2021), date(2021, 3, 1)
    clean = actions.record_check(lee, union=group, kind=CheckKind.MONTHLY, on=date(2021, 3, 20), checkers="工会、劳资、纪检")
    with pytest.raises(Refused, match="没有发现问题"):
        actions.put_right(lee, clean, on=date(2021, 3, 25), result="改了")
    bad = actions.record_check(
        lee, union=group, kind=CheckKind.SPECIAL, on=date(2021, 4, 2), checkers="工会", found="罚款没有上墙",
        right_by=date(2021, 4, 9),
    )
    assert (list(queries.unchecked(alice, this)), list(queries.unchecked(alice, date(2021, 4, 1)))) == ([], [group])
    assert find("openness.put_right", branches(group), period).value == 0
    actions.put_right(lee, bad, on=date(2021, 4, 8), result="已补贴")
    values = [find(f"openness.{key}", branches(group), period).value for key in ("checks", "faults", "put_right")]
    assert (values, list(queries.to_put_right(alice))) == ([2, 1, 1], [])


def test_carol_sees_nothing_of_the_mills_months_and_alice_sees_her_groups(alice, carol, group, catalogue):
    hang(alice, group, "出勤和工分", date(2021, 3, 2))
    for seen in (queries.visible, queries.entries, queries.checks, queries.ledger):
        assert list(seen(carol)) == []
    assert queries.coverage(carol, date(2021, 3, 1)) == []
    assert queries.visible(alice).count() == 1
