"""Pages of letters (来信来访) and of problems sent up."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.utils import timezone

from zhijia.areas.members.queries import own
from zhijia.areas.relations import actions, filters, queries
from zhijia.areas.relations.forms import letters as forms
from zhijia.areas.relations.forms.asking import AnswerForm
from zhijia.areas.relations.queries.cases import ANSWER, HANDLE
from zhijia.areas.relations.rules.letters import OPEN, Stage
from zhijia.areas.relations.tables import letters as tables
from zhijia.areas.relations.views.showing import act, at, leaves, seen, step, to, today, up, void
from zhijia.core.org.web import for_known, needs
from zhijia.core.refused import Refused
from zhijia.kit.formats import moment
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page
from zhijia.kit.pages.lists import listing

GROUP = "letters"


@needs(HANDLE)
def letters(request):
    """The register (来信来访登记). On paper and in files it tells demands and answers, with a trace."""
    narrowed = {"filters": filters.LetterFilters, "searches": tables.LETTERS.searches}
    if leaves(request):
        rows = queries.letters.standing(request.actor).order_by("on", "id")
        shown = listing(request, rows, tables.BOOK, **narrowed).rows
        page = partial(list_page, request, rows, tables.BOOK, title=tables.BOOK.name, **narrowed)
        return seen(request, shown, GROUP, "打印或导出来信来访登记", page)
    buttons = (Button("登记来信来访", "relations:receive", "primary", HANDLE), Button("向上级反映的问题", "relations:problems"))
    rows = queries.letters.visible(request.actor)
    return list_page(request, rows, tables.LETTERS, title="来信来访", buttons=buttons, unit="件", **narrowed)


@needs(HANDLE)
def letter(request, pk):
    """One letter, whole: looking leaves a trace."""
    found = _letter(request, pk)
    page = partial(
        detail_page, request, title=str(found), facts=_facts(found), buttons=_buttons(found), crumbs=up("letters"),
        sections=(*_second(found), *_problems(request, found)),
    )
    return seen(request, [found], GROUP, "办理来信来访", page)


def _facts(found):
    return (
        ("方式", found.way), ("收到日期", found.on), ("姓名", found.who), ("类别", found.topic), ("诉求", found.demand),
        ("进度", f"{tables.stage(found)} {tables.letter_clock(found)}".strip()),
        ("转办", f"{found.handed_to} {found.handed_on or ''}".strip()), ("答复期限", found.due_on),
        ("答复日期", found.answered_on), ("答复", found.answer), ("回访", f"{found.called_on or ''} {found.verdict}".strip()),
        ("登记时间", moment(found.recorded_at)),
        *((("作废", f"{found.voided_on} {found.void_why}"),) if found.voided_on else ()),
    )


def _second(found):
    """The second round, when there was one."""
    if found.reopened_on:
        called = f"{found.again_called_on or ''} {found.again_verdict}".strip()
        yield Section("重新办理", facts=(
            ("日期", found.reopened_on), ("原因", found.reopened_why), ("答复期限", found.again_due_on),
            ("答复日期", found.again_answered_on), ("答复", found.again_answer), ("回访", called),
        ))


def _problems(request, found):
    rows = queries.letters.problems(request.actor).filter(letter=found)
    if rows.exists():
        yield Section("向上级工会反映", table=tables.PROBLEMS, rows=rows)


def _buttons(found):
    if found.voided_on:
        return
    if found.stage in OPEN:
        yield to("答复", "answer", found, HANDLE, "primary")
    if found.stage in (Stage.RECORDED, Stage.HANDED, Stage.REOPENED):
        yield to("转办", "hand_over", found, HANDLE)
    if found.stage == Stage.ANSWERED and not found.anonymous:
        yield to("回访", "call_back", found, HANDLE, "primary")
    if found.stage in (Stage.ANSWERED, Stage.DONE) and not found.reopened_on:
        yield to("重新办理", "reopen", found, HANDLE)
    yield to("向上级工会反映", "send_up", found, HANDLE)
    yield to("更正", "correct_letter", found, HANDLE)
    yield to("作废", "void_letter", found, HANDLE, "danger")


@needs(HANDLE)
def receive(request):
    """Write down a letter, a visit, a call."""
    form = forms.LetterForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.letters.take_down, title="登记来信来访", done=at("letter"), crumbs=up("letters"),
        said="已登记，答复期限从收到那天起算。",
    )


@needs(HANDLE)
def correct_letter(request, pk):
    """Put a letter right; the form shows it, so that opening it leaves a trace."""
    found = _letter(request, pk)
    names = ("on", "way", "person", "name", "anonymous", "topic", "demand")
    form = forms.CorrectForm(request.actor, request.POST or None, initial={name: getattr(found, name) for name in names})
    page = partial(act, request, found, "letter", form, actions.letters.correct, "更正")
    return seen(request, [found], GROUP, "更正来信来访", page)


@for_known
def my_letters(request):
    """What the member wrote, and its clock."""
    buttons = (Button("反映诉求", "relations:write", "primary"),)
    return list_page(request, queries.letters.mine(request.actor), tables.OWN, title="我的诉求", buttons=buttons, unit="件")


@for_known
def my_letter(request, pk):
    """One's own letter with its answer."""
    found = get_object_or_404(queries.letters.mine(request.actor), pk=pk)
    facts = (
        ("收到日期", found.on), ("类别", found.topic), ("诉求", found.demand), ("转办", found.handed_to),
        ("答复期限", found.clock[0]), ("进度", f"{found.stage} {tables.letter_clock(found)}".strip()),
        ("答复日期", found.answered_on), ("答复", found.answer), ("再次答复", found.again_answer),
    )
    return detail_page(request, title=str(found), facts=facts, crumbs=up("my_letters"))


@for_known
def write(request):
    """A member writes."""
    form = forms.OwnForm(request.POST or None)
    return form_page(
        request, form, _written, title="反映诉求", done=at("my_letter"), crumbs=up("my_letters"), submit="提交",
        said="已提交。在“我的诉求”里能看到答复期限和答复。",
    )


def _written(actor, **told):
    person = own(actor).select_related("union").first()
    if person is None:
        raise Refused("您的账号还没有对上名册，请找工会专干登记，或者当面、来信反映。")
    return actions.letters.write(actor, person=person, on=timezone.localdate(), **told)


@needs(HANDLE)
def problems(request):
    """Problems sent up, with their clocks."""
    buttons = (Button("反映问题", "relations:tell", "primary", HANDLE),)
    return list_page(
        request, queries.letters.problems(request.actor), tables.PROBLEMS, title="向上级反映的问题", buttons=buttons, unit="件"
    )


@needs(ANSWER)
def problems_below(request):
    """Problems the unions below sent."""
    rows = queries.letters.problems_from_below(request.actor)
    empty = "下级工会还没有反映问题。"
    return list_page(request, rows, tables.PROBLEMS, title="下级工会反映的问题", unit="件", empty=empty)


@needs(ANSWER)
def problem(request, pk):
    """One problem, for the union that sent it and the one it was sent to."""
    found = _problem(request, pk)
    facts = (
        ("反映的工会", found.union), ("上级工会", found.above), ("反映日期", found.sent_on), ("情况", found.told),
        ("答复期限", f"{found.due_on} {tables.problem_clock(found)}"), ("答复日期", found.answered_on), ("答复", found.answer),
    )
    may = request.actor.can(ANSWER, found.to) if found.to else request.actor.can(HANDLE, found.union)
    answer_it = [to("答复", "answer_problem", found, ANSWER, "primary")] if may else []
    correct_it = [to("更正", "correct_problem", found, HANDLE)] if request.actor.can(HANDLE, found.union) else []
    buttons = () if found.answered_on else (*answer_it, *correct_it)
    page = partial(detail_page, request, title=found.title, facts=facts, buttons=buttons)
    return seen(request, [found], "problems", "查看反映的问题", page)


@needs(HANDLE)
def tell(request):
    """Tell the union above of a problem that came by no letter."""
    form = forms.ProblemForm(request.actor, request.POST or None, initial=today())
    return form_page(
        request, form, actions.letters.send_up, title="向上级工会反映", done=at("problem"), crumbs=up("problems"), said="已反映。"
    )


@needs(HANDLE)
def send_up(request, pk):
    """Tell the union above what stands behind a letter, in words of one's own."""
    found = _letter(request, pk)
    form = forms.ProblemForm(request.actor, request.POST or None, initial={**today(), "union": found.union})
    return form_page(
        request, form, partial(actions.letters.send_up, letter=found), title="向上级工会反映", done=at("problem"),
        note=str(found), crumbs=up("letters"), said="已反映。上级工会看到题目和您写的情况，看不到来信人。",
    )


@needs(HANDLE)
def correct_problem(request, pk):
    """Put right what was told upwards."""
    found = get_object_or_404(queries.letters.problems(request.actor), pk=pk)
    form = forms.ToldForm(request.POST or None, initial={"title": found.title, "told": found.told})
    page = partial(act, request, found, "problem", form, actions.letters.correct_problem, "更正")
    return seen(request, [found], "problems", "更正反映的问题", page)


def _letter(request, pk):
    return get_object_or_404(queries.letters.visible(request.actor), pk=pk)


def _problem(request, pk):
    return get_object_or_404(queries.letters.problems_known(request.actor), pk=pk)


letter_step = partial(step, HANDLE, _letter, "letter")
hand_over = letter_step("转办", forms.HandForm, actions.letters.hand_over)
answer = letter_step("答复", AnswerForm, actions.letters.answer)
call_back = letter_step("回访", forms.CallForm, actions.letters.call_back)
reopen = letter_step("重新办理", forms.ReopenForm, actions.letters.reopen)
void_letter = void(HANDLE, _letter, "letter")
answer_problem = step(ANSWER, _problem, "problem", "答复", AnswerForm, actions.letters.answer_problem)
