"""A paper from draft to signature and beyond."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import found
from zhijia.areas.members.models import Person
from zhijia.areas.summary import actions, queries
from zhijia.areas.summary.models import Cited, Paper
from zhijia.core.org.actor import system
from zhijia.core.org.models import Kind
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

TODAY = date(2026, 1, 6)


def text(paper):
    return "\n".join(each.text for each in queries.reading(paper))


def block_of(paper, source):
    return paper.blocks.get(source=source)


def test_a_draft_states_the_figures(paper):
    assert (
        "全年走访慰问困难职工 2 人，协调工作岗位 1 人次，帮助 1 户家庭化解矛盾、解决孩子入托接送问题。"
        in text(paper)
    )
    assert "现有职工 4 人，会员 4 人，入会率 100.0 %（4/4）。" in text(paper)
    assert paper.title == "红旗纺织厂工会2025年工作总结"
    assert Entry.objects.latest("id").what == "起草2025年工作总结"


def test_a_member_lowers_the_rate_and_both_terms_are_printed(paper, ledger, alice, year):
    ledger.person()
    paper = actions.draft(alice, union=ledger.union, period=year)
    assert "现有职工 5 人，会员 4 人，入会率 80.0 %（4/5）。" in text(paper)
    assert "工作中还有不足：入会率为 80.0 %（4/5），还有职工没有入会。" in text(paper)
    assert "下一年要做好以下工作：继续做好入会宣传" in text(paper)


def test_a_list_names_the_activities_with_their_turnout(paper, ledger, alice, year):
    ledger.act("活动")
    again = actions.draft(alice, union=ledger.union, period=year)
    assert "主要有：3月8日登山，350 人次参加。" in text(again)


def test_what_nobody_recorded_stays_blank_and_says_what_to_record(alice, mill, figures, year):
    paper = actions.draft(alice, union=mill, period=year)
    assert "走访慰问困难职工 ____" in text(paper)
    said = [str(each) for each in queries.problems(paper)]
    assert "第 3 段：“走访困难职工”没有记录，请补记，或改写这句话。" in said


def test_alice_signs_and_the_figures_are_frozen_with_their_rows(ready, alice, ledger):
    actions.sign(alice, ready, today=TODAY)
    cited = Cited.objects.get(paper=ready, marker="{{care.hardship_visited}}")
    assert (ready.state, ready.signed_name, ready.signed_on, len(ready.text_hash)) == (
        "已签发",
        "艾丽",
        TODAY,
        64,
    )
    assert (cited.shown, cited.citation["value"], len(cited.citation["rows"])) == ("2 人", "2", 3)
    rate = Cited.objects.get(paper=ready, marker="{{members.rate}}")
    assert [each["value"] for each in rate.citation["terms"]] == ["4", "4"]
    before = text(ready)
    ledger.act("走访")
    assert text(ready) == before
    assert actions.text_hash(ready.title, [each.text for each in queries.reading(ready)]) == ready.text_hash


def test_a_later_change_drifts_and_names_the_rows(ready, alice, ledger):
    visit = ledger.act("走访", ledger.person("王海"))
    actions.sign(alice, ready, today=TODAY)
    ledger.act("走访", ledger.person("赵江"))
    visit.place = ""
    visit.save()
    found = {each.key: each for each in queries.changed(alice, ready)}
    visited = found["care.hardship_visited"]
    assert (visited.signed, visited.today) == ("3 人", "3 人")
    assert (visited.joined, visited.left, visited.changed, visited.hidden) == (
        ("赵江 在籍",),
        ("王海 在籍",),
        (),
        0,
    )
    assert str(visited) == "走访困难职工：签发时 3 人，现在 3 人；新增 赵江 在籍；减少 王海 在籍。"
    assert set(found) == {
        "care.hardship_visited", "care.visited_people", "care.visits", "members.members", "members.staff",
    }  # fmt: skip


def test_nothing_drifts_while_nothing_changes(ready, alice):
    actions.sign(alice, ready, today=TODAY)
    assert queries.changed(alice, ready) == []


def test_the_union_above_sees_that_a_figure_drifted_but_not_whose_row(ready, alice, uma, ledger):
    actions.sign(alice, ready, today=TODAY)
    ledger.act("走访", ledger.person("赵江"))
    visited = next(each for each in queries.changed(uma, ready) if each.key == "care.visits")
    assert (visited.signed, visited.today, visited.joined, visited.hidden) == ("3 人次", "4 人次", (), 1)
    assert "赵江" not in str(visited)


def test_a_text_with_a_blank_month_cannot_be_signed_and_says_where(ready, alice):
    block = block_of(ready, "help.help")
    actions.edit_block(
        alice, block, text="x月份，车间组织了走访，看望职工〔走访慰问〕。", version=block.version
    )
    with pytest.raises(actions.NotReady) as refused:
        actions.sign(alice, ready, today=TODAY)
    assert [str(each) for each in refused.value.problems] == ["第 3 段：“x月份，车间组织了走访”日期没有填。"]
    assert Paper.objects.get(pk=ready.pk).state == "草稿"
    assert Cited.objects.count() == 0


def test_a_number_typed_by_hand_needs_a_reason(ready, alice):
    block = block_of(ready, "help.help")
    actions.edit_block(alice, block, text="走访〔走访慰问〕，另有家访35人次。", version=block.version)
    with pytest.raises(actions.NotReady, match="“35人次”是手写的数字，没有出处"):
        actions.sign(alice, ready, today=TODAY)
    actions.give_reason(alice, block, text="35人次", reason="班组家访登记本，2025年合计")
    actions.sign(alice, ready, today=TODAY)
    assert "走访3 人次，另有家访35人次。" in text(ready)


def test_a_reason_goes_when_its_number_goes(ready, alice):
    block = block_of(ready, "help.help")
    actions.edit_block(alice, block, text="家访35人次。", version=block.version)
    actions.give_reason(alice, block, text="35人次", reason="登记本")
    actions.edit_block(alice, block, text="家访36人次。", version=block.version)
    assert list(block.reasons.all()) == []
    with pytest.raises(Refused, match="没有手写的数字“35人次”"):
        actions.give_reason(alice, block, text="35人次", reason="登记本")


def test_two_edits_at_once_are_refused_with_both_texts(ready, alice, mill):
    from tests.people import account
    from zhijia.core.org.models import Role

    oscar = account("oscar", "欧干事", mill, Role.OFFICER)
    mine, his = block_of(ready, "help.help"), block_of(ready, "help.help")
    actions.edit_block(oscar, his, text="欧干事写的〔走访慰问〕。", version=his.version)
    with pytest.raises(actions.Stale) as refused:
        actions.edit_block(alice, mine, text="艾丽写的。", version=1)
    assert (refused.value.mine, refused.value.theirs) == ("艾丽写的。", "欧干事写的〔走访慰问〕。")
    assert "刚才欧干事改过" in str(refused.value)
    assert block_of(ready, "help.help").text == "欧干事写的{{care.visits}}。"


def test_drawn_anew_a_draft_keeps_what_people_wrote(ready, alice, ledger, year):
    edited = block_of(ready, "help.help")
    actions.edit_block(alice, edited, text="自己的话，走访〔走访困难职工〕。", version=edited.version)
    own = actions.add_block(alice, ready, text="这一段是自己写的。", after=edited)
    ledger.act("活动")
    again = actions.draft(alice, union=ledger.union, period=year)
    assert again.pk == ready.pk
    order = [(each.source, each.text) for each in again.blocks.all()]
    at = order.index(("", "这一段是自己写的。"))
    assert order[at - 1] == ("help.help", "自己的话，走访{{care.hardship_visited}}。")
    assert "activities.activities" not in [source for source, _ in order]
    assert own.pk in [each.pk for each in again.blocks.all()]


def test_a_paragraph_taken_out_can_be_put_back(ready, alice):
    block = block_of(ready, "help.help")
    actions.remove_block(alice, block)
    assert "走访慰问困难职工" not in text(ready)
    actions.edit_block(alice, actions.restore_block(alice, block), text="别的话。", version=block.version)
    actions.restore_block(alice, block)
    assert (block.text, block.origin) == (block.proposed, "auto")
    assert "走访慰问困难职工 2 人" in text(ready)


def test_a_damaged_token_is_found(ready, alice):
    block = block_of(ready, "help.help")
    actions.edit_block(alice, block, text="走访〔走访困难职〕。按〔2021〕5号文件办。", version=block.version)
    assert [each.text for each in queries.problems(ready)] == ["〔走访困难职〕"]


def test_a_signed_paper_is_reopened_as_the_next_version(ready, alice, ledger):
    actions.sign(alice, ready, today=TODAY)
    with pytest.raises(Refused, match="已经签发"):
        actions.edit_block(alice, block_of(ready, "help.help"), text="改。", version=1)
    with pytest.raises(Refused, match="已经签发"):
        actions.draft(alice, union=ledger.union, period=queries.at(queries.voice(_open(ready)).period, ""))
    ledger.act("走访", ledger.person("赵江"))
    new = actions.reopen(alice, ready)
    assert (new.number, new.state, new.replaces) == (2, "草稿", ready)
    assert "走访慰问困难职工 3 人" in text(new)
    actions.sign(alice, new, today=TODAY)
    ready.refresh_from_db()
    assert (ready.state, new.state) == ("已替代", "已签发")
    assert "走访慰问困难职工 2 人" in text(ready)
    with pytest.raises(Refused, match="未被替代"):
        actions.reopen(alice, ready)


def _open(paper):
    return Paper(union=paper.union, period=paper.period)


def test_late_records_behind_a_figure_are_kept_with_it(paper, ready, alice, ledger):
    late = ledger.act("走访", on=date(2025, 1, 3))
    actions.sign(alice, ready, today=TODAY)
    assert late.pk in Cited.objects.get(paper=ready, marker="{{care.visits}}").late


def test_carol_sees_nothing_and_may_do_nothing(ready, carol, dan, mill, year):
    assert list(queries.visible(carol)) == list(queries.visible(dan)) == []
    with pytest.raises(PermissionDenied):
        actions.draft(carol, union=mill, period=year)
    with pytest.raises(PermissionDenied):
        actions.sign(carol, ready, today=TODAY)
    block = block_of(ready, "help.help")
    for act in (
        lambda: actions.edit_block(carol, block, text="改。", version=block.version),
        lambda: actions.remove_block(carol, block),
        lambda: actions.add_block(carol, ready, text="加一段。"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert queries.figures_at(carol, mill, year) == []


def test_a_paper_is_open_to_the_union_above_once_signed(ready, alice, uma, tess):
    assert list(queries.visible(alice)) == list(queries.visible(tess)) == [ready]
    assert list(queries.visible(uma)) == []
    with pytest.raises(PermissionDenied):
        actions.sign(tess, ready, today=TODAY)
    actions.sign(alice, ready, today=TODAY)
    assert list(queries.visible(uma)) == [ready]


def test_figures_of_a_union_are_known_above_but_not_their_rows(ledger, paper, alice, uma, mill, year):
    from zhijia.core.figures import figure

    assert {each.figure.key: each.value for each in queries.figures_at(uma, mill, year)}["care.visits"] == 3
    wanted, unions = figure("care.visits"), queries.unions_of(mill)
    assert queries.rows_open_to(uma, wanted, unions, year).count() == 0
    assert queries.rows_open_to(alice, wanted, unions, year).count() == 3
    assert Person.objects.count() == 4


def test_the_command_line_gets_figures_as_plain_values(paper, mill, year):
    found = {
        each["key"]: each for each in map(queries.as_json, queries.findings(queries.unions_of(mill), year))
    }
    assert found["members.rate"] == {
        "key": "members.rate", "label": "入会率", "kind": "%", "value": 100, "top": 4, "bottom": 4, "rows": 8,
    }  # fmt: skip
    assert found["care.visits"]["value"] == 3
    assert (
        queries.as_json(queries.findings(queries.unions_of(mill), queries.at(year, "last"))[0])["value"]
        is None
    )


def test_the_command_line_lists_unions_with_the_years_that_have_records(paper, next_door):
    found = {each["code"]: each["years"] for each in queries.unions_with_years()}
    assert found == {"county": [2025], "mill": [2025], "plant": []}


def test_the_command_line_drafts_and_then_keeps_to_what_is_signed(ready, alice, mill, year):
    assert actions.draft_paper(alice, mill, 2025) == ready
    actions.sign(alice, ready, today=TODAY)
    assert actions.draft_paper(alice, mill, year).state == "已签发"


def test_an_unknown_outline_is_refused_with_those_there_are(alice, mill, figures, year):
    with pytest.raises(Refused, match="township（乡镇工会工作总结）"):
        actions.draft(alice, mill, year, outline="mine")


def test_a_branch_writes_as_the_union_it_belongs_to(uma, county, figures, year):
    college = found("college", "江湾学院工会", Kind.SCHOOL, county)
    faculty = found("faculty", "文学院分工会", Kind.BRANCH, college)
    alone = found("alone", "独立分工会", Kind.BRANCH)
    house = system()
    assert [actions.draft(house, each, year).outline for each in (college, faculty, alone)] == ["school", "school", "township"]
