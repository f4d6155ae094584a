"""Who reads what: the public board, the board of the house, and the box that notes nobody."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.people import found
from zhijia.areas.openness import actions, queries
from zhijia.areas.openness.models import Item, Opinion
from zhijia.areas.openness.rules import Scope, Way
from zhijia.core.figures import find
from zhijia.core.org.models import Kind
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.policy import actions as policy
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry as Trail

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def everything(alice, olive, mill, group, approved, shown):
    """One item of every kind that could leak, and one that is meant for everybody."""
    today = queries.today()
    past = {"title": "过期的", "on": today - 40 * DAY, "until": today - DAY}
    return {
        "open": shown("食堂账目"), "inner": shown("住房方案", scope=Scope.HOUSE),
        "fines": shown("三月罚款表", union=group, scope=Scope.GROUP), "approved": approved("已批的事"),
        "draft": actions.draft(olive, union=mill, title="没批的草稿"),
        "asked": actions.ask(olive, actions.draft(olive, union=mill, title="征求意见的稿"), until=today + 5 * DAY),
        "over": actions.record_past(alice, union=mill, past=[past])[0],
        "tomorrow": actions.show(alice, approved("明天才挂的"), on=today + DAY),
    }


def ask(client, item, name="board_opinion", text="账目不全"):
    return client.post(reverse(f"openness:{name}", args=[item.pk]), {"text": text})


def page(client, name, *args):
    return client.get(reverse(f"openness:{name}", args=args))


def test_the_public_board_shows_what_hangs_for_everybody_and_nothing_else(client, mill, next_door, everything):
    text = page(client, "board", mill.code).content.decode()
    assert [each.title for each in everything.values() if each.title in text] == ["食堂账目"]
    assert page(client, "board", next_door.code).content.decode().count("食堂账目") == 0
    assert page(client, "board", "no-such").status_code == 404
    opened = {name for name, each in everything.items() if page(client, "board_item", each.pk).status_code == 200}
    assert opened == {"open"}


def test_the_public_pages_have_no_menu_even_for_the_chair(client, login, alice, mill, everything):
    login(alice)
    text = page(client, "board_item", everything["open"].pk).content.decode()
    assert [word for word in ("退出", "登录", "欧专干", "今天要办的事", 'class="side"') if word in text] == []
    assert "食堂账目" in text and "提意见" in text


def test_an_item_over_its_days_or_taken_down_is_gone(alice, client, mill, shown):
    item = shown()
    Item.objects.filter(pk=item.pk).update(shown_on=queries.today() - 20 * DAY, until=queries.today() - DAY)
    assert page(client, "board_item", item.pk).status_code == 404
    Item.objects.filter(pk=item.pk).update(until=queries.today())
    assert page(client, "board_item", item.pk).status_code == 200
    actions.take_down(alice, Item.objects.get(pk=item.pk), on=queries.today())
    assert page(client, "board_item", item.pk).status_code == 404


def test_bob_reads_his_house_and_the_fines_of_his_own_group_only(client, login, bob, bob_person, mill, alice, shown, everything):
    second = found("mill-b", "细纱二班", Kind.GROUP, mill)
    other = shown("二班罚款表", union=second, scope=Scope.GROUP)
    for_all_of_us = shown("二班倡议", union=second, scope=Scope.HOUSE)
    login(bob)
    text = page(client, "mine").content.decode()
    read = {each.title for each in (*everything.values(), other, for_all_of_us) if each.title in text}
    assert read == {"食堂账目", "住房方案", "三月罚款表", "征求意见的稿", "二班倡议"}
    assert page(client, "my_item", other.pk).status_code == 404
    assert page(client, "my_item", everything["fines"].pk).status_code == 200


def test_a_stranger_and_the_chair_next_door_read_nothing_inner(client, login, dan, carol, everything):
    for actor in (dan, carol):
        login(actor)
        assert [each for each in everything.values() if page(client, "my_item", each.pk).status_code != 404] == []


def test_the_box_takes_words_and_notes_nobody(client, login, alice, mill, everything):
    """Not even who is logged in."""
    login(alice)
    assert ask(client, everything["open"]).status_code == 302
    opinion = Opinion.objects.get()
    assert (opinion.text, opinion.teller, opinion.way, opinion.due_on) == (
        "账目不全", "", Way.WEB, queries.today() + 30 * DAY,
    )
    told = Trail.objects.get(model="openness.Opinion")
    assert (told.actor_id, told.actor_name, told.hats) == (None, "未登录", "")
    assert "账目不全" not in str(told.changes)


def test_the_box_of_ones_own_house_notes_nobody_either(client, login, bob, bob_person, everything):
    login(bob)
    ask(client, everything["fines"], "my_opinion")
    assert Trail.objects.get(model="openness.Opinion").actor_name == "未登录"


@pytest.mark.parametrize("text", ["", "   ", "字" * 501, "\x00"])
def test_the_box_refuses_what_is_no_opinion(client, everything, text):
    assert ask(client, everything["open"], text=text).status_code == 422
    assert Opinion.objects.count() == 0


def test_the_box_shows_what_it_is_told_as_text(client, login, alice, everything):
    ask(client, everything["open"], text="<script>alert(1)</script>")
    login(alice)
    assert b"<script>alert" not in page(client, "opinion", Opinion.objects.get().pk).content


def test_the_box_is_full_for_an_hour_when_somebody_floods_it(client, alice, mill, everything):
    policy.override(alice, mill, "openness.web_opinions_per_hour", 2, since=queries.today(), source="会议纪要")
    for _ in range(2):
        assert ask(client, everything["open"]).status_code == 302
    full = ask(client, everything["open"])
    assert "意见箱暂时满了" in full.content.decode() and Opinion.objects.count() == 2
    Opinion.objects.update(recorded_at=Opinion.objects.first().recorded_at - timedelta(hours=2))
    assert ask(client, everything["open"]).status_code == 302


def test_no_opinion_reaches_what_is_not_open_to_all(client, everything):
    for name, item in everything.items():
        assert ask(client, item).status_code == (302 if name == "open" else 404)


def test_an_answer_hangs_beside_the_item_only_as_the_office_words_it(client, alice, everything):
    ask(client, everything["open"], text="张三贪了")
    opinion = Opinion.objects.get()
    actions.answer(alice, opinion, answer="账已重算。", on=queries.today())
    assert "账已重算" not in page(client, "board_item", everything["open"].pk).content.decode()
    with pytest.raises(Refused, match="手机号码"):
        actions.answer(alice, opinion, answer="问 13912345678", on=queries.today(), shown_as="账目是否齐全")
    opinion.refresh_from_db()
    actions.answer(alice, opinion, answer="账已重算。", on=queries.today(), shown_as="账目是否齐全")
    text = page(client, "board_item", everything["open"].pk).content.decode()
    assert "账目是否齐全" in text and "账已重算" in text and "张三" not in text


def test_answers_are_counted_by_their_clock(alice, mill, shown):
    item, today = shown(), queries.today()
    told = [
        actions.tell(alice, item, text="意见", way=Way.BOX, received_on=today - days * DAY, teller="某人") for days in (40, 30, 1)
    ]
    actions.answer(alice, told[0], answer="迟了", on=today)
    actions.answer(alice, told[1], answer="及时", on=today)
    with pytest.raises(Refused, match="答复日期不能早于收到日期"):
        actions.answer(alice, told[2], answer="早了", on=today - 2 * DAY)
    period = year(told[1].received_on.year)
    values = [find(f"openness.{key}", branches(mill), period).value for key in ("opinions", "answered", "answered_in_time")]
    assert values == [3, 2, 1] and list(queries.unanswered(alice)) == [told[2]]


def test_opinions_are_for_who_answers_not_for_who_reads(alice, tess, carol, shown):
    opinion = actions.tell(alice, shown(), text="意见", way=Way.TALK, received_on=queries.today())
    assert (list(queries.opinions(tess)), list(queries.opinions(carol))) == ([], [])
    with pytest.raises(PermissionDenied):
        actions.answer(tess, opinion, answer="好", on=queries.today())


def test_readers_learn_of_a_correction_but_not_of_what_was_wrong(client, alice, everything):
    actions.correct(alice, everything["open"], title="食堂账目", body="新账。", why="漏记一笔", on=queries.today())
    text = page(client, "board_item", everything["open"].pk).content.decode()
    assert "更正：漏记一笔" in text and "新账。" in text and "收支相抵" not in text


def test_the_sheet_leads_to_the_page_everybody_may_read(client, login, alice, mill, everything, monkeypatch):
    from zhijia.kit.pages import prints

    links = []
    monkeypatch.setattr(prints.segno, "make", lambda link, **more: links.append(link) or _Code())
    login(alice)
    text = page(client, "sheet", everything["open"].pk).content.decode()
    page(client, "sheet", everything["inner"].pk)
    assert links == [
        f"http://testserver/openness/board/item/{everything['open'].pk}/", f"http://testserver/openness/mine/{everything['inner'].pk}/",
    ]
    assert "收支相抵" in text and "公开时间" in text and "意见反映渠道" in text and 'class="a4 poster"' in text


class _Code:
    def png_data_uri(self, **more):
        return "data:image/png;base64,"
