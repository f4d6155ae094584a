"""The list page: found, ordered, counted, taken along."""

import csv
import io
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.kit.conftest import browser
from tests.people import found
from zhijia.core.org.models import Kind, Union
from zhijia.kit.pages import exports
from zhijia.kit.paper import read_tables

pytestmark = [pytest.mark.urls("tests.kit.rooms"), pytest.mark.django_db]
PAGE = "/kit/unions/"
EVIL = "<img src=x onerror=alert(1)>\"'"


def names(response) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', response.content.decode())


@pytest.fixture
def three(mill):
    mill.founded_on = date(2001, 5, 1)
    mill.save()
    found("a", "甲厂工会", Kind.BASIC, mill)
    return mill


def test_alice_sees_the_rows(at_desk, three):
    response = at_desk.get(PAGE)
    assert response.status_code == 200
    assert sorted(names(response)) == ["东山县总工会", "甲厂工会", "红旗纺织厂工会"]
    assert "共 3 条" in response.content.decode()


def test_order_turns_round(at_desk, three):
    assert names(at_desk.get(PAGE, {"sort": "name"})) == ["东山县总工会", "甲厂工会", "红旗纺织厂工会"]
    page = at_desk.get(PAGE, {"sort": "-name"})
    assert names(page) == ["红旗纺织厂工会", "甲厂工会", "东山县总工会"]
    assert 'aria-sort="descending"' in page.content.decode()
    assert 'href="?sort=name"' in page.content.decode()


@pytest.mark.parametrize("sort", ["code", "-password", "union__x", "'"])
def test_an_order_nobody_offered_is_ignored(at_desk, three, sort):
    assert len(names(at_desk.get(PAGE, {"sort": sort}))) == 3


@pytest.mark.parametrize(("asked", "left"), [
    ({"q": "红旗"}, ["红旗纺织厂工会"]),
    ({"q": "厂 甲"}, ["甲厂工会"]),
    ({"q": "没有"}, []),
    ({"kind": Kind.COUNTY}, ["东山县总工会"]),
    ({"founded_after": "2001-01-01"}, ["红旗纺织厂工会"]),
    ({"founded_before": "2001-01-01"}, []),
    ({"part": "纺织", "kind": Kind.BASIC}, ["红旗纺织厂工会"]),
    ({"open": "0"}, []),
    ({"page": "99", "q": "红旗"}, ["红旗纺织厂工会"]),
    ({"page": "-1", "q": "红旗"}, ["红旗纺织厂工会"]),
    ({"page": "９", "q": "红旗"}, ["红旗纺织厂工会"]),
])
def test_asking_narrows(at_desk, three, asked, left):
    response = at_desk.get(PAGE, asked)
    assert names(response) == left
    assert ("没有符合条件的记录" in response.content.decode()) == (not left)


def test_a_question_that_makes_no_sense_is_told_and_leaves_the_rest(at_desk, three):
    response = at_desk.get(PAGE, {"kind": "不存在的", "part": "红旗"})
    assert names(response) == ["红旗纺织厂工会"]
    assert 'class="wrong"' in response.content.decode()


def test_an_empty_list_says_what_to_do(at_desk):
    Union.objects.filter(pk__gt=0).update(parent=None)
    at_desk.get(PAGE)
    connection.cursor().execute("DELETE FROM org_post")
    Union.objects.all().delete()
    page = at_desk.get(PAGE).content.decode()
    assert "还没有工会。点“新建工会”开始。" in page
    assert page.count("新建工会</a>") == 2


def test_every_page_shows_other_rows(at_desk, mill):
    for n in range(45):
        found(f"g{n}", f"第{n:02}班", Kind.GROUP, mill)
    seen = [names(at_desk.get(PAGE, {"page": page, "sort": "kind"})) for page in (1, 2, 3)]
    assert [len(page) for page in seen] == [20, 20, 7]
    assert len({name for page in seen for name in page}) == 47
    assert "共 47 条" in at_desk.get(PAGE, {"page": 3}).content.decode()


def test_queries_do_not_grow_with_rows(at_desk, mill):
    at_desk.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        at_desk.get(PAGE)
    for n in range(60):
        found(f"g{n}", f"第{n:02}班", Kind.GROUP, mill)
    with CaptureQueriesContext(connection) as many:
        at_desk.get(PAGE)
    assert len(few) == len(many) == 2


def test_a_part_is_enough_where_only_the_list_changes(at_desk, three):
    response = at_desk.get(PAGE, headers={"HX-Target": "list"})
    assert response.content.startswith(b'<div id="list">')
    assert "HX-Target" in response["Vary"]


def test_hostile_names_and_questions_stay_text(at_desk, mill):
    found("evil", EVIL, Kind.BASIC, mill)
    for asked in ({}, {"q": EVIL}, {"part": EVIL}, {"sort": EVIL}, {EVIL: EVIL}, {"print": "1"}):
        assert b"<img" not in at_desk.get(PAGE, asked).content


def test_columns_and_buttons_follow_powers(at_desk, mill, lee):
    """The code is for those who keep the house."""
    assert "代码" in at_desk.get(PAGE).content.decode()
    for_lee = browser(lee).get(PAGE).content.decode()
    assert "代码" not in for_lee
    assert "备份</a>" not in for_lee


def test_the_sheet_holds_every_row_asked_for(at_desk, mill):
    for n in range(30):
        found(f"g{n}", f"=第{n:02}班", Kind.GROUP, mill)
    response = at_desk.get(PAGE, {"export": "xlsx", "kind": Kind.GROUP, "sort": "name"})
    assert "filename*=utf-8''%E5%B7%A5%E4%BC%9A.xlsx" in response["Content-Disposition"]
    rows = list(load_workbook(io.BytesIO(response.getvalue())).active.iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if row[0] == "名称")
    assert rows[head] == ("名称", "类型", "建会时间", "经费（元）", "电话", "代码")
    assert [row[0] for row in rows[head + 1:]] == [f"=第{n:02}班" for n in range(30)]
    assert rows[head + 1][1:5] == ("工会小组", None, 4000, "13*******78")


def test_the_csv_too(at_desk, three):
    response = at_desk.get(PAGE, {"export": "csv", "q": "红旗"})
    text = response.getvalue().decode("utf-8-sig")
    assert [row[:3] for row in csv.reader(io.StringIO(text)) if "红旗纺织厂工会" in row] == [
        ["红旗纺织厂工会", "基层工会", "2001-05-01"]
    ]


def test_a_list_leaves_as_a_ledger_sheet_for_the_binder(three, at_desk):
    response = at_desk.get(PAGE, {"export": "docx", "q": "甲厂"})
    heads, *rows = read_tables(io.BytesIO(b"".join(response.streaming_content)))[0]
    assert heads[0] == "名称" and [row[0] for row in rows] == ["甲厂工会"]


def test_a_list_too_long_for_a_binder_is_refused(three, at_desk, monkeypatch):
    monkeypatch.setattr(exports, "MOST_IN_WORD", 1)
    response = at_desk.get(PAGE, {"export": "docx"})
    assert response.status_code == 409 and "先筛选，或导出 Excel" in response.content.decode()


def test_a_format_nobody_offers_is_not_found(at_desk, three):
    assert at_desk.get(PAGE, {"export": "exe"}).status_code == 404


def test_on_paper_stand_title_unit_and_who_printed(at_desk, three):
    page = at_desk.get(PAGE, {"print": "1"}).content.decode()
    assert "<h1>工会</h1>" in page
    assert "单位：红旗纺织厂工会" in page
    assert "打印人：艾丽" in page
    assert "<thead>" in page
    assert "class=\"top\"" not in page


@pytest.mark.django_db(transaction=True)
def test_a_remembered_count_never_outlives_a_change(at_desk, mill):
    """Outside a transaction the count is remembered; a new row, a lost row and a changed row are all noticed."""
    for _ in range(2):
        assert "共 2 条" in at_desk.get(PAGE).content.decode()
    with CaptureQueriesContext(connection) as queries:
        at_desk.get(PAGE)
    assert "CASE WHEN" in queries[-1]["sql"]
    group = found("g", "甲班", Kind.GROUP, mill)
    assert "共 3 条" in at_desk.get(PAGE).content.decode()
    Union.objects.filter(pk=group.pk).update(name="乙班")
    assert "有 1 条" in at_desk.get(PAGE, {"q": "乙班"}).content.decode()
    group.delete()
    assert "共 2 条" in at_desk.get(PAGE).content.decode()
    assert "没有符合" in at_desk.get(PAGE, {"q": "乙班"}).content.decode()
