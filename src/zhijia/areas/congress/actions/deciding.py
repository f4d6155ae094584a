"""In the sitting: reports heard, matters put to the vote, hands counted."""

from collections.abc import Mapping, Sequence

from zhijia.areas.congress.models import Chamber, Item, ItemVote
from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.queries import sittings as queries
from zhijia.areas.congress.rules.kinds import Stage
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting.rules import Kind
from zhijia.core.policy import PolicyBook, explain
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "congress.edit"


def hear(actor, item, *, heard=True) -> Item:
    """A report was heard, an election held; or it was ticked by mistake."""
    with deed(actor, POWER, item, what=f"{'已听取' if heard else '改为未听取'}：{item.title}"):
        _sitting(item)
        item.heard = heard
    return item


def put_to_vote(actor, item, *, kind) -> list:
    """Put a matter to the vote in every chamber that decides it; electors are its delegates with a vote. Returns the votes."""
    with deed(actor, POWER, item, what=f"提交表决：{item.title}"):
        _sitting(item)
        if item.kind != Item.Kind.DECIDE:
            raise Refused("只有审议表决的事项可以提交表决。")
        if item.carried is not None:
            raise Refused("这一项已经表决过。")
        missing = [chamber for chamber in queries.deciding(item) if queries.standing_vote(item, chamber) is None]
        return [_vote(actor, item, chamber, kind) for chamber in missing]


def _vote(actor, item, chamber: Chamber, kind):
    sitting, book = item.sitting, PolicyBook(item.sitting.union, item.sitting.on)
    over, quorum = book["congress.pass"], book["congress.quorum"]
    vote = voting.prepare(
        actor, union=sitting.union, title=f"{chamber.congress.short}：{item.title}"[:120], kind=kind, on=sitting.on,
        questions=[voting.Asked(item.title)], electors=[each.person for each in bodies.voters(chamber.congress, sitting.on)],
        threshold=over.value, quorum=quorum.value, rule=f"{explain(over)}{explain(quorum)}",
    )
    line = ItemVote(item=item, chamber=chamber, vote=vote)
    with deed(actor, POWER, line, what=f"表决：{item.title}"):
        return voting.begin(actor, vote, present=chamber.present or 0)


def show_hands(actor, item, *, counts: Mapping[int, Sequence[int]], today) -> Item:
    """Hands were counted: {chamber id: (同意, 不同意, 弃权)}; the vote is held and closed at once."""
    put_to_vote(actor, item, kind=Kind.HANDS)
    for chamber in queries.deciding(item):
        voting.record_hands(actor, queries.standing_vote(item, chamber), rows=[counts[chamber.pk]], today=today)
    return settle(actor, item)


def settle(actor, item) -> Item:
    """Write down what became of an item once its votes are closed."""
    with deed(actor, POWER, item, what=f"表决结果：{item.title}"):
        _sitting(item)
        item.carried = queries.carried(item)
    return item


def _sitting(item):
    if item.sitting.stage != Stage.OPEN:
        raise Refused(f"这次会议{item.sitting.stage}，要在会议中办理。")
