"""An item from draft to archive; who is refused, and the twin that succeeds."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.core.test_publishing import PLANTED
from zhijia.areas.care import actions as care
from zhijia.areas.openness import actions, queries
from zhijia.areas.openness.models import Entry, Item, Version
from zhijia.areas.openness.rules import Scope, State
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry as Trail

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_an_item_goes_from_draft_to_archive(alice, olive, mill, catalogue):
    entry = Entry.objects.get(union=mill, title="劳动保护措施和事故处理")
    today = queries.today()
    item = actions.draft(olive, union=mill, entry=entry, title="三月劳动保护", body="全月无事故。")
    assert (item.number, item.line, item.duration, item.department) == (f"厂务{today.year}-001", "厂务", "定期公开", "安全部门")
    actions.ask(olive, item, until=today + 5 * DAY)
    actions.submit(olive, item)
    actions.approve(alice, item, approver="艾丽", on=today)
    actions.show(olive, item, on=today, channels=["公开栏", "联席会"])
    assert (item.state, item.until, item.channels, item.alone) == (State.SHOWN, today + 14 * DAY, "公开栏、联席会", False)
    actions.take_down(olive, item, on=today + 15 * DAY)
    actions.archive(olive, item, archive_no="3-2", on=today + 15 * DAY)
    item.refresh_from_db()
    assert (item.state, item.archive_no, item.least_days) == (State.FILED, "3-2", 15)
    told = Trail.objects.filter(model="openness.Item", record=str(item.pk)).order_by("pk").values_list("what", flat=True)
    assert [each.partition("：")[0] for each in told] == ["起草公开事项", "征求意见", "送审", "审批", "公开", "撤栏", "归档"]


def test_the_drafter_does_not_approve_while_somebody_else_may(alice, olive, mill):
    item = actions.draft(alice, union=mill, title="食堂账目")
    with pytest.raises(Refused, match="另一位"):
        actions.approve(alice, item, approver="艾丽", on=queries.today())
    item.refresh_from_db()
    assert (item.state, item.approved_on) == (State.DRAFT, None)
    assert actions.approve(olive, item, approver="欧专干", on=queries.today()).alone is False


def test_who_is_alone_approves_and_the_item_says_so(alice, mill):
    item = actions.draft(alice, union=mill, title="食堂账目")
    assert actions.approve(alice, item, approver="艾丽", on=queries.today()).alone is True


def test_a_group_leader_drafts_and_shows_but_the_chair_approves(alice, lee, group):
    item = actions.submit(lee, actions.draft(lee, union=group, title="三月出勤"))
    with pytest.raises(PermissionDenied):
        actions.approve(lee, item, approver="李组长", on=queries.today())
    item.refresh_from_db()
    actions.approve(alice, item, approver="艾丽", on=queries.today())
    assert actions.show(lee, item, on=queries.today()).state == State.SHOWN


def test_carol_next_door_changes_nothing(carol, approved):
    with pytest.raises(PermissionDenied):
        actions.show(carol, approved(), on=queries.today())


def test_what_is_sent_back_says_why_until_it_is_handed_in_again(alice, olive, mill):
    item = actions.submit(olive, actions.draft(olive, union=mill, title="食堂账目"))
    assert actions.send_back(alice, item, why="少了附表").returned == "少了附表"
    assert actions.submit(olive, item).returned == ""


def test_nothing_hangs_without_approval(olive, mill):
    with pytest.raises(Refused, match="起草"):
        actions.show(olive, actions.draft(olive, union=mill, title="食堂账目"), on=queries.today())


def test_an_item_hangs_at_least_its_days_and_the_rule_is_told(alice, approved, shown):
    today = queries.today()
    with pytest.raises(Refused, match=r"15 天.*规定：公开栏公示不少于"):
        actions.show(alice, approved("短的"), on=today, until=today + 3 * DAY)
    item = shown()
    with pytest.raises(Refused, match=r"还不能撤.*规定"):
        actions.take_down(alice, item, on=today + 14 * DAY)
    item.refresh_from_db()
    assert actions.take_down(alice, item, on=today + 15 * DAY).taken_down_on == today + 15 * DAY


def test_an_entry_may_ask_for_more_days_but_not_for_fewer(alice, mill, catalogue, shown):
    entry = Entry.objects.get(union=mill, title="大宗采购")
    actions.change_entry(alice, entry, days=30)
    assert shown("采购一", entry=entry).until == queries.today() + 29 * DAY
    actions.change_entry(alice, entry, days=3)
    assert shown("采购二", entry=entry).until == queries.today() + 14 * DAY


def test_what_is_open_for_good_has_no_last_day(mill, catalogue, shown):
    entry = Entry.objects.get(union=mill, title="责任制和规章制度")
    assert shown("考勤制度", entry=entry).until is None


def test_a_correction_keeps_what_was_said_before(alice, shown):
    item = shown(upload=SimpleUploadedFile("账.txt", "收 10 元".encode()))
    first = item.file
    actions.correct(alice, item, title="食堂账目（更正）", body="结余 5 元。", why="漏记一笔", on=queries.today())
    old = Version.objects.get(item=item)
    assert (old.title, old.body, old.why, old.file) == ("食堂账目", "收支相抵。", "漏记一笔", first)
    assert (item.title, item.body, item.state) == ("食堂账目（更正）", "结余 5 元。", State.SHOWN)


def test_a_correction_is_an_approvers_act_and_is_checked_too(alice, lee, group, shown):
    item = shown(union=group)
    with pytest.raises(PermissionDenied):
        actions.correct(lee, item, title="改", why="改", on=queries.today())
    item.refresh_from_db()
    with pytest.raises(Refused, match="手机号码"):
        actions.correct(alice, item, title="食堂账目", body="问 13912345678", why="补电话", on=queries.today())
    item.refresh_from_db()
    assert (item.body, Version.objects.count()) == ("收支相抵。", 0)


def test_a_draft_is_changed_but_not_what_was_approved(olive, mill, approved):
    assert actions.change(olive, actions.draft(olive, union=mill, title="旧"), title="新").title == "新"
    with pytest.raises(Refused, match="更正"):
        actions.change(olive, approved(), title="新")


def test_what_was_never_shown_may_be_given_up(olive, mill, shown):
    assert actions.drop(olive, actions.draft(olive, union=mill, title="废"), why="不办了").state == State.DROPPED
    with pytest.raises(Refused, match="公开中"):
        actions.drop(olive, shown(), why="不办了")


@pytest.mark.parametrize("typed, kind", PLANTED[::6])
def test_no_planted_number_is_approved(typed, kind, alice, olive, mill):
    item = actions.draft(olive, union=mill, title="补助名单", body=f"请联系 {typed}")
    with pytest.raises(Refused, match=kind):
        actions.approve(alice, item, approver="艾丽", on=queries.today(), names_because="本人同意")
    item.refresh_from_db()
    assert item.state == State.DRAFT


@pytest.mark.parametrize("where", ["title", "basis", "department", "responsible", "contact"])
def test_a_number_is_found_wherever_it_stands(where, alice, olive, mill):
    told = {"title": "食堂账目", where: "张三 13912345678"}
    with pytest.raises(Refused, match="手机号码"):
        actions.approve(alice, actions.draft(olive, union=mill, **told), approver="艾丽", on=queries.today())


def _xlsx(*rows):
    import openpyxl

    book, file = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return SimpleUploadedFile("表.xlsx", file.getvalue())


def _docx(line, *cells):
    import docx

    made, file = docx.Document(), BytesIO()
    made.add_paragraph(line)
    row = made.add_table(1, len(cells)).rows[0]
    for cell, words in zip(row.cells, cells, strict=True):
        cell.text = words
    made.save(file)
    return SimpleUploadedFile("表.docx", file.getvalue())


@pytest.mark.parametrize("make", [
    lambda: _xlsx(["姓名", "电话"], ["王芳", 13912345678]), lambda: _xlsx(["姓名", "电话"], ["王芳", "139 1234 5678"]),
    lambda: _docx("电话 13912345678", "甲"), lambda: _docx("名单", "王芳", "13912345678"),
    lambda: SimpleUploadedFile("表.csv", "姓名,电话\n王芳,13912345678\n".encode()),
], ids=["number in a sheet", "text in a sheet", "line of a document", "cell of a document", "csv"])
def test_files_are_read_too(make, alice, olive, mill):
    item = actions.draft(olive, union=mill, title="名单", upload=make())
    with pytest.raises(Refused, match="手机号码"):
        actions.approve(alice, item, approver="艾丽", on=queries.today())


def test_amounts_beside_each_other_in_a_sheet_pass(alice, olive, mill):
    item = actions.draft(olive, union=mill, title="工资", upload=_xlsx(["甲", 1390, 1234, 567.8], ["乙", 139, 1234, 5678]))
    assert actions.approve(alice, item, approver="艾丽", on=queries.today()).state == State.APPROVED


def test_a_helped_workers_name_needs_a_reason_that_is_kept(alice, olive, mill, bob_person):
    care.watch(alice, union=mill, person=bob_person, on="2025-03-08", reason="情绪低落", helper="艾丽")
    item = actions.draft(olive, union=mill, title="获奖名单", body="鲍小波")
    with pytest.raises(Refused, match="鲍小波"):
        actions.approve(alice, item, approver="艾丽", on=queries.today())
    item.refresh_from_db()
    actions.approve(alice, item, approver="艾丽", on=queries.today(), names_because="本人书面同意")
    actions.show(alice, item, on=queries.today())
    assert Item.objects.get(pk=item.pk).names_because == "本人书面同意"


def test_wages_and_fines_stay_in_their_group_unless_said_otherwise(alice, olive, group, catalogue):
    fines = Entry.objects.get(union=group, title="罚款")
    assert actions.draft(olive, union=group, entry=fines, title="三月罚款").scope == Scope.GROUP
    assert actions.draft(olive, union=group, title="通知").scope == Scope.EVERYBODY


def test_an_entry_belongs_to_its_union(alice, mill, group, catalogue):
    with pytest.raises(Refused, match="请选同一个工会"):
        actions.draft(alice, union=mill, entry=Entry.objects.get(union=group, title="罚款"), title="罚款")


def test_the_paper_board_is_entered_all_or_nothing(alice, group, catalogue):
    good = {"title": "2021年3月出勤和工分", "on": date(2021, 3, 2), "until": date(2021, 3, 20), "approver": "赵队长"}
    bad = {"title": "问 13912345678", "on": date(2021, 3, 2)}
    with pytest.raises(Refused, match="手机号码"):
        actions.record_past(alice, union=group, past=[good, bad])
    assert Item.objects.count() == 0
    (item,) = actions.record_past(alice, union=group, past=[good])
    assert (item.state, item.entry.title, item.number, item.late, item.approver) == (
        State.DOWN, "出勤和工分", "班务2021-001", True, "赵队长",
    )
    assert actions.archive(alice, item, archive_no="1", on=date(2021, 4, 1)).state == State.FILED
