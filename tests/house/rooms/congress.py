"""One record of every kind in the congress room."""

from datetime import date
from io import BytesIO

from tests.house.rooms import at

SINCE, NOTICE, DAY = date(2025, 1, 5), date(2025, 3, 1), date(2025, 3, 10)
ELECTED = date(2025, 5, 20)


def keep(side, kept):
    """What the chair of a side writes down about congresses, one subject after another."""
    _bodies(side, kept)
    _sittings(side, kept)
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
    stood = [Stood(kept.person, votes=5), Stood(kept.colleague, votes=4)]
    kept.delegate, other = delegates.elect(chair, kept.district, on=SINCE, present=5, results=stood)
    gone, = delegates.seat(chair, kept.congress, people=[Stood(kept.without_account)], on=SINCE)
    delegates.end_seat(chair, gone, on=date(2025, 2, 1), why=f"{side.secret}调离")
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
    signing_in.sign_in(chair, kept.chamber, came=[kept.delegate, kept.second_delegate])
    signing_in.show_code(chair, kept.sitting, today=DAY)
    kept.line = kept.chamber.attendances.first()
    signing_in.convene(chair, kept.sitting)
    signing_in.correct_line(chair, kept.line, coming=kept.line.coming, reason=f"{side.secret}迟到")
    deciding.hear(chair, kept.report_item)
    deciding.show_hands(chair, passing, counts={kept.chamber.pk: (2, 0, 0)}, today=DAY)
    closing.close(chair, kept.sitting, on=DAY)
    kept.resolution = kept.sitting.resolutions.get()
    kept.planned_sitting = sittings.plan(chair, congresses=[kept.congress], on=date(2025, 12, 1), place=f"{mark}会议室")
    kept.planned_item, = sittings.add_items(chair, kept.planned_sitting, items=[Item(title=f"{mark}待审议")])


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


RECORDS = {
    **at("congress", "congress", "congress correct_term draw_districts share_out roll seat enrol_all"),
    **at("congress", "district", "district elect change_district drop_district"),
    **at("congress", "delegate", "delegate correct_seat end_seat replace"),
    **at("congress", "sitting", "sitting close minute publish unpublish report"),
    **at("congress", "sitting", "word_minutes word_resolutions word_results word_sign_in word_report"),
    **at("congress", "planned_sitting", "correct cancel agenda preside give_notice hand_out attach door convene sitting@planned"),
    **at("congress", "handout", "handout detach"), **at("congress", "chamber", "sign_in_list sign_in"),
    **at("congress", "line", "correct_line"), **at("congress", "report_item", "item@report hear"),
    **at("congress", "agenda_item", "item put_to_vote show_hands settle"),
    **at("congress", "planned_item", "change_item drop_item item@planned"),
    **at("congress", "resolution", "resolution word_resolution"),
    **at("congress", "planned_election", "correct_election cancel_election nominate put_in_order post_candidates record_reply"),
    **at("congress", "election", "election ask prepare_round leave_vacant divide result_sheet keep_paper"),
    **at("congress", "candidate", "drop_candidate"), **at("congress", "round", "round settle write_in"),
    **at("congress", "waiting_request", "request_below reply request_letter"),
}
OPEN_ABOVE = {"congress:request_below", "congress:reply"}
