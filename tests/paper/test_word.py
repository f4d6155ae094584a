"""The Word file, read back: page, styles, tags, tables."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Emu

from zhijia.kit.paper import (
    Col,
    Grid,
    Paper,
    Para,
    Run,
    Source,
    numbered,
    read_figures,
    read_paragraphs,
    read_tables,
    sources,
    write_word,
)
from zhijia.kit.paper.titles import title_lines

VISITS = Grid(
    ["序号", "类别", Col("金额", kind="money")],
    [[1, "困难职工", 2400], [2, "生病住院", Run("1,600.00", "care.sick_money")]],
    title="走访慰问情况",
)


def summary(**changes):
    body = numbered(
        [
            Para(
                [
                    "全镇现有会员",
                    Run("265", "members.members"),
                    "人，入会率",
                    Run("79.8%", "members.rate"),
                    "。",
                ]
            ),
            Para("关爱帮扶", 1),
            Para("走访慰问", 2),
            Para(
                [
                    "走访",
                    Run("11", "care.visited_people"),
                    "人，另有",
                    Run("30", mark="unsourced"),
                    "人受益。",
                ]
            ),
            VISITS,
            Para("宣传", 1),
            Para(["共出板报", Run("____", "publicity.boards", "blank"), "期。"]),
        ]
    )
    given = {
        "title": "石桥镇总工会2023年工作总结",
        "to": "青山区总工会",
        "body": body,
        "signed_by": "石桥镇总工会",
        "dated": date(2023, 12, 20),
    }
    return Paper(**{**given, **changes})


def written(paper):
    file = io.BytesIO()
    write_word(paper, file)
    file.seek(0)
    return file


def text_area(section):
    """Width and height of 版心 in points."""
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    return Emu(width).pt, Emu(height).pt


def test_the_page_is_that_of_the_standard():
    section = Document(written(summary())).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [round(length.mm) for length in sides] == [37, 35, 28, 26]
    assert [round(points * 25.4 / 72) for points in text_area(section)] == [156, 225]


def test_twenty_two_lines_of_twenty_eight_characters_fill_the_page():
    document = Document(written(summary()))
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    pitch, space = int(grid.get(qn("w:linePitch"))) / 20, int(grid.get(qn("w:charSpace"))) / 4096
    normal = document.styles["Normal"]
    width, height = text_area(document.sections[0])
    letter = normal.font.size.pt + int(normal.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert (height // pitch, width // (16 + space), width // letter) == (22, 28, 28)
    assert (normal.paragraph_format.line_spacing.pt, normal.font.size.pt) == (pitch, 16)


def test_each_part_wears_its_style():
    paragraphs = Document(written(summary(attachments=["统计表"], notes=["联系人：李建国"]))).paragraphs
    assert [(p.style.name, p.text) for p in paragraphs if p.text and not p._p.findall(qn("w:sdt"))] == [
        ("Title", "石桥镇总工会2023年工作总结"),
        ("主送机关", "青山区总工会："),
        ("Heading 1", "一、关爱帮扶"),
        ("Heading 2", "（一）走访慰问"),
        ("表题", "走访慰问情况"),
        ("Heading 1", "二、宣传"),
        ("附件说明", "附件：统计表"),
        ("署名", "石桥镇总工会"),
        ("署名", "2023年12月20日"),
        ("附注", "（联系人：李建国）"),
    ]


@pytest.mark.parametrize(
    ("style", "face", "points", "outline"),
    [
        ("Title", "方正小标宋简体", 22, None),
        ("Heading 1", "黑体", 16, "0"),
        ("Heading 2", "楷体_GB2312", 16, "1"),
        ("Heading 3", "仿宋_GB2312", 16, "2"),
        ("公文正文", "仿宋_GB2312", 16, None),
        ("footer", "宋体", 14, None),
    ],
)
def test_faces_sizes_and_outline_levels(style, face, points, outline):
    found = Document(written(summary())).styles[style]
    level = found.element.pPr.find(qn("w:outlineLvl"))
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == face
    assert found.font.size.pt == points
    assert (None if level is None else level.get(qn("w:val"))) == outline


def test_body_is_indented_two_characters():
    body = Document(written(summary())).styles["公文正文"].element
    assert body.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_faces_are_also_found_by_their_other_names():
    table = next(
        part for part in Document(written(summary())).part.package.parts if "fontTable" in part.partname
    )
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in table.blob.decode()


def test_page_numbers_stand_on_the_outer_side():
    document = Document(written(summary()))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    sides = [footer.paragraphs[0] for footer in (section.footer, section.even_page_footer)]
    assert [(str(p.alignment), p._p.xpath("string(.)")) for p in sides] == [
        ("RIGHT (2)", "— 1 —"),
        ("LEFT (0)", "— 1 —"),
    ]
    assert all(p._p.xpath('.//w:fldSimple[@w:instr="PAGE"]') for p in sides)


def test_every_figure_is_found_again_by_its_key():
    assert read_figures(written(summary())) == [
        ("members.members", "265"),
        ("members.rate", "79.8%"),
        ("care.visited_people", "11"),
        ("care.sick_money", "1,600.00"),
        ("publicity.boards", "____"),
    ]


def test_tags_are_numbered_apart_and_unseen():
    root = Document(written(summary())).element
    numbers = root.xpath(".//w:sdtPr/w:id/@w:val")
    assert len(numbers) == len(set(numbers)) == 5
    hidden = root.xpath('.//*[local-name()="appearance"]')
    assert [node.get(node.tag.replace("appearance", "val")) for node in hidden] == ["hidden"] * 5
    assert (
        "w15" in root.attrib["{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"].split()
    )


def test_blanks_stand_out_and_unsourced_figures_are_dotted():
    root = Document(written(summary())).element
    assert root.xpath(".//w:r[w:rPr/w:highlight]/w:t/text()") == ["____"]
    assert root.xpath(".//w:r[w:rPr/w:u]/w:t/text()") == ["30"]


def test_a_key_too_long_for_word_is_refused():
    with pytest.raises(ValueError, match="longer than 64"):
        written(Paper("总结", body=[Para([Run("1", "x" * 65)])]))


def test_text_and_tables_read_back():
    file = written(summary())
    assert read_paragraphs(file)[2:6] == [
        "全镇现有会员265人，入会率79.8%。",
        "一、关爱帮扶",
        "（一）走访慰问",
        "走访11人，另有30人受益。",
    ]
    assert read_tables(file) == [
        [["序号", "类别", "金额"], ["1", "困难职工", "2,400.00"], ["2", "生病住院", "1,600.00"]]
    ]


def test_the_table_of_sources_starts_a_page():
    one = Source("走访慰问人数", "11人", "2023年", 11, "每人只计一次", "care.visited_people")
    document = Document(written(summary(appendix=[sources([one])])))
    title = next(p for p in document.paragraphs if p.text == "数据出处")
    assert title.paragraph_format.page_break_before
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == [
        "序号", "数据", "数值", "期间", "笔数", "口径",
    ]  # fmt: skip
    assert document.element.xpath('count(.//w:sdt[w:sdtPr/w:tag/@w:val="care.visited_people"])') == 2


def test_the_signature_never_stands_alone_on_a_page():
    paragraphs = Document(written(summary())).paragraphs
    at = next(n for n, p in enumerate(paragraphs) if p.style.name == "署名")
    assert [p.paragraph_format.keep_with_next for p in paragraphs[at - 1 : at + 2]] == [True, True, None]


def test_four_characters_stay_empty_right_of_the_date():
    day = Document(written(summary())).paragraphs[-1]
    place = day._p.pPr.find(qn("w:ind"))
    left, right = (int(place.get(qn(f"w:{side}Chars"))) for side in ("left", "right"))
    middle = (2800 - left - right) / 2 + right
    assert (day.text, middle - 700 / 2) == ("2023年12月20日", 400)


def test_hostile_text_stays_text():
    nasty = "<w:p/>&amp;]]>\x00\x07\x0b\ud800“引号”\t制表\r\n换行"
    file = written(Paper(nasty, to=nasty, body=[Para([Run(nasty, "a<b>&\"'")]), Grid([nasty], [[nasty]])]))
    assert read_figures(file) == [("a<b>&\"'", "<w:p/>&amp;]]>�“引号”制表换行")]
    assert read_tables(file) == [[["<w:p/>&amp;]]>�“引号”制表换行"]] * 2]


def test_an_empty_paper_is_still_a_file():
    assert read_paragraphs(written(Paper(""))) == []


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("石桥镇总工会2023年工作总结", ["石桥镇总工会2023年工作总结"]),
        (
            "临江市青山区石桥镇总工会2023年工作总结和2024年工作计划",
            ["临江市青山区石桥镇总工会", "2023年工作总结和2024年工作计划"],
        ),
        (
            "临江市总工会关于开展2024年“安康杯”竞赛活动的通知",
            ["临江市总工会", "关于开展2024年“安康杯”竞赛活动的通知"],
        ),
        ("第一行\n第二行", ["第一行", "第二行"]),
    ],
)
def test_a_long_title_breaks_between_phrases(title, lines):
    assert title_lines(title) == lines


def test_numbers_start_again_under_each_higher_heading():
    body = [
        Para("甲", 1),
        Para("乙", 2),
        Para("丙", 3),
        Para("丁", 4),
        Para("戊", 3),
        Para("己", 1),
        Para("庚", 2),
    ]
    assert [piece.text for piece in numbered(body)] == [
        "一、甲", "（一）乙", "1.丙", "（1）丁", "2.戊", "二、己", "（一）庚",
    ]  # fmt: skip
