"""Ledger sheets, read back from Word."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from zhijia.kit.paper import Col, Ledger, fingerprint, write_ledger

COLUMNS = [
    "序号",
    "姓名",
    Col("走访日期", kind="date"),
    Col("金额（元）", kind="money"),
    Col("应到", group="家属"),
    Col("实到", group="家属"),
    Col("签名", 6),
]
ROWS = [[n, f"王{n}", date(2023, 5, n), 200 + n, 3, 2, ""] for n in range(1, 11)]


def visits(**changes):
    given = {
        "title": "走访慰问登记台账",
        "columns": COLUMNS,
        "rows": ROWS,
        "union": "石桥镇总工会",
        "period": "2023年",
        "filled_by": "李建国",
        "dated": date(2023, 12, 31),
        "link": "http://127.0.0.1:8000/care/visits/?year=2023",
    }
    return Ledger(**{**given, **changes})


def written(ledger):
    file = io.BytesIO()
    write_ledger(ledger, file)
    file.seek(0)
    return Document(file)


def test_the_sheet_lies_across_and_says_whose_it_is():
    document = written(visits())
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert str(section.orientation) == "LANDSCAPE (1)"
    assert [p.text for p in document.paragraphs] == [
        "走访慰问登记台账",
        "单位：石桥镇总工会\t2023年",
        "填表人：李建国\t审核人：＿＿＿＿＿＿\t日期：2023年12月31日",
    ]


def test_rows_stand_in_their_columns():
    rows = [[cell.text for cell in row.cells] for row in written(visits()).tables[0].rows]
    assert rows[0] == ["序号", "姓名", "走访日期", "金额（元）", "家属", "家属", "签名"]
    assert rows[1] == ["序号", "姓名", "走访日期", "金额（元）", "应到", "实到", "签名"]
    assert rows[2] == ["1", "王1", "2023-05-01", "201.00", "3", "2", ""]
    assert len(rows) == 12


def test_the_header_repeats_and_rows_are_not_torn():
    rows = written(visits()).tables[0]._tbl.tr_lst
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] * 2 + [False] * 10
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert all(int(row.trPr.find(qn("w:trHeight")).get(qn("w:val"))) == 482 for row in rows)


def test_the_columns_fill_the_page_exactly():
    document = written(visits())
    section = document.sections[0]
    widths = [int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.tblGrid]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(widths) == room // 635  # a twip is 635 EMU


def test_a_long_column_does_not_squeeze_a_name():
    columns = ["姓名", *"甲乙丙丁戊己庚辛", "事由", "困难情况"]
    row = ["欧阳建国", *"12345678", "因工负伤" * 20, "生活困难" * 20]
    widths = [int(c.get(qn("w:w"))) for c in written(Ledger("表", columns, [row])).tables[0]._tbl.tblGrid]
    assert widths[0] >= 4 * 220 + 160


def test_every_page_carries_hash_number_and_code():
    footer = written(visits()).sections[0].footer
    text = footer.paragraphs[0]._p.xpath("string(.)")
    assert text == f"校验码 {fingerprint(visits())}第 1 页　共 1 页"
    assert footer._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert len(footer._element.xpath(".//pic:pic")) == 1


def test_no_link_no_code():
    assert written(visits(link="")).sections[0].footer._element.xpath(".//pic:pic") == []


def test_a_blank_form_to_be_filled_in_by_hand():
    document = written(Ledger("合理化建议登记表", ["编号", "题目", "签名"], empty=25))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["编号", "题目", "签名"]] + [["", "", ""]] * 25
    assert document.paragraphs[1].text == "单位：＿＿＿＿＿＿\t"
    assert (
        document.paragraphs[-1].text
        == "填表人：＿＿＿＿＿＿\t审核人：＿＿＿＿＿＿\t日期：　　　年　　月　　日"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"title": "别的"},
        {"union": "乙"},
        {"period": "2022年"},
        {"rows": ROWS[:-1]},
        {"columns": COLUMNS[::-1]},
    ],
)
def test_the_hash_changes_with_what_is_said(change):
    assert fingerprint(visits(**change)) != fingerprint(visits())


@pytest.mark.parametrize(
    "change", [{"empty": 5}, {"filled_by": "赵"}, {"dated": None}, {"link": ""}, {"row_mm": 12}]
)
def test_the_hash_stays_with_how_it_is_printed(change):
    assert fingerprint(visits(**change)) == fingerprint(visits())


def test_a_row_that_does_not_fit_its_columns_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        written(visits(rows=[[1, "王一"]]))
