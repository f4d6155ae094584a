"""Cells as people fill them."""

import pytest

from zhijia.kit.sheet import cells


@pytest.mark.parametrize(
    ("typed", "name", "mark"),
    [
        ("曹月燕\u3000", "曹月燕", None),
        ("向\u3000斌", "向斌", None),
        (" 王 莉 ", "王莉", None),
        ("蒋新永（大）", "蒋新永", "大"),
        ("张伟(女)", "张伟", "女"),
        ("努尔兰•哈力克", "努尔兰·哈力克", None),
        ("扎西．旺堆", "扎西·旺堆", None),
        ("艾合买提・吐尔逊", "艾合买提·吐尔逊", None),
        ("买买提.艾力", "买买提·艾力", None),
        ("史凯𬭎", "史凯𬭎", None),
        ("于东㛃", "于东㛃", None),
        ("John  Smith", "John Smith", None),
        ("\u3000", None, None),
        ("—", None, None),
        (None, None, None),
    ],
)
def test_names_lose_padding_and_marks_but_no_character(typed, name, mark):
    assert cells.name(typed) == (name, mark)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("45019919841113540x", "45019919841113540X"),
        ("450199 19810311 5175", "450199198103115175"),
        ("４５０１９９１９７７０３０１３３０３", "450199197703013303"),
        ("'620499197907071378", "620499197907071378"),
        ("450199198301109155\t", "450199198301109155"),
        (6.20499196707117e17, "6.20499196707117E+17"),
        ("6.20499E+17", "6.20499E+17"),
        (620499691212989, "620499691212989"),
        ("/", None),
        (None, None),
    ],
)
def test_numbers_kept_as_text_come_out_plain(typed, code):
    assert cells.code(typed) == code


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        (16001158410, "16001158410"),
        ("164 0242 7962", "16402427962"),
        ("154-0471-1881", "15404711881"),
        ("１７９０６５６８４５１", "17906568451"),
        ("+86 13912345678", "13912345678"),
        ("16106025746/16106026475", "16106025746/16106026475"),
        ("16106025746、16106026475", "16106025746/16106026475"),
        ("16106025746 16106026475", "16106025746/16106026475"),
        ("0771-5551234", "0771-5551234"),
        ("无", None),
    ],
)
def test_phones_are_digits(typed, phone):
    assert cells.phone(typed) == phone


@pytest.mark.parametrize(
    ("typed", "yes"), [("√", True), (" 是 ", True), (True, True), ("×", False), ("会员", None), (None, None)]
)
def test_ticks_and_crosses(typed, yes):
    assert cells.yes_no(typed) is yes


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("姓 名", "姓名"),
        ("学历\n（最高）", "学历"),
        ("备  注", "备注"),
        ("*身份证号：", "身份证号"),
        ("（盖章）", "盖章"),
    ],
)
def test_headings_compare_without_blanks_brackets_and_marks(printed, heading):
    assert cells.label(printed) == heading


def test_a_note_of_nothing_is_nothing_and_zero_is_something():
    assert [cells.nothing(value) for value in (None, "", " \u3000", "—", "/", 0, "0", "无名")] == [
        True
    ] * 5 + [False] * 3


@pytest.mark.parametrize(
    ("typed", "name", "mark"),
    [
        ("张伟A", "张伟", "A"),
        ("张伟2", "张伟", "2"),
        ("★王强", "王强", None),
        ("'王强", "王强", None),
        ("于东?", "于东?", None),
    ],
)
def test_other_marks_beside_names(typed, name, mark):
    assert cells.name(typed) == (name, mark)
