"""The register of the mill comes in whole, twice is once, and it can be taken back."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from zhijia.areas.congress import importing
from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.models import Collection, Congress, Delegate, Proposal, Signer
from zhijia.areas.members.models import Person
from zhijia.core.imports.batches import undo
from zhijia.core.refused import Refused

DATA = Path(__file__).parents[5] / "tests/fixtures/data"
FILE, TODAY = DATA / "proposals.xlsx", date(2021, 3, 20)


def judged(actor, union, file=FILE, **options):
    return importing.judge(actor, union, file, name="提案.xlsx", options=options, today=TODAY)


def test_the_register_is_judged_and_nothing_is_written(alice, mill):
    verdict, truth = judged(alice, mill), json.loads((DATA / "truth/proposals.json").read_text("utf-8"))
    assert (verdict.totals, verdict.counts["new"]) == ({"received": 40, "after_merging": 34}, 40)
    assert Counter(p.code for p in verdict.problems) == Counter(f for one in truth["proposals"] for f in one["faults"])
    assert "1、2；3、4、5；7、8；11、12；29、30 号" in verdict.notes[1]
    assert not Proposal.objects.exists() and not Collection.objects.exists()


def test_written_proposals_stand_where_the_file_puts_them(alice, mill, group):
    known = Person.objects.create(house=mill, union=group, name="梁平明")
    importing.write(alice, mill, judged(alice, mill))
    assert Counter(Proposal.objects.values_list("stage", flat=True)) == {"待审查": 28, "退回补充": 10, "逾期": 2}
    call = Collection.objects.get()
    assert (call.series, call.deadline, call.since, call.proposals.count()) == ("2021", date(2021, 3, 10), None, 40)
    first = Proposal.objects.get(number=1)
    assert (first.code, [(s.part, s.name, s.person) for s in first.signers.all()]) == (
        "2021-01", [("提案人", "梁平明", known), ("附议人", "魏静红", None), ("附议人", "石珍", None)],
    )
    own = Proposal.objects.get(number=7)
    assert ([s.name for s in own.signers.filter(part="附议人")], own.why[:12]) == (["尉迟建平"], "附议人里有提案人自己，不")


def test_the_same_file_again_changes_nothing(alice, mill):
    importing.write(alice, mill, judged(alice, mill))
    again = judged(alice, mill)
    assert (again.counts, importing.write(alice, mill, again)) == ({"new": 0, "same": 40, "changed": 0, "left_out": 0}, None)


def test_other_words_are_a_change_until_it_was_reviewed(alice, mill):
    importing.write(alice, mill, judged(alice, mill))
    Proposal.objects.filter(number__in=(1, 6)).update(reason="旧话")
    actions.review(alice, Proposal.objects.get(number=6), result="立案", on=TODAY)
    again = judged(alice, mill, year="2021", deadline="2021-03-10")
    assert again.counts == {"new": 0, "same": 38, "changed": 1, "left_out": 1}
    batch = importing.write(alice, mill, again)
    assert Proposal.objects.get(number=1).reason == "灯管老化，频闪明显，影响判废准确率"
    assert undo(alice, batch, power="congress.edit") == {"removed": 0, "restored": 1}
    assert Proposal.objects.get(number=1).reason == "旧话"


def test_an_import_is_taken_back_whole(alice, mill):
    batch = importing.write(alice, mill, judged(alice, mill))
    assert undo(alice, batch, power="congress.edit") == {"removed": 41, "restored": 0}
    assert not Proposal.objects.exists() and not Collection.objects.exists() and not Signer.objects.exists()


def test_a_proposal_reviewed_since_keeps_the_import_from_being_taken_back(alice, mill):
    batch = importing.write(alice, mill, judged(alice, mill))
    actions.review(alice, Proposal.objects.get(number=1), result="立案", on=TODAY)
    with pytest.raises(Refused, match="有 1 行后来又人工更正过"):
        undo(alice, batch, power="congress.edit")


def test_a_call_on_record_takes_the_file_with_its_delegates_and_deadline(alice, mill, group, tmp_path):
    congress = Congress.objects.create(union=mill, kind="职工代表大会", number=6, since=date(2020, 1, 1))
    for name in ("甲", "乙", "丙"):
        person = Person.objects.create(house=mill, union=group, name=name)
        Delegate.objects.create(congress=congress, person=person, since=date(2020, 1, 1))
    call = actions.call(alice, union=mill, congress=congress, since=date(2021, 2, 1), deadline=date(2021, 3, 1))
    file = tmp_path / "提案.csv"
    rows = ("案由,提案人,附议人,理由,措施,日期", "修路,甲,乙、丙,坏,修,2021-02-20", "修桥,甲,乙、丁,坏,修,2021-03-02")
    file.write_text("\n".join(rows), "utf-8")
    verdict = judged(alice, mill, file)
    assert [(p.row, p.code) for p in verdict.problems] == [(3, "seconder_not_delegate"), (3, "after_deadline")]
    importing.write(alice, mill, verdict)
    assert [(p.code, p.stage) for p in call.proposals.all()] == [("6-2021-01", "待审查"), ("6-2021-02", "逾期")]


def test_a_file_without_a_deadline_asks_for_one(alice, mill, tmp_path):
    file = tmp_path / "提案.csv"
    file.write_text("案由,提案人,附议人,理由,措施,日期\n修路,甲,乙、丙,坏,修,2021-02-20\n", "utf-8")
    with pytest.raises(Refused, match="没有写征集截止日期"):
        judged(alice, mill, file)
    with pytest.raises(Refused, match="截止日期“三月”看不懂"):
        judged(alice, mill, file, deadline="三月")
    assert judged(alice, mill, file, deadline="2021-03-10").totals == {"received": 1, "after_merging": 1}


def test_carol_and_lee_bring_nothing_into_the_mill(carol, lee, mill):
    for stranger in (carol, lee):
        with pytest.raises(PermissionDenied):
            judged(stranger, mill)
