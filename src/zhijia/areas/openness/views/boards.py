"""The boards workers read: the one for everybody, without login and menu, and the one of the house, after login."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.members.queries import of_account
from zhijia.areas.openness import actions, forms, queries, tables
from zhijia.areas.openness.views.common import hung
from zhijia.core.files.storing import download
from zhijia.core.org.web import for_all, for_known
from zhijia.kit.buttons import Button
from zhijia.kit.formats import day
from zhijia.kit.pages import Section, detail_page, form_page

THANKS = "您的意见已经收到，{days} 天内答复；愿意登出的答复会写在这项公开内容下面。"


@for_all
def board(request, code):
    """The public board of a union."""
    union = get_object_or_404(queries.by_code(code))
    request.hung_at = request.path
    rows = queries.board_of(union, queries.today())
    return detail_page(
        request, title=f"{union}公开栏", note="点标题看全文，可以提意见，不用登录，不用写姓名。",
        sections=[Section(table=tables.BOARD, rows=rows, limit=None)],
    )


@for_all
def board_item(request, pk):
    """One item that everybody may read."""
    found = _public(request, pk)
    return _page(request, found, "board_opinion", "board_file", Button("回公开栏", request.hung_at))


@for_all
def board_opinion(request, pk):
    """The box without a login."""
    return _box(request, _public(request, pk), "board_item")


@for_all
def board_file(request, pk):
    """The file of an item that everybody may read."""
    return _file(_public(request, pk))


@for_known
def mine(request):
    """What hangs in one's own house, up from one's own group."""
    rows = queries.for_member(of_account(request.actor.user_id), queries.today())
    note = "本单位的公开栏，和征求意见的稿子；只在本队、本班组公开的，别的班组看不到。"
    return detail_page(request, title="我的公开栏", note=note, sections=[Section(table=tables.MINE, rows=rows, limit=None)])


@for_known
def my_item(request, pk):
    """One item that hangs in one's own house."""
    return _page(request, _own(request, pk), "my_opinion", "my_file", Button("回公开栏", "openness:mine"))


@for_known
def my_opinion(request, pk):
    """The same box; here too nobody is noted."""
    return _box(request, _own(request, pk), "my_item")


@for_known
def my_file(request, pk):
    """The file of an item that hangs in one's own house."""
    return _file(_own(request, pk))


def _public(request, pk):
    found = get_object_or_404(queries.board(queries.today()), pk=pk)
    request.hung_at = reverse("openness:board", args=[found.union.code])
    return found


def _own(request, pk):
    return get_object_or_404(queries.for_member(of_account(request.actor.user_id), queries.today()), pk=pk)


def _page(request, found, box, file, back):
    """An item as workers read it: neither who drafted it nor what it said before, but that and why it was corrected."""
    facts = (
        ("单位", found.union), ("类别", f"{found.line}公开"), ("编号", found.number),
        ("公开时间", hung(found)),
        ("责任部门", "，".join(filter(None, (found.department, found.responsible)))), ("审批人", found.approver),
        ("依据", found.basis), ("意见反映渠道", found.contact or "公开栏旁的意见箱"),
    )
    corrected = "\n".join(f"{day(each.on)}更正：{each.why}" for each in queries.versions(found))
    sections = [
        Section("内容", words=found.body or "见附件。"), *([Section("更正说明", words=corrected)] if corrected else []),
        Section("意见与答复", table=tables.ANSWERS, rows=queries.answers(found), limit=None),
    ]
    buttons = [_to("提意见", box, found, "primary"), *([_to("下载附件", file, found)] if found.file else [])]
    shown = [fact for fact in facts if fact[1]]
    return detail_page(request, title=found.title, facts=shown, sections=sections, buttons=[*buttons, back])


def _box(request, found, back):
    days = queries.answer_days(found.union)
    return form_page(
        request, forms.OpinionForm(request.POST or None), lambda actor, **told: actions.put_in(found, **told),
        title=f"对“{found}”提意见", submit="交意见", done=(f"openness:{back}", found.pk), said=THANKS.format(days=days),
        cancel=reverse(f"openness:{back}", args=[found.pk]),
    )


def _file(found):
    return download(get_object_or_404(queries.with_file(found)).file)


def _to(label, name, found, kind="plain") -> Button:
    return Button(label, reverse(f"openness:{name}", args=[found.pk]), kind)
