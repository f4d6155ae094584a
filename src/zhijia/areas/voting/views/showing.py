"""What there is to see of votes; nothing of a result before a vote has ended."""

from fractions import Fraction

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.voting import queries, rules, tables
from zhijia.areas.voting.filters import VoteFilters
from zhijia.areas.voting.rules import Kind, Stage
from zhijia.core.org.web import needs
from zhijia.kit.formats import day
from zhijia.kit.pages import Button, Section, detail_page, list_page

READ, RUN, COUNT = "voting.read", "voting.run", "voting.count"
PROTECTS = (
    "能防住的：各人从外表一样的票里随手抽一张，没有人知道谁拿了哪张；同事、工会干部和上级在系统里看不到谁投了什么，"
    "结束以前谁也看不到得票；只拿到数据库文件、没有密钥的人解不开选票。\n"
    "防不住的：管着这台服务器的人（投票时能看到提交的内容，也能改程序）；站在身后看的人；中了毒的手机。"
    "把这台电脑或整个资料文件夹（连密钥）拿走的人能看到各张票的内容，看不出是谁的。"
    "结果本身也会说明问题，例如全票同意。有人不放心，就给他纸质票，纸质票优先。"
)
SMALL = "只有 {n} 人有表决权，不足 {least} 人：结果本身就容易看出谁投了什么。宜用纸质票，或并入别的单位一起计票。"


@needs(READ)
def votes(request):
    """All votes: the book of votes (表决登记)."""
    buttons = (Button("准备表决", "voting:prepare", "primary", RUN),)
    return list_page(
        request, queries.visible(request.actor), tables.VOTES, title="表决", filters=VoteFilters, buttons=buttons, unit="次"
    )


@needs(RUN)
def due(request):
    """Votes whose ballots and slips are kept no longer."""
    rows = queries.to_destroy(request.actor, timezone.localdate())
    return list_page(
        request, rows, tables.VOTES, title="选票保存期满", unit="次", crumbs=crumbs(), searches=(),
        note="打开一次表决，点“销毁选票”。结果和登记不受影响。", empty="没有该销毁的选票。",
    )


@needs(READ)
def vote(request, pk):
    """One vote: where it stands, what is asked, and once it has ended what came out."""
    found = get_object_or_404(queries.visible(request.actor), pk=pk)
    return detail_page(
        request, title=found.title, facts=_facts(found), sections=_sections(request.actor, found), buttons=_buttons(found),
        crumbs=crumbs(), unit=found.union.name,
    )


@needs(READ)
def roll(request, pk):
    """Who is entitled (应到名单). Whether someone voted is not known here."""
    found = get_object_or_404(queries.visible(request.actor), pk=pk)
    return list_page(
        request, queries.electors(request.actor, found), tables.ELECTORS, title=f"应到名单：{found}", unit="人",
        crumbs=crumbs(found), note="开始表决时名单就固定下来。谁投了票、谁没投，系统不记。" if found.secret else "",
    )


def crumbs(vote=None):
    """The way up from a page of this room."""
    above = [("表决", "voting:votes")]
    return above if vote is None else [*above, (vote.title, here(vote))]


def here(vote) -> str:
    return reverse("voting:vote", args=[vote.pk])


def _facts(vote):
    entitled = vote.entitled if vote.entitled is not None else vote.electors.count()
    facts = [
        ("工会", vote.union), ("方式", vote.kind), ("日期", day(vote.on)), ("状态", vote.stage), ("应到", f"{entitled} 人"),
        ("实到", _many(vote.present, "人")), ("通过", rules.in_words(entitled, Fraction(vote.threshold))),
    ]
    if vote.secret and vote.stage in (Stage.PREPARED, Stage.OPEN):
        facts.append(("收回、得票", "表决结束后才显示"))
    elif vote.secret and vote.returned is not None:
        facts += [(name, _many(number, "张")) for name, number in (
            ("发出", vote.issued), ("收回", vote.returned), ("有效票", vote.valid), ("废票", vote.spoilt)
        )]
    more = (("应选人数", _many(vote.most, "人")), ("依据", vote.rule), ("作废原因", vote.why), ("选票", _kept(vote)))
    return [*facts, *((name, told) for name, told in more if told)]


def _many(number, unit) -> str | None:
    return None if number is None else f"{number} {unit}"


def _kept(vote) -> str:
    if vote.destroyed_on:
        return f"选票和票号已于{day(vote.destroyed_on)}销毁"
    if vote.kind == Kind.SLIPS and vote.stage in (Stage.CLOSED, Stage.VOID):
        return f"加密保存到{day(queries.kept_until(vote))}，申诉期满后销毁"
    return ""


def _sections(actor, vote):
    results = [] if vote.told_in else queries.results(vote)
    if vote.told_in:
        yield Section("表决结果", words=f"各组的票合在一起统计，在“{vote.told_in}”里公布，这里不单独显示这一组的得票。")
    if results:
        yield Section("表决结果", table=tables.results_table(results), rows=results, limit=None)
    else:
        yield Section("表决内容", table=tables.QUESTIONS, rows=vote.questions.all(), limit=None)
    if vote.kind == Kind.NAMED and results:
        yield Section("各人的选择", table=tables.NAMED, rows=queries.named(actor, vote), limit=None)
    if vote.stage == Stage.OPEN:
        yield from _going_on(vote)
    if vote.kind == Kind.SLIPS:
        yield Section("这种投票能防什么、不能防什么", words=PROTECTS)


def _going_on(vote):
    if vote.kind == Kind.SLIPS:
        came, step = queries.collected(vote), queries.step(vote)
        said = f"已收回 {came} 张以上（按每 {step} 张一档显示）。结束以前不显示得票，也不记谁没有投。"
        yield Section("投票中", words=said)
    if vote.kind == Kind.PAPER:
        yield Section("计票", words=_counting(vote))


def _counting(vote) -> str:
    """How far the tellers are, the differing boxes by name alone."""
    boxes = queries.disagreement(vote)
    if boxes:
        return f"两张计票单不一致，请重数后各自更正：{'、'.join(boxes)}。"
    keyed = vote.sheets.count()
    return f"已录入 {keyed} 张计票单。两位计票人各自录入，互相看不到；一致就自动结束，不一致会指出是哪一栏。"


def _buttons(vote):
    """What may be done now, by how and where the vote stands."""
    steps = {
        Stage.PREPARED: (("开始表决", "begin", "primary", RUN), *_papers(vote), ("作废", "void", "danger", RUN)),
        Stage.OPEN: (*_counted_by(vote), *_papers(vote), ("作废", "void", "danger", RUN)),
        Stage.CLOSED: _afterwards(vote), Stage.VOID: _afterwards(vote),
    }[Stage(vote.stage)]
    return [to(label, name, vote, kind, power) for label, name, kind, power in (*steps, ("应到名单", "roll", "plain", READ))]


def _counted_by(vote):
    return {
        Kind.HANDS: (("登记举手结果", "hands", "primary", RUN),),
        Kind.NAMED: (("登记各人的选择", "named", "primary", RUN),),
        Kind.PAPER: (("录入计票单", "key_count", "primary", COUNT), ("登记另选的人", "write_in", "plain", RUN)),
        Kind.SLIPS: (("结束表决", "close", "primary", RUN),),
    }[Kind(vote.kind)]


def _papers(vote):
    paper = {
        Kind.PAPER: (("打印选票", "ballots", "plain", RUN), ("打印计票单", "count_sheet", "plain", COUNT)),
        Kind.SLIPS: (("印制电子票", "slips", "plain", RUN),),
    }.get(Kind(vote.kind), ())
    return (*paper, ("打印签到表", "sign_in", "plain", RUN))


def _afterwards(vote):
    if vote.kind == Kind.PAPER and vote.entitled is not None:
        return (("看计票单", "scan", "plain", READ),) if vote.scan_id else (("附计票单照片", "attach", "plain", COUNT),)
    if vote.kind == Kind.SLIPS and not vote.destroyed_on and queries.kept_until(vote) < timezone.localdate():
        return (("销毁选票", "destroy", "danger", RUN),)
    return ()


def to(label, name, vote, kind, power) -> Button:
    return Button(label, reverse(f"voting:{name}", args=[vote.pk]), kind, power)
