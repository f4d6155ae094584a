"""Pages about applications to join: the board, one application, the wall."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members import actions, forms, queries, tables
from zhijia.areas.members.filters import ApplicationFilters
from zhijia.core.org.web import for_known, needs
from zhijia.core.private.masking import mask_name
from zhijia.kit.formats import day, short_day
from zhijia.kit.pages import Button, detail_page, form_page, list_page, print_page
from zhijia.kit.pages.sections import Section

READ, RECOMMEND, ADMIT = "members.read", "members.recommend", "members.admit"
BOARD = (("入会申请", "members:applications"),)
DAYS = (
    ("小组意见", "group_on"), ("委员会批准", "approved_on"), ("张榜公布", "posted_on"), ("公示截止", "posted_until"),
    ("发证", "card_on"), ("归档", "filed_on"),
)


@needs(READ)
def applications(request):
    """All applications, the latest first."""
    buttons = (Button("张榜公布", "members:post", "primary", ADMIT), Button("打印公示", "members:notice"))
    table = tables.marked(tables.APPLICATIONS, "applied_on", queries.late_days(request.actor, timezone.localdate()))
    return list_page(
        request, queries.applications(request.actor), table, title="入会申请", filters=ApplicationFilters,
        buttons=buttons, unit="份", note="申请 → 小组意见 → 委员会批准 → 张榜公布 → 发证 → 归档。申请在职工的页面上登记。",
    )


@needs(READ)
def application(request, pk):
    """One application with the day of each step."""
    asked = _application(request, pk)
    days = [(label, short_day(getattr(asked, name))) for label, name in DAYS if getattr(asked, name)]
    facts = (
        ("申请人", asked.person), ("单位、小组", asked.person.union), ("申请日期", short_day(asked.applied_on)),
        ("申请理由", asked.reason), ("进度", asked.stage), *days, ("会员证号", asked.card_no), ("意见", asked.answer),
    )
    running = queries.waiting(request.actor).filter(pk=asked.pk).exists()
    power = RECOMMEND if asked.stage == "已申请" else ADMIT
    step = Button("下一步", reverse("members:step", args=[asked.pk]), "primary", power)
    person = Button("职工页面", reverse("members:person", args=[asked.person_id]))
    return detail_page(
        request, title=str(asked), facts=facts, crumbs=BOARD, buttons=[step, person] if running else [person]
    )


@needs(RECOMMEND)
def apply(request, pk):
    """Hand in an application for someone."""
    person = get_object_or_404(queries.visible(request.actor, RECOMMEND), pk=pk)
    form = forms.ApplyForm(request.POST or None)
    act = partial(actions.apply, person=person)
    return form_page(request, form, act, title=f"入会申请：{person}", done=_here, said="已受理。")


@for_known
def join(request):
    """Apply for oneself."""
    person = get_object_or_404(queries.own(request.actor))
    form = forms.ApplyForm(request.POST or None)
    act = partial(actions.apply, person=person, own=True)
    said = "申请已递交，等小组和委员会办理。"
    return form_page(request, form, act, title="申请入会", done="members:me", submit="递交申请", said=said)


@needs(RECOMMEND)
def step(request, pk):
    """The next step of an application."""
    asked = get_object_or_404(queries.waiting(request.actor), pk=pk)
    form = forms.StepForm(asked, request.POST or None)
    return form_page(
        request, form, partial(actions.take_step, asked=asked), title=str(asked), done=_here, said="已办理。",
        note=f"现在：{asked.stage}。", crumbs=BOARD,
    )


@needs(ADMIT)
def post(request):
    """Put everyone the committee approved on the wall together."""
    ready = list(queries.to_post(request.actor))
    form = forms.DayForm(request.POST or None)
    names = "、".join(str(asked.person) for asked in ready) or "现在没有等待张榜的人。"
    return form_page(
        request, form, partial(actions.post, asked=ready), title="张榜公布新会员", done="members:notice", submit="张榜",
        said="已张榜，请打印张贴。", note=f"委员会已批准 {len(ready)} 人：{names}", crumbs=BOARD,
    )


@needs(READ)
def notice(request):
    """The list for the wall: names and groups, nothing else about anyone."""
    hanging = list(queries.on_the_wall(request.actor, timezone.localdate()))
    rows = [
        {"number": n, "name": mask_name(a.person.name) if request.GET.get("masked") else str(a.person),
         "union": str(a.person.union), "approved_on": a.approved_on}
        for n, a in enumerate(hanging, 1)
    ]
    until = max((a.posted_until for a in hanging), default=None)
    words = f"公示至{day(until)}。公示期间如有意见，请向工会反映。" if until else ""
    unit = request.actor.grants[0].union_name
    return print_page(
        request, title="新会员公示", unit=unit, note=words, back=reverse("members:applications"),
        sections=[Section(table=tables.NOTICE, rows=rows, limit=None)], signatures=("工会委员会（盖章）",),
    )


def _application(request, pk):
    return get_object_or_404(queries.applications(request.actor), pk=pk)


def _here(asked):
    """The page of the application an act was about."""
    return ("members:application", asked.pk)
