"""Books as they lie: values, row numbers, merged cells, encodings."""

import datetime

import openpyxl
import pytest
import xlsxwriter
from docx import Document

from zhijia.kit.sheet.book import Unreadable, read_book

PEOPLE = "姓名,班组\n王强,一班\n于东㛃,二班\n"


def test_values_and_row_numbers_are_the_sheets_own(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("甲")
        sheet.write(3, 2, "姓名")
        sheet.write_datetime(
            4, 3, datetime.date(2021, 3, 1), workbook.add_format({"num_format": "yyyy-mm-dd"})
        )
        sheet.write(4, 4, 13900000000)
        sheet.write(4, 5, 2021.1)
        sheet.write(4, 6, 620499196707117000)
        sheet.write(4, 7, True)
        sheet.merge_range("C8:C10", "合并")
        workbook.add_worksheet("藏").hide()
        workbook.add_chartsheet("图")
    book = read_book(path)
    first, hidden = book.sheets
    assert (book.kind, book.name, first.name, first.hidden, hidden.name, hidden.hidden) == (
        "xlsx", "a.xlsx", "甲", False, "藏", True,
    )  # fmt: skip
    assert first.rows[:5] == [
        [None] * 8, [None] * 8, [None] * 8,
        [None, None, "姓名", None, None, None, None, None],
        [None, None, None, "2021-03-01", 13900000000, 2021.1, 6.20499196707117e17, True],
    ]  # fmt: skip
    assert first.merged == [(8, 2, 10, 2)]
    assert hidden.rows == []


def test_old_and_new_workbooks_say_the_same(data):
    old, new = read_book(data / "roster_school.xls"), read_book(data / "roster_school.xlsx")
    assert [(s.name, s.hidden, s.rows, sorted(s.merged)) for s in old.sheets] == [
        (s.name, s.hidden, s.rows, sorted(s.merged)) for s in new.sheets
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_any_one_encoding(encoding, tmp_path):
    (tmp_path / "a.csv").write_bytes(PEOPLE.encode(encoding))
    assert read_book(tmp_path / "a.csv").sheets[0].rows == [
        ["姓名", "班组"],
        ["王强", "一班"],
        ["于东㛃", "二班"],
    ]


@pytest.mark.parametrize("mark", ["\t", ";", "，"])
def test_csv_with_other_separators(mark, tmp_path):
    (tmp_path / "a.txt").write_text(PEOPLE.replace(",", mark), encoding="utf-8")
    assert read_book(tmp_path / "a.txt").sheets[0].rows[1] == ["王强", "一班"]


def test_a_line_break_inside_a_csv_cell_is_no_new_row(tmp_path):
    (tmp_path / "a.csv").write_text('姓名,"学历\n（最高）"\n王强,大专\n', encoding="utf-8")
    assert read_book(tmp_path / "a.csv").sheets[0].rows == [["姓名", "学历\n（最高）"], ["王强", "大专"]]


@pytest.mark.parametrize("first", ["utf-8", "gbk"])
def test_two_encodings_are_named_with_their_lines(first, tmp_path):
    second = {"utf-8": "gbk", "gbk": "utf-8"}[first]
    (tmp_path / "a.csv").write_bytes(PEOPLE.replace("㛃", "方").encode(first) + "赵敏,三班\n".encode(second))
    with pytest.raises(Unreadable, match="第 1 行和第 4 行用了两种编码"):
        read_book(tmp_path / "a.csv")


def test_rows_hidden_by_a_filter_are_read_and_reported(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.title = "没有隐藏"
    sheet = workbook.create_sheet("有隐藏", 0)
    for row in (["姓名"], ["王强"], ["李娜"], ["赵敏"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    workbook.save(tmp_path / "a.xlsx")
    first, second = read_book(tmp_path / "a.xlsx").sheets
    assert [row[0] for row in first.rows] == ["姓名", "王强", "李娜", "赵敏"]
    assert (first.notes, second.notes) == (["有 1 行被隐藏（筛选或手工隐藏），也一并读了。"], [])


def test_what_lies_below_two_hundred_empty_rows_or_past_sixty_columns_is_said(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        sheet = workbook.add_worksheet("甲")
        sheet.write(0, 0, "姓名")
        sheet.write(0, 70, "远处")
        sheet.write(400, 0, "下面")
    (sheet,) = read_book(tmp_path / "a.xlsx").sheets
    assert len(sheet.rows) == 201
    assert len(sheet.rows[0]) == 60
    assert sheet.notes == [
        "第 60 列以后的内容没有读。",
        "连着 200 个空行以后还有内容（到第 401 行），没有读；请删掉中间的空行再导入。",
    ]


def test_merged_cells_of_a_word_table(tmp_path):
    document = Document()
    document.add_paragraph("走访登记")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "并列"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "一班"
    table.cell(1, 1).text = "王强"
    table.cell(2, 1).text = "李娜\n（小）"
    document.save(tmp_path / "a.docx")
    book = read_book(tmp_path / "a.docx")
    assert book.lines == ["走访登记"]
    assert book.sheets[0].rows == [["并列", None, None], ["一班", "王强", None], [None, "李娜\n（小）", None]]
    assert book.sheets[0].merged == [(2, 0, 3, 0)]


def test_the_name_a_person_gave_is_used_in_what_we_say(data):
    with pytest.raises(Unreadable, match="「我的名单.xlsx」其实是网页"):
        read_book(data / "broken" / "html_named.xlsx", name="我的名单.xlsx")


def test_a_csv_says_as_well_what_lies_below(tmp_path):
    (tmp_path / "a.csv").write_text("姓名\n" + "\n" * 250 + "王强\n", encoding="utf-8")
    (sheet,) = read_book(tmp_path / "a.csv").sheets
    assert sheet.notes == ["连着 200 个空行以后还有内容（到第 252 行），没有读；请删掉中间的空行再导入。"]
