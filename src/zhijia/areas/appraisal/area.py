"""The plate on the door: what appraisal offers to the house."""

from zhijia.areas.appraisal import queries
from zhijia.areas.appraisal.figures import FIGURES
from zhijia.areas.appraisal.rules import Kind
from zhijia.areas.appraisal.sections import person_sections
from zhijia.core.org.models import Role
from zhijia.core.org.powers import OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem

MISSING = {Kind.CADRES: "今年还没有民主评议", Kind.HOME: "今年还没有会员评家"}


def cards(actor, today) -> list[Card]:
    """What appraisal still owes: rounds of the year, reports, results to publish, talks, measures to look at."""
    if not actor.may("appraisal.run"):
        return []
    found = [Card(MISSING[kind], 1, "appraisal:begin", "每年至少一次，年底前办。", urgent=True)
             for kind in queries.missing(actor, today)]
    found += [
        Card("述职报告未交", queries.without_report(actor, today).count(), "/appraisal/?stage=准备中", "打开评议，看缺谁的。"),
        Card("评议结果待公布", queries.to_release(actor).count(), "/appraisal/?stage=测评中", "各组都计完了票，统计并公布。"),
        Card("该谈话的还没有谈", queries.to_talk(actor).count(), "appraisal:results", "不称职票达到规定比例。", urgent=True),
        Card("整改到期待跟踪", queries.to_follow(actor, today).count(), "/appraisal/talks/?open=1", "看措施落实了没有。"),
        Card("评议结果未报上级", queries.to_report(actor).count(), "/appraisal/?stage=已公布", "下载报告送上级，登记日期。"),
    ]
    return [card for card in found if card.count]


def _of_judged(purpose: str) -> Personal:
    return Personal("被评议的人", purpose, "民主评议办法", "随干部评议材料长期", sensitive=True)


AREA = Area(
    key="appraisal",
    name="评议",
    powers=(
        Power("appraisal.read", "看评议和公布的结果", (*OFFICE, Role.AUDITOR, Role.INSPECTOR)),
        Power("appraisal.run", "组织评议", OFFICE),
    ),
    menu=(MenuItem("评议和测评", "appraisal:rounds", "appraisal.read", "民主管理"),),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("民主评议汇总", "appraisal:results", "appraisal.read"),
        Ledger("会员评家汇总", "appraisal:home", "appraisal.read"),
        Ledger("满意度测评汇总", "appraisal:surveys", "appraisal.read"),
        Ledger("反馈谈话登记", "appraisal:talks", "appraisal.run"),
    ),
    personal={
        "appraisal.Subject.report": _of_judged("供评议人了解履职情况"),
        "appraisal.Talk.measures": _of_judged("反馈评议结果，商定整改措施"),
        "appraisal.Talk.outcome": _of_judged("跟踪整改"),
    },
    person_sections=person_sections,
)
