"""Papers of mediation: 调解申请书, 受理通知书, 不予受理通知书, 调查笔录, 调解笔录, 调解协议书, 终止通知书."""

from zhijia.areas.relations.models import Dispute, Hearing
from zhijia.kit.formats import day
from zhijia.kit.paper import Paper, Para

BLANK = "________"
COMMITTEE = "劳动争议调解委员会"


def application(dispute: Dispute) -> Paper:
    """The application; an oral one is signed by whoever wrote it down."""
    how = "口头申请，当场记录，经申请人核对。" if dispute.oral else ""
    body = [
        Para(f"申请人：{dispute.applicant}"), *_represented(dispute), Para(f"被申请人：{dispute.respondent}"),
        Para(f"争议事由：{dispute.topic}"), Para("请求事项、事实和理由", 1), *lines(dispute.claim),
        *([Para(how)] if how else []), Para(f"申请人签名：{BLANK}"),
    ]
    return Paper("劳动争议调解申请书", to=_committee(dispute), body=body, dated=dispute.received_on)


def acceptance(dispute: Dispute) -> Paper:
    """The notice that the application is accepted."""
    body = [
        Para(f"您于{day(dispute.received_on)}就{dispute.topic}争议提出的调解申请（{dispute.number}），本委员会决定受理。"),
        Para(f"调解员：{dispute.mediators or BLANK}。"),
        Para(f"本委员会在收到申请之日起的期限内（{day(dispute.last_on)}前）调解；到期没有达成协议的，您可以依法申请仲裁。"),
    ]
    return Paper("劳动争议调解受理通知书", dispute.applicant, body, _committee(dispute), dispute.accepted_on)


def refusal(dispute: Dispute) -> Paper:
    """The notice that it is not, with the reason."""
    body = [
        Para(f"您于{day(dispute.received_on)}提出的调解申请（{dispute.number}），本委员会不予受理。理由如下："),
        *lines(dispute.refused_why), Para("您可以依法向劳动争议仲裁委员会申请仲裁。"),
    ]
    return Paper("劳动争议调解不予受理通知书", dispute.applicant, body, _committee(dispute), dispute.refused_on)


def record(hearing: Hearing) -> Paper:
    """What was said (笔录), with room for the signatures."""
    dispute = hearing.dispute
    body = [
        Para(f"编号：{dispute.number}"), Para(f"时间：{day(hearing.on)}"), Para(f"地点：{hearing.place or BLANK}"),
        Para(f"调解员：{dispute.mediators or BLANK}　记录人：{hearing.taken_by or BLANK}"), Para(f"在场人：{hearing.present}"),
        *lines(hearing.words), Para(f"以上记录经核对无误。在场人签名：{BLANK}　调解员签名：{BLANK}"),
    ]
    return Paper(f"劳动争议{hearing.kind}", body=body)


def agreement(dispute: Dispute) -> Paper:
    """What both agreed: signed by both and the mediator, sealed, it binds them (调解仲裁法 §14)."""
    body = [
        Para(f"申请人：{dispute.applicant}"), *_represented(dispute), Para(f"被申请人：{dispute.respondent}"),
        Para(f"争议事由：{dispute.topic}"), Para("经本委员会调解，双方自愿达成如下协议："), *lines(dispute.outcome),
        Para("本协议由双方当事人签名或者盖章，经调解员签名并加盖调解委员会印章后生效，对双方具有约束力，双方应当履行。"),
        Para("因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金达成的协议，到期不履行的，可以依法向人民法院申请支付令。"),
        Para(f"申请人：{BLANK}　被申请人：{BLANK}　调解员：{BLANK}"),
    ]
    return Paper("劳动争议调解协议书", body=body, signed_by=_committee(dispute), dated=dispute.closed_on)


def ending(dispute: Dispute) -> Paper:
    """The notice that mediation ended without agreement."""
    body = [
        Para(f"您与{dispute.respondent}的{dispute.topic}争议（{dispute.number}），经调解没有达成协议，本委员会终止调解。"),
        *lines(dispute.outcome), Para("您可以依法向劳动争议仲裁委员会申请仲裁。"),
    ]
    return Paper("劳动争议终止调解通知书", dispute.applicant, body, _committee(dispute), dispute.closed_on)


def _represented(dispute):
    return [Para(f"推举的代表：{dispute.representatives}")] if dispute.representatives else []


def _committee(dispute) -> str:
    return f"{dispute.union.name}{COMMITTEE}"


def lines(text: str) -> list[Para]:
    """What was typed, a paragraph a line; a line to fill in where nothing was."""
    return [Para(line) for line in text.splitlines() if line.strip()] or [Para(BLANK)]
