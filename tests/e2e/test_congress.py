"""A whole congress in a real browser: delegates elected, papers, quorum, votes, resolutions, minutes, published, reported."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from docx import Document

from tests.e2e.walking import SIZES, enter
from zhijia.kit.paper import read_paragraphs

ROSTER = Path(__file__).resolve().parents[1] / "fixtures" / "data" / "roster_township.xlsx"
ELECTED = {
    "机关选区": ("陈雪喆 一线 22", "曹月燕 一线 21", "邹巧燕 一线 20", "段锋德 中层以上 15"),
    "学校选区": ("谢娜蓉 教师 25", "龚香婷 教师 24", "戴华涛 一线 23"),
}
NAMES = ("陈雪喆", "曹月燕", "邹巧燕", "谢娜蓉", "龚香婷", "戴华涛")


@pytest.mark.parametrize("walk", ["1366"], indirect=True)
def test_a_whole_congress(walk, tmp_path):
    walk.house.zhijia("import", "roster", ROSTER, "--union", walk.house.code, "--yes")
    enter(walk)
    elect_the_delegates(walk)
    plan_and_hand_out(walk, tmp_path)
    open_with_a_quorum(walk)
    hear_and_vote(walk)
    close(walk)
    says_what_was_done(minutes(walk, tmp_path))
    publish_and_report(walk)
    walk.shot("congress-closed")
    on_the_phone(walk)


def on_the_phone(walk):
    """The same pages on a narrow screen: nothing scrolls sideways."""
    walk.page.set_viewport_size(SIZES["360"])
    for at in ("1/", "", "congresses/1/", "delegates/", "items/2/", "chambers/1/", "mine/"):
        walk.page.goto(f"{walk.house.url}/congress/{at}")
        walk.shot(f"congress-phone-{at.replace('/', '') or 'all'}")


def elect_the_delegates(walk):
    page = walk.page
    walk.menu("代表大会和代表")
    page.locator("main a:text-is('建立一届大会')").first.click()
    page.select_option("#id_kind", "职工代表大会")
    page.fill("#id_since", "2021-01-10")
    walk.press("保存")
    walk.says("第一届职工代表大会")
    walk.press("划分选区")
    page.fill("#id_rows", "机关选区 30\n学校选区 32")
    walk.press("保存")
    walk.press("分配名额")
    page.fill("#id_total", "6")
    walk.press("保存")
    for district, votes in ELECTED.items():
        elect(walk, district, votes)
    walk.says("代表构成是否合规")
    walk.shot("congress")


def elect(walk, district, votes):
    page = walk.page
    walk.press(district)
    walk.press("登记选举结果")
    page.fill("#id_on", "2021-01-12")
    page.fill("#id_present", "19")
    page.fill("#id_results", "\n".join(votes))
    walk.press("保存")
    walk.says("不足 2/3")
    page.fill("#id_present", "28")
    walk.press("保存")
    walk.says(votes[2].split()[0])
    walk.press("第一届职工代表大会")


def plan_and_hand_out(walk, tmp_path):
    page, today = walk.page, localdate()
    walk.press("筹备会议")
    page.fill("#id_on", (today + timedelta(days=3)).isoformat())
    page.fill("#id_place", "乡政府礼堂")
    walk.press("保存")
    walk.says("第一届职工代表大会第一次会议")
    walk.press("写议程")
    page.fill("#id_reports", "工会工作报告（农主席）")
    page.fill("#id_matters", "工会经费预算\n奖金分配办法")
    walk.press("保存")
    paper = tmp_path / "预算.docx"
    Document().save(str(paper))
    walk.press("附材料")
    page.set_input_files("input[type=file]", paper)
    walk.press("保存")
    walk.press("材料已发出")
    page.fill("#id_on", today.isoformat())
    walk.press("保存")
    walk.says("会议材料提前 3 天发出，晚于规定")
    walk.press("发会议通知")
    walk.press("保存")
    walk.says("已通知")


def open_with_a_quorum(walk):
    sign_in(walk, gone=3)
    walk.press("开会")
    walk.page.click("main form button:text-is('开会')")
    walk.says("应到 6 人，实到 3 人，不足 2/3，至少要到 4 人，还差 1 人")
    walk.shot("congress-quorum")
    walk.page.click("main a:text-is('一届一次职代会'), nav a:text-is('一届一次职代会')")
    sign_in(walk, gone=1)
    walk.press("开会")
    walk.page.click("main form button:text-is('开会')")
    walk.says("会议中")


def sign_in(walk, gone):
    """Everybody is ticked already; the first few are unticked, the rest stays or is ticked again."""
    walk.press("第一届职工代表大会")
    walk.page.locator("main a:text-is('签到')").first.click()
    boxes = walk.page.locator("input[name=came]")
    for at in range(boxes.count()):
        boxes.nth(at).set_checked(at >= gone)
    walk.page.fill("#id_excused", "陈雪喆 出差")
    walk.press("保存")
    walk.says("应到和实到")


def hear_and_vote(walk):
    walk.press("工会工作报告")
    walk.press("已听取")
    walk.page.click("main form button")
    walk.says("已听取")
    hands(walk, "工会经费预算", (4, 1, 0), "通过")
    hands(walk, "奖金分配办法", (3, 2, 0), "未通过")


def hands(walk, matter, counts, became):
    walk.press(matter)
    walk.press("举手表决")
    for name, number in zip(("yes", "no", "abstain"), counts, strict=True):
        walk.page.fill(f"input[name^='{name}_']", str(number))
    walk.press("登记表决结果")
    walk.says(f"同意 {counts[0]}")
    assert walk.page.locator(f"main .badge:text-is('{became}')").count()
    walk.page.click("main a:text-is('一届一次职代会'), nav a:text-is('一届一次职代会')")


def close(walk):
    walk.press("闭会")
    walk.page.fill("#id_on", (localdate() + timedelta(days=3)).isoformat())
    walk.page.click("main form button:text-is('闭会')")
    walk.says("关于《工会经费预算》的决议")
    assert walk.page.locator("main :text('关于《奖金分配办法》的决议')").count() == 0


def minutes(walk, tmp_path) -> Path:
    with walk.page.expect_download() as waiting:
        walk.press("会议纪要 Word")
    target = tmp_path / "minutes.docx"
    waiting.value.save_as(target)
    assert waiting.value.suggested_filename == "一届一次职代会会议纪要.docx"
    return target


def says_what_was_done(file):
    text = "\n".join(read_paragraphs(file))
    assert "第一届职工代表大会应到代表 6 人，实到 5 人。" in text
    assert "会议听取了农主席作的《工会工作报告》。" in text
    assert "会议审议《工会经费预算》。举手表决：同意 4，不同意 1，弃权 0（须 4 票以上）。超过全体代表的半数，通过。" in text
    assert "会议审议《奖金分配办法》。举手表决：同意 3，不同意 2，弃权 0（须 4 票以上）。未超过全体代表的半数，未通过。" in text
    assert "请假：陈雪喆。" in text


def publish_and_report(walk):
    day = localdate() + timedelta(days=4)
    for step in ("公布决议", "报告上级"):
        walk.press(step)
        walk.page.fill("#id_on", day.isoformat())
        walk.press("保存")
    walk.says("已登记报告")
    assert walk.page.locator(f"main dd:text-is('{day.isoformat()}')").count() == 2
