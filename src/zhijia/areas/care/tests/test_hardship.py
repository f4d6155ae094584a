"""Hardship files: Alice keeps them for the mill, Bob is in need, Carol is next door."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.care import actions, queries
from zhijia.areas.care.models import HardshipFile
from zhijia.areas.members.models import Person
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

pytestmark = pytest.mark.django_db


def applied(actor, union, person, on=date(2020, 1, 6), **facts):
    return actions.apply(actor, union=union, person=person, on=on, **facts)


def filed(actor, union, person, on=date(2020, 2, 1)):
    """A file that went the whole way."""
    file = applied(actor, union, person)
    actions.survey(actor, file, on=date(2020, 1, 8), surveyors="艾丽、李组长")
    actions.judge(actor, file, on=date(2020, 1, 10), category="相对困难")
    actions.post(actor, file, on=date(2020, 1, 12))
    return actions.open_file(actor, file, on=on, number="2020-1")


def figure(key, union, of=2021):
    return find(f"care.{key}", branches(union), year(of)).value


def test_a_file_goes_its_way_step_by_step(alice, mill, bob_person):
    file = filed(alice, mill, bob_person)
    told = [entry.what for entry in Entry.objects.filter(model="care.HardshipFile", record=str(file.pk)).order_by("id")]
    assert told == [f"困难档案：{step}" for step in ("申请", "已入户调查", "已评议", "公示中", "已建档")]
    assert (file.stage, file.category, file.filed_on) == ("已建档", "相对困难", date(2020, 2, 1))


def test_carol_cannot_touch_a_file_of_alices_mill(alice, carol, mill, bob_person):
    file = applied(alice, mill, bob_person)
    for act in (
        lambda who: actions.survey(who, file, on=date(2020, 1, 8), surveyors="甲、乙"),
        lambda who: actions.describe(who, file, on=date(2020, 1, 8), income="1"),
        lambda who: actions.stop(who, file, on=date(2020, 1, 9), stage="未通过", why="不符合"),
        lambda who: actions.add_family(who, file, relation="妻", name="王芳"),
    ):
        with pytest.raises(PermissionDenied):
            act(carol)
    assert actions.survey(alice, file, on=date(2020, 1, 8), surveyors="甲、乙").stage == "已入户调查"


def test_who_may_open_files(alice, carol, uma, dan, lee, audrey, bob, nobody, mill, bob_person):
    file = applied(alice, mill, bob_person, health="尿毒症", income="2000")
    assert list(queries.hardship.files(alice)) == [file]
    for other in (carol, uma, dan, lee, audrey, bob, nobody):
        assert list(queries.hardship.files(other)) == []


def test_what_the_family_earns_and_suffers_is_sealed(alice, mill, bob_person):
    file = applied(alice, mill, bob_person, health="尿毒症", income="2000", bank="6222020200112233445")
    actions.add_family(alice, file, relation="妻", name="王芳", health="残疾", id_no="620499198707212337")
    raw = str(
        HardshipFile.objects.filter(pk=file.pk)
        .extra(select={"a": "health", "b": "income", "c": "bank"})
        .values_list("a", "b", "c")
    )
    trail = str(list(Entry.objects.values_list("changes", flat=True)))
    for secret in ("尿毒症", "6222020200112233445", "王芳", "620499198707212337"):
        assert secret not in raw and secret not in trail
    assert HardshipFile.objects.get(pk=file.pk).health == "尿毒症"
    assert str(file.family.get().name) == "王芳"


def test_a_second_file_for_the_same_person_is_refused_until_the_first_ends(alice, mill, bob_person):
    first = filed(alice, mill, bob_person)
    with pytest.raises(Refused, match="未结束的困难档案"):
        applied(alice, mill, bob_person, on=date(2021, 1, 1))
    actions.leave(alice, first, on=date(2020, 12, 1), why="脱困")
    assert applied(alice, mill, bob_person, on=date(2021, 1, 1)).stage == "已申请"


def test_steps_out_of_order_change_nothing(alice, mill, bob_person):
    file = applied(alice, mill, bob_person)
    with pytest.raises(Refused, match="下一步不能是“已建档”"):
        actions.open_file(alice, file, on=date(2020, 2, 1))
    file.refresh_from_db()
    assert (file.stage, file.filed_on) == ("已申请", None)


def test_a_file_without_class_cannot_open(alice, mill, bob_person):
    file = applied(alice, mill, bob_person)
    actions.survey(alice, file, on=date(2020, 1, 8), surveyors="甲、乙")
    actions.judge(alice, file, on=date(2020, 1, 10), category="")
    actions.post(alice, file, on=date(2020, 1, 12))
    with pytest.raises(Refused, match="困难类别"):
        actions.open_file(alice, file, on=date(2020, 2, 1))


def test_an_ended_file_is_closed(alice, mill, bob_person):
    file = applied(alice, mill, bob_person)
    actions.stop(alice, file, on=date(2020, 1, 9), stage="已撤回", why="本人撤回")
    with pytest.raises(Refused, match="不能再改"):
        actions.describe(alice, file, on=date(2020, 2, 1), income="1")
    with pytest.raises(Refused, match="建档以后才复核"):
        actions.review(alice, file, on=date(2020, 2, 1))


def test_warnings_of_a_file(alice, mill, bob_person):
    file = applied(alice, mill, bob_person)
    actions.survey(alice, file, on=date(2020, 1, 8), surveyors="艾丽")
    actions.judge(alice, file, on=date(2020, 1, 10), category="深度困难")
    actions.post(alice, file, on=date(2020, 1, 12))
    actions.open_file(alice, file, on=date(2020, 1, 15))
    file = queries.hardship.files(alice).get()
    told = queries.warnings.file_warnings(file, date(2020, 8, 1))
    assert [line[:8] for line in told] == ["入户调查写了 1", "公示只有 3 天", "还没有记录本人的", "该复核了：应在 "]
    assert queries.warnings.file_warnings(file, date(2020, 7, 1))[-1].startswith("还没有记录")


def test_a_review_keeps_the_file_fresh_and_may_change_the_class(alice, mill, bob_person):
    file = filed(alice, mill, bob_person)
    assert list(queries.hardship.due_for_review(alice, date(2020, 8, 1))) == [file]
    actions.review(alice, file, on=date(2020, 7, 30), category="深度困难", by="艾丽、李组长", note="丈夫失业")
    file.refresh_from_db()
    assert file.category == "深度困难"
    assert [(r.kind, r.category) for r in queries.hardship.reviews(file)] == [("转类", "深度困难")]
    assert list(queries.hardship.due_for_review(alice, date(2020, 8, 1))) == []
    with pytest.raises(Refused, match="早于建档日期"):
        actions.review(alice, file, on=date(2020, 1, 30))


def test_the_two_lists(alice, mill, group, bob_person):
    amy = Person.objects.create(house=mill, union=group, name="安小梅")
    old, fresh = filed(alice, mill, bob_person), filed(alice, mill, amy)
    actions.review(alice, fresh, on=date(2021, 6, 1))
    actions.record_visit(alice, union=mill, person=bob_person, on=date(2021, 2, 1), kind="困难慰问", way="现金", amount=500)
    period, unions = year(2021), branches(mill)
    assert list(queries.hardship.stale(unions, period)) == [old]
    assert list(queries.hardship.unvisited(unions, period)) == [fresh]
    assert [figure(k, mill) for k in ("files", "stale_files", "unvisited_files", "hardship_visited")] == [2, 1, 1, 1]


def test_a_file_counts_from_the_day_it_opened_until_the_day_it_closed(alice, mill, bob_person):
    assert figure("files", mill, 2020) is None
    file = filed(alice, mill, bob_person)
    for on in (date(2020, 1, 31), date(2020, 2, 1), date(2021, 5, 31), date(2021, 6, 1)):
        actions.record_visit(alice, union=mill, person=bob_person, on=on, kind="困难慰问", way="精神", amount=0)
    actions.leave(alice, file, on=date(2021, 6, 1), why="脱困")
    assert [figure("files", mill, of) for of in (2019, 2020, 2021)] == [None, 1, 0]
    assert [figure("hardship_visited", mill, of) for of in (2020, 2021)] == [1, 1]
    found = queries.visits.to_hardship(branches(mill), year(2021))
    assert [visit.on for visit in found] == [date(2021, 5, 31)]


def test_the_class_is_found_once_the_local_line_is_known(alice, mill):
    assert queries.warnings.line_of(mill, date(2021, 1, 1)) is None
