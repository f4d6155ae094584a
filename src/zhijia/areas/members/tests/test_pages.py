"""One journey over every page of the room, and who is let in where."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members import queries
from zhijia.areas.members.actions import admission, committees, people, posts
from zhijia.areas.members.models import Application, Committee, Person, Spell, Term
from zhijia.core.files.models import StoredFile
from zhijia.core.imports.models import Batch
from zhijia.core.org.models import Post, Role, Union
from zhijia.core.trail.models import Look

DAY = date(2021, 9, 1)


@pytest.fixture
def wang(alice, group):
    return people.add(
        alice, union=group, name="王芳", id_no="330199199305152342", phone="15416621290", member=True, joined="2019-11",
        card_no="66001",
    )


@pytest.fixture
def sun(alice, group):
    return people.add(alice, union=group, name="孙小梅", sex="女", birth="2000-05-04")


def page(client, route, *args, **query):
    response = client.get(reverse(f"members:{route}", args=args), query)
    assert response.status_code == 200, (route, response.status_code)
    return response.content.decode()


def send(client, route, *args, **data):
    response = client.post(reverse(f"members:{route}", args=args), data, follow=True)
    assert response.status_code in (200, 422), (route, response.status_code)
    return response.content.decode()


def test_alice_opens_every_page(alice, login, mill, group, wang, sun):
    client = login(alice)
    term = committees.open_term(alice, union=mill, committee=Committee.UNION, since=DAY, years=5)
    seat = committees.seat(alice, term, person=wang, title="主席", since=DAY)
    asked = admission.apply(alice, sun, on=DAY)
    lee_post = Post.objects.create(holder_id=alice.user_id, union=group, role=Role.LEADER, since=DAY)
    plain = (
        "people", "book", "doubts", "changes", "add", "balance", "applications", "post", "notice", "unions", "moves", "terms",
        "open_term", "posts", "appoint", "appoint_new", "import", "batches", "me",
    )
    for name in plain:
        page(client, name)
    for name in ("person", "correct", "settle", "move", "leave", "alter", "reveal", "apply", "make_account", "new_password"):
        page(client, name, wang.pk)
    for name in ("union", "found", "rename", "move_union", "merge", "dissolve"):
        page(client, name, group.pk)
    for name, pk in (
        ("application", asked.pk), ("step", asked.pk), ("term", term.pk), ("close_term", term.pk), ("seat", term.pk),
        ("leave_seat", seat.pk), ("office", lee_post.pk), ("hand_over", lee_post.pk), ("relieve", lee_post.pk),
    ):
        page(client, name, pk)


def test_no_page_shows_the_number_until_it_is_asked_for_with_a_reason(alice, login, wang, bob):
    client = login(alice)
    for text in (page(client, "person", wang.pk), page(client, "people"), page(client, "book"), page(client, "correct", wang.pk)):
        assert "330199199305152342" not in text and "15416621290" not in text
    assert "****1290" in page(client, "person", wang.pk) and not Look.objects.exists()
    assert "330199199305152342" in send(client, "reveal", wang.pk, purpose="补办会员证")
    assert Look.objects.get().purpose == "补办会员证"
    Person.objects.filter(account_id=bob.user_id).delete()
    Person.objects.filter(pk=wang.pk).update(account_id=bob.user_id)
    own = page(login(bob), "me")
    assert "补办会员证" in own and "艾丽" in own and "15416621290" in own and "330199199305152342" not in own


def test_bob_sees_himself_and_nobody_else(alice, bob, bob_person, carol, dan, login, wang):
    client = login(bob)
    assert "我的档案" in page(client, "me") and "我的档案" in page(client, "person", bob_person.pk)
    assert client.get(reverse("members:person", args=[wang.pk])).status_code == 404
    assert client.get(reverse("members:people")).status_code == 403
    for stranger in (carol, dan):
        assert login(stranger).get(reverse("members:person", args=[wang.pk])).status_code == 404
    for name in ("correct", "reveal", "alter", "make_account"):
        assert login(carol).post(reverse(f"members:{name}", args=[wang.pk])).status_code == 404
    assert "王芳" not in page(login(carol), "people")


def test_alice_finds_people_by_what_she_knows(alice, login, wang, sun):
    client = login(alice)
    for words in ("王", "wf", "15416621290", "330199199305152342", "66001"):
        text = page(client, "people", q=words)
        assert "王芳" in text and "孙小梅" not in text
    assert "孙小梅" in page(client, "people", state="非会员") and "王芳" not in page(client, "people", state="非会员")
    assert "孙小梅" in page(client, "people", doubts="1") and "没有身份证号" in page(client, "doubts")


@pytest.mark.parametrize("name", ["people", "book", "doubts", "changes", "unions", "terms", "posts", "applications"])
def test_a_list_costs_the_same_for_one_row_and_three(alice, login, mill, group, name):
    client = login(alice)
    counts = []
    for several in (1, 2):
        for n in range(several):
            one = people.add(alice, union=group, name=f"甲{several}{n}", member=True, joined="2010")
            two = people.add(alice, union=group, name=f"乙{several}{n}")
            admission.apply(alice, two, on=DAY)
            Term.objects.create(union=group, committee=Committee.values[several + n], since=DAY)
            posts.make_account(alice, one)
            posts.appoint(alice, holder=one.account, union=group, role=Role.LEADER, since=DAY)
        with CaptureQueriesContext(connection) as seen:
            page(client, name)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= (2 if name == "people" else 4)


def test_a_person_page_costs_the_same_for_one_row_and_three(alice, login, mill, group, wang):
    client, counts = login(alice), []
    term = committees.open_term(alice, union=mill, committee=Committee.UNION, since=DAY, years=5)
    for several in (1, 2):
        for n in range(several):
            term = Term.objects.create(union=mill, committee=Committee.values[several + n], since=DAY)
            term.seats.create(person=wang, name=wang.name, title="委员", since=DAY)
            Spell.objects.create(person=wang, since=DAY, until=DAY, closed_by="退会")
            Application.objects.create(person=wang, applied_on=DAY, stage="已归档")
            wang.transfers.create(on=DAY, before=group, after=mill)
        with CaptureQueriesContext(connection) as seen:
            page(client, "person", wang.pk)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_worker_is_registered_corrected_moved_and_retired_on_the_pages(alice, login, mill, group):
    client = login(alice)
    wide = "３３０１９９１９９３０５１５２３４２"
    send(client, "add", union=mill.pk, name="林梅", id_no=wide, member="on", joined="2019年11月")
    lin = Person.objects.get()
    assert (lin.sex, lin.birth, lin.spells.get().since_told) == ("女", "1993-05-15", "2019-11")
    assert "已登记在" in send(client, "add", union=mill.pk, name="林海", id_no="330199199305152342")
    send(client, "correct", lin.pk, name="林梅", job="校医", standing="在岗", why="漏填")
    lin.refresh_from_db()
    assert (lin.job, lin.id_no) == ("校医", "330199199305152342")
    send(client, "move", lin.pk, to=group.pk, on="2021-06-01")
    send(client, "leave", lin.pk, kind="退休", on="2021-07-01")
    lin.refresh_from_db()
    assert (lin.union, lin.standing, lin.spells.get(until=None).state) == (group, "退休", "保留会籍")
    assert "晚于今天" in send(client, "leave", lin.pk, kind="去世", on="2999-01-01")


def test_a_membership_is_changed_on_the_page(alice, login, wang):
    client = login(alice)
    assert "请填写转自、转往的工会" in send(client, "alter", wang.pk, kind="转出", on="2021-06-01")
    send(client, "alter", wang.pk, kind="转出", on="2021-06-01", place="县工会")
    assert list(Spell.objects.values_list("closed_by", "place")) == [("转出", "县工会")]
    text = page(client, "balance", month="2021-06")
    assert "转出" in text and "期末" in text and "三栏都已核对相符" in text
    assert client.get(reverse("members:balance"), {"month": "2021-06", "export": "xlsx"})["Content-Type"].endswith("sheet")
    assert "会员动态月报" in page(client, "balance", month="2021-06", print="1")


def test_an_application_goes_over_the_pages_to_the_wall(alice, lee, login, sun):
    client = login(lee)
    send(client, "apply", sun.pk, on="2021-09-01")
    asked = Application.objects.get()
    send(client, "step", asked.pk, stage="小组同意", on="2021-09-02", words="同意")
    client = login(alice)
    send(client, "step", asked.pk, stage="委员会批准", on="2021-09-03")
    assert "委员会已批准 1 人：孙小梅" in page(client, "post")
    send(client, "post", on=timezone.localdate().isoformat())
    text = page(client, "notice")
    assert "孙小梅" in text and "2000-05-04" not in text and "孙*" in page(client, "notice", masked="1")


def test_bob_applies_on_his_own_page(bob, bob_person, login):
    Spell.objects.all().delete()
    client = login(bob)
    assert "申请入会" in page(client, "me")
    send(client, "join", on="2021-09-01", reason="自愿")
    assert Application.objects.get().person == bob_person


def test_an_account_and_its_slip(alice, login, wang):
    text = send(login(alice), "make_account", wang.pk)
    account = Person.objects.get(pk=wang.pk).account
    assert account.username == "wf" and "账号通知单" in text and account.must_change
    assert account.username not in page(login(alice), "posts")


def test_a_roster_is_handed_in_looked_at_written_and_taken_back(alice, carol, login, mill, group):
    client = login(alice)
    text = "姓名,性别,身份证号,班组,是否会员\n王芳,女,330199199305152342,细纱一班,是\n李强,男,,精梳班,否\n"
    file = SimpleUploadedFile("名册.csv", text.encode("gb18030"))
    shown = send(client, "import", union=mill.pk, file=file)
    assert "没有身份证号" in shown and "写入 2 人" in shown and "330199199305152342" not in shown and not Person.objects.exists()
    stored = StoredFile.objects.get()
    assert login(carol).get(reverse("members:import_preview", args=[stored.pk])).status_code == 404
    client = login(alice)
    send(client, "import_preview", stored.pk)
    assert Person.objects.count() == 2 and not StoredFile.objects.exists()
    batch = Batch.objects.get()
    assert "名册.csv" in page(client, "batches")
    send(client, "undo_import", batch.pk)
    assert not Person.objects.exists() and not Union.objects.filter(name="精梳班").exists()


def test_a_file_that_cannot_be_read_is_refused_on_the_page(alice, login, mill):
    text = send(login(alice), "import", union=mill.pk, file=SimpleUploadedFile("名册.xlsx", b"PK\x03\x04 torn"))
    assert "没有办成" in text or "没有保存" in text


def test_the_desk_says_what_is_due(alice, mill, group, sun):
    from zhijia.areas.members.cards import cards

    committees.open_term(alice, union=mill, committee=Committee.UNION, since=date(2016, 10, 1), years=5)
    admission.apply(alice, sun, on=DAY)
    assert [(c.title, c.count, c.note, c.urgent) for c in cards(alice, DAY)] == [
        ("名册待核对", 1, "导入时看不准的，问过本人后更正", False),
        ("入会申请待办", 1, "小组意见、批准、张榜、发证、归档", False),
        ("换届：红旗纺织厂工会工会委员会", 1, "1 个月内到期，还有 30 天", True),
    ]


def test_the_roll_is_read_in_the_order_of_its_index(alice):
    plan = queries.roll(alice).order_by("pk")[:20].explain()
    assert "SEARCH members_person USING INDEX members_per_house" in plan and "TEMP B-TREE" not in plan


def test_alice_claims_the_account_she_was_given_before_the_roll_came_in(alice, login, mill):
    herself = people.add(alice, union=mill, name="艾丽")
    client = login(alice)
    assert "没有，开新账号" in page(client, "make_account", herself.pk)
    send(client, "make_account", herself.pk, existing=alice.user_id)
    assert Person.objects.get().account_id == alice.user_id and "谁看过我的档案" in page(client, "me")


def test_what_is_written_down_late_says_so(alice, login, wang):
    assert "补录" in page(login(alice), "changes")
    Spell.objects.update(since=timezone.localdate())
    assert "补录" not in page(login(alice), "changes")
