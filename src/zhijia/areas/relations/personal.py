"""The register of what the room keeps about people: for what, on what basis, how long (个人信息保护法 6, 13, 19, 28)."""

from zhijia.core.private.register import Personal

DUTY = "工会法规定的维护职工合法权益的职责"


def letter(purpose: str, *, sensitive=True) -> Personal:
    return Personal("来信来访人", purpose, DUTY, "办结后十年", sensitive=sensitive)


def dispute(purpose: str, *, sensitive=True) -> Personal:
    return Personal("劳动争议当事人", purpose, "当事人申请调解；劳动争议调解仲裁法", "结案后十年", sensitive=sensitive)


def matter(purpose: str) -> Personal:
    return Personal("投诉人和检查中涉及的职工", purpose, "工会劳动法律监督的职责", "办结后十年", sensitive=True)


PERSONAL = {
    "relations.Letter.name": letter("答复和回访", sensitive=False),
    "relations.Letter.demand": letter("办理诉求"),
    "relations.Letter.answer": letter("答复本人，备查"),
    "relations.Letter.reopened_why": letter("知道为什么重新办理"),
    "relations.Letter.again_answer": letter("答复本人，备查"),
    "relations.Problem.told": letter("请上级工会帮助解决，不写个人姓名"),
    "relations.Problem.answer": letter("记下上级工会的答复"),
    "relations.Dispute.name": dispute("通知和送达", sensitive=False),
    "relations.Dispute.claim": dispute("调解"),
    "relations.Dispute.refused_why": dispute("告知申请人"),
    "relations.Dispute.outcome": dispute("制作协议书、通知书"),
    "relations.Hearing.present": dispute("制作笔录"),
    "relations.Hearing.words": dispute("制作笔录"),
    "relations.Supervision.complainant": matter("告知处理结果"),
    "relations.Supervision.complaint": matter("检查"),
    "relations.Supervision.finding": matter("提出监督意见"),
    "relations.Supervision.demand": matter("提出监督意见"),
    "relations.Supervision.answer": matter("督促改正"),
    "relations.Representative.name": Personal("协商代表", "登记谁参加协商", "集体合同规定", "随集体合同永久"),
}
