"""The plan as a file: Word with the table of items, text, or JSON."""

import json
from itertools import groupby
from pathlib import Path

from django.utils import timezone

from zhijia.areas.plan import queries
from zhijia.areas.plan.models import Plan
from zhijia.areas.plan.queries import Row
from zhijia.areas.plan.tables import span, target
from zhijia.core import periods
from zhijia.core.figures import find
from zhijia.core.org.scope import branches
from zhijia.kit.formats import day
from zhijia.kit.paper import Col, Grid, Paper, Para, numbered, write_text, write_word

KINDS = (".docx", ".txt", ".json")
COLUMNS = (
    Col("序号", 2), Col("工作内容", 6, "left"), Col("目标、指标", 5, "left"), Col("措施", 12, "left"), Col("责任人", 3),
    Col("协助", 2), Col("起止", 4), Col("经费（元）", 3, "right"), Col("进度", 4), Col("完成标志", 3, "left"),
)  # fmt: skip


def file_name(plan: Plan, ending: str = ".docx") -> str:
    """<union><year>年工作计划.docx"""
    return f"{plan.union.name}{plan.year}年工作计划{ending}"


def write(plan: Plan, path: Path | str) -> dict:
    """Write the plan by the ending of the path (.docx, .txt, .json); {"file", "figures", "blanks"}.

    `figures` are those goals are set on, `blanks` what items must still say. ValueError for another ending.
    """
    path = Path(path)
    if path.suffix.lower() not in KINDS:
        raise ValueError(f"只能写成 {'、'.join(KINDS)} 文件，不认得“{path.name}”。")
    told = {"file": str(path), "figures": figures(plan), "blanks": queries.lacks(plan)}
    if path.suffix.lower() == ".json":
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        (write_text if path.suffix.lower() == ".txt" else write_word)(assembled(plan), path)
    return told


def figures(plan: Plan) -> list[dict]:
    """The figures the plan's goals are set on, as they stand."""
    keys = sorted({item.goal_key for item in queries.standing(plan) if item.goal_key})
    found = [find(key, branches(plan.union), periods.year(plan.year)) for key in keys]
    return [
        {
            "key": each.figure.key, "label": each.figure.label, "kind": str(each.figure.kind),
            "value": _number(each.value), "top": _number(each.top), "bottom": _number(each.bottom), "rows": each.count,
        }
        for each in found
    ]  # fmt: skip


def _number(value):
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def assembled(plan: Plan) -> Paper:
    """The plan as the kit writes it: what is to be done area by area, then the table of all items."""
    rows = [row for row in queries.board(plan, timezone.localdate()) if row.pressing != "已取消"]
    areas = [
        (area or "其他工作", list(group))
        for area, group in groupby(_by_area(rows), lambda row: row.item.area)
    ]
    body = [Para(f"为做好{plan.year}年工会工作，现拟定计划如下。")]
    for area, group in areas:
        body += [Para(area, 1), *(Para(_told(row)) for row in group)]
    return Paper(
        title=plan.title, body=numbered(body), signed_by=plan.union.name, dated=plan.adopted_on,
        notes=[] if plan.adopted_on else ["草案，尚未通过"],
        appendix=[Grid(COLUMNS, [_line(n, row) for n, row in enumerate(rows, 1)], title="工作计划表", new_page=True)],
    )  # fmt: skip


def _by_area(rows: list[Row]) -> list[Row]:
    """Items of one area together, areas in the order they first appear."""
    order = list(dict.fromkeys(row.item.area for row in rows))
    return sorted(rows, key=lambda row: order.index(row.item.area))


def _told(row: Row) -> str:
    """One item as a sentence."""
    item = row.item
    parts = [f"{item.what}。", f"{item.measure.rstrip('。')}。" if item.measure else ""]
    parts.append(f"目标：{target(item)}。" if target(item) else "")
    owner = f"责任人：{item.owner}，" if item.owner else "责任人：____，"
    return "".join(parts) + f"{owner}{day(item.due)}前完成。"


def _line(number: int, row: Row) -> list:
    item = row.item
    return [
        number, item.what, target(item), item.measure, item.owner, item.helper, span(item),
        item.money, str(row.progress), item.finish_mark,
    ]  # fmt: skip
