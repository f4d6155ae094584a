"""Pages of the activities room."""

from dataclasses import replace
from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.activities import actions, forms, queries, rules, tables
from zhijia.areas.activities.filters import ActivityFilters
from zhijia.core.org.web import needs
from zhijia.kit.formats import money
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page
from zhijia.kit.tables import Column

READ, EDIT = "activities.read", "activities.edit"


@needs(READ)
def activities(request):
    """All activities."""
    buttons = (Button("登记活动", "activities:record", "primary", EDIT), Button("安排活动", "activities:plan", power=EDIT))
    return list_page(
        request, queries.visible(request.actor), tables.ACTIVITIES, title="文体活动", filters=ActivityFilters,
        buttons=buttons, unit="场",
    )


@needs(READ)
def activity(request, pk):
    """One activity with its list."""
    found = _activity(request, pk)
    per_head = rules.cost_per_head(found.cost, found.heads)
    facts = (
        ("类别", found.category), ("日期", found.on), ("地点", found.place), ("主办", found.union),
        ("报名名额", found.limit or "不限"), ("参加人次", f"{found.heads} 人次" if found.held else None),
        ("其中未记名", f"{found.unnamed} 人" if found.held else None), ("费用", found.cost and f"{money(found.cost)} 元"),
        ("人均", per_head and f"{money(round(per_head, 2))} 元"), ("小结", found.summary),
    )
    names = Section("名单", table=_list_of(found), rows=queries.entries(request.actor, found), limit=200)
    return detail_page(request, title=str(found), facts=facts, sections=[names], buttons=_buttons(found), crumbs=_crumbs())


def _list_of(found):
    """The list of one activity, with what may be done to a line beside it."""
    name, url = ("登记名次", "activities:award") if found.held else ("退出", "activities:withdraw")
    lines = tuple(c for c in tables.ENTRIES.columns if c.key not in ("activity", "on"))
    do = Column("do", "办理", value=lambda entry: name, link=url, power=EDIT, export=False)
    return replace(tables.ENTRIES, columns=(*lines, do))


def _buttons(found):
    if found.held or found.cancelled:
        return [_to("更正", "correct", found)]
    steps = (("报名", "sign_up", "primary"), ("已举办", "hold", "primary"), ("取消活动", "cancel", "danger"))
    return [_to(label, name, found, kind) for label, name, kind in steps]


def _to(label, name, record, kind="plain"):
    return Button(label, reverse(f"activities:{name}", args=[record.pk]), kind, EDIT)


@needs(EDIT)
def plan(request):
    """Plan an activity people may sign up for."""
    form = forms.PlanForm(request.actor, request.POST or None)
    return form_page(request, form, actions.plan, title="安排活动", done=_here, crumbs=_crumbs(), said="已安排，可以报名了。")


@needs(EDIT)
def record(request):
    """Record an activity that took place."""
    form = forms.HeldForm(request.actor, request.POST or None)
    return form_page(request, form, actions.record, title="登记活动", done=_here, crumbs=_crumbs(), said="已登记。")


@needs(EDIT)
def correct(request, pk):
    """Correct an activity."""
    found = _activity(request, pk)
    names = ("title", "category", "on", "place", "unnamed", "cost", "summary")
    form = forms.CorrectForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    act = partial(actions.correct, activity=found)
    return form_page(request, form, act, title=f"更正：{found}", done=_here, crumbs=_crumbs())


@needs(EDIT)
def sign_up(request, pk):
    """Put people on the list."""
    found = _activity(request, pk)
    form = forms.PeopleForm(request.actor, found, request.POST or None)
    return form_page(
        request, form, partial(actions.sign_up, activity=found), title=f"报名：{found}", done=("activities:activity", pk),
        crumbs=_crumbs(), said="已报名。",
    )


@needs(EDIT)
def hold(request, pk):
    """The activity took place."""
    found = _activity(request, pk)
    form = forms.HoldForm(request.actor, found, request.POST or None)
    return form_page(request, form, partial(actions.hold, activity=found), title=f"已举办：{found}", done=_here, crumbs=_crumbs())


@needs(EDIT)
def cancel(request, pk):
    """Call an activity off."""
    found = _activity(request, pk)
    form = forms.CancelForm(request.POST or None)
    act = partial(actions.cancel, activity=found)
    return form_page(request, form, act, title=f"取消：{found}", done=_here, danger=True, submit="取消活动")


@needs(EDIT)
def award(request, pk):
    """A result."""
    entry = get_object_or_404(queries.all_entries(request.actor), pk=pk)
    form = forms.AwardForm(request.POST or None, initial={"result": entry.result, "prize": entry.prize})
    done = ("activities:activity", entry.activity_id)
    return form_page(request, form, partial(actions.award, entry=entry), title=f"{entry.person}的名次", done=done)


@needs(EDIT)
def withdraw(request, pk):
    """Take a name off the list."""
    entry = get_object_or_404(queries.all_entries(request.actor), pk=pk)
    return confirm_page(
        request, partial(actions.withdraw, entry=entry), title="退出报名", question=f"{entry.person} 退出“{entry.activity}”？",
        done=("activities:activity", entry.activity_id), said="已退出。",
    )


@needs(READ)
def clubs(request):
    """Clubs and teams, with the ways to sessions and equipment."""
    buttons = (
        Button("成立协会、队伍", "activities:found_club", "primary", EDIT), Button("培训和排练", "activities:sessions"),
        Button("文体用品", "activities:equipment"),
    )
    return list_page(request, queries.clubs(request.actor), tables.CLUBS, title="协会和队伍", buttons=buttons, unit="个")


@needs(EDIT)
def found_club(request):
    """Found a club."""
    form = forms.ClubForm(request.actor, request.POST or None)
    return form_page(request, form, actions.found_club, title="成立协会、队伍", done="activities:clubs")


@needs(READ)
def sessions(request):
    """Classes and rehearsals."""
    buttons = (Button("登记培训、排练", "activities:record_session", "primary", EDIT),)
    return list_page(request, queries.sessions(request.actor), tables.SESSIONS, title="培训和排练", buttons=buttons, unit="次")


@needs(EDIT)
def record_session(request):
    """Record a class or rehearsal."""
    form = forms.SessionForm(request.actor, request.POST or None)
    return form_page(request, form, actions.record_session, title="登记培训、排练", done="activities:sessions")


@needs(READ)
def equipment(request):
    """Equipment."""
    buttons = (Button("登记购置", "activities:buy", "primary", EDIT),)
    return list_page(request, queries.equipment(request.actor), tables.EQUIPMENT, title="文体用品", buttons=buttons, unit="项")


@needs(EDIT)
def buy(request):
    """Record equipment bought."""
    form = forms.EquipmentForm(request.actor, request.POST or None)
    return form_page(request, form, actions.buy, title="登记购置", done="activities:equipment")


@needs(READ)
def equipment_one(request, pk):
    """One piece of equipment and its loans."""
    found = get_object_or_404(queries.equipment(request.actor), pk=pk)
    free = rules.free_to_lend(found.quantity, queries.lent_out(found))
    facts = (
        ("数量", f"{found.quantity} 件"), ("可借", f"{free} 件"), ("购置日期", found.bought_on),
        ("金额", found.cost and f"{money(found.cost)} 元"), ("存放地点", found.place),
    )
    back = Column("do", "办理", value=lambda loan: "" if loan.returned_on else "归还", link="activities:give_back", power=EDIT)
    table = replace(tables.LOANS, columns=(*tables.LOANS.columns, back))
    loans = Section("借用登记", table=table, rows=queries.loans(request.actor).filter(equipment=found))
    return detail_page(request, title=found.name, facts=facts, sections=[loans], buttons=[_to("借出", "lend", found, "primary")])


@needs(EDIT)
def lend(request, pk):
    """Lend equipment."""
    found = get_object_or_404(queries.equipment(request.actor), pk=pk)
    form = forms.LoanForm(request.actor, found, request.POST or None)
    return form_page(
        request, form, partial(actions.lend, equipment=found), title=f"借出：{found}", done=("activities:equipment_one", pk),
    )


@needs(EDIT)
def give_back(request, pk):
    """Equipment comes back."""
    loan = get_object_or_404(queries.loans(request.actor).filter(returned_on=None), pk=pk)
    form = forms.ReturnForm(request.POST or None)
    return form_page(
        request, form, partial(actions.give_back, loan=loan), title=f"归还：{loan.equipment}",
        done=("activities:equipment_one", loan.equipment_id),
    )


def _activity(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def _here(activity):
    return ("activities:activity", activity.pk)


def _crumbs():
    return (("文体活动", "activities:activities"),)
