"""A plan from its proposals to its progress, with the people it is for."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from zhijia.areas.activities.models import Activity
from zhijia.areas.plan import actions, export, queries
from zhijia.areas.plan.area import cards
from zhijia.areas.plan.models import Plan
from zhijia.areas.plan.rules import (
    AT_LEAST,
    AT_MOST,
    Progress,
    by_custom,
    calendar,
    overdue,
    reached,
    settled,
    soon,
)
from zhijia.core import periods
from zhijia.core.figures import find
from zhijia.core.org.models import Kind
from zhijia.core.org.scope import branches
from zhijia.core.refused import Refused
from zhijia.kit.paper import read_paragraphs, read_tables, write_word


@pytest.mark.parametrize(("value", "goal", "way", "met"), [
    (60, 60, AT_LEAST, True), (59, 60, AT_LEAST, False), (None, 60, AT_LEAST, False),
    (0, 0, AT_MOST, True), (1, 0, AT_MOST, False), (None, 0, AT_MOST, False),
])  # fmt: skip
def test_a_goal_is_met_by_its_figure(value, goal, way, met):
    assert reached(value, goal, way) is met


@pytest.mark.parametrize(("made", "words"), [
    (Progress(False), "进行中"), (Progress(True), "已完成"),
    (Progress(False, 35, Decimal("60.00"), AT_LEAST, "人次"), "35/60 人次，58.3 %"),
    (Progress(False, None, 60, AT_LEAST, "人次"), "没有记录/60 人次"),
    (Progress(False, 2, 0, AT_MOST, "件"), "2/0 件"),
])  # fmt: skip
def test_progress_prints_its_two_terms(made, words):
    assert str(made) == words


def test_a_limit_is_kept_only_when_the_year_is_over():
    assert [settled(AT_LEAST, year_over=False), settled(AT_MOST, year_over=False), settled(AT_MOST, year_over=True)] == [
        True, False, True,
    ]  # fmt: skip


def test_what_is_due_presses_in_time():
    due = date(2025, 6, 30)
    assert [overdue(due, done=False, today=day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [
        False,
        True,
    ]
    assert [soon(due, done=False, today=day) for day in (date(2025, 5, 30), date(2025, 5, 31), due)] == [
        False,
        True,
        True,
    ]
    assert not overdue(due, done=True, today=date(2026, 1, 1))


def test_the_calendar_fits_the_kind_of_union():
    school = {each.what for each in by_custom(2025, Kind.SCHOOL)}
    mine = {each.what for each in by_custom(2025, Kind.WORKSHOP)}
    assert "教师节活动" in school - mine
    assert "夏送清凉" in mine - school
    assert {each["what"] for each in calendar()} == school | mine
    winter = next(each for each in by_custom(2024, Kind.SCHOOL) if each.what == "元旦春节送温暖")
    assert (winter.start, winter.due) == (date(2024, 1, 1), date(2024, 2, 29))


@pytest.fixture
def plan(alice, mill):
    """Alice's adopted plan with one item on a figure and one by hand."""
    found = actions.begin(alice, mill, 2025, from_last=False, from_calendar=False)
    goal = {"goal_key": "activities.turns", "goal_value": Decimal(60)}
    actions.add(
        alice, found, what="职工文体活动", area="文体活动", owner="文体委员", measure="按季度安排", **goal
    )
    actions.add(
        alice,
        found,
        what="制度上墙",
        area="组织建设",
        owner="专干",
        measure="印好张贴",
        due=date(2025, 3, 31),
    )
    return actions.adopt(alice, found, adopted_on=date(2025, 1, 10), adopted_by="工会委员会")


def climb(union, heads):
    return Activity.objects.create(
        union=union, title="登山", category="登山", on=date(2025, 4, 2), held=True, unnamed=heads, heads=heads
    )


def value(key, union, year=2025):
    return find(key, branches(union), periods.year(year)).value


def test_progress_needs_no_typing(plan, mill):
    item = plan.items.get(number=1)
    assert str(queries.progress(item)) == "没有记录/60 人次"
    climb(mill, 35)
    assert str(queries.progress(item)) == "35/60 人次，58.3 %"
    assert (value("plan.items", mill), value("plan.done", mill), str(value("plan.rate", mill))) == (
        2,
        0,
        "0.0",
    )
    climb(mill, 30)
    assert queries.progress(item).done
    assert (value("plan.items", mill), value("plan.done", mill), str(value("plan.rate", mill))) == (
        2,
        1,
        "50.0",
    )


def test_a_finished_item_counts_and_one_given_up_does_not(plan, alice, mill):
    item = plan.items.get(number=2)
    actions.finish(alice, item, done_on=date(2025, 3, 20))
    assert value("plan.done", mill) == 1
    actions.drop(alice, item, note="并入他项")
    assert (value("plan.items", mill), value("plan.done", mill)) == (1, 0)
    with pytest.raises(Refused, match="已取消"):
        actions.finish(alice, item, done_on=date(2025, 3, 20))
    actions.resume(alice, item)
    assert value("plan.items", mill) == 2


def test_no_plan_is_not_recorded_and_a_draft_does_not_count(alice, mill):
    assert value("plan.items", mill) is None
    actions.add(alice, actions.begin(alice, mill, 2025), what="走访")
    assert value("plan.items", mill) is None


def test_next_year_starts_from_what_was_left_and_from_the_calendar(plan, alice, mill):
    new = actions.begin(alice, mill, 2026)
    whats = list(new.items.values_list("what", flat=True))
    assert whats[:2] == ["职工文体活动", "制度上墙"]
    assert whats.count("职工文体活动") == 1
    assert "元旦春节送温暖" in whats
    with pytest.raises(Refused, match="已有计划"):
        actions.begin(alice, mill, 2026)


def test_the_desk_tells_what_presses(plan, alice, carol):
    assert [(card.title, card.count) for card in cards(alice, date(2025, 3, 10))] == [
        ("计划事项 30 天内到期", 1)
    ]
    assert [(card.title, card.count) for card in cards(alice, date(2025, 4, 1))] == [("计划事项逾期", 1)]
    assert cards(carol, date(2025, 4, 1)) == []


def test_an_impossible_item_is_refused_with_its_reason(plan, alice):
    for details, why in (
        ({"due": date(2026, 1, 1)}, "要在这一年里"),
        ({"goal_key": "plan.items", "goal_value": 3}, "没有这个数"),
        ({"goal_key": "care.visits"}, "要一起填"),
        ({"start": date(2025, 5, 1), "due": date(2025, 4, 1)}, "不能晚于"),
    ):
        with pytest.raises(Refused, match=why):
            actions.add(alice, plan, what="走访", **details)
    with pytest.raises(Refused, match="已经通过"):
        actions.adopt(alice, plan, adopted_on=date(2025, 1, 11))


def test_carol_sees_nothing_and_may_do_nothing(plan, carol, tess, mill):
    item = plan.items.first()
    assert (
        list(queries.visible(carol))
        == list(queries.items_seen(carol))
        == list(queries.items_to_edit(carol))
        == []
    )
    for actor in (carol, tess):
        for act in (
            lambda who: actions.begin(who, mill, 2027),
            lambda who: actions.add(who, plan, what="走访"),
            lambda who: actions.change(who, item, what="走访"),
            lambda who: actions.finish(who, item, done_on=date(2025, 1, 1)),
            lambda who: actions.drop(who, item, note="不做"),
        ):
            with pytest.raises(PermissionDenied):
                act(actor)
    assert Plan.objects.count() == 1


def test_the_union_above_sees_adopted_plans_only(plan, alice, uma, mill):
    actions.begin(alice, mill, 2026)
    assert list(queries.visible(uma)) == [plan]
    assert queries.visible(alice).count() == 2


def test_the_plan_goes_out_as_word_text_and_json(plan, mill, tmp_path, alice):
    climb(mill, 35)
    actions.add(alice, plan, what="捐资助学")
    told = export.write(plan, tmp_path / "plan.json")
    assert told["figures"] == [
        {
            "key": "activities.turns",
            "label": "参加文体活动",
            "kind": "人次",
            "value": 35,
            "top": None,
            "bottom": None,
            "rows": 1,
        }
    ]
    assert told["blanks"] == ["第 3 项“捐资助学”没有写责任人、措施。"]
    write_word(export.assembled(plan), file := BytesIO())
    said = read_paragraphs(file)
    assert "一、文体活动" in said
    assert "制度上墙。印好张贴。责任人：专干，2025年3月31日前完成。" in said
    head, first = read_tables(BytesIO(file.getvalue()))[0][:2]
    assert head == [
        "序号",
        "工作内容",
        "目标、指标",
        "措施",
        "责任人",
        "协助",
        "起止",
        "经费（元）",
        "进度",
        "完成标志",
    ]
    assert first[8] == "35/60 人次，58.3 %"
    export.write(plan, tmp_path / "plan.txt")
    with pytest.raises(ValueError, match="只能写成"):
        export.write(plan, tmp_path / "plan.pdf")
    assert (queries.current(mill, 2025), queries.current(mill, 2024)) == (plan, None)


def test_alice_walks_the_pages(login, alice, mill):
    client = login(alice)
    assert "还没有计划" in client.get(reverse("plan:plans")).content.decode()
    told = {"union": mill.pk, "year": "2025", "from_last": "on", "from_calendar": "on"}
    answer = client.post(reverse("plan:begin"), told)
    found = Plan.objects.get()
    assert answer.url == reverse("plan:plan", args=[found.pk])
    item = {
        "what": "走访困难职工",
        "due": "2025-12-01",
        "goal_key": "care.visits",
        "goal_way": AT_LEAST,
        "goal_value": "20",
    }
    assert client.post(reverse("plan:add", args=[found.pk]), item).status_code == 302
    seen = client.get(answer.url).content.decode()
    assert "没有记录/20 人次" in seen
    assert "还要补" in seen
    mine = found.items.get(what="走访困难职工")
    change = {**item, "owner": "生活委员", "measure": "逐户走访"}
    assert client.post(reverse("plan:change", args=[mine.pk]), change).status_code == 302
    assert "生活委员" in client.get(reverse("plan:item", args=[mine.pk])).content.decode()
    client.post(reverse("plan:adopt", args=[found.pk]), {"adopted_on": "2025-01-10", "adopted_by": "全委会"})
    client.post(reverse("plan:finish", args=[mine.pk]), {"done_on": "2025-11-30"})
    mine.refresh_from_db()
    assert (mine.state, mine.done_on) == ("已完成", date(2025, 11, 30))
    client.post(reverse("plan:resume", args=[mine.pk]))
    client.post(reverse("plan:drop", args=[mine.pk]), {"note": "并入他项"})
    assert "已取消" in client.get(answer.url).content.decode()
    assert client.get(reverse("plan:word", args=[found.pk])).status_code == 200
    assert client.get(answer.url, {"print": "1"}).status_code == 200


@pytest.mark.parametrize("route", ["plan", "add", "adopt", "word"])
def test_who_finds_a_draft_plan(login, alice, carol, uma, bob, nobody, mill, route):
    found = actions.begin(alice, mill, 2025)
    address = reverse(f"plan:{route}", args=[found.pk])
    assert [login(actor).get(address).status_code for actor in (alice, carol, uma, bob, nobody)] == [
        200,
        404,
        404,
        403,
        302,
    ]


@pytest.mark.parametrize("route", ["item", "change", "finish", "drop", "resume"])
def test_who_finds_an_item(login, alice, carol, bob, nobody, plan, route):
    address = reverse(f"plan:{route}", args=[plan.items.first().pk])
    assert [login(actor).get(address).status_code for actor in (alice, carol, bob, nobody)] == [
        200,
        404,
        403,
        302,
    ]
