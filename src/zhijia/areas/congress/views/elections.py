"""Pages about elections: the register, one election from planning to its result, its votes and papers."""

from dataclasses import replace
from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.congress.actions import elections as actions
from zhijia.areas.congress.actions import requests as asking
from zhijia.areas.congress.actions import rounds as voting
from zhijia.areas.congress.filters.elections import ElectionFilters
from zhijia.areas.congress.forms import elections as forms
from zhijia.areas.congress.letters import elections as letters
from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules.elections import Stage
from zhijia.areas.congress.tables import elections as tables
from zhijia.core.org.web import needs
from zhijia.kit.formats import short_day
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page, word_page
from zhijia.kit.tables import Column

READ, EDIT, APPROVE = queries.READ, queries.EDIT, queries.APPROVE
HOME, BELOW = (("选举", "congress:elections"),), (("下级选举请示", "congress:requests_below"),)
NEXT = {
    Stage.PLANNED: "提名候选人并公示，然后向上级工会请示。",
    Stage.ASKED: "等上级工会批复；收到纸质批复的，点“登记批复”。",
    Stage.AGREED: "公示期满后点“准备投票”，到表决里点票、计票，两份计票单相符以后回来确认结果。",
    Stage.ELECTED: "登记委员分工，打印结果报告单，然后向上级工会报告选举结果。",
    Stage.REPORTED: "等上级工会批复选举结果；批复同意以后，当选的人自动登记为新一届委员。",
}
NOMINATE, POST, ORDER = ("提名", "nominate"), ("公示", "post_candidates"), ("票面顺序", "put_in_order")
STEPS = {
    Stage.PLANNED: (NOMINATE, POST, ORDER, ("请示", "ask"), ("更正", "correct_election")),
    Stage.ASKED: (("登记批复", "record_reply"), NOMINATE, POST),
    Stage.AGREED: (("准备投票", "prepare_round"), POST, NOMINATE, ORDER),
    Stage.ELECTED: (("报告结果", "ask"), ("分工", "divide")),
    Stage.REPORTED: (("登记批复", "record_reply"),),
}


@needs(READ)
def elections(request):
    """The register of elections (选举登记)."""
    buttons = (
        Button("筹备选举", "congress:plan_election", "primary", EDIT),
        Button("下级选举请示", "congress:requests_below", power=APPROVE),
    )
    return list_page(
        request, queries.visible(request.actor), tables.ELECTIONS, title="选举", filters=ElectionFilters, buttons=buttons,
        unit="次",
    )


@needs(READ)
def election(request, pk):
    """One election: what is next, candidates, votes, requests, papers."""
    found = _election(request, pk)
    facts = (
        ("工会", found.union), ("状态", found.stage), ("应选名额", f"{found.seats} 人"),
        ("名额依据", found.rule or "没有名额规定"),
        ("届次", found.number and f"第{found.number}届"), ("任期", f"{found.years} 年"), ("选举日期", short_day(found.on)),
        ("大会", found.chamber or "会员大会"), ("候选人公示", found.posted_on and _posted(found)),
        ("选出日期", found.held_on and short_day(found.held_on)),
        ("批准日期", found.approved_on and short_day(found.approved_on)),
        *([("缺额", f"{found.vacant} 人：{found.why}")] if found.vacant else []),
        *([("取消原因", found.why)] if found.stage == Stage.CANCELLED else []),
    )
    return detail_page(
        request, title=str(found), facts=facts, note=NEXT.get(found.stage, ""), buttons=_buttons(request.actor, found),
        sections=_sections(request.actor, found), crumbs=HOME,
    )


def _posted(found):
    until = f"{short_day(found.posted_on)} 至 {short_day(found.posted_until)}"
    return f"{until}，{found.objections}" if found.objections else until


def _buttons(actor, found):
    if not actor.can(EDIT, found.union):
        return []
    steps = STEPS.get(found.stage, ())
    buttons = [_to(label, name, found, "plain" if n else "primary") for n, (label, name) in enumerate(steps)]
    if found.held_on:
        buttons.append(_to("结果报告单", "result_sheet", found))
    if found.term_id:
        buttons.append(Button("产生的委员会", reverse("members:term", args=[found.term_id]), power="members.tree"))
    return [*buttons, *([_to("取消选举", "cancel_election", found, "danger")] if steps else [])]


def _to(label, name, record, kind="plain"):
    return Button(label, reverse(f"congress:{name}", args=[record.pk]), kind, EDIT)


def _sections(actor, found):
    rounds = queries.rounds(actor).filter(election=found).order_by("number")
    names = queries.candidates(actor).filter(election=found).select_related("person__union", "election").order_by("place", "id")
    asked = queries.own_requests(actor).filter(election=found)
    drop = Column("do", "办理", value=lambda each: "" if each.dropped_on else "退出", link="congress:drop_candidate", power=EDIT)
    see = Column("see", "办理", value=lambda each: "查看、确认结果", link="congress:round", export=False)
    file = Column("do", "办理", value=lambda each: "登记", link=lambda each: _filing(found, each), power=EDIT, export=False)
    open_list = found.stage in (Stage.PLANNED, Stage.ASKED, Stage.AGREED) and not rounds
    return [
        Section("候选人", table=_with(tables.CANDIDATES, drop) if open_list else tables.CANDIDATES, rows=names, limit=100),
        Section("投票", table=_with(tables.ROUNDS, see), rows=rounds, limit=None),
        Section("请示批复", table=_letters_table(), rows=asked, limit=None, empty="还没有请示。"),
        Section("换届材料", table=_with(tables.PAPERS, file), rows=queries.file_set(found), limit=None),
    ]


def _with(table, column):
    return replace(table, columns=(*table.columns, column))


def _letters_table():
    """Own requests, each with its letter in Word."""
    columns = (Column("matter", "请示"), *tables.REQUESTS.columns[1:])
    word = Column("word", "文件", value=lambda each: "Word", link="congress:request_letter", export=False)
    return replace(tables.REQUESTS, columns=(*columns, word))


def _filing(found, paper):
    return f"{reverse('congress:keep_paper', args=[found.pk])}?number={paper.number}"


@needs(EDIT)
def plan_election(request):
    """Plan an election."""
    form = forms.PlanForm(request.actor, request.POST or None).allow(request.actor, _size(request.actor))
    return form_page(request, form, actions.plan, title="筹备选举", done=_here, crumbs=HOME, said="已建立，下一步提名候选人。")


def _size(actor, found=None):
    """How many seats the actor's union may have, with the rule."""
    size = queries.size_here(actor, found)
    if size is None or size.low is None:
        return "按规定和会员人数确定。"
    return f"工会委员会{size}"


@needs(EDIT)
def correct_election(request, pk):
    """Correct what was planned."""
    found = _own(request, pk)
    names = ("aim", "body", "office", "seats", "on", "number", "years", "chamber")
    form = forms.PlannedFields(request.POST or None, initial={name: getattr(found, name) for name in names})
    act = partial(actions.correct, election=found)
    return form_page(
        request, form.allow(request.actor, _size(request.actor, found)), act, title=f"更正：{found}", done=_here, crumbs=HOME
    )


@needs(EDIT)
def cancel_election(request, pk):
    """Call an election off."""
    found = _own(request, pk)
    form = forms.WhyForm(request.POST or None)
    return _change(request, found, form, actions.cancel, title="取消选举", danger=True, submit="取消选举")


@needs(EDIT)
def nominate(request, pk):
    """Put people forward."""
    found = _own(request, pk)
    form = forms.NominateForm(request.actor, found, request.POST or None)
    return _change(request, found, form, actions.nominate, title="提名候选人", said="已列入名单，按姓氏笔画排好。")


@needs(EDIT)
def drop_candidate(request, pk):
    """A candidate is off the list."""
    candidate = get_object_or_404(queries.candidates(request.actor, EDIT).filter(dropped_on=None), pk=pk)
    form = forms.DropForm(request.POST or None)
    done = ("congress:election", candidate.election_id)
    return form_page(
        request, form, partial(actions.drop, candidate=candidate), title=f"退出候选人：{candidate}", done=done, crumbs=HOME
    )


@needs(EDIT)
def put_in_order(request, pk):
    """The order on the ballot by hand."""
    found = _own(request, pk)
    names = "\n".join(str(each.person) for each in queries.standing(found))
    form = forms.OrderForm(request.POST or None, initial={"names": names})
    note = "名单已按姓氏笔画排列；只有另有规定时才需要改。再提名会重新按笔画排。"
    return _change(request, found, form, actions.put_in_order, title="票面顺序", note=note)


@needs(EDIT)
def post_candidates(request, pk):
    """Candidates are posted (公示)."""
    found = _own(request, pk)
    now = {"since": found.posted_on, "until": found.posted_until, "objections": found.objections}
    form = forms.PostForm(request.POST or None, initial={name: value for name, value in now.items() if value})
    return _change(request, found, form, actions.post, title="候选人公示")


@needs(EDIT)
def divide(request, pk):
    """Titles of those elected."""
    found = _own(request, pk)
    form = forms.DivideForm(found, request.POST or None)
    return _change(request, found, form, actions.divide, title="委员分工")


@needs(EDIT)
def ask(request, pk):
    """Hand up a request."""
    found = _own(request, pk)
    form = forms.AskForm(request.POST or None)
    title = "选举请示" if found.stage == Stage.PLANNED else "报告选举结果"
    note = "提交后上级工会就能看到并批复；请示的 Word 文件在下面“请示批复”里。"
    return _change(request, found, form, asking.ask, title=title, submit="提交", said="已提交上级工会。", note=note)


@needs(EDIT)
def record_reply(request, pk):
    """A reply that came on paper."""
    found = _own(request, pk)
    waiting = get_object_or_404(queries.waiting(request.actor), election=found)
    form = forms.RecordReplyForm(request.POST or None, initial={"by": found.union.parent})
    return form_page(
        request, form, partial(asking.record_reply, request=waiting), title=f"登记批复：{waiting}",
        done=("congress:election", pk), crumbs=HOME,
    )


@needs(READ)
def request_letter(request, pk):
    """A request in Word."""
    found = get_object_or_404(queries.own_requests(request.actor), pk=pk)
    return word_page(letters.request_letter(found), found.matter)


@needs(READ)
def result_sheet(request, pk):
    """选举结果报告单 in Word."""
    return word_page(letters.result_sheet(_election(request, pk)), "选举结果报告单")


@needs(EDIT)
def keep_paper(request, pk):
    """A paper of the file set is there."""
    found = _own(request, pk)
    form = forms.PaperForm(found, request.POST or None, initial={"number": request.GET.get("number")})
    return _change(request, found, form, actions.keep_paper, title="登记换届材料")


@needs(EDIT)
def prepare_round(request, pk):
    """Prepare the next vote."""
    found = _own(request, pk)
    form = forms.RoundForm(request.POST or None, initial={"on": found.on})
    note = "选票按姓氏笔画排列；同意画○，不同意画×，弃权不画，另选他人写姓名并画○；超过应选名额的为废票。"
    return _change(request, found, form, voting.prepare, title="准备投票", submit="备票", said="选票已备好。", note=note)


@needs(READ)
def round_page(request, pk):
    """One vote of an election and its count."""
    found = get_object_or_404(queries.rounds(request.actor), pk=pk)
    vote = found.vote
    facts = (
        ("方式", vote.kind), ("日期", short_day(vote.on)), ("应选名额", f"{found.seats} 人"), ("状态", vote.stage),
        ("应到", vote.entitled), ("实到", vote.present), ("发出票", vote.issued), ("收回票", vote.returned),
        ("废票", vote.spoilt), ("依据", vote.rule), *([("作废原因", vote.why)] if vote.why else []),
    )
    count = Section("得票情况", table=tables.COUNTS, rows=queries.counted(found), limit=None, empty="计票结束以后才有得票。")
    return detail_page(
        request, title=str(found), facts=facts, sections=[count], buttons=_round_buttons(request.actor, found),
        crumbs=(*HOME, (str(found.election), reverse("congress:election", args=[found.election_id]))), note=_said(found),
    )


def _round_buttons(actor, found):
    over = found.decided or found.void
    vote = Button("选票和计票", reverse("voting:vote", args=[found.vote_id]), "plain" if over else "primary", "voting.read")
    if not actor.can(EDIT, found.union) or found.settled_on and not found.left:
        return [vote]
    if found.settled_on:
        again, vacant = ("另行投票", "prepare_round"), ("缺额", "leave_vacant")
        return [_to(*again, found.election, "primary"), _to(*vacant, found.election), vote]
    if found.void:
        return [_to("重新投票", "prepare_round", found.election, "primary"), vote]
    if found.decided:
        return [_to("确认结果", "settle", found, "primary"), vote]
    return [vote, _to("另选他人", "write_in", found)]


def _said(found):
    """What the vote means, once it is settled."""
    if not found.settled_on:
        return ""
    if not found.left:
        return "名额已经选足。"
    tied = len(queries.outcome(found).tied)
    if tied:
        return f"还缺 {found.left} 名，有 {tied} 人得票相等，就这 {tied} 人再次投票。"
    return f"还缺 {found.left} 名，可在没有当选的人中另行选举；够开展工作的，也可以缺额。"


@needs(EDIT)
def settle(request, pk):
    """Read the result of a vote."""
    found = get_object_or_404(queries.rounds(request.actor, EDIT), pk=pk)
    return confirm_page(
        request, partial(voting.settle, found=found), title="确认选举结果", question=f"按计票结果确认“{found}”？确认后不能再改。",
        done=("congress:round", pk), said="结果已确认。", crumbs=HOME,
    )


@needs(EDIT)
def write_in(request, pk):
    """Someone voters wrote in."""
    found = get_object_or_404(queries.rounds(request.actor, EDIT), pk=pk)
    form = forms.WriteInForm(request.actor, found.election, request.POST or None)
    return form_page(
        request, form, partial(voting.write_in, found=found), title="另选他人", done=("congress:round", pk), crumbs=HOME,
        note="点票时在选票上看到另选的人，先登记在这里，再录入计票单。",
    )


@needs(EDIT)
def leave_vacant(request, pk):
    """Seats stay vacant."""
    found = _own(request, pk)
    form = forms.WhyForm(request.POST or None)
    return _change(request, found, form, voting.leave_vacant, title="缺额", submit="缺额并结束选举")


@needs(APPROVE)
def requests_below(request):
    """Requests of the unions below."""
    return list_page(
        request, queries.requests_from_below(request.actor), tables.REQUESTS, title="下级选举请示", unit="件", crumbs=HOME
    )


@needs(APPROVE)
def request_below(request, pk):
    """One request from below, with the names handed up."""
    found = get_object_or_404(queries.requests_from_below(request.actor), pk=pk)
    planned = found.election
    facts = (
        ("工会", found.union), ("请示事项", found.matter), ("选举", planned), ("应选名额", f"{planned.seats} 人"),
        ("名额依据", planned.rule), ("任期", f"{planned.years} 年"), ("选举日期", short_day(planned.on)),
        ("所报名单", found.names),
        ("请示日期", short_day(found.on)), ("请示文号", found.number), ("应批复日期", short_day(found.due)),
        ("批复", found.answer or "待批复"), ("批复文号", found.document), ("批复意见", found.note),
    )
    answer = [] if found.answer else [Button("批复", reverse("congress:reply", args=[pk]), "primary", APPROVE)]
    buttons = [*answer, Button("请示（Word）", reverse("congress:letter_below", args=[pk]))]
    return detail_page(request, title=str(found), facts=facts, buttons=buttons, crumbs=BELOW)


@needs(APPROVE)
def letter_below(request, pk):
    """The letter of a request from below in Word, as its union handed it up."""
    found = get_object_or_404(queries.requests_from_below(request.actor), pk=pk)
    return word_page(letters.request_letter(found), found.matter)


@needs(APPROVE)
def reply(request, pk):
    """Answer a request from below."""
    found = get_object_or_404(queries.to_answer(request.actor), pk=pk)
    form = forms.ReplyForm(request.POST or None)
    note = "同意选举结果的，当选的人同时登记为下级工会的委员，上一届自动届满。"
    return form_page(
        request, form, partial(asking.reply, request=found), title=f"批复：{found}", done=("congress:request_below", pk),
        crumbs=BELOW, said="已批复。", note=note,
    )


def _change(request, found, form, act, *, title, **more):
    """A form about one election."""
    return form_page(
        request, form, partial(act, election=found), title=f"{title}：{found}", done=("congress:election", found.pk),
        crumbs=HOME, **more,
    )


def _election(request, pk):
    return get_object_or_404(queries.visible(request.actor).select_related("chamber__congress"), pk=pk)


def _own(request, pk):
    return get_object_or_404(queries.visible(request.actor, EDIT), pk=pk)


def _here(found):
    """The page of the election an act was about."""
    return ("congress:election", found.pk)
