"""The papers: list, one paper, signing, files, drift."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.summary import actions, export, forms, queries, tables
from zhijia.areas.summary.shown import shown
from zhijia.core import periods
from zhijia.core.org.web import needs
from zhijia.core.periods import parse_period
from zhijia.kit.buttons import Button, drawn
from zhijia.kit.html import safe, tag
from zhijia.kit.pages import Section, confirm_page, detail_page, form_page, list_page, print_page, word_page
from zhijia.kit.paper import as_text

NEW = Button("起草总结", "summary:begin", "primary", power="summary.write")
ABOVE = Button("下级交来的总结", "summary:above", power="summary.above")


def seen(request, pk):
    """A paper the actor may see, or 404."""
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def crumbs(paper=None):
    """Where we are."""
    here = [("工作总结", "summary:papers")]
    return [*here, (paper.title, tables.paper_url(paper))] if paper is not None else here


@needs("summary.read")
def papers(request):
    """Our own summaries, newest first."""
    return list_page(
        request,
        queries.visible(request.actor),
        tables.PAPERS,
        title="工作总结",
        buttons=[NEW, ABOVE],
        unit="份",
    )


@needs("summary.above")
def handed_up(request):
    """Signed summaries of the unions below."""
    rows = queries.above(request.actor)
    return list_page(
        request,
        rows,
        tables.PAPERS,
        title="下级交来的总结",
        empty="还没有已签发的总结。",
        unit="份",
        crumbs=crumbs(),
    )


@needs("summary.write")
def begin(request):
    """Draft a summary from the records of a year."""
    form = forms.DraftForm(request.actor, request.POST or None)

    def act(actor, *, union, year, outline):
        return actions.draft(actor, union=union, period=periods.year(year), outline=outline)

    return form_page(
        request, form, act, title="起草总结", done=tables.paper_url, submit="按记录起草", said="已按记录起草，请逐段看一遍。",
        cancel="summary:papers", crumbs=crumbs(),
        note="系统按这一年的记录写出全文，每个数都能点开看记录；没有记录的留空，不会编数。",
    )  # fmt: skip


@needs("summary.read")
def paper(request, pk):
    """One paper to read, each figure open to its rows; a draft with what still stands against signing it."""
    found = seen(request, pk)
    speaker = queries.voice(found)
    read = queries.reading(found, speaker)
    period = parse_period(found.period)
    context = {
        "paper": found, "title": found.title, "crumbs": [("工作总结", reverse("summary:papers"))],
        "blocks": shown(found, read, lambda marker: queries.at(period, marker.when).key),
        "problems": queries.problems(found, read) if found.open else [],
        "drifted": [] if found.open else queries.drifts(found),
        "writable": found.open and request.actor.can("summary.write", found.union),
        "buttons": drawn(request, _buttons(request.actor, found)),
    }  # fmt: skip
    return render(request, "summary/paper.html", context)


def _buttons(actor, found):
    """What may be done with a paper as it stands."""
    at = partial(reverse, args=[found.pk])
    if found.open and actor.can("summary.sign", found.union):
        yield Button("签发", at("summary:sign"), "primary")
    yield Button("下载 Word", at("summary:word"), "plain" if found.open else "primary")
    yield Button("打印预览", at("summary:preview"))
    if found.open and actor.can("summary.write", found.union):
        yield Button("按最新记录重新生成", at("summary:redraw"))
        yield Button("改标题", at("summary:rename"))
        yield Button("已去掉的段落", at("summary:removed"))
    if not found.open:
        yield Button("签发后的变动", at("summary:drift"))
        yield Button("数据出处", at("summary:sources"))
    if found.state == "已签发" and actor.can("summary.write", found.union):
        yield Button("重新起草", at("summary:reopen"))


@needs("summary.sign")
def sign(request, pk):
    """Sign, after a look at the list of what stands against it."""
    found = get_object_or_404(queries.held(request.actor, "summary.sign"), pk=pk)
    problems = queries.problems(found) if found.open else []
    back = tables.paper_url(found)
    if problems:
        words = "\n".join(f"{number}. {each}" for number, each in enumerate(problems, 1))
        section = Section(
            f"还有 {len(problems)} 处要处理", words=words, buttons=[Button("回到总结逐处处理", back, "primary")]
        )
        return detail_page(request, title="还不能签发", sections=[section], crumbs=crumbs(found))
    return confirm_page(
        request, lambda actor: actions.sign(actor, found, today=timezone.localdate()), title="签发总结",
        question=f"签发《{found.title}》？\n签发后文字不能再改，每个数连同它的记录一起固定下来；以后记录有变动，会在“签发后的变动”里列出。",
        done=back, submit="签发", said="已签发。", cancel=back, crumbs=crumbs(found),
    )  # fmt: skip


@needs("summary.write")
def reopen(request, pk):
    """Begin the next version of a signed paper."""
    found = get_object_or_404(queries.held(request.actor, "summary.write"), pk=pk)
    return confirm_page(
        request, lambda actor: actions.reopen(actor, found), title="重新起草",
        question=f"为《{found.title}》另起一份新稿？\n已签发的这一份原样保留；新稿签发后，它标为“已替代”。",
        done=tables.paper_url, submit="另起新稿", said="新稿已建好，数字按现在的记录。",
        cancel=tables.paper_url(found), crumbs=crumbs(found),
    )  # fmt: skip


@needs("summary.read")
def word(request, pk):
    """The paper in Word."""
    found = seen(request, pk)
    return word_page(export.assembled(found), export.file_name(found, ""))


@needs("summary.read")
def plain_text(request, pk):
    """The paper as text."""
    found = seen(request, pk)
    response = HttpResponse(as_text(export.assembled(found)), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = "inline"
    return response


@needs("summary.read")
def preview(request, pk):
    """The paper as it will be printed, without marks and links."""
    found = seen(request, pk)
    lines = [_line(each) for each in export.assembled(found).body]
    return print_page(
        request, title=found.title, unit=found.union.name, back=tables.paper_url(found),
        sections=[Section(body=safe(*lines))], signatures=[] if found.open else ["签发人：" + found.signed_name],
        note="" if not found.open else "草稿，尚未签发。",
    )  # fmt: skip


def _line(para):
    return tag("p", tag("b", para.text) if para.level else f"　　{para.text}")


@needs("summary.read")
def drift(request, pk):
    """How the figures of a signed paper differ today."""
    found = seen(request, pk)
    rows = [] if found.open else queries.changed(request.actor, found)
    about = [("总结", found.title), ("签发日期", found.signed_on), ("签发人", found.signed_name)]
    section = Section("变动的数和记录", table=tables.DRIFTS, rows=rows, limit=None)
    return detail_page(
        request,
        title="签发后的变动",
        facts=about,
        sections=[section],
        crumbs=crumbs(found),
        unit=found.union.name,
    )


@needs("summary.read")
def sources(request, pk):
    """The figures frozen at signing, and the numbers that stand on a reason alone."""
    found = seen(request, pk)
    reasons = [reason for _, block in queries.numbered_blocks(found) for reason in block.reasons.all()]
    sections = [
        Section("签发时固定的数", table=tables.SOURCES, rows=found.cited.all(), limit=None),
        Section("手写的数字和理由", table=tables.REASONS, rows=reasons, limit=None),
    ]
    about = [("签发日期", found.signed_on), ("全文校验码", found.text_hash)]
    return detail_page(
        request, title="数据出处", facts=about, sections=sections, crumbs=crumbs(found), unit=found.union.name
    )
