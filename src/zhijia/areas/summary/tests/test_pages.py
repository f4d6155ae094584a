"""The pages of the summary, walked by those they are for and tried by those they are not."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse

from zhijia.areas.summary import actions, export, queries
from zhijia.areas.summary.models import Paper
from zhijia.kit.paper import read_figures, read_paragraphs, read_tables

TODAY = date(2026, 1, 6)


def get(client, name, *args, **query):
    return client.get(reverse(f"summary:{name}", args=args), query)


def page(client, name, *args, **query):
    return get(client, name, *args, **query).content.decode()


def test_alice_drafts_reads_and_signs(login, alice, ledger):
    ledger.act("走访", ledger.person("张山"))
    client = login(alice)
    assert "还没有总结" in page(client, "papers")
    answer = client.post(reverse("summary:begin"), {"union": str(alice.home), "year": "2025", "outline": ""})
    paper = Paper.objects.get()
    assert answer.url == reverse("summary:paper", args=[paper.pk])
    seen = page(client, "paper", paper.pk)
    assert 'href="/summary/trace/mill/2025/care.hardship_visited/"' in seen
    assert "签发前还要处理" in seen
    assert "还不能签发" in page(client, "sign", paper.pk)
    for block in paper.blocks.filter(text__startswith="____"):
        client.post(
            reverse("summary:edit", args=[block.pk]), {"text": "要多到班组去。", "version": block.version}
        )
    assert "可以签发" in page(client, "paper", paper.pk)
    client.post(reverse("summary:sign", args=[paper.pk]))
    paper.refresh_from_db()
    assert (paper.state, paper.signed_name) == ("已签发", "艾丽")
    assert "签发以后，有" not in page(client, "paper", paper.pk)
    ledger.act("走访", ledger.person("王海"))
    assert "签发以后，有" in page(client, "paper", paper.pk)
    assert "王海" in page(client, "drift", paper.pk)


def test_editing_shows_tokens_and_a_stale_save_shows_both_texts(login, alice, ready):
    block = ready.blocks.get(source="help.help")
    client = login(alice)
    address = reverse("summary:edit", args=[block.pk])
    assert "〔走访困难职工〕" in client.get(address).content.decode()
    actions.edit_block(alice, block, text="别人写的话。", version=block.version)
    answer = client.post(address, {"text": "我写的话。", "version": "1"})
    said = answer.content.decode()
    assert "别人写的话。" in said
    assert "我写的话。" in said
    again = client.post(address, {"text": "我写的话。", "version": str(block.version)})
    assert again.status_code == 302
    block.refresh_from_db()
    assert block.text == "我写的话。"


def test_a_typed_number_is_marked_and_explained(login, alice, ready):
    block = ready.blocks.get(source="help.help")
    actions.edit_block(alice, block, text="〔走访慰问〕，家访35人次，x月份开会。", version=block.version)
    client = login(alice)
    seen = page(client, "paper", ready.pk)
    assert '<mark class="typed">35人次</mark>' in seen
    assert '<span class="gap" title="日期没有填">x月份</span>' in seen
    address = reverse("summary:reason", args=[block.pk]) + "?n=35人次"
    assert client.post(address, {"reason": "班组登记本"}).status_code == 302
    assert "有理由" in page(client, "paper", ready.pk)
    assert get(client, "reason", block.pk, n="9人").status_code == 404


def test_paragraphs_are_added_taken_out_and_put_back(login, alice, ready):
    block = ready.blocks.get(source="help.help")
    client = login(alice)
    client.post(reverse("summary:add", args=[block.pk]), {"level": "0", "text": "自己加的一段。"})
    client.post(reverse("summary:remove", args=[block.pk]))
    seen = page(client, "paper", ready.pk)
    assert "自己加的一段。" in seen
    assert "协调工作岗位" not in seen
    assert "协调工作岗位" in page(client, "removed", ready.pk)
    client.post(reverse("summary:restore", args=[block.pk]))
    assert "协调工作岗位" in page(client, "paper", ready.pk)
    client.post(reverse("summary:redraw", args=[ready.pk]))
    client.post(reverse("summary:rename", args=[ready.pk]), {"title": "红旗纺织厂工会二〇二五年工作总结"})
    assert "二〇二五年" in page(client, "paper", ready.pk)
    assert "自己加的一段。" in page(client, "paper", ready.pk)


def test_a_figure_opens_to_its_rows_and_says_how_many_one_may_see(login, alice, uma, ready, year):
    client = login(alice)
    seen = page(client, "trace", "mill", "2025", "care.visits")
    assert "由下面 3 行记录得出" in seen
    assert "张山" in seen
    rate = page(client, "trace", "mill", "2025", "members.rate")
    assert "100.0 %（4/4）" in rate
    assert "/summary/trace/mill/2025/members.staff/" in rate
    client = login(uma)
    seen = page(client, "trace", "mill", "2025", "care.visits")
    assert "您可以看到 3 行中的 0 行" in seen
    assert "张山" not in seen


def test_rows_late_or_changed_since_signing_are_marked(login, alice, ready, ledger):
    ledger.act("走访", ledger.person("迟到"), date(2025, 1, 3))
    actions.sign(alice, ready, today=TODAY)
    ledger.act("走访", ledger.person("后来"))
    seen = page(login(alice), "trace", "mill", "2025", "care.visits", paper=ready.pk)
    assert "补录（迟" in seen
    assert "签发后新增" in seen
    assert "签发时：4 人次" in seen


def test_word_has_the_figures_tagged_and_a_table_of_sources(login, alice, ready, ledger):
    block = ready.blocks.get(source="visits.visits")
    actions.edit_block(alice, block, text="走访〔走访慰问〕，家访35人次。", version=block.version)
    actions.give_reason(alice, block, text="35人次", reason="班组登记本")
    actions.sign(alice, ready, today=TODAY)
    answer = get(login(alice), "word", ready.pk)
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    file = BytesIO(b"".join(answer.streaming_content))
    assert ("care.hardship_visited", "2 人") in read_figures(file)
    assert "二、做好走访慰问，把组织的关心送到职工手中" in read_paragraphs(file)
    rows = read_tables(file)[-1]
    assert ["1", "走访困难职工", "2 人", "2025年", "3"] in [row[:5] for row in rows]
    assert rows[-1][1:] == ["手写：35人次", "35人次", "", "", "无出处，理由：班组登记本"]


def test_written_to_a_file_the_paper_tells_its_figures_and_blanks(paper, tmp_path, alice):
    told = export.write(paper, tmp_path / "a.json")
    assert {each["key"]: each["value"] for each in told["figures"]}["care.hardship_visited"] == 2
    assert len(told["blanks"]) == 2
    assert "没有填" in told["blanks"][0]
    export.write(paper, tmp_path / "a.txt")
    assert "走访慰问困难职工 2 人，" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    export.write(paper, tmp_path / "a.docx")
    with pytest.raises(ValueError, match="只能写成"):
        export.write(paper, tmp_path / "a.pdf")
    assert export.file_name(paper) == "红旗纺织厂工会2025年工作总结.docx"


def test_a_signed_paper_states_what_was_signed(ready, alice, ledger, tmp_path):
    actions.sign(alice, ready, today=TODAY)
    ledger.act("走访", ledger.person("后来"))
    told = export.write(ready, tmp_path / "a.json")
    found = {each["key"]: each for each in told["figures"]}
    assert found["care.hardship_visited"]["value"] == 2
    assert (found["members.rate"]["top"], found["members.rate"]["bottom"]) == (4, 4)
    assert told["blanks"] == []


def test_every_figure_of_a_year_is_listed_with_its_link(login, alice, uma, ready):
    seen = page(login(alice), "figures", "mill", 2025)
    assert 'href="/summary/trace/mill/2025/care.visits/"' in seen
    assert page(login(uma), "figures", "mill", 2025) != ""
    answer = login(alice).post(reverse("summary:figures_home"), {"union": str(alice.home), "year": "2025"})
    assert answer.url == "/summary/figures/mill/2025/"


def test_the_statistics_form_checks_itself(login, alice, ready):
    seen = page(login(alice), "statistics", "mill", 2025)
    assert "会员不多于职工" in seen
    assert "逻辑审核没有发现矛盾" in seen
    answer = login(alice).post(reverse("summary:statistics_home"), {"union": str(alice.home), "year": "2025"})
    assert answer.url == "/summary/statistics/mill/2025/"


ROUTES = (
    "paper", "redraw", "rename", "add_first", "removed", "sign", "reopen", "word", "text", "preview", "drift", "sources",
)  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
def test_carol_and_the_union_above_find_no_draft(login, carol, uma, ready, route):
    for actor in (carol, uma):
        answer = get(login(actor), route, ready.pk)
        assert (answer.status_code, "张山" in answer.content.decode()) == (404, False)


@pytest.mark.parametrize("route", ROUTES)
def test_alice_finds_every_page_of_her_paper(login, alice, ready, route):
    assert get(login(alice), route, ready.pk).status_code == 200


@pytest.mark.parametrize("route", ["edit", "add", "remove", "restore"])
def test_only_alice_finds_the_paragraph(login, alice, carol, tess, bob, nobody, ready, route):
    block = ready.blocks.get(source="help.help")
    told = [get(login(actor), route, block.pk).status_code for actor in (alice, carol, tess, bob, nobody)]
    assert told == [200, 404, 403, 403, 302]


@pytest.mark.parametrize(("route", "args"), [
    ("figures", ("mill", 2025)), ("statistics", ("mill", 2025)), ("trace", ("mill", "2025", "care.visits")),
])  # fmt: skip
def test_carol_finds_no_figure_of_the_mill(login, alice, carol, bob, ready, route, args):
    assert [get(login(actor), route, *args).status_code for actor in (alice, carol, bob)] == [200, 404, 403]


@pytest.mark.parametrize(
    "args",
    [("mill", "2025", "no.such"), ("mill", "whenever", "care.visits"), ("nowhere", "2025", "care.visits")],
)
def test_what_does_not_exist_is_not_found(login, alice, ready, args):
    assert get(login(alice), "trace", *args).status_code == 404


def test_the_union_above_reads_what_is_signed_and_changes_nothing(login, alice, uma, ready):
    actions.sign(alice, ready, today=TODAY)
    client = login(uma)
    assert ready.title in page(client, "above")
    seen = page(client, "paper", ready.pk)
    assert "走访慰问困难职工" in seen
    assert "/reopen/" not in seen
    client.post(reverse("summary:reopen", args=[ready.pk]))
    assert queries.papers_of(ready.union, "2025").count() == 1
