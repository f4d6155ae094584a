"""How suggestions, their authors and what came of them read on a page, in a file, behind a figure.

No table here knows a hidden name: `who` and `shown` already say 匿名.
"""

from collections.abc import Callable
from dataclasses import replace

from django.utils import timezone

from zhijia.areas.suggestions import rules
from zhijia.areas.suggestions.rules import Stage
from zhijia.kit.tables import Column, Table

TONES = {
    Stage.RAISED: "warn", Stage.ACCEPTED: "warn", Stage.ADOPTED: "good", Stage.REFUSED: "quiet", Stage.DONE: "good",
    Stage.RECKONED: "warn", Stage.SIGNED: "good", Stage.GRADED: "good", Stage.REWARDED: "good", Stage.POSTED: "good",
}
HERE = "suggestions:suggestion"


def late(suggestion) -> str | None:
    """A row whose next step is overdue stands out."""
    overdue = suggestion.clock_on and suggestion.clock_on < timezone.localdate() and suggestion.stage != Stage.POSTED
    return "bad" if overdue else None


def place(suggestion) -> str:
    """The group; a hidden name has none."""
    return "" if suggestion.hidden else str(suggestion.union)


NUMBER = Column("number", "编号", sort="number", search=True)
TITLE = Column("title", "题目", link=HERE, search=True)
WHO = Column("who", "建议人", search=True)
KIND = Column("kind", "类别", phone=False)
PLACE = Column("union", "班组", value=place, phone=False)
RAISED = Column("raised_on", "提出日期", kind="date", sort="raised_on")
STAGE = Column("stage", "进度", kind="badge", tones=TONES)
CLOCK = Column("clock_on", "办理期限", kind="date", sort="clock_on")

SUGGESTIONS = Table(
    (TITLE, NUMBER, WHO, KIND, PLACE, RAISED, STAGE, CLOCK),
    empty="还没有合理化建议。点“登记建议”录入纸质建议，有登记簿的点“导入”；职工也可以在手机上自己提。",
    name="合理化建议", mark=late,
)
MINE = Table(
    (TITLE, NUMBER, RAISED, STAGE, CLOCK, Column("reason", "不采纳理由", kind="long", phone=False)),
    empty="您还没有提过建议。点“提一条建议”，写三项就行。", name="我的建议",
)


def by_day(day: str, label: str) -> Table:
    """Suggestions counted by one of their days, which stands first among the days."""
    return Table((TITLE, NUMBER, Column(day, label, kind="date", sort=day), WHO, KIND, PLACE, RAISED, STAGE), name="合理化建议")


RAISED_ONES = Table((TITLE, NUMBER, RAISED, WHO, KIND, PLACE, STAGE), name="合理化建议")
ADOPTED, REFUSED, DONE = by_day("adopted_on", "采纳日期"), by_day("refused_on", "不采纳日期"), by_day("done_on", "实施完成日期")


def _of_suggestion(*columns) -> tuple[Column, ...]:
    """The suggestion a row belongs to, and its own columns."""
    title = Column("title", "题目", value="suggestion.title", link=(HERE, "suggestion.pk"))
    return (title, Column("number", "编号", value="suggestion.number"), *columns)


MADE = Table(
    (
        *_of_suggestion(), Column("on", "提出日期", value="suggestion.raised_on", kind="date"),
        Column("shown", "建议人"), Column("share", "贡献（%）", kind="number"),
    ), name="建议人",
)
BENEFITS = Table(
    (
        *_of_suggestion(), Column("countersigned_on", "财务核实日期", kind="date"), Column("formula", "算法"),
        Column("value", "年净效益", kind="money"), Column("since", "计算起", kind="date", phone=False),
        Column("until", "计算止", kind="date", phone=False),
    ), empty="没有等待核实的效益。", name="建议效益",
)
TO_SIGN = Table(
    (
        Column("title", "题目", value="suggestion.title", link=("suggestions:countersign", "pk")),
        Column("on", "核算日期", kind="date"), Column("formula", "算法"), Column("value", "年净效益", kind="money"),
        Column("made_by", "核算人", phone=False),
        Column("clock_on", "核实期限", value="suggestion.clock_on", kind="date"),
    ), empty="没有等待财务核实的效益。", name="待核实效益",
)
AWARDS = Table(
    (
        *_of_suggestion(), Column("on", "奖励日期", kind="date"), Column("who", "建议人", value="suggestion.who"),
        Column("grade", "等级", kind="number"), Column("paid", "实发奖金", kind="money"),
    ), name="建议奖励",
)
OWN_AWARDS = Table(
    (
        Column("on", "日期", kind="date"), Column("grade", "等级", kind="number"), Column("amount", "应得奖金", kind="money"),
        Column("before", "已得奖金", kind="money"), Column("paid", "实发奖金", kind="money"),
        Column("why", "说明", phone=False), Column("revoked_on", "撤销", kind="date"),
    ), name="奖励",
)
SHARES = Table(
    (Column("who", "建议人"), Column("share", "贡献（%）", kind="number"), Column("money", "分得奖金", kind="money")),
    name="贡献分配",
)
OPINIONS = Table(
    (
        Column("department", "评估部门"), Column("on", "日期", kind="date"), Column("by", "评估人"),
        Column("favours", "意见", value=lambda o: "建议采纳" if o.favours else "建议不采纳", kind="badge",
               tones={"建议采纳": "good", "建议不采纳": "warn"}),
        Column("words", "理由", kind="long"),
    ), empty="还没有部门填写评估意见。", name="部门评估意见",
)
CHANGE = Column("do", "办理", value=lambda o: "更正", link="suggestions:change_opinion", power="suggestions.assess", export=False)
OPEN_OPINIONS = replace(OPINIONS, columns=(*OPINIONS.columns, CHANGE))
LINES = Table(
    (Column("label", "项目"), Column("sum", "算式", kind="long"), Column("value", "得数", kind="money")), name="效益计算",
)
STEPS = Table(
    (Column("name", "步骤"), Column("on", "日期", kind="date"), Column("told", "办理情况", kind="long")), name="办理过程",
)
ALIKE = Table((TITLE, NUMBER, RAISED, STAGE), name="相近的建议")
NOTICE = Table(
    (
        Column("title", "建议题目"), Column("who", "建议人"), Column("grade", "等级", value=lambda s: f"{s.grade} 等"),
        Column("paid", "奖金", value=lambda s: sum(a.paid for a in s.awards.all()), kind="money"),
        Column("posted_until", "公示截止", kind="date"),
    ), empty="现在没有公示的建议奖励。", name="合理化建议奖励公示",
)


def _verdict(suggestion) -> str:
    return "采纳" if suggestion.adopted_on else f"不采纳：{suggestion.reason}" if suggestion.refused_on else ""


def _opinions(suggestion) -> str:
    said = [f"{o.department}：{'' if o.favours else '不同意，'}{o.words.rstrip('。')}" for o in suggestion.opinions.all()]
    return "；".join([*said, *filter(None, [_verdict(suggestion)])])


def _division(suggestion) -> str:
    made = list(suggestion.authors.all())
    return "" if len(made) < 2 else "、".join(f"{each.shown} {each.share.normalize():f}%" for each in made)


def _first(related: str, name: str) -> Callable:
    return lambda suggestion: next((getattr(each, name) for each in getattr(suggestion, related).all()), None)


LEDGER = Table(
    (
        NUMBER, RAISED, WHO, PLACE, KIND, replace(TITLE, kind="long"), Column("problem", "现状问题", kind="long", phone=False),
        Column("measure", "建议措施", kind="long", phone=False), Column("expected", "预期效益", kind="long", phone=False),
        Column("accepted_by", "受理人", phone=False), Column("opinions", "评估部门意见", value=_opinions, kind="long"),
        Column("unit", "实施单位", phone=False), Column("due_on", "实施期限", kind="date", phone=False),
        Column("value", "实际效益（财务审核）", value=_first("benefits", "value"), kind="money"),
        Column("grade", "等级", kind="number"),
        Column("paid", "奖金", value=lambda s: sum(a.paid for a in s.awards.all()) or None, kind="money"),
        Column("division", "分配", value=_division, phone=False), Column("spread", "推广", phone=False),
    ), empty="登记簿是空的。点“登记建议”或“导入”。", name="合理化建议登记", mark=late,
)
BATCHES = Table(
    (
        Column("code", "批次号"), Column("file_name", "文件", search=True), Column("union", "工会", phone=False),
        Column("made_at", "导入时间", kind="date", sort="made_at"), Column("made_by", "导入人", phone=False),
        Column("new", "新增", value=lambda batch: batch.counts.get("new"), kind="number"),
        Column("undone_at", "撤销时间", kind="date"),
        Column("do", "办理", value=lambda batch: "" if batch.undone_at else "撤销", link="suggestions:undo_import", export=False),
    ), empty="还没有导入过建议登记。", name="导入过的建议登记",
)


def split(award_total, authors, *, named: bool) -> list[dict]:
    """What everybody of a team gets, the names as the reader may know them."""
    made = list(authors)
    parts = rules.split(award_total, [each.share for each in made]) if award_total and made else [None] * len(made)
    return [
        {"who": each.name if named else each.shown, "share": each.share, "money": part}
        for each, part in zip(made, parts, strict=True)
    ]
