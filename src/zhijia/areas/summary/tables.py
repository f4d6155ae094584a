"""How papers, figures and what stands behind them read."""

from dataclasses import replace

from django.urls import reverse

from zhijia.areas.summary.models import State
from zhijia.areas.summary.rules.markers import Marker
from zhijia.areas.summary.rules.statistics import BROKEN, KEPT, OPEN
from zhijia.areas.summary.shown import trace_url
from zhijia.core.figures import Finding, Ratio
from zhijia.core.figures.kinds import plain
from zhijia.kit.tables import Column, Table

TONES = {State.DRAFT.value: "warn", State.SIGNED.value: "good", State.SUPERSEDED.value: "quiet"}
PAPERS = Table(
    (
        Column("title", "总结", link="summary:paper", search=True, sort="title"),
        Column("union", "工会", value="union.name", phone=False),
        Column("year", "年度", value=lambda paper: str(paper.year), sort="year"),
        Column("number", "第几稿", kind="number", phone=False),
        Column("state", "状态", kind="badge", tones=TONES, sort="state"),
        Column("signed_on", "签发日期", kind="date", sort="signed_on"),
        Column("signed_name", "签发人", phone=False),
    ),
    empty="还没有总结。点“起草总结”，系统按一年的记录写出全文。",
    name="工作总结",
)
DRIFTS = Table(
    (
        Column("label", "数据"),
        Column("signed", "签发时"),
        Column("today", "现在"),
        Column("joined", "新增的记录", value=lambda each: "；".join(each.joined), kind="long"),
        Column("left", "减少的记录", value=lambda each: "；".join(each.left), kind="long"),
        Column("changed", "改动的记录", value=lambda each: "；".join(each.changed), kind="long"),
        Column("hidden", "看不到的记录", value=lambda each: each.hidden or None, kind="number", phone=False),
    ),
    empty="签发以后没有变动：每个数和它的记录都还是签发时的样子。",
)
SOURCES = Table(
    (
        Column("label", "数据"),
        Column("shown", "写法"),
        Column(
            "rows", "笔数", value=lambda cited: len(cited.citation.get("rows") or ()) or None, kind="number"
        ),
        Column("late", "其中补录", value=lambda cited: len(cited.late) or None, kind="number"),
    ),
    empty="这份总结没有引用数字。",
)
REASONS = Table(
    (Column("text", "数字"), Column("reason", "理由", kind="long"), Column("given_name", "填写人")),
    empty="没有手写的数字。",
)
CHECKS = Table(
    (
        Column("state", "结果", kind="badge", tones={KEPT: "good", BROKEN: "bad", OPEN: "quiet"}),
        Column("said", "审核关系"),
        Column("detail", "数值"),
    ),
)


def said(found: Finding) -> str:
    """A figure in a list: the number alone, its kind beside it; a ratio with its two terms."""
    if found.value is None:
        return "没有记录"
    if isinstance(found.figure, Ratio):
        return f"{found.value} %（{plain(found.top)}/{plain(found.bottom)}）"
    return plain(found.value)


def findings_table(code: str, period: str) -> Table:
    """Figures of a union and period, each opening to its rows."""
    return Table(
        (
            Column("label", "数据", value=lambda each: each.figure.label, link=_opens(code, period)),
            Column("value", "数值", value=said),
            Column("kind", "单位", value=lambda each: str(each.figure.kind)),
            Column("count", "笔数", kind="number"),
            Column("doc", "怎么算", value=lambda each: each.figure.doc, kind="long", phone=False),
        ),
    )


def _opens(code: str, period: str):
    return lambda found: trace_url(code, period, Marker(found.figure.key))


def marked(table: Table, marks: dict[int, str]) -> Table:
    """The area's own table with a column that tells which rows are late or have changed since signing."""
    if not marks:
        return table
    tones = dict.fromkeys(marks.values(), "warn")
    column = Column("paper_mark", "标记", value=lambda row: marks.get(row.pk), kind="badge", tones=tones)
    columns = (table.columns[0], column, *table.columns[1:])
    return replace(table, columns=columns, mark=lambda row: "warn" if row.pk in marks else None)


TERMS = Table(
    (
        Column("label", "数据", value=lambda row: row[0], link=lambda row: row[2]),
        Column("value", "数值", value=lambda row: row[1]),
    ),
)


def paper_url(paper) -> str:
    """The page of a paper."""
    return reverse("summary:paper", args=[paper.pk])
