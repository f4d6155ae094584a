"""How the rows of the appraisal room read."""

from dataclasses import replace
from functools import partial

from zhijia.areas.appraisal import rules
from zhijia.kit.tables import Column, Table

STAGES = {"准备中": "warn", "测评中": "warn", "已公布": "good", "已作废": "quiet"}
ROUNDS = Table(
    (
        Column("title", "名称", value=str, link="appraisal:round", sort="title", search=True),
        Column("kind", "类别", phone=False),
        Column("year", "年度", sort="year"),
        Column("on", "测评日期", kind="date", sort="on"),
        Column("stage", "进度", kind="badge", tones=STAGES),
        Column("union", "工会", phone=False),
        Column("issued", "发出", kind="number", phone=False),
        Column("returned", "收回", kind="number", phone=False),
        Column("valid", "有效", kind="number"),
    ),
    empty="还没有评议。点“组织评议”，先定评什么、哪天评。", name="评议登记",
)
SUBJECTS = Table(
    (
        Column("title", "评议对象", link="appraisal:subject"),
        Column("post", "职务"),
        Column("report_on", "述职报告", kind="date"),
        Column("late", "按时", value=lambda s: "" if s.report_on is None else "迟交" if s.late else "按时", kind="badge",
               tones={"迟交": "bad", "按时": "good"}),
    ),
    empty="还没有评议对象。点“登记评议对象”。", name="评议对象",
)
QUESTIONS = Table(
    (Column("title", "内容", link="appraisal:subject"),), empty="还没有测评内容。点“登记测评内容”，一行一项。", name="测评内容"
)


def _state(panel) -> str:
    if panel.count:
        return "已登记"
    return panel.vote.stage if panel.vote else ""


PANELS = Table(
    (
        Column("title", "评议组", link="appraisal:panel"),
        Column("weight", "权重%", kind="number"),
        Column("size", "人数", value=lambda panel: panel.listed or panel.heads, kind="number"),
        Column("way", "方式"),
        Column("vote", "投票", value=_state, link=("voting:vote", "vote_id"), kind="badge",
               tones={"已结束": "good", "已登记": "good", "已作废": "bad", "准备中": "warn", "投票中": "warn"}),
    ),
    empty="还没有评议组。点“添加评议组”。", name="评议组",
)
JUDGES = Table(
    (Column("person", "姓名", link=("members:person", "person_id")), Column("union", "单位", value="person.union")),
    empty="没有名单。", name="评议人",
)


def votes(result) -> str:
    """All grades of 总评 in one line: 优秀 30 票（50.0%），称职 20 票（33.3%）."""
    if result.band:
        return f"只公布区间：{result.band}"
    each = ((name, result.votes(at).partition("（")) for at, name in enumerate(result.subject.round.grades))
    return "，".join(f"{name} {number} 票{mark}{rest}" for name, (number, mark, rest) in each)


def score(result):
    """The score; in whole points where numbers may not be told."""
    return round(result.score) if result.band and result.score is not None else result.score


YEAR = Column("year", "年度", value="subject.round.year", sort="subject__round__year")
ROUND = Column("round", "评议", value="subject.round.title", link=("appraisal:round", "subject.round_id"), phone=False)
SUBJECT = Column("subject", "被评人", value="subject.title", link=("appraisal:subject", "subject_id"), search="subject__title")
TOPIC = replace(SUBJECT, label="内容")
POST = Column("post", "职务", value="subject.post")
ISSUED = Column("issued", "发出", value="subject.round.issued", kind="number", phone=False)
RETURNED = Column("returned", "收回", value="subject.round.returned", kind="number", phone=False)
VALID = Column("valid", "有效票", kind="number")
VOTES = Column("votes", "各档票数", value=votes, kind="long", phone=False)
BALLOTS = (ISSUED, RETURNED, VALID, VOTES)
EXCELLENT = Column("excellent", "优秀率", value=lambda r: "" if r.band else f"{rules.share(r.excellent, r.valid)}%", phone=False)
COMPETENT = Column("good", "称职率", value="rate")
SATISFIED = replace(COMPETENT, label="满意率")
SCORE = Column("score", "加权得分", value=score, kind="number", sort="score")
CALLS = Column("calls", "应办", value=lambda result: "、".join(result.calls), kind="badge",
               tones={"诫勉谈话": "warn", "诫勉谈话、可建议免职": "bad"})

RESULTS = Table(
    (YEAR, SUBJECT, POST, *BALLOTS, EXCELLENT, COMPETENT, SCORE, CALLS),
    empty="还没有公布过民主评议结果。结果在“组织评议”、测评、统计并公布以后列在这里。", name="民主评议汇总",
)
HOME = Table((YEAR, TOPIC, ROUND, *BALLOTS, SATISFIED), empty="还没有公布过会员评家结果。", name="会员评家汇总")
SURVEYS = Table((YEAR, TOPIC, ROUND, *BALLOTS, SATISFIED), empty="还没有公布过满意度测评结果。", name="满意度测评汇总")
OF_PERSON = Table((YEAR, ROUND, POST, VALID, COMPETENT, SCORE, CALLS), name="民主评议")
OWN = Table((YEAR, replace(ROUND, link=None, phone=True), POST, VALID, VOTES, COMPETENT, SCORE), name="民主评议")


def results_of(found, rows) -> Table:
    """The results of one round, a column a grade unless only bands may be told."""
    grades = () if all(row.band for row in rows) else (
        Column(f"grade{at}", name, value=partial(_grade, at), phone=False) for at, name in enumerate(found.grades)
    )
    first = (SUBJECT, POST) if found.of_people else (TOPIC,)
    last = (COMPETENT, SCORE, CALLS) if found.of_people else (SATISFIED,)
    return Table((*first, VALID, *grades, *last), name="评议结果")


def _grade(at, result) -> str:
    return result.votes(at)


TALKS = Table(
    (
        Column("subject", "谈话对象", value="subject.title", link="appraisal:talk", search="subject__title"),
        Column("round", "评议", value="subject.round.title", phone=False),
        Column("on", "谈话日期", kind="date", sort="on"),
        Column("by", "谈话人"),
        Column("due", "整改期限", kind="date", sort="due"),
        Column("followed_on", "跟踪日期", kind="date"),
    ),
    empty="还没有反馈谈话。公布结果后，在被评人的页面点“登记谈话”。", name="反馈谈话登记",
)
