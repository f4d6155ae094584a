"""Tables of cases: what is due when, what may follow what, days and clocks. No database."""

from datetime import date

import pytest

from zhijia.areas.openness import rules
from zhijia.areas.openness.rules import Duration, Line, Rhythm, State

EVERY = list(range(1, 13))


@pytest.mark.parametrize("rhythm, yearly, standing, months", [
    (Rhythm.MONTHLY, None, False, EVERY), (Rhythm.QUARTERLY, None, False, [1, 4, 7, 10]),
    (Rhythm.HALF_YEARLY, None, False, [1, 7]), (Rhythm.YEARLY, 3, False, [3]), (Rhythm.ONCE, None, False, EVERY),
    (Rhythm.ONCE, None, True, []), (Rhythm.AT_EVENT, None, False, []),
])
def test_what_is_due_in_which_months(rhythm, yearly, standing, months):
    assert [n for n in EVERY if rules.due(rhythm, n, yearly, standing)] == months


@pytest.mark.parametrize("wanted, opened, listed", [
    ((2021, 5), [], [5]), ((2021, 5), [(2021, 2)], [3, 4, 5]), ((2021, 2), [(2021, 5)], [2, 3, 4]), ((2021, 5), [(2021, 5)], []),
    ((2021, 1), [(2020, 6)], [1]), ((2021, 6), [(2021, 4), (2021, 5)], [6]),
])
def test_no_month_of_a_year_stays_out_between_two_that_were_listed(wanted, opened, listed):
    found = rules.months_to_open(date(*wanted, 1), [date(*month, 1) for month in opened])
    assert [day.month for day in found] == listed


ALLOWED = {
    (State.DRAFT, State.ASKING), (State.DRAFT, State.WAITING), (State.ASKING, State.WAITING), (State.WAITING, State.DRAFT),
    (State.DRAFT, State.APPROVED), (State.ASKING, State.APPROVED), (State.WAITING, State.APPROVED), (State.APPROVED, State.SHOWN),
    (State.SHOWN, State.DOWN), (State.DOWN, State.FILED),
    *((now, State.DROPPED) for now in (State.DRAFT, State.ASKING, State.WAITING, State.APPROVED)),
}


def test_an_item_goes_only_the_ways_there_are():
    assert {(now, then) for now in State for then in State if rules.may_follow(now, then)} == ALLOWED


@pytest.mark.parametrize("days, on, early", [
    (15, (2021, 3, 15), True), (15, (2021, 3, 16), False), (7, (2021, 3, 7), True), (7, (2021, 3, 8), False),
    (1, (2021, 3, 1), True), (0, (2021, 3, 1), False),
])
def test_an_item_put_up_on_the_first_hangs_its_days(days, on, early):
    assert rules.too_early(date(2021, 3, 1), date(*on), days) is early


def test_the_last_day_counts_from_the_first():
    assert rules.stays_until(date(2021, 3, 1), 15) == date(2021, 3, 15)


@pytest.mark.parametrize("today, said", [((2021, 3, 29), "还剩 2 天"), ((2021, 3, 31), "今天到期"), ((2021, 4, 2), "超期 2 天")])
def test_the_clock_of_an_opinion_in_words(today, said):
    due = rules.answer_due(date(2021, 3, 1), 30)
    assert (due, rules.left(due, date(*today))) == (date(2021, 3, 31), said)


@pytest.mark.parametrize("on, kept", [(None, False), ((2021, 3, 31), True), ((2021, 4, 1), False)])
def test_answered_in_time(on, kept):
    assert rules.in_time(on and date(*on), date(2021, 3, 31)) is kept


def test_numbers_go_on_by_line_and_year():
    taken = ["队务2021-001", "队务2021-009", "班务2021-012", "队务2020-040"]
    found = [rules.numbered(line, 2021, taken) for line in ("队务", "班务", "厂务")]
    assert found == ["队务2021-010", "班务2021-013", "厂务2021-001"]


@pytest.mark.parametrize("kind, lines", [
    ("基层工会", {Line.FACTORY, Line.UNION}), ("学校工会", {Line.SCHOOL, Line.UNION}), ("车间工会", {Line.WORKSHOP}),
    ("分工会", {Line.WORKSHOP}), ("工会小组", {Line.GROUP}), ("乡镇工会", {Line.UNION}), ("县总工会", {Line.UNION}),
])
def test_every_kind_of_union_has_a_catalogue_of_its_own(kind, lines):
    found = rules.entries_for(kind)
    assert {each.line for each in found} == lines
    assert rules.line_of(kind) in lines
    assert len({each.title for each in found}) == len(found) >= 5


def test_the_shipped_catalogue_is_sound():
    """Known words only, a month where it comes once a year and only there, a source everywhere, wages within the group."""
    for each in rules.catalogue():
        assert (each.line in set(Line), each.duration in set(Duration), each.rhythm in set(Rhythm)) == (True, True, True), each
        assert (each.month is not None) == (each.rhythm == Rhythm.YEARLY), each
        assert each.source and each.department, each
    assert {each.title for each in rules.catalogue() if each.inner} == {"工资表、奖金表", "安全奖", "罚款", "奖金分配和其他收入"}
    keys = [each.key for each in rules.catalogue()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("lately, takes", [(0, True), (19, True), (20, False)])
def test_the_box_is_full_at_its_limit(lately, takes):
    assert rules.room_for_more(lately, 20) is takes
