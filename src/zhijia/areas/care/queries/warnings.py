"""What stands out in a record, each as one sentence with its rule, value and source. Nothing here blocks anything."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils import timezone

from zhijia.areas.care import rules
from zhijia.areas.care.models import HardshipFile, Pair, Visit
from zhijia.areas.care.queries.helping import open_pairs_of
from zhijia.areas.care.queries.visits import earlier_sick
from zhijia.core.policy import PolicyBook, Value, explain, maybe


def cap_of(union, kind: str, on: date) -> Value | None:
    """The cap a head and visit of a kind for a union on a day, or None where no rule holds."""
    found = maybe(f"care.visit.cap.{kind}", union, on) if kind in set(rules.VisitKind) else None
    return found if found and isinstance(found.value, int | Decimal) else None


def line_of(union, on: date) -> rules.Line | None:
    """The yardstick of hardship for a union on a day, or None until somebody filled in the local 低保 line."""
    book = PolicyBook(union, on)
    low = book.get("care.hardship.subsistence_line")
    if low is None:
        return None
    return rules.Line(
        Decimal(low.value), Decimal(book["care.hardship.relative_multiple"].value),
        Decimal(book["care.hardship.accident_multiple"].value), book["care.hardship.deep_months"].whole,
    )


def visit_warnings(visit: Visit) -> list[str]:
    """What the rules say to one visit."""
    return [*_cap(visit), *_year(visit), *_receipt(visit), *_visitors(visit), *_illness(visit), *_late(visit)]


def _cap(visit) -> Iterator[str]:
    if not rules.over_cap(visit.amount, visit.heads, visit.cap):
        return
    rule = cap_of(visit.union, visit.kind, visit.on)
    said = explain(rule) if rule else ""
    whole = f"{_yuan(visit.cap)} × {visit.heads} 人 = {_yuan(visit.cap * visit.heads)}" if visit.heads > 1 else _yuan(visit.cap)
    yield f"超过限额：给了 {_yuan(visit.amount)}，限额 {whole}。{said}"


def _year(visit) -> Iterator[str]:
    """送温暖 has a limit a person and year in some provinces."""
    rule = maybe("care.warmth.cap_per_year", visit.union, visit.on)
    if rule is None or visit.kind != rules.VisitKind.HARDSHIP or not visit.who:
        return
    same = Visit.objects.filter(who=visit.who, kind=visit.kind, on__year=visit.on.year, voided_on=None).exclude(pk=visit.pk)
    total = visit.amount + sum(same.values_list("amount", flat=True), Decimal(0))
    if total > rule.value:
        yield f"全年合计超过限额：{visit.on.year}年共 {_yuan(total)}。{explain(rule)}"


def _receipt(visit) -> Iterator[str]:
    if rules.lacks_receipt(visit.way, visit.receipt):
        rule = maybe("benefit.signature", visit.union, visit.on)
        yield f"没有签领：给了钱物，要有本人或代领人签字。{explain(rule) if rule else ''}"


def _visitors(visit) -> Iterator[str]:
    rule = maybe("care.visit.visitors", visit.union, visit.on)
    named = len(rules.visitor_names(visit.visitors))
    if rule and named < rule.value:
        yield f"慰问人写了 {named} 人。{explain(rule)}"


def _illness(visit) -> Iterator[str]:
    """The same illness once a year; where the reason is left open it may be the same."""
    rule = maybe("benefit.same_illness_per_year", visit.union, visit.on)
    if rule is None or visit.kind != rules.VisitKind.SICK or visit.way == rules.Way.WORD or not visit.who:
        return
    earlier = [v for v in earlier_sick(visit, date(visit.on.year, 1, 1)) if _may_be_same(v.reason, visit.reason)]
    if earlier:
        days = "、".join(f"{v.on.month}月{v.on.day}日" for v in earlier)
        yield f"同一病种每年一次：今年 {days} 已因病慰问过。{explain(rule)}"


def _may_be_same(one: str, other: str) -> bool:
    return not one or not other or one == other


def _late(visit) -> Iterator[str]:
    if visit.late:
        yield f"补录：走访在 {visit.on}，登记在 {timezone.localdate(visit.recorded_at)}。"


def is_late(union, on: date, recorded_on: date) -> bool:
    """Whether an act is written down late (补录) by the rule of its union."""
    rule = maybe("ui.late_days", union, recorded_on)
    return bool(rule) and rules.late(on, recorded_on, rule.whole)


def file_warnings(file: HardshipFile, today: date) -> list[str]:
    """What the rules say to one hardship file."""
    return [*_surveyors(file), *_publicity(file, today), *_consent(file), *_review(file, today)]


def _surveyors(file) -> Iterator[str]:
    rule = maybe("care.hardship.surveyors", file.union, file.applied_on)
    named = len(rules.visitor_names(file.surveyors))
    if rule and file.surveyed_on and named < rule.value:
        yield f"入户调查写了 {named} 人。{explain(rule)}"


def _publicity(file, today) -> Iterator[str]:
    rule = maybe("care.hardship.publicity_days", file.union, file.applied_on)
    if rule is None or not file.posted_on:
        return
    days = ((file.filed_on or file.ended_on or today) - file.posted_on).days
    if file.filed_on and days < rule.value:
        yield f"公示只有 {days} 天就建档。{explain(rule)}"
    elif not file.filed_on and not file.ended_on and days >= rule.value:
        yield f"公示已满 {days} 天，没有异议就可以建档。"


def _consent(file) -> Iterator[str]:
    rule = maybe("care.separate_consent", file.union, file.applied_on)
    if rule and rule.value and not file.consent_on:
        yield f"还没有记录本人的单独同意（收入、病情属于敏感个人信息）。{explain(rule)}"


def _review(file, today) -> Iterator[str]:
    rule = maybe("care.file_review_months", file.union, today)
    if rule is None or file.stage != rules.Stage.FILED:
        return
    due = rules.review_due(file.updated_on or file.filed_on, rule.whole)
    if due <= today:
        yield f"该复核了：应在 {due} 前复核。{explain(rule)}"


def pair_warnings(pair: Pair) -> list[str]:
    """Whether one helper stands by more households than the rule says."""
    rule = maybe("care.pair.helper_max", pair.union, pair.started_on)
    stands = open_pairs_of(pair)
    return [f"{pair.helper_name} 已结对 {stands} 户。{explain(rule)}"] if rule and stands > rule.value else []


def _yuan(value) -> str:
    return f"{value:f}".removesuffix(".00") + " 元"
