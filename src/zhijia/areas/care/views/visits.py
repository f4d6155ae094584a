"""Pages of visits (走访慰问)."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.care import actions, filters, forms, queries, rules, tables
from zhijia.areas.care.forms.visits import told
from zhijia.areas.care.views import showing
from zhijia.areas.care.views.showing import act, at, fragment, leaves, seen, to, up, warned
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.core.policy import explain
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, print_page

READ, VISIT = "care.read", "care.visit"


@needs(READ)
def visits(request):
    """The visit book."""
    buttons = (
        Button("记一次走访", "care:record_visit", "primary", VISIT),
        Button("导入登记簿", "care:import_visits", power=VISIT),
        Button("台账", "care:visit_book"),
        Button("公开单", "care:visit_public"),
    )
    return list_page(
        request,
        queries.visits.visible(request.actor),
        tables.VISITS,
        title="走访慰问",
        filters=filters.VisitFilters,
        buttons=buttons,
        unit="次",
    )


@needs(READ)
def visit(request, pk):
    """One visit; why it was made is sensitive, so that looking leaves a trace."""
    found = _visit(request, pk)
    sections = warned(queries.warnings.visit_warnings(found))
    page = partial(
        detail_page,
        request,
        title=str(found),
        facts=showing.visit_facts(found),
        sections=sections,
        buttons=_visit_buttons(found),
        crumbs=up("visits"),
    )
    return seen(request, [found.person], "visits", "查看走访记录", page)


def _visit_buttons(found):
    if found.voided_on:
        return ()
    link = [to("认人", "link_visit", found, VISIT)] if found.who and not found.person else []
    sign = [to("补签领", "sign_receipt", found, VISIT)] if tables.no_receipt(found) else []
    sheet = [to("看签领单", "visit_file", found, READ)] if found.file_id else []
    return (
        to("更正", "correct_visit", found, VISIT),
        *link,
        *sign,
        *sheet,
        to("附签领单或照片", "attach", found, VISIT),
        to("作废", "void_visit", found, VISIT, "danger"),
    )


@needs(VISIT)
def record_visit(request):
    """Write down a visit (走访慰问): six fields."""
    form = forms.VisitForm(request.actor, request.POST or None, initial={"on": timezone.localdate()})
    return form_page(
        request,
        form,
        actions.record_visit,
        title="记一次走访",
        done=at("visit"),
        crumbs=up("visits"),
        said="已记下。",
        note="带 * 的和金额、慰问人共六项，其余可以以后再补。",
    )


@needs(VISIT)
def cap(request):
    """The cap for what is being typed, as the line under the amount."""
    form = forms.VisitForm(request.actor, request.GET)
    form.full_clean()
    typed = form.cleaned_data
    if not all(typed.get(name) for name in ("kind", "on", "union")):
        return fragment("")
    rule = queries.warnings.cap_of(typed["union"], typed["kind"], typed["on"])
    if rule is None:
        return fragment("这一类没有限额。")
    over = rules.over_cap(typed["amount"], typed.get("heads", 1), rule.value)
    return fragment(f"{'已超过限额，请核对。' if over else ''}{explain(rule)}")


@needs(VISIT)
def correct_visit(request, pk):
    """Correct a visit."""
    found = _visit(request, pk)
    form = forms.CorrectForm(request.actor, request.POST or None, initial=told(found))
    page = partial(
        form_page,
        request,
        form,
        partial(actions.correct_visit, visit=found),
        title="更正走访",
        done=at("visit"),
        crumbs=up("visits"),
    )
    return seen(request, [found.person], "visits", "更正走访记录", page)


@needs(VISIT)
def link_visit(request, pk):
    """Say who of the roll it was."""
    return act(
        request, _visit(request, pk), "visit", forms.LinkForm(request.actor, request.POST or None), actions.link_visit, "认人"
    )


@needs(VISIT)
def sign_receipt(request, pk):
    """Signed for later."""
    return act(request, _visit(request, pk), "visit", forms.SignForm(request.POST or None), actions.sign_receipt, "补签领")


@needs(VISIT)
def void_visit(request, pk):
    """Take a mistaken visit out of the counts."""
    return act(
        request, _visit(request, pk), "visit", forms.VoidForm(request.POST or None), actions.void_visit, "作废走访", danger=True
    )


@needs(VISIT)
def attach(request, pk):
    """The signed sheet or a photograph."""
    form = forms.AttachForm(request.POST or None, request.FILES or None)
    return act(request, _visit(request, pk), "visit", form, actions.attach, "附签领单或照片")


@needs(READ)
def visit_file(request, pk):
    """The signed sheet or photograph of a visit."""
    found = _visit(request, pk)
    if found.file is None:
        raise Http404
    return seen(request, [found.person], "visits", "查看签领单或照片", partial(download, found.file))


@needs(READ)
def visit_book(request):
    """The book in its usual columns (走访慰问台账). On paper and in files it tells the reasons too, with a trace."""
    rows = queries.visits.standing(request.actor).order_by("on", "id")
    buttons = (Button("公开单", "care:visit_public"),)
    table = tables.BOOK if leaves(request) else tables.VISITS
    page = partial(
        list_page,
        request,
        rows,
        table,
        title="走访慰问台账",
        filters=filters.BookFilters,
        buttons=buttons,
        unit="次",
        crumbs=up("visits"),
    )
    if not leaves(request):
        return page()
    asked = filters.BookFilters(request.GET, queryset=rows).qs
    return seen(request, {v.person_id: v.person for v in asked}.values(), "visits", "打印或导出走访慰问台账", page)


@needs(READ)
def visit_public(request):
    """What may be published: turns and yuan by kind, no names."""
    chosen = filters.BookFilters(request.GET, queryset=queries.visits.standing(request.actor))
    lines = queries.publishing.by_kind(chosen.qs if chosen.form.is_valid() else chosen.queryset.none())
    note = "只写类别、人次和金额，不写姓名；不足 5 人次的类别合并。"
    return print_page(
        request,
        title="走访慰问公开单",
        sections=[Section(table=tables.BY_KIND, rows=lines, limit=None)],
        note=note,
        signatures=("制表人", "工会主席"),
        back=reverse("care:visits"),
    )


def _visit(request, pk):
    return get_object_or_404(queries.visits.visible(request.actor), pk=pk)
