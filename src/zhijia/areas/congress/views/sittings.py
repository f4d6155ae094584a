"""Pages of sittings: planning, agenda, papers, sign-in, votes, closing."""

from base64 import b64encode
from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from zhijia.areas.congress import papers
from zhijia.areas.congress.actions import closing, deciding, signing_in
from zhijia.areas.congress.actions import sittings as actions
from zhijia.areas.congress.filters.sittings import ItemFilters, SittingFilters
from zhijia.areas.congress.forms import sittings as forms
from zhijia.areas.congress.queries import bodies, sittings
from zhijia.areas.congress.rules.kinds import Stage
from zhijia.areas.congress.tables import sittings as tables
from zhijia.areas.congress.views.showing import seen
from zhijia.core.files.storing import download
from zhijia.core.org.web import for_known, needs
from zhijia.kit.html import tag, void
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
    list_page,
    message_page,
    word_page,
)
from zhijia.kit.paper.ledger import qr_picture

READ, EDIT = "congress.read", "congress.edit"
CRUMBS = (("会议", "congress:sittings"),)
SIGN_IN = "sign-in"
WHY = "缺席原因点“更正”看，打印在签到表 Word 里；看过的要留痕，本人可以看到。"
DETAILS = ("on", "place", "topic", "chair", "recorder", "proposers")
ITEM = ("kind", "title", "speaker", "text", "weighty", "only")
STEPS = {
    Stage.PLANNED: (
        ("写议程", "agenda"), ("发会议通知", "give_notice"), ("材料已发出", "hand_out"), ("主席团", "preside"),
        ("更正", "correct"), ("取消会议", "cancel"),
    ),
    Stage.NOTICED: (
        ("开会", "convene"), ("签到码", "door"), ("材料已发出", "hand_out"), ("写议程", "agenda"), ("主席团", "preside"),
        ("更正", "correct"), ("取消会议", "cancel"),
    ),
    Stage.OPEN: (("闭会", "close"), ("签到码", "door"), ("写议程", "agenda"), ("更正", "correct")),
    Stage.CLOSED: (("公布决议", "publish"), ("报告上级", "report"), ("改纪要", "minute")),
    Stage.CANCELLED: (),
}


@needs(READ)
def all_sittings(request):
    """Every sitting."""
    buttons = (
        Button("筹备会议", "congress:plan", "primary", EDIT), Button("代表大会", "congress:congresses"),
        Button("代表名册", "congress:delegates"), Button("表决登记", "congress:votes"),
        Button("大会决议", "congress:resolutions"),
    )
    rows = sittings.sittings(request.actor)
    return list_page(request, rows, tables.SITTINGS, title="职代会会议", filters=SittingFilters, buttons=buttons, unit="次")


@needs(EDIT)
def plan(request):
    """Plan a sitting."""
    asked = request.GET.get("congress", "")
    given = {"congresses": [int(asked)] if asked.isdecimal() and len(asked) < 10 else []}
    form = forms.PlanForm(request.actor, request.POST or None, initial=given)
    return form_page(request, form, actions.plan, title="筹备会议", done=_here, crumbs=CRUMBS, said="已筹备，请写议程。")


@needs(READ)
def sitting(request, pk):
    """One sitting: what to mind, chambers, agenda, papers, presidium, minutes, resolutions."""
    found = _sitting(request, pk)
    return detail_page(
        request, title=found.title, facts=_facts(found), sections=_sections(request, found), buttons=_buttons(found),
        crumbs=CRUMBS, unit=str(found.union),
    )


def _facts(found):
    after = (("闭会日期", found.closed_on), ("决议公布", found.published_on), ("报告上级", found.reported_on))
    return (
        ("状态", f"{found.stage}{found.why and f'（{found.why}）'}"), ("性质", found.form), ("召开日期", found.on),
        ("地点", found.place), ("主持人", found.chair), ("记录人", found.recorder), ("中心议题", found.topic),
        ("通知日期", found.noticed_on), ("材料发出", found.papers_on and f"{found.papers_on}{'（迟发）' if found.late else ''}"),
        *(after if found.closed_on else ()),
    )


def _sections(request, found):
    actor = request.actor
    warnings = sittings.warnings(found, localdate())
    after = [
        Section("决议", table=tables.RESOLUTIONS, rows=sittings.resolutions(actor).filter(sitting=found), limit=None,
                empty="没有形成决议。"),
        Section("会议纪要", words=found.minutes, buttons=_words(found)),
    ]
    return [
        *([Section("请注意", words="\n".join(warnings))] if warnings else []),
        Section("应到和实到", table=tables.TURNOUT, rows=sittings.chambers(actor).filter(sitting=found), limit=None),
        Section("议程", table=tables.AGENDA, rows=sittings.items(actor).filter(sitting=found), limit=None),
        Section("会议材料", table=tables.HANDOUTS, rows=sittings.handouts(actor).filter(sitting=found), limit=None,
                buttons=[_to("附材料", "attach", found)] if found.stage not in (Stage.CLOSED, Stage.CANCELLED) else []),
        Section("主席团", table=tables.PRESIDIUM, rows=found.presidium.select_related("delegate__person"), limit=None),
        *(after if found.stage == Stage.CLOSED else []),
    ]


def _buttons(found):
    done = {"publish": found.published_on, "report": found.reported_on}
    open_steps = [(label, name) for label, name in STEPS[Stage(found.stage)] if not done.get(name)]
    steps = [
        _to(label, name, found, "primary" if not n else "danger" if name == "cancel" else "plain")
        for n, (label, name) in enumerate(open_steps)
    ]
    back = [_to("撤回公布", "unpublish", found, "danger")] if found.published_on else []
    return [*steps, *back, Button("打印", "?print=1")]


def _words(found):
    return [
        Button(f"{label} Word", reverse(f"congress:word_{kind.replace('-', '_')}", args=[found.pk]), "plain", READ)
        for kind, (label, _) in papers.KINDS.items()
    ]


@needs(EDIT)
def correct(request, pk):
    """Correct a sitting."""
    found = _sitting(request, pk)
    form = forms.DetailsForm(request.POST or None, initial={name: getattr(found, name) for name in DETAILS})
    return _form(request, found, form, actions.correct, "更正")


@needs(EDIT)
def cancel(request, pk):
    """Call it off."""
    found = _sitting(request, pk)
    return _form(request, found, forms.WhyForm(request.POST or None), actions.cancel, "取消会议", danger=True, submit="取消会议")


@needs(EDIT)
def agenda(request, pk):
    """The agenda as a list."""
    found = _sitting(request, pk)
    form = forms.AgendaForm(request.POST or None)
    note = sittings.usual_agenda(found)
    return _form(request, found, form, actions.add_items, "写议程", done=("congress:sitting", pk), note=note)


@needs(EDIT)
def preside(request, pk):
    """The presidium."""
    found = _sitting(request, pk)
    form = forms.PresidiumForm(request.actor, found, request.POST or None)
    return _form(request, found, form, actions.preside, "主席团")


@needs(EDIT)
def give_notice(request, pk):
    """Notice was given."""
    found = _sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return _form(request, found, form, actions.give_notice, "发会议通知")


@needs(EDIT)
def hand_out(request, pk):
    """The papers went out."""
    found = _sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return _form(request, found, form, actions.hand_out, "材料已发出", note=sittings.papers_rule(found))


@needs(EDIT)
def attach(request, pk):
    """A paper for the delegates."""
    found = _sitting(request, pk)
    form = forms.PaperForm(request.POST or None, request.FILES or None)
    return _form(request, found, form, actions.attach, "附材料", done=("congress:sitting", pk))


@needs(READ)
def handout(request, pk):
    """A paper as a file."""
    return download(get_object_or_404(sittings.handouts(request.actor), pk=pk).file)


@needs(EDIT)
def detach(request, pk):
    """Take a paper away."""
    found = get_object_or_404(sittings.handouts(request.actor), pk=pk)
    return confirm_page(
        request, partial(actions.detach, handout=found), title="撤下材料", question=f"撤下“{found}”？", done=_here, danger=True,
    )


@needs(READ)
def sign_in_list(request, pk):
    """The sign-in list of a chamber."""
    found = _chamber(request, pk)
    counted = f"应到 {found.entitled or 0} 人，实到 {found.present or 0} 人。"
    word_url = reverse("congress:word_sign_in", args=[found.sitting_id])
    buttons = (_to("签到", "sign_in", found, "primary"), Button("签到表 Word", word_url))
    return list_page(
        request, sittings.lines(request.actor, found), tables.signing(found), title=f"签到表：{found}", note=f"{counted}{WHY}",
        buttons=buttons, unit="人", crumbs=_up(found.sitting),
    )


@needs(EDIT)
def sign_in(request, pk):
    """The whole list at once."""
    found = _chamber(request, pk)
    form = forms.SignInForm(found, request.POST or None, initial=forms.SignInForm.as_known(found))
    page = partial(
        form_page, request, form, partial(signing_in.sign_in, chamber=found), title=f"签到：{found}", crumbs=_up(found.sitting),
        done=("congress:sitting", found.sitting_id), said="签到已登记。",
    )
    return seen(request, sittings.with_reason(found.attendances.filter(coming=forms.COMING.EXCUSED)), "登记签到", page)


@needs(EDIT)
def correct_line(request, pk):
    """One line of the list."""
    found = get_object_or_404(sittings.attendances(request.actor), pk=pk)
    form = forms.LineForm(request.POST or None, initial={"coming": found.coming, "reason": found.reason})
    page = partial(
        form_page, request, form, partial(signing_in.correct_line, attendance=found), title=f"更正签到：{found.delegate}",
        done=("congress:sign_in_list", found.chamber_id), crumbs=_up(found.chamber.sitting),
    )
    return seen(request, [found.delegate] if found.reason else [], "更正签到", page)


@needs(EDIT)
def door(request, pk):
    """What stands at the door: the code of today, to be typed or scanned; asking for it makes one."""
    found, today = _sitting(request, pk), localdate()
    if request.method == "POST" or found.door_on != today:
        return confirm_page(
            request, partial(signing_in.show_code, sitting=found, today=today), title=f"签到码：{found.short}",
            question="生成今天的签到码？\n有账号的代表用手机扫码或输入签到码，本人签到；签到码只在当天有效。",
            done=("congress:door", pk), submit="生成签到码", crumbs=_up(found), said="签到码已生成。",
        )
    picture = b64encode(qr_picture(_own_address(request, found.door_code))[0].read()).decode()
    shown = tag("div", void("img", src=f"data:image/png;base64,{picture}", alt=f"签到码 {found.door_code}", width="280"))
    sections = [
        Section("扫码签到", body=shown, words="用手机扫码，登录后即可签到；也可以打开“今天要办的事”，输入下面的签到码。"),
        Section(facts=(("签到码", found.door_code), ("有效日", found.door_on))),
    ]
    buttons = [Button("打印", "?print=1")]
    return detail_page(request, title=f"签到码：{found.short}", sections=sections, buttons=buttons, crumbs=_up(found))


def _own_address(request, code):
    return request.build_absolute_uri(f"{reverse('congress:sign_in_self')}?code={code}")


@for_known
def sign_in_self(request):
    """A delegate signs in on the own phone."""
    chambers, today = list(sittings.own_chambers(request.actor, localdate())), localdate()
    if not chambers:
        text = "今天没有要您签到的大会。\n请核对日期，或者请会务人员在签到表上登记。"
        return message_page(request, title="代表签到", text=text)
    form = forms.CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")[:8]})

    def act(actor, code):
        return [signing_in.sign_in_self(actor, each, code=code, today=today) for each in chambers]

    return form_page(
        request, form, act, title="代表签到", done="congress:mine", submit="签到", said="签到成功。",
        note="、".join(str(each.sitting) for each in chambers[:1]),
    )


@for_known
def mine(request):
    """What I am a delegate of, and my sign-ins."""
    sections = [
        Section("我担任的代表", table=tables.MY_SEATS, rows=bodies.own(request.actor)),
        Section("我的签到", table=tables.ATTENDED, rows=sittings.own_lines(request.actor)),
    ]
    return detail_page(request, title="我的大会", sections=sections, buttons=[Button("签到", "congress:sign_in_self", "primary")])


@needs(EDIT)
def convene(request, pk):
    """Open the sitting."""
    found = _sitting(request, pk)
    share, source = sittings.quorum(found)
    return confirm_page(
        request, partial(signing_in.convene, sitting=found), title="开会", done=_here, submit="开会", crumbs=_up(found),
        question=f"{found.title}\n到会须达到全体代表的 {share}。{source}\n没有签到的代表记为缺席。", said="会议开始。",
    )


@needs(READ)
def item(request, pk):
    """One item: what it says, how it was voted."""
    found = _item(request, pk)
    ballots = sittings.ballots(found) if found.kind == "审议表决" else []
    secret, source = sittings.ways(found.sitting, found)
    facts = (
        ("类别", found.kind), ("报告人", found.speaker), ("内容", found.text), ("重大事项", found.weighty),
        ("由谁表决", found.only and found.only.congress or "参加会议的大会"), ("结果", tables.became(found)),
    )
    hands = secret and any(each.vote and each.vote.kind == "举手表决" for each in ballots)
    sections = [
        *([Section("请注意", words=f"规定要求无记名投票，这一项用了举手表决。{source}")] if hands else []),
        *([Section("表决结果", table=tables.BALLOTS, rows=ballots, limit=None)] if ballots else []),
    ]
    buttons = _item_buttons(found, ballots)
    return detail_page(request, title=found.title, facts=facts, sections=sections, buttons=buttons, crumbs=_up(found.sitting))


def _item_buttons(found, ballots):
    if found.sitting.stage in (Stage.CLOSED, Stage.CANCELLED):
        return []
    if found.sitting.stage != Stage.OPEN:
        return [_to("更正", "change_item", found), _to("撤下", "drop_item", found, "danger")]
    if found.kind != "审议表决":
        return [_to("改为未听取" if found.heard else "已听取", "hear", found, "primary")]
    if not all(each.vote for each in ballots):
        ways = [_to("投票表决", "put_to_vote", found, "primary"), _to("举手表决", "show_hands", found)]
        return [*ways, _to("更正", "change_item", found)]
    return [_to("登记结果", "settle", found, "primary")] if found.carried is None else []


@needs(EDIT)
def change_item(request, pk):
    """Correct an item."""
    found = _item(request, pk)
    form = forms.ItemForm(found, request.POST or None, initial={name: getattr(found, name) for name in ITEM})
    return _of_item(request, found, form, actions.change_item, "更正议程")


@needs(EDIT)
def drop_item(request, pk):
    """Take an item off the agenda."""
    found = _item(request, pk)
    return confirm_page(
        request, partial(actions.drop_item, item=found), title="撤下议程", question=f"撤下“{found}”？", done=_here, danger=True,
        crumbs=_up(found.sitting),
    )


@needs(EDIT)
def hear(request, pk):
    """A report was heard, or was not after all."""
    found = _item(request, pk)
    heard = not found.heard
    question = f"{'会议已听取' if heard else '改为未听取'}《{found}》？"
    return confirm_page(
        request, partial(deciding.hear, item=found, heard=heard), title="听取报告", question=question, crumbs=_up(found.sitting),
        done=("congress:sitting", found.sitting_id), said="已登记。",
    )


@needs(EDIT)
def put_to_vote(request, pk):
    """Put a matter to the vote; the counting goes on in the pages of voting."""
    found = _item(request, pk)
    form = forms.KindForm(request.POST or None, initial={"kind": forms.PAPER})
    _, source = sittings.ways(found.sitting, found)
    return _of_item(
        request, found, form, deciding.put_to_vote, "投票表决", note=source, submit="开始表决", said="表决已开始，请发票、计票。",
        done=lambda votes: tables.vote_url(votes[0]) if len(votes) == 1 and tables.vote_url(votes[0]) else ("congress:item", pk),
    )


@needs(EDIT)
def show_hands(request, pk):
    """Hands were counted."""
    found = _item(request, pk)
    secret, source = sittings.ways(found.sitting, found)
    form = forms.HandsForm(sittings.deciding(found), request.POST or None)
    return _of_item(
        request, found, form, partial(deciding.show_hands, today=localdate()), "举手表决", submit="登记表决结果",
        note=f"{'规定要求无记名投票，举手表决请确认依据。' if secret else ''}{source}{sittings.passing_rule(found)}",
    )


@needs(EDIT)
def settle(request, pk):
    """Take over the result of closed votes."""
    found = _item(request, pk)
    return confirm_page(
        request, partial(deciding.settle, item=found), title="登记结果", question=f"按计票结果登记《{found}》？",
        done=("congress:sitting", found.sitting_id), crumbs=_up(found.sitting),
    )


@needs(READ)
def votes(request):
    """The book of votes (表决登记)."""
    return list_page(
        request, sittings.ledger(request.actor), tables.ITEMS, title="表决登记", filters=ItemFilters, unit="件", crumbs=CRUMBS,
    )


@needs(EDIT)
def close(request, pk):
    """Close the sitting."""
    found = _sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return _form(
        request, found, form, closing.close, "闭会", submit="闭会",
        note="闭会后按表决结果形成决议和会议纪要，可以修改、导出 Word。", said="已闭会，决议和纪要已生成。",
    )


@needs(EDIT)
def minute(request, pk):
    """Correct the minutes."""
    found = _sitting(request, pk)
    form = forms.MinutesForm(request.POST or None, initial={"minutes": found.minutes})
    return _form(request, found, form, closing.minute, "会议纪要")


@needs(EDIT)
def publish(request, pk):
    """Publish the resolutions."""
    found = _sitting(request, pk)
    form = forms.PublishForm(request.POST or None, initial={"on": localdate()})
    return _form(request, found, form, closing.publish, "公布决议", note=sittings.publish_rule(found), said="已登记公布。")


@needs(EDIT)
def unpublish(request, pk):
    """Take the publication back."""
    found = _sitting(request, pk)
    form = forms.WhyForm(request.POST or None)
    return _form(request, found, form, closing.unpublish, "撤回公布", danger=True, submit="撤回公布")


@needs(EDIT)
def report(request, pk):
    """It was reported to the union above."""
    found = _sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return _form(request, found, form, closing.report, "报告上级", note=sittings.report_rule(found), said="已登记报告。")


@needs(READ)
def resolutions(request):
    """All resolutions."""
    return list_page(request, sittings.resolutions(request.actor), tables.RESOLUTIONS, title="大会决议", unit="件", crumbs=CRUMBS)


@needs(READ)
def resolution(request, pk):
    """One resolution."""
    found = _resolution(request, pk)
    buttons = [] if found.sitting.published_on else [_to("改文字", "word_resolution", found, "primary")]
    return detail_page(
        request, title=str(found), sections=[Section(words=found.text)], buttons=[*buttons, Button("打印", "?print=1")],
        crumbs=_up(found.sitting), facts=(("公布日期", found.sitting.published_on),),
    )


@needs(EDIT)
def word_resolution(request, pk):
    """Word a resolution anew."""
    found = _resolution(request, pk)
    form = forms.WordingForm(request.POST or None, initial={"text": found.text})
    done = ("congress:resolution", pk)
    act = partial(closing.word, resolution=found)
    return form_page(request, form, act, title=str(found), done=done, crumbs=_up(found.sitting))


@needs(READ)
def word(request, pk, kind):
    """A paper of the sitting in Word."""
    found = _sitting(request, pk)
    reasons = kind == SIGN_IN and request.actor.may(EDIT)
    told = sittings.with_reason(sittings.attendances(request.actor).filter(chamber__sitting=found)) if reasons else []
    return seen(request, told, "下载签到表", partial(_as_word, found, kind, reasons))


def _as_word(sitting, kind, reasons):
    return word_page(*papers.paper(sitting, kind, reasons=reasons))


def _form(request, found, form, act, title, **page):
    return form_page(
        request, form, partial(act, sitting=found), title=f"{title}：{found.short}", crumbs=_up(found), **{"done": _here, **page},
    )


def _of_item(request, found, form, act, title, **page):
    page = {"done": ("congress:item", found.pk), **page}
    return form_page(request, form, partial(act, item=found), title=f"{title}：{found}", crumbs=_up(found.sitting), **page)


def _sitting(request, pk):
    return get_object_or_404(sittings.sittings(request.actor), pk=pk)


def _chamber(request, pk):
    return get_object_or_404(sittings.chambers(request.actor), pk=pk)


def _item(request, pk):
    return get_object_or_404(sittings.items(request.actor), pk=pk)


def _resolution(request, pk):
    return get_object_or_404(sittings.resolutions(request.actor), pk=pk)


def _to(label, name, record, kind="plain"):
    return Button(label, reverse(f"congress:{name}", args=[record.pk]), kind, EDIT)


def _here(sitting):
    return ("congress:sitting", sitting.pk)


def _up(sitting):
    return (*CRUMBS, (sitting.short, reverse("congress:sitting", args=[sitting.pk])))
