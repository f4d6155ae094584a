"""Working on a draft, paragraph by paragraph."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.summary import actions, forms, queries, tables
from zhijia.areas.summary.views.papers import crumbs
from zhijia.core.org.web import needs
from zhijia.core.periods import parse_period
from zhijia.kit.buttons import Button
from zhijia.kit.html import safe, tag
from zhijia.kit.pages import Section, confirm_page, detail_page, form_page


def _draft(request, pk):
    return get_object_or_404(queries.drafts(request.actor), pk=pk)


def _block(request, pk):
    return get_object_or_404(queries.blocks_to_edit(request.actor), pk=pk)


def _place(block) -> str:
    """The paragraph on its paper's page."""
    return f"{tables.paper_url(block.paper)}#p{block.pk}"


@needs("summary.write")
def edit(request, pk):
    """Edit one paragraph; figures stay tokens, another person's words are never overwritten unseen."""
    block = _block(request, pk)
    form = forms.BlockForm(block, request.POST or None)

    def act(actor, *, text, version):
        try:
            return actions.edit_block(actor, block, text=text, version=version)
        except actions.Stale as stale:
            form.follow(stale.block.version)
            raise

    return form_page(
        request, form, act, title="改这一段", done=_place, said="已改好。", cancel=_place(block),
        crumbs=crumbs(block.paper), top=_help(block), buttons=_ways(block),
    )  # fmt: skip


def _ways(block):
    yield Button("恢复成按记录写的文字", reverse("summary:restore", args=[block.pk]))
    yield Button("去掉这一段", reverse("summary:remove", args=[block.pk]), "danger")


def _help(block):
    """How it reads now, what the records propose, and the figures that may be put in."""
    speaker = queries.voice(block.paper)
    lines = [tag("p", f"现在读作：{_read(block.text, speaker)}", class_="help")]
    if block.proposed and block.proposed != block.text:
        lines.append(tag("p", f"按记录写作：{_read(block.proposed, speaker)}", class_="help"))
    names = "、".join(queries.tokens())
    lines.append(
        tag("details", safe(tag("summary", "可以写进去的数"), tag("p", names, class_="help")), class_="hint")
    )
    return safe(*lines)


def _read(text, speaker):
    return "".join(part if isinstance(part, str) else part.words for part in queries.said_in(text, speaker))


@needs("summary.write")
def add(request, pk):
    """Write a paragraph at the beginning."""
    return _add(request, _draft(request, pk), None)


@needs("summary.write")
def add_after(request, pk):
    """Write a paragraph behind another."""
    block = _block(request, pk)
    return _add(request, block.paper, block)


def _add(request, paper, after):
    form = forms.AddForm(request.POST or None)

    def act(actor, *, text, level):
        return actions.add_block(actor, paper, text=text, level=level, after=after)

    back = tables.paper_url(paper)
    return form_page(
        request, form, act, title="加一段", done=_place, said="已加上。", cancel=back, crumbs=crumbs(paper)
    )


@needs("summary.write")
def remove(request, pk):
    """Take a paragraph out."""
    block = _block(request, pk)
    return confirm_page(
        request, lambda actor: actions.remove_block(actor, block), title="去掉这一段",
        question="把这一段从总结里去掉？以后可以在“已去掉的段落”里恢复。",
        done=tables.paper_url(block.paper), said="已去掉。", cancel=_place(block), crumbs=crumbs(block.paper),
    )  # fmt: skip


@needs("summary.write")
def restore(request, pk):
    """Put a paragraph back as the records have it."""
    block = _block(request, pk)
    return confirm_page(
        request, lambda actor: actions.restore_block(actor, block), title="恢复这一段",
        question="恢复成按记录写的文字？自己改过的文字不再保留。" if block.proposed else "把这一段放回总结里？",
        done=_place, said="已恢复。", cancel=tables.paper_url(block.paper), crumbs=crumbs(block.paper),
    )  # fmt: skip


@needs("summary.write")
def removed(request, pk):
    """The paragraphs that were taken out."""
    paper = _draft(request, pk)
    sections = [
        Section(words=block.text, buttons=[Button("恢复", reverse("summary:restore", args=[block.pk]))])
        for block in queries.taken_out(paper)
    ]
    note = "" if sections else "没有去掉过段落。"
    return detail_page(request, title="已去掉的段落", sections=sections, note=note, crumbs=crumbs(paper))


@needs("summary.write")
def reason(request, pk):
    """Say where a number typed by hand comes from."""
    block, number = _block(request, pk), request.GET.get("n", "")
    if number not in [each.text for each in queries.by_hand(queries.Reading(0, block, ()))]:
        raise Http404("这一段里没有这个手写的数字。")
    given = block.reasons.filter(text=number).values_list("reason", flat=True).first() or ""
    form = forms.ReasonForm(request.POST or None, initial={"reason": given})

    def act(actor, *, reason):
        return actions.give_reason(actor, block, text=number, reason=reason)

    return form_page(
        request, form, act, title=f"“{number}”的理由", done=_place(block), said="已写明理由。", cancel=_place(block),
        crumbs=crumbs(block.paper), note="记录里没有这个数。写明从哪里来，签发后会列在数据出处里；有记录的，请改用记录中的数。",
    )  # fmt: skip


@needs("summary.write")
def rename(request, pk):
    """Give the paper another title."""
    paper = _draft(request, pk)
    form = forms.TitleForm(request.POST or None, initial={"title": paper.title})

    def act(actor, *, title):
        return actions.rename(actor, paper, title=title)

    back = tables.paper_url(paper)
    return form_page(request, form, act, title="改标题", done=back, cancel=back, crumbs=crumbs(paper))


@needs("summary.write")
def redraw(request, pk):
    """Draw the draft anew from the records; people's own words stay."""
    paper = _draft(request, pk)
    period = parse_period(paper.period)
    return confirm_page(
        request, lambda actor: actions.draft(actor, union=paper.union, period=period), title="按最新记录重新生成",
        question="按现在的记录重新写一遍？自己改过、加上的段落保留，没动过的段落换成新的。",
        done=tables.paper_url, said="已重新生成。", cancel=tables.paper_url(paper), crumbs=crumbs(paper),
    )  # fmt: skip
