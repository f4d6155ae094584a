"""By-laws: versions are kept, walls show what is in force, each refusal beside what is accepted."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhijia.areas.bylaws import actions, queries, rules
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.refused import Refused

MARCH, JUNE = date(2025, 3, 8), date(2025, 6, 1)


@pytest.mark.parametrize("expected, titles, lacking", [
    (["工作汇报制度"], ["工会工作汇报制度"], []),
    (["工作汇报制度", "档案管理制度"], ["工会工作汇报制度"], ["档案管理制度"]),
    ([], ["工会工作汇报制度"], []),
])
def test_what_a_union_lacks_is_told_by_name(expected, titles, lacking):
    assert rules.missing(expected, titles) == lacking


@pytest.fixture
def reports(alice, mill):
    return actions.adopt(alice, union=mill, title="工作汇报制度", text="第一条 每月汇报。", adopted_on=MARCH, adopted_by="全委会")


@pytest.mark.django_db
class TestVersions:
    def test_a_revision_keeps_the_words_before_it(self, alice, reports):
        actions.revise(alice, reports, text="第一条 每周汇报。", adopted_on=JUNE, change="改为每周")
        assert [(v.number, v.text) for v in reports.versions.all()] == [(2, "第一条 每周汇报。"), (1, "第一条 每月汇报。")]

    def test_the_same_words_are_no_revision(self, alice, reports):
        with pytest.raises(Refused, match="没有要修订的"):
            actions.revise(alice, reports, text="第一条 每月汇报。", adopted_on=JUNE)

    def test_a_revision_is_not_older_than_what_it_revises(self, alice, reports):
        with pytest.raises(Refused, match="早于第1版"):
            actions.revise(alice, reports, text="第一条 每周汇报。", adopted_on=date(2025, 3, 7))

    def test_one_title_once_until_it_is_withdrawn(self, alice, mill, reports):
        with pytest.raises(Refused, match="已经有这个名称的制度"):
            actions.adopt(alice, union=mill, title="工作汇报制度", text="又一份", adopted_on=JUNE)
        actions.withdraw(alice, reports, on=JUNE, why="并入新制度")
        assert actions.adopt(alice, union=mill, title="工作汇报制度", text="又一份", adopted_on=JUNE).pk != reports.pk

    def test_what_was_withdrawn_is_neither_revised_nor_hung(self, alice, reports):
        actions.withdraw(alice, reports, on=JUNE, why="并入新制度")
        for act in (
            lambda: actions.revise(alice, reports, text="新", adopted_on=JUNE),
            lambda: actions.hang(alice, reports, place="办公室", on=JUNE),
            lambda: actions.withdraw(alice, reports, on=JUNE, why="再废一次"),
        ):
            with pytest.raises(Refused, match="已于 2025-06-01 废止"):
                act()

    def test_carol_next_door_neither_reads_nor_revises(self, carol, reports):
        assert list(queries.visible(carol)) == []
        with pytest.raises(PermissionDenied):
            actions.revise(carol, reports, text="改", adopted_on=JUNE)


@pytest.mark.django_db
class TestWalls:
    def test_an_old_version_on_the_wall_is_named_until_it_is_changed(self, alice, reports):
        actions.hang(alice, reports, place="办公室", on=MARCH)
        assert list(queries.outdated(alice)) == []
        actions.revise(alice, reports, text="第一条 每周汇报。", adopted_on=JUNE)
        assert list(queries.outdated(alice)) == [reports]
        actions.hang(alice, reports, place="办公室", on=JUNE)
        assert list(queries.outdated(alice)) == []
        assert [(p.version.number, p.down_on) for p in queries.postings(alice).order_by("id")] == [(1, JUNE), (2, None)]

    def test_nothing_hangs_before_it_was_adopted(self, alice, reports):
        with pytest.raises(Refused, match="早于通过日期"):
            actions.hang(alice, reports, place="办公室", on=date(2025, 3, 7))

    def test_a_sheet_comes_down_once(self, alice, reports):
        sheet = actions.hang(alice, reports, place="办公室", on=MARCH)
        actions.take_down(alice, sheet, on=JUNE)
        with pytest.raises(Refused, match="已于 2025-06-01 取下"):
            actions.take_down(alice, sheet, on=JUNE)

    def test_the_year_counts_what_stood_and_hung_at_its_end(self, alice, reports):
        actions.hang(alice, reports, place="办公室", on=MARCH)
        unions = Union.objects.all()
        assert [q(unions, year(2025)).count() for q in (queries.standing, queries.adopted, queries.on_walls)] == [1, 1, 1]
        actions.withdraw(alice, reports, on=JUNE, why="并入")
        assert [q(unions, year(2025)).count() for q in (queries.standing, queries.adopted, queries.on_walls)] == [0, 1, 0]


@pytest.mark.django_db
class TestPages:
    def test_from_the_form_to_the_wall(self, login, alice, mill):
        client = login(alice)
        sent = client.post("/bylaws/new/", {
            "union": mill.pk, "title": "档案管理制度", "subject": "工作制度", "text": "第一条 当月归档。\n第二条 专人保管。",
            "adopted_on": "2025-03-08",
        })
        page = client.get(sent["Location"]).content.decode()
        assert "第二条 专人保管。" in page and "还没有上墙" in page
        sheet = client.get(f"{sent['Location']}sheet/").content.decode()
        assert "第1版" in sheet and "第一条 当月归档。" in sheet
        assert client.get(f"{sent['Location']}word/").status_code == 200

    def test_a_list_asks_as_often_for_three_as_for_one(self, login, alice, mill, reports, django_assert_num_queries):
        client = login(alice)
        with CaptureQueriesContext(connection) as one:
            client.get("/bylaws/")
        for title in ("会议制度", "培训制度"):
            actions.adopt(alice, union=mill, title=title, text="第一条", adopted_on=MARCH)
        with django_assert_num_queries(len(one)):
            client.get("/bylaws/")
