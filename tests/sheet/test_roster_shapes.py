"""Rosters in other words and shapes than those of the files we were given."""

import pytest

from zhijia.areas.members.roster import read_roster
from zhijia.areas.members.rules.identity import upgrade
from zhijia.core.refused import Refused
from zhijia.kit.sheet.book import Book, Sheet

MAN, WOMAN, THIRD, FOURTH = (
    upgrade(old) for old in ("450199800101001", "450199810202002", "450199820303003", "450199830404004")
)


def sheet(name: str, text: str, merged=(), hidden=False) -> Sheet:
    """A sheet from lines with | between cells; A B C D stand for four sound identity numbers."""
    known = {"A": MAN, "B": WOMAN, "C": THIRD, "D": FOURTH}
    lines = text.strip("\n").split("\n")
    rows = [[known.get(cell.strip(), cell.strip()) or None for cell in line.split("|")] for line in lines]
    return Sheet(name, hidden, rows=rows, merged=list(merged))


def roster(today, *sheets: Sheet):
    return read_roster(Book("测试.xlsx", "xlsx", sheets=list(sheets)), today=today)


def people(read, *keys: str) -> list[tuple]:
    """What was read of each person, briefly."""
    return [tuple(person.fields.get(key) for key in keys) for person in read.people]


def codes(read) -> list[tuple]:
    return [(one.row, one.column, one.code) for one in read.problems]


def test_groups_above_the_main_header(today):
    read = roster(today, sheet("名册", """
红星厂工会会员名册 | | | | |
基本情况 | | | 工会情况 | |
职工姓名 | 公民身份证号码 | 所在车间 | 加入工会时间 | 会员证编号 | 配偶姓名
王　强 | A | 翻砂车间 | 2005.7 | 001 | 李娜
""", [(2, 0, 2, 2), (2, 3, 2, 5)]))  # fmt: skip
    assert people(read, "name", "id_no", "team", "joined_union", "card_no", "*配偶姓名") == [
        ("王强", MAN, "翻砂车间", "2005-07", "001", "李娜")
    ]
    assert [row.kind for row in read.rows] == ["title", "header", "header", "person"]


def test_columns_about_a_spouse_are_not_the_members_own(today):
    read = roster(today, sheet("名册", """
姓名 | 身份证号 | 手机 | 配偶 | |
 | | | 姓名 | 身份证号 | 手机
王强 | A | 13900000000 | 李娜 | B | 13800000000
""", [(1, 3, 1, 5), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)]))  # fmt: skip
    assert people(read, "name", "id_no", "phone") == [("王强", MAN, "13900000000")]


def test_sections_name_the_team_and_subtotals_end_it(today):
    read = roster(today, sheet("名册", """
姓名 | 身份证号码 | 是否会员
一、机关支部（2人） | |
王强 | A | 是
李娜 | B | 否
小计：2人 | |
（二）翻砂车间 | |
赵敏 | C | √
合计 | 3人 |
""", [(2, 0, 2, 2)]))  # fmt: skip
    assert [(person.name, person.team, person.member) for person in read.people] == [
        ("王强", "机关支部", True),
        ("李娜", "机关支部", False),
        ("赵敏", "翻砂车间", True),
    ]
    assert [row.kind for row in read.rows] == [
        "header", "section", "person", "person", "subtotal", "section", "person", "total",
    ]  # fmt: skip
    assert read.totals == {"staff": 3, "members": 2, "rate": 66.7}


def test_a_team_left_out_in_a_sheet_without_merged_cells_holds_until_the_subtotal(today):
    read = roster(today, sheet("名册", """
班组 | 姓名 | 身份证号
一班 | 王强 | A
 | 李娜 | B
一班小计 | 2人 |
 | 赵敏 | C
二班 | 孙丽 | D
"""))  # fmt: skip
    assert [(person.name, person.team) for person in read.people] == [
        ("王强", "一班"), ("李娜", "一班"), ("赵敏", None), ("孙丽", "二班"),
    ]  # fmt: skip


def test_a_single_gap_in_a_full_column_is_a_gap(today):
    read = roster(today, sheet("名册", """
班组 | 姓名 | 身份证号
一班 | 王强 | A
 | 李娜 | B
二班 | 赵敏 | C
二班 | 孙丽 | D
"""))  # fmt: skip
    assert [person.team for person in read.people] == ["一班", None, "二班", "二班"]


def test_headings_printed_again_in_another_order_begin_anew(today):
    read = roster(today, sheet("名册", """
姓名 | 身份证号 | 手机号
王强 | A | 13900000000
身份证号 | 姓名 | 手机号
B | 李娜 | 13900000001
"""))  # fmt: skip
    assert people(read, "name", "id_no") == [("王强", MAN), ("李娜", WOMAN)]


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("会籍", "会员", "非会员"),
        ("入会", "√", "×"),
        ("入会情况", "已入会", "未入会"),
        ("是否加入工会", "是", "否"),
        ("工会会员（是/否）", "Y", "N"),
        ("会员", "1", "0"),
        ("入会时间", "2005年7月", ""),
        ("入会", "2005.7", ""),
        ("会籍状态", "在籍", "转出"),
    ],
)
def test_membership_in_many_words(heading, yes, no, today):
    text = f"姓名 | 身份证号 | {heading}\n王强 | A | {yes}\n李娜 | B | {no}\n赵敏 | C | {yes}"
    read = roster(today, sheet("名册", text))
    assert [person.member for person in read.people] == [True, False, True]
    assert read.problems == []


def test_what_cannot_be_told_is_asked_and_the_row_comes_in(today):
    read = roster(today, sheet("名册", """
姓名 | 性别 | 身份证号 | 会员 | 手机
王强 | 南 | A | 再议 | 0771-5551234
李娜 | 女 | B | 是 | 13900000000
"""))  # fmt: skip
    assert codes(read) == [
        (2, "性别", "sex_unknown"),
        (2, "会员", "member_unknown"),
        (2, "手机", "phone_landline"),
    ]
    assert [(person.name, person.member) for person in read.people] == [("王强", None), ("李娜", True)]


def test_a_row_without_a_name_is_left_out_and_said(today):
    read = roster(
        today, sheet("名册", "序号 | 姓名 | 身份证号 | 手机\n1 | 　 | A | 13900000000\n2 | 李娜 | B |")
    )
    assert codes(read) == [(2, "姓名", "name_blank")]
    assert people(read, "name") == [("李娜",)]
    assert ("名册", 2, 2) in [(one.sheet, one.first, one.last) for one in read.left_out]


def test_three_levels_of_place(today):
    read = roster(
        today, sheet("名册", "单位 | 部门 | 班组 | 姓名 | 身份证号\n红星厂 | 机修部 | 一班 | 王强 | A")
    )
    assert people(read, "unit", "section", "team") == [("红星厂", "机修部", "一班")]


def test_retired_sheets_and_remarks(today):
    read = roster(
        today,
        sheet("在职", """
姓名 | 身份证号 | 会员 | 备注
王强 | A | 是 | 2031年5月退休
李娜 | B | 是 | 已退休
赵敏 | C | 是 | 已调离
"""),
        sheet("离退休", "姓名 | 身份证号 | 退休时间\n孙丽 | D | 2015.3"),
    )  # fmt: skip
    assert [(person.name, person.standing) for person in read.people] == [
        ("王强", "在岗"), ("李娜", "退休"), ("赵敏", "已离开"), ("孙丽", "退休"),
    ]  # fmt: skip
    assert read.totals == {"staff": 1, "members": 1, "rate": 100.0}
    assert people(read, "retired_on")[-1] == ("2015-03",)


def test_the_unit_of_a_sheet_without_a_column_is_the_sheet(today):
    read = roster(
        today,
        sheet("卫生院", "白水镇卫生院工会小组会员名单 |\n姓名 | 身份证号\n王强 | A"),
        sheet("财政所", "姓名 | 身份证号\n李娜 | B"),
        sheet("Sheet3", "姓名 | 身份证号\n赵敏 | C"),
    )
    assert [person.team for person in read.people] == ["镇卫生院", "财政所", None]
    alone = roster(today, sheet("财政所", "姓名 | 身份证号\n李娜 | B"))
    assert [person.team for person in alone.people] == [None]


def test_sheets_that_are_no_rosters_say_why(today):
    good = sheet("名册", "姓名 | 身份证号\n王强 | A")
    read = roster(
        today,
        good,
        sheet("签到表", "姓名 | 部门 | 签名\n王强 | 一班 |"),
        sheet("车辆", "车号 | 车型\nJL-01 | WC40Y"),
        sheet("2018年（旧）", "姓名 | 身份证号\n李娜 | B"),
        sheet("双栏", "姓名 | 身份证号 | 姓名 | 身份证号\n李娜 | B | 赵敏 | C"),
        sheet("空表", "姓名 | 身份证号"),
        sheet("藏", "姓名 | 身份证号\n李娜 | B", hidden=True),
    )
    assert people(read, "name") == [("王强",)]
    assert {one.sheet: one.reason.split("，")[0] for one in read.left_out} == {
        "签到表": "只有姓名",
        "车辆": "没有找到“姓名”一列",
        "2018年（旧）": "名称里写着旧表、样表或作废",
        "双栏": "一行并排写了两个人（有两个“姓名”列）",
        "空表": "表头下面没有人员",
        "藏": "隐藏的工作表",
    }


def test_a_list_of_names_alone_is_a_roster_when_there_is_no_better(today):
    read = roster(today, sheet("名单", "姓名 | 班组\n王强 | 一班\n李娜 | 二班"))
    assert [(person.name, person.team, person.member) for person in read.people] == [
        ("王强", "一班", None),
        ("李娜", "二班", None),
    ]
    assert read.totals == {"staff": 2, "members": None, "rate": None}


def test_a_list_nobody_gave_a_header_is_read_by_its_shape(today):
    read = roster(today, sheet("名单", "1 | 王强 | A\n2 | 李娜 | B\n3 | 赵敏 | C"))
    assert people(read, "name", "id_no") == [("王强", MAN), ("李娜", WOMAN), ("赵敏", THIRD)]


def test_nothing_that_is_a_roster_is_refused_with_the_reasons(today):
    with pytest.raises(Refused, match="没有找到花名册.*「车辆」没有找到“姓名”一列"):
        roster(today, sheet("车辆", "车号 | 车型\nJL-01 | WC40Y"))


def test_one_number_two_names_and_one_name_two_numbers(today):
    read = roster(today, sheet("名册", """
姓名 | 身份证号 | 手机
王强 | A | 13900000000
李娜 | A | 13900000001
王强 | B | 13900000002
王强 | A | 13900000000
"""))  # fmt: skip
    assert codes(read) == [(3, "身份证号", "id_duplicate"), (5, "", "row_identical_repeat")]
    assert people(read, "name", "id_no") == [("王强", MAN), ("李娜", None), ("王强", WOMAN)]


def test_a_damaged_number_beside_the_same_name_and_phone_is_one_person(today):
    read = roster(
        today,
        sheet("甲", "姓名 | 身份证号 | 手机\n王强 | A | 13900000000\n李娜 | B | 13900000001"),
        sheet(
            "乙", "姓名 | 身份证号 | 手机\n王强 | 4.50199E+17 | 13900000000\n李娜 | 4.50199E+17 | 13900000009"
        ),
    )
    assert [(person.name, len(person.rows)) for person in read.people] == [
        ("王强", 2),
        ("李娜", 1),
        ("李娜", 1),
    ]


def test_a_second_post_adds_what_the_first_row_does_not_say(today):
    read = roster(
        today,
        sheet("甲", "姓名 | 身份证号 | 班组 | 备注\n王强 | A | 二班 | 一班兼"),
        sheet("乙", "姓名 | 身份证号 | 班组 | 学历\n王强 | A | 一班 | 本科"),
    )
    person = read.people[0]
    assert (person.team, person.posts, person.fields["education"], len(read.people)) == (
        "一班",
        ["一班", "二班"],
        "本科",
        1,
    )
    assert [row.duplicate for row in read.rows if row.kind == "person"] == [True, False]


def test_a_sound_number_fills_birth_and_sex_of_the_person_but_not_of_the_row(today):
    read = roster(today, sheet("名册", "姓名 | 身份证号 | 出生年月\n王强 | A | 1980.1"))
    row = next(row for row in read.rows if row.kind == "person")
    assert (row.fields["birth"], "sex" in row.fields) == ("1980-01", False)
    assert people(read, "birth", "sex") == [("1980-01-01", "男")]


def test_only_the_chosen_sheet(today):
    book = Book(
        "a",
        "xlsx",
        sheets=[sheet("甲", "姓名 | 身份证号\n王强 | A"), sheet("乙", "姓名 | 身份证号\n李娜 | B")],
    )
    assert people(read_roster(book, today=today, sheet="乙"), "name") == [("李娜",)]


def test_signature_lines_are_not_people(today):
    read = roster(today, sheet("名册", """
姓名 | 性别 | 身份证号 | 手机
王强 | 男 | A | 13900000000
制表人：李娜 | | 审核人：赵敏 | 2024年1月3日
填表说明：会员打√ | | |
"""))  # fmt: skip
    assert [row.kind for row in read.rows] == ["header", "person", "note", "note"]


def test_a_problem_is_under_the_heading_as_printed(today):
    read = roster(today, sheet("名册", "姓名 | 公民身份号码 | 入会\n王强 | A | √\n李娜 | B | 再议"))
    assert codes(read) == [(3, "入会", "member_unknown")]


def test_a_passport_is_no_wrong_identity_number(today):
    read = roster(
        today, sheet("名册", "姓名 | 证件类型 | 证件号码\n王强 | 护照 | E12345678\n李娜 | 身份证 | E98765432")
    )
    assert codes(read) == [(3, "证件号码", "id_length")]
    assert people(read, "name", "id_no") == [("王强", "E12345678"), ("李娜", "E98765432")]


def test_an_empty_member_cell_beside_a_date_of_joining_is_a_member(today):
    read = roster(
        today,
        sheet(
            "名册",
            "姓名 | 身份证号 | 是否会员 | 入会时间\n王强 | A | | 2005.7\n李娜 | B | 否 | 2005.7\n赵敏 | C | |",
        ),
    )
    assert [person.member for person in read.people] == [True, False, False]


def test_a_mark_beside_a_name_may_say_how_somebody_stands(today):
    read = roster(today, sheet("名册", "姓名 | 身份证号\n王强（退休） | A\n李娜（派遣） | B"))
    assert [(person.name, person.standing) for person in read.people] == [
        ("王强", "退休"),
        ("李娜", "劳务派遣"),
    ]
