"""How records become sentences."""

from datetime import date
from decimal import Decimal

import pytest

from zhijia.areas.summary.rules.markers import (
    Marker,
    filled,
    from_tokens,
    markers,
    masked,
    pieces,
    token,
)
from zhijia.areas.summary.rules.order import Merge, Standing, merge
from zhijia.areas.summary.rules.outlines import (
    Paragraph,
    Sentence,
    keys_in,
    outline,
    outline_for,
    outlines,
    parsed,
    unknown_keys,
)  # fmt: skip
from zhijia.areas.summary.rules.wording import Known, draft, paragraph_text, sentence_text

VISITED = Sentence(
    "走访困难职工 {care.files}[，发放 {care.visit_cash}]。", when_zero="没有走访。",
    when_higher="走访困难职工 {care.files}，多于上年的 {care.files:last}。",
)  # fmt: skip


@pytest.mark.parametrize(("now", "last", "said"), [
    ({"care.files": 11, "care.visit_cash": 600}, {}, "走访困难职工 {{care.files}}，发放 {{care.visit_cash}}。"),
    ({"care.files": 11, "care.visit_cash": 0}, {}, "走访困难职工 {{care.files}}。"),
    ({"care.files": 11, "care.visit_cash": None}, {"care.files": 11}, "走访困难职工 {{care.files}}。"),
    ({"care.files": 11}, {"care.files": 9}, "走访困难职工 {{care.files}}，多于上年的 {{care.files:last}}。"),
    ({"care.files": 0}, {}, "没有走访。"),
    ({"care.files": None}, {}, "走访困难职工 {{care.files}}。"),
])  # fmt: skip
def test_the_wording_follows_the_figures(now, last, said):
    assert sentence_text(VISITED, Known(now, last)) == said


@pytest.mark.parametrize(("sentence", "said"), [
    (Sentence("{care.files}没有更新", optional=True), ""),
    (Sentence("{care.files}没有更新", when_missing="没有记录。"), "没有记录。"),
    (Sentence("{care.files}没有更新"), "{{care.files}}没有更新"),
    (Sentence("入会率 {care.files}", below=90), ""),
])  # fmt: skip
def test_what_nobody_recorded_stays_blank_or_is_left_out(sentence, said):
    assert sentence_text(sentence, Known({"care.files": None})) == said


@pytest.mark.parametrize(
    ("rate", "said"),
    [(Decimal("79.8"), "入会率 {{members.rate}}"), (Decimal("90"), ""), (Decimal("96.2"), "")],
)
def test_a_shortcoming_is_said_only_below_its_mark(rate, said):
    assert sentence_text(Sentence("入会率 {members.rate}", below=90), Known({"members.rate": rate})) == said


def rows(key, when):
    return [(7, {"on": date(2021, 3, 8), "title": "参观[x]{care.files}{{care.files}}", "heads": 160}),
            (9, {"on": date(2021, 4, 2), "title": "登山", "heads": None})]  # fmt: skip


def test_a_list_says_each_row_and_its_numbers_open_to_the_row():
    each = Sentence("主要有：{rows}。", each="activities.events", row="{on}{title}[，{heads} 人次参加]")
    said = sentence_text(each, Known({"activities.events": 2}, rows=rows))
    assert said == (
        "主要有：3月8日参观[x]{care.files}｛｛care.files}}，{{activities.events#7.heads}} 人次参加；4月2日登山。"
    )
    assert markers(said) == [Marker("activities.events", "", 7, "heads")]


def test_a_list_without_rows_is_left_out():
    assert (
        sentence_text(
            Sentence("主要有：{rows}。", each="activities.events", row="{title}"),
            Known({"activities.events": 0}),
        )
        == ""
    )


def test_paragraphs_are_listed_joined_or_honestly_blank():
    known = Known({"a.b": 1, "c.d": 2})
    two = (Sentence("缺 {a.b}。", optional=True), Sentence("少 {c.d}；", optional=True))
    assert (
        paragraph_text(Paragraph("p", two, lead="不足：", listed=True), known)
        == "不足：一是缺 {{a.b}}；二是少 {{c.d}}。"
    )
    assert paragraph_text(Paragraph("p", two, join="，"), known) == "缺 {{a.b}}，少 {{c.d}}。"
    assert paragraph_text(Paragraph("p", two, blank="写不足"), Known({})) == "____（写不足）"
    assert paragraph_text(Paragraph("p", two, lead="不足："), Known({})) == ""


def test_next_year_starts_from_this_years_gaps():
    shape = parsed({"label": "x", "kinds": [], "title": "x", "sections": [
        {"id": "gaps", "heading": "不足", "paragraphs": [{"id": "g", "listed": True, "sentences": [
            {"text": "{a.b}没有走访", "optional": True, "next": "全部走访"},
            {"text": "{c.d}欠费", "optional": True, "next": "收齐"}]}]},
        {"id": "next", "heading": "打算", "paragraphs": [{"id": "n", "listed": True, "from_gaps": True, "blank": "写打算"}]},
    ]}, "x")  # fmt: skip
    assert [(each.source, each.level, each.text) for each in draft(shape, Known({"a.b": 3, "c.d": 0}))] == [
        ("gaps", 1, "不足"), ("gaps.g", 0, "{{a.b}}没有走访。"), ("next", 1, "打算"), ("next.n", 0, "全部走访。"),
    ]  # fmt: skip
    assert [each.text for each in draft(shape, Known({}))] == ["打算", "____（写打算）"]


def test_every_outline_has_an_honest_blank_for_shortcomings_and_plans():
    for shape in outlines():
        said = [each.text for each in draft(shape, Known({}))]
        assert len([text for text in said if text.startswith("____（")]) == 2


@pytest.mark.parametrize(("kind", "name"), [
    ("乡镇工会", "township"), ("车间工会", "workshop"), ("基层工会", "workshop"),
    ("学校工会", "school"), ("县总工会", "township"),
])  # fmt: skip
def test_the_outline_follows_the_kind_of_union(kind, name):
    assert outline_for(kind).name == name


def test_an_outline_with_unknown_words_or_figures_is_told():
    with pytest.raises(ValueError, match="colour"):
        parsed({"label": "x", "kinds": [], "title": "x", "sections": [
            {"id": "a", "paragraphs": [{"id": "b", "sentences": [{"text": "x", "colour": "red"}]}]}]}, "x")  # fmt: skip
    assert unknown_keys(outline("township"), outline("township").keys - {"care.visits"}) == ["care.visits"]
    assert keys_in("{a.b}、{c.d:last}、{a.b}") == ("a.b", "c.d")


def test_markers_become_tokens_and_back():
    text = "会员 {{members.members}}，上年 {{members.members:last}}，登山 {{activities.events#9.heads}} 人次"
    names = {"members.members": "会员", "activities.events": "文体活动"}
    columns = {("activities.events", "heads"): "参加人次"}
    shown = filled(text, lambda each: token(each, names, columns))
    assert shown == "会员 〔会员〕，上年 〔会员·上年〕，登山 〔文体活动·9·参加人次〕 人次"
    known = {token(each, names, columns): str(each) for each in markers(text)}
    assert from_tokens(shown, known) == text
    assert from_tokens("青工〔2021〕5号 〔会员", known) == "青工〔2021〕5号 〔会员"
    assert "".join(str(each) for each in pieces(text)) == text
    assert masked("共 {{a.b}}。") == "共 \ufffc。"
    assert filled("共 {{a.b}}。", lambda each: each.key) == "共 a.b。"


def test_what_people_wrote_stays_where_it_stood():
    standing = [
        Standing(1, "opening", "auto"), Standing(2, "", "added"), Standing(3, "care", "edited"), Standing(4, "old", "auto"),
        Standing(5, "gone", "edited"),
    ]  # fmt: skip
    assert merge(standing, ["opening", "new", "care"]) == Merge((1, 2, "new", 3, 5), (4,))


def test_a_paper_without_blocks_takes_every_proposal():
    assert merge([], ["a", "b"]) == Merge(("a", "b"), ())
