"""Pages of care: Alice works with them, Bob, Carol and Dan do not; looking at what is sealed leaves a trace."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from zhijia.areas.care import actions
from zhijia.areas.care.models import HardshipFile, Pair, Visit, Watch, WatchStep
from zhijia.areas.members.models import Person
from zhijia.core.files.models import StoredFile
from zhijia.core.trail.models import Look

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[5] / "tests" / "fixtures" / "data"


def here(name, *args, **query):
    tail = "?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""
    return reverse(f"care:{name}", args=args) + tail


def six(**told):
    return {
        "on": "2021-03-05",
        "kind": "生病住院",
        "way": "现金",
        "amount": "500",
        "visitors": "艾丽、李组长",
        "receipt": "已签",
        **told,
    }


@pytest.fixture
def sick(alice, mill, bob_person):
    return actions.record_visit(
        alice,
        union=mill,
        person=bob_person,
        on=date(2021, 3, 5),
        kind="生病住院",
        way="现金",
        amount=1500,
        visitors="艾丽",
        reason="胃癌手术",
    )


@pytest.fixture
def in_need(alice, mill, bob_person):
    file = actions.apply(
        alice,
        union=mill,
        person=bob_person,
        on=date(2021, 1, 6),
        income="2000",
        size="3",
        spending="900",
        health="尿毒症",
        bank="6222020200112233",
    )
    actions.add_family(alice, file, relation="妻", name="王芳", id_no="620499198707212337", health="残疾")
    return file


@pytest.fixture
def posted(alice, in_need):
    actions.survey(alice, in_need, on=date(2021, 1, 8), surveyors="甲、乙")
    actions.judge(alice, in_need, on=date(2021, 1, 10), category="相对困难")
    return actions.post(alice, in_need, on=date(2021, 1, 12))


@pytest.fixture
def watched(alice, mill, bob_person):
    return actions.watch(alice, union=mill, person=bob_person, on=date(2021, 1, 4), reason="酗酒误工", helper="李组长")


def test_alice_records_a_visit_with_six_fields(login, alice, mill, bob_person):
    client = login(alice)
    assert client.get(here("record_visit")).status_code == 200
    answer = client.post(here("record_visit"), six(whom="鲍小波", union=mill.pk))
    found = Visit.objects.get()
    assert (answer.status_code, answer.url) == (302, here("visit", found.pk))
    assert (found.person, found.amount, found.union) == (bob_person, 500, mill)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("鲍小波", ("鲍小波", True, 1)),
        ("鲍小波 · 细纱一班", ("鲍小波", True, 1)),
        ("鲍小", ("鲍小", False, 1)),
        ("退休老周", ("退休老周", False, 1)),
        ("细纱一班12人", ("", False, 12)),
        ("细纱一班等12人", ("", False, 12)),
    ],
)
def test_one_box_takes_a_member_a_name_or_a_group(login, alice, mill, bob_person, typed, expected):
    login(alice).post(here("record_visit"), six(whom=typed, union=mill.pk))
    found = Visit.objects.get()
    assert (found.name, found.person_id is not None, found.heads) == expected


@pytest.mark.parametrize(
    ("typed", "why"),
    [("细纱一班", "一次记一个人"), ("王芳、李红", "一次记一个人"), ("", "被慰问人"), ("贾伟", "有 2 个“贾伟”")],
)
def test_what_is_unclear_is_asked_about_and_the_form_keeps_its_words(login, alice, mill, group, typed, why):
    for _ in range(2):
        Person.objects.create(house=mill, union=group, name="贾伟")
    answer = login(alice).post(here("record_visit"), six(whom=typed, union=mill.pk, goods="米面油"))
    body = answer.content.decode()
    assert (answer.status_code, Visit.objects.count()) == (422, 0)
    assert why in body and "米面油" in body


def test_the_cap_is_told_while_typing_and_only_to_those_who_record(login, alice, bob, mill):
    asked = here("cap", union=mill.pk, kind="生病住院", on="2021-03-05", way="现金", amount="1200", whom="王芳")
    said = login(alice).get(asked).content.decode()
    assert said.startswith("已超过限额，请核对。规定：生病住院慰问限额（每次） 1000 元。出处：")
    assert login(alice).get(here("cap", union=mill.pk)).content == b""
    assert login(bob).get(asked).status_code == 403


def test_a_visit_is_opened_with_its_warnings_and_a_trace(login, alice, sick, bob_person):
    body = login(alice).get(here("visit", sick.pk)).content.decode()
    assert "胃癌手术" in body and "超过限额" in body and "没有签领" in body
    look = Look.objects.get(group="visits")
    assert (look.viewer_name, look.subject_id, look.purpose) == ("艾丽", bob_person.pk, "查看走访记录")


def test_the_list_shows_no_reason_and_leaves_no_trace(login, alice, sick):
    body = login(alice).get(here("visits")).content.decode()
    assert "鲍小波" in body and "超限额" in body and "胃癌" not in body
    assert not Look.objects.exists()


@pytest.mark.parametrize("path", ["visit", "file", "watch"])
def test_where_the_look_cannot_be_written_nothing_is_shown(login, alice, sick, in_need, watched, path, monkeypatch):
    record = {"visit": sick, "file": in_need, "watch": watched}[path]

    def full(*args, **kwargs):
        raise OSError("disk full")

    client = login(alice)
    client.raise_request_exception = False
    monkeypatch.setattr("zhijia.core.trail.looks.Look.objects.create", full)
    answer = client.get(here(path, record.pk))
    assert answer.status_code == 500
    assert all(secret not in answer.content.decode() for secret in ("胃癌", "尿毒症", "酗酒"))


def test_a_file_is_shown_whole_to_alice_with_a_trace_and_a_masked_number(login, alice, in_need, bob_person):
    body = login(alice).get(here("file", in_need.pk)).content.decode()
    assert "尿毒症" in body and "王芳" in body and "****37" in body and "****2233" in body
    assert "6204991987" not in body and "6222020200" not in body
    assert "还没有填写当地低保标准" in body
    assert Look.objects.filter(group="hardship", subject_id=bob_person.pk, viewer_name="艾丽").exists()


def test_the_formula_is_shown_with_its_terms_once_the_line_is_known(login, alice, mill, in_need):
    from zhijia.core.policy.actions import override

    override(alice, mill, "care.hardship.subsistence_line", 700, since=date(2020, 1, 1), source="市民政局公告")
    body = login(alice).get(here("file", in_need.pk)).content.decode()
    assert "(F−X)/n = 366.67 元 ≤ D = 700 元" in body and "F/n = 666.67 元" in body


def test_lists_of_files_show_neither_illness_nor_money(login, alice, in_need):
    for name in ("files", "file_book"):
        body = login(alice).get(here(name)).content.decode()
        assert "鲍小波" in body and not any(secret in body for secret in ("尿毒症", "2000", "6222", "王芳"))
    assert not Look.objects.exists()


def test_the_notice_and_exports_for_others_name_nobody(login, alice, posted, bob_person):
    client = login(alice)
    notice = client.get(here("notice")).content.decode()
    assert "相对困难" in notice and "红旗纺织厂工会" in notice and f"第{posted.pk}号" in notice
    table = b"".join(client.get(here("files", export="csv")).streaming_content).decode("utf-8-sig")
    assert "相对困难" in table
    for text in (notice.split("打印")[0], table):
        assert not any(secret in text for secret in ("鲍小波", "细纱一班", "尿毒症", "王芳"))


def test_the_open_sheet_tells_kinds_of_few_together(login, alice, mill, sick):
    for n in range(6):
        actions.record_visit(alice, union=mill, name=f"职工{n}", on=date(2021, 2, 1), kind="节日慰问", way="实物", amount=100)
    body = login(alice).get(here("visit_public")).content.decode()
    assert "其他各类" in body and "生病" not in body and "鲍小波" not in body and "职工1" not in body


def test_the_book_leaves_on_paper_with_its_reasons_and_a_trace(login, alice, sick, bob_person):
    client = login(alice)
    assert "胃癌" not in client.get(here("visit_book")).content.decode() and not Look.objects.exists()
    assert "胃癌手术" in client.get(here("visit_book", print=1)).content.decode()
    word = client.get(here("visit_book", export="docx", on_min="2021-01-01"))
    cells = [cell.text for row in Document(BytesIO(b"".join(word.streaming_content))).tables[0].rows for cell in row.cells]
    assert {"关系、事由", "慰问人", "签领", "鲍小波", "胃癌手术"} <= set(cells)
    assert Look.objects.get(group="visits", subject_id=bob_person.pk).times == 2


def test_a_hardship_file_walks_through_its_pages(login, alice, mill, bob_person):
    client = login(alice)
    client.post(
        here("apply"), {"person": "鲍小波", "on": "2021-01-06", "union": mill.pk, "income": "2600", "size": "4", "aided": "on"}
    )
    file = HardshipFile.objects.get()
    assert (file.income, file.size, file.aided, file.sudden, file.assets) == ("2600", "4", "是", "", "")
    for name, told in (
        ("survey", {"on": "2021-01-08", "surveyors": "甲、乙"}),
        ("judge", {"on": "2021-01-09", "category": "深度困难"}),
        ("post", {"on": "2021-01-10"}),
        ("open_file", {"on": "2021-01-20", "number": "2021-1"}),
        ("review", {"on": "2021-07-20", "by": "甲", "note": "仍困难"}),
        ("describe", {"on": "2021-08-01", "income": "2500", "size": "4"}),
        ("add_family", {"relation": "妻", "name": "王芳"}),
        ("leave", {"on": "2021-12-01", "why": "脱困"}),
    ):
        assert client.get(here(name, file.pk)).status_code == 200, name
        assert client.post(here(name, file.pk), told).status_code == 302, name
    file.refresh_from_db()
    assert (file.stage, file.number, file.income, file.family.count(), file.reviews.count()) == (
        "已退出",
        "2021-1",
        "2500",
        1,
        2,
    )
    assert client.get(here("file", file.pk)).status_code == 200


def test_a_step_out_of_order_is_refused_on_the_page(login, alice, in_need):
    answer = login(alice).post(here("open_file", in_need.pk), {"on": "2021-02-01"})
    assert (answer.status_code, "下一步不能是" in answer.content.decode()) == (422, True)
    in_need.refresh_from_db()
    assert in_need.stage == "已申请"


def test_watching_walks_through_its_pages(login, alice, mill, bob_person):
    client = login(alice)
    client.post(
        here("watch_over"),
        {
            "person": "鲍小波",
            "on": "2021-01-06",
            "kind": "有问题职工",
            "reason": "酗酒误工",
            "helper": "李组长",
            "union": mill.pk,
        },
    )
    found = Watch.objects.get()
    client.post(here("take_step", found.pk), {"kind": "协调岗位", "on": "2021-02-01", "what": "调到白班"})
    step = WatchStep.objects.get()
    assert client.post(here("settle_step", step.pk), {"on": "2021-02-08"}).status_code == 302
    body = client.get(here("watch", found.pk)).content.decode()
    assert "酗酒误工" in body and "调到白班" in body
    assert "酗酒" not in client.get(here("watches")).content.decode()
    client.post(here("release", found.pk), {"on": "2021-03-01", "outcome": "出勤正常"})
    found.refresh_from_db()
    assert (found.released_on, Look.objects.get(group="watch").subject_id) == (date(2021, 3, 1), bob_person.pk)


def test_pairs_walk_through_their_pages(login, alice, mill, bob_person):
    client = login(alice)
    client.post(
        here("pair_up"), {"helper": "鲍小波", "name": "学生甲", "on": "2021-09-06", "union": mill.pk, "content": "辅导"}
    )
    found = Pair.objects.get()
    assert "辅导" in client.get(here("pair", found.pk)).content.decode()
    client.post(here("unpair", found.pk), {"on": "2021-12-06", "why": "毕业"})
    found.refresh_from_db()
    assert found.ended_why == "毕业"


def test_a_visit_is_corrected_linked_signed_attached_and_voided(login, alice, mill, bob_person):
    visit = actions.record_visit(alice, union=mill, name="小鲍", on=date(2021, 3, 5), kind="困难慰问", way="现金", amount=300)
    client = login(alice)
    for name, told in (
        ("correct_visit", six(whom="小鲍", kind="困难慰问", amount="400", receipt="无")),
        ("link_visit", {"person": "鲍小波"}),
        ("sign_receipt", {"receipt": "代签"}),
    ):
        assert client.get(here(name, visit.pk)).status_code == 200, name
        assert client.post(here(name, visit.pk), told).status_code == 302, name
    picture = SimpleUploadedFile("签领单.png", b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    assert client.post(here("attach", visit.pk), {"upload": picture}).status_code == 302
    assert client.get(here("visit_file", visit.pk))["Content-Type"] == "image/png"
    visit.refresh_from_db()
    assert (visit.amount, visit.person, visit.receipt) == (400, bob_person, "代签")
    assert client.post(here("void_visit", visit.pk), {"why": "记重了"}).status_code == 302
    assert "作废" in client.get(here("visits")).content.decode()


def test_a_visit_book_is_looked_at_written_and_taken_back(login, alice, mill):
    client = login(alice)
    upload = SimpleUploadedFile("走访2021.xlsx", (DATA / "visits.xlsx").read_bytes())
    answer = client.post(here("import_visits"), {"upload": upload, "year": "2021", "union": mill.pk})
    body = client.get(answer.url).content.decode()
    assert "写入 64 条" in body and "超过标准" in body and not Visit.objects.exists()
    assert client.post(answer.url).status_code == 302
    assert (Visit.objects.count(), StoredFile.objects.count()) == (64, 0)
    batch = Visit.objects.first().batch
    assert batch.code in client.get(here("imports")).content.decode()
    assert client.post(here("undo_import", batch.pk)).status_code == 302
    assert Visit.objects.count() == 0


def test_somebody_elses_upload_is_not_there(login, alice, carol, mill):
    client = login(alice)
    upload = SimpleUploadedFile("走访2021.xlsx", (DATA / "visits.xlsx").read_bytes())
    answer = client.post(here("import_visits"), {"upload": upload, "year": "2021", "union": mill.pk})
    assert login(carol).get(answer.url).status_code == 404
    assert login(carol).post(here("import_visits"), {"upload": upload, "union": mill.pk}).status_code == 422


LISTS = (
    "visits",
    "visit_book",
    "visit_public",
    "imports",
    "files",
    "unvisited",
    "stale",
    "due",
    "notice",
    "file_book",
    "watches",
    "steps",
    "pairs",
    "record_visit",
    "apply",
    "watch_over",
    "pair_up",
    "import_visits",
)


def test_every_page_opens_for_alice_and_for_nobody_without_the_power(login, alice, bob, dan, lee, tess, ada, nobody):
    for name in LISTS:
        assert login(alice).get(here(name)).status_code == 200, name
        assert login(nobody).get(here(name)).status_code == 302, name
        for other in (bob, dan, lee, tess, ada):
            assert login(other).get(here(name)).status_code == 403, (name, other.name)


def test_records_of_the_mill_do_not_exist_for_the_chair_next_door_and_above(
    login, alice, carol, uma, sick, posted, watched, mill
):
    pair = actions.pair(alice, union=mill, name="学生甲", helper_name="艾丽", on=date(2021, 1, 1))
    records = (
        *(
            (name, sick)
            for name in ("visit", "correct_visit", "void_visit", "attach", "sign_receipt", "link_visit", "visit_file")
        ),
        *(
            (name, posted)
            for name in ("file", "describe", "survey", "judge", "post", "open_file", "stop", "leave", "review", "add_family")
        ),
        *((name, watched) for name in ("watch", "take_step", "release")),
        ("pair", pair),
        ("unpair", pair),
    )
    for other in (carol, uma):
        client = login(other)
        for name, record in records:
            assert client.get(here(name, record.pk)).status_code == 404, (name, other.name)
        for name in ("visits", "visit_book", "files", "file_book", "notice", "watches", "steps", "pairs"):
            body = client.get(here(name)).content.decode()
            assert not any(secret in body for secret in ("鲍小波", "生病住院</td>", "学生甲", "李组长")), (name, other.name)


def count(client, name):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(here(name)).status_code == 200
    return len(caught)


def test_lists_cost_the_same_for_one_row_and_for_three(login, alice, mill, group):
    client = login(alice)
    names = ("visits", "visit_book", "files", "file_book", "unvisited", "stale", "due", "watches", "steps", "pairs")

    def more(n):
        person = Person.objects.create(house=mill, union=group, name=f"职工{n}")
        actions.record_visit(alice, union=mill, person=person, on=date(2021, 3, 5), kind="困难慰问", way="现金", amount=300)
        actions.pair(alice, union=mill, person=person, helper_name="艾丽", on=date(2021, 1, 1))
        watch = actions.watch(alice, union=mill, person=person, on=date(2021, 1, 4), reason="误工", helper="李组长")
        actions.take_step(alice, watch, kind="谈话", on=date(2021, 2, 1))
        file = actions.apply(alice, union=mill, person=person, on=date(2020, 1, 6))
        actions.survey(alice, file, on=date(2020, 1, 8), surveyors="甲、乙")
        actions.judge(alice, file, on=date(2020, 1, 10), category="相对困难")
        actions.post(alice, file, on=date(2020, 1, 12))
        actions.open_file(alice, file, on=date(2020, 1, 20))

    more(1)
    client.get(here("visits"))
    once = {name: count(client, name) for name in names}
    more(2), more(3)
    assert {name: count(client, name) for name in names} == once
    assert max(once.values()) <= 4


def test_bob_sees_what_was_done_for_him(bob, alice, carol, bob_person, sick):
    from zhijia.areas.care.sections import person_sections

    told = person_sections(bob, bob_person)
    assert [(title, list(rows)) for title, rows, _ in told] == [("走访慰问", [sick])]
    assert "visitors" in [column.key for column in told[0][2].columns]
    assert [list(rows) for _, rows, _ in person_sections(carol, bob_person)] == [[]]


def test_cards_say_what_is_due_to_those_whose_work_it_is(alice, carol, bob, sick):
    from zhijia.areas.care.area import cards

    assert [(card.title, card.count) for card in cards(alice, date(2021, 4, 1))] == [("走访缺签领", 1)]
    assert cards(carol, date(2021, 4, 1)) == [] and cards(bob, date(2021, 4, 1)) == []
