"""Which typed numbers need a source, and which are names, dates or manners of speaking."""

import pytest

from zhijia.areas.summary.rules.markers import STANDIN
from zhijia.areas.summary.rules.numbers import typed, unsourced

COUNTS = [
    ("慰问困难职工35人", ["35人"]),
    ("慰问困难职工 35 人，共 41 人次", ["35 人", "41 人次"]),
    ("慰问三十五人", ["三十五人"]),
    ("发放慰问金1.5万元", ["1.5万元"]),
    ("支出12,600元", ["12,600元"]),
    ("有160多人参加", ["160多人"]),
    ("入会率80%", ["80%"]),
    ("满意率百分之九十五", ["百分之九十五"]),
    ("出板报十二期、橱窗 8 期", ["十二期", "8 期"]),
    ("召开会议两次", ["两次"]),
    ("设立五个工作委员会", ["五个"]),
    ("近 3 万人次", ["3 万人次"]),
    ("奖励四百二十人次", ["四百二十人次"]),
]
NOT_COUNTS = [
    "2021年3月5日", "第六届教职工运动会", "第十七次代表大会",
    "《工会法》第四十二条", "青工〔2021〕5号", "学习“三个代表”重要思想",
    "落实“四送”“五必访”", "坚持“一法三卡”", "两个维护", "四个意识", "三个文明建设", "四个方面的工作", "六项权利", "收支两条线",
    "三位一体", "一件件实事", "一次会议", "一名合格的职工", "两个月",
    "3 个月", "十六届四中全会", "“三八”妇女节", "百尺竿头", "前三名",
    "二期工程", "多名职工",
    "几次座谈", f"慰问{STANDIN}，共{STANDIN}", f"组织参观，{STANDIN} 人次参加", "一查二养三突出", "千家万户",
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), COUNTS)
def test_a_typed_count_is_found(text, numbers):
    assert [each.text for each in typed(text)] == numbers


@pytest.mark.parametrize("text", NOT_COUNTS)
def test_what_is_no_count_is_left_alone(text):
    assert typed(text) == []


def test_numbers_the_records_proposed_need_no_reason():
    assert [each.text for each in unsourced("男子50人跳绳，另有35人观赛", "男子50人跳绳")] == ["35人"]
