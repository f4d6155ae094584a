"""Policy: every threshold has a source, the nearest and latest word holds, and a union may set its own."""

import ast
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

import zhijia
from zhijia.core.org.models import Kind
from zhijia.core.policy import (
    NO_LIMIT,
    NotInForce,
    PolicyBook,
    UnknownKey,
    all_values,
    deadline,
    explain,
    maybe,
    policy,
    shipped,
)
from zhijia.core.policy.actions import fit, override, stored, withdraw
from zhijia.core.policy.models import Override
from zhijia.core.policy.resolve import rule_of, short_region
from zhijia.core.policy.values import words
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

RULES = shipped.rules()
CASES = [(key, case) for key, rule in RULES.items() for case in rule.cases]
DAY = date(2021, 6, 1)
SOURCES = {
    "K": {"name": "通行做法（未核实）"}, "L1": {"name": "《工会法》"},
    "P1": {"name": "某省办法", "since": DAY},
}


@dataclass
class Place:
    """A union as far as shipped values care, kept in no database."""

    region: str = "全国"
    kind: str = "基层工会"
    path: str = "1."
    name: str = "某工会"


@pytest.fixture
def nobody_overrides(monkeypatch):
    """Shipped values alone, as where no union set anything."""
    monkeypatch.setattr("zhijia.core.policy.resolve._overrides", lambda union, on, keys: {})


# What is shipped


def test_the_files_hold_the_values_of_the_house():
    assert len(RULES) > 400
    assert len(CASES) > 500


def test_every_data_file_is_a_topic_with_a_name():
    folder = Path(shipped.__file__).parent / "data"
    assert {path.stem for path in folder.iterdir()} == {"sources", *shipped.TOPICS}


@pytest.mark.parametrize("key", RULES)
def test_a_rule_is_named_in_chinese_and_can_be_read_aloud(key):
    rule = RULES[key]
    assert re.search(r"[\u4e00-\u9fff]", rule.label)
    assert words(rule.sample, rule.unit, rule.columns)
    assert re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_\u4e00-\u9fff]+)+", key)


def test_every_value_has_a_source_people_can_read():
    assert [key for key, case in CASES if not re.search(r"[\u4e00-\u9fff]", case.source)] == []


def test_what_nobody_checked_says_so():
    assert [key for key, case in CASES if "K" in case.tag.split(", ") and not case.unverified] == []
    assert {case.source for _, case in CASES if case.tag == "K" and "未核实" not in case.source} <= {
        "《工会会计制度》（财会〔2021〕7号），科目待核对"
    }


def test_kinds_are_kinds_of_union():
    assert {kind for _, case in CASES for kind in case.kinds} <= {*Kind.values, "*"}


def test_regions_are_spelled_the_short_way():
    assert [case.region for _, case in CASES if short_region(case.region) != case.region] == []


def test_no_two_values_for_one_region_kind_and_day():
    places = [(key, case.region, kind, case.since) for key, case in CASES for kind in case.kinds]
    assert len(places) == len(set(places))


def test_values_of_one_rule_have_one_shape():
    for key, rule in RULES.items():
        for case in rule.cases:
            assert fit(rule, stored(case.value)) == case.value, key


def test_a_second_name_leads_to_the_same_value():
    assert shipped.same_key("care.visit.cap.生病住院") == "benefit.hospital"
    assert shipped.same_key("benefit.hospital") == "benefit.hospital"


def test_every_key_the_house_asks_for_is_shipped():
    sources = Path(zhijia.__file__).parent.rglob("*.py")
    asked = {key for path in sources for key in _asked(ast.parse(path.read_text("utf-8")))}
    assert {"import.undo_days"} <= asked
    for key in asked:
        rule_of(key)


def _asked(tree):
    """Keys given to policy() and maybe(), to a PolicyBook, and looked up in a book, where written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("policy", "maybe"):
            yield from _texts(node.args[:1])
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PolicyBook":
            yield from _texts(each for word in node.keywords for each in getattr(word.value, "elts", ()))
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "book":
            yield from _texts([node.slice])


def _texts(nodes):
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize(("block", "complaint"), [
    ({"label": "甲", "value": 1}, "no source"),
    ({"label": "甲", "value": 1, "tag": "Z9"}, "no such source"),
    ({"label": "甲"}, "neither a value nor an example"),
    ({"label": "甲", "value": 1, "tag": "K", "until": date(1900, 1, 1)}, "ends before it begins"),
    ({"label": "甲", "cases": [{"value": 1, "tag": "K"}, {"value": 2, "tag": "K"}]}, "two values"),
    ({"label": "甲", "cases": [{"value": 1, "tag": "K", "colour": "红"}]}, "unknown words"),
    ({"label": "甲", "value": [[1, 2]], "columns": ["起"], "tag": "K"}, "does not fit its columns"),
])
def test_a_bad_data_file_is_refused_by_name(block, complaint):
    with pytest.raises(ValueError, match=f"a.b: .*{complaint}"):
        shipped.rule("a.b", block, SOURCES)


def test_a_value_takes_source_and_first_day_from_its_tag():
    block = {"label": "甲", "unit": "比例", "value": "2/3", "tag": "L1 §16, P1"}
    rule = shipped.rule("a.b", block, SOURCES)
    assert rule.cases == (shipped.Case(
        Fraction(2, 3), "全国", ("*",), DAY, None, "《工会法》第16条；某省办法", "L1 §16, P1", "",
        unverified=False,
    ),)


# Which value holds

ANHUI_2018, ANHUI_2025 = date(2018, 6, 1), date(2025, 6, 1)
RESOLVED = [
    ("benefit.hospital", "安徽", "基层工会", ANHUI_2018, 1000, False),
    ("benefit.hospital", "安徽", "基层工会", date(2024, 12, 31), 1000, False),
    ("benefit.hospital", "安徽", "基层工会", date(2025, 1, 1), 2000, False),
    ("benefit.hospital", "安徽省马鞍山市", "学校工会", ANHUI_2025, 2000, False),
    ("benefit.hospital", "安徽", "基层工会", date(2017, 12, 31), 1000, True),
    ("benefit.festival", "河南", "基层工会", date(2018, 6, 1), 2000, False),
    ("benefit.festival", "安徽", "基层工会", ANHUI_2018, 1500, False),
    ("benefit.festival", "安徽", "基层工会", ANHUI_2025, 2200, False),
    ("benefit.festival", "湖北", "基层工会", DAY, 1200, False),
    ("benefit.festival", "新疆", "基层工会", ANHUI_2025, 2000, False),
    ("benefit.festival", "广西", "基层工会", DAY, 1200, True),
    ("benefit.marriage", "河南", "基层工会", DAY, 500, False),
    ("benefit.death_member", "安徽", "基层工会", ANHUI_2018, 2000, False),
    ("activities.recuperation.max_days", "安徽马鞍山", "基层工会", date(2026, 2, 1), 2, False),
    ("activities.prize.winner_share", "宁夏回族自治区", "基层工会", DAY, Fraction(1, 3), False),
    ("dues.rate", "广西", "车间工会", DAY, Decimal("0.5"), False),
    ("congress.quorum", "浙江", "基层工会", DAY, Fraction(2, 3), False),
    ("congress.papers_days", "重庆", "基层工会", DAY, 5, False),
    ("congress.papers_days", "重庆", "基层工会", date(2010, 7, 29), 7, True),
    ("congress.assembly_below", "全国", "学校工会", DAY, 80, True),
    ("congress.assembly_below", "全国", "车间工会", DAY, 51, True),
    ("congress.assembly_below", "全国", "乡镇工会", DAY, 100, True),
    ("congress.assembly_below", "上海", "学校工会", DAY, 100, False),
    ("openness.min_days", "河南", "基层工会", DAY, 7, False),
    ("openness.min_days", "山东", "基层工会", DAY, 15, False),
    ("org.women.committee_members", "上海", "基层工会", DAY, 25, False),
    ("fund.rate", "全国", "省总工会", DAY, 2, False),
    ("import.undo_days", "全国", "基层工会", DAY, 30, True),
    ("ui.late_days", "全国", "基层工会", DAY, 30, True),
]


@pytest.mark.parametrize(("key", "region", "kind", "on", "value", "unverified"), RESOLVED)
def test_the_narrower_place_then_the_kind_then_the_later_text_holds(
    nobody_overrides, key, region, kind, on, value, unverified
):
    found = policy(key, Place(region, kind), on)
    assert (found.value, found.unverified, found.override) == (value, unverified, False)


@pytest.mark.parametrize(("kind", "cap"), [
    ("生病住院", 1000), ("生育", 800), ("结婚", 800), ("丧事", 1000), ("困难慰问", 2000), ("退休", 1000),
    ("劳模慰问", 2000), ("一线慰问", 300), ("夏送清凉", 200), ("金秋助学", 3000), ("节日慰问", 500),
])
def test_where_no_province_speaks_visit_caps_fall_back_and_are_marked(nobody_overrides, kind, cap):
    found = policy(f"care.visit.cap.{kind}", Place("广西"), DAY)
    assert (found.value, found.unit, found.unverified) == (cap, "元", True)


def test_every_kind_of_visit_but_the_rest_has_a_cap(nobody_overrides):
    book = PolicyBook(Place(), DAY)
    kinds = [kind for kind in book["care.visit.kinds"].value if kind != "其他"]
    assert {kind: book[f"care.visit.cap.{kind}"].unit for kind in kinds} == dict.fromkeys(kinds, "元")


def test_a_table_gives_the_row_that_holds_a_number(nobody_overrides):
    size = policy("org.committee.size", Place(), DAY)
    found = [size.row(number)[2:] for number in (24, 25, 265, 5000, 60000)]
    assert found == [(3, 5), (3, 7), (7, 15), (15, 21), (37, 45)]
    assert size.row(60000)[1] == NO_LIMIT
    with pytest.raises(LookupError, match="no row for 0"):
        size.row(0)


def test_two_columns_read_as_a_dictionary(nobody_overrides):
    weights = policy("contest.weights", Place(), DAY)
    assert weights.as_dict() == {"产量": 30, "质量": 30, "安全": 20, "消耗": 10, "现场": 10}
    assert policy("document.paper", Place(), DAY).as_dict() == {"宽": 210, "高": 297}


def test_before_the_first_day_and_outside_the_region_the_answer_is_a_clear_no(nobody_overrides):
    with pytest.raises(NotInForce, match="2021年6月1日没有适用于广西基层工会的“送温暖限额（每人每次）”规定"):
        policy("care.warmth.cap_per_time", Place("广西"), DAY)
    with pytest.raises(KeyError):
        policy("honours.leaders_max", Place("福建厦门"), date(2015, 12, 31))
    assert policy("honours.leaders_max", Place("福建厦门"), date(2016, 1, 1)).value == 15
    assert maybe("care.warmth.cap_per_time", Place("广西"), DAY) is None


def test_a_value_ends_on_its_last_day(nobody_overrides):
    assert policy("statistics.form", Place(), date(2022, 8, 31)).unverified is False
    assert maybe("statistics.form", Place(), date(2022, 9, 1)) is None


def test_an_unknown_key_fails_loudly_and_names_its_neighbours(nobody_overrides):
    with pytest.raises(UnknownKey, match="no such policy key 'dues.rat'; near: dues.rate"):
        policy("dues.rat", Place(), DAY)


def test_a_warning_prints_rule_value_and_source(nobody_overrides):
    quorum = policy("congress.quorum", Place("浙江"), DAY)
    assert explain(quorum) == (
        "规定：到会代表不少于全体代表的 2/3。出处：《浙江省企业民主管理条例》（2010年3月30日）。"
    )
    assert explain(policy("ui.late_days", Place(), DAY)) == (
        "规定：发生后超过几天录入算补录 30 天。出处：通行做法（未核实，请按本地规定核对）。"
    )


@pytest.mark.parametrize(("written", "short"), [
    ("安徽省马鞍山市", "安徽马鞍山"), ("安徽马鞍山", "安徽马鞍山"), ("广西壮族自治区", "广西"),
    ("北京市", "北京"),
    ("全国", "全国"), ("内蒙古自治区包头市", "内蒙古包头"), ("广东省深圳市福田区", "广东深圳福田"), ("", ""),
])
def test_regions_are_read_however_they_are_written(written, short):
    assert short_region(written) == short


@given(st.sampled_from(sorted(RULES)))
def test_a_value_survives_the_database(key):
    rule = RULES[key]
    assert shipped.frozen(stored(rule.sample), rule.unit) == rule.sample


# What a union sets for itself


def set_by(actor, union, value=800, since=DAY, **more):
    return override(actor, union, "benefit.hospital", value, since=since, source="县工会〔2021〕3号", **more)


def test_alice_sets_a_value_with_its_source_and_the_trail_says_so(alice, mill):
    record = set_by(alice, mill, note="委员会讨论")
    found = policy("benefit.hospital", mill, DAY)
    assert (found.value, found.source, found.override, found.set_by, found.unverified) == (
        800, "县工会〔2021〕3号", True, "红旗纺织厂工会", False,
    )
    assert explain(found) == (
        "规定：生病住院慰问限额（每次） 800 元。出处：县工会〔2021〕3号（红旗纺织厂工会设定）。"
    )
    entry = Entry.objects.get()
    assert (entry.actor_name, entry.power, entry.what, entry.record, entry.union_id) == (
        "艾丽", "policy.override", "设定本地规定：生病住院慰问限额（每次） 800 元", str(record.pk), mill.pk,
    )


def test_an_override_reaches_below_under_both_names_and_not_next_door(alice, mill, group, next_door):
    set_by(alice, mill)
    assert policy("care.visit.cap.生病住院", group, DAY).value == 800
    assert policy("benefit.hospital", next_door, DAY).value == 1000


def test_the_nearest_union_goes_before_the_one_above_and_then_the_latest(uma, alice, county, mill, group):
    set_by(uma, county, 700, since=date(2021, 5, 1))
    set_by(alice, mill, 800, since=date(2021, 2, 1))
    set_by(alice, mill, 900, since=date(2021, 4, 1))
    found = [policy("benefit.hospital", mill, day).value for day in (
        date(2021, 1, 31), date(2021, 2, 1), date(2021, 3, 31), date(2021, 4, 1), DAY,
    )]
    assert found == [1000, 800, 800, 900, 900]
    assert policy("benefit.hospital", group, DAY).set_by == "红旗纺织厂工会"
    assert policy("benefit.hospital", county, DAY).value == 700


def test_an_override_holds_through_its_last_day(alice, mill):
    set_by(alice, mill, until=date(2021, 12, 31))
    days = (date(2021, 5, 31), DAY, date(2021, 12, 31), date(2022, 1, 1))
    assert [policy("benefit.hospital", mill, day).value for day in days] == [1000, 800, 800, 1000]


def test_taken_back_it_no_longer_holds_but_old_days_keep_it(alice, mill):
    record = set_by(alice, mill)
    withdraw(alice, record, on=date(2021, 9, 1))
    days = (date(2021, 8, 31), date(2021, 9, 1))
    assert [policy("benefit.hospital", mill, day).value for day in days] == [800, 1000]
    with pytest.raises(Refused, match="到2021-08-31已经停用了"):
        withdraw(alice, record, on=date(2021, 10, 1))


def test_taken_back_on_its_first_day_it_never_held(alice, mill):
    withdraw(alice, set_by(alice, mill), on=DAY)
    assert policy("benefit.hospital", mill, DAY).value == 1000


def test_carol_cannot_set_or_take_back_what_is_alices(alice, carol, mill):
    record = set_by(alice, mill)
    with pytest.raises(PermissionDenied):
        set_by(carol, mill, 5)
    with pytest.raises(PermissionDenied):
        withdraw(carol, record, on=DAY)
    assert list(Override.objects.values_list("value", "until")) == [(800, None)]


@pytest.mark.parametrize(("key", "value", "kept"), [
    ("dues.rate", "0.45", Decimal("0.45")), ("dues.rate", 1, 1), ("benefit.hospital", "1500", 1500),
    ("congress.quorum", "3/4", Fraction(3, 4)), ("benefit.no_cash", False, False),
    ("dues.collection", " 按年 ", "按年"),
    ("contest.veto", ["重伤事故"], ("重伤事故",)),
    ("document.margins", [37, 28, 26, 35.5], (37, 28, 26, Decimal("35.5"))),
    ("org.committee.size", [[1, NO_LIMIT, 3, 7]], ((1, NO_LIMIT, 3, 7),)), ("org.term.years", [5], (5,)),
    ("care.hardship.subsistence_line", 760, 760),
])
def test_an_override_comes_back_exactly_as_it_was_set(alice, mill, key, value, kept):
    override(alice, mill, key, value, since=DAY, source="会议决定")
    assert policy(key, mill, DAY).value == kept


@pytest.mark.parametrize(("key", "value", "more", "reason"), [
    ("no.such", 1, {}, "没有“no.such”这一项规定"),
    ("benefit.hospital", 1, {"source": " "}, "请写明出处"),
    ("benefit.hospital", 1, {"until": date(2021, 5, 1)}, "停用日期不能早于起用日期"),
    ("benefit.hospital", 1, {"unit": "%"}, "单位是“元”，不是“%”"),
    ("benefit.hospital", "很多", {}, "应是一个数"),
    ("benefit.hospital", True, {}, "应是一个数"),
    ("benefit.hospital", None, {}, "应是一个数"),
    ("benefit.hospital", -1, {}, "应是不小于0的数"),
    ("benefit.hospital", "NaN", {}, "应是不小于0的数"),
    ("congress.papers_days", "2.5", {}, "应是整数天"),
    ("congress.quorum", "三分之二", {}, "请写成 2/3"),
    ("congress.quorum", "1/0", {}, "请写成 2/3"),
    ("congress.quorum", "3/2", {}, "应在0和1之间"),
    ("benefit.no_cash", "是", {}, "请选“是”或“否”"),
    ("dues.collection", "", {}, "应是文字"),
    ("contest.veto", [], {}, "至少一项"),
    ("contest.veto", "重伤", {}, "应是一个列表"),
    ("org.committee.size", [[1, 2, 3]], {}, "每行应有4项：会员数起、会员数止、最少、最多"),
])
def test_what_cannot_be_a_value_is_refused_and_changes_nothing(alice, mill, key, value, more, reason):
    with pytest.raises(Refused, match=reason):
        override(alice, mill, key, value, **{"since": DAY, "source": "会议决定", **more})
    assert (Override.objects.count(), Entry.objects.count()) == (0, 0)


def test_one_query_a_call_and_one_for_a_whole_page(alice, mill, group, django_assert_num_queries):
    set_by(alice, mill)
    group.refresh_from_db()
    with django_assert_num_queries(1):
        assert policy("benefit.hospital", group, DAY).value == 800
    with django_assert_num_queries(1):
        found = {rule.key: value for rule, value in all_values(group, DAY)}
    assert set(found) == set(RULES)
    assert (found["benefit.hospital"].value, found["care.warmth.cap_per_time"]) == (800, None)
    with django_assert_num_queries(1):
        book = PolicyBook(group, DAY)
        assert [book["dues.rate"].value, book["care.visit.cap.生病住院"].value] == [Decimal("0.5"), 800]


@pytest.mark.parametrize(
    "key, start, last",
    [
        ("mediation.days", date(2021, 4, 28), date(2021, 5, 13)),  # 15 days, holidays counted
        ("mediation.accept_days", date(2021, 4, 30), date(2021, 5, 8)),  # 3 working days around May Day
        ("supervision.answer_days", date(2021, 9, 16), date(2021, 10, 13)),  # 15 around mid-autumn and National Day
    ],
)
def test_a_clock_runs_in_days_or_working_days_as_the_rule_says(key, start, last, mill):
    assert deadline(key, mill, start) == last
