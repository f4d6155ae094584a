"""Letters and problems: Alice answers, Bob writes, Carol is next door, Uma is above."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import account
from zhijia.areas.members.models import Person
from zhijia.areas.relations import queries
from zhijia.areas.relations.actions import cases, letters
from zhijia.areas.relations.actions.letters import answer, call_back, hand_over, reopen
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

pytestmark = pytest.mark.django_db
DAY = date(2021, 3, 1)


def received(actor, union, on=DAY, **who):
    who = who or {"anonymous": True}
    return letters.receive(actor, union=union, on=on, way="来访", topic="工资报酬", demand="夜班费少发两个月", **who)


def figure(key, union, of=2021):
    return find(f"relations.{key}", branches(union), year(of)).value


@pytest.fixture
def letter(alice, mill, bob_person):
    return received(alice, mill, person=bob_person)


def test_a_letter_goes_its_way_with_its_days(alice, letter):
    assert (letter.number, letter.stage, letter.due_on) == ("2021-001", "已登记", date(2021, 3, 31))
    hand_over(alice, letter, to="工资科", on=date(2021, 3, 2))
    answer(alice, letter, on=date(2021, 3, 20), answer="四月补发")
    call_back(alice, letter, on=date(2021, 3, 25), verdict="不满意")
    reopen(alice, letter, on=date(2021, 3, 26), why="只补了一个月")
    assert (letter.stage, letter.clock) == ("重新办理", (date(2021, 4, 25), None))
    answer(alice, letter, on=date(2021, 4, 2), answer="两个月都补")
    call_back(alice, letter, on=date(2021, 4, 5), verdict="满意")
    letter.refresh_from_db()
    assert (letter.stage, letter.answer, letter.verdict) == ("已回访", "四月补发", "不满意")
    assert (letter.again_answer, letter.last_verdict) == ("两个月都补", "满意")
    with pytest.raises(Refused, match="已经重新办理过一次"):
        reopen(alice, letter, on=date(2021, 4, 6), why="还是不行")


def settled_on_paper(actor, union, **more):
    told = {"union": union, "on": DAY, "way": "来信", "topic": "其他", "demand": "食堂涨价", "name": "小王"}
    return letters.take_down(actor, **{**told, "answered_on": date(2021, 3, 9), "answered": "已降价", "verdict": "满意", **more})


def test_what_was_settled_on_paper_is_written_down_at_once(alice, mill):
    letter = settled_on_paper(alice, mill)
    assert (letter.stage, letter.answer, letter.called_on, letter.verdict) == ("已回访", "已降价", date(2021, 3, 9), "满意")
    assert letters.take_down(alice, union=mill, on=DAY, way="来信", topic="其他", demand="问一问", name="小王").stage == "已登记"
    for wrong in ({"answered_on": None}, {"answered_on": date(2021, 2, 1)}, {"name": "", "anonymous": True}):
        with pytest.raises(Refused):
            settled_on_paper(alice, mill, **wrong)
    assert queries.letters.visible(alice).count() == 2  # what was refused left nothing


def test_the_trail_tells_the_step_and_not_the_words(alice, letter):
    answer(alice, letter, on=date(2021, 3, 20), answer="四月补发")
    entry = Entry.objects.latest("id")
    assert (entry.what, entry.actor_name, entry.changes["stage"]) == ("答复来信来访", "艾丽", ["已登记", "已答复"])
    assert "四月补发" not in str(entry.changes) and "夜班费" not in str(list(Entry.objects.values_list("changes")))


def test_steps_out_of_order_are_refused(alice, letter):
    with pytest.raises(Refused, match="不能改为“已回访”"):
        call_back(alice, letter, on=DAY, verdict="满意")
    with pytest.raises(Refused, match="不能改为“重新办理”"):
        reopen(alice, letter, on=DAY, why="不行")
    with pytest.raises(Refused, match="答复日期 2021-02-01 早于收到日期"):
        answer(alice, letter, on=date(2021, 2, 1), answer="好")
    with pytest.raises(Refused, match="转办日期 2021-02-01 早于收到日期"):
        hand_over(alice, letter, to="工资科", on=date(2021, 2, 1))
    answer(alice, letter, on=DAY, answer="好")
    with pytest.raises(Refused, match="不能改为“已答复”"):
        answer(alice, letter, on=DAY, answer="好")
    assert call_back(alice, letter, on=DAY, verdict="满意").stage == "已回访"


def test_a_letter_is_from_one_of_three(alice, mill, bob_person):
    for who in ({"person": bob_person, "name": "鲍小波"}, {"name": "小王", "anonymous": True}, {"name": ""}):
        with pytest.raises(Refused, match="三者选一"):
            received(alice, mill, **who)
    told = [received(alice, mill, **who).who for who in ({"person": bob_person}, {"name": "小王"}, {"anonymous": True})]
    assert told == ["鲍小波", "小王", "匿名"]


def test_nobody_can_call_the_anonymous_back(alice, mill, letter):
    unknown = received(alice, mill)
    for each in (unknown, letter):
        answer(alice, each, on=DAY, answer="张贴公开")
    with pytest.raises(Refused, match="匿名的没法回访"):
        call_back(alice, unknown, on=DAY, verdict="满意")
    assert call_back(alice, letter, on=DAY, verdict="满意").pk


def test_people_of_another_roll_are_written_by_name(alice, mill, next_door):
    stranger = Person.objects.create(house=next_door, union=next_door, name="隔壁老王")
    with pytest.raises(Refused, match="不在红旗纺织厂工会的名册上"):
        received(alice, mill, person=stranger)
    assert received(alice, mill, name="隔壁老王").who == "隔壁老王"


def test_only_the_office_of_the_mill_handles_them(alice, carol, uma, audrey, tess, lee, dan, bob, nobody, letter, mill):
    assert list(queries.letters.visible(alice)) == [letter]
    for other in (carol, uma, audrey, tess, lee, dan, bob, nobody):
        assert list(queries.letters.visible(other)) == []
        with pytest.raises(PermissionDenied):
            answer(other, letter, on=DAY, answer="好")
        with pytest.raises(PermissionDenied):
            received(other, mill)
    assert answer(alice, letter, on=DAY, answer="好").pk


def test_a_member_writes_and_sees_their_own(alice, bob, bob_person, lee, carol, mill):
    mine = letters.write(bob, person=bob_person, on=DAY, topic="工时休假", demand="调休没给")
    other = received(alice, mill)
    assert list(queries.letters.mine(bob)) == [mine] and mine.due_on == date(2021, 3, 31)
    assert set(queries.letters.visible(alice)) == {mine, other}
    for stranger in (lee, carol):
        assert list(queries.letters.mine(stranger)) == []
        with pytest.raises(PermissionDenied):
            letters.write(stranger, person=bob_person, on=DAY, topic="工时休假", demand="冒名")


def test_numbers_run_through_the_year_of_a_house(alice, carol, mill, group, next_door):
    told = [received(alice, where, on=on).number for where, on in ((mill, DAY), (group, DAY), (mill, date(2022, 1, 5)))]
    assert told == ["2021-001", "2021-002", "2022-001"]
    assert received(carol, next_door).number == "2021-001"


def test_a_correction_moves_the_clock_and_a_voided_letter_counts_nowhere(alice, carol, letter, mill):
    letters.correct(alice, letter, on=date(2021, 3, 5), topic="社会保险")
    assert (letter.due_on, letter.topic) == (date(2021, 4, 4), "社会保险")
    with pytest.raises(PermissionDenied):
        cases.void(carol, letter, power="relations.handle", on=DAY, why="重复")
    twin = received(alice, mill)
    cases.void(alice, twin, power="relations.handle", on=DAY, why="重复登记")
    with pytest.raises(Refused, match="已在 2021-03-01 作废"):
        answer(alice, twin, on=DAY, answer="好")
    assert figure("letters", mill) == 1


def test_letters_are_counted_by_their_own_days(alice, mill, bob_person):
    whos = ({"person": bob_person}, {"person": bob_person}, {"name": "小王"}, {"anonymous": True})
    first, second, third, _ = (received(alice, mill, on=date(2021, 12, 10 + n), **who) for n, who in enumerate(whos))
    late = received(alice, mill, on=date(2021, 3, 1))
    answer(alice, late, on=date(2021, 4, 1), answer="晚了")
    answer(alice, first, on=date(2021, 12, 20), answer="好")
    answer(alice, second, on=date(2022, 1, 5), answer="好")
    call_back(alice, first, on=date(2021, 12, 25), verdict="基本满意")
    call_back(alice, second, on=date(2022, 1, 6), verdict="不满意")
    keys = ("letters", "letter_people", "letters_answered", "letters_due", "letters_in_time", "letters_called", "letters_content")
    assert [figure(key, mill) for key in keys] == [5, 1, 2, 1, 0, 1, 1]
    assert [figure(key, mill, 2022) for key in keys] == [None, None, 1, 4, 2, 1, 0]
    assert third.pk and [figure(key, mill, 2020) for key in keys] == [None] * 7


def test_a_letter_taken_up_again_stays_answered_in_the_year_it_was(alice, letter, mill):
    answer(alice, letter, on=date(2021, 3, 20), answer="好")
    reopen(alice, letter, on=date(2022, 1, 3), why="没落实")
    answer(alice, letter, on=date(2022, 1, 9), answer="已落实")
    call_back(alice, letter, on=date(2022, 1, 10), verdict="满意")
    assert [figure("letters_answered", mill, of) for of in (2021, 2022)] == [1, None]


def test_what_is_overdue_is_told_by_the_clock_that_runs(alice, letter, mill):
    assert list(queries.letters.overdue(alice, date(2021, 3, 31))) == []
    assert list(queries.letters.overdue(alice, date(2021, 4, 1))) == [letter]
    answer(alice, letter, on=date(2021, 4, 2), answer="好")
    assert list(queries.letters.overdue(alice, date(2021, 6, 1))) == []
    reopen(alice, letter, on=date(2021, 5, 1), why="没落实")
    assert list(queries.letters.overdue(alice, date(2021, 5, 31))) == []
    assert list(queries.letters.overdue(alice, date(2021, 6, 1))) == [letter]


def told_up(actor, union, **more):
    return letters.send_up(actor, union=union, title="多个车间拖欠夜班费", told="涉及三个车间，请帮助协调", on=DAY, **more)


def test_a_problem_goes_up_and_its_answer_comes_down(alice, uma, carol, letter, mill):
    problem = told_up(alice, mill, letter=letter)
    assert (problem.above, problem.due_on) == ("东山县总工会", date(2021, 3, 31))
    assert list(queries.letters.problems_waiting(uma)) == [problem] == list(queries.letters.problems(alice))
    assert [list(rows(carol)) for rows in (queries.letters.problems, queries.letters.problems_known)] == [[], []]
    for other in (alice, carol):
        with pytest.raises(PermissionDenied):
            letters.answer_problem(other, problem, on=DAY, answer="自己答复自己")
    letters.answer_problem(uma, problem, on=date(2021, 3, 15), answer="已约谈企业")
    with pytest.raises(Refused, match="已在 2021-03-15 答复"):
        letters.answer_problem(uma, problem, on=date(2021, 3, 16), answer="再答")
    assert list(queries.letters.problems_waiting(uma)) == []
    assert [figure(key, mill) for key in ("problems", "problems_answered")] == [1, 1]


def test_what_was_told_upwards_is_put_right_until_it_is_answered(alice, uma, mill):
    problem = told_up(alice, mill)
    with pytest.raises(PermissionDenied):
        letters.correct_problem(uma, problem, title="改题", told="改")
    letters.correct_problem(alice, problem, title="两个车间拖欠夜班费", told="涉及两个车间")
    assert (problem.title, problem.told) == ("两个车间拖欠夜班费", "涉及两个车间")
    letters.answer_problem(uma, problem, on=DAY, answer="已约谈")
    with pytest.raises(Refused, match="已在 2021-03-01 答复"):
        letters.correct_problem(alice, problem, title="再改", told="再改")


def test_the_union_above_sees_no_letter(uma, alice, letter, mill):
    told_up(alice, mill, letter=letter)
    assert list(queries.letters.visible(uma)) == [] == list(queries.letters.problems(uma))


def test_a_problem_earlier_than_its_letter_is_refused(alice, letter, mill):
    with pytest.raises(Refused, match="反映日期 2021-02-01 早于收到日期"):
        letters.send_up(alice, union=mill, title="夜班费", told="详情", on=date(2021, 2, 1), letter=letter)
    assert told_up(alice, mill, letter=letter).pk


def test_where_nobody_is_above_the_sender_writes_the_answer_down(uma, county, alice, mill):
    with pytest.raises(Refused, match="请写上级工会的名称"):
        told_up(uma, county)
    problem = told_up(uma, county, to_name="市总工会")
    with pytest.raises(PermissionDenied):
        letters.answer_problem(alice, problem, on=DAY, answer="不是我")
    assert letters.answer_problem(uma, problem, on=DAY, answer="来函答复").answer == "来函答复"


def test_a_workshop_tells_its_own_factory(alice, mill, group):
    chair = account("wanda", "万主任", group, "主席")
    problem = told_up(chair, group)
    assert problem.to == mill and list(queries.letters.problems_waiting(alice)) == [problem]
    assert letters.answer_problem(alice, problem, on=DAY, answer="已解决").answered_on == DAY
