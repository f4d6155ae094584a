"""Pages of the agenda: reports heard, matters put to the vote, the book of votes."""

from functools import partial

from django.utils.timezone import localdate

from zhijia.areas.congress.actions import deciding
from zhijia.areas.congress.actions import sittings as actions
from zhijia.areas.congress.filters.sittings import ItemFilters
from zhijia.areas.congress.forms import sittings as forms
from zhijia.areas.congress.queries import sittings
from zhijia.areas.congress.rules.kinds import Stage
from zhijia.areas.congress.tables import sittings as tables
from zhijia.areas.congress.views.showing import CRUMBS, EDIT, READ, an_item, here, step_of_item, to, up
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Section,
    confirm_page,
    detail_page,
    list_page,
)

ITEM = ("kind", "title", "speaker", "text", "weighty", "only")


@needs(READ)
def item(request, pk):
    """One item: what it says, how it was voted."""
    found = an_item(request, pk)
    ballots = sittings.ballots(found) if found.kind == "审议表决" else []
    secret, source = sittings.ways(found.sitting, found)
    facts = (
        ("类别", found.kind), ("报告人", found.speaker), ("内容", found.text), ("重大事项", found.weighty),
        ("由谁表决", found.only and found.only.congress or "参加会议的大会"), ("结果", tables.became(found)),
    )
    hands = secret and any(each.vote and each.vote.kind == "举手表决" for each in ballots)
    sections = [
        *([Section("请注意", words=f"规定要求无记名投票，这一项用了举手表决。{source}")] if hands else []),
        *([Section("表决结果", table=tables.BALLOTS, rows=ballots, limit=None)] if ballots else []),
    ]
    buttons = _item_buttons(found, ballots)
    return detail_page(request, title=found.title, facts=facts, sections=sections, buttons=buttons, crumbs=up(found.sitting))


def _item_buttons(found, ballots):
    if found.sitting.stage in (Stage.CLOSED, Stage.CANCELLED):
        return []
    if found.sitting.stage != Stage.OPEN:
        return [to("更正", "change_item", found), to("撤下", "drop_item", found, "danger")]
    if found.kind != "审议表决":
        return [to("改为未听取" if found.heard else "已听取", "hear", found, "primary")]
    if not all(each.vote for each in ballots):
        ways = [to("投票表决", "put_to_vote", found, "primary"), to("举手表决", "show_hands", found)]
        return [*ways, to("更正", "change_item", found)]
    return [to("登记结果", "settle", found, "primary")] if found.carried is None else []


@needs(EDIT)
def change_item(request, pk):
    """Correct an item."""
    found = an_item(request, pk)
    form = forms.ItemForm(found, request.POST or None, initial={name: getattr(found, name) for name in ITEM})
    return step_of_item(request, found, form, actions.change_item, "更正议程")


@needs(EDIT)
def drop_item(request, pk):
    """Take an item off the agenda."""
    found = an_item(request, pk)
    return confirm_page(
        request, partial(actions.drop_item, item=found), title="撤下议程", question=f"撤下“{found}”？", done=here, danger=True,
        crumbs=up(found.sitting),
    )


@needs(EDIT)
def hear(request, pk):
    """A report was heard, or was not after all."""
    found = an_item(request, pk)
    heard = not found.heard
    question = f"{'会议已听取' if heard else '改为未听取'}《{found}》？"
    return confirm_page(
        request, partial(deciding.hear, item=found, heard=heard), title="听取报告", question=question, crumbs=up(found.sitting),
        done=("congress:sitting", found.sitting_id), said="已登记。",
    )


@needs(EDIT)
def put_to_vote(request, pk):
    """Put a matter to the vote; the counting goes on in the pages of voting."""
    found = an_item(request, pk)
    form = forms.KindForm(request.POST or None, initial={"kind": forms.PAPER})
    _, source = sittings.ways(found.sitting, found)
    return step_of_item(
        request, found, form, deciding.put_to_vote, "投票表决", note=source, submit="开始表决", said="表决已开始，请发票、计票。",
        done=lambda votes: tables.vote_url(votes[0]) if len(votes) == 1 and tables.vote_url(votes[0]) else ("congress:item", pk),
    )


@needs(EDIT)
def show_hands(request, pk):
    """Hands were counted."""
    found = an_item(request, pk)
    secret, source = sittings.ways(found.sitting, found)
    form = forms.HandsForm(sittings.deciding(found), request.POST or None)
    return step_of_item(
        request, found, form, partial(deciding.show_hands, today=localdate()), "举手表决", submit="登记表决结果",
        note=f"{'规定要求无记名投票，举手表决请确认依据。' if secret else ''}{source}{sittings.passing_rule(found)}",
    )


@needs(EDIT)
def settle(request, pk):
    """Take over the result of closed votes."""
    found = an_item(request, pk)
    return confirm_page(
        request, partial(deciding.settle, item=found), title="登记结果", question=f"按计票结果登记《{found}》？",
        done=("congress:sitting", found.sitting_id), crumbs=up(found.sitting),
    )


@needs(READ)
def votes(request):
    """The book of votes (表决登记)."""
    return list_page(
        request, sittings.ledger(request.actor), tables.ITEMS, title="表决登记", filters=ItemFilters, unit="件", crumbs=CRUMBS,
    )
