"""Items from draft to archive, opinions and answers, the sheet for the paper board."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.openness import actions, filters, forms, queries, rules, tables
from zhijia.areas.openness.rules import Scope, State
from zhijia.areas.openness.views.common import (
    APPROVE,
    EDIT,
    READ,
    asked_once,
    at_item,
    entry_asked,
    hung,
    item_of,
    month_asked,
    step,
    to,
    up,
)
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.kit.formats import day
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, print_page, qr_code
from zhijia.kit.publishing import readable

CHANGED = ("title", "body", "scope", "responsible", "department", "basis", "month", "contact")
AT_ONCE, CORRECT = ("直接审批", "approve", APPROVE), ("更正", "correct", APPROVE)
STEPS = {  # what may be done from a state, the usual step first
    State.DRAFT: (("送审", "submit", EDIT), AT_ONCE, ("征求意见", "ask", EDIT)),
    State.ASKING: (("送审", "submit", EDIT), AT_ONCE),
    State.WAITING: (("审批", "approve", APPROVE), ("退回", "send_back", APPROVE)),
    State.APPROVED: (("公开", "show", EDIT), CORRECT),
    State.SHOWN: (("打印张贴页", "sheet", READ), CORRECT, ("撤栏", "take_down", EDIT)),
    State.DOWN: (("归档", "archive", EDIT),),
}


@needs(READ)
def items(request):
    """All items."""
    buttons = (
        Button("起草公开事项", "openness:draft", "primary", EDIT), Button("补录", "openness:record_past", power=EDIT),
        Button("公开事项登记", "openness:ledger"), *_board(request.actor),
    )
    return list_page(
        request, queries.visible(request.actor), tables.ITEMS, title="公开事项", filters=filters.ItemFilters,
        buttons=buttons, unit="件",
    )


def _board(actor):
    """The way to the public board of the union of the first post."""
    return [Button("网上公开栏", reverse("openness:board", args=[g.union_code])) for g in actor.grants[:1]]


@needs(READ)
def ledger(request):
    """The customary register."""
    return list_page(
        request, queries.ledger(request.actor), tables.LEDGER, title="公开事项登记", filters=filters.ItemFilters, unit="件",
        crumbs=up(),
    )


@needs(READ)
def item(request, pk):
    """One item with its steps, opinions and corrections."""
    found = item_of(request, pk)
    sections = [Section("公开内容", words=found.body or "见附件。")]
    if notes := _notes(found):
        sections.insert(0, Section("请看", words="\n".join(notes)))
    opinions = queries.opinions(request.actor).filter(item=found)
    if request.actor.may(EDIT):
        tell = [to("登记意见", "tell", found)] if found.shown_on or found.state == State.ASKING else []
        sections.append(Section("职工意见", table=tables.OPINIONS, rows=opinions, buttons=tell, empty="还没有收到意见。"))
    sections.append(Section("更正记录", table=tables.VERSIONS, rows=queries.versions(found)))
    return detail_page(
        request, title=str(found), facts=[fact for fact in _facts(found) if fact[1]], sections=sections,
        buttons=_buttons(found), crumbs=up(),
    )


def _facts(found):
    return (
        ("编号", found.number), ("状态", found.state), ("单位", found.union), ("类别", found.line),
        ("目录项", found.entry or "目录以外"),
        ("公开时限", found.duration), ("公开范围", found.scope), ("所属月份", f"{found.month:%Y-%m}"), ("依据", found.basis),
        ("责任部门", found.department), ("责任人", found.responsible), ("起草", f"{found.drafted_by or ''} {found.drafted_on}"),
        ("征求意见", found.asked_until and f"到 {day(found.asked_until)}"),
        ("审批", found.approved_on and f"{found.approver} {found.approved_on}"), ("公开形式", found.channels),
        ("公开日期", found.shown_on), ("公示至", _until(found)), ("意见反映渠道", found.contact),
        ("附件", found.file and found.file.name), ("撤栏日期", found.taken_down_on),
        ("归档", found.archived_on and f"{found.archive_no} {found.archived_on}"), ("作废原因", found.dropped_why),
    )


def _until(found):
    return found.until or ("长期" if found.shown_on else None)


def _notes(found) -> list[str]:
    """What whoever looks at an item should know."""
    said = []
    if found.returned and found.state == State.DRAFT:
        said.append(f"退回意见：{found.returned}")
    if found.alone:
        said.append("起草人和审批人是同一人：本单位没有别的有审批权的人。")
    if found.late:
        said.append("补录：按纸质公开栏补记。")
    if found.names_because:
        said.append(f"公开受帮扶人姓名的理由：{found.names_because}")
    if found.file and not readable(found.file):
        said.append("附件是图片或 PDF，机器看不了：请自己看一遍，里面不能有身份证号、手机号、银行卡号和受帮扶人的姓名。")
    return said


def _buttons(found):
    steps = enumerate(STEPS.get(found.state, ()))
    made = [to(label, name, found, power, "plain" if n else "primary") for n, (label, name, power) in steps]
    if found.state in rules.BEFORE:
        made.append(to("修改", "change", found))
    if found.state in (*rules.BEFORE, State.APPROVED):
        made.append(to("作废", "drop", found, kind="danger"))
    return [*made, *([to("下载附件", "file", found, READ)] if found.file else [])]


@needs(EDIT)
def draft(request):
    """Begin an item, from an entry of the catalogue or without one."""
    entry = entry_asked(request)
    form = forms.DraftForm(
        request.actor, request.POST or None, request.FILES or None, entry=entry, initial={"month": month_asked(request)},
    )
    return form_page(
        request, form, actions.draft, title="起草公开事项", done=at_item, said="已起草，下一步送审。", crumbs=up(),
        note=f"目录要求：{entry.rhythm}，{entry.duration}。" if entry else "",
    )


@needs(EDIT)
def change(request, pk):
    """Change what nobody has approved yet."""
    found = item_of(request, pk)
    told = {name: getattr(found, name) for name in CHANGED}
    form = forms.ChangeForm(request.POST or None, request.FILES or None, initial=told)
    return step(request, pk, form, actions.change, "修改")


@needs(EDIT)
def ask(request, pk):
    """Ask for opinions."""
    return step(
        request, pk, forms.AskForm(request.POST or None), actions.ask, "征求意见", submit="开始征求意见",
        note="征求意见稿在“我的公开栏”里给本单位职工看，不登上不用登录的公开栏。",
    )


@needs(EDIT)
def submit(request, pk):
    """Hand in for approval."""
    return asked_once(request, pk, actions.submit, "送审", "把“{}”送去审批？", said="已送审，审批人的待办里会看到。")


@needs(APPROVE)
def send_back(request, pk):
    """Send back to the drafter."""
    return step(request, pk, forms.SendBackForm(request.POST or None), actions.send_back, "退回", submit="退回")


@needs(APPROVE)
def approve(request, pk):
    """Approve."""
    found = item_of(request, pk)
    form = forms.ApproveForm(request.POST or None, initial={"approver": request.actor.name, "on": queries.today()})
    note = f"起草：{found.drafted_by or '没有记录'}。起草的人不能自己审批；本单位没有别的审批人时可以，会写明。"
    return step(request, pk, form, actions.approve, "审批", submit="同意公开", note=note)


@needs(EDIT)
def show(request, pk):
    """Put it up."""
    return step(request, pk, lambda found: forms.ShowForm(found, request.POST or None), actions.show, "公开", submit="公开")


@needs(EDIT)
def take_down(request, pk):
    """Take it down."""
    form = forms.TakeDownForm(request.POST or None, initial={"on": queries.today()})
    return step(request, pk, form, actions.take_down, "撤栏", submit="撤栏")


@needs(EDIT)
def archive(request, pk):
    """File it away."""
    form = forms.ArchiveForm(request.POST or None, initial={"on": queries.today()})
    return step(request, pk, form, actions.archive, "归档", submit="归档")


@needs(EDIT)
def drop(request, pk):
    """Give up what was never shown."""
    return step(request, pk, forms.DropForm(request.POST or None), actions.drop, "作废", submit="作废", danger=True)


@needs(APPROVE)
def correct(request, pk):
    """Correct what hangs; the old version is kept."""
    found = item_of(request, pk)
    told = {"title": found.title, "body": found.body, "on": queries.today()}
    form = forms.CorrectForm(request.POST or None, request.FILES or None, initial=told)
    return step(request, pk, form, actions.correct, "更正")


@needs(EDIT)
def record_past(request):
    """Enter what hung on the paper board."""
    form = forms.PastForm(request.actor, request.POST or None)
    return form_page(
        request, form, actions.record_past, title="补录公开事项", done="openness:ledger", said="已补录。", crumbs=up(), wide=True,
    )


@needs(READ)
def file(request, pk):
    """The file of an item."""
    return download(get_object_or_404(queries.visible(request.actor).exclude(file=None), pk=pk).file)


@needs(READ)
def sheet(request, pk):
    """The sheet for the paper board (公开栏张贴页): large type, with a code that leads to the page."""
    found = get_object_or_404(queries.visible(request.actor).filter(state=State.SHOWN), pk=pk)
    open_to_all = found.scope == Scope.EVERYBODY
    link = reverse("openness:board_item" if open_to_all else "openness:my_item", args=[pk])
    said = "手机扫码看全文，也可以在这里提意见，不用写姓名。" if open_to_all else "手机扫码登录后看全文、提意见。"
    facts = (
        ("公开时间", hung(found)), ("公开范围", found.scope.partition("（")[0]),
        ("责任部门", "，".join(filter(None, (found.department, found.responsible)))), ("审批人", found.approver),
        ("意见反映渠道", found.contact or "公开栏旁的意见箱"),
    )
    sections = (
        Section(words=found.body or "内容见所附表格。"), Section(facts=facts),
        Section(body=qr_code(request.build_absolute_uri(link), said)),
    )
    return print_page(
        request, title=found.title, sections=sections, unit=f"{found.union}　{found.line}公开　编号 {found.number}", poster=True,
        back=reverse("openness:item", args=[pk]),
    )


@needs(EDIT)
def opinions(request):
    """Opinions, those that wait first."""
    return list_page(request, queries.opinions(request.actor), tables.OPINIONS, title="职工意见与答复", unit="件", crumbs=up())


@needs(EDIT)
def opinion(request, pk):
    """One opinion and its answer."""
    found = _opinion(request, pk)
    facts = (
        ("公开事项", found.item), ("来源", found.way), ("收到", found.received_on), ("提出人", found.teller or "未留名"),
        ("答复期限", f"{found.due_on}（{tables.clock(found)}）"),
        ("答复", found.answered_on and f"{found.answered_by} {found.answered_on}"), ("登出的摘要", found.shown_as),
    )
    sections = [Section("意见", words=found.text)]
    if found.answered_on:
        sections.append(Section("答复", words=found.answer))
    label, kind = ("修改答复", "plain") if found.answered_on else ("答复", "primary")
    return detail_page(
        request, title=str(found), facts=facts, sections=sections, buttons=[to(label, "answer", found, kind=kind)],
        crumbs=up("职工意见与答复", "opinions"),
    )


@needs(EDIT)
def tell(request, pk):
    """Write down an opinion that came in."""
    form = forms.TellForm(request.POST or None, initial={"received_on": queries.today()})
    found = item_of(request, pk)
    return form_page(
        request, form, partial(actions.tell, item=found), title=f"登记意见：{found}", done=at_item(found), said="已登记。",
        crumbs=up(),
    )


@needs(EDIT)
def answer(request, pk):
    """Answer an opinion."""
    found = _opinion(request, pk)
    told = {"on": found.answered_on or queries.today(), "answer": found.answer, "shown_as": found.shown_as}
    return form_page(
        request, forms.AnswerForm(request.POST or None, initial=told), partial(actions.answer, opinion=found),
        title=f"答复意见：{found.item}", note=found.text, done=("openness:opinion", pk), said="已答复。",
        crumbs=up("职工意见与答复", "opinions"),
    )


def _opinion(request, pk):
    return get_object_or_404(queries.opinions(request.actor), pk=pk)
