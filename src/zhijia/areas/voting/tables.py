"""How votes, questions, results and rolls read; the sheets laid on the table beside the ballot box."""

from zhijia.areas.voting.rules import Stage
from zhijia.kit.tables import Column, Table

TONES = {Stage.PREPARED.value: "quiet", Stage.OPEN.value: "warn", Stage.CLOSED.value: "good", Stage.VOID.value: "bad"}
VERDICTS = {"通过": "good", "未通过": "warn", "够票": "good", "不够票": "warn"}

VOTES = Table(
    (
        Column("title", "事项", link="voting:vote", sort="title", search="title"),
        Column("on", "日期", kind="date", sort="on"),
        Column("kind", "方式"),
        Column("union", "工会", phone=False),
        Column("entitled", "应到", kind="number"),
        Column("present", "实到", kind="number"),
        Column("issued", "发出", kind="number", phone=False),
        Column("returned", "收回", kind="number", phone=False),
        Column("valid", "有效", kind="number", phone=False),
        Column("spoilt", "废票", kind="number", phone=False),
        Column("stage", "状态", kind="badge", tones=TONES),
    ),
    empty="还没有表决。点“准备表决”，或从职代会、选举、评议里发起。", name="表决登记",
)
MATTERS = Table(
    (
        Column("text", "内容"),
        Column("vote", "表决", link=("voting:vote", "vote.pk")),
        Column("on", "日期", value="vote.on", kind="date"),
        Column("carried", "结果", value=lambda question: "通过" if question.carried else "未通过", kind="badge", tones=VERDICTS),
    ),
    empty="没有逐项表决的事项。", name="表决事项",
)
QUESTIONS = Table(
    (
        Column("text", "内容", value=lambda question: numbered(question)),
        Column("choices", "选项", value=lambda question: "、".join(question.choices)),
    ),
    name="表决内容",
)
ELECTORS = Table(
    (
        Column("person", "姓名", search="person__name"),
        Column("union", "单位", value="person.union"),
    ),
    empty="名单上还没有人。", name="应到名单",
)
NAMED = Table(
    (
        Column("person", "姓名", value="elector.person"),
        Column("question", "内容"),
        Column("choice", "选择", value=lambda named: named.question.choices[named.choice]),
    ),
    name="记名表决",
)
SIGN_IN = Table(
    (
        Column("n", "序号", value="0", kind="number"),
        Column("person", "姓名", value="1.person"),
        Column("union", "单位", value="1.person.union"),
        Column("came", "签到", value=lambda row: ""),
        Column("took", "领票签名", value=lambda row: ""),
        Column("why", "备注（缺席原因）", value=lambda row: ""),
    ),
    name="签到表",
)
SIGN_IN_ONLY = Table(tuple(column for column in SIGN_IN.columns if column.key != "took"), name="签到表")


def numbered(question) -> str:
    """A question as it is read out: 1. 奖金分配办法."""
    return f"{question.number}. {question.text}"


def results_table(results) -> Table:
    """The totals of a vote: a column a choice where all questions have the same, else the numbers with their words."""
    choices = results[0].question.choices if results else []
    if any(result.question.choices != choices for result in results):
        votes = (Column("votes", "得票", value=lambda r: "，".join(f"{word} {n}" for word, n in r.as_pairs())),)
    else:
        votes = tuple(
            Column(f"c{at}", word, value=lambda result, at=at: result.counts[at], kind="number")
            for at, word in enumerate(choices)
        )
    end = Column("verdict", "结果", value=verdict, kind="badge", tones=VERDICTS)
    line = Column("text", "内容", value=lambda result: numbered(result.question))
    judged = any(verdict(result) for result in results)
    return Table((line, *votes, *((end,) if judged else ())), name="表决结果")


def verdict(result) -> str:
    """What a total means in words; nothing for judgements that have no 同意. Who is elected, the calling room says."""
    if result.question.choices[0] != "同意":
        return ""
    if result.question.person_id:
        return "够票" if result.passed else "不够票"
    return "通过" if result.passed else "未通过"
