"""Stories of the roll: people come, change groups, retire, leave; memberships begin and end and the month reconciles."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import found
from zhijia.areas.members import queries
from zhijia.areas.members.actions import people, spells
from zhijia.areas.members.models import Person, Spell, Standing
from zhijia.core.org.models import Kind, Union
from zhijia.core.periods import month
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

JUNE = month(2021, 6)


@pytest.fixture
def other_group(mill):
    return found("mill-b", "细纱二班", Kind.GROUP, mill)


def unions(*which):
    return Union.objects.filter(pk__in=[u.pk for u in which])


def all_below(union):
    return Union.objects.filter(path__startswith=union.path)


def worker(alice, group, name, **more):
    return people.add(alice, union=group, name=name, **more)


def test_alice_puts_a_worker_on_the_roll_and_the_number_tells_birth_and_sex(alice, mill, group):
    person = people.add(alice, union=group, name="周涛杰", id_no="330199197005013851", member=True, joined="1991")
    person = Person.objects.get(pk=person.pk)
    assert (person.house, person.union, person.birth, person.sex, person.initials, person.doubts) == (
        mill, group, "1970-05-01", "男", "ztj", "",
    )
    assert list(person.spells.values_list("state", "since", "since_told", "opened_by")) == [
        ("在籍", date(1991, 1, 1), "1991", "入会")
    ]
    entry = Entry.objects.get(power="members.edit")
    assert entry.what == "登记职工：周涛杰"
    assert "330199197005013851" not in str(entry.changes)


def test_carol_cannot_touch_the_roll_of_alices_mill(alice, carol, group):
    person = worker(alice, group, "王芳")
    with pytest.raises(PermissionDenied):
        people.correct(carol, person, job="挡车工")
    with pytest.raises(PermissionDenied):
        people.add(carol, union=group, name="外人")
    with pytest.raises(PermissionDenied):
        spells.admit(carol, person, told="2020")
    assert Person.objects.count() == 1 and not Spell.objects.exists()


def test_the_same_number_does_not_come_twice(alice, group):
    worker(alice, group, "周涛杰", id_no="330199197005013851")
    with pytest.raises(Refused, match="已登记在细纱一班的周涛杰名下"):
        worker(alice, group, "周涛捷", id_no="330199197005013851")


def test_what_is_doubtful_is_kept_and_said(alice, group):
    person = worker(alice, group, "林梅", id_no="330199199305152341", phone="12345", sex="男")
    assert person.doubts == "id_check_digit,phone_invalid"
    people.correct(alice, person, id_no="330199199305152342", phone="15416621290")
    assert Person.objects.get().doubts == "sex_id_mismatch"
    people.correct(alice, person, sex="女")
    assert Person.objects.get().doubts == ""


def test_doubts_of_the_import_stay_until_the_fact_is_touched_or_checked(alice, group):
    person = worker(alice, group, "林梅", id_no="330199199305152342")
    Person.objects.update(doubts="date_ambiguous,id_damaged")
    person = people.correct(alice, person, job="校医")
    assert person.doubts == "date_ambiguous,id_damaged"
    assert people.correct(alice, person, joined_work="2021-10").doubts == "id_damaged"
    assert people.settle(alice, person, why="看过身份证原件").doubts == ""


def test_a_change_of_group_does_not_move_the_past(alice, group, other_group, mill):
    person = worker(alice, group, "王芳", member=True, joined="2010")
    people.move(alice, person, to=other_group, on=date(2021, 6, 15))
    days = (date(2021, 6, 14), date(2021, 6, 15))
    assert [list(queries.staff(unions(g), day)) for g in (group, other_group) for day in days] == [
        [person], [], [], [person],
    ]
    assert [line.heads for line in queries.balance(unions(group), JUNE).rows] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert queries.balance(unions(other_group), JUNE).reconciles
    with pytest.raises(Refused, match="现在就在细纱二班"):
        people.move(alice, person, to=other_group, on=date(2021, 6, 20))
    with pytest.raises(Refused, match="早于上一次调动"):
        people.move(alice, person, to=group, on=date(2021, 6, 1))


def test_nobody_is_moved_into_the_union_next_door(alice, group, next_door):
    with pytest.raises(Refused, match="请办理会员转出"):
        people.move(alice, worker(alice, group, "王芳"), to=next_door, on=date(2021, 6, 1))


def test_who_retires_keeps_the_card_but_is_staff_no_more(alice, mill, group):
    person = worker(alice, group, "郝有忠", member=True, joined="1990")
    people.retire(alice, person, on=date(2021, 6, 30))
    person.refresh_from_db()
    assert (person.standing, person.staff_until) == (Standing.RETIRED, date(2021, 6, 30))
    here = all_below(mill)
    assert [queries.staff(here, d).count() for d in (date(2021, 6, 29), date(2021, 6, 30))] == [1, 0]
    assert [queries.members(here, d).count() for d in (date(2021, 6, 29), date(2021, 6, 30))] == [1, 0]
    assert [queries.retired(here, d).count() for d in (date(2021, 6, 29), date(2021, 6, 30))] == [0, 1]
    assert queries.state_of(person) == "保留会籍"
    people.die(alice, person, on=date(2021, 8, 1))
    assert (queries.state_of(person), queries.retired(here, date(2021, 9, 1)).count()) == ("", 0)


def test_who_leaves_takes_the_membership_along(alice, group):
    person = worker(alice, group, "钱福永", member=True, joined="2015")
    people.depart(alice, person, on=date(2021, 6, 10), why="调出", place="东风机械厂工会")
    assert list(Spell.objects.values_list("until", "closed_by", "place")) == [(date(2021, 6, 10), "转出", "东风机械厂工会")]
    with pytest.raises(Refused, match="已登记离开（调出）"):
        people.retire(alice, person, on=date(2021, 6, 20))


def test_nothing_that_has_not_happened_yet_is_recorded(alice, group):
    person = worker(alice, group, "钱福永", member=True, joined="2015")
    with pytest.raises(Refused, match="晚于今天"):
        people.retire(alice, person, on=date(2999, 1, 1))
    with pytest.raises(Refused, match="晚于今天"):
        spells.admit(alice, worker(alice, group, "孙"), told="2999")
    person.refresh_from_db()
    assert person.standing == Standing.WORKING


def test_a_membership_ends_after_it_began_and_only_once(alice, group):
    person = worker(alice, group, "钱福永", member=True, joined="2015-03")
    with pytest.raises(Refused, match="早于这段会籍开始的日期"):
        spells.quit_union(alice, person, on=date(2014, 1, 1))
    spells.quit_union(alice, person, on=date(2020, 1, 1))
    with pytest.raises(Refused, match="现在没有会籍，不能办理除名"):
        spells.expel(alice, person, on=date(2020, 2, 1), why="严重违法")
    with pytest.raises(Refused, match="早于上一段会籍结束的日期"):
        spells.admit(alice, person, told="2019-05")
    spells.admit(alice, person, told="2020-06-01")
    with pytest.raises(Refused, match="现在是“在籍”，不能办理入会"):
        spells.admit(alice, person, told="2020-07")


def test_the_month_reconciles_with_every_way_in_and_out(alice, mill, group):
    def member(name, **more):
        return worker(alice, group, name, member=True, joined="2010", **more)

    stays, leaves, kept, back = member("甲", sex="女"), member("乙", sex="女"), member("丙"), member("丁", dispatched=True)
    quits, expelled, dies = member("戊"), member("己"), member("庚", sex="女")
    spells.keep(alice, back, on=date(2021, 5, 1))
    spells.transfer_out(alice, leaves, on=date(2021, 6, 3), place="县工会")
    spells.keep(alice, kept, on=date(2021, 6, 4))
    spells.restore(alice, back, on=date(2021, 6, 5))
    spells.quit_union(alice, quits, on=date(2021, 6, 6))
    spells.expel(alice, expelled, on=date(2021, 6, 7), why="犯罪")
    people.die(alice, dies, on=date(2021, 6, 30))
    spells.transfer_in(alice, worker(alice, group, "辛", sex="女"), on=date(2021, 6, 8), place="省厅")
    spells.admit(alice, worker(alice, group, "壬"), told="2021-06-09")
    found = queries.balance(all_below(mill), JUNE)
    assert [(line.name, line.heads, line.women, line.dispatched) for line in found.rows] == [
        ("期初", 6, 3, 0), ("入会", 1, 0, 0), ("转入", 1, 1, 0), ("恢复会籍", 1, 0, 1), ("组间调入", 0, 0, 0),
        ("转出", 1, 1, 0), ("退会", 1, 0, 0), ("除名", 1, 0, 0), ("转为保留", 1, 0, 0), ("去世", 1, 1, 0),
        ("组间调出", 0, 0, 0), ("期末", 4, 2, 1),
    ]
    assert found.reconciles and stays.pk


def test_alice_sees_her_people_lee_his_group_carol_and_uma_none_and_bob_himself(
    alice, lee, carol, uma, bob, bob_person, group, other_group, nobody
):
    wang = worker(alice, other_group, "王芳")
    seen = {actor.name: set(queries.visible(actor)) for actor in (alice, lee, carol, uma, bob, nobody)}
    assert seen == {
        "艾丽": {bob_person, wang}, "李组长": {bob_person}, "柯主席": set(), "吴县工会": set(), "鲍小波": set(), "未登录": set(),
    }
    assert list(queries.own(bob)) == [bob_person] and not queries.own(nobody).exists()
    assert list(queries.page_of(bob)) == [bob_person]


def test_someone_is_found_by_name_initials_phone_or_card(alice, mill, group):
    wang = worker(alice, group, "王芳", phone="15416621290", member=True, joined="2010", card_no="62040099")
    worker(alice, group, "李芳", phone="15416621291")
    found = [queries.people_for_pick(alice, mill, text) for text in ("王", "wf", "15416621290", "62040099", "1541662129", "无")]
    assert found == [[wang], [wang], [wang], [wang], [], []]
