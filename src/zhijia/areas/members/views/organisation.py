"""Pages about the organisation: the tree, one union, committees, the monthly balance."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members import actions, forms, queries, tables
from zhijia.areas.members.filters import TermFilters
from zhijia.core.org.scope import branches
from zhijia.core.org.web import needs
from zhijia.core.periods import month, parse_period
from zhijia.core.policy import policy
from zhijia.kit.formats import short_day
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page
from zhijia.kit.pages.exports import export

READ, TREE, ORGANISE = "members.read", "members.tree", "members.organise"
UNIONS, COMMITTEES = (("组织", "members:unions"),), (("委员会", "members:terms"),)
RECONCILED = "期初加各项增加减各项减少等于期末，三栏都已核对相符。"


@needs(TREE)
def unions(request):
    """The tree below the actor's posts."""
    buttons = (Button("组织沿革", "members:moves"), Button("委员会", "members:terms"), Button("岗位任职", "members:posts"))
    return list_page(
        request, queries.tree(request.actor), tables.TREE, title="组织", buttons=buttons, unit="个", searches=("name",)
    )


@needs(TREE)
def moves(request):
    """What changed in the tree (组织沿革)."""
    return list_page(request, queries.moves(request.actor), tables.MOVES, title="组织沿革", unit="次", crumbs=UNIONS)


@needs(TREE)
def union(request, pk):
    """One union: its facts, committees, posts and history."""
    found = _union(request, pk)
    facts = (
        ("类型", found.kind), ("代码", found.code), ("上级", found.parent), ("地区", found.region),
        ("建会时间", found.founded_on and short_day(found.founded_on)),
        *([("撤销时间", short_day(found.dissolved_on))] if found.dissolved_on else []),
    )
    owed = queries.owed_committees(found, today=timezone.localdate())
    sections = (
        *([Section("请留意", words="\n".join(owed))] if owed and not found.dissolved_on else []),
        Section("下属组织", table=tables.TREE, rows=queries.tree(request.actor).filter(parent=found), limit=100),
        Section("委员会", table=tables.TERMS, rows=queries.terms(request.actor).filter(union=found)),
        Section("岗位", table=tables.POSTS, rows=queries.posts(request.actor).filter(union=found)),
        Section("沿革", table=tables.MOVES, rows=queries.moves(request.actor).filter(union=found)),
    )
    return detail_page(
        request, title=found.name, facts=facts, sections=sections, crumbs=UNIONS,
        buttons=[] if found.dissolved_on else _buttons(request.actor, found),
    )


def _buttons(actor, found):
    acts = (
        ("设立下属组织", "found", "primary"), ("更名", "rename", "plain"), ("转隶", "move_union", "plain"),
        ("合并", "merge", "plain"), ("撤销", "dissolve", "danger"),
    )
    buttons = [Button(label, reverse(f"members:{name}", args=[found.pk]), kind, ORGANISE) for label, name, kind in acts]
    return buttons if actor.can(ORGANISE, found) else []


def _union(request, pk):
    return get_object_or_404(queries.union_page(request.actor), pk=pk)


def _own_union(request, pk):
    return get_object_or_404(queries.places(request.actor, ORGANISE), pk=pk)


def _here(found):
    """The page of the union an act was about."""
    return ("members:union", found.pk)


def _change(request, pk, form, act, *, title, danger=False, note=""):
    """A form that changes one union."""
    return form_page(request, form, act, title=title, done=_here, said="已办理。", crumbs=UNIONS, danger=danger, note=note)


@needs(ORGANISE)
def found(request, pk):
    """Found a union, branch or group below this one."""
    parent = _own_union(request, pk)
    form = forms.FoundForm(request.POST or None)
    note = "建立、合并、撤销基层工会组织，须报上一级工会批准（工会法第十二条）。"
    return _change(request, pk, form, partial(actions.found, parent=parent), title=f"在{parent}下设立组织", note=note)


@needs(ORGANISE)
def rename(request, pk):
    """A new name."""
    chosen = _own_union(request, pk)
    form = forms.RenameForm(request.POST or None, initial={"name": chosen.name})
    return _change(request, pk, form, partial(actions.rename, union=chosen), title=f"更名：{chosen}")


@needs(ORGANISE)
def move_union(request, pk):
    """Under another union."""
    chosen = _own_union(request, pk)
    form = forms.PlaceForm(request.actor, chosen, request.POST or None)
    return _change(request, pk, form, partial(actions.move, union=chosen), title=f"转隶：{chosen}")


@needs(ORGANISE)
def merge(request, pk):
    """Into another group."""
    chosen = _own_union(request, pk)
    form = forms.PlaceForm(request.actor, chosen, request.POST or None, name="into", label="并入")
    note = "人员和下属小组一起转过去，原组织撤销。"
    return _change(request, pk, form, partial(actions.merge, union=chosen), title=f"合并：{chosen}", danger=True, note=note)


@needs(ORGANISE)
def dissolve(request, pk):
    """An empty one ends."""
    chosen = _own_union(request, pk)
    form = forms.DissolveForm(request.POST or None)
    return _change(request, pk, form, partial(actions.dissolve, union=chosen), title=f"撤销：{chosen}", danger=True)


@needs(TREE)
def terms(request):
    """Committees, those in office first."""
    rows = queries.terms(request.actor).order_by("ended_on", "union__path", "committee")
    buttons = (Button("登记新一届", "members:open_term", "primary", ORGANISE),)
    return list_page(
        request, rows, tables.TERMS, title="委员会", filters=TermFilters, buttons=buttons, unit="届", crumbs=UNIONS
    )


@needs(TREE)
def term(request, pk):
    """One committee: its term, seats, and what stands out."""
    found = get_object_or_404(queries.terms(request.actor).prefetch_related(queries.ALL_SEATS), pk=pk)
    today = timezone.localdate()
    left = queries.countdown(found, policy("org.term.alert_months", found.union, today).value, today)
    facts = (
        ("工会", found.union), ("委员会", found.committee), ("届次", found.number and f"第{found.number}届"),
        ("产生日期", short_day(found.since)), ("任期", f"{found.years} 年，到 {short_day(left.ends)}"),
        ("换届", f"已于 {short_day(found.ended_on)} 届满" if found.ended_on else left.warning or f"还有 {left.days} 天"),
        ("批复文号", found.document),
    )
    checks = [] if found.ended_on else queries.committee_checks(found, today=today)
    sections = (
        *([Section("请留意", words="\n".join(checks))] if checks else []),
        Section("委员", table=tables.SEATS, rows=list(found.seats.all()), limit=60),
    )
    return detail_page(
        request, title=str(found), facts=facts, sections=sections, crumbs=COMMITTEES,
        buttons=[] if found.ended_on else _term_buttons(request.actor, found),
    )


def _term_buttons(actor, found):
    seat = Button("登记委员", reverse("members:seat", args=[found.pk]), "primary", ORGANISE)
    close = Button("届满", reverse("members:close_term", args=[found.pk]), "plain", ORGANISE)
    return [seat, close] if actor.can(ORGANISE, found.union) else []


def _term(request, pk):
    return get_object_or_404(queries.terms(request.actor, ORGANISE), pk=pk, ended_on=None)


@needs(ORGANISE)
def open_term(request):
    """A committee takes office."""
    form = forms.TermForm(request.actor, request.POST or None)
    note = "同一委员会的上一届会在产生之日自动届满。"
    return form_page(request, form, actions.open_term, title="登记新一届委员会", done=_to_term, note=note, crumbs=COMMITTEES)


@needs(ORGANISE)
def close_term(request, pk):
    """A committee has served its term."""
    chosen = _term(request, pk)
    form = forms.DayForm(request.POST or None)
    return form_page(
        request, form, partial(actions.close_term, term=chosen), title=f"届满：{chosen}", done=_to_term, danger=True,
        crumbs=COMMITTEES,
    )


@needs(ORGANISE)
def seat(request, pk):
    """Someone takes a seat."""
    chosen = _term(request, pk)
    form = forms.SeatForm(request.actor, chosen, request.POST or None)
    done = ("members:term", chosen.pk)
    return form_page(request, form, partial(actions.seat, term=chosen), title=f"登记委员：{chosen}", done=done, crumbs=COMMITTEES)


@needs(ORGANISE)
def leave_seat(request, pk):
    """Someone leaves a seat."""
    taken = get_object_or_404(queries.seats(request.actor, ORGANISE), pk=pk)
    form = forms.DayForm(request.POST or None)
    done = ("members:term", taken.term_id)
    return form_page(
        request, form, partial(actions.leave_seat, taken=taken), title=f"{taken}离任", done=done, crumbs=COMMITTEES
    )


def _to_term(found):
    """The page of the committee an act was about."""
    return ("members:term", found.pk)


@needs(READ)
def balance(request):
    """The monthly balance (会员动态月报): on screen, on paper, as a file."""
    period = _asked_month(request)
    place = _asked_union(request)
    found = queries.balance(branches(place), period)
    title = f"{place}会员动态月报（{period.label}）"
    if wanted := request.GET.get("export"):
        return export(wanted, tables.BALANCE, list(found.rows), title=title, request=request)
    note = RECONCILED if found.reconciles else "注意：增减与期末不符，请核对会员动态。"
    here = f"?month={period.key}&union={place.pk}"
    buttons = (
        Button("打印", f"{here}&print=1"), Button("导出 Excel", f"{here}&export=xlsx"), Button("会员动态", "members:changes"),
        *(Button(label, f"?month={key}&union={place.pk}") for label, key in _neighbours(period)),
    )
    return detail_page(
        request, title=title, note=note, buttons=buttons, unit=str(place),
        sections=[Section(table=tables.BALANCE, rows=list(found.rows), limit=None)],
    )


def _asked_month(request):
    """The month (or any period) asked for; without one the present month."""
    today = timezone.localdate()
    try:
        return parse_period(request.GET.get("month") or f"{today:%Y-%m}")
    except ValueError:
        return month(today.year, today.month)


def _asked_union(request):
    """The union asked for, within reach; without one the actor's own."""
    asked = request.GET.get("union", "")
    places = queries.places(request.actor)
    return get_object_or_404(places, pk=asked) if asked.isascii() and asked.isdigit() else places.order_by("path").first()


def _neighbours(period):
    """The month before and the month after."""
    before, after = queries.months_around(period)
    return (("上月", before.key), ("下月", after.key))
