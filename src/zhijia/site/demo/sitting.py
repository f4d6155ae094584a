"""One sitting of a congress from notice to report, as a union of the demo holds it."""

from datetime import date, timedelta

from zhijia.areas.congress.actions import closing, deciding, delegates, signing_in, sittings
from zhijia.areas.congress.actions.delegates import Stood
from zhijia.areas.congress.models import Item
from zhijia.areas.congress.rules.kinds import Group

PAPERS, PUBLISHED, REPORTED = timedelta(10), timedelta(3), timedelta(7)
AGAINST = 1


def seat(actor, congress, people, on: date, group=Group.TEACHER, leaders=3) -> None:
    """The delegates of a congress, the first of them leaders."""
    stood = [Stood(each, Group.LEADER if place < leaders else group) for place, each in enumerate(people)]
    delegates.seat(actor, congress, people=stood, on=on)


def hear(title: str, speaker: str) -> Item:
    """A report to hear."""
    return Item(kind=Item.Kind.REPORT, title=title, speaker=speaker)


def decide(title: str, text: str = "", **more) -> Item:
    """A matter to decide."""
    return Item(title=title, text=text, **more)


def hold(actor, sitting, items, *, absent=1):
    """Notice and papers in time, sign-in, reports heard, hands counted, resolutions, published and reported."""
    items = sittings.add_items(actor, sitting, items=items)
    sittings.hand_out(actor, sitting, on=sitting.on - PAPERS)
    sittings.give_notice(actor, sitting, on=sitting.on - PAPERS)
    chambers = list(sitting.chambers.select_related("congress"))
    sittings.preside(actor, sitting, delegates=chambers[0].congress.delegates.all()[1:6])
    for chamber in chambers:
        signing_in.sign_in(actor, chamber, came=list(chamber.congress.delegates.all())[absent:])
    signing_in.convene(actor, sitting)
    for item in items:
        _take(actor, sitting, item)
    closing.close(actor, sitting, on=sitting.on)
    closing.publish(actor, sitting, on=sitting.on + PUBLISHED)
    closing.report(actor, sitting, on=sitting.on + REPORTED)
    return sitting


def _take(actor, sitting, item) -> None:
    """An item heard, or voted with all hands but one."""
    if item.kind == Item.Kind.REPORT:
        deciding.hear(actor, item)
        return
    chambers = [each for each in sitting.chambers.all() if item.only_id in (None, each.pk)]
    counts = {each.pk: (each.present - AGAINST, 0, AGAINST) for each in chambers}
    deciding.show_hands(actor, item, counts=counts, today=sitting.on)
