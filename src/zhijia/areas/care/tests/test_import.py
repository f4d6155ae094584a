"""Visit books as they lie come in with the truth's counts, go out again without a trace, and never come twice."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from openpyxl import load_workbook

from zhijia.areas.care import actions
from zhijia.areas.care.importing import VISITS
from zhijia.areas.care.models import Visit
from zhijia.areas.members.importing import ROSTER
from zhijia.core.figures import find
from zhijia.core.imports.batches import undo
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[5] / "tests" / "fixtures" / "data"
TODAY = date(2026, 11, 1)
FILES = ("visits.xlsx", "visits_second_union.docx")
NAMES = ("no", "row", "date", "kind", "name", "group", "heads", "home", "way", "amount", "goods", "receipt", "over_cap")


def truth(name):
    return json.loads((DATA / "truth" / f"{Path(name).stem}.json").read_text("utf-8"))


def judged(actor, union, path, **options):
    return VISITS.judge(actor, union, path, name=path.name, options=options, today=TODAY)


def bring(actor, union, path, **options):
    verdict = judged(actor, union, path, **options)
    return verdict, VISITS.write(actor, union, verdict)


def roster(actor, union, name):
    return ROSTER.write(actor, union, ROSTER.judge(actor, union, DATA / name, name=name, options={}, today=TODAY))


def found(key, union):
    return find(f"care.{key}", branches(union), year(2021)).value


def dump():
    with connection.cursor() as cursor:
        return cursor.execute("SELECT * FROM care_visit ORDER BY id").fetchall()


@pytest.mark.parametrize("name", FILES)
def test_a_book_comes_in_as_it_lies(alice, mill, name):
    expected, total = truth(name), truth(name)["total"]
    verdict, batch = bring(alice, mill, DATA / name)
    assert verdict.totals == {
        "people": total["人"],
        "visits": total["人次"],
        "households": total["户"],
        "cash": total["cash"],
        "goods": total["goods"],
    }
    assert verdict.counts == {"new": total["entries"], "same": 0, "changed": 0, "left_out": 0}
    assert [{"row": row.row, **{k: row.fields[k] for k in NAMES if k != "row"}} for row in verdict.rows] == [
        {k: told[k] for k in NAMES} for told in expected["rows"]
    ]
    codes = {
        code: [r.fields["no"] for r in verdict.rows if any(p.row == r.row and p.code == code for p in verdict.problems)]
        for code in ("over_cap", "no_receipt")
    }
    assert codes == {"over_cap": expected["over_cap"], "no_receipt": expected["without_receipt"]}
    figures = {
        key: found(key, mill)
        for key in ("visited_people", "visits", "visited_homes", "visit_cash", "visit_goods", "over_cap", "no_receipt")
    }
    assert figures == {
        "visited_people": total["人"],
        "visits": total["人次"],
        "visited_homes": total["户"],
        "visit_cash": total["cash"],
        "visit_goods": total["goods"],
        "over_cap": 5,
        "no_receipt": 5,
    }
    assert batch.counts["new"] == total["entries"]


@pytest.mark.parametrize("name", FILES)
def test_each_kind_counts_as_the_truth_says(alice, mill, name):
    from zhijia.areas.care.rules import VisitKind

    bring(alice, mill, DATA / name)
    expected = truth(name)["by_kind"]
    none = {"人": 0, "人次": 0}
    told = {str(k): (found(f"kind.{k.slug}_people", mill), found(f"kind.{k.slug}_turns", mill)) for k in VisitKind}
    assert told == {str(k): tuple(expected.get(str(k), none)[x] for x in ("人", "人次")) for k in VisitKind}


def test_names_of_the_roll_are_linked_and_namesakes_told_apart_by_their_group(alice, mill):
    roster(alice, mill, "roster_vehicle.xlsx")
    verdict, _ = bring(alice, mill, DATA / "visits.xlsx")
    keys = {row["name"]: row["key"] for row in truth("visits.xlsx")["rows"] if row["name"]}
    people = {p["key"]: p for p in truth("roster_vehicle.xlsx")["people"]}
    linked = {v.name: v.person for v in Visit.objects.exclude(name="").select_related("person__union")}
    assert {n: (p.union.name, p.phone) for n, p in linked.items()} == {
        n: (people[k]["team"], people[k]["phone"]) for n, k in keys.items()
    }
    assert not [p for p in verdict.problems if p.code in ("name_unknown", "name_ambiguous")]
    assert (found("visited_people", mill), found("visited_homes", mill)) == (53, 51)


def test_namesakes_nobody_can_tell_apart_are_asked_about_and_counted(alice, mill):
    roster(alice, mill, "roster_banknote.xlsx")
    verdict, _ = bring(alice, mill, DATA / "visits_second_union.docx")
    assert {(p.row, p.code) for p in verdict.problems if p.code.startswith("name_")} == {
        (20, "name_ambiguous"),
        (57, "name_ambiguous"),
    }
    assert sorted(Visit.objects.filter(person=None).exclude(name="").values_list("name", flat=True)) == ["方飞", "蔡雪梅"]
    assert (found("visited_people", mill), found("visited_homes", mill)) == (50, 48)


def test_an_unknown_name_is_kept_and_said(alice, mill, bob_person, book):
    verdict, _ = bring(alice, mill, book(["1.5", "困难慰问", "鲍小波", 300], ["1.6", "困难慰问", "没有此人", 300]), year=2021)
    assert [(p.row, p.code) for p in verdict.problems if p.code.startswith("name_")] == [(3, "name_unknown")]
    assert list(Visit.objects.order_by("id").values_list("name", "person_id", "who")) == [
        ("鲍小波", bob_person.pk, f"p:{bob_person.pk}"),
        ("没有此人", None, f"n:{mill.pk}:没有此人"),
    ]


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing(alice, mill, name):
    bring(alice, mill, DATA / name)
    before = dump()
    verdict, batch = bring(alice, mill, DATA / name)
    assert (batch, verdict.counts["same"], verdict.counts["new"]) == (None, truth(name)["total"]["entries"], 0)
    assert "导入过" in verdict.notes[0]
    assert dump() == before


def test_the_same_book_saved_anew_changes_nothing_either(alice, mill, tmp_path):
    bring(alice, mill, DATA / "visits.xlsx")
    before = dump()
    copy = tmp_path / "另存.xlsx"
    load_workbook(DATA / "visits.xlsx").save(copy)
    verdict, batch = bring(alice, mill, copy)
    assert (batch, verdict.counts) == (None, {"new": 0, "same": 64, "changed": 0, "left_out": 0})
    assert dump() == before


def test_a_corrected_line_is_a_change_and_can_be_taken_back(alice, mill, book):
    bring(alice, mill, book(["1.5", "困难慰问", "王芳", 300], ["1.6", "困难慰问", "李红", 300]), year=2021)
    before = dump()
    verdict, batch = bring(alice, mill, book(["1.5", "困难慰问", "王芳", 500], ["1.6", "困难慰问", "李红", 300]), year=2021)
    assert [(r.status, r.why) for r in verdict.rows] == [("changed", "改动：金额"), ("same", "")]
    assert list(Visit.objects.order_by("id").values_list("amount", flat=True)) == [Decimal(500), Decimal(300)]
    assert undo(alice, batch, power="care.visit") == {"removed": 0, "restored": 1}
    assert dump() == before


def test_undo_leaves_the_books_as_before(alice, mill):
    actions.record_visit(alice, union=mill, name="冯福", on=date(2021, 3, 1), kind="生病住院", way="现金", amount=100)
    before = dump()
    _, batch = bring(alice, mill, DATA / "visits.xlsx")
    assert Visit.objects.get(on=date(2021, 3, 1), name="冯福").home == f"h:{mill.pk}:H05"
    assert undo(alice, batch, power="care.visit") == {"removed": 64, "restored": 1}
    assert dump() == before


def test_what_cannot_be_understood_is_left_out_and_the_rest_comes_in(alice, mill, book):
    path = book(
        ["1.5", "困难慰问", "王芳", 300],
        ["13月40日", "困难慰问", "李红", 300],
        ["1.7", "旅游", "赵敏", 300],
        ["1.8", "困难慰问", "", 300],
        ["1.9", "困难慰问", "孙丽", "很多"],
        ["2031-1-1", "困难慰问", "周静", 300],
    )
    verdict, _ = bring(alice, mill, path, year=2021)
    assert [row.status for row in verdict.rows] == ["new", *["left_out"] * 5]
    assert all(row.why.endswith("没有导入。") for row in verdict.rows[1:])
    assert Visit.objects.count() == 1


def test_days_without_a_year_take_the_year_told_else_the_title(alice, mill, book):
    path = book(["1.5", "困难慰问", "王芳", 300])
    assert judged(alice, mill, path, year="2020").rows[0].fields["date"] == "2020-01-05"
    assert judged(alice, mill, path).rows[0].fields["date"] == "2026-01-05"
    assert judged(alice, mill, DATA / "visits.xlsx").rows[0].fields["date"] == "2021-01-05"
    with pytest.raises(Refused, match="年份"):
        judged(alice, mill, path, year="去年")


def test_carol_cannot_bring_a_book_into_alices_mill(carol, alice, mill):
    with pytest.raises(PermissionDenied):
        judged(carol, mill, DATA / "visits.xlsx")
    with pytest.raises(PermissionDenied):
        VISITS.write(carol, mill, judged(alice, mill, DATA / "visits.xlsx"))
    assert not Visit.objects.exists()


@pytest.mark.parametrize("name", ["broken/truncated.xlsx", "broken/password.xlsx", "roster_vehicle.xlsx"])
def test_files_that_are_no_visit_book_are_refused_in_words(alice, mill, name):
    with pytest.raises(Refused) as no:
        judged(alice, mill, DATA / name)
    assert len(str(no.value)) > 10 and not Visit.objects.exists()


@pytest.fixture
def book(tmp_path):
    """A small visit book made of lines of day, kind, name, amount."""
    from openpyxl import Workbook

    def make(*lines):
        sheet = Workbook()
        sheet.active.append(["日期", "类别", "被慰问人", "金额", "方式", "签领"])
        for line in lines:
            sheet.active.append([*line, "现金", "已签"])
        path = tmp_path / f"走访{len(list(tmp_path.iterdir()))}.xlsx"
        sheet.save(path)
        return path

    return make
