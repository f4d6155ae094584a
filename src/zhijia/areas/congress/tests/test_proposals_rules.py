"""Rules of proposals as tables of cases."""

import json
from datetime import date
from pathlib import Path

import pytest

from zhijia.areas.congress.proposalbook import read_proposals
from zhijia.areas.congress.rules import proposals as rules
from zhijia.areas.congress.rules.proposals import Fault, Grade, Part, Stage
from zhijia.areas.congress.rules.proposals_alike import groups, left_after, likeness
from zhijia.core.refused import Refused
from zhijia.kit.sheet.book import Book, Sheet, read_book

DATA = Path(__file__).parents[5] / "tests/fixtures/data"
DELEGATES = {"甲", "乙", "丙", "丁"}


@pytest.mark.parametrize(("proposers", "seconders", "faults", "enough"), [
    (["甲"], ["乙", "丙"], [], True),
    (["甲"], [], [Fault.NONE], False),
    (["甲"], ["乙"], [Fault.FEW], False),
    (["甲"], ["甲", "乙"], [Fault.OWN], False),
    (["甲"], ["乙", "乙"], [Fault.TWICE], False),
    (["甲"], ["乙", "戊"], [Fault.STRANGER], False),
    (["甲"], ["乙", "丙", "戊"], [Fault.STRANGER], True),
    (["甲", "乙"], ["丙", "丁"], [], True),
    (["甲", "乙"], ["乙", "丙"], [Fault.OWN], False),
])
def test_a_proposal_needs_two_other_delegates_each_once(proposers, seconders, faults, enough):
    found = rules.seconding_faults(proposers, seconders, DELEGATES, least=2)
    assert (found, rules.enough(proposers, seconders, DELEGATES, least=2)) == (faults, enough)


@pytest.mark.parametrize(("matter", "reason", "measures", "two"), [
    ("关于食堂公开招标与延长营业的提案", "一是承包不透明，二是营业时间短", "公开招标；延长营业", True),
    ("关于修缮车棚的提案", "雨天漏水", "翻修并加装充电桩", False),
    ("工具与刀具管理", "乱放", "推行定置管理图", False),
    ("改善照明", "一是暗，二是闪", "换灯；定期清洗", False),
    ("关于补发工作服和调整班车的提案", "磨损", "1. 补发一套 2. 推迟半小时", True),
])
def test_two_matters_are_told_by_title_and_list_together(matter, reason, measures, two):
    assert rules.two_matters(matter, reason, measures) is two


@pytest.mark.parametrize(("due", "said"), [
    (date(2021, 3, 10), "今天到期"), (date(2021, 3, 12), "还剩 2 天"), (date(2021, 3, 7), "已超期 3 天"), (None, ""),
])
def test_a_clock_says_what_is_left(due, said):
    assert rules.clock(due, date(2021, 3, 10)) == said


@pytest.mark.parametrize(("must", "told", "missing"), [
    ("措施和完成时间", {"measures": "换灯"}, ["完成时间"]),
    ("措施和完成时间", {"measures": "换灯", "by_on": date(2021, 5, 1)}, []),
    ("困难、计划和时间", {"measures": "分三年"}, ["困难或理由", "完成时间"]),
    ("详细理由", {"measures": "无"}, ["困难或理由"]),
    ("详细理由", {"trouble": "超出本单位权限"}, []),
])
def test_each_kind_of_reply_states_what_the_policy_says(must, told, missing):
    assert sorted(rules.unsaid(must, told)) == sorted(missing)


@pytest.mark.parametrize(("grades", "overall"), [
    ([], ""),
    ([(Part.PROPOSER, "满意"), (Part.SECONDER, "不满意")], Grade.GOOD),
    ([(Part.PROPOSER, "满意"), (Part.PROPOSER, "基本满意")], Grade.FAIR),
    ([(Part.SECONDER, "满意"), (Part.SECONDER, "不满意")], Grade.BAD),
])
def test_the_proposers_word_goes_first_and_the_worst_counts(grades, overall):
    assert rules.overall(grades) == overall


def test_every_stage_has_its_ways_on_and_no_other():
    for stage in Stage:
        for then in Stage:
            if then in rules.NEXT[stage]:
                assert rules.step(stage, then) is then
            else:
                with pytest.raises(Refused):
                    rules.step(stage, then)


@pytest.mark.parametrize("days", [14, 31])
def test_proposals_are_collected_for_fifteen_to_thirty_days(days):
    with pytest.raises(Refused, match=f"征集 {days} 天，应在 15 至 30 天之间"):
        rules.within(days, 15, 30)
    assert rules.within(15, 15, 30) is None


def test_one_thing_in_other_words_is_alike_and_one_place_with_two_wishes_is_not():
    texts = {
        1: ("关于夜班增加热餐供应的提案", ""), 2: ("建议食堂夜间开放", "设夜宵窗口"), 3: ("关于食堂公开招标的提案", "承包不透明"),
        4: ("关于更换更衣柜的提案", ""), 5: ("更换更衣柜", "柜门坏"),
        6: ("关于增加篮球赛的提案", ""), 7: ("关于增加急救药箱的提案", ""),
    }
    assert groups(texts) == [[1, 2], [4, 5]]
    assert left_after(7, [[1, 2], [4, 5]]) == 5
    assert likeness("关于清洗地毯的提案", "建议清洗地毯") == 1.0


def test_the_register_of_the_mill_is_read_to_the_letter():
    book = read_proposals(read_book(DATA / "proposals.xlsx"), year=2021, least=2)
    truth = json.loads((DATA / "truth/proposals.json").read_text("utf-8"))
    assert (book.lacking, book.late, book.two_matters, book.merge) == (
        truth["lacking_seconders"], truth["late"], truth["two_matters"], truth["merge"],
    )
    assert book.totals == {"received": 40, "after_merging": truth["after_merging"]}
    assert (book.deadline, len(book.delegates)) == (date(2021, 3, 10), 60)
    read = [
        {"no": one.no, "row": one.row, "title": one.matter, "kind": one.kind, "proposer": "、".join(one.proposers),
         "team": one.team, "seconders": one.seconders, "date": str(one.on), "faults": [str(fault) for fault in one.faults]}
        for one in book.entries
    ]
    assert read == [{name: told[name] for name in read[0]} for told in truth["proposals"]]


def _book(*rows, head=("编号", "案由", "提案人", "附议人", "理由", "建议措施", "日期")):
    return Book("提案.xlsx", "xlsx", sheets=[Sheet("提案", rows=[list(head), *map(list, rows)])])


def test_seconders_in_one_cell_are_several_and_without_a_list_of_delegates_everybody_may_sign():
    book = read_proposals(_book((1, "修路", "甲", "乙、丙", "坏", "修", "3月1日")), year=2021, least=2)
    assert (book.entries[0].seconders, book.lacking, book.problems) == (["乙", "丙"], [], [])


def test_a_proposer_who_is_no_delegate_and_what_cannot_be_read_is_said():
    rest = ("乙、丙", "坏", "修")
    rows = ((1, "修路", "戊", *rest, "3月1日"), (1, "修桥", "甲", *rest, "三月"), (3, "", "甲", *rest, "3月1日"))
    book = read_proposals(_book(*rows), year=2021, least=2, delegates=DELEGATES)
    assert [(p.row, p.code) for p in book.problems] == [
        (2, "proposer_not_delegate"), (3, "date_impossible"), (3, "number_repeated"), (4, "matter_blank"),
    ]


def test_a_file_of_something_else_is_refused():
    with pytest.raises(Refused, match="没有找到提案登记表"):
        read_proposals(_book(("甲", "男"), head=("姓名", "性别")), year=2021, least=2)
