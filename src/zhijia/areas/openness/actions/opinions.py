"""What workers say to what is open, and the answers, each within its days."""

from django.utils import timezone

from zhijia.areas.openness import queries, rules
from zhijia.areas.openness.models import Opinion
from zhijia.areas.openness.rules import PUBLIC, State, Way
from zhijia.core.org.actor import Actor
from zhijia.core.policy import policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.publishing import publishable

POWER = "openness.edit"


def tell(actor, item, *, text, way, received_on, teller="") -> Opinion:
    """Write down an opinion that came by box, phone or word of mouth."""
    opinion = _opinion(item, text, way, received_on, teller)
    with deed(actor, POWER, opinion, what=f"登记职工意见：{item.title}"):
        if item.state not in (State.ASKING, *PUBLIC):
            raise Refused(f"“{item}”还没有公开，也没有征求意见。")
    return opinion


def put_in(item, *, text) -> Opinion:
    """The box without a login: nobody is noted, whoever sends it; full for an hour when somebody floods it."""
    today = timezone.localdate()
    opinion = _opinion(item, text, Way.WEB, today, "")
    most = policy("openness.web_opinions_per_hour", item.union, today)
    with deed(Actor.nobody(), POWER, opinion, what=f"网页意见：{item.title}", own=True):
        if not rules.room_for_more(queries.told_lately(item.union), most.whole):
            raise Refused("这一小时收到的意见已经很多，意见箱暂时满了。请过一小时再提，或投公开栏旁的意见箱、打电话。")
    return opinion


def _opinion(item, text, way, received_on, teller) -> Opinion:
    days = policy("openness.answer_days", item.union, received_on)
    due = rules.answer_due(received_on, days.whole)
    return Opinion(item=item, text=text, way=way, received_on=received_on, teller=teller, due_on=due)


def answer(actor, opinion, *, answer, on, shown_as="") -> Opinion:
    """Answer an opinion; with `shown_as`, the gist of it, both hang beside the item, and are checked like it."""
    with deed(actor, POWER, opinion, what=f"答复职工意见：{opinion.item.title}"):
        if shown_as:
            publishable(f"{shown_as}\n{answer}", opinion.union)
        opinion.answer, opinion.answered_on, opinion.answered_by = answer, on, actor.name
        opinion.in_time, opinion.shown_as = rules.in_time(on, opinion.due_on), shown_as
    return opinion
