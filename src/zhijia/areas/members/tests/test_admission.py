"""Dan's cousin applies to join: group, committee, wall, card, archive; and where it may stop."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.members import queries
from zhijia.areas.members.actions import admission, people
from zhijia.areas.members.models import Application, Spell
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry


@pytest.fixture
def sun(alice, group):
    return people.add(alice, union=group, name="孙小梅", sex="女", birth="2000-05-04")


def test_an_application_becomes_a_card_step_by_step(alice, lee, sun):
    asked = admission.apply(lee, sun, on=date(2021, 9, 1), reason="自愿")
    admission.recommend(lee, asked, on=date(2021, 9, 2), opinion="同意")
    admission.approve(alice, asked, on=date(2021, 9, 3))
    admission.post(alice, [asked], on=date(2021, 9, 6))
    with pytest.raises(Refused, match=r"张榜公布到 2021-09-10 才满.*规定：新会员张榜公布天数 5 天"):
        admission.give_card(alice, asked, on=date(2021, 9, 10), card_no="11019900000001")
    admission.give_card(alice, asked, on=date(2021, 9, 13), card_no="11019900000001")
    admission.archive(alice, asked, on=date(2021, 9, 14))
    asked = Application.objects.get()
    assert (asked.stage, asked.answer, asked.posted_until, asked.card_no) == (
        "已归档", "同意", date(2021, 9, 10), "11019900000001",
    )
    assert list(Spell.objects.values_list("state", "since", "opened_by", "card_no")) == [
        ("在籍", date(2021, 9, 3), "入会", "11019900000001")
    ]
    assert [e.what for e in Entry.objects.filter(model="members.Application")] == [
        "孙小梅申请入会", "孙小梅入会申请：小组同意", "孙小梅入会申请：委员会批准", "孙小梅入会申请：张榜公布",
        "孙小梅入会申请：已发证", "孙小梅入会申请：已归档",
    ]


def test_no_step_is_skipped_and_no_day_goes_back(alice, sun):
    asked = admission.apply(alice, sun, on=date(2021, 9, 1))
    with pytest.raises(Refused, match="申请现在是“已申请”，不能办理“委员会批准”"):
        admission.approve(alice, asked, on=date(2021, 9, 3))
    admission.recommend(alice, asked, on=date(2021, 9, 2))
    with pytest.raises(Refused, match="早于上一步的日期"):
        admission.approve(alice, asked, on=date(2021, 9, 1))
    assert Application.objects.get().stage == "小组同意" and not Spell.objects.exists()


def test_the_group_leader_recommends_but_does_not_approve(alice, lee, carol, sun):
    asked = admission.apply(lee, sun, on=date(2021, 9, 1))
    admission.recommend(lee, asked, on=date(2021, 9, 2))
    for actor in (lee, carol):
        with pytest.raises(PermissionDenied):
            admission.approve(actor, asked, on=date(2021, 9, 3))
    assert admission.approve(alice, asked, on=date(2021, 9, 3)).stage == "委员会批准"


def test_someone_in_no_group_goes_straight_to_the_committee(alice, mill):
    clerk = people.add(alice, union=mill, name="钱会计")
    asked = admission.apply(alice, clerk, on=date(2021, 9, 1))
    assert admission.approve(alice, asked, on=date(2021, 9, 3)).stage == "委员会批准"


def test_who_may_not_apply(alice, group, sun):
    admission.apply(alice, sun, on=date(2021, 9, 1))
    with pytest.raises(Refused, match="已有一份申请正在办理"):
        admission.apply(alice, sun, on=date(2021, 9, 2))
    member = people.add(alice, union=group, name="王芳", member=True, joined="2010")
    with pytest.raises(Refused, match="已有会籍"):
        admission.apply(alice, member, on=date(2021, 9, 1))
    child = people.add(alice, union=group, name="周小", birth="2006-01")
    with pytest.raises(Refused, match="还不满 16 岁，不能入会。规定：入会最低年龄 16 岁"):
        admission.apply(alice, child, on=date(2021, 9, 1))
    old = people.add(alice, union=group, name="老周")
    people.retire(alice, old, on=date(2020, 1, 1))
    with pytest.raises(Refused, match="已退休，不能新入会"):
        admission.apply(alice, old, on=date(2021, 9, 1))


def test_a_refusal_names_its_reason_and_a_new_application_may_follow(alice, sun):
    asked = admission.apply(alice, sun, on=date(2021, 9, 1))
    with pytest.raises(Refused, match="写明理由"):
        admission.refuse(alice, asked, on=date(2021, 9, 2), why=" ")
    assert admission.refuse(alice, asked, on=date(2021, 9, 2), why="试用期未满").answer == "试用期未满"
    again = admission.apply(alice, sun, on=date(2021, 12, 1))
    assert [a.pk for a in queries.waiting(alice)] == [again.pk]


def test_bob_applies_for_himself_and_may_take_it_back(bob, bob_person, dan):
    Spell.objects.all().delete()
    with pytest.raises(PermissionDenied):
        admission.apply(dan, bob_person, on=date(2021, 9, 1))
    asked = admission.apply(bob, bob_person, on=date(2021, 9, 1), own=True)
    assert admission.withdraw(bob, asked, on=date(2021, 9, 2), own=True).stage == "已撤回"


def test_a_card_number_belongs_to_one_member(alice, sun, group):
    people.add(alice, union=group, name="王芳", member=True, joined="2010", card_no="7")
    asked = admission.apply(alice, sun, on=date(2021, 9, 1))
    admission.recommend(alice, asked, on=date(2021, 9, 1))
    admission.approve(alice, asked, on=date(2021, 9, 1))
    admission.post(alice, [asked], on=date(2021, 9, 1))
    with pytest.raises(Refused, match="会员证号 7 已发给王芳"):
        admission.give_card(alice, asked, on=date(2021, 9, 6), card_no="7")
    assert Application.objects.get().stage == "张榜公布"
