"""Those who are judged: reports, results, talks and what came of them."""

from functools import partial

from django.http import Http404

from zhijia.areas.appraisal import actions, export, forms, queries, tables
from zhijia.areas.appraisal.filters import TalkFilters
from zhijia.areas.appraisal.views.common import (
    CRUMBS,
    READ,
    RUN,
    a_subject,
    a_subject_to_run,
    a_talk,
    here,
    seen,
    to,
    up,
)
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
    list_page,
    word_page,
)
from zhijia.kit.tables import Column, Table


@needs(READ)
def subject(request, pk):
    """One subject: report, result, talks; the words of the report only for those who run the round, and with a trace."""
    found = a_subject(request, pk)
    page = partial(_subject_page, request, found)
    text = bool(found.report) and request.actor.can(RUN, found.union)
    return seen(request, found.person, "查看述职报告", partial(page, text=True)) if text else page(text=False)


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
        buttons=_subject_buttons(found, result), crumbs=up(round_),
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
        yield to(found, "登记述职报告", "hand_in", "primary" if found.report_on is None else "plain")
    if found.file_id:
        yield to(found, "报告原件", "file")
    if result:
        yield to(found, "结果（Word）", "sheet", power=READ)
    if result and found.person:
        yield to(found, "登记谈话", "add_talk", "primary")
    if found.round.open:
        yield to(found, "移出名单", "remove_subject", "danger")


@needs(RUN)
def remove_subject(request, pk):
    """Take something off the list."""
    found = a_subject_to_run(request, pk)
    return confirm_page(
        request, partial(actions.remove_subject, subject=found), title="移出名单", question=f"把“{found}”移出“{found.round}”？",
        done=here, crumbs=up(found.round), danger=True,
    )


@needs(RUN)
def hand_in(request, pk):
    """The report of someone judged came in."""
    found = a_subject_to_run(request, pk)
    form = forms.ReportForm(request.POST or None, request.FILES or None, initial={"on": found.report_on, "report": found.report})
    page = partial(
        form_page, request, form, partial(actions.hand_in, subject=found), title=f"述职报告：{found}",
        done=("appraisal:subject", pk), crumbs=up(found.round),
    )
    return seen(request, found.person, "登记述职报告", page) if found.report else page()


@needs(RUN)
def file(request, pk):
    """The report as it was handed in."""
    found = a_subject_to_run(request, pk)
    if found.file is None:
        raise Http404
    return seen(request, found.person, "查看述职报告", partial(download, found.file))


@needs(READ)
def sheet(request, pk):
    """The result of one subject in Word."""
    found = a_subject(request, pk)
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
    found = a_talk(request, pk)
    facts = (
        ("谈话对象", found.subject), ("评议", found.subject.round), ("谈话日期", found.on), ("谈话人", found.by),
        ("整改措施", found.measures), ("整改期限", found.due), ("跟踪日期", found.followed_on), ("整改情况", found.outcome),
    )
    page = partial(
        detail_page, request, title=str(found), facts=facts, crumbs=up(found.subject.round),
        buttons=[to(found, "登记整改情况", "follow_up", "primary"), Button("打印", "?print=1")],
    )
    return seen(request, found.subject.person, "查看反馈谈话", page)


@needs(RUN)
def add_talk(request, pk):
    """Write down a feedback talk."""
    found = a_subject_to_run(request, pk)
    return form_page(
        request, forms.TalkForm(request.POST or None), partial(actions.talk, subject=found), title=f"反馈谈话：{found}",
        done=("appraisal:subject", pk), crumbs=up(found.round),
    )


@needs(RUN)
def follow_up(request, pk):
    """What became of the measures."""
    found = a_talk(request, pk)
    form = forms.FollowForm(request.POST or None, initial={"on": found.followed_on, "outcome": found.outcome})
    page = partial(
        form_page, request, form, partial(actions.follow_up, told=found), title=f"整改情况：{found.subject}",
        done=("appraisal:talk", pk), crumbs=up(found.subject.round),
    )
    return seen(request, found.subject.person, "登记整改情况", page)
