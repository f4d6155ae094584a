"""What is due with proposals."""

from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import Stage
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
