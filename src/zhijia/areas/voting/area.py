"""The plate on the door: what voting offers to the house."""

from zhijia.areas.voting import queries
from zhijia.areas.voting.figures import FIGURES
from zhijia.core.org.models import Role
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem

TELLERS = (*OFFICE, Role.TREASURER, Role.AUDITOR, Role.LEADER)
OPEN = "/voting/?stage=投票中"


def cards(actor, today) -> list[Card]:
    """Votes that wait for somebody: to be gone on with, counted again, closed, or their ballots destroyed."""
    found = []
    if actor.may("voting.run"):
        found += [
            Card("表决进行中", queries.under_way(actor, today).count(), OPEN, "登记结果或结束表决。"),
            Card("表决该结束了", queries.to_close(actor, today).count(), OPEN, "表决日期已过，还没有结果。", urgent=True),
            Card("选票保存期满", len(queries.to_destroy(actor, today)), "voting:due", "申诉期已过，销毁选票和票号。"),
        ]
    if actor.may("voting.count"):
        found.append(Card("计票单不一致", len(queries.differing(actor)), OPEN, "两位计票人重数后更正。", urgent=True))
    return [card for card in found if card.count]


AREA = Area(
    key="voting",
    name="表决",
    powers=(
        Power("voting.read", "看表决和结果", EVERYONE),
        Power("voting.run", "组织表决", OFFICE),
        Power("voting.count", "计票", TELLERS),
    ),
    menu=(MenuItem("表决", "voting:votes", "voting.read", "民主管理"),),
    figures=FIGURES,
    cards=cards,
    ledgers=(Ledger("表决登记", "voting:votes", "voting.read"),),
    personal={
        "voting.Ballot.picks": Personal(
            "投票的人（不知道是谁）", "计票", "选举办法、民主管理规定的无记名投票", "申诉期满后销毁（默认结果公布后 90 天）",
            sensitive=True,
        ),
    },
)
