"""Pages of donations and dues."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.finance import actions, filters, forms, queries, tables
from zhijia.core.org.web import needs
from zhijia.core.policy import explain, maybe
from zhijia.kit.formats import yuan
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, message_page, print_page

READ, GIVE, PAID, DUES = "finance.read", "finance.donations", "finance.dues_read", "finance.dues"


@needs(READ)
def drives(request):
    """Drives with what was raised, used and left."""
    buttons = (Button("发起捐款", "finance:open_drive", "primary", GIVE),)
    return list_page(
        request,
        queries.drives(request.actor),
        tables.DRIVES,
        title="捐款",
        filters=filters.DriveFilters,
        buttons=buttons,
        unit="次",
    )


@needs(READ)
def drive(request, pk):
    """One drive."""
    found = _drive(request, pk)
    facts = (
        ("用途", found.purpose),
        ("工会", found.union),
        ("发起日期", found.opened_on),
        ("截止日期", found.closed_on or "尚未截止"),
        ("共捐", yuan(found.raised)),
        ("捐款人数", f"{found.givers} 人"),
        ("已用", yuan(found.used)),
        ("结余", yuan(found.left)),
    )
    sections = (
        Section("使用", table=tables.USES, rows=queries.uses(found), limit=None),
        Section("捐款", table=tables.GIFTS, rows=queries.gifts(found), limit=200),
    )
    return detail_page(
        request, title=found.title, facts=facts, sections=sections, buttons=_drive_buttons(found), crumbs=_up("捐款", "drives")
    )


def _drive_buttons(found):
    more = [_to("登记捐款", "donate", found, GIVE, "primary")] if not found.closed_on else []
    last = [_to("截止", "close_drive", found, GIVE)] if not found.closed_on else []
    return (*more, _to("登记使用", "use", found, GIVE), _to("公布单", "publish", found, READ), *last)


@needs(GIVE)
def open_drive(request):
    """Call for donations."""
    form = forms.DriveForm(request.actor, request.POST or None, initial={"opened_on": timezone.localdate()})
    return form_page(request, form, actions.open_drive, title="发起捐款", done=_at("drive"), crumbs=_up("捐款", "drives"))


@needs(GIVE)
def close_drive(request, pk):
    return _act(request, _drive(request, pk), forms.CloseForm(request.POST or None), actions.close_drive, "截止捐款")


@needs(GIVE)
def donate(request, pk):
    found = _drive(request, pk)
    form = forms.DonateForm(request.actor, found, request.POST or None, initial={"on": timezone.localdate()})
    return _act(request, found, form, actions.donate, "登记捐款")


@needs(GIVE)
def use(request, pk):
    return _act(request, _drive(request, pk), forms.UseForm(request.POST or None), actions.use, "登记使用")


@needs(READ)
def publish(request, pk):
    """The sheet for the board: the sum, the uses, and only the names whose bearers agreed."""
    found = _drive(request, pk)
    facts = (
        ("用途", found.purpose),
        ("共捐", yuan(found.raised)),
        ("捐款人数", f"{found.givers} 人"),
        ("已用", yuan(found.used)),
        ("结余", yuan(found.left)),
    )
    sections = (
        Section(facts=facts),
        Section("使用明细", table=tables.USES_PUBLISHED, rows=queries.uses(found).order_by("on", "id"), limit=None),
        Section(
            "同意公布姓名的捐款人",
            table=tables.PUBLISHED,
            rows=queries.gifts(found).filter(named=True).exclude(name=""),
            limit=None,
        ),
    )
    return print_page(
        request,
        title=f"{found.title}收支公布",
        sections=sections,
        unit=str(found.union),
        signatures=("经办人", "工会主席"),
        back=reverse("finance:drive", args=[pk]),
    )


@needs(PAID)
def dues(request):
    """Dues by month and member (会费收缴表)."""
    buttons = (
        Button("按上月基数开单", "finance:charge_month", "primary", DUES),
        Button("逐人开单", "finance:charge", power=DUES),
        Button("整组收缴", "finance:pay_all", power=DUES),
        Button("欠缴名单", "finance:arrears"),
    )
    table = tables.DUES_WITH_PAY if request.actor.may(DUES) else tables.DUES
    return list_page(
        request, queries.dues(request.actor), table, title="会费", filters=filters.DuesFilters, buttons=buttons, unit="笔"
    )


@needs(PAID)
def arrears(request):
    """Who is behind, worst first; six months in a row are told of with the rule."""
    months, note = _rule(request.actor)
    rows = queries.arrears(request.actor, months)
    return list_page(request, rows, tables.ARREARS, title="会费欠缴", note=note, unit="人", crumbs=_up("会费", "dues"))


def _rule(actor):
    """The months after which a member is warned, with the sentence that says so."""
    home = queries.home(actor)
    rule = maybe("dues.arrears_months", home, timezone.localdate()) if home else None
    return (rule.whole, f"{explain(rule)}只提醒，不自动处理会籍。") if rule else (queries.SIX_MONTHS, "")


@needs(DUES)
def charge(request):
    """One member's dues, from the wage."""
    form = forms.ChargeForm(request.actor, request.POST or None, initial={"month": timezone.localdate().replace(day=1)})
    return form_page(request, form, actions.charge, title="逐人开单", done="finance:dues", crumbs=_up("会费", "dues"))


@needs(DUES)
def charge_month(request):
    """Everybody's dues, from the base of the month before."""
    form = forms.MonthForm(request.actor, request.POST or None, initial={"month": timezone.localdate().replace(day=1)})
    return form_page(
        request,
        form,
        actions.charge_month,
        title="按上月基数开单",
        done=partial(_charged, request),
        submit="开单",
        said="",
        crumbs=_up("会费", "dues"),
        note="给还没有开单的在籍会员，照最近一个月的基数开出应缴会费。工资变了的，先“逐人开单”。",
    )


def _charged(request, done):
    """What was charged, and who has no base yet."""
    missing = "、".join(str(person) for person in done.without_base[:50])
    more = f"还没有工资基数、没有开单的有 {len(done.without_base)} 人：{missing}。请逐人开单。" if missing else ""
    said = f"已开出 {done.run.people} 人、{yuan(done.run.total)}。\n{more}"
    return message_page(
        request,
        title=str(done.run),
        text=said,
        buttons=(Button("看会费", "finance:dues", "primary"), Button("逐人开单", "finance:charge")),
    )


@needs(DUES)
def pay(request, pk):
    """One member's payment; what is owed stands there already."""
    row = get_object_or_404(queries.dues(request.actor), pk=pk)
    form = forms.PayForm(request.POST or None, initial={"amount": row.owed, "on": timezone.localdate(), "way": "自缴"})
    return form_page(
        request,
        form,
        partial(actions.pay, row=row),
        title=f"收缴：{row}",
        done="finance:dues",
        crumbs=_up("会费", "dues"),
        said="已收。",
    )


@needs(DUES)
def pay_all(request):
    """A whole group paid."""
    today = timezone.localdate()
    form = forms.PayAllForm(
        request.actor, request.POST or None, initial={"month": today.replace(day=1), "on": today, "way": "代扣"}
    )
    return form_page(
        request,
        form,
        actions.pay_all,
        title="整组收缴",
        done="finance:dues",
        submit="全部已缴",
        crumbs=_up("会费", "dues"),
        said="已收。",
        note="所选工会（小组）这个月还没有缴的，都记为足额缴清；个别没缴的，请逐人收缴。",
    )


def _drive(request, pk):
    return get_object_or_404(queries.drives(request.actor), pk=pk)


def _act(request, found, form, action, title):
    """A form for one step of a drive, which leads back to it."""
    return form_page(
        request,
        form,
        lambda actor, **told: action(actor, found, **told),
        title=title,
        note=str(found),
        done=("finance:drive", found.pk),
    )


def _to(label, name, record, power, kind="plain"):
    return Button(label, reverse(f"finance:{name}", args=[record.pk]), kind, power)


def _at(name):
    return lambda record: (f"finance:{name}", record.pk)


def _up(title, name):
    return ((title, f"finance:{name}"),)
