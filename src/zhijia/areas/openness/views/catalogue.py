"""The catalogue, the month with what is missing, supervision checks."""

from functools import partial

from django.shortcuts import get_object_or_404

from zhijia.areas.openness import actions, filters, forms, queries, tables
from zhijia.areas.openness.views.common import EDIT, READ, month_asked, to, up
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page, message_page

CHECKS = up("公开监督检查", "checks")
ENTRY_FIELDS = ("title", "duration", "rhythm", "month", "department", "days", "inner", "source")


@needs(READ)
def month(request):
    """What must be open in a month: done ones, and missing ones in red with the way to open them."""
    asked = month_asked(request)
    rows = queries.coverage(request.actor, asked)
    lacking = [each for each in rows if each.item is None]
    note = f"应公开 {len(rows)} 项，已公开 {len(rows) - len(lacking)} 项，缺 {len(lacking)} 项。" if rows else ""
    ways = [Button(label, f"?month={day:%Y-%m}") for label, day in _around(asked)]
    buttons = (
        Button("核对并存档", f"/openness/month/check/?month={asked:%Y-%m}", "primary", EDIT),
        Button("只看缺的", f"?month={asked:%Y-%m}&missing=1"), *ways, Button("公开目录", "openness:entries"),
    )
    title = f"{asked.year}年{asked.month}月应公开的事项"
    shown = lacking if request.GET.get("missing") else rows
    return list_page(request, shown, tables.MONTH, title=title, note=note, searches=(), unit="项", buttons=buttons)


def _around(asked):
    before, after = queries.month_of(asked.replace(day=1) - queries.DAY), queries.end_of(asked) + queries.DAY
    return (("上月", before), ("下月", after)) if after <= queries.today() else (("上月", before),)


@needs(EDIT)
def check_month(request):
    """Put on record what had to be open in a month, and who looked."""
    asked = month_asked(request)
    chosen = list(queries.with_catalogue(request.actor))
    question = (
        f"{asked.year}年{asked.month}月，{len(chosen)} 个单位按目录核对。\n"
        "核对以后，应公开的每一项都记下来，算进公开率；本年中间没有核对的月份一并补列。"
    )
    act = partial(actions.list_months, chosen=chosen, month=asked)
    return confirm_page(
        request, act, title="核对本月公开", question=question, done=f"/openness/month/?month={asked:%Y-%m}", said="已核对。",
        crumbs=up("本月应公开", "month"),
    )


@needs(READ)
def entries(request):
    """The catalogues."""
    buttons = (Button("采用公开目录", "openness:adopt", "primary", EDIT), Button("增列一项", "openness:add_entry", power=EDIT))
    return list_page(
        request, queries.entries(request.actor), tables.ENTRIES, title="公开目录", filters=filters.EntryFilters,
        buttons=buttons, unit="项", crumbs=up("本月应公开", "month"),
    )


@needs(EDIT)
def adopt(request):
    """Take over the shipped catalogue."""
    if not queries.without_catalogue(request.actor).exists():
        return message_page(
            request, title="都已有公开目录", text="您管的单位都采用过公开目录了；要增删，请到目录里逐项办。", crumbs=_up(),
            buttons=[Button("公开目录", "openness:entries", "primary")],
        )
    form = forms.AdoptForm(request.actor, request.POST or None)
    return form_page(
        request, form, actions.adopt, title="采用公开目录", done="openness:entries", said="已采用，可以增删。", crumbs=_up(),
        note="按单位类型备好：基层工会厂务，学校工会校务，车间工会、分工会队务，工会小组班务。多久一次、哪个部门办，可以逐项改。",
    )


@needs(EDIT)
def add_entry(request):
    """Add an entry of one's own."""
    form = forms.NewEntryForm(request.actor, request.POST or None)
    return form_page(request, form, actions.add_entry, title="公开目录增列一项", done=_entry_at, said="已增列。", crumbs=_up())


@needs(READ)
def entry(request, pk):
    """One entry with what was opened of it."""
    found = _entry(request, pk)
    facts = (
        ("单位", found.union), ("类别", found.line), ("公开时限", found.duration), ("多久一次", found.rhythm),
        ("每年几月", found.month and f"{found.month} 月"), ("至少挂几天", found.days and f"{found.days} 天"),
        ("只在本队、本班组", found.inner), ("责任部门", found.department), ("依据", found.source), ("列入日期", found.since),
        ("增列理由", found.reason), ("删去", found.withdrawn_on and f"{found.withdrawn_on} {found.why}"),
    )
    rows = queries.visible(request.actor).filter(entry=found)
    gone = to("恢复", "restore_entry", found) if found.withdrawn_on else to("删去", "withdraw_entry", found, kind="danger")
    begin = Button("按这一项公开", f"/openness/items/new/?entry={found.pk}", "primary", EDIT)
    return detail_page(
        request, title=found.title, facts=facts, sections=[Section("公开过的", table=tables.ITEMS, rows=rows)],
        buttons=[*([] if found.withdrawn_on else [begin]), to("修改", "change_entry", found), gone], crumbs=_up(),
    )


@needs(EDIT)
def change_entry(request, pk):
    """Change how an entry is opened."""
    found = _entry(request, pk)
    form = forms.EntryForm(request.POST or None, initial={name: getattr(found, name) for name in ENTRY_FIELDS})
    act = partial(actions.change_entry, entry=found)
    return form_page(request, form, act, title=f"修改目录：{found}", done=_entry_at, crumbs=_up())


@needs(EDIT)
def withdraw_entry(request, pk):
    """Take an entry out, with the reason."""
    found = _entry(request, pk)
    act = partial(actions.withdraw_entry, entry=found)
    return form_page(
        request, forms.WithdrawForm(request.POST or None), act, title=f"从目录删去：{found}", done=_entry_at, danger=True,
        submit="删去", said="已删去，理由留存。", crumbs=_up(),
    )


@needs(EDIT)
def restore_entry(request, pk):
    """Put an entry back."""
    found = _entry(request, pk)
    act = partial(actions.restore_entry, entry=found)
    return confirm_page(request, act, title="恢复目录项", question=f"“{found}”放回目录？", done=_entry_at, crumbs=_up())


@needs(READ)
def checks(request):
    """Supervision checks."""
    missed = queries.unchecked(request.actor, queries.month_of(queries.today())).count()
    note = f"本月还有 {missed} 个车间、班组没有检查。" if missed else ""
    buttons = (Button("登记检查", "openness:record_check", "primary", EDIT), Button("本月未检查", "openness:unchecked"))
    return list_page(
        request, queries.checks(request.actor), tables.CHECKS, title="公开监督检查", filters=filters.CheckFilters,
        buttons=buttons, unit="次", note=note,
    )


@needs(READ)
def unchecked(request):
    """Workshops and groups without a check this month."""
    rows = queries.unchecked(request.actor, queries.month_of(queries.today()))
    return list_page(request, rows, tables.UNCHECKED, title="本月未检查的车间、班组", unit="个", crumbs=CHECKS)


@needs(EDIT)
def record_check(request):
    """Record a check."""
    form = forms.CheckForm(request.actor, request.POST or None)
    return form_page(request, form, actions.record_check, title="登记检查", done=_check_at, crumbs=CHECKS)


@needs(READ)
def check(request, pk):
    """One check."""
    found = _check(request, pk)
    facts = (
        ("受检单位", found.union), ("类别", found.kind), ("检查日期", found.on), ("检查人", found.checkers),
        ("得分", found.score),
        ("发现的问题", found.found or "未发现问题"), ("整改期限", found.right_by), ("整改完成", found.righted_on),
        ("整改情况", found.result),
    )
    open_one = found.found and not found.righted_on
    buttons = [to("整改完成", "put_right", found, kind="primary")] if open_one else []
    return detail_page(request, title=str(found), facts=facts, buttons=buttons, crumbs=CHECKS)


@needs(EDIT)
def put_right(request, pk):
    """A fault put right."""
    found = _check(request, pk)
    act = partial(actions.put_right, check=found)
    return form_page(
        request, forms.RightForm(request.POST or None), act, title=f"整改完成：{found}", note=found.found, done=_check_at,
        crumbs=CHECKS,
    )


def _entry(request, pk):
    return get_object_or_404(queries.entries(request.actor), pk=pk)


def _check(request, pk):
    return get_object_or_404(queries.checks(request.actor), pk=pk)


def _entry_at(entry):
    return ("openness:entry", entry.pk)


def _check_at(check):
    return ("openness:check", check.pk)


def _up():
    return up("公开目录", "entries")
