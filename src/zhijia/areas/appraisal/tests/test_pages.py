"""The journey of a round through its pages, and what they ask of the database."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zhijia.areas.appraisal import actions, queries
from zhijia.areas.appraisal.area import cards
from zhijia.areas.appraisal.rules import Kind, Stage, Way
from zhijia.areas.members.models import Person, Spell
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Count
from zhijia.core.trail.models import Look
from zhijia.kit.paper import read_paragraphs, read_tables

pytestmark = pytest.mark.django_db
DAY = date(2021, 12, 20)
PDF = SimpleUploadedFile("述职.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")


def at(name, *keys):
    return reverse(f"appraisal:{name}", args=keys)


@pytest.fixture
def staff(mill, group):
    found = [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜", "张伟")]
    for person in found:
        Spell.objects.create(person=person)
    return found


@pytest.fixture
def page(alice, login):
    client = login(alice)
    return lambda name, *keys, **told: client.post(at(name, *keys), told) if told else client.get(at(name, *keys))


def shown(response) -> str:
    return response.content.decode()


def test_the_journey_of_a_round_from_beginning_to_report(page, alice, mill, staff):
    page("begin", union=mill.pk, kind=Kind.CADRES, year="2021", on="2021-12-20", method_on="2021-12-18", notified_on="2021-12-15")
    found = queries.visible(alice).get()
    assert "离测评不足 7 天" in shown(page("round", found.pk)) and "还没有人" in shown(page("round", found.pk))
    unknown = page("add_people", found.pk, people="王芳 车间主任\n赵六 副主任")
    assert "名册里没有“赵六”" in shown(unknown)
    page("add_people", found.pk, people="王芳 车间主任\n李娜，副主任")
    assert [str(s) for s in found.subjects.all()] == ["王芳（车间主任）", "李娜（副主任）"]
    one, two, three = found.panels.all()
    page("merge", three.pk, into=two.pk)
    for panel, heads in ((one, "60"), (two, "18")):
        page("set_panel", panel.pk, title=panel.title, weight=panel.weight + 20 * (panel == two), way=Way.KEYED, heads=heads)
    page("call_votes", found.pk, kit_once="a")
    grid = {"row0": "30 20 5 3 0", "row1": "0,0,10,48,0"}
    short = page("key", one.pk, issued="60", returned="58", void="0", tellers="周计票", **{**grid, "row0": "30 20"})
    assert "请依次填 5 个数" in shown(short) and "至少写两个人" in shown(short)
    page("key", one.pk, issued="60", returned="58", void="0", tellers="周计票、吴监票", **grid)
    page("key", two.pk, issued="18", returned="18", void="0", tellers="周、吴", row0="18 0 0 0 0", row1="0 18 0 0 0")
    page("release", found.pk, kit_once="b")
    found.refresh_from_db()
    assert (found.stage, found.valid) == (Stage.RELEASED, 76)
    assert "诫勉谈话、可建议免职" in shown(page("results"))
    page("report", found.pk, reported_on="2021-12-22", advice="多到班组")
    file = BytesIO(b"".join(page("word", found.pk).streaming_content))
    assert "多到班组" in "".join(read_paragraphs(file))
    assert [row[0] for row in read_tables(file)[0]] == ["被评人", "王芳", "李娜"]


def test_names_and_heads_are_not_filled_both(page, alice, mill):
    found = actions.begin(alice, union=mill, kind=Kind.HOME, year=2021, on=DAY)
    panel = found.panels.get()
    both = page("set_panel", panel.pk, title="会员", weight="100", way=Way.KEYED, everyone="on", heads="9")
    assert "名单（或全体会员）和人数填一样" in shown(both)
    by_heads = page("set_panel", panel.pk, title="会员", weight="100", way=Way.PAPER, heads="9")
    assert "只填人数的组，方式请选" in shown(by_heads)


def test_all_members_are_a_group_by_one_tick(page, alice, mill, staff):
    found = actions.begin(alice, union=mill, kind=Kind.HOME, year=2021, on=DAY)
    panel = found.panels.get()
    page("set_panel", panel.pk, title="会员", weight="100", way=Way.PAPER, everyone="on")
    assert [judge.person.name for judge in queries.judges(panel)] == ["王芳", "李娜", "张伟"]


def test_a_list_is_shown_again_as_it_was_typed(page, alice, mill, staff):
    found = actions.begin(alice, union=mill, kind=Kind.SURVEY, year=2021, on=DAY, questions=["食堂"])
    panel = found.panels.get()
    told = {"title": "大家", "weight": "100", "way": Way.PAPER, "people": "王芳\n李娜"}
    page("set_panel", panel.pk, **told)
    assert "王芳 · 细纱一班\n李娜 · 细纱一班" in shown(page("set_panel", panel.pk))
    page("set_panel", panel.pk, **{**told, "people": "王芳 · 细纱一班\n李娜 · 细纱一班\n张伟"})
    assert queries.size(panel) == 3


def test_only_a_survey_brings_its_own_choices(page, alice, mill):
    told = {"union": mill.pk, "year": "2021", "on": "2021-12-20", "grades": "好\n一般\n差", "questions": "食堂\n浴室"}
    assert "只用于满意度测评" in shown(page("begin", **told, kind=Kind.HOME))
    page("begin", **told, kind=Kind.SURVEY)
    found = queries.visible(alice).get()
    assert (found.grades, [s.title for s in found.subjects.all()]) == (["好", "一般", "差"], ["食堂", "浴室"])


def test_a_report_is_read_with_a_trace_and_not_by_the_auditor(page, alice, audrey, login, mill, bob_person):
    found = actions.begin(alice, union=mill, kind=Kind.LEADERS, year=2021, on=DAY)
    subject = actions.add_people(alice, found, [(bob_person, "班长")])[0]
    page("hand_in", subject.pk, on="2021-12-10", report="一年来带班的情况", upload=PDF)
    assert not Look.objects.exists()
    assert "一年来带班的情况" in shown(page("subject", subject.pk))
    assert [(look.group, look.viewer_name, look.subject_id) for look in Look.objects.all()] == [
        ("appraisal", "艾丽", bob_person.pk)
    ]
    assert page("file", subject.pk).content.startswith(b"%PDF")
    assert "一年来带班的情况" not in shown(login(audrey).get(at("subject", subject.pk)))


def test_the_ballot_has_its_usual_columns(page, alice, mill, staff):
    found = actions.begin(alice, union=mill, kind=Kind.CADRES, year=2021, on=DAY, by_quality=True)
    actions.add_people(alice, found, [(staff[0], "车间主任")])
    words = shown(page("ballot", found.pk))
    assert all(f">{name}</th>" in words for name in ("被评人", "职务", "德", "能", "勤", "绩", "廉", "总评"))


def test_lists_ask_as_often_for_three_as_for_one(page, alice, mill, staff):
    counts = {}
    for number in (1, 2, 3):
        found = actions.begin(alice, union=mill, kind=Kind.CADRES, year=2021, on=DAY)
        actions.add_people(alice, found, [(each, "主任") for each in staff[:number]])
        panel, *rest = found.panels.all()
        for each in rest:
            actions.remove_panel(alice, each)
        actions.set_panel(alice, found, panel=panel, title="代表", weight=100, way=Way.KEYED, heads=40)
        actions.call_votes(alice, found)
        panel.refresh_from_db()
        rows = [(40, 0, 0, 0, 0)] * found.subjects.count()
        actions.key(alice, panel, issued=40, returned=40, void=0, rows=rows, tellers="周、吴")
        actions.release(alice, found, today=DAY)
        actions.talk(alice, found.subjects.first(), on=DAY, by="书记")
        for name, keys in (("rounds", ()), ("results", ()), ("talks", ()), ("round", (found.pk,)), ("panel", (panel.pk,))):
            with CaptureQueriesContext(connection) as asked:
                assert page(name, *keys).status_code == 200
            counts.setdefault(name, []).append(len(asked))
    assert {name: len(set(found)) for name, found in counts.items()} == dict.fromkeys(counts, 1)


def test_the_vote_of_a_group_does_not_tell_its_result_by_itself(page, alice, audrey, login, mill, group):
    judges = [Person.objects.create(house=mill, union=group, name=f"代表{n}") for n in range(6)]
    found = actions.begin(alice, union=mill, kind=Kind.SURVEY, year=2021, on=DAY, questions=["食堂"])
    panel = found.panels.get()
    actions.set_panel(alice, found, panel=panel, title="大家", weight=100, way=Way.PAPER, people=judges)
    actions.call_votes(alice, found)
    panel.refresh_from_db()
    vote = voting.begin(alice, panel.vote, present=6)
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=Count(6, 6, 0, ((5, 0, 1, 0),)), today=DAY)
    there = reverse("voting:vote", args=[vote.pk])
    words = shown(login(audrey).get(there))
    assert "在“2021年满意度测评”里公布" in words and 'data-label="不满意"' not in words
    type(vote).objects.filter(pk=vote.pk).update(told_in="")
    assert 'data-label="不满意"' in shown(login(audrey).get(there))
    assert vote.stage == "已结束" and actions.release(alice, found, today=DAY).valid == 6


def test_the_desk_says_what_is_due(alice, mill, staff, login):
    found = actions.begin(alice, union=mill, kind=Kind.CADRES, year=2021, on=DAY, notified_on=date(2021, 12, 1))
    actions.add_people(alice, found, [(staff[0], "主任")])
    told = {card.title: card.count for card in cards(alice, date(2021, 12, 14))}
    assert told == {"今年还没有会员评家": 1, "述职报告未交": 1}
