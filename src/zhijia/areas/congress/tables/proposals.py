"""How calls, proposals, their people and their replies read."""

from django.utils import timezone

from zhijia.areas.congress.rules.proposals import OVER, Part, Stage, clock
from zhijia.kit.formats import short_day
from zhijia.kit.tables import Column, Table

TONES = {
    Stage.RETURNED: "warn", Stage.LATE: "bad", Stage.REFUSED: "bad", Stage.SECOND: "warn", Stage.CLOSED: "good",
    Stage.WITHDRAWN: "quiet", Stage.CARRIED: "quiet", Stage.MERGED: "quiet",
}


def people(part: Part):
    """Names of those who are something to a proposal; asked and not signed yet is said."""
    return lambda proposal: "、".join(
        one.name if one.signed_on else f"{one.name}（待签）"
        for one in proposal.signers.all() if one.part == part and not one.declined_on
    )


seconders = people(Part.SECONDER)


def proposers(proposal) -> str:
    """Who raised it: delegates, a delegation, or both."""
    return "、".join(part for part in (proposal.delegation, people(Part.PROPOSER)(proposal)) if part)


def places(proposal) -> str:
    """Where the proposers work."""
    told = (one.place for one in proposal.signers.all() if one.part == Part.PROPOSER and one.place)
    return "、".join(dict.fromkeys(told))


def left(proposal) -> str:
    """What is left of the term that runs now."""
    return "" if proposal.stage in OVER else clock(proposal.due_on, timezone.localdate())


def late(proposal) -> str | None:
    """Rows whose term is over stand out."""
    return "bad" if left(proposal).startswith("已超期") else None


def decision(proposal) -> str:
    """What the review decided, with its day and reason, and where a merged one went."""
    if not proposal.result:
        return ""
    into = f"，并入 {proposal.into.code}" if proposal.into else ""
    why = f"：{proposal.why}" if proposal.why else ""
    return f"{proposal.result}（{short_day(proposal.reviewed_on)}）{into}{why}"


def handlers(proposal) -> str:
    """主办, and 协办 where there are some."""
    return f"{proposal.main}（协办：{proposal.helpers}）" if proposal.helpers else proposal.main


def signatures(reply) -> str:
    """Who signed a reply, and who approved it."""
    return f"{reply.answered_by}（审签：{reply.approved_by}）" if reply.approved_by else reply.answered_by


CODE = Column("code", "编号", sort="number")
MATTER = Column("matter", "案由", link="congress:proposal")
PROPOSALS = Table(
    (
        CODE,
        MATTER,
        Column("kind", "类别", phone=False),
        Column("proposers", "提案人", value=proposers),
        Column("seconders", "附议人", value=seconders, phone=False),
        Column("received_on", "提交日期", kind="date", sort="received_on", phone=False),
        Column("stage", "状态", sort="stage", tones=TONES),
        Column("left", "期限", value=left),
        Column("main", "主办、协办", value=handlers, phone=False),
        Column("reply", "答复", phone=False),
        Column("grade", "满意度", phone=False),
    ),
    empty="还没有提案。点“登记提案”或“导入提案登记表”。", name="提案台账", mark=late,
)
MINE = Table(
    (
        CODE,
        Column("matter", "案由", link="congress:my_proposal"),
        Column("proposers", "提案人", value=proposers),
        Column("stage", "状态", tones=TONES),
        Column("left", "期限", value=left),
    ),
    empty="您还没有提出、附议过提案。", mark=late,
)
RESULTS = Table(
    (
        CODE,
        Column("matter", "案由", search="matter"),
        Column("proposers", "提案人", value=proposers),
        Column("decision", "审查结果", value=decision),
        Column("main", "主办、协办", value=handlers, phone=False),
        Column("reply", "答复类别"),
        Column("stage", "状态", tones=TONES, phone=False),
    ),
    empty="还没有公布的提案办理结果。", name="提案办理结果",
)
BOOK = Table(
    (
        CODE,
        Column("matter", "案由"),
        Column("kind", "类别"),
        Column("proposers", "提案人", value=proposers),
        Column("places", "部门、班组", value=places),
        Column("seconders", "附议人", value=seconders),
        Column("reason", "理由", kind="long"),
        Column("measures", "建议措施", kind="long"),
        Column("decision", "审查意见", value=decision),
        Column("instruction", "领导批示"),
        Column("main", "主办、协办", value=handlers),
        Column("reply", "答复"),
        Column("answered_on", "答复日期", kind="date"),
        Column("grade", "提案人意见"),
        Column("second_on", "二次办理", kind="date"),
        Column("closed_on", "办结日期", kind="date"),
    ),
    empty="还没有提案。", name="提案处理登记簿",
)
COLLECTIONS = Table(
    (
        Column("series", "编号前缀", link="congress:collection"),
        Column("congress", "大会"),
        Column("theme", "主题", phone=False),
        Column("since", "征集起", kind="date", phone=False),
        Column("deadline", "截止", kind="date", sort="deadline"),
        Column("left", "期限", value=lambda call: clock(call.deadline, timezone.localdate()), phone=False),
        Column("count", "收到", kind="number"),
        Column("published_on", "结果公布", kind="date", phone=False),
    ),
    empty="还没有征集过提案。点“发征集通知”。", name="提案征集",
)
CALLS = Table(
    (
        Column("series", "征集", value=lambda call: f"{call.theme or call}：我要提案", link="congress:my_propose"),
        Column("deadline", "截止", kind="date"),
        Column("left", "期限", value=lambda call: clock(call.deadline, timezone.localdate())),
    ),
    empty="现在没有您可以提案的征集。",
)
SIGNERS = Table(
    (
        Column("name", "姓名"),
        Column("part", "身份", value="part"),
        Column("place", "部门、班组"),
        Column("proposal", "提案", value=lambda one: one.proposal.code),
        Column("signed_on", "签名", value=lambda one: short_day(one.signed_on) or "待签"),
    ),
    empty="没有签名。",
)
REPLIES = Table(
    (
        Column("round", "次", value=lambda reply: "二次办理" if reply.round > 1 else "首次"),
        Column("kind", "类别"),
        Column("measures", "措施、计划", kind="long"),
        Column("trouble", "困难、理由", kind="long"),
        Column("by_on", "完成时间", kind="date"),
        Column("answered_by", "承办负责人", value=signatures),
        Column("on", "答复日期", kind="date"),
        Column("talk", "面谈", value=lambda reply: f"{short_day(reply.talked_on)} {reply.talk}".strip(), phone=False),
    ),
    empty="还没有答复。",
)
OPINIONS = Table(
    (
        Column("signer", "评价人"),
        Column("part", "身份", value=lambda opinion: opinion.signer.part),
        Column("round", "对哪次答复", value=lambda opinion: "二次办理" if opinion.reply.round > 1 else "首次"),
        Column("grade", "评价", value="grade", tones={"满意": "good", "不满意": "bad"}),
        Column("words", "意见"),
        Column("on", "日期", kind="date"),
    ),
    empty="还没有评价。",
)
BATCHES = Table(
    (
        Column("file_name", "文件"),
        Column("union", "工会", phone=False),
        Column("made_at", "导入时间", kind="date", sort="made_at"),
        Column("made_by", "导入人", phone=False),
        Column("new", "新增", value=lambda batch: batch.counts.get("new"), kind="number"),
        Column("undone_at", "撤销时间", kind="date"),
        Column("do", "办理", value=lambda batch: "" if batch.undone_at else "撤销", link="congress:undo_proposals", export=False),
    ),
    empty="还没有导入过提案登记表。", name="提案导入",
)
