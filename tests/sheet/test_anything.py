"""Whatever stands in a sheet, reading it ends in people or in a sentence."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from zhijia.areas.care.visitbook import read_visits
from zhijia.areas.members.roster import read_roster
from zhijia.core.refused import Refused
from zhijia.kit.sheet.amounts import read_amount
from zhijia.kit.sheet.book import Book, Sheet
from zhijia.kit.sheet.dates import read_date, read_day

WORDS = (
    "姓名 身份证号 性别 出生年月 会员 入会时间 入会 会籍状态 班组 单位 部门 手机 备注 日期 被慰问人 类别 金额 方式 户号 "
    "慰问人 签领 人数 奖金 时间"
)
HEADINGS = st.sampled_from(WORDS.split())
TYPED = st.text(
    alphabet="王强李娜0123456789.-/年月日（）()√×是否元万人等班、：:x XＡ１·？?'\n\t小计合注", max_size=20
)
CELLS = st.one_of(st.none(), TYPED, st.text(max_size=8), st.integers(), st.floats(), st.booleans())
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=12)
MERGED = st.lists(
    st.tuples(*[st.integers(1, 6), st.integers(0, 8), st.integers(1, 8), st.integers(0, 8)]), max_size=3
)


@st.composite
def sheets(draw):
    """A sheet that may have a header, merged cells inside it, and anything below."""
    rows = draw(ROWS)
    header = draw(st.lists(HEADINGS, min_size=2, max_size=8))
    width = max(map(len, [header, *rows]))
    merged = [m for m in draw(MERGED) if m[0] <= m[2] <= len(rows) + 1 and m[1] <= m[3] < width]
    return Sheet("甲", rows=[row + [None] * (width - len(row)) for row in [header, *rows]], merged=merged)


@given(sheets())
@settings(max_examples=150, deadline=None)
def test_a_roster_of_anything(sheet):
    try:
        roster = read_roster(Book("a", "xlsx", sheets=[sheet]), today=datetime.date(2024, 6, 30))
    except Refused as refusal:
        assert str(refusal).endswith("。")
        return
    assert sum(len(person.rows) for person in roster.people) == sum(
        bool(row.fields.get("name")) for row in roster.rows
    )
    assert all(one.message.endswith("。") for one in roster.problems)


@given(sheets())
@settings(max_examples=100, deadline=None)
def test_a_visit_book_of_anything(sheet):
    try:
        visits = read_visits(Book("a", "xlsx", sheets=[sheet]), year=2024, caps={"生病住院": 1000})
    except Refused as refusal:
        assert str(refusal).endswith("。")
        return
    totals = visits.totals
    assert totals["people"] <= totals["visits"]
    assert all(one.message.endswith("。") for one in visits.problems)


@given(CELLS)
@settings(max_examples=300, deadline=None)
def test_a_cell_of_anything(cell):
    for value, code in (read_date(cell), read_day(cell, 2024), read_amount(cell)):
        assert value is None or code is None
