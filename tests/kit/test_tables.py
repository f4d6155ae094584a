"""A table draws rows, and draws them harmless."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.utils.safestring import SafeString

from zhijia.kit.html import tag
from zhijia.kit.tables import Column, Table

EVIL = '"><script>alert(1)</script>'


@dataclass
class Team:
    name: str


@dataclass
class Visit:
    pk: int
    name: str
    team: Team | None = None
    on: date | None = None
    cash: Decimal | None = None
    state: str = ""

    def told(self):
        return f"{self.name}！"


def test_cells_by_kind():
    table = Table((
        Column("name", "姓名"), Column("team", "小组", value="team.name"), Column("on", "日期", kind="date"),
        Column("cash", "慰问金", kind="money"), Column("state", "状态", kind="badge", tones={"逾期": "bad"}),
        Column("told", "称呼"), Column("id", "手机", kind="masked", value=lambda row: "13812345678"),
    ))
    row = Visit(1, "王芳", Team("一车间"), date(2021, 3, 5), Decimal("1000"), "逾期")
    assert table.body([row]) == (
        '<tbody><tr><th scope="row">王芳</th><td data-label="小组">一车间</td>'
        '<td class="date" data-label="日期">2021-03-05</td><td class="n" data-label="慰问金（元）">1\u00a0000</td>'
        '<td data-label="状态"><span class="badge bad">逾期</span></td><td data-label="称呼">王芳！</td>'
        '<td data-label="手机">13*******78</td></tr></tbody>'
    )


def test_yes_no_days_and_tuples_read_as_people_write_them():
    table = Table((Column("0.name", "姓名"), Column("1", "在册"), Column("2", "日期")))
    drawn = table.body([(Visit(1, "王芳"), True, date(2021, 3, 5)), (Visit(2, "李伟"), False, None)])
    assert re.sub("<[^>]+>", " ", drawn).split() == ["王芳", "是", "2021-03-05", "李伟", "否"]


def test_nothing_on_the_way_is_an_empty_cell():
    table = Table((Column("name", "姓名"), Column("team", "小组", value="team.name"), Column("on", "日期", kind="date")))
    assert table.body([Visit(1, "王芳")]) == (
        '<tbody><tr><th scope="row">王芳</th><td data-label="小组"></td><td class="date" data-label="日期"></td></tr></tbody>'
    )


@pytest.mark.parametrize("kind", ["text", "long", "badge", "masked"])
def test_hostile_text_stays_text(kind):
    table = Table((Column("name", EVIL, kind=kind, link=lambda row: f"/x?{EVIL}"),), mark=lambda row: EVIL)
    drawn = table.html([Visit(1, EVIL)], caption=EVIL)
    assert "<script" not in drawn
    assert isinstance(drawn, SafeString)


def test_html_of_the_kit_is_kept():
    table = Table((Column("name", "姓名", value=lambda row: tag("b", row.name)),))
    assert '<b>&lt;王&gt;</b>' in table.body([Visit(1, "<王>")])


def test_a_key_is_quoted_in_an_address(settings):
    settings.ROOT_URLCONF = "tests.kit.rooms"
    table = Table((Column("name", "姓名", link="kit_union"), Column("rule", "规则", value="name", link=("rule", "name"))))
    drawn = table.body([Visit(7, "a/b?c")])
    assert 'href="/kit/unions/7/"' in drawn
    assert 'href="/policy/a%2Fb%3Fc/"' in drawn


def test_files_get_values_not_words():
    table = Table((
        Column("name", "姓名"), Column("on", "日期", kind="date"), Column("cash", "慰问金", kind="money"),
        Column("phone", "手机", kind="masked", value=lambda row: "13812345678"), Column("x", "操作", export=False),
    ))
    rows = [Visit(1, "王芳", on=date(2021, 3, 5), cash=Decimal("17.25"))]
    assert list(table.values(rows)) == [["王芳", date(2021, 3, 5), Decimal("17.25"), "13*******78"]]
    assert list(table.values([])) == []


def test_a_column_with_a_power_is_for_its_holders_only():
    class Actor:
        def may(self, key):
            return key == "care.read"

    table = Table((Column("name", "姓名"), Column("a", "甲", power="care.read"), Column("b", "乙", power="care.sign")))
    assert [c.key for c in table.seen_by(Actor()).columns] == ["name", "a"]
    assert [c.key for c in table.seen_by(None).columns] == ["name"]
