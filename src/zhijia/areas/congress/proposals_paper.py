"""Proposals on paper: the form of one (提案表) with its signature lines, and the book of a call (提案汇编), as Word."""

from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import Part, Stage
from zhijia.areas.congress.tables.proposals import decision, handlers, places, proposers, seconders
from zhijia.kit.formats import day, short_day
from zhijia.kit.paper import Col, Grid, Paper, Para, numbered

PEN, DATE = "＿＿＿＿＿＿", "　　年　　月　　日"
SUMMARY = (
    Col("编号", 4), Col("案由", 11, "left"), Col("类别", 3.5), Col("提案人", 5), Col("审查结果", 5), Col("主办", 5),
    Col("答复", 2.5), Col("满意度", 3.5),
)


def form(proposal) -> Paper:
    """The form of one proposal in its usual columns; what is not there yet is left for the pen."""
    rows = [[label, value] for label, value in lines(proposal)]
    return Paper(title="职工代表大会提案表", body=[Grid([Col("项目", 6), Col("内容", 28, "left")], rows)])


def lines(proposal) -> list[tuple[str, str]]:
    """The lines of the form: label and text."""
    signed = "　".join(f"{one.name}{'' if one.signed_on else '（待签）'}" for one in _of(proposal, Part.SECONDER))
    replies = list(queries.replies(proposal))
    merged = "；".join(f"{one.code} {proposers(one)}" for one in queries.merged_into(proposal))
    return [
        ("编号", proposal.code), ("案由", proposal.matter), ("类别", proposal.kind),
        ("提案人", f"{proposers(proposal)}　签名：{PEN}"), ("部门、电话", f"{places(proposal)}　电话：{PEN}"),
        ("附议人", f"{signed or PEN}　签名：{PEN}　{PEN}"), ("提交日期", day(proposal.received_on)),
        ("理由", proposal.reason), ("建议措施", proposal.measures), *([("并入本案的提案", merged)] if merged else []),
        ("审查意见", f"{decision(proposal) or '立案□　并案□　转意见建议□　不立案□'}　提案组长签字：{PEN}　{DATE}"),
        ("领导批示", f"{proposal.instruction}　签发：{proposal.handed_by or PEN}　{short_day(proposal.handed_on) or DATE}"),
        ("主办、协办", handlers(proposal)), *_told(replies[0] if replies else None, "答复"),
        ("提案人意见", f"{_grades(proposal, 1) or '满意□　基本满意□　不满意□'}　签名：{PEN}　{DATE}"),
        *_second(proposal, replies), ("归档", f"{short_day(proposal.closed_on) or DATE}　经手人：{PEN}"),
    ]


def _of(proposal, part) -> list:
    return [one for one in proposal.signers.all() if one.part == part and not one.declined_on]


def _told(reply, label) -> list[tuple[str, str]]:
    """A reply, signed by who is responsible."""
    if reply is None:
        return [(label, "A 已采纳实施□　B 计划分步解决□　C 无法采纳□"), ("承办负责人签字", f"{PEN}　{DATE}")]
    by = f"完成时间：{day(reply.by_on)}。" if reply.by_on else ""
    words = "　".join(part for part in (f"{reply.kind} 类", reply.measures, reply.trouble, by) if part)
    approved = f"　审签：{reply.approved_by}" if reply.approved_by else ""
    return [(label, words), ("承办负责人签字", f"{reply.answered_by}{approved}　{short_day(reply.on)}")]


def _second(proposal, replies) -> list[tuple[str, str]]:
    if len(replies) < 2:
        return [("二次办理", "（提案人不满意的，当面沟通后再答复一次）" if proposal.stage == Stage.SECOND else "")]
    reply = replies[1]
    talk = ("面谈", f"{short_day(reply.talked_on)} {reply.talk}")
    return [talk, *_told(reply, "二次办理答复"), ("对二次办理的意见", _grades(proposal, 2))]


def _grades(proposal, round_: int) -> str:
    return "　".join(f"{one.signer}：{one.grade}" for one in queries.opinions(proposal) if one.reply.round == round_)


def book(collection) -> Paper:
    """The book of a call: how many and what became of them, a table of all, then each in full."""
    rows = list(queries.calls_proposals(collection))
    body = [Para(counted(rows)), *_in_full(rows)]
    grid = Grid(SUMMARY, [_line(one) for one in rows], title="提案一览表", new_page=True)
    head = f"{collection.congress or collection.union}提案汇编（{collection.series}）"
    return Paper(title=head, body=numbered(body), signed_by=collection.union.name, appendix=[grid])


def counted(rows) -> str:
    """How many came in and what became of them, in a sentence."""
    def of(result):
        return sum(one.result == result for one in rows)

    answered = sum(one.answered_on is not None for one in rows)
    return (
        f"本次共收到提案{len(rows)}件，立案{of('立案')}件，并案{of('并案')}件，转意见建议{of('转意见建议')}件，"
        f"不立案{of('不立案')}件；已答复{answered}件。"
    )


def _in_full(rows) -> list[Para]:
    """Every proposal with reason, measures, decision and reply."""
    told = []
    for one in rows:
        told += [
            Para(f"{one.matter}（{one.code}）", 1),
            Para(f"提案人：{proposers(one)}；附议人：{seconders(one) or '无'}；类别：{one.kind}。"),
            Para(f"理由：{one.reason}"), Para(f"建议措施：{one.measures}"),
            *([Para(f"审查意见：{decision(one)}")] if one.result else []),
        ]
    return told


def _line(one) -> list:
    return [one.code, one.matter, one.kind, proposers(one), one.result or one.stage, one.main, one.reply, one.grade]
