"""The rules of care as tables of cases; no database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.areas.care import rules
from zhijia.areas.care.rules import Category, Household, Line, Stage, classify
from zhijia.core.refused import Refused

LINE = Line(Decimal(700))
yuan = st.decimals(0, 20000, places=2)


def home(income, size=3, spending=0, assets=0, **more) -> Household:
    return Household(Decimal(income), size, Decimal(spending), Decimal(assets), **more)


@pytest.mark.parametrize(
    ("family", "found"),
    [
        (home(2000, months_low=6), Category.DEEP),
        (home(2000, months_low=5), None),
        (home(2000, aided=True), Category.DEEP),
        (home(2100, months_low=12, spending=600), Category.RELATIVE),
        (home(3150, spending=1050), Category.RELATIVE),
        (home(3151, spending=1500), None),
        (home(3150, spending=1049), None),
        (home(3151, spending=1500, sudden=True), Category.SUDDEN),
        (home(6300, spending=4200, sudden=True), Category.SUDDEN),
        (home(6300, spending=4199, sudden=True), None),
        (home(6301, spending=4300, sudden=True), Category.SUDDEN),
        (home(6301, spending=4300, assets=99, sudden=True), Category.SUDDEN),
        (home(6301, spending=4300, assets=100, sudden=True), None),
        (home(6301, spending=4300), None),
        (home(2000, months_low=2, spending=500, sudden=True), Category.SUDDEN),
    ],
)
def test_the_class_follows_from_the_formula(family, found):
    assert classify(family, LINE).category == found


def test_every_test_is_said_with_its_numbers():
    said = [test.said for test in classify(home(2600, size=4, spending=800), LINE).tests]
    assert said == [
        "月人均收入 F/n = 650 元 ＜ 低保标准 D = 700 元",
        "低于标准已 0 个月（≥ 6），或政府救助后仍特别困难（否）",
        "D = 700 元 ≤ F/n = 650 元 ≤ 1.5D = 1050 元",
        "扣除刚性支出 (F−X)/n = 450 元 ≤ D = 700 元",
        "遭遇突发事件、意外伤害或重大疾病（否）",
        "F/n = 650 元 ≤ 3D = 2100 元，(F−X)/n = 450 元 ≤ D = 700 元",
    ]


def test_nobody_lives_in_a_family_of_none():
    with pytest.raises(Refused, match="至少是 1 人"):
        classify(home(100, size=0), LINE)


@given(income=yuan, size=st.integers(1, 9), spending=yuan, more=yuan, sudden=st.booleans(), months=st.integers(0, 12))
def test_more_hardship_never_takes_a_family_out(income, size, spending, more, sudden, months):
    before = classify(Household(income, size, spending, months_low=months, sudden=sudden), LINE)
    after = classify(Household(income, size, spending + more, months_low=months, sudden=sudden), LINE)
    assert before.category is None or after.category == before.category or after.category is not None


@given(income=yuan, size=st.integers(1, 9), spending=yuan, assets=yuan, sudden=st.booleans())
def test_a_class_is_found_only_when_every_test_of_it_holds(income, size, spending, assets, sudden):
    found = classify(Household(income, size, spending, assets, sudden=sudden), LINE)
    held = {c for c in Category if all(test.holds for test in found.tests if test.category == c)}
    assert (found.category in held) if held else (found.category is None)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (Stage.APPLIED, Stage.FILED),
        (Stage.SURVEYED, Stage.POSTED),
        (Stage.FILED, Stage.REFUSED),
        (Stage.LEFT, Stage.FILED),
        (Stage.REFUSED, Stage.SURVEYED),
        (Stage.FILED, Stage.FILED),
    ],
)
def test_no_step_is_skipped(now, then):
    with pytest.raises(Refused, match=f"现在是“{now}”"):
        rules.step(now, then, last_on=date(2021, 1, 1), on=date(2021, 1, 2))


def test_no_step_goes_back_in_time():
    with pytest.raises(Refused, match="早于上一步"):
        rules.step(Stage.APPLIED, Stage.SURVEYED, last_on=date(2021, 1, 2), on=date(2021, 1, 1))
    assert rules.step(Stage.APPLIED, Stage.SURVEYED, last_on=date(2021, 1, 2), on=date(2021, 1, 2)) == Stage.SURVEYED


@pytest.mark.parametrize(
    ("amount", "heads", "cap", "over"),
    [(1000, 1, 1000, False), (1001, 1, 1000, True), (2400, 12, 200, False), (2401, 12, 200, True), (9999, 1, None, False)],
)
def test_caps(amount, heads, cap, over):
    assert rules.over_cap(Decimal(amount), heads, cap) is over


@pytest.mark.parametrize(
    ("way", "receipt", "lacks"),
    [("现金", "无", True), ("实物", "无", True), ("精神", "无", False), ("现金", "已签", False), ("实物", "代签", False)],
)
def test_receipts(way, receipt, lacks):
    assert rules.lacks_receipt(way, receipt) is lacks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("何峰旺、吕林勇", ["何峰旺", "吕林勇"]),
        ("姜菊， 陆凤", ["姜菊", "陆凤"]),
        ("陶红、努尔兰·哈力克", ["陶红", "努尔兰·哈力克"]),
        ("", []),
    ],
)
def test_visitors(text, names):
    assert rules.visitor_names(text) == names


@pytest.mark.parametrize(
    ("typed", "plain"), [("冯　福", "冯福"), (" 袁 明 ", "袁明"), ("John Smith", "John Smith"), ("张伟", "张伟")]
)
def test_names_lose_the_blanks_of_typists(typed, plain):
    assert rules.plain_name(typed) == plain


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2021, 8, 31), 6, date(2022, 2, 28)),
        (date(2020, 2, 29), -12, date(2019, 2, 28)),
        (date(2021, 12, 31), -12, date(2020, 12, 31)),
    ],
)
def test_months(day, months, then):
    assert rules.months_after(day, months) == then


def test_late():
    assert not rules.late(date(2021, 1, 1), date(2021, 1, 31), 30)
    assert rules.late(date(2021, 1, 1), date(2021, 2, 1), 30)


@pytest.mark.parametrize(
    ("counts", "lines"),
    [
        ({"困难慰问": 9, "生育": 2}, {"困难慰问": "其他各类", "生育": "其他各类"}),
        ({"困难慰问": 9, "生育": 2, "丧事": 3}, {"困难慰问": "困难慰问", "生育": "其他各类", "丧事": "其他各类"}),
        ({"困难慰问": 9, "节日慰问": 7, "丧事": 1}, {"困难慰问": "困难慰问", "节日慰问": "其他各类", "丧事": "其他各类"}),
        ({"困难慰问": 5}, {"困难慰问": "困难慰问"}),
        ({}, {}),
    ],
)
def test_kinds_of_few_are_told_together(counts, lines):
    assert rules.coarsen(counts, 5) == lines


@given(st.dictionaries(st.sampled_from([str(k) for k in rules.VisitKind]), st.integers(1, 30)))
def test_no_published_line_is_of_fewer_than_five_unless_all_are(counts):
    sums = {}
    for kind, line in rules.coarsen(counts, 5).items():
        sums[line] = sums.get(line, 0) + counts[kind]
    assert sum(counts.values()) < 5 or all(heads >= 5 for heads in sums.values())
