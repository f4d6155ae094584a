"""The other pages: records, figures opened, imports, messages, and what every answer carries."""

import re

import pytest

from tests.people import found
from zhijia.core.org.models import Kind
from zhijia.kit.pages.traces import reach_said

pytestmark = [pytest.mark.urls("tests.kit.rooms"), pytest.mark.django_db]


def text(response) -> str:
    return re.sub(r"<[^>]+>", " ", response.content.decode())


def test_a_record_with_its_sections(at_desk, mill, county):
    page = at_desk.get(f"/kit/unions/{county.pk}/")
    assert "<h1>东山县总工会</h1>" in page.content.decode()
    assert "红旗纺织厂工会" in text(page)
    assert "没有记录" in text(page)
    alone = text(at_desk.get(f"/kit/unions/{mill.pk}/"))
    assert "没有下级。" in alone


def test_a_long_section_is_cut_and_says_so(at_desk, mill):
    for n in range(25):
        found(f"g{n}", f"第{n:02}班", Kind.GROUP, mill)
    page = at_desk.get(f"/kit/unions/{mill.pk}/")
    assert page.content.decode().count("<tr>") == 21
    assert "只列出前 20 条。" in text(page)


@pytest.mark.parametrize(("seen", "all_rows", "said"), [
    (1, 2, "由 2 行记录得出，您可以看到 2 行中的 1 行。"), (2, 2, "由下面 2 行记录得出。"), (0, 0, "没有一行记录。"),
    (0, 3, "由 3 行记录得出，您可以看到 3 行中的 0 行。"),
])
def test_a_trace_says_how_much_of_it_may_be_seen(seen, all_rows, said):
    assert reach_said(seen, all_rows) == said


def test_a_figure_opens_to_its_rows(at_desk, mill):
    page = at_desk.get("/kit/trace/")
    assert "2 个" in text(page)
    assert "由 2 行记录得出，您可以看到 2 行中的 1 行。" in text(page)
    assert "现有工会" in text(page)
    assert page.content.decode().count("<tr>") == 2


def test_problems_stand_first_and_counts_above_them(at_desk):
    page = at_desk.get("/kit/preview/")
    words = re.sub(r"\s+", " ", text(page))
    assert re.search(r"1 处 有问题 2 人 新增 1 人 有改动 1 人 已有，不变 1 人 不写入", words)
    assert words.index("花名册 第 12 行") < words.index("有改动（1）") < words.index("新增（2）")
    assert "最后一位校验码不对&lt;b&gt;" in page.content.decode()
    assert "写入 3 人" in words


def test_a_file_without_news_offers_no_writing(at_desk):
    answer = at_desk.get("/kit/nothing/")
    page = text(answer)
    assert "<button" not in answer.content.decode().partition("<main")[2]
    assert "这个文件没有要写入的内容" in page
    assert "有问题" in page
    assert "换一个文件" in page


def test_the_result_can_be_taken_back(at_desk):
    assert 'href="/kit/undo/">撤销这次导入</a>' in at_desk.get("/kit/result/").content.decode()


def test_a_long_job_is_watched_and_then_left(at_desk):
    page = at_desk.get("/kit/progress/").content.decode()
    assert 'hx-get="?part=progress"' in page
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    part = at_desk.get("/kit/progress/", {"part": "progress"})
    assert part.content.decode().lstrip().startswith('<div id="progress"')
    assert "8\u00a0200 / 20\u00a0000" in text(part)
    done = at_desk.get("/kit/progress/", {"part": "progress", "then": "/kit/result/"})
    assert done["HX-Redirect"] == "/kit/result/"
    assert "hx-get" not in done.content.decode()


def test_a_form_on_paper(at_desk):
    page = at_desk.get("/kit/print/").content.decode()
    assert "单位：红旗厂工会" in page
    assert "<span>填表人：</span>" in page
    assert "打印人：艾丽" in page


def test_an_empty_desk_says_so(at_desk):
    assert "眼下没有要办的事。" in text(at_desk.get("/kit/desk/"))


def test_a_refusal_nobody_caught_is_a_page(at_desk):
    response = at_desk.get("/kit/refuse/")
    assert response.status_code == 409
    assert "三月会费已结账，请记入四月。" in text(response)


def test_what_is_not_there_is_told_in_chinese(at_desk):
    response = at_desk.get("/kit/nowhere/")
    assert response.status_code == 404
    assert "找不到这个页面" in text(response)


def test_an_address_for_buttons_only_says_so(at_desk):
    response = at_desk.get("/kit/undo/")
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "这个地址不能直接打开" in text(response)


def test_every_answer_forbids_foreign_script_and_keeping(at_desk, mill):
    for address in ("/kit/unions/", "/kit/form/", "/kit/nowhere/"):
        response = at_desk.get(address)
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]
        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", [
    "unions", "form", "who", "confirm", "message", "upload", "preview", "result", "progress", "print", "trace", "desk",
])
def test_every_page_has_its_bearings(at_desk, mill, address):
    """Language, one heading, a main part, and nothing a strict policy would block."""
    page = at_desk.get(f"/kit/{address}/").content.decode()
    assert '<html lang="zh-CN">' in page
    assert page.count("<h1>") == 1
    assert page.count("<main ") == 1
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]* src=)", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for label in re.findall(r'<label [^>]*for="([^"]+)"', page):
        assert label in ids


def test_the_menu_marks_where_we_are(at_desk):
    page = at_desk.get("/policy/").content.decode()
    assert page.count('<a href="/policy/" aria-current="page">') == 2
    assert page.index('class="skip"') < page.index("<nav")
