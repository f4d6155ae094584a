"""Proposals on the desk, and on the page of one person."""

from dataclasses import replace

from django.utils import timezone

from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import Stage
from zhijia.areas.congress.tables.proposals import CALLS, MATTER, MINE
from zhijia.kit.area import Card

CARDS = (
    ("提案待审查", Stage.SUBMITTED, "立案、并案、转意见建议或不立案。"),
    ("逾期提案待安排", Stage.LATE, "转意见建议，或留到下次。"),
    ("提案退回待补充", Stage.RETURNED, "催补附议人，或分成两件。"),
    ("提案待交办", Stage.FILED, "定主办、协办，请领导签发。"),
    ("提案待答复", Stage.HANDED, "催主办部门按期答复。"),
    ("提案二次办理", Stage.SECOND, "当面沟通后再答复一次。"),
    ("提案待评价、办结", Stage.ANSWERED, "请提案人、附议人评价。"),
)


def cards(actor, today) -> list[Card]:
    """What is due with proposals, terms that are over first."""
    if not actor.may(queries.EDIT):
        return []
    late = queries.overdue(actor, today).count()
    found = [Card("提案超过期限", late, "congress:overdue_proposals", "审查、交办、答复或评价超过了期限。", urgent=True)]
    found += [Card(title, queries.at(actor, stage).count(), _list(stage), note) for title, stage, note in CARDS]
    return [card for card in found if card.count]


def _list(stage: Stage) -> str:
    return f"/congress/proposals/?stage={stage.value}"


def person_sections(actor, person) -> list:
    """A person's proposals, for those who may see them; on one's own page also the calls that run."""
    if person.account_id is not None and person.account_id == actor.user_id:
        calls = queries.my_calls(actor, timezone.localdate())
        return [("正在征集提案", calls, CALLS), ("我的提案", queries.mine(actor), MINE)]
    if not actor.may(queries.READ):
        return []
    table = replace(MINE, columns=tuple(MATTER if c.key == "matter" else c for c in MINE.columns), empty="没有提案。")
    return [("提案", queries.visible(actor).filter(signers__person=person).distinct(), table)]
