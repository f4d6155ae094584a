"""Groups of judges: their list, their vote, totals keyed from paper."""

from functools import partial

from django.urls import reverse

from zhijia.areas.appraisal import actions, forms, queries, tables
from zhijia.areas.appraisal.rules import Stage, Way
from zhijia.areas.appraisal.views.common import READ, RUN, a_panel, here, here_panel, to, up
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
)


@needs(READ)
def panel(request, pk):
    """One group of judges with its list."""
    found = a_panel(request, pk, READ)
    facts = (
        ("评议", found.round), ("权重", f"{found.weight}%"), ("方式", found.way), ("人数", f"{queries.size(found)} 人"),
        ("计票人、监票人", found.tellers or ("见计票单" if found.vote else "")), ("票数", _keyed(found)),
    )
    people = Section("名单", table=tables.JUDGES, rows=queries.judges(found), limit=200)
    return detail_page(
        request, title=f"{found.round}：{found}", facts=facts, sections=[people], buttons=_panel_buttons(found),
        crumbs=up(found.round),
    )


def _keyed(found) -> str:
    told = found.count
    return f"发出 {told['issued']} 张，收回 {told['returned']} 张，废票 {told['void']} 张" if told else ""


def _panel_buttons(found):
    at = partial(to, found)
    if found.round.open:
        yield from (at("登记名单", "set_panel", "primary"), at("并入别的组", "merge"), at("去掉", "remove_panel", "danger"))
    elif found.vote:
        yield Button("投票和计票", reverse("voting:vote", args=[found.vote_id]), "primary", "voting.read")
        if found.vote.stage == "已作废":
            yield at("重新测评", "again")
    elif found.way == Way.KEYED and found.round.stage == Stage.OPEN:
        yield at("登记汇总数", "key", "primary")


@needs(RUN)
def set_panel(request, pk):
    """Say who a group is."""
    found = a_panel(request, pk)
    names = "\n".join(forms.who(each.person) for each in queries.judges(found))
    told = {"title": found.title, "weight": found.weight, "way": found.way, "heads": found.heads, "people": names}
    form = forms.PanelForm(request.actor, found.round, request.POST or None, initial=told)
    act = partial(actions.set_panel, found=found.round, panel=found)
    return form_page(request, form, act, title=f"评议组：{found}", done=here_panel, crumbs=up(found.round))


@needs(RUN)
def merge(request, pk):
    """Put a group together with another."""
    found = a_panel(request, pk)
    form = forms.MergeForm(request.actor, found, request.POST or None)
    return form_page(
        request, form, partial(actions.merge, panel=found), title=f"合并评议组：{found}", done=here_panel, submit="合并",
        crumbs=up(found.round), note="两组的名单合在一起投一次票，权重相加。",
    )


@needs(RUN)
def remove_panel(request, pk):
    """Take a group off."""
    found = a_panel(request, pk)
    return confirm_page(
        request, partial(actions.remove_panel, panel=found), title="去掉评议组", question=f"去掉“{found}”？", done=here,
        crumbs=up(found.round), danger=True,
    )


@needs(RUN)
def key(request, pk):
    """Key the totals of a group counted on paper."""
    found = a_panel(request, pk)
    return form_page(
        request, forms.KeyForm(found, request.POST or None), partial(actions.key, panel=found), title=f"登记汇总数：{found}",
        done=here_panel, crumbs=up(found.round),
    )


@needs(RUN)
def again(request, pk):
    """A group votes once more."""
    found = a_panel(request, pk)
    return confirm_page(
        request, partial(actions.again, panel=found), title="重新测评", question=f"“{found}”上次投票作废，重新投一次？",
        done=here_panel, crumbs=up(found.round),
    )
