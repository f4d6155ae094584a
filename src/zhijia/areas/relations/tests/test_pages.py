"""Pages of relations: Alice works, Bob writes and reads his own, Uma answers; every look leaves a trace."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.relations import cards as desk
from zhijia.areas.relations.actions import cases, contracts, letters, mediation, supervision
from zhijia.areas.relations.models import Contract, Dispute, Letter, Problem, Supervision
from zhijia.core.trail.models import Look
from zhijia.kit.paper import read_paragraphs

pytestmark = pytest.mark.django_db
DAY = date(2021, 3, 1)


def here(name, *args):
    return reverse(f"relations:{name}", args=args)


def received(actor, union, **who):
    return letters.receive(
        actor, union=union, on=DAY, way="来访", topic="工资报酬", demand="夜班费少发", **(who or {"anonymous": True})
    )


def applied(actor, union, **who):
    return mediation.apply(
        actor, union=union, on=DAY, topic="劳动报酬", claim="拖欠三个月工资", respondent="红旗纺织厂", **(who or {"name": "王芳"})
    )


def visited(actor, union):
    return supervision.visit(actor, union=union, on=DAY, employer="红旗纺织厂", inspectors="甲、乙", finding="夜班费未付")


def looks():
    return list(Look.objects.order_by("id").values_list("subject_kind", "group", "viewer_name"))


def test_a_letter_is_written_answered_and_called_back_on_pages(login, alice, bob_person, mill):
    client = login(alice)
    told = {"union": mill.pk, "on": "2021-03-01", "way": "来访", "person": "鲍小波", "topic": "工资报酬", "demand": "夜班费少发"}
    client.post(here("receive"), told)
    letter = Letter.objects.get()
    client.post(here("hand_over", letter.pk), {"on": "2021-03-02", "to": "工资科"})
    client.post(here("answer", letter.pk), {"on": "2021-03-05", "answer": "四月补发"})
    client.post(here("call_back", letter.pk), {"on": "2021-03-08", "verdict": "不满意"})
    client.post(here("reopen", letter.pk), {"on": "2021-03-09", "why": "只补一半"})
    page = client.get(here("letter", letter.pk)).content.decode()
    for said in ("来信来访 2021-001", "夜班费少发", "四月补发", "只补一半", "逾期"):
        assert said in page
    client.post(here("answer", letter.pk), {"on": "2021-03-12", "answer": "全部补发"})
    assert client.get(here("letters")).content.decode().count("夜班费少发") == 0
    assert looks() == [("members.Person", "letters", "艾丽")]


def test_a_letter_from_nobody_of_the_roll_keeps_the_look_itself(login, alice, mill):
    login(alice).get(here("letter", received(alice, mill).pk))
    assert looks() == [("relations.Letter", "letters", "艾丽")]


def test_the_register_leaves_with_a_trace(login, alice, bob_person, mill):
    received(alice, mill, person=bob_person)
    client = login(alice)
    client.get(here("letters"))
    assert looks() == []
    sheet = b"".join(client.get(here("letters") + "?export=csv").streaming_content).decode("utf-8-sig")
    assert sheet.splitlines()[0] == "编号,日期,姓名/匿名,诉求,类别,转办,期限,答复,答复日期,回访满意"
    assert "夜班费少发" in sheet and looks() == [("members.Person", "letters", "艾丽")]


def test_only_those_in_the_sheet_are_looked_at(login, alice, bob_person, mill):
    received(alice, mill, person=bob_person)
    client = login(alice)
    for empty in ("topic=社会保险", "q=王芳", "stage=已答复"):
        b"".join(client.get(here("letters") + f"?export=csv&{empty}").streaming_content)
        client.get(here("letters") + f"?print=1&{empty}")
    assert looks() == []
    b"".join(client.get(here("letters") + "?export=csv&q=鲍小波&topic=工资报酬").streaming_content)
    assert looks() == [("members.Person", "letters", "艾丽")]


def test_bob_writes_and_reads_the_answer_and_nobody_elses(login, bob, alice, lee, mill):
    client = login(bob)
    client.post(here("write"), {"topic": "工时休假", "demand": "调休没给"})
    mine, other = Letter.objects.get(), received(alice, mill)
    assert (mine.way, mine.on, str(mine.person)) == ("网上", timezone.localdate(), "鲍小波")
    letters.answer(alice, mine, on=timezone.localdate(), answer="下周安排调休")
    page = client.get(here("my_letter", mine.pk)).content.decode()
    assert "调休没给" in page and "下周安排调休" in page and looks() == []
    assert client.get(here("my_letter", other.pk)).status_code == 404
    assert client.get(here("letter", mine.pk)).status_code == 403
    assert login(lee).get(here("my_letter", mine.pk)).status_code == 404


def test_whose_account_is_on_no_roll_is_told_where_to_go(login, dan):
    answer = login(dan).post(here("write"), {"topic": "工时休假", "demand": "调休没给"})
    assert answer.status_code == 422 and "还没有对上名册" in answer.content.decode() and not Letter.objects.exists()


def test_uma_sees_the_problem_and_not_who_wrote(login, alice, uma, carol, bob_person, mill):
    letter = received(alice, mill, person=bob_person)
    client = login(alice)
    told = {"union": mill.pk, "title": "多个车间拖欠夜班费", "told": "涉及三个车间", "on": "2021-03-02"}
    client.post(here("send_up", letter.pk), told)
    problem = Problem.objects.get()
    assert problem.letter == letter and "多个车间拖欠夜班费" in client.get(here("letter", letter.pk)).content.decode()
    above = login(uma)
    page = above.get(here("problem", problem.pk)).content.decode()
    assert "涉及三个车间" in page and "鲍小波" not in page and "2021-001" not in page
    above.post(here("answer_problem", problem.pk), {"on": "2021-03-10", "answer": "已约谈"})
    assert "已约谈" in login(alice).get(here("problem", problem.pk)).content.decode()
    assert login(carol).get(here("problem", problem.pk)).status_code == 404


def test_a_dispute_goes_from_application_to_agreement_on_pages(login, alice, mill):
    client = login(alice)
    client.post(here("apply"), {
        "union": mill.pk, "on": "2021-03-01", "name": "王芳", "respondent": "红旗纺织厂", "topic": "劳动报酬",
        "claim": "拖欠三个月工资", "oral": "on", "heads": "1",
    })
    dispute = Dispute.objects.get()
    client.post(here("accept", dispute.pk), {"on": "2021-03-03", "mediators": "甲、乙"})
    client.post(here("hear", dispute.pk), {"kind": "调解笔录", "on": "2021-03-05", "present": "双方", "words": "各让一步"})
    client.post(here("settle", dispute.pk), {"on": "2021-03-08", "agreement": "月底付清"})
    page = client.get(here("dispute", dispute.pk)).content.decode()
    for said in ("达成协议", "7 天", "各让一步", "调解协议书", "受理通知书"):
        assert said in page
    ledger = client.get(here("disputes") + "?export=csv")
    head = b"".join(ledger.streaming_content).decode("utf-8-sig").splitlines()
    assert head[0] == "编号,申请人,对方,事由,申请日,受理日,结案日,结果,天数"
    assert head[1] == "2021-001,王芳,红旗纺织厂,劳动报酬,2021-03-01,2021-03-03,2021-03-08,达成协议,7"


def paper(client, name, *args) -> str:
    answer = client.get(here(name, *args))
    assert answer.status_code == 200, name
    return "\n".join(read_paragraphs(BytesIO(b"".join(answer.streaming_content))))


def test_every_paper_of_mediation_can_be_had_when_its_day_has_come(login, alice, mill):
    client, dispute = login(alice), applied(alice, mill)
    assert "拖欠三个月工资" in paper(client, "dispute_word", dispute.pk, "application")
    for early in ("acceptance", "refusal", "ending", "nonsense"):
        assert client.get(here("dispute_word", dispute.pk, early)).status_code == 404
    mediation.accept(alice, dispute, on=DAY, mediators="甲、乙")
    assert "本委员会决定受理" in paper(client, "dispute_word", dispute.pk, "acceptance")
    record = mediation.hear(alice, dispute, kind="调查笔录", on=DAY, present="王芳", words="说明经过")
    assert "劳动争议调查笔录" in paper(client, "hearing_word", record.pk)
    mediation.settle(alice, dispute, on=DAY, agreement="月底付清")
    assert "双方自愿达成如下协议：\n月底付清" in paper(client, "dispute_word", dispute.pk, "ending")
    failed, refused = applied(alice, mill), applied(alice, mill)
    mediation.end(alice, mediation.accept(alice, failed, on=DAY, mediators="甲"), on=DAY, why="分歧太大")
    assert "终止调解通知书" in paper(client, "dispute_word", failed.pk, "ending").replace("\n", "")
    mediation.refuse(alice, refused, on=DAY, why="不属于劳动争议")
    assert "不属于劳动争议" in paper(client, "dispute_word", refused.pk, "refusal")
    assert {group for _, group, _ in looks()} == {"mediation"}


def test_a_letter_of_opinion_and_what_follows_can_be_had_in_word(login, alice, mill):
    client = login(alice)
    told = {"union": mill.pk, "on": "2021-03-01", "employer": "红旗纺织厂", "inspectors": "甲、乙", "finding": "夜班费未付"}
    client.post(here("inspect_visit"), told)
    matter = Supervision.objects.get()
    assert client.get(here("matter_word", matter.pk, "opinion")).status_code == 404
    client.post(here("issue", matter.pk), {"on": "2021-03-02", "demand": "补发", "signed_by": "艾丽"})
    said = paper(client, "matter_word", matter.pk, "opinion")
    assert "编号：〔2021〕1号" in said and "请于2021年3月23日前" in said
    client.post(here("propose", matter.pk), {"on": "2021-03-24", "to": "县人社局"})
    assert "到期没有答复" in paper(client, "matter_word", matter.pk, "proposal")
    complaint = supervision.complain(alice, union=mill, on=DAY, employer="红旗纺织厂", complaint="加班", complainant="王芳")
    supervision.decline(alice, complaint, on=DAY, why="不属于监督范围")
    assert "不属于监督范围" in paper(client, "matter_word", complaint.pk, "notice")


def test_a_contract_goes_from_offer_to_force_on_pages(login, alice, mill):
    client = login(alice)
    client.post(here("offer"), {"union": mill.pk, "kind": "集体合同", "by": "职工方", "on": "2021-01-04"})
    pk = Contract.objects.get().pk
    client.post(here("reply", pk), {"on": "2021-01-08", "agreed": "on"})
    assert "职工方代表不少于 3 人" in client.get(here("contract", pk)).content.decode()
    for side, names in (("职工方", "甲乙丙"), ("企业方", "丁戊己")):
        for name in names:
            client.post(here("seat", pk), {"side": side, "name": name})
    client.post(here("talk", pk), {"on": "2021-01-10", "minutes": "谈妥", "signed": "on"})
    vote = {"on": "2021-02-01", "by": "职代会", "entitled": "100", "in_favour": "50"}
    assert "没有通过" in client.post(here("pass_draft", pk), vote).content.decode()
    client.post(here("pass_draft", pk), {**vote, "in_favour": "51"})
    client.post(here("sign", pk), {"on": "2021-02-02", "years": "3"})
    client.post(here("send", pk), {"on": "2021-02-03", "to": "县人社局"})
    assert "2021-02-18 至 2024-02-17" in client.get(here("contract", pk)).content.decode()


def test_lists_cost_the_same_for_one_and_for_three(login, alice, uma, mill, bob_person):
    def write():
        letter = received(alice, mill, person=bob_person)
        letters.send_up(alice, union=mill, letter=letter, title="夜班费", told="详情", on=DAY)
        applied(alice, mill, person=bob_person)
        visited(alice, mill)
        contracts.offer(alice, union=mill, kind="集体合同", by="职工方", on=DAY)

    client, names = login(alice), ("letters", "problems", "disputes", "matters", "contracts", "checks", "running_out", "to_check")

    def queries(name):
        with CaptureQueriesContext(connection) as found:
            assert client.get(here(name)).status_code == 200
        return len(found)

    write()
    for name in names:
        queries(name)
    one = {name: queries(name) for name in names}
    write()
    write()
    assert {name: queries(name) for name in names} == one


def test_the_desk_says_what_is_due(alice, uma, mill, bob_person):
    today = date(2021, 6, 1)
    letter = received(alice, mill, person=bob_person)
    letters.send_up(alice, union=mill, letter=letter, title="夜班费", told="详情", on=DAY)
    mediation.accept(alice, applied(alice, mill), on=DAY, mediators="甲")
    supervision.issue(alice, visited(alice, mill), on=DAY, demand="补发", signed_by="艾丽")
    contracts.offer(alice, union=mill, kind="集体合同", by="职工方", on=DAY)
    told = {card.title: (card.count, card.urgent) for card in desk.cards(alice, today)}
    assert told == {
        "来信来访待答复": (1, True), "上级工会未答复的问题": (1, False), "劳动争议调解中": (1, True),
        "监督意见书待单位答复": (1, True), "协商要约待答复": (1, False),
    }
    assert {card.title: (card.count, card.urgent) for card in desk.cards(uma, today)} == {"下级反映的问题待答复": (1, True)}


def test_each_card_opens_the_cases_it_counts(login, alice, mill):
    received(alice, mill)
    done, mistaken = received(alice, mill), received(alice, mill)
    letters.answer(alice, done, on=DAY, answer="好")
    cases.void(alice, mistaken, power="relations.handle", on=DAY, why="重复")
    applied(alice, mill)
    for card in desk.cards(alice, date(2021, 3, 2)):
        page = login(alice).get(card.url).content.decode()
        assert f"符合条件的有 {card.count} " in page.replace("\xa0", " "), card.title


def test_a_person_page_lists_letters_for_those_who_handle_them(login, alice, lee, audrey, bob_person, mill):
    received(alice, mill, person=bob_person)
    url = reverse("members:person", args=[bob_person.pk])
    assert "2021-001" in login(alice).get(url).content.decode()
    for other in (lee, audrey):
        assert "2021-001" not in login(other).get(url).content.decode()
