"""The register of what members keeps about people: for what, on what basis, how long (个人信息保护法 6, 13, 19, 28)."""

from zhijia.core.private.register import Personal

WHO, DUTY = "职工、会员", "工会法和中国工会章程规定的会员管理职责"
KEEP = "在册期间；离开后只留姓名和会籍，其余两年后删除"


def fact(purpose: str, *, sensitive=False, basis=DUTY, keep=KEEP) -> Personal:
    return Personal(WHO, purpose, basis, keep, sensitive=sensitive)


STATISTICS = "工会统计调查和会员采集表要求的栏目"

PERSONAL = {
    "members.Person.name": fact("认出是谁", keep="会员名册永久"),
    "members.Person.mark": fact("分清同名的人"),
    "members.Person.sex": fact(STATISTICS),
    "members.Person.birth": fact("核对入会年龄、退休时间"),
    "members.Person.nation": fact(STATISTICS, sensitive=True),
    "members.Person.politics": fact(STATISTICS, sensitive=True),
    "members.Person.education": fact(STATISTICS),
    "members.Person.job": fact("分清一线和其他岗位，核对代表构成"),
    "members.Person.employment": fact("统计劳务派遣等用工形式"),
    "members.Person.dispatched": fact("统计劳务派遣职工入会"),
    "members.Person.id_no": fact("认出同一个人，防止重复登记；只用于核对", sensitive=True),
    "members.Person.phone": fact("通知会务和福利领取", sensitive=True),
    "members.Person.joined_work": fact("核对工龄"),
    "members.Person.standing": fact("区分在岗、内退、待岗、退休"),
    "members.Person.staff_from": fact("按日期统计职工人数"),
    "members.Person.staff_until": fact("按日期统计职工人数"),
    "members.Person.left_why": fact("说明离开的原因"),
    "members.Person.note": fact("补充说明"),
    "members.Person.account": fact("看自己的档案，担任职务", keep="在用期间"),
    "members.Spell.place": fact("会籍接转的去向和事由"),
    "members.Spell.card_no": fact("核对会员证", keep="会员名册永久"),
    "members.Application.reason": fact("审查入会申请", basis="本人申请", keep="永久（入会登记）"),
    "members.Application.answer": fact("答复入会申请", basis="本人申请", keep="永久（入会登记）"),
    "members.Application.card_no": fact("核对会员证", keep="会员名册永久"),
    "members.Seat.name": fact("登记委员会组成", keep="永久（换届材料）"),
}
