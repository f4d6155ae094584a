"""Alice has cadres judged and the union rated: nothing before release, no small group alone, no one counts for himself."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.appraisal import actions, export, queries
from zhijia.areas.appraisal.models import Result
from zhijia.areas.appraisal.rules import Kind, Stage, Way
from zhijia.areas.appraisal.sections import person_sections
from zhijia.areas.members.models import Person, Spell
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Count
from zhijia.core.figures import find
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.core.policy import actions as standards
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
DAY, TODAY = date(2021, 12, 20), date(2021, 12, 22)
KEYED = {"issued": 60, "returned": 58, "void": 2, "tellers": "周计票、吴监票"}


def people(mill, group, *names):
    found = [Person.objects.create(house=mill, union=group, name=name) for name in names]
    for person in found:
        Spell.objects.create(person=person)
    return found


@pytest.fixture
def staff(mill, group):
    return people(mill, group, *(f"代表{n}" for n in range(12)))


@pytest.fixture
def cadres(mill, group):
    return people(mill, group, "王主任", "李班长")


@pytest.fixture
def judged(alice, mill, cadres):
    """A round with two people and the three groups of the rules, all by head count."""
    found = actions.begin(alice, union=mill, kind=Kind.CADRES, year=2021, on=DAY)
    actions.add_people(alice, found, [(cadres[0], "车间主任"), (cadres[1], "副主任")])
    for panel, heads in zip(found.panels.all(), (60, 10, 8), strict=True):
        actions.set_panel(alice, found, panel=panel, title=panel.title, weight=panel.weight, way=Way.KEYED, heads=heads)
    return found


def key_all(alice, found, small=8):
    one, two, three = found.panels.all()
    actions.key(alice, one, rows=[(30, 20, 4, 1, 1), (5, 10, 10, 31, 0)], **KEYED)
    actions.key(alice, two, issued=10, returned=10, void=0, rows=[(5, 5, 0, 0, 0), (0, 5, 5, 0, 0)], tellers="周、吴")
    rows = [(small, 0, 0, 0, 0), (0, small, 0, 0, 0)]
    return actions.key(alice, three, issued=8, returned=small, void=0, rows=rows, tellers="周、吴")


@pytest.fixture
def released(alice, judged):
    actions.call_votes(alice, judged)
    key_all(alice, judged)
    return actions.release(alice, judged, today=TODAY)


def counted(key, of=2021):
    found = find(key, Union.objects.all(), year(of))
    return (found.top, found.bottom, str(found.value)) if found.top is not None else found.value


def test_a_round_stands_ready_with_the_groups_and_grades_of_the_rules(judged):
    assert [(p.title, p.weight) for p in judged.panels.all()] == [("职工代表", 60), ("同级", 20), ("领导", 20)]
    assert (judged.grades, judged.points, judged.items) == (["优秀", "称职", "基本称职", "不称职"], [100, 85, 70, 40], ["总评"])
    assert (judged.title, judged.reports_due) == ("2021年民主评议干部", date(2021, 12, 13))


def test_what_was_released_is_every_ballot_of_every_group(released):
    assert (released.entitled, released.issued, released.returned, released.valid) == (78, 78, 76, 74)
    told = [(r.subject.title, r.counts, r.excellent, r.good, r.poor, str(r.score), r.calls) for r in Result.objects.all()]
    assert told == [
        ("王主任", [[43, 25, 4, 1, 1]], 43, 68, 1, "93.3", []),
        ("李班长", [[5, 23, 15, 31, 0]], 5, 28, 31, "67.8", ["诫勉谈话"]),
    ]


def test_figures_are_sums_of_the_stored_rows(released):
    assert (counted("appraisal.rounds"), counted("appraisal.rounds.cadres"), counted("appraisal.rounds.home")) == (1, 1, 0)
    assert (counted("appraisal.people"), counted("appraisal.people.leaders"), counted("appraisal.ballots")) == (2, 0, 76)
    assert counted("appraisal.judged.excellent_rate") == (48, 148, "32.4")
    assert counted("appraisal.judged.competent_rate") == (96, 148, "64.9")


def test_nothing_is_known_before_release(alice, judged):
    actions.call_votes(alice, judged)
    key_all(alice, judged)
    assert (counted("appraisal.people"), list(queries.results_of_round(alice, judged))) == (None, [])


def test_a_group_of_four_is_refused_and_may_be_merged(alice, judged):
    small = judged.panels.get(title="领导")
    actions.set_panel(alice, judged, panel=small, title="领导", weight=20, way=Way.KEYED, heads=4)
    with pytest.raises(Refused, match="“领导”只有 4 人，少于 5 人.*并入别的评议组"):
        actions.call_votes(alice, judged)
    into = actions.merge(alice, small, into=judged.panels.get(title="同级"))
    assert (into.title, into.weight, queries.size(into)) == ("同级、领导", 40, 14)
    assert actions.call_votes(alice, judged).stage == Stage.OPEN


def test_a_group_by_name_and_one_by_heads_are_merged_by_heads(alice, judged, staff):
    peers, chiefs = judged.panels.get(title="同级"), judged.panels.get(title="领导")
    actions.set_panel(alice, judged, panel=peers, title="同级", weight=20, way=Way.PAPER, people=staff[:6])
    into = actions.merge(alice, chiefs, into=peers)
    assert (into.way, into.heads, into.judges.count()) == (Way.KEYED, 14, 0)


def test_a_group_with_four_valid_ballots_is_counted_with_the_next(alice, judged):
    actions.call_votes(alice, judged)
    key_all(alice, judged, small=4)
    actions.release(alice, judged, today=TODAY)
    first = Result.objects.first()
    assert (first.counts, str(first.score)) == ([[39, 25, 4, 1, 1]], "92.6")


def test_four_valid_ballots_in_all_are_no_result(alice, mill):
    found = actions.begin(alice, union=mill, kind=Kind.SURVEY, year=2021, on=DAY, questions=["食堂"])
    panel = found.panels.get()
    actions.set_panel(alice, found, panel=panel, title="大家", weight=100, way=Way.KEYED, heads=6)
    actions.call_votes(alice, found)
    panel.refresh_from_db()
    actions.key(alice, panel, issued=6, returned=4, void=0, rows=[(4, 0, 0, 0)], tellers="周、吴")
    with pytest.raises(Refused, match="有效票只有 4 张"):
        actions.release(alice, found, today=TODAY)
    assert not Result.objects.exists()
    actions.key(alice, panel, issued=6, returned=5, void=0, rows=[(5, 0, 0, 0)], tellers="周、吴")
    assert actions.release(alice, found, today=TODAY).valid == 5


def test_few_ballots_are_told_in_bands_and_in_no_figure(alice, mill):
    found = rated(alice, mill, heads=12, row=(10, 1, 1, 0), kind=Kind.SURVEY, questions=["食堂"])
    assert (Result.objects.get().rate, Result.objects.get().votes(0)) == ("90%及以上", "")
    assert (counted("appraisal.survey.rate"), counted("appraisal.rounds.surveys")) == (None, 1)
    actions.withdraw(alice, found, why="规定须公布票数")
    standards.override(alice, mill, "appraisal.full_from", 5, since=date(2021, 1, 1), source="评议办法第九条")
    actions.release(alice, found, today=TODAY)
    assert (Result.objects.get().rate, Result.objects.get().votes(0)) == ("91.7%", "10（83.3%）")
    assert counted("appraisal.survey.rate") == (11, 12, "91.7")


def rated(alice, mill, *, heads, row, kind=Kind.HOME, returned=None, **more):
    found = actions.begin(alice, union=mill, kind=kind, year=2021, on=DAY, **more)
    panel = found.panels.get()
    actions.set_panel(alice, found, panel=panel, title=panel.title, weight=100, way=Way.KEYED, heads=heads)
    actions.call_votes(alice, found)
    panel.refresh_from_db()
    rows, back = [row] * found.subjects.count(), returned or sum(row)
    actions.key(alice, panel, issued=heads, returned=back, void=back - sum(row), rows=rows, tellers="周、吴")
    return actions.release(alice, found, today=TODAY)


def test_members_rate_their_union(alice, mill):
    found = rated(alice, mill, heads=141, row=(127, 10, 0, 0))
    assert [s.title for s in found.subjects.all()] == ["工会工作", "工会主席"]
    assert counted("appraisal.home.rate") == (137, 137, "100.0")
    said = queries.remarks(found, list(queries.results_of_round(alice, found)))
    assert [each.split("。")[0] for each in said] == ["会员满意率 100.0%，达到"] * 2


def test_less_than_two_thirds_of_the_members_rate_nothing(alice, mill):
    with pytest.raises(Refused, match="141 人中 93 人参评，不足 2/3，这次评家无效"):
        rated(alice, mill, heads=141, row=(93, 0, 0, 0))
    assert rated(alice, mill, heads=141, row=(94, 0, 0, 0)).stage == Stage.RELEASED


def test_who_is_judged_does_not_count(alice, judged):
    actions.call_votes(alice, judged)
    panel, rows = judged.panels.first(), [(58, 0, 0, 0, 0)] * 2
    with pytest.raises(Refused, match="王主任 是被评议的人"):
        actions.key(alice, panel, issued=60, returned=58, void=0, rows=rows, tellers="王主任、吴监票")
    assert actions.key(alice, panel, issued=60, returned=58, void=0, rows=rows, tellers="周计票、吴监票").count


def test_totals_that_cannot_be_right_are_refused(alice, judged):
    actions.call_votes(alice, judged)
    panel = judged.panels.first()
    with pytest.raises(Refused, match="“王主任（车间主任）”各栏合计 50 张，应等于有效票 56 张"):
        actions.key(alice, panel, rows=[(50, 0, 0, 0, 0), (56, 0, 0, 0, 0)], **KEYED)
    with pytest.raises(Refused, match="收回 61 张，多于发出 60 张"):
        actions.key(alice, panel, issued=60, returned=61, void=0, rows=[(61, 0, 0, 0, 0)] * 2, tellers="周、吴")


def test_a_group_by_name_votes_once_with_every_subject_a_question(alice, audrey, judged, staff):
    chiefs = judged.panels.get(title="领导")
    actions.set_panel(alice, judged, panel=chiefs, title="领导", weight=20, way=Way.PAPER, people=staff[:6])
    with pytest.raises(Refused, match="代表0（领导）.*已经在别的评议组里"):
        peers = judged.panels.get(title="同级")
        actions.set_panel(alice, judged, panel=peers, title="同级", weight=20, way=Way.PAPER, people=staff[:6])
    actions.call_votes(alice, judged)
    chiefs.refresh_from_db()
    asked = [(q.text, q.choices) for q in chiefs.vote.questions.all()]
    grades = ["优秀", "称职", "基本称职", "不称职", "弃权"]
    assert asked == [("王主任（车间主任）", grades), ("李班长（副主任）", grades)]
    vote = voting.begin(alice, chiefs.vote, present=6)
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=Count(6, 6, 0, ((6, 0, 0, 0, 0), (0, 6, 0, 0, 0))), today=DAY)
    for panel, heads in zip(judged.panels.exclude(pk=chiefs.pk), (60, 10), strict=True):
        rows = [(heads, 0, 0, 0, 0)] * 2
        actions.key(alice, panel, issued=heads, returned=heads, void=0, rows=rows, tellers="周、吴")
    assert actions.release(alice, judged, today=TODAY).valid == 76


def test_the_judged_who_keyed_a_count_sheet_spoils_the_count(alice, audrey, mill, group, staff):
    auditor = Person.objects.create(house=mill, union=group, name="敖经审", account_id=audrey.user_id)
    found = actions.begin(alice, union=mill, kind=Kind.LEADERS, year=2021, on=DAY)
    actions.add_people(alice, found, [(auditor, "班长")])
    one, *rest = found.panels.all()
    actions.set_panel(alice, found, panel=one, title="职工代表", weight=100, way=Way.PAPER, people=staff)
    for panel in rest:
        actions.remove_panel(alice, panel)
    actions.call_votes(alice, found)
    one.refresh_from_db()
    vote = voting.begin(alice, one.vote, present=12)
    for teller in (alice, audrey):
        voting.key_count(teller, vote, count=Count(12, 12, 0, ((12, 0, 0, 0, 0),)), today=DAY)
    with pytest.raises(Refused, match="敖经审 是被评议的人，又参加了计票"):
        actions.release(alice, found, today=TODAY)


def test_a_void_vote_is_held_again(alice, judged, staff):
    chiefs = judged.panels.get(title="领导")
    actions.set_panel(alice, judged, panel=chiefs, title="领导", weight=20, way=Way.SLIPS, people=staff[:6])
    actions.call_votes(alice, judged)
    chiefs.refresh_from_db()
    first = chiefs.vote
    with pytest.raises(Refused, match="只有投票作废的"):
        actions.again(alice, chiefs)
    voting.void(alice, first, why="停电")
    assert actions.again(alice, chiefs).vote != first


def test_quality_by_quality_and_the_whole(alice, mill, cadres):
    found = actions.begin(alice, union=mill, kind=Kind.LEADERS, year=2021, on=DAY, by_quality=True)
    actions.add_people(alice, found, [(cadres[1], "班长")])
    assert queries.names(found) == [f"李班长（班长）：{item}" for item in ("德", "能", "勤", "绩", "廉", "总评")]


def test_a_late_report_is_marked_late(alice, judged):
    one, two = judged.subjects.all()
    actions.hand_in(alice, one, on=date(2021, 12, 13), report="一年来……")
    actions.hand_in(alice, two, on=date(2021, 12, 14))
    assert (one.late, two.late) == (False, True)
    assert not any("述职报告" in each for each in queries.outlook(judged))


def test_the_list_is_closed_when_the_vote_is_called(alice, judged, staff):
    actions.add_people(alice, judged, [(staff[0], "班长")])
    with pytest.raises(Refused, match="代表0 已经在评议名单上"):
        actions.add_people(alice, judged, [(staff[0], "班长")])
    actions.call_votes(alice, judged)
    with pytest.raises(Refused, match="测评中，名单和评议组不能再改"):
        actions.add_people(alice, judged, [(staff[1], "班长")])


def test_a_talk_follows_a_released_result(alice, judged):
    subject = judged.subjects.last()
    with pytest.raises(Refused, match="公布结果以后"):
        actions.talk(alice, subject, on=TODAY, by="厂长")
    actions.call_votes(alice, judged)
    key_all(alice, judged)
    actions.release(alice, judged, today=TODAY)
    assert [r.subject.title for r in queries.to_talk(alice)] == ["李班长"]
    told = actions.talk(alice, subject, on=TODAY, by="厂长", measures="每月到班组", due=date(2022, 3, 1))
    assert (list(queries.to_talk(alice)), [t.pk for t in queries.to_follow(alice, date(2022, 3, 1))]) == ([], [told.pk])
    actions.follow_up(alice, told, on=date(2022, 3, 2), outcome="做到了")
    assert (list(queries.to_follow(alice, date(2022, 3, 5))), counted("appraisal.talks")) == ([], 1)


def test_a_release_taken_back_shows_nothing_and_may_be_made_anew(alice, released):
    actions.withdraw(alice, released, why="一组数字录错")
    assert (released.stage, released.valid, Result.objects.count(), counted("appraisal.people")) == (Stage.OPEN, None, 0, None)
    assert actions.release(alice, released, today=TODAY).stage == Stage.RELEASED


def test_a_void_round_takes_its_votes_along(alice, judged, staff):
    chiefs = judged.panels.get(title="领导")
    actions.set_panel(alice, judged, panel=chiefs, title="领导", weight=20, way=Way.PAPER, people=staff[:6])
    actions.call_votes(alice, judged)
    actions.void(alice, judged, why="大会改期")
    chiefs.refresh_from_db()
    assert (judged.stage, chiefs.vote.stage) == (Stage.VOID, "已作废")


def test_the_judged_sees_the_own_result_after_release_and_carol_nothing(alice, carol, mill, bob, bob_person, judged):
    actions.add_people(alice, judged, [(bob_person, "班长")])
    assert list(person_sections(bob, bob_person)[0][1]) == []
    actions.call_votes(alice, judged)
    for panel, heads in zip(judged.panels.all(), (60, 10, 8), strict=True):
        rows = [(heads, 0, 0, 0, 0)] * 3
        actions.key(alice, panel, issued=heads, returned=heads, void=0, rows=rows, tellers="周、吴")
    actions.release(alice, judged, today=TODAY)
    assert [r.subject.title for r in person_sections(bob, bob_person)[0][1]] == ["鲍小波"]
    assert list(queries.results_of(carol, bob_person)) == [] == list(queries.visible(carol))


def test_carol_and_audrey_run_nothing_of_the_mill(alice, carol, audrey, judged):
    for actor in (carol, audrey):
        with pytest.raises(PermissionDenied):
            actions.call_votes(actor, judged)
    assert actions.call_votes(alice, judged).stage == Stage.OPEN


def test_the_year_without_a_round_is_missed_from_november_on(alice, mill, judged):
    assert queries.missing(alice, date(2022, 10, 31)) == []
    assert queries.missing(alice, date(2022, 11, 1)) == [Kind.CADRES, Kind.HOME]
    assert queries.missing(alice, date(2021, 11, 1)) == [Kind.HOME]


def test_one_in_five_may_be_excellent_and_the_page_says_when_more_are(alice, judged):
    actions.call_votes(alice, judged)
    for panel, heads in zip(judged.panels.all(), (60, 10, 8), strict=True):
        rows = [(heads, 0, 0, 0, 0)] * 2
        actions.key(alice, panel, issued=heads, returned=heads, void=0, rows=rows, tellers="周、吴")
    actions.release(alice, judged, today=TODAY)
    (said,) = queries.remarks(judged, list(queries.results_of_round(alice, judged)))
    assert said.startswith("2 人得票最多的是“优秀”，按比例至多 1 人") and "未核实" in said


def test_the_report_names_ballots_grades_and_rules(alice, released):
    paper = export.report(alice, released, up=True)
    words = "\n".join(piece.text for piece in paper.body)
    assert "应参加 78 人，发出 78 张，收回 76 张，有效 74 张。" in words
    told = "优秀 5 票（6.8%），称职 23 票（31.1%），基本称职 15 票（20.3%），不称职 31 票（41.9%），称职率 37.8%"
    assert f"李班长（副主任）：{told}，加权得分 67.8 分。" in words
    assert "诫勉谈话" in words and "未核实" in words
    assert paper.to == "东山县总工会"
