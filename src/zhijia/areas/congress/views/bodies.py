"""Pages of congresses, districts and delegates."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from zhijia.areas.congress.actions import bodies as actions
from zhijia.areas.congress.actions import delegates as seats
from zhijia.areas.congress.filters.bodies import DelegateFilters
from zhijia.areas.congress.forms import bodies as forms
from zhijia.areas.congress.queries import bodies, sittings
from zhijia.areas.congress.tables import bodies as tables
from zhijia.areas.congress.tables.sittings import CHAMBERS
from zhijia.areas.congress.views.showing import seen
from zhijia.core.org.web import needs
from zhijia.kit.formats import day
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page

READ, EDIT = "congress.read", "congress.edit"
CRUMBS = (("代表大会", "congress:congresses"),)
NAMES = ("since", "years", "planned", "ended_on")


@needs(READ)
def congresses(request):
    """Every term of every congress."""
    buttons = (Button("建立一届大会", "congress:found", "primary", EDIT), Button("会议", "congress:sittings"))
    return list_page(
        request, bodies.congresses(request.actor), tables.CONGRESSES, title="代表大会", buttons=buttons, unit="届",
    )


@needs(EDIT)
def found(request):
    """Begin a term."""
    form = forms.CongressForm(request.actor, request.POST or None)
    return form_page(request, form, actions.found, title="建立一届大会", done=_here, crumbs=CRUMBS, said="已建立。")


@needs(READ)
def congress(request, pk):
    """One congress: its term, what the rules ask of it, districts, delegates, sittings."""
    found, today = _congress(request, pk), localdate()
    meet = Button("筹备会议", f"{reverse('congress:plan')}?congress={pk}", "primary", EDIT)
    sections = [
        Section("代表构成是否合规", table=tables.CHECKS, rows=bodies.composition(found, today), limit=None),
        Section("选区", table=tables.DISTRICTS, rows=bodies.districts(request.actor).filter(congress=found), limit=None,
                buttons=_district_buttons(found)),
        Section("代表", table=tables.DELEGATES, rows=bodies.delegates(request.actor).filter(congress=found, until=None),
                more=_roll_of(found), buttons=_delegate_buttons(found)),
        Section("会议", table=CHAMBERS, rows=sittings.chambers(request.actor).filter(congress=found), limit=None,
                empty="还没有开过会。", buttons=[meet]),
    ]
    buttons = [_to("更正任期", "correct_term", found), Button("打印", "?print=1")]
    return detail_page(
        request, title=str(found), facts=_facts(found, today), sections=sections, buttons=buttons, crumbs=CRUMBS,
        unit=str(found.union),
    )


def _facts(found, today):
    clock = bodies.ending(found, today)
    size, _ = bodies.wanted(found, today)
    left = f"{day(clock.ends)}，{clock.warning or f'还有 {clock.days} 天'}"
    return (
        ("工会", found.union), ("类别", found.kind), ("本届起", day(found.since)), ("任期", f"{found.years} 年"),
        ("届满", f"{day(clock.ends)}，已于{day(found.ended_on)}换届" if found.ended_on else left),
        ("会员人数" if bodies.is_of_members(found) else "职工人数", f"{bodies.headcount(found, today)} 人"),
        ("规定名额", size and str(size)),
        ("计划名额", found.planned and f"{found.planned} 人"), ("现有代表", f"{found.heads} 人"), ("列席", f"{found.guests} 人"),
    )


def _district_buttons(found):
    return [_to("划分选区", "draw_districts", found), _to("分配名额", "share_out", found)]


def _delegate_buttons(found):
    add = [_to("按名册登记", "enrol_all", found)] if bodies.is_of_all(found) else [_to("登记代表", "seat", found)]
    return [*add, Button("代表名册", _roll_of(found))]


def _roll_of(found):
    return reverse("congress:roll", args=[found.pk])


@needs(EDIT)
def correct_term(request, pk):
    """Correct the term."""
    found = _congress(request, pk)
    form = forms.TermForm(request.POST or None, initial={name: getattr(found, name) for name in NAMES})
    return form_page(request, form, partial(actions.correct, congress=found), title=f"更正：{found}", done=_here, crumbs=CRUMBS)


@needs(EDIT)
def draw_districts(request, pk):
    """Districts pasted as a list; the units below stand there already."""
    found = _congress(request, pk)
    given = "" if request.POST or found.districts.exists() else "\n".join(
        f"{name} {staff}" for name, staff in bodies.places(found.union, localdate())
    )
    form = forms.DistrictsForm(request.POST or None, initial={"rows": given})
    return form_page(
        request, form, partial(actions.draw_districts, congress=found), title=f"划分选区：{found}", done=_here, crumbs=_up(found),
        note="已有的选区再写一次就更新人数，不会重复。",
    )


@needs(EDIT)
def share_out(request, pk):
    """Seats shared out by staff."""
    found = _congress(request, pk)
    size, source = bodies.wanted(found, localdate())
    form = forms.TotalForm(request.POST or None, initial={"total": found.planned or (size and size.least)})
    return form_page(
        request, form, partial(actions.share_out, congress=found), title=f"分配名额：{found}", done=_here, crumbs=_up(found),
        note=source,
    )


@needs(READ)
def district(request, pk):
    """One district and its delegates."""
    found = _district(request, pk)
    facts = (
        ("大会", found.congress), ("职工人数", f"{found.staff} 人"), ("分配名额", f"{found.seats} 个"),
        ("已当选", f"{found.heads} 人"), ("选举日期", found.elected_on), ("到会人数", found.present and f"{found.present} 人"),
    )
    rows = bodies.delegates(request.actor).filter(district=found).order_by("until", "id")
    sections = [Section("代表", table=tables.DELEGATES, rows=rows, limit=None, empty="还没有选出代表。点“登记选举结果”。")]
    buttons = [_to("登记选举结果", "elect", found, "primary"), _to("更正选区", "change_district", found),
               _to("取消选区", "drop_district", found, "danger")]
    return detail_page(request, title=str(found), facts=facts, sections=sections, buttons=buttons, crumbs=_up(found.congress))


@needs(EDIT)
def elect(request, pk):
    """The election of a district."""
    found = _district(request, pk)
    form = forms.ElectForm(request.actor, found, request.POST or None)
    return form_page(
        request, form, partial(seats.elect, district=found), title=f"选举代表：{found}", done=("congress:district", pk),
        crumbs=_up(found.congress), said="选举结果已登记。",
        note=f"选区职工 {found.staff} 人，名额 {found.seats} 个。{bodies.election_rules(found, localdate())}",
    )


@needs(EDIT)
def change_district(request, pk):
    """Correct a district."""
    found = _district(request, pk)
    form = forms.DistrictForm(request.POST or None, initial={n: getattr(found, n) for n in ("name", "staff", "seats")})
    return form_page(
        request, form, partial(actions.change_district, district=found), title=f"更正选区：{found}",
        done=("congress:district", pk), crumbs=_up(found.congress),
    )


@needs(EDIT)
def drop_district(request, pk):
    """Take a district away."""
    found = _district(request, pk)
    return confirm_page(
        request, partial(actions.drop_district, district=found), title="取消选区", question=f"取消选区“{found}”？", done=_here,
        danger=True, crumbs=_up(found.congress),
    )


@needs(READ)
def delegates(request):
    """The roll of delegates (代表名册)."""
    buttons = (Button("代表大会", "congress:congresses"),)
    return list_page(
        request, bodies.delegates(request.actor), tables.DELEGATES, title="代表名册", filters=DelegateFilters,
        buttons=buttons, unit="人",
    )


@needs(READ)
def roll(request, pk):
    """The roll of one congress, those who are no longer delegates too."""
    found = _congress(request, pk)
    return list_page(
        request, bodies.delegates(request.actor).filter(congress=found), tables.DELEGATES, title=f"代表名册：{found}",
        filters=DelegateFilters, buttons=_delegate_buttons(found)[:1], unit="人", crumbs=_up(found),
    )


@needs(EDIT)
def seat(request, pk):
    """Delegates from a list."""
    found = _congress(request, pk)
    form = forms.SeatForm(request.actor, found, request.POST or None, initial={"on": found.since})
    return form_page(
        request, form, partial(seats.seat, congress=found), title=f"登记代表：{found}", done=("congress:congress", pk),
        crumbs=_up(found), said="已登记。",
    )


@needs(EDIT)
def enrol_all(request, pk):
    """Everybody of the roll takes part in an assembly of all."""
    found = _congress(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return form_page(
        request, form, partial(seats.enrol_all, congress=found), title=f"按名册登记参会职工：{found}",
        done=("congress:congress", pk), crumbs=_up(found), note="名册上这一天的人都登记为参会职工，已经不在的划去。",
    )


@needs(READ)
def delegate(request, pk):
    """One delegate."""
    found = _delegate(request, pk)
    facts = (
        ("大会", found.congress), ("部门", found.person.union), ("性别", found.person.sex), ("职务类别", found.group),
        ("选区", found.district), ("选区得票", found.votes is not None and f"{found.votes} 票" or None),
        ("当选日期", found.since), ("表决权", "列席，没有表决权" if found.observer else "有"),
        ("终止日期", found.until), *((("终止原因", found.why),) if request.actor.may(EDIT) else ()),
    )
    buttons = [_to("更正", "correct_seat", found)]
    if not found.until:
        buttons += [_to("增补替换", "replace", found), _to("终止资格", "end_seat", found, "danger")]
    page = partial(
        detail_page, request, title=f"代表：{found}", facts=facts, buttons=buttons, crumbs=_up(found.congress)
    )
    return seen(request, [found] if found.why else [], "查看终止代表资格的原因", page)


@needs(EDIT)
def correct_seat(request, pk):
    """Correct what is written down of a delegate."""
    found = _delegate(request, pk)
    names = ("group", "votes", "since", "observer", "district")
    form = forms.CorrectSeatForm(request.actor, found, request.POST or None, initial={n: getattr(found, n) for n in names})
    act = partial(seats.correct_seat, delegate=found)
    return form_page(request, form, act, title=f"更正：{found}", done=_seat_url, crumbs=_up(found.congress))


@needs(EDIT)
def end_seat(request, pk):
    """Someone is no longer a delegate."""
    found = _delegate(request, pk)
    form = forms.EndForm(request.POST or None)
    return form_page(
        request, form, partial(seats.end_seat, delegate=found), title=f"终止代表资格：{found}", done=_seat_url, danger=True,
        submit="终止资格", crumbs=_up(found.congress),
    )


@needs(EDIT)
def replace(request, pk):
    """Another takes the place."""
    found = _delegate(request, pk)
    form = forms.ReplaceForm(request.actor, found, request.POST or None)
    act = partial(seats.replace, delegate=found)
    return form_page(request, form, act, title=f"增补替换：{found}", done=_seat_url, crumbs=_up(found.congress))


def _congress(request, pk):
    return get_object_or_404(bodies.congresses(request.actor), pk=pk)


def _district(request, pk):
    return get_object_or_404(bodies.districts(request.actor), pk=pk)


def _delegate(request, pk):
    return get_object_or_404(bodies.delegates(request.actor), pk=pk)


def _to(label, name, record, kind="plain"):
    return Button(label, reverse(f"congress:{name}", args=[record.pk]), kind, EDIT)


def _here(congress):
    return ("congress:congress", congress.pk)


def _seat_url(delegate):
    return ("congress:delegate", delegate.pk)


def _up(congress):
    return (*CRUMBS, (str(congress), reverse("congress:congress", args=[congress.pk])))
