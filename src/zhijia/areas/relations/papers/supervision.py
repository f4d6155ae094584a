"""Papers of supervision: 监督意见书, 监督建议书, 不予受理告知书."""

from zhijia.areas.relations.models import Supervision
from zhijia.areas.relations.papers.mediation import BLANK, lines
from zhijia.kit.formats import day
from zhijia.kit.paper import Paper, Para


def opinion(matter: Supervision) -> Paper:
    """The letter of opinion to the employer, numbered and signed by the chair."""
    body = [
        Para(f"编号：{matter.letter_number}"),
        Para(f"{day(matter.inspected_on)}，本会劳动法律监督员 {matter.inspectors} 到你单位检查，发现下列问题："),
        *lines(matter.finding), Para("根据《中华人民共和国工会法》和劳动法律监督的规定，提出监督意见："), *lines(matter.demand),
        Para(f"请于{day(matter.answer_due_on)}前将改正情况书面答复本会。"), Para(f"签发人：{matter.signed_by}"),
    ]
    return Paper("劳动法律监督意见书", matter.employer, body, matter.union.name, matter.issued_on)


def proposal(matter: Supervision) -> Paper:
    """The letter that asks the government to act."""
    answered = "答复后没有改正" if matter.answered_on else "到期没有答复"
    body = [
        Para(f"{matter.employer}存在下列问题："), *lines(matter.finding),
        Para(f"本会于{day(matter.issued_on)}发出劳动法律监督意见书（{matter.letter_number}），该单位{answered}。"),
        Para("现提请你部门依法处理，并将处理结果告知本会。"), Para(f"工会主席：{matter.signed_by or BLANK}"),
    ]
    return Paper("劳动法律监督建议书", matter.proposed_to, body, matter.union.name, matter.proposed_on)


def notice(matter: Supervision) -> Paper:
    """The notice to a complainant that the complaint is not taken up."""
    body = [
        Para(f"您于{day(matter.on)}对{matter.employer}的投诉（{matter.number}），本会不予受理。理由：{matter.declined_why}"),
        Para("您可以依法向劳动保障监察机构投诉，或者申请劳动争议调解、仲裁。"),
    ]
    return Paper("劳动法律监督投诉不予受理告知书", matter.complainant or "投诉人", body, matter.union.name, matter.declined_on)
