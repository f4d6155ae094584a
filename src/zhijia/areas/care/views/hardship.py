"""Pages of hardship files (困难职工档案)."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.care import actions, filters, forms, queries, tables
from zhijia.areas.care.views import showing
from zhijia.areas.care.views.showing import act, at, leaves, seen, to, up, warned
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, print_page

FILES, FILE = "care.files", "care.file"


@needs(FILES)
def files(request):
    """Hardship files; the list shows no income, no illness."""
    buttons = (
        Button("受理申请", "care:apply", "primary", FILE),
        Button("未走访", "care:unvisited"),
        Button("一年未更新", "care:stale"),
        Button("公示单", "care:notice"),
        Button("台账", "care:file_book"),
    )
    return list_page(
        request,
        queries.hardship.files(request.actor),
        tables.FILES,
        title="困难职工",
        filters=filters.FileFilters,
        buttons=buttons,
        unit="份",
    )


@needs(FILES)
def file(request, pk):
    """One hardship file, whole: looking leaves a trace."""
    found = _file(request, pk)
    page = partial(
        detail_page,
        request,
        title=f"{found.person} 困难职工档案",
        facts=showing.file_facts(found),
        buttons=_file_buttons(found),
        sections=(
            *warned(queries.warnings.file_warnings(found, timezone.localdate())),
            showing.judgement(found),
            Section("家庭成员", table=tables.FAMILY, rows=queries.hardship.family(found), limit=None),
            Section("走访慰问", table=tables.VISITS, rows=queries.visits.visits_of(request.actor, found.person)),
            Section("复核记录", table=tables.REVIEWS, rows=queries.hardship.reviews(found)),
        ),
        crumbs=up("files"),
    )
    return seen(request, [found.person], "hardship", "办理困难职工档案", page)


def _file_buttons(found):
    nexts = {
        "已申请": ("入户调查", "survey"),
        "已入户调查": ("评议", "judge"),
        "已评议": ("公示", "post"),
        "公示中": ("建档", "open_file"),
        "已建档": ("复核", "review"),
    }
    if found.stage not in nexts:
        return ()
    label, name = nexts[found.stage]
    last = (
        to("退出", "leave", found, FILE, "danger")
        if found.stage == "已建档"
        else to("未通过或撤回", "stop", found, FILE, "danger")
    )
    return (
        to(label, name, found, FILE, "primary"),
        to("更新资料", "describe", found, FILE),
        to("添加家庭成员", "add_family", found, FILE),
        last,
    )


@needs(FILE)
def apply(request):
    """Take down an application."""
    form = forms.ApplyForm(request.actor, request.POST or None, initial={"on": timezone.localdate()})
    return form_page(
        request,
        form,
        actions.apply,
        title="受理困难职工申请",
        done=at("file"),
        crumbs=up("files"),
        said="已受理。下一步：入户调查。",
    )


@needs(FILE)
def describe(request, pk):
    """Bring the facts up to date; the form shows them, so that opening it leaves a trace."""
    found = _file(request, pk)
    shown = {name: getattr(found, name) for name in forms.FactsForm.base_fields if hasattr(found, name)}
    form = forms.FactsForm(request.POST or None, initial={**shown, "on": timezone.localdate()})
    page = partial(act, request, found, "file", form, actions.describe, "更新困难资料")
    return seen(request, [found.person], "hardship", "更新困难职工资料", page)


@needs(FILE)
def survey(request, pk):
    return act(request, _file(request, pk), "file", forms.SurveyForm(request.POST or None), actions.survey, "入户调查")


@needs(FILE)
def judge(request, pk):
    """Name the class; the one the formula gives is chosen already."""
    found = _file(request, pk)
    form = forms.JudgeForm(request.POST or None, initial={"category": showing.suggested_class(found)})
    return seen(
        request, [found.person], "hardship", "评议困难类别", partial(act, request, found, "file", form, actions.judge, "评议")
    )


@needs(FILE)
def post(request, pk):
    return act(request, _file(request, pk), "file", forms.PostForm(request.POST or None), actions.post, "公示")


@needs(FILE)
def open_file(request, pk):
    return act(request, _file(request, pk), "file", forms.OpenForm(request.POST or None), actions.open_file, "建档")


@needs(FILE)
def stop(request, pk):
    return act(
        request, _file(request, pk), "file", forms.StopForm(request.POST or None), actions.stop, "未通过或撤回", danger=True
    )


@needs(FILE)
def leave(request, pk):
    return act(
        request, _file(request, pk), "file", forms.LeaveForm(request.POST or None), actions.leave, "退出帮扶", danger=True
    )


@needs(FILE)
def review(request, pk):
    return act(request, _file(request, pk), "file", forms.ReviewForm(request.POST or None), actions.review, "复核")


@needs(FILE)
def add_family(request, pk):
    return act(request, _file(request, pk), "file", forms.FamilyForm(request.POST or None), actions.add_family, "添加家庭成员")


@needs(FILES)
def unvisited(request):
    """Open files nobody visited in the last twelve months (D5)."""
    rows = queries.hardship.unvisited_now(request.actor, timezone.localdate())
    return list_page(
        request,
        rows,
        tables.FILES,
        title="未走访的困难职工",
        note="在档、最近十二个月没有走访过。",
        crumbs=up("files"),
        unit="户",
        empty="在档的困难职工最近十二个月都走访过。",
    )


@needs(FILES)
def stale(request):
    """Open files nobody updated for a year (D5)."""
    rows = queries.hardship.stale_now(request.actor, timezone.localdate())
    return list_page(
        request,
        rows,
        tables.FILES,
        title="一年未更新的困难档案",
        note="在档、最近十二个月没有复核或更新。",
        crumbs=up("files"),
        unit="户",
        empty="在档的困难档案最近十二个月都更新过。",
    )


@needs(FILES)
def due(request):
    """Open files whose half-yearly review is due."""
    rows = queries.hardship.due_for_review(request.actor, timezone.localdate())
    return list_page(
        request, rows, tables.FILES, title="该复核的困难档案", crumbs=up("files"), unit="户", empty="没有到期该复核的档案。"
    )


@needs(FILES)
def notice(request):
    """The notice for the board: number, unit, class; no names."""
    lines = Section(table=tables.NOTICE, rows=queries.publishing.notices(request.actor), limit=None)
    note = "有异议的，请在公示期内向本单位工会反映。按规定不公布姓名、病情和收入。"
    return print_page(
        request, title="困难职工公示", sections=[lines], note=note, signatures=("工会主席",), back=reverse("care:files")
    )


@needs(FILES)
def file_book(request):
    """The book of hardship files (困难职工台账): on the screen, on paper, or as Word."""
    rows = queries.hardship.files(request.actor).order_by("filed_on", "id")
    page = partial(
        list_page,
        request,
        rows,
        tables.FILE_BOOK,
        title="困难职工台账",
        crumbs=up("files"),
        unit="份",
    )
    if not leaves(request):
        return page()
    return seen(request, [found.person for found in rows], "hardship", "打印或导出困难职工台账", page)


def _file(request, pk):
    return get_object_or_404(queries.hardship.files(request.actor), pk=pk)
