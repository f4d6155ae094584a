"""A suggestion as the customary form (合理化建议表) in Word, with what is decided filled in and room for the hands."""

from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.tables import place
from zhijia.kit.formats import day, money
from zhijia.kit.paper import Col, Grid, Paper

HAND = "签字：　　　　　　　　　　　　年　　月　　日"


def assembled(suggestion) -> Paper:
    """The form as the kit writes it: one row for each part, the name as everybody may read it."""
    rows = [[label, value or ""] for label, value in (*_said(suggestion), *_judged(suggestion), *_worth(suggestion))]
    return Paper(title="合理化建议表", body=[Grid((Col("项目", 7, "center"), Col("内容", 24, "left")), rows)])


def _said(found):
    return (
        ("单位", str(queries.house_of(found.union))),
        ("编号", found.number), ("提出日期", day(found.raised_on)), ("建议人", _people(found)), ("班组", place(found)),
        ("类别", found.kind), ("题目", found.title), ("现状问题", found.problem), ("建议措施", found.measure),
        ("预期效益", found.expected), ("受理人", f"{found.accepted_by}　{day(found.accepted_on)}".strip()),
    )


def _people(found) -> str:
    made = list(queries.authors(found))
    return found.who if len(made) < 2 else "、".join(f"{each.shown} {each.share.normalize():f}%" for each in made)


def _judged(found):
    for opinion in found.opinions.all():
        said = "建议采纳" if opinion.favours else "建议不采纳"
        yield f"{opinion.department}意见", f"{said}。{opinion.words}　{opinion.by}　{day(opinion.on)}"
    if not found.opinions.exists():
        yield "评估部门意见", HAND
    yield "决定", _decision(found)
    yield "实施", f"{found.unit}　{day(found.done_on)}　{found.result}".strip("　")


def _decision(found) -> str:
    if found.adopted_on:
        until = f"，{day(found.due_on)}前实施" if found.due_on else ""
        return f"采纳（{day(found.adopted_on)}）{until}"
    return f"不采纳（{day(found.refused_on)}）。理由：{found.reason}" if found.refused_on else HAND


def _worth(found):
    benefit = queries.standing(found)
    if benefit:
        lines = rules.reckon(benefit.formula, benefit.given)
        sums = "\n".join(f"{line.label}：{f'{line.sum} = ' if line.sum else ''}{money(line.value)}" for line in lines)
        signed = f"财务核实：{day(benefit.countersigned_on)}" if benefit.countersigned_on else f"财务核实{HAND}"
        yield "实际效益（元）", f"{benefit.formula}\n{sums}\n{signed}"
    else:
        yield "实际效益（元）", HAND
    yield "等级", f"{found.grade} 等（{day(found.graded_on)}）{found.grade_why}" if found.grade else HAND
    paid = sum(award.paid for award in found.awards.filter(revoked_on=None))
    yield "奖金", f"{money(paid)} 元" if found.rewarded_on else ""
    yield "推广", found.spread
