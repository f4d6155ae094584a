"""Papers of an appraisal in Word: the report to the congress and to the union above, the sheet of one judged."""

from dataclasses import replace

from zhijia.areas.appraisal import queries, tables
from zhijia.core.policy import explain, policy
from zhijia.kit.formats import day
from zhijia.kit.pages.exports import sheet_columns
from zhijia.kit.paper import Grid, Paper, Para, numbered


def report(actor, found, *, up: bool) -> Paper:
    """The result of a round as it is told to the congress, or `up` to the union above."""
    rows = list(queries.results_of_round(actor, found))
    body = [
        Para("组织情况", 1), Para(_held(found)), Para("测评结果", 1), Para(ballots(found)),
        *(Para(f"{line}。") for line in map(sentence, rows)), *_due(found, rows),
    ]
    if found.advice:
        body += [Para("意见汇总", 1), *map(Para, found.advice.splitlines())]
    return Paper(
        title=f"{found.union.name}关于{found.title}结果的报告", to=_addressed(found, up), body=numbered(body),
        signed_by=found.union.name, dated=found.released_on,
        appendix=[_summary(found, rows)],
    )


def _summary(found, rows) -> Grid:
    """The table of all results; the share stands under its votes, so that the columns stay narrow."""
    table = tables.results_of(found, rows)
    columns = [replace(col, align="center") for col in sheet_columns(table)]
    cells = ([_stacked(cell) for cell in row] for row in table.values(rows))
    return Grid(columns, cells, title=f"{found.title}结果汇总表", new_page=True)


def _stacked(cell):
    return cell.replace("（", "\n").rstrip("）") if isinstance(cell, str) and cell.endswith("%）") else cell


def _addressed(found, up) -> str:
    if not up:
        return found.occasion or "大会"
    return found.union.parent.name if found.union.parent else "上级工会"


def _held(found) -> str:
    parts = [f"{day(found.on)}，{found.union.name}组织了{found.title}"]
    if found.method_on:
        parts.append(f"评议办法于{day(found.method_on)}通过")
    if found.notified_on:
        parts.append(f"{day(found.notified_on)}通知被评人撰写述职报告")
    groups = "、".join(f"{panel.title}（权重 {panel.weight}%）" for panel in found.panels.all())
    return f"{'，'.join(parts)}。参加测评的是{groups}，以无记名方式进行。"


def ballots(found) -> str:
    """What came back: 应参加 141 人，发出 141 张，收回 137 张，有效 137 张。"""
    return f"应参加 {found.entitled} 人，发出 {found.issued} 张，收回 {found.returned} 张，有效 {found.valid} 张。"


def sentence(result) -> str:
    """One result in words."""
    people, subject = result.subject.round.of_people, result.subject
    told = "" if result.band else f"：{tables.votes(result)}"
    scored = f"，加权得分 {tables.score(result)} 分" if result.score is not None else ""
    return f"{subject}{told}，{'称职率' if people else '满意率'} {result.rate}{scored}"


def _due(found, rows) -> list[Para]:
    """Who has to be talked to by the result, with the rule."""
    due = [row for row in rows if row.calls]
    if not due:
        return []
    named = "；".join(f"{row.subject}{'、'.join(row.calls)}" for row in due)
    rules = [explain(policy(key, found.union, found.on)) for key in ("appraisal.talk_share", "appraisal.removal_share")]
    return [Para("有关建议", 1), Para(f"{named}。{''.join(rules)}")]


def sheet(result) -> Paper:
    """The sheet of one judged: every quality with its votes."""
    subject, found = result.subject, result.subject.round
    rows = [] if result.band else [
        [item, *(result.votes(grade, at) for grade in range(len(found.grades)))] for at, item in enumerate(found.items)
    ]
    grid = [Grid(["评议内容", *found.grades], rows)] if rows else []
    return Paper(
        title=f"{found.title}\n{subject.title}评议结果", signed_by=found.union.name, dated=found.released_on,
        body=[Para(f"被评人：{subject}。测评日期：{day(found.on)}。{ballots(found)}"), Para(f"{sentence(result)}。"), *grid],
    )
