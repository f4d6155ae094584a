"""One record of every kind in the congress room."""

from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone

from tests.house.rooms import at

SINCE, NOTICE, DAY = date(2025, 1, 5), date(2025, 3, 1), date(2025, 3, 10)
ELECTED = date(2025, 5, 20)


def keep(side, kept):
    """What the chair of a side writes down about congresses, one subject after another."""
    _bodies(side, kept)
    _sittings(side, kept)
    _proposals(side, kept)
    _elections(side, kept)


def _bodies(side, kept):
    from zhijia.areas.congress.actions import bodies, delegates
    from zhijia.areas.congress.actions.delegates import Stood
    from zhijia.areas.congress.rules.kinds import Kind

    chair, mark = side.chair, side.mark
    kept.congress = bodies.found(chair, union=side.union, kind=Kind.WORKERS, since=SINCE, years=5, number=3)
    bodies.draw_districts(chair, kept.congress, rows=[(f"{mark}选区", 5)])
    kept.district = kept.congress.districts.get()
    bodies.change_district(chair, kept.district, seats=3)
    stood = [Stood(kept.person, votes=5), Stood(kept.colleague, votes=4), Stood(kept.doubted, votes=3)]
    kept.delegate, other, _ = delegates.elect(chair, kept.district, on=SINCE, present=5, results=stood)
    kept.gone_delegate, = delegates.seat(chair, kept.congress, people=[Stood(kept.without_account)], on=SINCE)
    delegates.end_seat(chair, kept.gone_delegate, on=date(2025, 2, 1), why=f"{side.secret}调离")
    kept.second_delegate = other


def _sittings(side, kept):
    from zhijia.areas.congress.actions import closing, deciding, signing_in, sittings
    from zhijia.areas.congress.models import Item

    chair, mark = side.chair, side.mark
    kept.sitting = sittings.plan(
        chair, congresses=[kept.congress], on=DAY, place=f"{mark}礼堂", topic=f"{mark}议题", chair=f"{mark}主持",
        recorder=f"{mark}记录",
    )
    kept.report_item, kept.agenda_item, passing = sittings.add_items(chair, kept.sitting, items=[
        Item(kind=Item.Kind.REPORT, title=f"{mark}报告", speaker=f"{mark}厂长"),
        Item(title=f"{mark}未表决事项", text=f"{mark}草案"), Item(title=f"{mark}奖金办法"),
    ])
    upload = BytesIO(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    upload.name = f"{mark}材料.pdf"
    kept.handout = sittings.attach(chair, kept.sitting, upload=upload)
    sittings.hand_out(chair, kept.sitting, on=NOTICE)
    sittings.preside(chair, kept.sitting, delegates=[kept.delegate])
    sittings.give_notice(chair, kept.sitting, on=NOTICE)
    kept.chamber = kept.sitting.chambers.get()
    excused, = [each for each in kept.congress.delegates.all() if each.person_id == kept.doubted.pk]
    came = [kept.delegate, kept.second_delegate]
    signing_in.sign_in(chair, kept.chamber, came=came, excused={excused: f"{side.secret}病假"})
    signing_in.show_code(chair, kept.sitting, today=DAY)
    kept.line = kept.chamber.attendances.first()
    signing_in.convene(chair, kept.sitting)
    signing_in.correct_line(chair, kept.line, coming=kept.line.coming, reason=f"{side.secret}迟到")
    deciding.hear(chair, kept.report_item)
    deciding.show_hands(chair, passing, counts={kept.chamber.pk: (2, 0, 0)}, today=DAY)
    closing.close(chair, kept.sitting, on=DAY)
    kept.congress_resolution = kept.sitting.resolutions.get()
    kept.planned_sitting = sittings.plan(chair, congresses=[kept.congress], on=date(2025, 12, 1), place=f"{mark}会议室")
    kept.planned_item, = sittings.add_items(chair, kept.planned_sitting, items=[Item(title=f"{mark}待审议")])


def _proposals(side, kept):
    """A call that runs with proposals at several stages, one merged, one answered twice; a register handed in."""
    from tests.house.kept import _batch, _handed_in
    from zhijia.areas.congress.actions import proposals
    from zhijia.areas.congress.actions import proposals_handling as handling

    chair, mark, today = side.chair, side.mark, timezone.localdate()
    days = {"since": today - timedelta(5), "deadline": today + timedelta(15)}
    kept.collection = proposals.call(chair, union=side.union, congress=kept.congress, theme=f"{mark}建言", **days)

    def raised(n, **more):
        texts = {"matter": f"{mark}第{n}件", "kind": "安全", "reason": f"{mark}理由", "measures": f"{mark}措施"}
        people = {"proposers": [kept.person], "seconders": [kept.colleague, kept.doubted], **more}
        return proposals.propose(chair, kept.collection, **texts, **people, on=today)

    kept.gathering = raised(1, seconders=[])
    kept.asked = raised(2, proposers=[kept.colleague], seconders=[])
    proposals.add_seconders(chair, kept.asked, [kept.person], own=True)
    kept.proposal, kept.filed, kept.merged = raised(3), raised(4), raised(5)
    kept.answered = raised(6)
    proposals.review(chair, kept.filed, result="立案", on=today)
    proposals.review(chair, kept.merged, result="并案", into=kept.filed, on=today)
    proposals.review(chair, kept.answered, result="立案", on=today)
    handling.hand_over(chair, kept.answered, main=f"{mark}科", signed_by=f"{mark}厂长", on=today, instruction=f"{mark}批示")
    reply = {"kind": "C", "trouble": f"{mark}困难", "answered_by": f"{mark}科长", "on": today}
    handling.answer(chair, kept.answered, **reply)
    proposer = kept.answered.signers.get(part="提案人")
    handling.rate(chair, kept.answered, proposer, grade="不满意", words=f"{mark}意见", on=today)
    handling.answer(chair, kept.answered, **reply, talked_on=today, talk=f"{mark}面谈")
    register = f"征集截止：2021年3月10日\n案由,提案人,附议人\n{mark}路,{mark}甲,{mark}乙\n"
    kept.proposals_file = _handed_in(side, "提案.csv", register)
    kept.proposals_batch = _batch(side, "proposals", "congress.edit")


def _elections(side, kept):
    """Two elections: one in preparation, one with its result handed up. Who stands is named to the union above (open)."""
    from zhijia.areas.congress.actions import elections, rounds
    from zhijia.areas.congress.actions import requests as asking
    from zhijia.areas.congress.rules.elections import Aim, Body, Office
    from zhijia.areas.members import actions as members
    from zhijia.areas.voting import actions as voting

    chair, union = side.chair, side.union
    people = [members.add(chair, union=side.group, name=f"{side.open}候选{n}", member=True) for n in "甲乙丙丁"]
    told = {"union": union, "aim": Aim.RENEWAL, "office": Office.MEMBER, "on": ELECTED, "number": 4}
    kept.planned_election = elections.plan(chair, body=Body.WOMEN, seats=1, **told)
    kept.candidate = elections.nominate(
        chair, kept.planned_election, people=people[:2], by=f"{side.mark}分会", on=date(2025, 5, 1)
    )[0]
    kept.election = elections.plan(chair, body=Body.UNION, seats=3, **told)
    elections.nominate(chair, kept.election, people=people, by=f"{side.mark}分会", on=date(2025, 5, 1))
    elections.post(
        chair, kept.election, since=date(2025, 5, 5), until=date(2025, 5, 12), objections=f"{side.mark}没有异议"
    )
    elections.keep_paper(chair, kept.election, number=5, on=ELECTED, kept=f"{side.mark}卷宗")
    agreed = asking.ask(chair, kept.election, on=date(2025, 5, 5), number="1号")
    asking.record_reply(chair, agreed, answer="同意", on=date(2025, 5, 6), by="县总工会")
    kept.election.refresh_from_db()
    kept.round = rounds.prepare(chair, kept.election)
    entitled = kept.round.vote.electors.count()
    voting.begin(chair, kept.round.vote, present=entitled)
    kept.request = agreed
    kept.waiting_request = asking.ask(chair, kept.planned_election, on=date(2025, 5, 6), number="2号")


CALL = "collection extend_call propose publish_proposals withdraw_results report_proposals commend_units print_proposals"
RECORDS = {
    **at("congress", "congress", "congress correct_term draw_districts share_out roll seat enrol_all"),
    **at("congress", "district", "district elect change_district drop_district"),
    **at("congress", "delegate", "delegate correct_seat end_seat replace"),
    **at("congress", "gone_delegate", "delegate@gone"),
    **at("congress", "sitting", "sitting close minute publish unpublish report"),
    **at("congress", "sitting", "word_minutes word_resolutions word_results word_sign_in word_report"),
    **at("congress", "planned_sitting", "correct cancel agenda preside give_notice hand_out attach door convene sitting@planned"),
    **at("congress", "handout", "handout detach"), **at("congress", "chamber", "sign_in_list sign_in"),
    **at("congress", "line", "correct_line"), **at("congress", "report_item", "item@report hear"),
    **at("congress", "agenda_item", "item put_to_vote show_hands settle"),
    **at("congress", "planned_item", "change_item drop_item item@planned"),
    **at("congress", "congress_resolution", "resolution word_resolution"),
    **at("congress", "planned_election", "correct_election cancel_election nominate put_in_order post_candidates record_reply"),
    **at("congress", "election", "election ask prepare_round leave_vacant divide result_sheet keep_paper"),
    **at("congress", "candidate", "drop_candidate"), **at("congress", "round", "round settle write_in"),
    **at("congress", "waiting_request", "request_below reply letter_below request_letter"),
    **at("congress", "collection", f"{CALL} word_proposals my_propose"),
    **at("congress", "proposal", "proposal amend_proposal withdraw_proposal give_back_proposal review_proposal word_proposal"),
    **at("congress", "proposal", "my_proposal"), **at("congress", "merged", "proposal@merged review_again"),
    **at("congress", "gathering", "add_seconders carry_proposal my_amend my_ask my_withdraw"),
    **at("congress", "asked", "my_second my_decline"), **at("congress", "filed", "hand_over"),
    **at("congress", "answered", "answer_proposal rate_proposal close_proposal award_proposal my_rate proposal@answered"),
    **at("congress", "answered", "my_proposal@answered"),
    **at("congress", "proposals_file", "preview_proposals"), **at("congress", "proposals_batch", "undo_proposals"),
}
OPEN_ABOVE = {"congress:request_below", "congress:reply", "congress:letter_below"}
SEALED = at("congress", "congress", "delegate@gone sign_in correct_line word_sign_in")
OPEN_TO_SELF = {
    "congress:my_propose", "congress:my_proposal", "congress:my_proposal@answered", "congress:my_amend", "congress:my_ask",
    "congress:my_withdraw", "congress:my_second", "congress:my_decline", "congress:my_rate",
}
OPEN_TO_SIGNERS = {"congress:my_propose", "congress:my_proposal", "congress:my_proposal@answered", "congress:my_rate"}
