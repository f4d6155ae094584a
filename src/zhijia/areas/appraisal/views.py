"""Pages of the appraisal room."""

from functools import partial

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.appraisal import actions, export, forms, queries, tables
from zhijia.areas.appraisal.filters import ResultFilters, RoundFilters, TalkFilters
from zhijia.areas.appraisal.rules import Kind, Stage, Way
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.core.trail.looks import looked
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

READ, RUN = "appraisal.read", "appraisal.run"
WRITTEN = ("title", "on", "occasion", "notified_on", "reports_due", "method_on")
TOLD = ("reported_on", "reported_up_on", "advice")
CRUMBS = (("评议和测评", "appraisal:rounds"),)


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
        request, form, actions.begin, title="组织评议", done=_here, crumbs=CRUMBS, said="已登记，下面登记评议对象和评议组。",
    )


@needs(READ)
def one(request, pk):
    """One round: what it lacks, who is judged, who judges, and what came of it when it is released."""
    found = _round(request, pk)
    rows = list(queries.results_of_round(request.actor, found))
    words = "\n".join(queries.outlook(found) if found.open else queries.remarks(found, rows))
    sections = [
        *([Section("请看", words=words)] if words else []),
        *([Section("评议结果", table=tables.results_of(found, rows), rows=rows, limit=None)] if rows else []),
        *([_judged(request.actor, found)] if found.of_people or not rows else []),
        Section(
            "评议组", table=tables.PANELS, rows=queries.panels(request.actor, READ).filter(round=found), limit=None,
            buttons=[_to(found, "添加评议组", "add_panel")] if found.open else (),
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
    buttons = [_to(found, f"登记{title}", name)] if found.open else ()
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
    at = partial(_to, found)
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


def _to(record, label, name, kind="plain", power=RUN):
    return Button(label, reverse(f"appraisal:{name}", args=[record.pk]), kind, power)


@needs(RUN)
def correct(request, pk):
    """Correct what is written of a round."""
    found = _run(request, pk)
    form = forms.RoundForm(request.POST or None, initial={name: getattr(found, name) for name in WRITTEN})
    return _step(request, found, form, actions.correct, f"更正：{found}")


@needs(RUN)
def add_people(request, pk):
    """Put people on the list of those judged."""
    found = _run(request, pk)
    form = forms.PeopleForm(request.actor, found, request.POST or None)
    return _step(request, found, form, actions.add_people, "登记评议对象")


@needs(RUN)
def add_questions(request, pk):
    """Put questions on the sheet of a survey."""
    found = _run(request, pk)
    return _step(request, found, forms.QuestionsForm(request.POST or None), actions.add_questions, "添加测评内容")


@needs(RUN)
def add_panel(request, pk):
    """Add a group of judges."""
    found = _run(request, pk)
    form = forms.PanelForm(request.actor, found, request.POST or None)
    return _step(request, found, form, actions.set_panel, "添加评议组")


@needs(RUN)
def call_votes(request, pk):
    """Call the votes."""
    found = _run(request, pk)
    question = f"开始“{found}”？\n开始以后，评议对象、评议组和名单不能再改。有名单的组各投一次无记名票，从评议组一栏点进去。"
    return confirm_page(
        request, partial(actions.call_votes, found=found), title="开始测评", question=question, done=_here(found), submit="开始",
        crumbs=_crumbs(found),
    )


@needs(RUN)
def release(request, pk):
    """Count and publish."""
    found = _run(request, pk)
    question = f"统计并公布“{found}”的结果？\n公布以后，被评人在自己的页面看到本人结果，数字计入总结。"
    return confirm_page(
        request, partial(actions.release, found=found, today=timezone.localdate()), title="统计并公布", question=question,
        done=_here(found), submit="公布", said="已公布。", crumbs=_crumbs(found),
    )


@needs(RUN)
def withdraw(request, pk):
    """Take a release back."""
    found = _run(request, pk)
    form = forms.WhyForm(request.POST or None)
    return _step(request, found, form, actions.withdraw, f"撤回公布：{found}", danger=True, submit="撤回")


@needs(RUN)
def void(request, pk):
    """Declare a round void."""
    found = _run(request, pk)
    form = forms.WhyForm(request.POST or None)
    return _step(request, found, form, actions.void, f"作废：{found}", danger=True, submit="作废")


@needs(RUN)
def report(request, pk):
    """To whom the result was told, and what people said."""
    found = _run(request, pk)
    form = forms.ToldForm(request.POST or None, initial={name: getattr(found, name) for name in TOLD})
    return _step(request, found, form, actions.report, f"登记报告和意见：{found}")


@needs(READ)
def word(request, pk):
    """The report to the congress in Word."""
    return _report(request, pk, "向大会报告", up=False)


@needs(READ)
def word_up(request, pk):
    """The report to the union above in Word."""
    return _report(request, pk, "向上级报告", up=True)


def _report(request, pk, name, *, up):
    found = _released(request, pk)
    return word_page(export.report(request.actor, found, up=up), f"{found}结果（{name}）")


@needs(READ)
def ballot(request, pk):
    """The ballot in its usual columns, to be printed and copied."""
    found = _round(request, pk)
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


@needs(READ)
def subject(request, pk):
    """One subject: report, result, talks; the words of the report only for those who run the round, and with a trace."""
    found = _subject(request, pk)
    page = partial(_subject_page, request, found)
    text = bool(found.report) and request.actor.can(RUN, found.union)
    return _seen(request, found.person, "查看述职报告", partial(page, text=True)) if text else page(text=False)


def _subject_page(request, found, *, text):
    result, round_ = getattr(found, "result", None), found.round
    facts = [("评议", round_), ("进度", round_.stage)]
    if found.person:
        facts += [("职务", found.post), ("述职报告", found.report_on and f"{found.report_on}{'（迟交）' if found.late else ''}")]
    if result:
        facts += [("有效票", f"{result.valid} 张"), ("称职率" if found.person else "满意率", result.rate)]
    if result and found.person:
        facts += [("加权得分", tables.score(result)), ("应办", "、".join(result.calls) or "无")]
    sections = [
        *([Section("各项票数", table=_items(round_), rows=_by_item(result))] if result and not result.band else []),
        *([Section("述职报告", words=found.report)] if text else []),
        *_talks(request.actor, found),
    ]
    return detail_page(
        request, title=str(found), facts=facts, sections=sections,
        buttons=_subject_buttons(found, result), crumbs=_crumbs(round_),
    )


def _talks(actor, found):
    """The talks that followed, for those who hold them."""
    rows = queries.talks(actor).filter(subject=found)
    return [Section("反馈谈话", table=tables.TALKS, rows=rows)] if found.person and actor.can(RUN, found.union) else []


def _items(found) -> Table:
    heads = (Column(f"grade{at}", name, value=f"{at + 1}") for at, name in enumerate(found.grades))
    return Table((Column("item", "评议内容", value="0"), *heads))


def _by_item(result) -> list[tuple]:
    found = result.subject.round
    return [(item, *(result.votes(grade, at) for grade in range(len(found.grades)))) for at, item in enumerate(found.items)]


def _subject_buttons(found, result):
    if found.person:
        yield _to(found, "登记述职报告", "hand_in", "primary" if found.report_on is None else "plain")
    if found.file_id:
        yield _to(found, "报告原件", "file")
    if result:
        yield _to(found, "结果（Word）", "sheet", power=READ)
    if result and found.person:
        yield _to(found, "登记谈话", "add_talk", "primary")
    if found.round.open:
        yield _to(found, "移出名单", "remove_subject", "danger")


@needs(RUN)
def remove_subject(request, pk):
    """Take something off the list."""
    found = _subject_run(request, pk)
    return confirm_page(
        request, partial(actions.remove_subject, subject=found), title="移出名单", question=f"把“{found}”移出“{found.round}”？",
        done=_here, crumbs=_crumbs(found.round), danger=True,
    )


@needs(RUN)
def hand_in(request, pk):
    """The report of someone judged came in."""
    found = _subject_run(request, pk)
    form = forms.ReportForm(request.POST or None, request.FILES or None, initial={"on": found.report_on, "report": found.report})
    page = partial(
        form_page, request, form, partial(actions.hand_in, subject=found), title=f"述职报告：{found}",
        done=("appraisal:subject", pk), crumbs=_crumbs(found.round),
    )
    return _seen(request, found.person, "登记述职报告", page) if found.report else page()


@needs(RUN)
def file(request, pk):
    """The report as it was handed in."""
    found = _subject_run(request, pk)
    if found.file is None:
        raise Http404
    return _seen(request, found.person, "查看述职报告", partial(download, found.file))


@needs(READ)
def sheet(request, pk):
    """The result of one subject in Word."""
    found = _subject(request, pk)
    if not hasattr(found, "result"):
        raise Http404
    return word_page(export.sheet(found.result), f"{found.round}{found.title}")


@needs(RUN)
def talks(request):
    """Feedback talks."""
    return list_page(
        request, queries.talks(request.actor), tables.TALKS, title="反馈谈话", filters=TalkFilters, unit="人次", crumbs=CRUMBS,
        searches=("subject__title",),
    )


@needs(RUN)
def talk(request, pk):
    """One talk with its measures, shown with a trace."""
    found = _talk(request, pk)
    facts = (
        ("谈话对象", found.subject), ("评议", found.subject.round), ("谈话日期", found.on), ("谈话人", found.by),
        ("整改措施", found.measures), ("整改期限", found.due), ("跟踪日期", found.followed_on), ("整改情况", found.outcome),
    )
    page = partial(
        detail_page, request, title=str(found), facts=facts, crumbs=_crumbs(found.subject.round),
        buttons=[_to(found, "登记整改情况", "follow_up", "primary"), Button("打印", "?print=1")],
    )
    return _seen(request, found.subject.person, "查看反馈谈话", page)


@needs(RUN)
def add_talk(request, pk):
    """Write down a feedback talk."""
    found = _subject_run(request, pk)
    return form_page(
        request, forms.TalkForm(request.POST or None), partial(actions.talk, subject=found), title=f"反馈谈话：{found}",
        done=("appraisal:subject", pk), crumbs=_crumbs(found.round),
    )


@needs(RUN)
def follow_up(request, pk):
    """What became of the measures."""
    found = _talk(request, pk)
    form = forms.FollowForm(request.POST or None, initial={"on": found.followed_on, "outcome": found.outcome})
    page = partial(
        form_page, request, form, partial(actions.follow_up, told=found), title=f"整改情况：{found.subject}",
        done=("appraisal:talk", pk), crumbs=_crumbs(found.subject.round),
    )
    return _seen(request, found.subject.person, "登记整改情况", page)


@needs(READ)
def panel(request, pk):
    """One group of judges with its list."""
    found = _panel(request, pk, READ)
    facts = (
        ("评议", found.round), ("权重", f"{found.weight}%"), ("方式", found.way), ("人数", f"{queries.size(found)} 人"),
        ("计票人、监票人", found.tellers or ("见计票单" if found.vote else "")), ("票数", _keyed(found)),
    )
    people = Section("名单", table=tables.JUDGES, rows=queries.judges(found), limit=200)
    return detail_page(
        request, title=f"{found.round}：{found}", facts=facts, sections=[people], buttons=_panel_buttons(found),
        crumbs=_crumbs(found.round),
    )


def _keyed(found) -> str:
    told = found.count
    return f"发出 {told['issued']} 张，收回 {told['returned']} 张，废票 {told['void']} 张" if told else ""


def _panel_buttons(found):
    at = partial(_to, found)
    if found.round.open:
        yield from (at("登记名单", "set_panel", "primary"), at("并入别的组", "merge"), at("去掉", "remove_panel", "danger"))
    elif found.vote:
        yield Button("投票和计票", reverse("voting:vote", args=[found.vote_id]), "primary", "voting.read")
        if found.vote.stage == "已作废":
            yield at("重新测评", "again")
    elif found.way == Way.KEYED and found.round.stage == Stage.OPEN:
        yield at("登记汇总数", "key", "primary")


@needs(RUN)
def set_panel(request, pk):
    """Say who a group is."""
    found = _panel(request, pk)
    names = "\n".join(forms.who(each.person) for each in queries.judges(found))
    told = {"title": found.title, "weight": found.weight, "way": found.way, "heads": found.heads, "people": names}
    form = forms.PanelForm(request.actor, found.round, request.POST or None, initial=told)
    act = partial(actions.set_panel, found=found.round, panel=found)
    return form_page(request, form, act, title=f"评议组：{found}", done=_here_panel, crumbs=_crumbs(found.round))


@needs(RUN)
def merge(request, pk):
    """Put a group together with another."""
    found = _panel(request, pk)
    form = forms.MergeForm(request.actor, found, request.POST or None)
    return form_page(
        request, form, partial(actions.merge, panel=found), title=f"合并评议组：{found}", done=_here_panel, submit="合并",
        crumbs=_crumbs(found.round), note="两组的名单合在一起投一次票，权重相加。",
    )


@needs(RUN)
def remove_panel(request, pk):
    """Take a group off."""
    found = _panel(request, pk)
    return confirm_page(
        request, partial(actions.remove_panel, panel=found), title="去掉评议组", question=f"去掉“{found}”？", done=_here,
        crumbs=_crumbs(found.round), danger=True,
    )


@needs(RUN)
def key(request, pk):
    """Key the totals of a group counted on paper."""
    found = _panel(request, pk)
    return form_page(
        request, forms.KeyForm(found, request.POST or None), partial(actions.key, panel=found), title=f"登记汇总数：{found}",
        done=_here_panel, crumbs=_crumbs(found.round),
    )


@needs(RUN)
def again(request, pk):
    """A group votes once more."""
    found = _panel(request, pk)
    return confirm_page(
        request, partial(actions.again, panel=found), title="重新测评", question=f"“{found}”上次投票作废，重新投一次？",
        done=_here_panel, crumbs=_crumbs(found.round),
    )


def _step(request, found, form, act, title, **more):
    """A form for one step of a round, which leads back to it."""
    return form_page(
        request, form, partial(act, found=found), title=title, done=_here(found), crumbs=_crumbs(found), **more
    )


def _seen(request, person, purpose, page):
    """Show a page with someone's report or talk only after the look is written down."""
    with transaction.atomic():
        looked(request.actor, [person], "appraisal", purpose)
        return page()


def _round(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def _released(request, pk):
    return get_object_or_404(queries.visible(request.actor).filter(stage=Stage.RELEASED), pk=pk)


def _run(request, pk):
    return get_object_or_404(queries.to_run(request.actor), pk=pk)


def _subject(request, pk):
    return get_object_or_404(queries.subjects(request.actor), pk=pk)


def _subject_run(request, pk):
    return get_object_or_404(queries.subjects(request.actor).filter(round__in=queries.to_run(request.actor)), pk=pk)


def _panel(request, pk, power=RUN):
    return get_object_or_404(queries.panels(request.actor, power), pk=pk)


def _talk(request, pk):
    return get_object_or_404(queries.talks(request.actor), pk=pk)


def _here(found):
    return ("appraisal:round", found.pk)


def _here_panel(found):
    return ("appraisal:panel", found.pk)


def _crumbs(found):
    return (*CRUMBS, (str(found), reverse("appraisal:round", args=[found.pk])))
