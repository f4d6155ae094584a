"""Steps, clocks, sums, grades, rewards, shares and likeness as tables of cases; no database."""

from datetime import date
from decimal import Decimal

import pytest

from zhijia.areas.suggestions import rules
from zhijia.areas.suggestions.rules import Clocks, Formula, Stage

GRADES = (
    (1, 1000000, 999999999, 2500, 4000, "奖状"), (2, 500000, 1000000, 1500, 2500, "奖状"), (3, 100000, 500000, 500, 1500, "奖状"),
    (4, 10000, 100000, 300, 500, "表扬"), (5, 0, 10000, 0, 300, "表扬"),
)
CLOCKS = Clocks(accept=7, assess=30, reckon=30, countersign=15, grade=30, reward=30, months=12)
DAYS = {
    "raised_on": date(2021, 3, 1), "accepted_on": date(2021, 3, 5), "adopted_on": date(2021, 3, 20), "due_on": date(2021, 5, 1),
    "done_on": date(2021, 4, 28), "reckoned_on": date(2022, 3, 25), "countersigned_on": date(2022, 4, 1),
    "graded_on": date(2022, 4, 10), "rewarded_on": date(2022, 4, 20), "posted_on": date(2022, 4, 21),
    "posted_until": date(2022, 4, 26),
}


@pytest.mark.parametrize("stage,wanted,may", [
    (Stage.RAISED, Stage.ACCEPTED, True), (Stage.RAISED, Stage.ADOPTED, False), (Stage.ACCEPTED, Stage.REFUSED, True),
    (Stage.ADOPTED, Stage.REFUSED, False), (Stage.RECKONED, Stage.GRADED, False), (Stage.SIGNED, Stage.GRADED, True),
    (Stage.DONE, Stage.GRADED, True), (Stage.ADOPTED, Stage.WITHDRAWN, False), (Stage.ACCEPTED, Stage.WITHDRAWN, True),
    (Stage.REFUSED, Stage.FILED, True), (Stage.FILED, Stage.REWARDED, False),
])
def test_one_step_follows_another_in_its_order(stage, wanted, may):
    assert rules.may_follow(stage, wanted) is may


def test_every_step_has_a_day_and_says_what_it_wrote():
    assert set(rules.DATES) == set(rules.NEXT) == set(Stage)
    assert all(rules.DATES[stage] in names for stage, names in rules.CLEARS.items())


@pytest.mark.parametrize("stage,before", [
    (Stage.RAISED, None), (Stage.ACCEPTED, Stage.RAISED), (Stage.GRADED, Stage.SIGNED),
])
def test_a_step_goes_back_to_the_one_before(stage, before):
    upto = list(rules.DATES).index(stage)
    taken = {name: DAYS.get(name) for each, name in list(rules.DATES.items())[: upto + 1] if each != Stage.REFUSED}
    assert rules.stage_before(stage, taken) == before


@pytest.mark.parametrize("stage,due", [
    (Stage.RAISED, date(2021, 3, 8)), (Stage.ACCEPTED, date(2021, 4, 4)), (Stage.ADOPTED, date(2021, 5, 1)),
    (Stage.DONE, date(2022, 4, 18)), (Stage.RECKONED, date(2022, 4, 9)), (Stage.SIGNED, date(2022, 5, 1)),
    (Stage.GRADED, date(2022, 5, 10)), (Stage.REWARDED, None), (Stage.POSTED, date(2022, 4, 26)), (Stage.FILED, None),
])
def test_every_step_has_its_clock(stage, due):
    assert rules.next_due(stage, DAYS, CLOCKS) == due


def test_the_value_of_twelve_months_from_adoption_counts():
    assert rules.value_window(date(2021, 3, 20), 12) == (date(2021, 3, 20), date(2022, 3, 19))
    assert rules.protected_until(date(2021, 3, 20), (6, 12)) == (date(2021, 9, 20), date(2022, 3, 20))


SAVING = {"before": "12.5", "after": "11.8", "output": 40000, "price": "6.2", "spent": 30000, "running": 5000}


def net(formula, **given):
    return rules.reckon(formula, given)[-1].value


@pytest.mark.parametrize("formula,given,value", [
    (Formula.SAVING, SAVING, "138600"),
    (Formula.SAVING, {"before": 2, "after": 3, "output": 10, "price": 1, "spent": 0, "running": 0}, "-10"),
    (Formula.HOURS, {"hours": "1200.5", "rate": "18.4"}, "22089.20"),
    (Formula.WASTE, {"before": "2.4", "after": "1.9", "output": 100000, "price": "8.5"}, "4250"),
    (Formula.MANUAL, {"amount": "9999.995"}, "10000.00"),
])
def test_the_benefit_follows_from_its_formula(formula, given, value):
    assert net(formula, **given) == Decimal(value)


def test_the_sum_is_shown_line_by_line():
    assert [(line.label, line.sum, line.value) for line in rules.reckon(Formula.SAVING, SAVING)] == [
        ("节约价值", "(12.5 − 11.8) × 40000 × 6.2", Decimal("173600")), ("减摊销投入", "", Decimal(-30000)),
        ("减运行增加费", "", Decimal(-5000)), ("年净效益", "173600 − 30000 − 5000", Decimal("138600")),
    ]


def test_a_missing_input_is_named():
    with pytest.raises(ValueError, match="工时单价"):
        rules.reckon(Formula.HOURS, {"hours": 3})


@pytest.mark.parametrize("value,lower,grade", [
    ("1000000", 0, 1), ("999999.99", 0, 2), ("500000", 0, 2), ("499999.99", 0, 3), ("100000", 0, 3), ("10000", 0, 4),
    ("9999.99", 0, 5), ("0.01", 0, 5), ("1000000", 1, 2), ("5000", 1, 5),
])
def test_from_counts_itself_and_up_to_does_not(value, lower, grade):
    assert rules.grade_of(Decimal(value), GRADES, lower=lower) == grade


def test_a_reserve_stays_within_its_grade():
    assert (rules.reserve_grade(3, 5), rules.reserve_grade(5, 5)) == (5, 5)


@pytest.mark.parametrize("amount,before,once,paid", [
    (500, 0, True, 500), (1500, 500, True, 1000), (300, 500, True, 0), (300, 500, False, 300),
])
def test_nothing_is_rewarded_twice_and_an_upgrade_pays_the_difference(amount, before, once, paid):
    assert rules.to_pay(Decimal(amount), before=Decimal(before), once=once) == paid


def test_equal_shares_make_up_the_whole():
    assert rules.equal_shares(3) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert rules.equal_shares(1) == [Decimal(100)]
    assert rules.shares_add_up(rules.equal_shares(7)) and not rules.shares_add_up([Decimal(60), Decimal(30)])


def test_a_reward_is_split_to_the_cent():
    parts = rules.split(Decimal("100"), rules.equal_shares(3))
    assert parts == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")] and sum(parts) == 100


@pytest.mark.parametrize("one,other,least,most", [
    ("改进皮带清扫器", "改进皮带清扫装置", 60, 99), ("改进皮带清扫器", "改进皮带清扫器。", 100, 100),
    ("改进皮带清扫器", "食堂增加窗口", 0, 10), ("灯", "灯", 0, 0),
])
def test_titles_are_alike_by_the_characters_they_share(one, other, least, most):
    assert least <= rules.likeness(one, other) <= most


@pytest.mark.parametrize("line,row", [
    ("3. 王芳 改进皮带清扫：加装刮板", ("王芳", "改进皮带清扫", "加装刮板")),
    ("李娜，食堂加窗口", ("李娜", "食堂加窗口", "食堂加窗口")),
    ("12、张伟\t料架加轮\t装四个轮子", ("张伟", "料架加轮", "装四个轮子")), ("接龙", ("", "接龙", "")),
])
def test_a_line_of_a_chat_list_is_read(line, row):
    assert rules.pasted_rows(f"\n{line}\n") == [row]


def test_many_names_are_shortened_and_a_hidden_one_is_not_told():
    names = ["王芳", "李娜", "张伟", "赵敏"]
    assert rules.signature(names[:2], hidden=False) == "王芳、李娜"
    assert rules.signature(names, hidden=False) == "王芳等4人"
    assert rules.signature(names, hidden=True) == "匿名"
