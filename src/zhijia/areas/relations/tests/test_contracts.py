"""Collective contracts: Alice's mill talks with the factory; the draft needs more than half of all."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.members import actions as members
from zhijia.areas.relations import queries
from zhijia.areas.relations.actions import cases, contracts
from zhijia.areas.relations.actions.contracts import (
    check,
    end,
    object_to,
    offer,
    pass_draft,
    reply,
    seat,
    send,
    sign,
    talk,
)
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.core.periods import year
from zhijia.core.refused import Refused

pytestmark = pytest.mark.django_db
DAY = date(2021, 1, 4)
VOTE = {"by": "第六届职代会第二次会议", "entitled": 301, "in_favour": 268}


def offered(actor, union, kind="集体合同", on=DAY):
    return offer(actor, union=union, kind=kind, by="职工方", on=on)


def seated(actor, contract, **workers):
    """Three on each side."""
    for side, names in (("职工方", "甲乙丙"), ("企业方", "丁戊己")):
        for name in names:
            seat(actor, contract, side=side, name=name, chief=name in "甲丁", **(workers if side == "职工方" else {}))
    return contract


def talking(actor, union, **more):
    return seated(actor, reply(actor, offered(actor, union, **more), on=date(2021, 1, 10), agreed=True), frontline=True)


def passed(actor, union, **more):
    return pass_draft(actor, talking(actor, union, **more), on=date(2021, 2, 1), **VOTE)


def sent(actor, union, years=1, **more):
    contract = sign(actor, passed(actor, union, **more), on=date(2021, 2, 3), years=years)
    return send(actor, contract, on=date(2021, 2, 5), to="县人社局")


def figure(key, union, of=2021):
    return find(f"relations.{key}", branches(union), year(of)).value


def test_a_contract_comes_into_force_by_its_days(alice, mill):
    contract = offered(alice, mill)
    assert (contract.number, contract.reply_due_on) == ("2021-001", date(2021, 1, 19))
    contract = sent(alice, mill, years=2)
    assert (contract.send_due_on, contract.effective_on, contract.last_on) == (
        date(2021, 2, 13), date(2021, 2, 20), date(2023, 2, 19)
    )
    assert [figure("contracts", mill, of) for of in (2020, 2021, 2022, 2023)] == [None, 1, 1, 0]
    assert [figure(key, mill) for key in ("contracts_signed", "offers")] == [1, 2]


def test_who_will_not_talk_says_why(alice, mill):
    contract = offered(alice, mill)
    with pytest.raises(Refused, match="请写明理由"):
        reply(alice, contract, on=DAY, agreed=False)
    with pytest.raises(Refused, match="答复日期 2021-01-01 早于要约"):
        reply(alice, contract, on=date(2021, 1, 1), agreed=True)
    contract.refresh_from_db()
    assert reply(alice, contract, on=DAY, agreed=False, reply="经营困难").stage == "拒绝协商"
    assert reply(alice, contract, on=date(2021, 3, 1), agreed=True).stage == "协商中"


def test_a_draft_half_agree_to_has_not_passed(alice, mill):
    contract = talking(alice, mill)
    with pytest.raises(Refused, match="赞成 150 票，应到 300 人，没有通过"):
        pass_draft(alice, contract, on=DAY, by="职代会", entitled=300, in_favour=150)
    with pytest.raises(Refused, match="比应到 300 人还多"):
        pass_draft(alice, contract, on=DAY, by="职代会", entitled=300, in_favour=301)
    contract.refresh_from_db()
    assert pass_draft(alice, contract, on=DAY, by="职代会", entitled=300, in_favour=151).stage == "草案已通过"


def test_a_table_that_is_not_in_order_passes_nothing(alice, mill):
    contract = reply(alice, offered(alice, mill, kind="工资专项集体合同"), on=DAY, agreed=True)
    with pytest.raises(Refused, match="协商代表不合规定：职工方代表不少于 3 人"):
        pass_draft(alice, contract, on=DAY, **VOTE)
    contract.refresh_from_db()
    seated(alice, contract)
    with pytest.raises(Refused, match="一线职工不少于 1/3"):
        pass_draft(alice, contract, on=DAY, **VOTE)
    first = contract.representatives.get(name="乙")
    contracts.unseat(alice, first)
    seat(alice, contract, side="职工方", name="庚", frontline=True)
    assert pass_draft(alice, contract, on=DAY, **VOTE).passed_by == "第六届职代会第二次会议"


def test_a_women_committee_sends_a_woman(alice, mill):
    contract = talking(alice, mill)
    members.open_term(alice, union=mill, committee="女职工委员会", since=date(2020, 1, 1), years=5)
    assert queries.contracts.table_problems(contract) == ["有女职工委员会的，职工方代表要有女职工。"]
    contracts.unseat(alice, contract.representatives.get(name="乙"))
    seat(alice, contract, side="职工方", name="辛", woman=True)
    assert queries.contracts.table_problems(contract) == []


def test_one_name_sits_once_and_one_chief_a_side(alice, mill):
    contract = talking(alice, mill)
    with pytest.raises(Refused, match="已经是协商代表"):
        seat(alice, contract, side="企业方", name="甲")
    with pytest.raises(Refused, match="这一方已有首席代表"):
        seat(alice, contract, side="企业方", name="壬", chief=True)
    assert seat(alice, contract, side="企业方", name="壬").pk


def test_nobody_is_seated_once_the_draft_has_passed(alice, mill):
    contract = talking(alice, mill)
    assert talk(alice, contract, on=DAY, minutes="谈妥", signed=True).pk
    with pytest.raises(Refused, match="会议日期 2021-01-01 早于要约"):
        talk(alice, contract, on=date(2021, 1, 1), minutes="太早")
    pass_draft(alice, contract, on=DAY, **VOTE)
    for late in (lambda: seat(alice, contract, side="企业方", name="壬"), lambda: talk(alice, contract, on=DAY, minutes="晚了")):
        with pytest.raises(Refused, match="协商中的才能登记代表和会议"):
            late()


def test_a_term_outside_the_rule_is_refused(alice, mill):
    contract = passed(alice, mill)
    with pytest.raises(Refused, match="期限应为 1 至 3 年"):
        sign(alice, contract, on=date(2021, 2, 3), years=4)
    contract.refresh_from_db()
    with pytest.raises(Refused, match="签订日期 2021-01-05 早于通过"):
        sign(alice, contract, on=date(2021, 1, 5), years=3)
    contract.refresh_from_db()
    assert sign(alice, contract, on=date(2021, 2, 3), years=3).years == 3


def test_an_objection_sends_it_back_before_it_takes_effect(alice, mill):
    contract = sent(alice, mill)
    object_to(alice, contract, on=date(2021, 2, 10), objection="最低工资写错")
    assert (contract.stage, contract.effective_on) == ("有异议", None)
    assert figure("contracts", mill) == 0
    pass_draft(alice, contract, on=date(2021, 3, 1), **VOTE)
    send(alice, sign(alice, contract, on=date(2021, 3, 2), years=1), on=date(2021, 3, 3), to="县人社局")
    with pytest.raises(Refused, match="合同已在 2021-03-18 生效"):
        object_to(alice, contract, on=date(2021, 3, 18), objection="晚了")
    assert figure("contracts", mill) == 1


def test_a_contract_ends_early_only_while_it_runs(alice, mill):
    contract = sent(alice, mill)
    with pytest.raises(Refused, match="终止日期 2021-02-10 早于生效"):
        end(alice, contract, on=date(2021, 2, 10), why="双方同意")
    with pytest.raises(Refused, match="已经到期"):
        end(alice, contract, on=date(2022, 3, 1), why="双方同意")
    contract.refresh_from_db()
    assert end(alice, contract, on=date(2021, 6, 1), why="双方同意").stage == "已终止"
    assert figure("contracts", mill) == 0


def test_what_runs_out_is_told_until_it_is_renewed(alice, mill):
    contract = sent(alice, mill)  # until 19 February 2022
    assert queries.contracts.running_out(alice, date(2021, 8, 19)) == []
    assert queries.contracts.running_out(alice, date(2021, 8, 20)) == [(contract, 6)]
    assert queries.contracts.running_out(alice, date(2022, 1, 25)) == [(contract, 1)]
    with pytest.raises(Refused, match="还没有报送生效"):
        contracts.renew(alice, offered(alice, mill), by="职工方", on=date(2021, 12, 1))
    following = contracts.renew(alice, contract, by="职工方", on=date(2021, 12, 1))
    assert (following.renews, following.kind) == (contract, "集体合同")
    assert queries.contracts.running_out(alice, date(2022, 1, 25)) == []


def test_fulfilment_is_looked_at_and_told_to_the_congress(alice, mill):
    contract = sent(alice, mill)  # from 20 February 2021
    assert queries.contracts.to_check(alice, date(2021, 8, 19)) == []
    assert queries.contracts.to_check(alice, date(2021, 8, 20)) == [contract]
    with pytest.raises(Refused, match="检查日期 2021-02-01 早于生效"):
        check(alice, contract, on=date(2021, 2, 1), by="甲", finding="好")
    done = check(alice, contract, on=date(2021, 8, 20), by="甲", finding="工资已按约定调整")
    assert (queries.contracts.to_check(alice, date(2022, 2, 18)), list(queries.contracts.untold(alice))) == ([], [done])
    with pytest.raises(Refused, match="报告日期 2021-08-01 早于检查"):
        contracts.report(alice, done, on=date(2021, 8, 1))
    contracts.report(alice, done, on=date(2021, 9, 1))
    assert (list(queries.contracts.untold(alice)), figure("contract_checks", mill)) == ([], 1)
    with pytest.raises(Refused, match="还没有生效"):
        check(alice, offered(alice, mill), on=date(2021, 9, 1), by="甲", finding="好")


def test_everyone_with_a_post_reads_a_contract_and_only_the_office_bargains(alice, carol, uma, audrey, lee, dan, bob, mill):
    contract = talking(alice, mill)
    for reader in (alice, audrey):
        assert list(queries.contracts.visible(reader)) == [contract]
    for other in (carol, uma, dan, bob):
        assert list(queries.contracts.visible(other)) == []
    for other in (carol, uma, audrey, lee, dan, bob):
        with pytest.raises(PermissionDenied):
            pass_draft(other, contract, on=DAY, **VOTE)
        with pytest.raises(PermissionDenied):
            offered(other, mill)
    assert pass_draft(alice, contract, on=DAY, **VOTE).pk


def test_a_member_reads_the_contracts_that_hold_for_them(alice, carol, bob_person, mill, next_door, group):
    contract = sent(alice, mill)
    sent(carol, next_door)
    assert list(queries.contracts.holding_for(bob_person, date(2021, 2, 19))) == []
    assert list(queries.contracts.holding_for(bob_person, date(2021, 2, 20))) == [contract]


def test_a_voided_contract_counts_nowhere(alice, mill):
    contract = sent(alice, mill)
    cases.void(alice, contract, power="relations.bargain", on=DAY, why="登记错了")
    assert [figure(key, mill) for key in ("contracts", "contracts_signed")] == [None, None]
