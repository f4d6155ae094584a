"""How elections, candidates, votes, requests and papers read."""

from zhijia.areas.congress.rules.elections import Stage
from zhijia.kit.tables import Column, Table

TONES = {
    Stage.PLANNED: "warn", Stage.ASKED: "warn", Stage.AGREED: "warn", Stage.ELECTED: "warn", Stage.REPORTED: "warn",
    Stage.APPROVED: "good", Stage.CANCELLED: "quiet",
}
ELECTIONS = Table(
    (
        Column("election", "选举", value=str, link="congress:election", search=("body", "office", "union__name")),
        Column("union", "工会", phone=False),
        Column("on", "选举日期", kind="date", sort="on"),
        Column("seats", "应选", kind="number", sort="seats"),
        Column("vacant", "缺额", value=lambda each: each.vacant if each.held_on else None, kind="number", phone=False),
        Column("stage", "状态", kind="badge", tones=TONES),
        Column("held_on", "选出日期", kind="date", sort="held_on", phone=False),
        Column("approved_on", "批准日期", kind="date", sort="approved_on", phone=False),
    ),
    empty="还没有选举记录。点“筹备选举”，从名额、提名开始。", name="选举登记",
)
CANDIDATES = Table(
    (
        Column("place", "票面顺序", kind="number"),
        Column("person", "姓名", link=("members:person", "person.pk")),
        Column("sex", "性别", value="person.sex", phone=False),
        Column("unit", "单位、班组", value="person.union", phone=False),
        Column("by", "提名（酝酿）单位"),
        Column("on", "提名日期", kind="date", phone=False),
        Column("votes", "得票", kind="number"),
        Column("state", "结果", value=lambda each: state_of(each), kind="badge", tones={"当选": "good", "退出": "quiet"}),
        Column("title", "分工"),
    ),
    empty="还没有候选人。点“提名”，姓名一行一个。", name="候选人名单",
)
ELECTED = Table(
    (
        Column("person", "姓名"),
        Column("election", "选举", link=("congress:election", "election_id")),
        Column("elected_on", "当选日期", kind="date", sort="elected_on"),
        Column("votes", "得票", kind="number", sort="votes"),
        Column("title", "职务", value=lambda each: each.title or each.election.office),
    ),
    empty="还没有当选的人。", name="当选人员",
)
STOOD = Table(
    (
        Column("election", "选举", link=("congress:election", "election_id")),
        Column("on", "提名日期", kind="date"),
        Column("by", "提名（酝酿）单位", phone=False),
        Column("votes", "得票", kind="number"),
        Column("state", "结果", value=lambda each: state_of(each), kind="badge", tones={"当选": "good"}),
        Column("title", "分工"),
    ),
    empty="没有参加过选举。", name="参加的选举",
)
ROUNDS = Table(
    (
        Column("number", "轮次", kind="number"),
        Column("turn", "投票"),
        Column("seats", "应选", kind="number"),
        Column("kind", "方式", value="vote.kind", phone=False),
        Column("entitled", "应到", value="vote.entitled", kind="number"),
        Column("present", "实到", value="vote.present", kind="number"),
        Column("issued", "发出", value="vote.issued", kind="number", phone=False),
        Column("returned", "收回", value="vote.returned", kind="number", phone=False),
        Column("spoilt", "废票", value="vote.spoilt", kind="number", phone=False),
        Column("stage", "状态", value=lambda each: each.vote.stage, kind="badge", tones={"已结束": "good", "已作废": "bad"}),
        Column("left", "尚缺", kind="number"),
    ),
    empty="还没有投票。上级批复同意后，点“准备投票”。", name="投票情况",
)
REQUESTS = Table(
    (
        Column("request", "请示", value=str, link="congress:request_below", search=("election__union__name", "number")),
        Column("number", "请示文号", phone=False),
        Column("on", "请示日期", kind="date", sort="on"),
        Column("due", "应批复", kind="date", sort="due"),
        Column("answer", "批复", value=lambda each: each.answer or "待批复", kind="badge",
               tones={"同意": "good", "不同意": "bad", "待批复": "warn"}),
        Column("answered_on", "批复日期", kind="date", phone=False),
        Column("document", "批复文号", phone=False),
    ),
    empty="下级工会还没有报来选举请示。", name="选举请示批复",
)
PAPERS = Table(
    (
        Column("number", "序号", kind="number"),
        Column("name", "材料"),
        Column("there", "情况", value=lambda each: "有" if each.there else "缺", kind="badge",
               tones={"有": "good", "缺": "warn"}),
        Column("proof", "依据、存放"),
    ),
    name="换届材料",
)
COUNTS = Table(
    (
        Column("person", "姓名", value=lambda row: row[0]),
        Column("yes", "同意", value=lambda row: row[1], kind="number"),
        Column("no", "不同意", value=lambda row: row[2], kind="number"),
        Column("none", "弃权", value=lambda row: row[3], kind="number"),
        Column("said", "结果", value=lambda row: row[4], kind="badge", tones={"当选": "good", "得票相等": "warn"}),
    ),
    name="得票情况",
)


def state_of(candidate) -> str:
    """What became of a candidate, in a word."""
    if candidate.elected_on:
        return "通过罢免" if candidate.election.aim == "罢免" else "当选"
    return "退出" if candidate.dropped_on else ""
