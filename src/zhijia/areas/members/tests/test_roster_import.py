"""The rosters units really have come in with the truth's counts, go out again without a trace, and never come twice."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from zhijia.areas.members import queries
from zhijia.areas.members.importing import ROSTER
from zhijia.areas.members.models import Person, Spell
from zhijia.core.imports.batches import undo
from zhijia.core.org.models import Kind, Union
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

DATA = Path(__file__).parents[5] / "tests" / "fixtures" / "data"
TODAY = date(2026, 11, 1)
FILES = (
    "roster_vehicle.xlsx", "roster_vehicle.csv", "roster_township.xlsx", "roster_school.xlsx", "roster_school.xls",
    "roster_banknote.xlsx",
)


def truth(name):
    return json.loads((DATA / "truth" / f"{Path(name).stem}.json").read_text("utf-8"))["counts"]


def bring(actor, union, name, **options):
    verdict = ROSTER.judge(actor, union, DATA / name, name=name, options=options, today=TODAY)
    return verdict, ROSTER.write(actor, union, verdict)


def below(union):
    return Union.objects.filter(path__startswith=union.path)


def dump():
    """Every row of every table an import may touch, but not the books of imports and the trail."""
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t.startswith(("members_", "org_"))]
        return {t: cursor.execute(f'SELECT * FROM "{t}" ORDER BY id').fetchall() for t in tables}


@pytest.mark.parametrize("name", FILES)
def test_a_roster_comes_in_as_it_lies(alice, mill, name):
    expected = truth(name)
    verdict, batch = bring(alice, mill, name)
    staff, members = expected["staff_distinct"], expected["members"]
    rate = round(100 * members / staff, 1)
    assert verdict.totals == {"staff": staff, "members": members, "rate": rate}
    people = staff + expected.get("retired", expected.get("retired_not_counted", 0))
    assert verdict.counts == {"new": people, "same": 0, "changed": 0, "left_out": expected["person_rows"] - people}
    here = below(mill)
    assert (queries.staff(here, TODAY).count(), queries.members(here, TODAY).count()) == (staff, members)
    assert queries.retired(here, TODAY).count() == people - staff
    teams = {g.name: queries.staff(below(g), TODAY).count() for g in here.filter(kind=Kind.GROUP, batch=batch)}
    assert teams == next(expected[k] for k in ("by_team", "by_unit", "by_team_home") if k in expected)
    assert {p.house for p in Person.objects.all()} == {mill}


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing_and_undo_leaves_no_trace(alice, mill, group, name):
    before = dump()
    _, batch = bring(alice, mill, name)
    brought = dump()
    verdict, again = bring(alice, mill, name)
    assert again is None and verdict.counts["new"] == verdict.counts["changed"] == 0
    assert "已于" in verdict.notes[0] and dump() == brought
    undo(alice, batch, power="members.import")
    assert dump() == before


@pytest.fixture
def sheet(tmp_path):
    """Write rows as the csv an officer would save."""

    def write(*rows, name="名册.csv"):
        path = tmp_path / name
        path.write_text("\n".join(",".join(row) for row in [HEAD, *rows]), "utf-8-sig")
        return path

    return write


HEAD = ("姓名", "性别", "身份证号", "班组", "岗位", "入会时间", "是否会员", "会员证号", "手机号码", "备注")
WANG = ("王芳", "女", "330199199305152342", "细纱一班", "挡车工", "2019-11", "是", "66001", "15416621290", "")
LI = ("李强", "男", "", "细纱一班", "机修工", "", "否", "", "", "")
OLD = ("郝有忠", "男", "620499195412033119", "细纱二班", "", "1980", "是", "", "", "退休")


def judged(actor, union, path):
    return ROSTER.judge(actor, union, path, name=path.name, options={}, today=TODAY)


def test_groups_that_exist_are_used_and_the_others_made(alice, mill, group, sheet):
    verdict = judged(alice, mill, sheet(WANG, LI, OLD))
    batch = ROSTER.write(alice, mill, verdict)
    assert list(Person.objects.values_list("name", "union__name", "standing", "doubts")) == [
        ("王芳", "细纱一班", "在岗", ""), ("李强", "细纱一班", "在岗", "id_missing"), ("郝有忠", "细纱二班", "退休", ""),
    ]
    assert list(Union.objects.filter(batch=batch).values_list("name", "kind", "parent", "house")) == [
        ("细纱二班", "工会小组", mill.pk, mill.path)
    ]
    assert Union.objects.get(batch=batch).path == f"{mill.path}{Union.objects.get(batch=batch).pk}."
    assert list(Spell.objects.values_list("person__name", "state", "since", "since_told", "card_no")) == [
        ("王芳", "在籍", date(2019, 11, 1), "2019-11", "66001"), ("郝有忠", "保留会籍", None, "1980", ""),
    ]
    assert Person.objects.get(name="王芳").phone == "15416621290"
    assert batch.counts["totals"] == {"staff": 2, "members": 1, "rate": 50.0}


def test_of_an_edited_file_only_the_differences_are_written_and_undone(alice, mill, group, sheet):
    ROSTER.write(alice, mill, judged(alice, mill, sheet(WANG, LI, OLD)))
    before = dump()
    wang = (*WANG[:3], "细纱二班", "值车工", "2019-10", "是", "66001", "15416621299", "")
    li = (LI[0], LI[1], "330199197005013851", *LI[3:])
    new = ("孙小梅", "女", "", "细纱一班", "", "", "否", "", "", "")
    verdict = judged(alice, mill, sheet(wang, li, OLD, new))
    assert [(row.fields["name"], row.status, row.why) for row in verdict.rows] == [
        ("王芳", "changed", "改动：岗位、联系电话、单位、班组、入会时间"), ("李强", "changed", "改动：出生日期、身份证号"),
        ("郝有忠", "same", ""), ("孙小梅", "new", ""),
    ]
    batch = ROSTER.write(alice, mill, verdict)
    after = Person.objects.get(name="王芳")
    assert (after.union.name, after.job, after.phone, after.id_no) == ("细纱二班", "值车工", "15416621299", WANG[2])
    assert (after.spells.get().since_told, after.transfers.get().before) == ("2019-10", group)
    assert batch.changed.count() == 3 and Person.objects.get(name="李强").id_no == "330199197005013851"
    assert undo(alice, batch, power="members.import") == {"removed": 2, "restored": 3}
    assert dump() == before


def test_a_membership_or_retirement_needs_a_day_so_the_file_only_asks(alice, mill, group, sheet):
    ROSTER.write(alice, mill, judged(alice, mill, sheet(WANG, LI)))
    before = dump()
    verdict = judged(alice, mill, sheet((*WANG[:5], "", "否", "", WANG[8], ""), (*LI[:9], "退休")))
    assert [(p.row, p.code) for p in verdict.problems if p.code.endswith("_differs")] == [
        (2, "state_differs"), (3, "standing_differs"),
    ]
    ROSTER.write(alice, mill, verdict)
    assert {k: v for k, v in dump().items() if k != "members_person"} == {
        k: v for k, v in before.items() if k != "members_person"
    }
    assert set(Person.objects.values_list("standing", flat=True)) == {"在岗"}


def test_someone_who_is_not_in_the_file_stays_and_is_mentioned(alice, mill, group, sheet):
    ROSTER.write(alice, mill, judged(alice, mill, sheet(WANG, LI)))
    verdict = judged(alice, mill, sheet(WANG))
    assert verdict.notes == ["名册里另有 1 人不在这个文件里（李强），没有改动。"]
    assert ROSTER.write(alice, mill, verdict) is None and Person.objects.count() == 2


def test_two_people_of_one_name_and_two_numbers_stay_two(alice, mill, sheet):
    twin = ("王芳", "女", "330199197102024226", *WANG[3:7], "", "", "")
    ROSTER.write(alice, mill, judged(alice, mill, sheet(WANG, twin)))
    again = judged(alice, mill, sheet(twin, WANG, LI))
    assert again.counts == {"new": 1, "same": 2, "changed": 0, "left_out": 0}


def test_carol_may_neither_judge_nor_write_for_alices_mill(alice, carol, lee, mill, group, sheet):
    path = sheet(WANG)
    verdict = judged(alice, mill, path)
    for actor in (carol, lee):
        with pytest.raises(PermissionDenied):
            judged(actor, mill, path)
        with pytest.raises(PermissionDenied):
            ROSTER.write(actor, mill, verdict)
    assert not Person.objects.exists()


def test_an_import_is_one_deed_and_tells_no_number(alice, mill, sheet):
    ROSTER.write(alice, mill, judged(alice, mill, sheet(WANG, LI)))
    entry = Entry.objects.get()
    assert (entry.power, entry.what) == ("members.import", "导入花名册：名册.csv")
    assert WANG[2] not in str(entry.changes)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("truncated.xlsx", "不完整"), ("password.xlsx", "密码"), ("mixed_encodings.csv", "两种编码"),
        ("200k_empty_rows.xlsx", None),
    ],
)
def test_a_broken_file_is_refused_in_plain_words_or_read_without_loss(alice, mill, name, said):
    if said:
        with pytest.raises(Refused, match=said):
            bring(alice, mill, f"broken/{name}")
        assert not Person.objects.exists()
    else:
        bring(alice, mill, f"broken/{name}")
        assert Person.objects.count() == len({p.name for p in Person.objects.all()}) > 0


def test_twenty_thousand_with_all_their_problems(alice, mill, django_assert_max_num_queries):
    name, expected = "roster_20000_problems.xlsx", truth("roster_20000_problems.xlsx")
    verdict = judged(alice, mill, DATA / name)
    assert verdict.counts == {"new": 19975, "same": 0, "changed": 0, "left_out": 25}
    assert Counter(p.code for p in verdict.problems) == expected["by_kind"]
    with django_assert_max_num_queries(60):
        batch = ROSTER.write(alice, mill, verdict)
    here = below(mill)
    assert queries.members(here, TODAY).count() == verdict.totals["members"]
    assert Union.objects.filter(batch=batch).count() == 40 + 480
    undo(alice, batch, power="members.import")
    assert not Person.objects.exists() and below(mill).count() == 1
