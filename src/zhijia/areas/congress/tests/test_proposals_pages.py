"""The journey of a proposal over the pages: called for, raised on a phone, seconded, filed, answered, rated; and a file."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from docx import Document

from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.models import Collection, Congress, Delegate, Proposal
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.tests.test_proposals_import import FILE
from zhijia.areas.members.models import Person

TEXT = {"matter": "关于更换检查台灯具的提案", "kind": "生产经营", "reason": "灯管老化", "measures": "分批更换"}


@pytest.fixture
def congress(mill):
    return Congress.objects.create(union=mill, kind="职工代表大会", number=6, since=date(2020, 1, 1))


@pytest.fixture
def people(mill, group, congress, bob_person):
    made = [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜")]
    for person in (bob_person, *made):
        Delegate.objects.create(congress=congress, person=person, since=date(2020, 1, 1))
    return [bob_person, *made]


def go(name, *args):
    return reverse(f"congress:{name}", args=args)


def test_a_proposal_from_bobs_phone_to_his_opinion(alice, bob, congress, mill, people, login):
    today = timezone.localdate()
    client = login(alice)
    days = {"since": today - timedelta(1), "deadline": today + timedelta(20)}
    made = client.post(go("call"), {"union": mill.pk, "congress": congress.pk, **days, "theme": "建言"})
    call = Collection.objects.get()
    assert made.url == go("collection", call.pk)

    client = login(bob)
    page = client.get(go("my_proposals")).content.decode()
    assert "建言：我要提案" in page and "还剩 20 天" in page
    wrong = client.post(go("my_propose", call.pk), {**TEXT, "seconders": "王芳、鲍小波"})
    assert "提案人不能附议自己的提案" in wrong.content.decode() and "灯管老化" in wrong.content.decode()
    client.post(go("my_propose", call.pk), {**TEXT, "seconders": "王芳、李娜"})
    found = Proposal.objects.get()
    assert "王芳（待签）、李娜（待签）" in client.get(go("my_proposal", found.pk)).content.decode()
    assert client.get(go("proposal", found.pk)).status_code == 403

    client = login(alice)
    for signer in found.signers.filter(part="附议人"):
        actions.second(alice, signer)
    client.post(go("review_proposal", found.pk), {"result": "立案", "on": today})
    client.post(go("hand_over", found.pk), {"main": "设备科", "signed_by": "周厂长", "on": today})
    whole = {"kind": "A", "measures": "换灯", "by_on": today, "answered_by": "吴科长", "on": today}
    lacking = client.post(go("answer_proposal", found.pk), {**whole, "by_on": ""})
    assert "还缺完成时间" in lacking.content.decode()
    client.post(go("answer_proposal", found.pk), whole)

    client = login(bob)
    assert "评价答复" in client.get(go("my_proposal", found.pk)).content.decode()
    client.post(go("my_rate", found.pk), {"grade": "满意", "words": "谢谢"})
    found.refresh_from_db()
    assert (found.stage, found.grade) == ("已答复", "满意")


def test_a_seconder_answers_on_his_own_page(alice, bob, congress, mill, people, login):
    today = timezone.localdate()
    call = actions.call(alice, union=mill, congress=congress, since=today - timedelta(1), deadline=today + timedelta(20))
    found = actions.propose(alice, call, **TEXT, proposers=people[1:2], seconders=people[2:], on=today)
    actions.add_seconders(alice, found, people[:1], own=True)
    client = login(bob)
    assert "同意附议" in client.get(go("my_second", found.pk)).content.decode()
    client.post(go("my_second", found.pk))
    found.refresh_from_db()
    assert found.stage == "待审查"
    assert client.get(go("my_second", found.pk)).status_code == 404
    assert client.get(go("my_amend", found.pk)).status_code == 404


def test_the_register_is_looked_at_written_and_taken_back(alice, mill, login):
    client = login(alice)
    upload = BytesIO(FILE.read_bytes())
    upload.name = "提案登记表.xlsx"
    preview = client.post(go("import_proposals"), {"union": mill.pk, "upload": upload}).url
    page = client.get(preview).content.decode()
    assert "写入 40 件" in page and "退回补充" in page and "并完还有 34 件" in page
    client.post(preview)
    assert Proposal.objects.count() == 40
    batch = queries.batches(alice).get()
    client.post(go("undo_proposals", batch.pk))
    assert Proposal.objects.count() == 0


def test_the_form_and_the_book_are_word_papers(alice, congress, mill, people, login):
    call = actions.call(alice, union=mill, congress=congress, since=date(2021, 2, 15), deadline=date(2021, 3, 10))
    found = actions.propose(alice, call, **TEXT, proposers=people[:1], seconders=people[1:], on=date(2021, 3, 1))
    client = login(alice)

    def told(url):
        paper = Document(BytesIO(b"".join(client.get(url).streaming_content)))
        return "\n".join([p.text for p in paper.paragraphs] + [c.text for t in paper.tables for r in t.rows for c in r.cells])

    form = told(go("word_proposal", found.pk))
    usual = ("案由", "关于更换检查台灯具的提案", "王芳　李娜", "承办负责人签字", "＿＿＿", "二次办理")
    assert all(word in form for word in usual)
    book = told(go("word_proposals", call.pk))
    assert "本次共收到提案1件，立案0件" in book and "提案一览表" in book and "分批更换" in book
    assert "分批更换" in client.get(go("print_proposals", call.pk)).content.decode()


def test_pages_ask_as_often_for_three_as_for_one(alice, congress, mill, people, login):
    call = actions.call(alice, union=mill, congress=congress, since=date(2021, 2, 15), deadline=date(2021, 3, 10))
    client, counts = login(alice), []
    for n in (1, 2, 3):
        texts = {**TEXT, "matter": f"第{n}件不相干的事"}
        actions.propose(alice, call, **texts, proposers=people[:1], seconders=people[1:], on=date(2021, 3, 1))
        asked_here = []
        for name, args in (("proposals", ()), ("proposal_book", ()), ("collection", (call.pk,)), ("collections", ())):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(go(name, *args)).status_code == 200
            asked_here.append(len(asked))
        counts.append(asked_here)
    assert counts[0] == counts[2]
