"""Every figure of a union and year, the rows behind one, and the yearly statistics form."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from zhijia.areas.summary import forms, queries, tables
from zhijia.areas.summary.rules import statistics as rules
from zhijia.areas.summary.rules.markers import Marker
from zhijia.areas.summary.shown import record_url, trace_url
from zhijia.core import periods
from zhijia.core.figures import Ratio, figure
from zhijia.core.org.web import needs
from zhijia.core.periods import Period, parse_period
from zhijia.core.trail.looks import looked
from zhijia.kit.area import house
from zhijia.kit.buttons import Button
from zhijia.kit.pages import Section, detail_page, form_page, trace_page

FIGURES = "figures.read"
HARDSHIP = ("care.hardship_visited", "care.files", "care.unvisited_files", "care.stale_files")
WATCH = ("care.talks", "care.jobs_coordinated", "care.families_helped", "care.watched", "care.released")
LOOKS = {**dict.fromkeys(HARDSHIP, "hardship"), **dict.fromkeys(WATCH, "watch")}  # figures whose rows name the protected


def _union(request, code):
    return get_object_or_404(queries.union_of(request.actor, FIGURES, code))


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except ValueError as wrong:
        raise Http404(str(wrong)) from wrong


def _year(make, number: int) -> Period:
    if not forms.FIRST_YEAR <= number <= 2100:
        raise Http404("没有这个年度。")
    return make(number)


@needs(FIGURES)
def figures_home(request):
    """Choose a union and a year; the actor's own of the last year are one press away."""
    return _choose(request, "summary:figures", "全部数字")


@needs(FIGURES)
def statistics_home(request):
    """Choose a union and a statistical year."""
    return _choose(request, "summary:statistics", "年度统计表")


def _choose(request, name, title):
    form = forms.PlaceForm(request.actor, request.POST or None)

    def act(actor, *, union, year):
        return redirect(name, union.code, year)

    return form_page(request, form, act, title=title, done=lambda response: response, submit="查看", said="")


@needs(FIGURES)
def figures(request, code, year):
    """Every figure of a union and year, room by room, each opening to its rows."""
    union, period = _union(request, code), _year(periods.year, year)
    found = queries.figures_at(request.actor, union, period)
    table = tables.findings_table(code, period.key)
    sections = [
        Section(plate.name, table=table, rows=rows, limit=None)
        for plate in house() if (rows := [each for each in found if each.figure.area == plate.key])
    ]  # fmt: skip
    sections += [Section("其他", table=table, rows=rows, limit=None)] if (rows := _homeless(found)) else []
    return detail_page(
        request, title=f"{union}{period}的数字", sections=sections, unit=union.name,
        buttons=[Button("换工会或年度", "summary:figures_home")], crumbs=[("全部数字", "summary:figures_home")],
        note="每个数都能点开，看到它是由哪些记录得出的；“没有记录”不是 0。",
    )  # fmt: skip


def _homeless(found):
    known = {plate.key for plate in house()}
    return [each for each in found if each.figure.area not in known]


@needs(FIGURES)
def statistics(request, code, year):
    """The yearly statistics form for the statistical year, with its logic checks."""
    union, period = _union(request, code), _year(periods.statistical_year, year)
    found = {each.figure.key: each for each in queries.figures_at(request.actor, union, period, rules.keys())}
    table = tables.findings_table(code, period.key)
    sections = [
        Section(name, table=table, rows=[found[key] for key in lines if key in found], limit=None)
        for name, lines in rules.form()[0]
    ]
    outcomes = rules.outcomes({key: each.value for key, each in found.items()})
    broken = sum(each.state == rules.BROKEN for each in outcomes)
    said = f"逻辑审核有 {broken} 处不通过，请核对后再上报。" if broken else "逻辑审核没有发现矛盾。"
    return detail_page(
        request, title=f"{union}{year}年度统计表", unit=union.name,
        sections=[*sections, Section("逻辑审核", table=tables.CHECKS, rows=outcomes, limit=None)],
        facts=[("工会", union.name), ("类型", union.kind), ("统计期", f"{period.start} 至 {period.end}"), ("审核", said)],
        buttons=[Button("打印", "?print=1"), Button("换工会或年度", "summary:statistics_home")],
        crumbs=[("年度统计表", "summary:statistics_home")],
    )  # fmt: skip


@needs(FIGURES)
def trace(request, code, period, key):
    """The rows behind a figure, as far as the actor may see them, marked when late or changed since signing."""
    union, period = _union(request, code), _period(period)
    if key not in queries.registered() or not request.actor.may(queries.power_of(figure(key))):
        raise Http404("没有这个数，或者不在您的职责范围内。")
    unions = queries.unions_of(union)
    found = queries.findings(unions, period, {key})[0]
    paper = _paper(request, union)
    if isinstance(found.figure, Ratio):
        return _terms(request, union, period, found, paper)
    rows = queries.rows_open_to(request.actor, found.figure, unions, period)
    _looked(request.actor, key, rows)
    return trace_page(
        request, found.figure.label, str(found.quantity), rows, _marked(union, paper, found, rows), found.figure.doc,
        all_rows=found.count, facts=_about(union, period, paper, key), crumbs=_crumbs(union, period, paper),
        buttons=_record(found),
    )  # fmt: skip


def _looked(actor, key, rows):
    """Rows that tell who is in hardship or watched over leave a trace before they are shown."""
    if key not in LOOKS:
        return
    people = {found.pk: found for row in rows if (found := _person(row)) and found.account_id != actor.user_id}
    looked(actor, people.values(), LOOKS[key], f"打开数字“{figure(key).label}”的记录")


def _person(row):
    return getattr(row, "person", None) or getattr(getattr(row, "watch", None), "person", None)


def _paper(request, union):
    """The signed paper whose figure is being opened, if the address names one the actor may see."""
    pk = request.GET.get("paper", "")
    found = queries.signed(request.actor).filter(pk=pk, union=union).first() if pk.isdigit() else None
    if pk and found is None:
        raise Http404("没有这份总结，或者不在您的职责范围内。")
    return found


def _marked(union, paper, found, rows):
    """The area's own table, with a column of marks when there is something to mark."""
    late = queries.late_rows(found.figure, union, rows)
    marks = {pk: f"补录（迟 {days} 天）" for pk, days in late.items()}
    if paper is not None:
        marks |= queries.marks(paper, found.figure.key, found.period.key)
    return tables.marked(found.figure.table, marks)


def _about(union, period, paper, key):
    about = [("工会", union.name), ("期间", period.label)]
    if paper is not None:
        signed = paper.cited.filter(marker=str(Marker(key))).first()
        about += [("签发时", signed.shown)] if signed else []
    return about


def _crumbs(union, period, paper):
    if paper is not None:
        return [("工作总结", "summary:papers"), (paper.title, tables.paper_url(paper))]
    here = reverse("summary:figures", args=[union.code, period.end.year])
    return [("全部数字", "summary:figures_home"), (f"{union}{period.end.year}年的数字", here)]


def _record(found):
    url = record_url(found.figure.key) if found.value is None else ""
    return [Button("去补记", url, "primary")] if url else []


def _terms(request, union, period, found, paper):
    """A ratio opens to its two terms, each of which opens to its rows."""
    terms = queries.findings(queries.unions_of(union), period, {found.figure.top, found.figure.bottom})
    rows = [
        (
            each.figure.label,
            tables.said(each),
            trace_url(union.code, period.key, Marker(each.figure.key), paper),
        )
        for each in terms
    ]
    return detail_page(
        request, title=found.figure.label, facts=[("数值", tables.said(found)), *_about(union, period, paper, found.figure.key)],
        sections=[Section("分子和分母", table=tables.TERMS, rows=rows, limit=None)], note=found.figure.doc,
        crumbs=_crumbs(union, period, paper),
    )  # fmt: skip
