"""The page of one suggestion: what was said, how far it is, what came of it; for its maker the same."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.suggestions import export, queries, rules, tables
from zhijia.areas.suggestions.rules import Stage
from zhijia.areas.suggestions.views.showing import HANDLE, LIST, RAISE
from zhijia.core.org.web import for_known
from zhijia.kit.formats import short_day, yuan
from zhijia.kit.pages import Button, Section, detail_page, word_page

ASSESS, NAMES = "suggestions.assess", "suggestions.names"
REPORT = "报上级审批"
STEPS = {
    Stage.RAISED: (("受理", "accept", HANDLE), ("撤回", "withdraw", HANDLE)),
    Stage.ACCEPTED: (
        ("采纳", "adopt", HANDLE), ("不采纳", "refuse", HANDLE), ("填评估意见", "assess", ASSESS), ("撤回", "withdraw", HANDLE)
    ),
    Stage.ADOPTED: (("登记实施", "finish", HANDLE), ("作为技术储备定级", "grade", HANDLE)),
    Stage.DONE: (("效益核算", "reckon", HANDLE), ("算不出价值，直接定级", "grade", HANDLE), ("归档", "file_away", HANDLE)),
    Stage.SIGNED: (("评审定级", "grade", HANDLE),),
    Stage.GRADED: (("奖励", "reward", HANDLE), (REPORT, "report_up", HANDLE)),
    Stage.REWARDED: (("升级补差额", "upgrade", HANDLE),),
    Stage.POSTED: (("归档", "file_away", HANDLE), ("升级补差额", "upgrade", HANDLE)),
    Stage.FILED: (("升级补差额", "upgrade", HANDLE),),
    Stage.REFUSED: (("归档", "file_away", HANDLE),),
}
"""What may be done next at each step, the usual thing first."""
TAKEN = {
    "raised_on": "提出", "accepted_on": "受理", "adopted_on": "采纳", "refused_on": "不采纳", "done_on": "实施完成",
    "reckoned_on": "效益核算", "countersigned_on": "财务核实", "graded_on": "评审定级", "reported_on": REPORT,
    "approved_on": "上级批复", "rewarded_on": "奖励", "posted_on": "公示", "filed_on": "推广、归档", "withdrawn_on": "撤回",
}


@for_known
def suggestion(request, pk):
    """One suggestion, for those who handle it and those who made it."""
    found = get_object_or_404(queries.open_to(request.actor), pk=pk)
    own = queries.is_own(request.actor, found)
    benefit = queries.standing(found)
    crumbs = LIST if request.actor.can("suggestions.read", found.union) else (("我的建议", "suggestions:mine"),)
    return detail_page(
        request, title=found.title, facts=_facts(found), sections=_sections(found, benefit, own), crumbs=crumbs,
        buttons=_buttons(request.actor, found, own, benefit), unit=str(found.union),
    )


def _facts(found):
    due = found.clock_on and f"{short_day(found.clock_on)}{'（已超期）' if tables.late(found) else ''}"
    return (
        ("编号", found.number), ("进度", found.stage), *([(rules.DUE[found.stage], due)] if due else []), ("建议人", found.who),
        *([] if found.hidden else [("班组", found.union)]), ("类别", found.kind), ("预期效益", found.expected),
        *([("不采纳理由", found.reason)] if found.refused_on else []),
    )


def _sections(found, benefit, own):
    said = tables.OPEN_OPINIONS if found.stage == Stage.ACCEPTED and not own else tables.OPINIONS
    near = queries.alike(found.union, found.title, but=found.pk)
    return [
        Section("现状问题", words=found.problem), Section("建议措施", words=found.measure),
        Section("办理过程", table=tables.STEPS, rows=_steps(found), limit=None),
        Section("部门评估意见", table=said, rows=found.opinions.all()),
        *([sum_section(benefit)] if benefit else []),
        *_reward(found, own),
        *([Section("相近的建议", table=tables.ALIKE, rows=near)] if near and not own else []),
    ]


def _steps(found) -> list[dict]:
    """Every step taken, with its day and what was said of it."""
    told = {
        "accepted_on": found.accepted_by and f"受理人：{found.accepted_by}", "adopted_on": _promised(found),
        "refused_on": found.reason, "done_on": found.result,
        "graded_on": found.grade and f"{found.grade} 等。{found.grade_why}",
        "posted_on": found.posted_until and f"公示至 {short_day(found.posted_until)}", "filed_on": found.spread,
    }
    return [
        {"name": name, "on": day, "told": told.get(key) or ""} for key, name in TAKEN.items() if (day := getattr(found, key))
    ]


def _promised(found) -> str:
    """Who does it by when, and until when the norm is not raised for it."""
    if not found.adopted_on:
        return ""
    least, most = rules.protected_until(found.adopted_on, queries.ruling(found.union, found.adopted_on).protection)
    said = (
        found.unit and f"实施单位：{found.unit}。", found.due_on and f"期限：{short_day(found.due_on)}。",
        f"因此不提高劳动定额：至少到 {short_day(least)}，最长到 {short_day(most)}。",
    )
    return "".join(filter(None, said))


def sum_section(benefit) -> Section:
    """The sum line by line, and whose hands are under it."""
    day = benefit.countersigned_on
    signed = f"{short_day(day)} {benefit.countersigned_by or ''}" if day else "等待财务核实"
    facts = (
        ("算法", benefit.formula), ("计算期", f"{short_day(benefit.since)} 至 {short_day(benefit.until)}"),
        ("核算", f"{short_day(benefit.on)} {benefit.made_by or ''}"), ("财务核实", signed), ("计算说明", benefit.note),
    )
    return Section("效益", facts=facts, table=tables.LINES, rows=rules.reckon(benefit.formula, benefit.given), limit=None)


def _reward(found, own):
    if found.grade is None:
        return []
    awards = list(found.awards.all())
    paid = sum(each.paid for each in awards if each.revoked_on is None)
    shares = tables.split(paid, queries.authors(found), named=own)
    facts = (("等级", f"{found.grade} 等"), ("实发奖金", yuan(paid) if paid else None))
    return [
        Section("等级和奖励", facts=facts, table=tables.OWN_AWARDS, rows=awards, empty="还没有奖励。"),
        Section("贡献分配", table=tables.SHARES, rows=shares, limit=None),
    ]


def _buttons(actor, found, own, benefit):
    def to(label, name, kind="plain"):
        return Button(label, reverse(f"suggestions:{name}", args=[found.pk]), kind)

    def may(power):
        return actor.can(power, found.union)

    taken = [to(label, name) for label, name, power in STEPS.get(found.stage, ()) if may(power) or own and name == "withdraw"]
    if found.stage == Stage.RECKONED and may("suggestions.countersign"):
        taken = [Button("财务核实", reverse("suggestions:countersign", args=[benefit.pk]))]
    if found.stage == Stage.GRADED and not queries.ruling(found.union, found.graded_on).reported_up(found.grade):
        taken = [each for each in taken if each.label != REPORT]
    if found.stage == Stage.REWARDED and may(HANDLE):
        taken.insert(0, Button("公示奖励", "suggestions:post"))
    first = [Button(taken[0].label, taken[0].url, "primary"), *taken[1:]] if taken else []
    rest = [
        *([to("更正", "correct")] if may(HANDLE) or (own or may(RAISE)) and found.stage == Stage.RAISED else []),
        *([to("更正建议人", "name_authors")] if may(NAMES) else []),
        *([to("看建议人姓名", "reveal")] if found.hidden and may(NAMES) else []),
        *([to("退回一步", "take_back")] if found.stage != Stage.RAISED and may(HANDLE) else []),
    ]
    return [*first, *rest, to("Word 建议表", "word"), Button("打印", "?print=1")]


@for_known
def word(request, pk):
    """The customary form in Word."""
    found = get_object_or_404(queries.open_to(request.actor), pk=pk)
    return word_page(export.assembled(found), f"合理化建议表{found.number}")
