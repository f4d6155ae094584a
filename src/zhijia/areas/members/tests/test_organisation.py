"""The tree is founded, moved and merged with its history; committees serve terms; posts pass from hand to hand."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import found
from zhijia.areas.members import queries
from zhijia.areas.members.actions import committees, organisation, people, posts
from zhijia.areas.members.models import Committee, Person, Seat, Term, Transfer
from zhijia.core.org.actor import actor_of
from zhijia.core.org.models import Kind, Post, Role, Union, UnionMove, User
from zhijia.core.refused import Refused

DAY = date(2021, 5, 1)


@pytest.fixture
def workshop(alice, mill):
    return organisation.found(alice, parent=mill, name="织布车间工会", kind=Kind.WORKSHOP, on=date(2015, 1, 1))


def test_alice_founds_a_workshop_below_her_mill_and_carol_cannot(alice, carol, mill, workshop):
    assert (workshop.path, workshop.house, workshop.region, workshop.code) == (
        f"{mill.path}{workshop.pk}.", mill.path, "全国", "mill-1",
    )
    assert [(m.what, m.after) for m in UnionMove.objects.all()] == [("成立", "红旗纺织厂工会")]
    with pytest.raises(PermissionDenied):
        organisation.found(carol, parent=mill, name="外来", kind=Kind.GROUP)
    with pytest.raises(Refused, match="下面已有“织布车间工会”"):
        organisation.found(alice, parent=mill, name="织布车间工会", kind=Kind.WORKSHOP)
    assert Union.objects.filter(parent=mill).count() == 1


def test_a_subtree_moves_with_its_people_and_its_history(alice, mill, group, workshop):
    small = found("s", "细纱一班甲组", Kind.GROUP, group)
    person = people.add(alice, union=small, name="王芳")
    organisation.move(alice, group, to=workshop, on=DAY, why="车间合并")
    group.refresh_from_db()
    small.refresh_from_db()
    assert (group.path, small.path) == (f"{workshop.path}{group.pk}.", f"{workshop.path}{group.pk}.{small.pk}.")
    assert {group.house, small.house} == {mill.path}
    assert list(queries.visible(alice)) == [person]
    move = UnionMove.objects.get(union=group)
    assert (move.on, move.what, move.before, move.after) == (DAY, "转隶：车间合并", "红旗纺织厂工会", "织布车间工会")
    with pytest.raises(Refused, match="不能反过来转隶"):
        organisation.move(alice, workshop, to=small, on=DAY)


def test_alice_cannot_carry_a_group_out_of_her_reach(alice, group, next_door, mill):
    with pytest.raises(PermissionDenied):
        organisation.move(alice, group, to=next_door, on=DAY)
    group.refresh_from_db()
    assert group.parent == mill and not UnionMove.objects.exists()


def test_uma_moves_a_group_and_its_people_to_another_roll(alice, uma, mill, group, next_door):
    person = people.add(alice, union=group, name="王芳", id_no="330199197005013851")
    organisation.move(uma, group, to=next_door, on=DAY)
    person.refresh_from_db()
    assert person.house == next_door and not queries.visible(alice).exists()


def test_two_rolls_with_one_number_do_not_merge_unseen(alice, carol, uma, group, next_door):
    people.add(alice, union=group, name="王芳", id_no="330199197005013851")
    people.add(carol, union=next_door, name="王芳", id_no="330199197005013851")
    with pytest.raises(Refused, match="两边名册里有同一个身份证号"):
        organisation.move(uma, group, to=next_door, on=DAY)


def test_a_merged_group_hands_over_its_people_and_is_gone(alice, mill, group, workshop):
    person = people.add(alice, union=group, name="王芳")
    organisation.merge(alice, group, into=workshop, on=DAY)
    person.refresh_from_db()
    group.refresh_from_db()
    assert (person.union, group.dissolved_on) == (workshop, DAY)
    assert list(Transfer.objects.values_list("person", "before", "after")) == [(person.pk, group.pk, workshop.pk)]
    assert group not in queries.places(alice)


def test_a_group_with_people_is_not_dissolved(alice, group):
    people.add(alice, union=group, name="王芳")
    with pytest.raises(Refused, match="名下还有 1 人"):
        organisation.dissolve(alice, group, on=DAY, why="停产")


def test_an_empty_group_is_renamed_then_dissolved_and_its_leader_relieved(alice, lee, group):
    organisation.rename(alice, group, name="精纺一班", on=DAY)
    organisation.dissolve(alice, group, on=date(2021, 6, 1), why="停产")
    assert list(UnionMove.objects.values_list("what", flat=True)) == ["更名：细纱一班 → 精纺一班", "撤销：停产"]
    assert Post.objects.get(holder_id=lee.user_id).until == date(2021, 6, 1)


def members(alice, union, count):
    return [people.add(alice, union=union, name=f"会员{n}", member=True, joined="2010") for n in range(count)]


def test_a_term_counts_down_and_its_composition_is_checked(alice, mill):
    term = committees.open_term(alice, union=mill, committee=Committee.UNION, since=date(2016, 9, 1), years=5, number=3)
    a, b, c = members(alice, mill, 3)
    committees.seat(alice, term, person=a, title="委员", since=date(2016, 9, 1))
    term = queries.running_terms(alice).get()
    assert queries.committee_checks(term, today=date(2021, 7, 1)) == [
        "现有委员 1 人，按会员人数应为 3～5 人。", "没有登记主席（主任），缺位不宜超过 3 个月。",
        "任期3 个月内到期，还有 62 天，请按期换届；提前或延期须经上级工会批准。",
    ]
    committees.seat(alice, term, person=b, title="主席", since=date(2016, 9, 1))
    committees.seat(alice, term, person=c, title="委员", since=date(2016, 9, 1))
    assert queries.committee_checks(queries.running_terms(alice).get(), today=date(2020, 7, 1)) == []


def test_a_chair_missing_for_longer_than_allowed_is_told_with_the_day(alice, mill):
    term = committees.open_term(alice, union=mill, committee=Committee.UNION, since=date(2016, 9, 1), years=5)
    people = members(alice, mill, 4)
    chair = committees.seat(alice, term, person=people[0], title="主席", since=date(2016, 9, 1))
    for person in people[1:]:
        committees.seat(alice, term, person=person, title="委员", since=date(2016, 9, 1))
    committees.leave_seat(alice, chair, on=date(2017, 3, 1))
    told = queries.committee_checks(queries.running_terms(alice).get(), today=date(2017, 7, 1))
    assert [line for line in told if "空缺" in line][0].startswith("主席（主任）自 2017-03-01 起空缺，已超过 3 个月。规定：")


def test_a_union_of_thirty_is_told_which_committees_it_lacks_and_why(alice, mill):
    for n in range(30):
        people.add(alice, union=mill, name=f"会员{n}", sex="女" if n < 9 else "男", member=True, joined="2010")
    owed = queries.owed_committees(mill, today=date(2021, 7, 1))
    assert [line.split("。")[0] for line in owed] == [
        "应设工会委员会：会员 30 人，达到 25 人", "应设经费审查委员会：会员 30 人，达到 25 人",
        "应设劳动法律监督委员会：会员 30 人，达到 25 人",
    ]
    committees.open_term(alice, union=mill, committee=Committee.UNION, since=date(2021, 1, 1), years=5)
    assert len(queries.owed_committees(mill, today=date(2021, 7, 1))) == 2


def test_a_new_term_ends_the_one_before(alice, mill):
    old = committees.open_term(alice, union=mill, committee=Committee.AUDIT, since=date(2016, 9, 1), years=5)
    committees.seat(alice, old, name="外聘会计师", title="委员", since=date(2016, 9, 1))
    committees.open_term(alice, union=mill, committee=Committee.AUDIT, since=date(2021, 9, 1), years=5)
    assert Term.objects.get(pk=old.pk).ended_on == Seat.objects.get().until == date(2021, 9, 1)
    assert queries.in_force(Union.objects.all(), date(2021, 8, 31)).get() == old
    with pytest.raises(Refused, match="任期应为 3、5 年"):
        committees.open_term(alice, union=mill, committee=Committee.WOMEN, since=date(2021, 9, 1), years=4)


def test_only_full_members_are_elected(alice, mill):
    term = committees.open_term(alice, union=mill, committee=Committee.UNION, since=date(2021, 1, 1), years=3)
    outsider = people.add(alice, union=mill, name="非会员")
    (old,) = members(alice, mill, 1)
    people.retire(alice, old, on=date(2021, 1, 2))
    for person, state in ((outsider, "不是会员"), (old, "是“保留会籍”")):
        with pytest.raises(Refused, match=f"{state}，没有选举权和被选举权"):
            committees.seat(alice, term, person=person, title="委员", since=date(2021, 1, 3))


@pytest.fixture
def wang(alice, group):
    return people.add(alice, union=group, name="王芳", member=True, joined="2010")


def test_alice_hands_her_chair_to_wang_and_the_powers_go_along(alice, mill, wang):
    user, password = posts.make_account(alice, wang)
    assert (user.username, user.must_change, user.check_password(password), len(password)) == ("wf", True, True, 19)
    chair = Post.objects.get(holder_id=alice.user_id)
    posts.hand_over(alice, chair, to=user, on=DAY)
    assert [(p.holder.name, p.role, p.since, p.until) for p in Post.objects.filter(union=mill)] == [
        ("艾丽", "主席", date(2021, 1, 1), date(2021, 4, 30)), ("王芳", "主席", DAY, None),
    ]
    assert actor_of(user.pk, today=DAY).can("members.edit", mill)
    assert not actor_of(alice.user_id, today=DAY).may("members.edit")


def test_one_person_wears_several_hats_in_her_own_house_only(alice, ada, mill, next_door):
    me = User.objects.get(pk=alice.user_id)
    posts.appoint(alice, holder=me, union=mill, role=Role.TREASURER, since=DAY)
    assert actor_of(me.pk, today=DAY).hats == "红旗纺织厂工会主席、红旗纺织厂工会财务"
    with pytest.raises(PermissionDenied):
        posts.appoint(alice, holder=User.objects.get(pk=ada.user_id), union=next_door, role=Role.TREASURER, since=DAY)
    with pytest.raises(Refused, match="不能给自己任职"):
        posts.appoint(ada, holder=User.objects.get(pk=ada.user_id), union=mill, role=Role.OFFICER, since=DAY)


def test_uma_gives_a_new_mill_its_first_chair_but_not_herself(uma, next_door, mill):
    post, password = posts.appoint_new(uma, name="新主席", union=mill, role=Role.CHAIR, since=DAY)
    assert post.holder.check_password(password) and post.holder.must_change
    with pytest.raises(Refused, match="不能给自己任职"):
        posts.appoint(uma, holder=User.objects.get(pk=uma.user_id), union=mill, role=Role.CHAIR, since=DAY)


def test_the_last_chair_is_not_simply_dropped(alice, lee, mill):
    with pytest.raises(Refused, match="请用“交接”"):
        posts.relieve(alice, Post.objects.get(holder_id=alice.user_id), on=DAY)
    assert posts.relieve(alice, Post.objects.get(holder_id=lee.user_id), on=DAY).until == DAY


def test_an_account_is_closed_when_no_post_is_left(alice, ada, wang):
    posts.make_account(ada, wang)
    with pytest.raises(Refused, match="已有账号 wf"):
        posts.make_account(alice, wang)
    assert not posts.close_account(alice, wang).account.is_active
    assert Person.objects.get(pk=wang.pk).account.is_active is False


def test_the_keeper_of_the_machine_does_not_take_over_the_chair(alice, ada, mill):
    chair = people.add(alice, union=mill, name="艾丽")
    posts.link_account(alice, chair, user=User.objects.get(pk=alice.user_id))
    with pytest.raises(Refused, match="主席的密码只能由主席本人修改"):
        posts.new_first_password(ada, chair)


def test_who_leaves_no_longer_logs_in_and_hands_over_first(alice, wang, group):
    user, _ = posts.make_account(alice, wang)
    held = posts.appoint(alice, holder=user, union=group, role=Role.LEADER, since=DAY)
    with pytest.raises(Refused, match="还担任细纱一班 小组长，请先在“岗位任职”里交接或免去"):
        people.depart(alice, wang, on=DAY, why="辞职")
    posts.relieve(alice, held, on=DAY)
    people.depart(alice, Person.objects.get(pk=wang.pk), on=DAY, why="辞职")
    assert not User.objects.get(pk=user.pk).is_active
