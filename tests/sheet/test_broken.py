"""Files that are damaged, dressed up or hostile: a sentence that says what to do, never more than we allow."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

import zhijia
from zhijia.areas.members.roster import read_roster
from zhijia.core.refused import Refused
from zhijia.kit.sheet import book as reading
from zhijia.kit.sheet.book import Unreadable, read_book

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("name", "because", "then"),
    [
        ("html_named.xlsx", "其实是网页（HTML）", "另存为“Excel 工作簿（.xlsx）”再导入"),
        ("truncated.xlsx", "文件不完整", "重新拷贝或下载"),
        ("password.xlsx", "设了打开密码", "取消密码后另存"),
        ("mixed_encodings.csv", "第 1 行和第 8 行用了两种编码（GBK 和 UTF-8）", "另存为 .xlsx 再导入"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(name, because, then, data):
    with pytest.raises(Unreadable) as refused:
        read_book(data / "broken" / name)
    assert because in str(refused.value)
    assert then in str(refused.value)


def test_two_hundred_thousand_empty_rows_hold_nine_people(data, truth, today):
    roster = read_roster(read_book(data / "broken" / "200k_empty_rows.xlsx"), today=today)
    told = [(one["name"], one["id_no"], one["team"]) for one in truth("broken")["people"][:9]]
    assert [(person.name, person.id_no, person.team) for person in roster.people] == told
    assert (roster.problems, roster.totals) == ([], {"staff": 9, "members": None, "rate": None})


def test_a_table_in_a_cell_is_read_once(data, truth, today):
    book = read_book(data / "broken" / "nested_tables.docx")
    told = [(one["name"], one["id_no"]) for one in truth("broken")["people"][:7]]
    assert [(sheet.name, sheet.caption, sheet.rows) for sheet in book.sheets] == [
        ("表1", "", [["小组", "成员"], ["队部", None], ["队部", None]]),
        ("表1第2行内表1", "队部", [list(one) for one in told[:4]]),
        ("表1第3行内表2", "队部", [list(one) for one in told[4:]]),
    ]
    roster = read_roster(book, today=today)
    assert [(person.name, person.id_no, person.team) for person in roster.people] == [
        (*one, "队部") for one in told
    ]


def rewritten(source: Path, target: Path, **contents: bytes) -> Path:
    """A copy of a workbook with some entries replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in contents:
                new.writestr(entry.filename, old.read(entry))
        for name, content in contents.items():
            new.writestr(name, content)
    return target


def test_a_bomb_is_refused_by_its_own_directory(data, tmp_path):
    bomb = rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **{SHEET: b" " * (101 << 20)})
    with pytest.raises(Unreadable, match="大得不正常"):
        read_book(bomb)


def test_a_bomb_that_lies_about_its_size_is_refused(data, tmp_path):
    honest = rewritten(
        data / "roster_school.xlsx", tmp_path / "a.xlsx", **{SHEET: b"<worksheet>" + b" " * (90 << 20)}
    )
    content = honest.read_bytes()
    size = ((90 << 20) + 11).to_bytes(4, "little")
    assert content.count(size) == 2
    (tmp_path / "b.xlsx").write_bytes(content.replace(size, (5000).to_bytes(4, "little")))
    with pytest.raises(Unreadable, match="不完整|损坏"):
        read_book(tmp_path / "b.xlsx")


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml"])
def test_names_that_climb_out_are_refused(name, data, tmp_path):
    with pytest.raises(Unreadable, match="内部结构不正常"):
        read_book(rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **{name: b"x"}))


def test_too_many_entries_are_refused_and_photos_are_not(data, tmp_path):
    many = {f"xl/x{number}.xml": b"<x/>" for number in range(250)}
    with pytest.raises(Unreadable, match="大得不正常"):
        read_book(rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **many))
    photos = {f"xl/media/image{number}.jpeg": b"x" for number in range(250)}
    book = read_book(rewritten(data / "roster_school.xlsx", tmp_path / "b.xlsx", **photos))
    assert len(book.sheets[0].rows) == 102


def test_a_cell_in_the_last_corner_takes_no_machine_down(data, tmp_path):
    row = '<row r="{0}"><c r="{1}{0}" t="inlineStr"><is><t>x</t></is></c></row>'
    corner = (
        "<worksheet><sheetData>"
        + row.format(1, "A")
        + row.format(1048576, "XFD")
        + "</sheetData></worksheet>"
    )
    with pytest.raises(Unreadable, match="损坏|太大"):
        read_book(rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **{SHEET: corner.encode()}))


def test_xml_that_explodes_in_a_word_file_is_refused(data, tmp_path):
    document = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    bad = rewritten(data / "visits_second_union.docx", tmp_path / "a.docx", **{"word/document.xml": document})
    with pytest.raises(Unreadable, match="内部结构不正常"):
        read_book(bad)


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "空文件"),
        (b"\r\n  ", "空文件"),
        (b"%PDF-1.4 \0\0\0", "不是表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "损坏"),
        ("姓名\n张三\n".encode("gbk") + b"\xff\xff\n", "第 3 行有认不出的字符"),
    ],
)
def test_other_things_that_are_no_sheets(content, because, tmp_path):
    (tmp_path / "名单.xls").write_bytes(content)
    with pytest.raises(Unreadable, match=because):
        read_book(tmp_path / "名单.xls")


def test_every_truncation_of_a_real_file_is_refused_or_read_never_anything_else(data, tmp_path):
    content = (data / "roster_school.xls").read_bytes()
    torn = tmp_path / "a.xls"
    for part in range(1, 8):
        torn.write_bytes(content[: len(content) * part // 8])
        try:
            assert read_book(torn).kind == "xls"
        except Unreadable as refusal:
            assert str(refusal).endswith("。")


def test_a_reader_that_never_ends_is_stopped(data, monkeypatch):
    monkeypatch.setattr(reading, "START", "while True: pass")
    monkeypatch.setattr(reading, "SECONDS", 0.3)
    with pytest.raises(Unreadable, match="太大或者已经损坏"):
        read_book(data / "visits.xlsx")


@pytest.mark.parametrize(
    "start", ["raise SystemExit(3)", "import sys; sys.stdout.buffer.write(b'12345678nonsense')"]
)
def test_a_reader_that_dies_or_babbles_is_no_book(start, data, monkeypatch):
    monkeypatch.setattr(reading, "START", start)
    with pytest.raises(Unreadable, match="太大或者已经损坏"):
        read_book(data / "visits.xlsx")


def test_the_reader_may_take_no_more_than_its_memory():
    taking = "import sys; sys.path[:0] = sys.argv[1:]; from zhijia.kit.sheet.child.main import limit; limit(); b'x' * {}"
    source = str(Path(zhijia.__file__).parent.parent)
    run = [
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", taking.format(mb << 20), source], stderr=subprocess.PIPE
        )
        for mb in (100, 600)
    ]
    assert [one.returncode for one in run] == [0, 1]
    assert b"MemoryError" in run[1].stderr


def test_the_reader_brings_no_framework_along():
    asking = (
        "import sys; sys.path[:0] = sys.argv[1:]; import zhijia.kit.sheet.child.main, zhijia.kit.sheet.child.text\n"
        "import zhijia.kit.sheet.child.docx, zhijia.kit.sheet.child.archive, zhijia.kit.sheet.child.calamine\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'django', 'openpyxl', 'lxml', 'docx'}))"
    )
    import python_calamine

    paths = [str(Path(zhijia.__file__).parent.parent), str(Path(python_calamine.__file__).parent.parent)]
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", asking, *paths], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def many(rows: int) -> BytesIO:
    """A workbook of so many people."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["姓名", "手机"])
        for number in range(rows):
            sheet.write_row(number + 1, 0, ["张三", f"154{number:08}"])
    return target


def test_thirty_thousand_people_fit(tmp_path, today):
    (tmp_path / "a.xlsx").write_bytes(many(30_000).getvalue())
    assert read_roster(read_book(tmp_path / "a.xlsx"), today=today).totals["staff"] == 30_000


def test_more_rows_than_anyone_keeps_are_refused(tmp_path, monkeypatch):
    lines = "姓名,手机\n" + "张三,1\n" * 100_001
    (tmp_path / "a.csv").write_text(lines, encoding="utf-8")
    with pytest.raises(Unreadable, match="超过 100000 行"):
        read_book(tmp_path / "a.csv")


def test_a_missing_file_and_a_missing_sheet_are_said(data, today):
    with pytest.raises(Unreadable, match="找不到文件"):
        read_book(data / "没有.xlsx")
    with pytest.raises(Refused, match="没有叫「甲」的工作表。有：教职工名册"):
        read_roster(read_book(data / "roster_school.xlsx"), today=today, sheet="甲")


def test_more_cells_than_anyone_keeps_are_refused_before_they_are_read(data, tmp_path):
    row = "<row>" + "<c><v>1</v></c>" * 60 + "</row>"
    dense = f"<worksheet><sheetData>{row * 50_000}</sheetData></worksheet>"
    with pytest.raises(Unreadable, match="大得不正常"):
        read_book(rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **{SHEET: dense.encode()}))


def test_a_stray_cell_in_the_last_row_leaves_the_rest_readable(data, tmp_path):
    cell = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>x</t></is></c></row>'
    far = f"<worksheet><sheetData>{cell.format(1)}{cell.format(1048576)}</sheetData></worksheet>"
    book = read_book(rewritten(data / "roster_school.xlsx", tmp_path / "a.xlsx", **{SHEET: far.encode()}))
    assert book.sheets[0].rows[0] == ["x"]
    assert "到第 1048576 行" in book.sheets[0].notes[0]
