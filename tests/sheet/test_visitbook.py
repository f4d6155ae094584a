"""Visit books, compared with what is true of them."""

import pytest

from zhijia.areas.care.visitbook import read_visits
from zhijia.core.refused import Refused
from zhijia.kit.sheet.book import read_book

WORDS = {"people": "人", "visits": "人次", "households": "户"}


@pytest.fixture(params=["visits.xlsx", "visits_second_union.docx"])
def read(request, data, truth):
    """A book as read — the first with the caps of its own sheet, the second with those of policy — and its truth."""
    known = truth(request.param.rsplit(".", 1)[0])
    caps = known["caps_per_person_and_visit"] if request.param.endswith("docx") else None
    return read_visits(read_book(data / request.param), year=known["year"], caps=caps), known


def chinese(counts: dict) -> dict:
    return {WORDS.get(key, key): value for key, value in counts.items()}


def test_every_entry_is_as_it_stands_in_the_book(read):
    visits, known = read
    expected = [{key: value for key, value in row.items() if key != "key"} for row in known["rows"]]
    assert [{key: getattr(entry, key) for key in expected[0]} for entry in visits.entries] == expected


def test_people_turns_households_and_money_are_counted_each_in_its_own_way(read):
    visits, known = read
    assert chinese(visits.totals) == known["total"]
    assert {kind: chinese(counts) for kind, counts in visits.by_kind.items()} == known["by_kind"]


def test_what_is_over_the_cap_or_unsigned_is_named(read):
    visits, known = read
    assert (visits.over_cap, visits.without_receipt) == (known["over_cap"], known["without_receipt"])
    rows = {entry.row: entry.no for entry in visits.entries}
    named = sorted((rows[one.row], one.code) for one in visits.problems)
    assert named == sorted(
        [(no, "over_cap") for no in known["over_cap"]]
        + [(no, "without_receipt") for no in known["without_receipt"]]
    )


def test_people_met_again_and_homes_of_two_are_recognised(read):
    visits, known = read
    named = [(entry, row) for entry, row in zip(visits.entries, known["rows"], strict=True) if entry.who]
    ours, theirs = {}, {}
    for entry, row in named:
        ours.setdefault(entry.who, []).append(entry.no)
        theirs.setdefault(row["key"], []).append(row["no"])
    assert sorted(ours.values()) == sorted(theirs.values())


def test_the_sheet_of_caps_is_the_books_own(data, truth):
    visits = read_visits(read_book(data / "visits.xlsx"), year=2021)
    assert visits.caps == truth("visits")["caps_per_person_and_visit"]
    assert [(one.sheet, one.first) for one in visits.left_out] == [("标准", None)]


UNCLEAR = ("date_impossible", "kind_unknown", "amount_unreadable")
OTHER_WORDS = """
二〇二三年送温暖台账
单位：红星厂工会 | 年度：2023
走访时间 | 走访对象 | 人数 | 走访类型 | 慰问形式 | 慰问品 | 慰问金额 | 领取人签字
3月2日 | 李娜 | | 住院慰问 | 现金 | | 500元 | 李娜
2023.7.1 | 翻砂车间 | 15 | 防暑降温 | 物品 | 西瓜 | 1,500 | 班长代领
5.6 | 王强、赵敏 | | 特困职工 | 钱 | | 800 | 已领
13.1 | 孙丽 | | 慰问 | 现金 | | 若干 |
2022.12.30 | 周杰 | | 春节慰问 | 实物 | 大米 | 200 | 未签
小计 | | | | | | 3000 |
"""


def test_a_book_in_other_words(book):
    visits = read_visits(book(台账=OTHER_WORDS), year=2023, caps={"夏送清凉": 80})
    assert [(e.date, e.kind, e.name, e.group, e.heads, e.way, e.amount, e.signed, e.problems) for e in visits.entries] == [
        ("2023-03-02", "生病住院", "李娜", None, 1, "现金", 500, "已签", []),
        ("2023-07-01", "夏送清凉", None, "翻砂车间", 15, "实物", 1500, "代签", ["over_cap"]),
        ("2023-05-06", "困难慰问", None, "王强、赵敏", 2, "现金", 800, "已签", ["name_several"]),
        (None, "慰问", "孙丽", None, 1, "现金", 0, "无", [*UNCLEAR, "without_receipt"]),
        ("2022-12-30", "节日慰问", "周杰", None, 1, "实物", 200, "无", ["date_other_year", "without_receipt"]),
    ]  # fmt: skip
    assert all(one.message.endswith("。") and one.column for one in visits.problems)


def test_namesakes_of_other_homes_are_two_people(book):
    text = """
日期 | 被慰问人 | 班组 | 户号 | 类别 | 方式 | 金额
1.5 | 张伟 | 一班 | H1 | 困难慰问 | 现金 | 100
1.6 | 张伟 | 二班 | H2 | 困难慰问 | 现金 | 100
1.7 | 张 伟 | 一班 | H1 | 困难慰问 | 现金 | 100
"""
    totals = read_visits(book(走访=text), year=2021).totals
    assert (totals["people"], totals["visits"], totals["households"]) == (2, 3, 2)


def test_a_roster_is_no_visit_book(data):
    with pytest.raises(Refused, match="没有找到走访慰问登记簿"):
        read_visits(read_book(data / "roster_school.xlsx"), year=2021)
