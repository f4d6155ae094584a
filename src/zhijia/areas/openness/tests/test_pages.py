"""One journey through the pages, the bulk entry, the cards, and lists that ask as often for three rows as for one."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from zhijia.areas.openness import actions, queries
from zhijia.areas.openness.area import cards
from zhijia.areas.openness.forms import PastForm
from zhijia.areas.openness.models import Entry, Item
from zhijia.areas.openness.rules import Scope, State, Way

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def address(name, *args):
    return reverse(f"openness:{name}", args=args)


def sent(client, name, *args, **filled):
    """The page a form leads to."""
    return client.post(address(name, *args), filled, follow=True).content.decode()


def test_a_journey_from_catalogue_to_archive(client, login, alice, lee, mill, group):
    today = queries.today()
    login(alice)
    assert "各类工会的目录都已备好" in client.get(address("entries")).content.decode()
    sent(client, "adopt", chosen=[mill.pk, group.pk], since="2021-01-01")
    login(lee)
    month = client.get(address("month")).content.decode()
    assert "应公开 6 项，已公开 0 项，缺 6 项。" in month and month.count("去公开") == 6 and 'class="bad"' in month
    entry = Entry.objects.get(union=group, title="出勤和工分")
    begin = f"{address('draft')}?entry={entry.pk}&amp;month={today:%Y-%m}-01"
    assert begin in month
    form = client.get(begin.replace("&amp;", "&")).content.decode()
    assert 'value="出勤和工分"' in form and "目录要求：每月，定期公开。" in form
    upload = SimpleUploadedFile("工分.csv", "姓名,工分\n甲,22\n".encode())
    told = {"title": "本月工分", "scope": Scope.EVERYBODY, "month": f"{today:%Y-%m}"}
    sent(client, "draft", union=group.pk, entry=entry.pk, upload=upload, **told)
    item = Item.objects.get()
    assert "待审批" in sent(client, "submit", item.pk, sent="1")
    assert "直接审批" not in client.get(address("item", item.pk)).content.decode()
    login(alice)
    assert [card.title for card in cards(alice, today) if card.title == "公开事项待审批"]
    sent(client, "approve", item.pk, approver="艾丽", on=today)
    shown = sent(client, "show", item.pk, on=today, channels=["公开栏"], contact="意见箱在班部门口")
    assert "打印张贴页" in shown and Item.objects.get().state == State.SHOWN
    assert "应公开 6 项，已公开 1 项，缺 5 项。" in _of_group(client, login, lee)
    client.logout()
    assert "本月工分" in client.get(address("board", group.code)).content.decode()
    assert client.get(address("board_file", item.pk)).content.decode("utf-8-sig").startswith("姓名")
    assert "已经收到" in sent(client, "board_opinion", item.pk, text="三号那天算错了")
    login(alice)
    opinion = queries.opinions(alice).get()
    assert "三号那天算错了" in client.get(address("answer", opinion.pk)).content.decode()
    sent(client, "answer", opinion.pk, answer="已改。", on=today, shown_as="工分有误")
    early = sent(client, "take_down", item.pk, on=today)
    assert "还不能撤" in early and "规定：公开栏公示不少于" in early
    sent(client, "take_down", item.pk, on=today + 15 * DAY)
    assert "已归档" in sent(client, "archive", item.pk, archive_no="2-1", on=today + 15 * DAY)
    ledger = client.get(address("ledger")).content.decode()
    assert "1 件，已答复 1 件" in ledger and "2-1" in ledger


def _of_group(client, login, lee):
    login(lee)
    return client.get(address("month")).content.decode()


def test_the_ledger_has_the_customary_columns(client, login, alice, shown):
    shown()
    login(alice)
    text = client.get(f"{address('ledger')}?export=csv")
    head = b"".join(text.streaming_content).decode("utf-8-sig").splitlines()[0]
    assert head == "编号,标题,类别,依据,公开形式,范围,起,止,审批人,责任人,意见与答复,撤栏日期,归档号"


def test_past_items_are_pasted_from_a_sheet(client, login, alice, group, catalogue):
    login(alice)
    pasted = "3月出勤和工分\t2021-03-02\t2021年3月20日\t赵队长\n罚款，2021.3.5，2021.3.25\n"
    assert "已补录" in sent(client, "record_past", union=group.pk, past=pasted)
    found = Item.objects.order_by("shown_on").values_list("title", "entry__title", "until", "approver", "scope")
    assert list(found) == [
        ("3月出勤和工分", "出勤和工分", date(2021, 3, 20), "赵队长", Scope.EVERYBODY),
        ("罚款", "罚款", date(2021, 3, 25), "", Scope.GROUP),
    ]


@pytest.mark.parametrize("line, said", [
    ("罚款", "日期看不懂"), ("罚款\t2021-13-40", "日期看不懂"), ("\t2021-03-01", "标题"),
    ("罚款\t2021-03-05\t2021-03-01", "早于"),
    ("罚款\t2099-03-05", "还没到"), ("罚" * 81 + "\t2021-03-05", "80 字以内"), ("罚款\t2021-03-05\t哪天", "哪天"),
])
def test_a_line_that_makes_no_sense_is_named(alice, group, line, said):
    form = PastForm(alice, {"union": group.pk, "past": f"出勤\t2021-03-01\n{line}"})
    assert not form.is_valid()
    assert form.errors["past"][0].startswith("第 2 行") and said in form.errors["past"][0]


def test_too_many_lines_are_refused_whole(alice, group):
    form = PastForm(alice, {"union": group.pk, "past": "出勤\t2021-03-01\n" * 201})
    assert not form.is_valid() and "最多 200 行" in form.errors["past"][0]


def test_the_cards_say_what_is_due(alice, olive, mill, group, catalogue, shown):
    today = queries.today()
    actions.tell(alice, shown(), text="意见", way=Way.BOX, received_on=today - 31 * DAY)
    actions.record_past(alice, union=mill, past=[{"title": "旧的", "on": today - 40 * DAY}])
    Item.objects.filter(title="旧的").update(until=today - DAY)
    actions.submit(olive, actions.draft(olive, union=mill, title="待批"))
    found = {card.title: (card.count, card.urgent) for card in cards(alice, today)}
    missing = len(queries.missing(alice, queries.month_of(today)))
    ends = (queries.end_of(today) - today).days < 7
    assert found == {
        "公开事项待审批": (1, False), "本月该公开还没公开": (missing, ends), "职工意见待答复": (1, True),
        "公示期满该撤栏": (1, False), **({"本月还没做公开检查": (1, False)} if ends else {}),
    }


@pytest.mark.parametrize("day, urgent", [(20, False), (25, True), (31, True)])
def test_what_is_missing_presses_near_the_end_of_the_month(alice, catalogue, day, urgent):
    found = {card.title: card for card in cards(alice, date(2021, 3, day))}
    assert found["本月该公开还没公开"].urgent is urgent


def test_a_picture_or_pdf_asks_the_approver_to_look(client, login, alice, olive, mill):
    item = actions.draft(olive, union=mill, title="名单", upload=SimpleUploadedFile("名单.pdf", b"%PDF-1.4\n%%EOF\n"))
    login(alice)
    assert "请自己看一遍" in client.get(address("item", item.pk)).content.decode()


@pytest.mark.parametrize("month", ["2021-13", "没有", "9999", "", "²", "2021-02-31"])
def test_a_month_that_makes_no_sense_is_this_month(client, login, alice, catalogue, month):
    today = queries.today()
    login(alice)
    text = client.get(address("month"), {"month": month}).content.decode()
    assert f"{today.year}年{today.month}月应公开的事项" in text


@pytest.mark.parametrize("name", ["items", "ledger", "opinions", "checks", "entries", "month", "mine"])
def test_a_list_asks_as_often_for_three_rows_as_for_one(
    name, client, login, alice, bob, bob_person, mill, shown, django_assert_max_num_queries, catalogue
):
    def row():
        item = shown(entry=Entry.objects.filter(union=mill, rhythm="每月").first())
        actions.tell(alice, item, text="意见", way=Way.BOX, received_on=queries.today())
        actions.record_check(alice, union=mill, kind="专项检查", on=queries.today(), checkers="工会")

    row()
    login(bob if name == "mine" else alice)
    client.get(address(name))
    with django_assert_max_num_queries(99) as one:
        client.get(address(name))
    row(), row()
    client.get(address(name))
    with django_assert_max_num_queries(99) as three:
        client.get(address(name))
    assert len(three) == len(one)
