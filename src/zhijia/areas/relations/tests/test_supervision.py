"""Supervision of labour law: Alice signs, the employer answers or the government is asked."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.relations import queries
from zhijia.areas.relations.actions import cases, supervision
from zhijia.areas.relations.actions.supervision import (
    answer,
    close,
    complain,
    decline,
    inspect,
    issue,
    propose,
)
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
DAY = date(2021, 9, 14)
LETTER = date(2021, 9, 16)
DUE = date(2021, 10, 13)  # 15 working days on, around mid-autumn and National Day


def visited(actor, union, on=DAY, inspectors="甲、乙"):
    return supervision.visit(actor, union=union, on=on, employer="红旗纺织厂", inspectors=inspectors, finding="夜班费未付")


def complained(actor, union, on=DAY):
    return complain(actor, union=union, on=on, employer="红旗纺织厂", complaint="加班不付钱", complainant="王芳")


def issued(actor, union, on=LETTER):
    return issue(actor, visited(actor, union), on=on, demand="补发夜班费", signed_by="艾丽")


def figure(key, union, of=2021):
    return find(f"relations.{key}", branches(union), year(of)).value


def test_a_letter_is_numbered_signed_and_answered(alice, mill):
    matter = issued(alice, mill)
    assert (matter.number, matter.letter_number, matter.answer_due_on) == ("2021-001", "〔2021〕1号", DUE)
    answer(alice, matter, on=date(2021, 10, 11), answer="已补发", corrected=True)
    with pytest.raises(Refused, match="不必提请政府处理"):
        propose(alice, matter, on=date(2021, 10, 14), to="县人社局")
    assert close(alice, matter, on=date(2021, 10, 12), result="已改正").stage == "已办结"
    assert issued(alice, mill).letter_number == "〔2021〕2号"


def test_the_government_is_asked_when_no_answer_came(alice, mill):
    matter = issued(alice, mill)
    assert list(queries.supervision.unanswered_in_time(alice, DUE)) == []
    with pytest.raises(Refused, match="过了期限没有答复才提请"):
        propose(alice, matter, on=DUE, to="县人社局")
    assert list(queries.supervision.unanswered_in_time(alice, date(2021, 10, 14))) == [matter]
    propose(alice, matter, on=date(2021, 10, 14), to="县人社局")
    answer(alice, matter, on=date(2021, 11, 1), answer="已补发", corrected=True)
    assert close(alice, matter, on=date(2021, 11, 2), result="已改正").result == "已改正"


def test_an_answer_that_mends_nothing_goes_on_to_the_government(alice, mill):
    matter = answer(alice, issued(alice, mill), on=date(2021, 9, 20), answer="没钱", corrected=False)
    assert propose(alice, matter, on=date(2021, 9, 22), to="县人社局").stage == "已提请政府处理"


def test_one_inspector_is_not_enough(alice, mill):
    with pytest.raises(Refused, match="2 名以上监督员"):
        visited(alice, mill, inspectors="甲")
    matter = complained(alice, mill)
    with pytest.raises(Refused, match="2 名以上监督员"):
        inspect(alice, matter, on=DAY, inspectors="甲", finding="属实")
    assert inspect(alice, matter, on=DAY, inspectors="甲、乙", finding="属实").stage == "已检查"


def test_a_complaint_is_looked_into_or_turned_down_in_writing(alice, mill):
    matter = complained(alice, mill)
    assert matter.notice_due_on == date(2021, 9, 22)  # 5 working days, 18 September is worked, 19 to 21 are free
    with pytest.raises(Refused, match="不受理日期 2021-09-01 早于收到投诉"):
        decline(alice, matter, on=date(2021, 9, 1), why="不属于")
    decline(alice, matter, on=DAY, why="不属于劳动法律监督范围")
    with pytest.raises(Refused, match="已经结束"):
        inspect(alice, matter, on=DAY, inspectors="甲、乙", finding="属实")
    assert list(queries.supervision.complaints(alice)) == []


def test_steps_and_days_out_of_order_are_refused(alice, mill):
    matter = visited(alice, mill)
    with pytest.raises(Refused, match="不能改为“已答复”"):
        answer(alice, matter, on=DAY, answer="好", corrected=True)
    with pytest.raises(Refused, match="意见书日期 2021-09-01 早于检查"):
        issue(alice, matter, on=date(2021, 9, 1), demand="改", signed_by="艾丽")
    with pytest.raises(Refused, match="请写签发人"):
        issue(alice, matter, on=LETTER, demand="改", signed_by="")
    matter.refresh_from_db()
    issue(alice, matter, on=LETTER, demand="改", signed_by="艾丽")
    with pytest.raises(Refused, match="不能改为“已办结”"):
        close(alice, matter, on=LETTER, result="好")
    with pytest.raises(Refused, match="答复日期 2021-09-15 早于意见书"):
        answer(alice, matter, on=date(2021, 9, 15), answer="好", corrected=True)
    assert answer(alice, matter, on=LETTER, answer="好", corrected=True).pk


def test_only_the_office_of_the_mill_supervises(alice, carol, uma, audrey, tess, lee, dan, bob, nobody, mill):
    matter = issued(alice, mill)
    assert list(queries.supervision.visible(alice)) == [matter]
    for other in (carol, uma, audrey, tess, lee, dan, bob, nobody):
        assert list(queries.supervision.visible(other)) == []
        with pytest.raises(PermissionDenied):
            answer(other, matter, on=LETTER, answer="好", corrected=True)
        with pytest.raises(PermissionDenied):
            visited(other, mill)
    assert answer(alice, matter, on=LETTER, answer="好", corrected=True).pk


def test_letters_of_opinion_are_counted_by_their_days(alice, mill):
    answer(alice, issued(alice, mill), on=date(2022, 1, 4), answer="好", corrected=True)
    issued(alice, mill)
    mistaken = visited(alice, mill)
    cases.void(alice, mistaken, power="relations.supervise", on=DAY, why="登记错了")
    keys = ("inspections", "opinions", "opinions_answered")
    assert [[figure(key, mill, of) for key in keys] for of in (2020, 2021, 2022)] == [[None] * 3, [2, 2, 0], [0, 0, 1]]
