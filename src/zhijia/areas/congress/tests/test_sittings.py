"""A sitting from planning to the report: quorum, votes, resolutions, what figures count."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.congress import cards, papers, queries
from zhijia.areas.congress.actions import bodies, closing, deciding, delegates, signing_in, sittings
from zhijia.areas.congress.actions.delegates import Stood
from zhijia.areas.congress.models import Item
from zhijia.areas.congress.rules.kinds import Form, Kind, Stage
from zhijia.areas.congress.tests.conftest import DAY, NOTICE, SINCE, hands
from zhijia.areas.members.models import Person
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Kind as VoteKind
from zhijia.core.figures import find
from zhijia.core.org.models import Kind as UnionKind
from zhijia.core.org.models import Union
from zhijia.core.periods import parse_period
from zhijia.core.refused import Refused
from zhijia.kit.paper import read_paragraphs, read_tables, write_word


def counted(key, period="2021"):
    return find(f"congress.{key}", Union.objects.all(), parse_period(period)).value


def close(actor, sitting, agenda):
    deciding.hear(actor, agenda.report)
    deciding.show_hands(actor, agenda.plan, counts=hands(agenda.plan, (4, 1, 0)), today=DAY)
    deciding.show_hands(actor, agenda.bonus, counts=hands(agenda.bonus, (3, 2, 0)), today=DAY)
    return closing.close(actor, sitting, on=DAY)


def test_sittings_are_numbered_and_a_cancelled_one_gives_its_number_on(alice, congress, sitting):
    second = sittings.plan(alice, congresses=[congress], on=date(2021, 9, 1))
    assert (sitting.title, second.title) == ("第三届职工代表大会第一次会议", "第三届职工代表大会第二次会议")
    sittings.cancel(alice, second, why="改期")
    assert sittings.plan(alice, congresses=[congress], on=date(2021, 10, 1)).short == "三届二次职代会"


def test_two_of_six_are_no_quorum_and_four_are(alice, sitting, six):
    chamber = sitting.chambers.get()
    signing_in.sign_in(alice, chamber, came=six[:3])
    with pytest.raises(Refused, match="应到 6 人，实到 3 人，不足 2/3，至少要到 4 人，还差 1 人，不能开会"):
        signing_in.convene(alice, sitting)
    sitting.refresh_from_db()
    assert sitting.stage == Stage.NOTICED
    signing_in.sign_in(alice, chamber, came=six[:4])
    assert signing_in.convene(alice, sitting).stage == Stage.OPEN


def test_who_is_not_ticked_is_excused_or_absent(alice, sitting, six):
    signing_in.sign_in(alice, sitting.chambers.get(), came=six[:4], excused={six[4]: "出差"})
    lines = {line.delegate.person.name: (line.coming, line.reason) for line in queries.sittings.attendances(alice)}
    assert (lines["职工00"], lines["职工04"], lines["职工05"]) == (("到会", ""), ("请假", "出差"), ("缺席", ""))


def test_observers_sign_in_and_do_not_count(alice, congress, sitting, six, staff):
    guest, = delegates.seat(alice, congress, people=[Stood(staff[11])], on=SINCE, observer=True)
    chamber = signing_in.sign_in(alice, sitting.chambers.get(), came=[*six[:5], guest])
    assert (chamber.entitled, chamber.present, chamber.attendances.count()) == (6, 5, 7)


def test_a_delegate_signs_in_with_the_code_of_the_day(alice, bob, bob_person, congress, sitting):
    delegates.seat(alice, congress, people=[Stood(bob_person)], on=SINCE)
    chamber, = queries.sittings.own_chambers(bob, DAY)
    with pytest.raises(Refused, match="只在开会当天"):
        signing_in.show_code(alice, sitting, today=NOTICE)
    code = signing_in.show_code(alice, sitting, today=DAY).door_code
    chamber.sitting.refresh_from_db()
    with pytest.raises(Refused, match="签到码不对"):
        signing_in.sign_in_self(bob, chamber, code="000", today=DAY)
    line = signing_in.sign_in_self(bob, chamber, code=f" {code}", today=DAY)
    assert (line.coming, line.own, line.delegate.person) == ("到会", True, bob_person)
    with pytest.raises(Refused, match="已过期"):
        signing_in.sign_in_self(bob, chamber, code=code, today=date(2021, 3, 21))


def test_who_is_no_delegate_has_nothing_to_sign(bob, sitting):
    assert not queries.sittings.own_chambers(bob, DAY).exists()


def test_exactly_half_of_all_fails_and_one_more_carries(alice, opened, agenda):
    assert deciding.show_hands(alice, agenda.plan, counts=hands(agenda.plan, (3, 2, 0)), today=DAY).carried is False
    assert deciding.show_hands(alice, agenda.bonus, counts=hands(agenda.bonus, (4, 1, 0)), today=DAY).carried is True
    with pytest.raises(Refused, match="已经表决过"):
        deciding.show_hands(alice, agenda.bonus, counts=hands(agenda.bonus, (5, 0, 0)), today=DAY)


def test_more_hands_than_people_are_refused_and_nothing_stays(alice, opened, agenda):
    with pytest.raises(Refused, match="举手合计 6 人，多于实到 5 人"):
        deciding.show_hands(alice, agenda.plan, counts=hands(agenda.plan, (6, 0, 0)), today=DAY)
    agenda.plan.refresh_from_db()
    assert agenda.plan.carried is None


def test_a_paper_ballot_has_the_delegates_as_electors_and_the_rule_on_it(alice, opened, agenda, six):
    vote, = deciding.put_to_vote(alice, agenda.plan, kind=VoteKind.PAPER)
    assert (vote.entitled, vote.present, vote.threshold, vote.quorum) == (6, 5, "1/2", "2/3")
    assert {each.person for each in vote.electors.all()} == {each.person for each in six}
    assert vote.rule.startswith("规定：通过事项须超过全体代表的 1/2。")
    with pytest.raises(Refused, match="还在表决"):
        closing.close(alice, opened, on=DAY)
    voting.void(alice, vote, why="票印错了")
    assert closing.close(alice, opened, on=DAY).stage == Stage.CLOSED


def test_nothing_is_voted_before_the_sitting_opens(alice, sitting, agenda):
    with pytest.raises(Refused, match="已通知，要在会议中办理"):
        deciding.put_to_vote(alice, agenda.plan, kind=VoteKind.PAPER)


def test_closing_writes_resolutions_of_what_was_carried_and_the_minutes(alice, opened, agenda):
    close(alice, opened, agenda)
    resolution = opened.resolutions.get()
    assert str(resolution) == "关于《福利费使用方案》的决议"
    assert resolution.text == (
        "2021年3月20日，第三届职工代表大会第一次会议审议了《福利费使用方案》。第三届职工代表大会应到代表 6 人，实到 5 人。"
        "举手表决：同意 4，不同意 1，弃权 0（须 4 票以上）。赞成票超过全体代表的半数，大会决定通过《福利费使用方案》。")
    assert opened.minutes.splitlines() == [
        "2021年3月20日，第三届职工代表大会第一次会议在礼堂召开。会议由艾丽主持。",
        "第三届职工代表大会应到代表 6 人，实到 5 人。", "会议听取了厂长作的《厂长工作报告》。",
        "会议审议《福利费使用方案》。举手表决：同意 4，不同意 1，弃权 0（须 4 票以上）。超过全体代表的半数，通过。",
        "会议审议《奖金分配办法》。举手表决：同意 3，不同意 2，弃权 0（须 4 票以上）。未超过全体代表的半数，未通过。",
        "会议形成决议 1 件。", "请假：职工05。"]


def test_what_was_not_voted_does_not_bind(alice, opened, agenda):
    deciding.show_hands(alice, agenda.plan, counts=hands(agenda.plan, (4, 1, 0)), today=DAY)
    closing.close(alice, opened, on=DAY)
    said = queries.sittings.warnings(opened, DAY)
    assert any("《奖金分配办法》列入议程而没有提交表决，对职工没有约束力。规定：" in each for each in said)


def test_published_resolutions_stay_as_they_are_until_taken_back(alice, opened, agenda):
    close(alice, opened, agenda)
    resolution = opened.resolutions.get()
    closing.word(alice, resolution, text="联系人电话13900001111。")
    with pytest.raises(Refused, match="不能公开的信息"):
        closing.publish(alice, opened, on=DAY)
    closing.word(alice, resolution, text="大会通过福利费使用方案。")
    closing.publish(alice, opened, on=DAY)
    with pytest.raises(Refused, match="已经公布"):
        closing.word(alice, resolution, text="别的")
    closing.unpublish(alice, opened, why="有错字")
    resolution.sitting.refresh_from_db()
    assert closing.word(alice, resolution, text="改正").text == "改正"
    assert closing.report(alice, opened, on=date(2021, 3, 25)).reported_on == date(2021, 3, 25)


def test_late_papers_are_marked_and_do_not_block(alice, sitting):
    assert (sitting.late, queries.sittings.warnings(sitting, NOTICE)[0][:4]) == (False, "代表人数")
    sittings.hand_out(alice, sitting, on=date(2021, 3, 17))
    assert sitting.late
    said = queries.sittings.warnings(sitting, DAY)[0]
    assert said.startswith("会议材料提前 3 天发出，晚于规定。规定：会议材料提前发给代表 7 天。")
    assert sittings.hand_out(alice, sitting, on=date(2021, 3, 13)).late is False


@pytest.fixture
def joint(alice, mill, congress, six, staff):
    """A members' congress of four sits together with the workers' congress."""
    members = bodies.found(alice, union=mill, kind=Kind.MEMBERS, since=SINCE, years=5, number=5)
    four = delegates.seat(alice, members, people=[Stood(each) for each in staff[:4]], on=SINCE)
    made = sittings.plan(alice, congresses=[congress, members], on=DAY)
    sittings.add_items(alice, made, items=[Item(title="集体合同草案"), Item(title="经费报告决议")])
    own = made.items.last()
    sittings.change_item(alice, own, only=made.chambers.get(congress=members))
    sittings.give_notice(alice, made, on=NOTICE)
    for chamber, came in zip(made.chambers.all(), (six, four), strict=True):
        signing_in.sign_in(alice, chamber, came=came)
    return signing_in.convene(alice, made)


def test_a_joint_sitting_needs_both_chambers_but_for_what_is_of_one(alice, joint):
    both, own = joint.items.all()
    assert joint.title == "第三届职工代表大会暨第五次会员代表大会第一次会议"
    assert deciding.show_hands(alice, both, counts=hands(both, (5, 1, 0), (2, 2, 0)), today=DAY).carried is False
    members = joint.chambers.last()
    assert deciding.show_hands(alice, own, counts={members.pk: (3, 1, 0)}, today=DAY).carried is True
    closing.close(alice, joint, on=DAY)
    sat = [counted(f"sittings{kind}") for kind in ("", ".workers", ".members", ".teachers")]
    assert sat == [1, 1, 1, 0]
    assert [counted(key) for key in ("voted", "passed", "pass_rate", "present", "listed", "delegates")] == [2, 1, 50, 10, 10, 6]


def test_congresses_of_two_unions_do_not_sit_together(alice, carol, next_door, congress):
    other = bodies.found(carol, union=next_door, kind=Kind.WORKERS, since=SINCE, years=5)
    with pytest.raises(Refused, match="不属于同一工会"):
        sittings.plan(alice, congresses=[congress, other], on=DAY)


def test_figures_count_closed_sittings_by_their_day(alice, opened, agenda):
    assert counted("sittings") is None
    close(alice, opened, agenda)
    told = {"sittings": 1, "present": 5, "listed": 6, "heard": 1, "voted": 2, "passed": 1, "resolutions": 1, "delegates": 6}
    assert {key: counted(key) for key in told} == told
    assert (str(counted("attendance")), str(counted("pass_rate"))) == ("83.3", "50.0")
    assert (counted("sittings", "2020学年"), counted("sittings", "2021学年")) == (1, None)


def test_a_meeting_between_sittings_has_no_number_and_is_not_counted(alice, congress, six):
    between = sittings.plan(alice, congresses=[congress], on=DAY, form=Form.BETWEEN)
    assert between.title == "第三届职工代表大会联席会议"
    assert sittings.plan(alice, congresses=[congress], on=DAY).short == "三届一次职代会"


def test_an_extraordinary_sitting_says_how_many_proposers_are_missing(alice, congress, six):
    extra = sittings.plan(alice, congresses=[congress], on=DAY, form=Form.EXTRA, proposers=1)
    assert any("提议召开的代表 1 人，全体代表 6 人，还差 1 人" in each for each in queries.sittings.warnings(extra, NOTICE))


def test_the_papers_are_written_from_the_records(alice, opened, agenda, tmp_path):
    close(alice, opened, agenda)
    names = {}
    for kind in papers.KINDS:
        paper, names[kind] = papers.paper(opened, kind)
        write_word(paper, tmp_path / f"{kind}.docx")
    assert names["minutes"] == "三届一次职代会会议纪要"
    text = {kind: "\n".join(read_paragraphs(tmp_path / f"{kind}.docx")) for kind in names}
    assert "会议审议《福利费使用方案》。举手表决：同意 4" in text["minutes"]
    assert "大会决定通过《福利费使用方案》" in text["resolutions"]
    assert "东山县总工会：" in text["report"]
    assert "听取报告 1 件：《厂长工作报告》" in text["report"]
    rows = read_tables(tmp_path / "results.docx")
    assert rows[0][1] == ["第三届职工代表大会", "6", "5", "4", "1", "0", "3", "通过"]
    signed = read_tables(tmp_path / "sign-in.docx")[0]
    assert signed[-1][1:5] == ["职工05", "细纱一班", "请假", "出差"]


def test_the_desk_says_what_is_due(alice, congress, six):
    made = sittings.plan(alice, congresses=[congress], on=DAY)
    titles = {card.title: (card.due, card.urgent) for card in cards.cards(alice, NOTICE)}
    assert titles["会议材料待发"] == ("2021年3月13日", False)
    assert titles["代表构成不合规定"][1]
    assert titles["2021年还要开的大会"] == ("2021年12月31日", False)
    assert made.pk


def test_after_closing_the_desk_asks_for_publication(alice, opened, agenda):
    close(alice, opened, agenda)
    titles = {card.title: (card.due, card.urgent) for card in cards.cards(alice, date(2021, 3, 24))}
    assert titles["大会决议待公布"] == ("2021年3月23日", True)
    assert "2021年还要开的大会" not in titles
    closing.publish(alice, opened, on=date(2021, 3, 24))
    assert "大会决议待公布" not in {card.title for card in cards.cards(alice, date(2021, 3, 24))}


def test_in_shanghai_the_report_is_due_in_seven_working_days(alice, mill, opened, agenda):
    Union.objects.filter(pk=mill.pk).update(region="上海")
    close(alice, opened, agenda)
    titles = {card.title: card.due for card in cards.cards(alice, DAY)}
    assert titles["大会待报告上级工会"] == "2021年3月30日"


def test_a_term_that_ends_is_on_the_desk(alice, congress):
    titles = {card.title: card.note for card in cards.cards(alice, date(2025, 8, 1))}
    assert titles["大会届满待换届"] == "三届职代会6 个月内到期，还有 162 天"


def test_a_workshop_has_its_congress_in_the_same_pages(alice, mill):
    workshop = Union.objects.create(code="shop", name="细纱车间工会", kind=UnionKind.WORKSHOP, parent=mill)
    Person.objects.create(house=mill, union=workshop, name="车间工", staff_from=SINCE)
    congress = bodies.found(alice, union=workshop, kind=Kind.WORKSHOP, since=SINCE, years=3)
    assert sittings.plan(alice, congresses=[congress], on=DAY).title == "第一届车间职工代表大会第一次会议"


def test_carol_does_nothing_at_the_mill(carol, opened, agenda):
    with pytest.raises(PermissionDenied):
        deciding.hear(carol, agenda.report)
    with pytest.raises(PermissionDenied):
        closing.close(carol, opened, on=DAY)
    assert not queries.sittings.sittings(carol).exists()
    assert not queries.sittings.attendances(carol).exists()
