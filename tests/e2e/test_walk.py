"""A new chair's first hour, in a real browser: roster in, a visit, the draft, a figure opened, signed, the Word file."""

from pathlib import Path

from tests.e2e.walking import enter
from zhijia.kit.paper import read_paragraphs

ROSTER = Path(__file__).resolve().parents[1] / "fixtures" / "data" / "roster_township.xlsx"


def test_from_the_roster_to_the_signed_paper(walk, tmp_path):
    enter(walk)
    bring_the_roster(walk)
    record_a_visit(walk)
    draft(walk)
    open_a_figure(walk)
    fill_in_and_sign(walk)
    states_the_figures(download(walk, tmp_path))
    walk.menu("今天要办的事")
    walk.says("名册待核对")
    walk.shot("desk")


def bring_the_roster(walk):
    walk.menu("职工名册")
    walk.press("导入花名册")
    walk.page.set_input_files("input[type=file]", ROSTER)
    walk.press("下一步：核对")
    walk.says("先看问题")
    walk.shot("preview")
    walk.page.click("main button:has-text('写入')")
    walk.says("花名册已导入")
    walk.says("共 350 人")
    walk.shot("members")


def record_a_visit(walk):
    walk.menu("走访慰问")
    walk.press("记一次走访")
    page = walk.page
    page.get_by_label("被慰问人").fill("曹月燕")
    page.keyboard.press("Escape")
    page.select_option("#id_kind", "生病住院")
    page.check("input[name=way][value='现金']")
    page.fill("#id_amount", "500")
    page.fill("#id_visitors", "农主任、韦专干")
    page.check("input[name=receipt][value='已签']")
    walk.shot("visit")
    walk.press("保存")
    walk.says("曹月燕")


def draft(walk):
    walk.menu("工作总结")
    walk.press("起草总结")
    walk.press("按记录起草")
    walk.says("79.8 %")
    walk.shot("paper")


def open_a_figure(walk):
    walk.page.click("main a:text-is('500 元')")
    walk.says("曹月燕")
    walk.says("由下面 1 行记录得出")
    walk.shot("trace")
    walk.page.go_back()


def fill_in_and_sign(walk):
    """Blanks refuse to be signed; each is written out in the chair's own words, then the paper is signed."""
    walk.press("签发")
    walk.says("处要处理")
    walk.press("回到总结逐处处理")
    for _ in range(12):
        blank = walk.page.locator("article .block:has(.gap)")
        if not blank.count():
            break
        blank.first.locator("a[href*='/summary/block/']").first.click()
        walk.page.fill("#id_text", "这项工作刚刚起步，下一年继续推进，由工会委员会负责落实。")
        walk.press("保存")
        walk.page.wait_for_url("**/summary/*/*")
    walk.says("可以签发")
    walk.press("签发")
    walk.page.click("main form button:text-is('签发')")
    walk.says("重新起草")
    walk.shot("signed")


def download(walk, tmp_path) -> Path:
    with walk.page.expect_download() as waiting:
        walk.press("下载 Word")
    target = tmp_path / "summary.docx"
    waiting.value.save_as(target)
    return target


def states_the_figures(file):
    text = "\n".join(read_paragraphs(file))
    assert "332 人" in text and "265 人" in text and "79.8 %" in text and "500 元" in text
    assert "____" not in text
