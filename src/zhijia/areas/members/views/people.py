"""Pages about people: the roll, one person, what may be done with them."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members import actions, forms, queries, tables
from zhijia.areas.members.filters import PersonFilters, SpellFilters
from zhijia.areas.members.rules import dates, doubts
from zhijia.core.org.web import for_known, needs
from zhijia.core.private.masking import STARS, mask_phone
from zhijia.core.trail.looks import looks_at
from zhijia.kit.area import sections_of
from zhijia.kit.formats import short_day
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, message_page

READ, EDIT, ADMIT = "members.read", "members.edit", "members.admit"
ROLL = (("职工名册", "members:people"),)


@needs(READ)
def people(request):
    """The roll of staff and members (职工和会员名册)."""
    buttons = (
        Button("登记职工", "members:add", "primary", EDIT), Button("导入花名册", "members:import", power="members.import"),
        Button("会员花名册（打印）", "members:book"), Button("待核对", "members:doubts"),
    )
    return list_page(
        request, queries.roll(request.actor), tables.ROLL, title="职工名册", filters=PersonFilters, buttons=buttons, unit="人",
        searches=queries.searched, note="搜索：姓名、拼音首字母，或完整的手机号码、身份证号、会员证号。",
    )


@needs(READ)
def book(request):
    """The customary book of members (会员花名册), for print and export."""
    rows = queries.visible(request.actor).filter(spells__until=None, spells__isnull=False).prefetch_related("spells")
    return list_page(request, rows, tables.BOOK, title="会员花名册", unit="人", crumbs=ROLL)


@needs(READ)
def doubts_list(request):
    """Who still has to be checked (待核对)."""
    note = "导入时看不准的都在这里。问过本人后点进去更正；核对无误的点“核对无误”。"
    return list_page(request, queries.doubtful(request.actor), tables.DOUBTS, title="待核对", unit="人", note=note, crumbs=ROLL)


@needs(READ)
def changes(request):
    """Memberships that began and ended (会员动态)."""
    buttons = (Button("会员动态月报", "members:balance", "primary"),)
    table = tables.marked(tables.CHANGES, "since", queries.late_days(request.actor, timezone.localdate()))
    return list_page(
        request, queries.history(request.actor), table, title="会员动态", filters=SpellFilters, buttons=buttons, unit="条",
        searches=("person__name",),
    )


@for_known
def person(request, pk):
    """The one page per person; their own page shows the same to them."""
    found = get_object_or_404(queries.page_of(request.actor), pk=pk)
    mine = found.account_id == request.actor.user_id
    if mine and not request.actor.may(READ):
        return own_page(request, found)
    return detail_page(
        request, title=str(found), facts=facts(found), sections=sections(request.actor, found),
        buttons=_buttons(request.actor, found), crumbs=ROLL, unit=str(found.house),
    )


@for_known
def me(request):
    """My own record, and who looked at it (我的档案)."""
    found = queries.own(request.actor).select_related("union", "house", "account").first()
    if found is None:
        return message_page(
            request, title="我的档案", text="您的账号还没有对应到名册上的人。\n请工会管理账号的同志在您的职工页面上认领账号。",
        )
    return own_page(request, found)


def own_page(request, found):
    """Someone's own page: their facts in full but for the number, what others keep about them, who looked."""
    running = queries.applications_of(found)
    ask = [Button("申请入会", reverse("members:join"), "primary")] if not queries.state_of(found) and not running else []
    return detail_page(
        request, title="我的档案", facts=facts(found, phone=found.phone), sections=sections(request.actor, found),
        buttons=ask, unit=str(found.house),
    )


def facts(found, *, phone=""):
    """Facts as a page may show them: no part of the identity number, of the phone its end."""
    state = queries.state_of(found)
    left = f"{short_day(found.staff_until)} {found.left_why}".strip()
    return (
        ("单位、小组", found.union), ("会籍", state or "非会员"), ("在岗情况", found.standing), ("性别", found.sex),
        ("出生日期", dates.in_words(found.birth)), ("民族", found.nation), ("政治面貌", found.politics),
        ("文化程度", found.education), ("岗位", found.job), ("用工形式", _employment(found)),
        ("参加工作时间", dates.in_words(found.joined_work)), ("到本单位日期", found.staff_from and short_day(found.staff_from)),
        ("身份证号", STARS if found.id_blind else None), ("手机号码", phone or mask_phone(found.phone)),
        *([("离岗", left)] if left else []), *([("待核对", doubts.in_words(found.doubts))] if found.doubts else []),
        ("账号", found.account and found.account.username), ("备注", found.note),
    )


def _employment(found):
    return "、".join(filter(None, (found.employment, "劳务派遣" if found.dispatched else "")))


def sections(actor, found):
    """Memberships, seats and posts, then what every other room keeps, and who looked.

    Who looked tells that there is a hardship file: for the person's own eyes, and for those who may open what is sealed.
    """
    others = [Section(title, table=table, rows=rows) for title, rows, table in sections_of(actor, found)]
    mine = found.account_id is not None and found.account_id == actor.user_id
    looks = [Section("谁看过我的档案", table=tables.LOOKS, rows=looks_at(found))]
    return [
        Section("会籍", table=tables.SPELLS, rows=found.spells.all()),
        Section("入会申请", table=tables.APPLICATIONS, rows=queries.applications_of(found)),
        Section("调动", table=tables.TRANSFERS, rows=found.transfers.select_related("before", "after")),
        Section("委员任职", table=tables.OWN_SEATS, rows=found.seats.select_related("term__union")),
        *others,
        *(looks if mine or actor.can("members.reveal", found.union) else ()),
    ]


def _buttons(actor, found):
    def to(label, name, power, kind="plain"):
        return Button(label, reverse(f"members:{name}", args=[found.pk]), kind, power)

    here = (
        to("更正", "correct", EDIT, "primary"), to("调动", "move", EDIT), to("退休、离开", "leave", EDIT),
        to("办理会籍", "alter", ADMIT), to("申请入会", "apply", "members.recommend"),
        to("显示证件和电话", "reveal", "members.reveal"),
        to("开通账号", "make_account", "members.accounts") if found.account_id is None
        else to("重发初始密码", "new_password", "members.accounts"),
        *([to("核对无误", "settle", EDIT)] if found.doubts else []),
    )
    return [button for button in here if actor.can(button.power, found.union)]


def _person(request, pk, power=EDIT):
    return get_object_or_404(queries.visible(request.actor, power).select_related("union", "house", "account"), pk=pk)


def _here(found):
    """The page of the person an act was about."""
    return ("members:person", found.pk)


def _crumbs(found):
    return (*ROLL, (str(found), reverse("members:person", args=[found.pk])))


@needs(EDIT)
def add(request):
    """Put someone on the roll."""
    form = forms.NewPersonForm(request.actor, request.POST or None)
    return form_page(request, form, actions.add, title="登记职工", done=_here, said="已登记。", crumbs=ROLL)


@needs(EDIT)
def correct(request, pk):
    """Correct facts."""
    found = _person(request, pk)
    form = forms.CorrectForm(found, request.POST or None)
    act = partial(actions.correct, person=found)
    said = "已更正，原来的内容留在办理记录里。"
    return form_page(request, form, act, title=f"更正：{found}", done=_here, said=said, crumbs=_crumbs(found))


@needs(EDIT)
def settle(request, pk):
    """Checked and right as it is."""
    found = _person(request, pk)
    form = forms.WhyForm(request.POST or None)
    note = f"待核对：{doubts.in_words(found.doubts)}。请写明怎样核对的，如“看过身份证原件”。"
    act = partial(actions.settle, person=found)
    return form_page(request, form, act, title=f"核对无误：{found}", done=_here, note=note, crumbs=_crumbs(found))


@needs(EDIT)
def move(request, pk):
    """To another group."""
    found = _person(request, pk)
    form = forms.MoveForm(found, request.POST or None)
    return form_page(
        request, form, partial(actions.move_person, person=found), title=f"调动：{found}", done=_here(found), said="已调动。",
        crumbs=_crumbs(found),
    )



@needs(EDIT)
def leave(request, pk):
    """Retired, gone or dead."""
    found = _person(request, pk)
    form = forms.LeaveForm(request.POST or None)
    return form_page(
        request, form, partial(actions.leave, person=found), title=f"退休、离开：{found}", done=_here, said="已办理。",
        note="退休的，会籍自动转为保留会籍；去世的，会籍终止。", crumbs=_crumbs(found),
    )


@needs(ADMIT)
def alter(request, pk):
    """A change of membership."""
    found = _person(request, pk, ADMIT)
    state = queries.state_of(found)
    form = forms.ChangeForm(state, request.POST or None)
    return form_page(
        request, form, partial(actions.alter, person=found), title=f"办理会籍：{found}", done=_here(found), said="已办理。",
        note=f"现在：{state or '非会员'}。", crumbs=_crumbs(found),
    )


@needs("members.reveal")
def reveal(request, pk):
    """Show the numbers in full, with a purpose the person can read."""
    found = _person(request, pk, "members.reveal")

    def shown(numbers):
        id_no, phone = (numbers[name] or "没有记录" for name in ("id_no", "phone"))
        text = f"身份证号：{id_no}\n手机号码：{phone}\n这次查看已经留痕，本人可以看到。"
        return message_page(request, title=f"{found}的证件和电话", text=text, crumbs=_crumbs(found))

    form = forms.PurposeForm(request.POST or None)
    return form_page(
        request, form, partial(actions.reveal, person=found), title=f"显示证件和电话：{found}", done=shown, submit="显示",
        said="", crumbs=_crumbs(found),
    )
