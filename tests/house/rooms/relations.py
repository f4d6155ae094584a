"""Relations: a letter, a problem, disputes, matters of supervision and contracts at every step."""

from datetime import date

from tests.house.rooms import at
from zhijia.areas.relations.actions import contracts, letters, mediation, supervision

DAY, NEXT, LATER = date(2025, 3, 3), date(2025, 3, 4), date(2025, 6, 3)


def keep(side, kept):
    _letters(side, kept)
    _disputes(side, kept)
    _supervision(side, kept)
    _contracts(side, kept)


def _letters(side, kept):
    chair, union, mark, secret = side.chair, side.union, side.mark, side.secret
    told = {"union": union, "on": DAY, "way": "来访", "topic": "工资报酬", "demand": f"{secret}诉求"}
    kept.letter = letters.receive(chair, person=kept.colleague, **told)
    letters.hand_over(chair, kept.letter, to=f"{mark}科", on=NEXT)
    kept.answered_letter = letters.receive(chair, name=f"{mark}来访人", **told)
    letters.answer(chair, kept.answered_letter, on=NEXT, answer=f"{secret}答复")
    kept.own_letter = letters.write(kept.self_actor, person=kept.person, on=DAY, topic="工时休假", demand=f"{mark}调休")
    kept.problem = letters.send_up(
        chair, union=union, letter=kept.letter, title=f"{side.open}拖欠夜班费", told=f"{side.open}三个车间", on=NEXT
    )


def _disputes(side, kept):
    chair, mark, secret = side.chair, side.mark, side.secret
    told = {"union": side.union, "on": DAY, "topic": "劳动报酬", "respondent": f"{mark}单位", "claim": f"{secret}请求"}
    kept.applied_dispute = mediation.apply(chair, name=f"{mark}申请人", **told)
    kept.dispute = mediation.apply(chair, person=kept.colleague, heads=12, representatives=f"{mark}代表", **told)
    mediation.accept(chair, kept.dispute, on=NEXT, mediators=f"{mark}调解员")
    kept.hearing = mediation.hear(
        chair, kept.dispute, kind="调查笔录", on=NEXT, present=f"{secret}在场", words=f"{secret}经过", taken_by=f"{mark}记录"
    )


def _supervision(side, kept):
    chair, mark, secret = side.chair, side.mark, side.secret
    told = {"union": side.union, "on": DAY, "employer": f"{mark}单位"}
    kept.complaint = supervision.complain(chair, complaint=f"{secret}投诉", complainant=f"{secret}投诉人", **told)
    kept.inspected = supervision.visit(chair, inspectors=f"{mark}甲、{mark}乙", finding=f"{secret}问题", **told)
    kept.matter = supervision.visit(chair, inspectors=f"{mark}甲、{mark}乙", finding=f"{secret}问题", **told)
    supervision.issue(chair, kept.matter, on=NEXT, demand=f"{secret}意见", signed_by=f"{mark}主席")


def _contracts(side, kept):
    chair, mark = side.chair, side.mark
    kept.offer = contracts.offer(chair, union=side.union, kind="集体合同", by="职工方", on=DAY)
    contract = kept.contract = contracts.offer(chair, union=side.union, kind="集体合同", by="企业方", on=DAY)
    contracts.reply(chair, contract, on=NEXT, agreed=True, reply=f"{mark}同意")
    sides = [("职工方", name) for name in "甲乙丙"] + [("企业方", name) for name in "丁戊己"]
    *_, kept.representative = [contracts.seat(chair, contract, side=way, name=f"{mark}{name}") for way, name in sides]
    contracts.talk(chair, contract, on=NEXT, minutes=f"{mark}纪要", place=f"{mark}会议室")
    contracts.pass_draft(chair, contract, on=NEXT, by=f"{mark}职代会", entitled=100, in_favour=90)
    contracts.sign(chair, contract, on=NEXT, years=3, summary=f"{mark}内容")
    contracts.send(chair, contract, on=NEXT, to=f"{mark}人社局")
    kept.check = contracts.check(chair, contract, on=LATER, by=f"{mark}检查人", finding=f"{mark}履行")


def _paper(record, paper):
    return lambda side: [getattr(side.kept, record).pk, paper]


RECORDS = {
    **at("relations", "letter", "letter hand_over answer send_up correct_letter void_letter"),
    **at("relations", "answered_letter", "call_back reopen letter@answered"), **at("relations", "own_letter", "my_letter"),
    **at("relations", "problem", "problem answer_problem correct_problem"),
    **at("relations", "applied_dispute", "accept refuse withdraw dispute@applied"),
    **at("relations", "dispute", "dispute hear extend settle end_mediation correct_dispute void_dispute"),
    **at("relations", _paper("dispute", "application"), "dispute_word"),
    **at("relations", _paper("dispute", "acceptance"), "dispute_word@acceptance"), **at("relations", "hearing", "hearing_word"),
    **at("relations", "complaint", "decline inspect matter@complaint"), **at("relations", "inspected", "issue"),
    **at("relations", "matter", "matter employer_answers propose close_matter correct_matter void_matter"),
    **at("relations", _paper("matter", "opinion"), "matter_word"),
    **at("relations", "offer", "reply seat talk"),
    **at("relations", "contract", "contract pass_draft sign send object_to end_contract renew check"),
    **at("relations", "contract", "correct_contract void_contract"),
    **at("relations", "representative", "unseat"), **at("relations", "check", "report"),
}
OPEN_TO_SELF = {"relations:my_letter"}
OPEN_ABOVE = {"relations:problem", "relations:answer_problem"}
SEALED = {
    **at("relations", "letters", "letter letter@answered correct_letter letters"),
    **at("relations", "mediation", "dispute dispute@applied correct_dispute dispute_word hearing_word"),
    **at("relations", "supervision", "matter matter@complaint correct_matter matter_word"),
}
