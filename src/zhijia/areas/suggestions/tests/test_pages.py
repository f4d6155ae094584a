"""The pages: Bob on his phone, Alice at her desk, Tess with the sum before her."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.suggestions import actions, queries
from zhijia.areas.suggestions.models import Benefit, Suggestion
from zhijia.areas.suggestions.rules import Stage
from zhijia.areas.suggestions.tests.conftest import RAISED, REWARDED, WORDS
from zhijia.kit.paper import read_tables

SAID = {"title": "改进皮带清扫器", "problem": "皮带跑偏撒料", "measure": "加装刮板"}


def at(name, *args):
    return reverse(f"suggestions:{name}", args=args)


def text(response):
    return response.content.decode()


def test_bob_writes_three_things_and_sees_how_far_it_is(bob, login):
    client = login(bob)
    asked = text(client.get(at("suggest_own")))
    assert asked.index('name="measure"') < asked.index("更多（可以以后再补）") < asked.index('name="hidden"')
    assert '<details class="later">' in asked, "three fields, the rest folded away"
    made = client.post(at("suggest_own"), SAID)
    own = Suggestion.objects.get()
    assert made.url == at("suggestion", own.pk)
    page = text(client.get(made.url))
    assert "待受理" in page and "受理期限" in page and "撤回" in page and "受理</a>" not in page
    client.post(at("withdraw", own.pk))
    own.refresh_from_db()
    assert own.stage == Stage.WITHDRAWN


def test_a_title_like_an_earlier_one_is_asked_about(bob, alice, raised, login):
    client, again = login(bob), {**SAID, "title": "改进皮带的清扫器"}
    asked = client.post(at("suggest_own"), again)
    assert asked.status_code == 422 and "可能有人提过：改进皮带清扫器（2021-0001" in text(asked)
    assert 'name="anyway"' in text(asked)
    client.post(at("suggest_own"), {**again, "anyway": "on"})
    assert Suggestion.objects.count() == 2
    near = text(login(alice).get(at("suggestion", Suggestion.objects.latest("id").pk)))
    assert "相近的建议" in near and "2021-0001" in near


def test_a_slip_with_shares_and_homonyms(alice, staff, mill, login):
    from zhijia.areas.members.models import Person

    Person.objects.create(house=mill, union=mill, name="王芳")
    client = login(alice)
    slip = {**SAID, "raised_on": "2021-03-01", "makers": "王芳 60、李娜 40"}
    asked = client.post(at("suggest"), slip)
    assert asked.status_code == 422 and "“王芳”有 2 人" in text(asked)
    client.post(at("suggest"), {**slip, "makers": "王芳 · 细纱一班 60\n李娜 40%"})
    made = Suggestion.objects.get()
    assert [(a.name, a.share) for a in queries.authors(made)] == [("王芳", 60), ("李娜", 40)]


@pytest.mark.parametrize("makers,said", [
    ("王芳 60\n李娜", "都写上"), ("王芳 60\n李娜 30", "应是 100%"), ("王芳\n王芳", "写了两次"),
])
def test_shares_that_make_no_sense_are_asked_about(alice, staff, login, makers, said):
    asked = login(alice).post(at("suggest"), {**SAID, "raised_on": "2021-03-01", "makers": makers})
    assert asked.status_code == 422 and said in text(asked)


def test_the_journey_from_the_desk_to_the_wall(alice, tess, bob, raised, login):
    client, pk = login(alice), raised.pk
    assert "建议待受理" in text(client.get(reverse("desk")))
    client.post(at("accept", pk), {"on": "2021-03-05"})
    client.post(at("assess", pk), {"department": "设备科", "by": "赵工", "favours": "1", "words": "可行", "on": "2021-03-10"})
    client.post(at("adopt", pk), {"on": "2021-03-20", "unit": "运转车间", "due_on": "2021-05-01"})
    client.post(at("finish", pk), {"on": "2021-04-28", "result": "装好"})
    given = {"before": "12.5", "after": "11.8", "output": "40000", "price": "6.2", "spent": "30000", "running": "5000"}
    client.post(at("reckon", pk), {**given, "on": "2022-03-25", "note": "按台账"})
    benefit = Benefit.objects.get()
    finance = login(tess)
    assert "建议效益待财务核实" in text(finance.get(reverse("desk")))
    sheet = text(finance.get(at("countersign", benefit.pk)))
    assert "(12.5 − 11.8) × 40000 × 6.2" in sheet and "年净效益" in sheet
    finance.post(at("countersign", benefit.pk), {"on": "2022-04-01"})
    client = login(alice)
    assert "按标准是 3 等" in text(client.get(at("grade", pk)))
    client.post(at("grade", pk), {"on": "2022-04-10"})
    client.post(at("reward", pk), {"on": "2022-04-20", "amount": "800"})
    assert "建议奖励待公示" in text(client.get(reverse("desk")))
    client.post(at("post"), {"on": timezone.localdate().isoformat()})
    page = text(client.get(at("suggestion", pk)))
    for told in ("公示中", "设备科", "138 600", "3 等", "不提高劳动定额：至少到 2021-09-20，最长到 2022-03-20", "800"):
        assert told.replace(" ", "\u00a0") in page or told in page, told
    assert "改进皮带清扫器" in text(login(bob).get(at("board")))


def test_the_desk_says_what_is_late_and_the_maker_what_is_on_its_way(alice, bob, bob_person, done, login):
    actions.suggest_own(bob, person=bob_person, **{**WORDS, "title": "食堂加窗口"})
    mine = text(login(bob).get(reverse("desk")))
    desk = text(login(alice).get(reverse("desk")))
    assert "我提的建议在办" in mine and "建议待受理" not in mine
    assert "建议该算效益" in desk and "建议待受理" in desk and "建议实施已超期" not in desk


def test_the_wall_is_empty_again_when_the_days_are_over(alice, bob, graded, login):
    actions.reward(alice, graded, on=REWARDED, amount=Decimal(800))
    actions.post(alice, [graded], on=date(2022, 4, 21))
    assert "改进皮带清扫器" not in text(login(bob).get(at("board")))


def test_the_form_leaves_in_word_in_its_usual_parts(alice, graded, login):
    answer = login(alice).get(at("word", graded.pk))
    rows = dict(read_tables(BytesIO(b"".join(answer.streaming_content)))[0][1:])
    assert rows["题目"] == "改进皮带清扫器" and rows["建议人"] == "王芳" and rows["等级"].startswith("3 等")
    assert "173" in rows["实际效益（元）"] and rows["决定"].startswith("采纳（2021年3月20日）")


def test_the_register_is_in_its_customary_columns(alice, graded, login):
    sheet = text_of_csv(login(alice).get(at("ledger"), {"export": "csv"}))
    assert sheet[0].split(",") == [
        "编号", "提出日期", "建议人", "班组", "类别", "题目", "现状问题", "建议措施", "预期效益", "受理人", "评估部门意见",
        "实施单位", "实施期限", "实际效益（财务审核）（元）", "等级", "奖金（元）", "分配", "推广",
    ]
    assert "改进皮带清扫器" in sheet[1] and "138600" in sheet[1]


def text_of_csv(response):
    return b"".join(response.streaming_content).decode("utf-8-sig").splitlines()


def test_lists_ask_as_often_for_three_as_for_one(alice, tess, group, staff, login):
    counts = {}
    for n in (1, 2, 3):
        made = actions.suggest(
            alice, union=group, makers=actions.makers_of(staff[:2]), raised_on=RAISED, **{**WORDS, "title": f"第{n}条"}
        )
        for step in (actions.accept, actions.adopt, actions.finish):
            step(alice, made, on=RAISED)
        actions.reckon(alice, made, on=RAISED, formula="节省工时", given={"hours": 10, "rate": 20})
        for actor, name in ((alice, "suggestions"), (alice, "ledger"), (alice, "mine"), (tess, "to_sign"), (alice, "board")):
            client = login(actor)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(at(name)).status_code == 200
            counts.setdefault(name, []).append(len(asked))
    assert all(first == third for first, _, third in counts.values()), counts


def test_who_belongs_to_nobody_on_a_roll_is_told_so(dan, login):
    client = login(dan)
    assert "还没有对应到名册上的人" in text(client.get(at("mine")))
    assert client.get(at("suggest_own")).url == at("mine")
