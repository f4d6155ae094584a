"""Rounds: from the beginning to the release, their papers and books."""

from functools import partial

from django.urls import reverse
from django.utils import timezone

from zhijia.areas.appraisal import actions, export, forms, queries, tables
from zhijia.areas.appraisal.filters import ResultFilters, RoundFilters
from zhijia.areas.appraisal.rules import Kind, Stage
from zhijia.areas.appraisal.views.common import (
    CRUMBS,
    READ,
    RUN,
    a_released_round,
    a_round,
    a_round_to_run,
    here,
    step,
    to,
    up,
)
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
    list_page,
    print_page,
    word_page,
)
from zhijia.kit.tables import Column, Table

WRITTEN = ("title", "on", "occasion", "notified_on", "reports_due", "method_on")
TOLD = ("reported_on", "reported_up_on", "advice")


@needs(READ)
def rounds(request):
    """All rounds."""
    buttons = (
        Button("组织评议", "appraisal:begin", "primary", RUN), Button("民主评议汇总", "appraisal:results"),
        Button("会员评家汇总", "appraisal:home"), Button("满意度测评汇总", "appraisal:surveys"),
        Button("反馈谈话", "appraisal:talks", power=RUN),
    )
    return list_page(
        request, queries.visible(request.actor), tables.ROUNDS, title="评议和测评", filters=RoundFilters, buttons=buttons,
        unit="次",
    )


@needs(RUN)
def begin(request):
    """Begin a round."""
    today = timezone.localdate()
    form = forms.BeginForm(request.actor, request.POST or None, initial={"year": today.year})
    return form_page(
        request, form, actions.begin, title="组织评议", done=here, crumbs=CRUMBS, said="已登记，下面登记评议对象和评议组。",
    )


@needs(READ)
def one(request, pk):
    """One round: what it lacks, who is judged, who judges, and what came of it when it is released."""
    found = a_round(request, pk)
    rows = list(queries.results_of_round(request.actor, found))
    words = "\n".join(queries.outlook(found) if found.open else queries.remarks(found, rows))
    sections = [
        *([Section("请看", words=words)] if words else []),
        *([Section("评议结果", table=tables.results_of(found, rows), rows=rows, limit=None)] if rows else []),
        *([_judged(request.actor, found)] if found.of_people or not rows else []),
        Section(
            "评议组", table=tables.PANELS, rows=queries.panels(request.actor, READ).filter(round=found), limit=None,
            buttons=[to(found, "添加评议组", "add_panel")] if found.open else (),
        ),
    ]
    return detail_page(
        request, title=str(found), facts=_facts(found), sections=sections, buttons=_buttons(found), crumbs=CRUMBS,
        unit=found.union.name,
    )


def _judged(actor, found) -> Section:
    """What is judged, with the way to add to it while that is possible."""
    title, table, name = ("评议对象", tables.SUBJECTS, "add_people") if found.of_people else (
        "测评内容", tables.QUESTIONS, "add_questions"
    )
    buttons = [to(found, f"登记{title}", name)] if found.open else ()
    return Section(title, table=table, rows=queries.subjects_of(actor, found), limit=None, buttons=buttons)


def _facts(found):
    yield from (("类别", found.kind), ("年度", f"{found.year} 年"), ("测评日期", found.on), ("进度", found.stage))
    if found.of_people:
        yield from (
            ("在哪次大会", found.occasion), ("评议办法通过", found.method_on), ("通知被评人", found.notified_on),
            ("述职报告截止", found.reports_due),
        )
    yield "等次", "、".join(found.grades)
    if found.stage == Stage.RELEASED:
        yield from (
            ("票数", export.ballots(found)), ("公布日期", found.released_on), ("向大会报告", found.reported_on),
            ("向上级报告", found.reported_up_on), ("意见汇总", found.advice),
        )
    if found.why:
        yield "作废、撤回原因", found.why


def _buttons(found):
    at = partial(to, found)
    more = {
        Stage.PREPARING: [at("开始测评", "call_votes", "primary"), at("更正", "correct")],
        Stage.OPEN: [at("统计并公布", "release", "primary"), at("更正", "correct")],
        Stage.RELEASED: [
            at("登记报告和意见", "report", "primary"), at("报告（向大会）", "word", power=READ),
            at("报告（向上级）", "word_up", power=READ), at("撤回公布", "withdraw", "danger"),
        ],
    }
    yield from more.get(found.stage, ())
    yield at("打印评议票" if found.of_people else "打印测评表", "ballot", power=READ)
    yield Button("打印", "?print=1")
    if found.stage in (Stage.PREPARING, Stage.OPEN):
        yield at("作废", "void", "danger")


@needs(RUN)
def correct(request, pk):
    """Correct what is written of a round."""
    found = a_round_to_run(request, pk)
    form = forms.RoundForm(request.POST or None, initial={name: getattr(found, name) for name in WRITTEN})
    return step(request, found, form, actions.correct, f"更正：{found}")


@needs(RUN)
def add_people(request, pk):
    """Put people on the list of those judged."""
    found = a_round_to_run(request, pk)
    form = forms.PeopleForm(request.actor, found, request.POST or None)
    return step(request, found, form, actions.add_people, "登记评议对象")


@needs(RUN)
def add_questions(request, pk):
    """Put questions on the sheet of a survey."""
    found = a_round_to_run(request, pk)
    return step(request, found, forms.QuestionsForm(request.POST or None), actions.add_questions, "添加测评内容")


@needs(RUN)
def add_panel(request, pk):
    """Add a group of judges."""
    found = a_round_to_run(request, pk)
    form = forms.PanelForm(request.actor, found, request.POST or None)
    return step(request, found, form, actions.set_panel, "添加评议组")


@needs(RUN)
def call_votes(request, pk):
    """Call the votes."""
    found = a_round_to_run(request, pk)
    question = f"开始“{found}”？\n开始以后，评议对象、评议组和名单不能再改。有名单的组各投一次无记名票，从评议组一栏点进去。"
    return confirm_page(
        request, partial(actions.call_votes, found=found), title="开始测评", question=question, done=here(found), submit="开始",
        crumbs=up(found),
    )


@needs(RUN)
def release(request, pk):
    """Count and publish."""
    found = a_round_to_run(request, pk)
    question = f"统计并公布“{found}”的结果？\n公布以后，被评人在自己的页面看到本人结果，数字计入总结。"
    return confirm_page(
        request, partial(actions.release, found=found, today=timezone.localdate()), title="统计并公布", question=question,
        done=here(found), submit="公布", said="已公布。", crumbs=up(found),
    )


@needs(RUN)
def withdraw(request, pk):
    """Take a release back."""
    found = a_round_to_run(request, pk)
    form = forms.WhyForm(request.POST or None)
    return step(request, found, form, actions.withdraw, f"撤回公布：{found}", danger=True, submit="撤回")


@needs(RUN)
def void(request, pk):
    """Declare a round void."""
    found = a_round_to_run(request, pk)
    form = forms.WhyForm(request.POST or None)
    return step(request, found, form, actions.void, f"作废：{found}", danger=True, submit="作废")


@needs(RUN)
def report(request, pk):
    """To whom the result was told, and what people said."""
    found = a_round_to_run(request, pk)
    form = forms.ToldForm(request.POST or None, initial={name: getattr(found, name) for name in TOLD})
    return step(request, found, form, actions.report, f"登记报告和意见：{found}")


@needs(READ)
def word(request, pk):
    """The report to the congress in Word."""
    return _report(request, pk, "向大会报告", up=False)


@needs(READ)
def word_up(request, pk):
    """The report to the union above in Word."""
    return _report(request, pk, "向上级报告", up=True)


def _report(request, pk, name, *, up):
    found = a_released_round(request, pk)
    return word_page(export.report(request.actor, found, up=up), f"{found}结果（{name}）")


@needs(READ)
def ballot(request, pk):
    """The ballot in its usual columns, to be printed and copied."""
    found = a_round(request, pk)
    heads = found.items if len(found.items) > 1 else queries.choices(found)
    blank = (Column(f"blank{at}", name, value=lambda _: "") for at, name in enumerate(heads))
    first = (Column("title", "被评人"), Column("post", "职务")) if found.of_people else (Column("title", "内容"),)
    rows = Section(table=Table((*first, *blank)), rows=queries.subjects_of(request.actor, found), limit=None)
    how = f"每格填一个等次：{'、'.join(queries.choices(found))}。" if len(found.items) > 1 else "每行在一个格里画“√”。"
    return print_page(
        request, title=f"{found}{'评议票' if found.of_people else '测评表'}", sections=[rows], unit=found.union.name,
        note=f"无记名填写。{how}多选、漏选的无效。", back=reverse("appraisal:round", args=[pk]),
    )


@needs(READ)
def results(request):
    """The book of people judged (民主评议汇总)."""
    return _book(request, tables.RESULTS, Kind.CADRES, Kind.LEADERS)


@needs(READ)
def home(request):
    """The book of what members said of their union (会员评家汇总)."""
    return _book(request, tables.HOME, Kind.HOME)


@needs(READ)
def surveys(request):
    """The book of surveys."""
    return _book(request, tables.SURVEYS, Kind.SURVEY)


def _book(request, table, *kinds):
    return list_page(
        request, queries.results(request.actor, *kinds), table, title=table.name, filters=ResultFilters, crumbs=CRUMBS,
    )
