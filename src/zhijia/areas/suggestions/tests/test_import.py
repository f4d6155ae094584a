"""A register as it lies comes in all or nothing: known by columns of many names, homonyms asked about, undone to the letter."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from zhijia.areas.members.models import Person
from zhijia.areas.suggestions import actions, queries
from zhijia.areas.suggestions.importing import SUGGESTIONS
from zhijia.areas.suggestions.models import Suggestion
from zhijia.areas.suggestions.tests.conftest import RAISED, WORDS
from zhijia.core.imports.batches import undo
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
BOOK = Path(__file__).parents[5] / "tests" / "fixtures" / "data" / "suggestions.xlsx"
TODAY = date(2026, 11, 1)


@pytest.fixture
def roll(mill, group):
    """Two called 张伟 in one group, told apart by a mark; nobody called 孙丽."""
    marks = {"王芳": "", "李娜": "", "赵敏": ""}
    people = [Person.objects.create(house=mill, union=group, name=name, mark=mark) for name, mark in marks.items()]
    return [*people, *(Person.objects.create(house=mill, union=group, name="张伟", mark=mark) for mark in "大小")]


def judged(actor, union, path=BOOK, **options):
    return SUGGESTIONS.judge(actor, union, path, name=path.name, options={"year": "2021", **options}, today=TODAY)


def bring(actor, union, path=BOOK):
    return SUGGESTIONS.write(actor, union, judged(actor, union, path))


def dump():
    with connection.cursor() as cursor:
        return [cursor.execute(f"SELECT * FROM suggestions_{table} ORDER BY id").fetchall() for table in ("suggestion", "author")]


def test_a_register_comes_in_as_it_lies(alice, mill, roll):
    bring(alice, mill)
    told = Suggestion.objects.order_by("raised_on").values_list("number", "title", "kind", "who", "stage", "union__name")
    assert list(told) == [
        ("2021-01", "改进皮带清扫器", "小革新", "王芳", "已实施", "细纱一班"),
        ("2021-02", "料架加轮子", "小建议", "李娜、张伟", "已采纳", "细纱一班"),
        ("2021-04", "自动落纱小车", "小发明", "赵敏", "待受理", "细纱一班"),
        ("2021-05", "食堂增加窗口", "合理化建议", "孙丽", "待受理", "红旗纺织厂工会"),
    ]
    team = queries.authors(Suggestion.objects.get(number="2021-02"))
    assert [(a.person.mark if a.person else None, a.share) for a in team] == [("", 50), ("大", 50)]
    assert Suggestion.objects.get(number="2021-02").raised_on == date(2021, 3, 8)


def test_what_cannot_be_understood_is_left_out_with_the_reason(alice, mill, roll):
    verdict = judged(alice, mill)
    assert verdict.counts == {"new": 4, "same": 0, "changed": 0, "left_out": 3}
    assert [(p.row, p.column, p.message) for p in sorted(verdict.problems, key=lambda p: p.row)] == [
        (6, "建议人", "名册里有 2 个“张伟”，请在姓名后注明标记或写对班组：张伟（大） · 细纱一班；张伟（小） · 细纱一班。"),
        (8, "建议人", "名册里没有“孙丽”，按姓名登记；如是本单位职工，导入后请“更正建议人”。"),
        (9, "采纳日期", "采纳日期早于受理日期。"),
        (10, "提出日期", "日期「2021-06-31」看不懂，请写成 2021-03-01 的样子。"),
    ]


def test_the_same_file_twice_changes_nothing(alice, mill, roll):
    bring(alice, mill)
    before = dump()
    again = judged(alice, mill)
    assert (again.counts["new"], again.counts["same"], SUGGESTIONS.write(alice, mill, again)) == (0, 7, None)
    assert dump() == before


def test_a_line_known_already_is_not_written_twice(alice, mill, group, roll):
    actions.suggest(alice, union=group, makers=actions.makers_of(roll[:1]), raised_on=RAISED, **WORDS)
    assert judged(alice, mill).counts == {"new": 3, "same": 1, "changed": 0, "left_out": 3}


def test_a_batch_is_taken_back_to_the_letter(alice, mill, roll):
    before = dump()
    batch = bring(alice, mill)
    undo(alice, batch, power="suggestions.raise")
    assert dump() == before


def test_what_was_handled_since_is_not_silently_taken_back(alice, mill, roll):
    batch = bring(alice, mill)
    actions.accept(alice, Suggestion.objects.get(number="2021-04"), on=date(2021, 5, 10))
    with pytest.raises(Refused, match="人工更正过"):
        undo(alice, batch, power="suggestions.raise")


def test_carol_brings_nothing_into_the_mill(carol, mill):
    with pytest.raises(PermissionDenied):
        judged(carol, mill)


def test_a_list_without_names_stays_without(alice, mill, roll, tmp_path):
    book = tmp_path / "建议.csv"
    book.write_text("日期,建议人,班组,题目,建议措施\n2021-03-01,匿名,细纱一班,食堂,加窗口\n", encoding="utf-8")
    assert judged(alice, mill, book).problems == []
    bring(alice, mill, book)
    kept = Suggestion.objects.get()
    assert (kept.hidden, kept.who, kept.union) == (True, "匿名", mill)


def test_where_the_roll_knows_nobody_it_is_said_once(alice, mill):
    verdict = judged(alice, mill)
    assert [p.row for p in verdict.problems] == [9, 10] and "都按姓名登记" in verdict.notes[-1]


def test_a_file_without_suggestions_is_refused(alice, mill, tmp_path):
    other = tmp_path / "名册.csv"
    other.write_text("姓名,性别\n甲,男\n", encoding="utf-8")
    with pytest.raises(Refused, match="没有找到建议登记"):
        judged(alice, mill, other)


@pytest.mark.parametrize("line,said", [
    ("2021-03-01,王芳,灯,换灯,采纳,,", "没有写采纳日期"), ("2021-03-01,王芳,灯,换灯,不采纳,,", "要写日期和书面理由"),
    ("2021-03-01,,灯,换灯,,,", "没有写建议人"), ("2021-03-01,王芳,灯,,,,", "没有写现状问题"), (",王芳,灯,换灯,,,", "没有日期"),
    ("2027-03-01,王芳,灯,换灯,,,", "还没有到"), ("2021-03-01,王芳、王芳,灯,换灯,,,", "写了两次"),
])
def test_a_line_that_lacks_something_says_what(alice, mill, roll, tmp_path, line, said):
    book = tmp_path / "建议.csv"
    book.write_text(f"日期,建议人,题目,建议措施,采纳情况,采纳日期,理由\n{line}\n", encoding="utf-8")
    verdict = judged(alice, mill, book)
    assert verdict.counts["left_out"] == 1 and said in verdict.rows[0].why


def test_pasted_lines_go_the_same_way(alice, mill, roll, login):
    client = login(alice)
    lines = "1. 王芳 改进清扫：加装刮板\n2. 李娜，食堂加窗口\n接龙"
    handed = client.post(reverse("suggestions:paste"), {"union": mill.pk, "on": "2021-03-01", "lines": lines})
    shown = client.get(handed.url).content.decode()
    assert "改进清扫" in shown and "没有写建议人" in shown
    client.post(handed.url, {})
    told = Suggestion.objects.order_by("number").values_list("number", "title", "measure", "who")
    assert list(told) == [("2021-0001", "改进清扫", "加装刮板", "王芳"), ("2021-0002", "食堂加窗口", "食堂加窗口", "李娜")]
