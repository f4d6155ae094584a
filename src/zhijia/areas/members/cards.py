"""What members puts on the to-do desk (待办)."""

from datetime import date

from django.urls import reverse

from zhijia.areas.members import queries
from zhijia.core.policy import PolicyBook
from zhijia.kit.area import Card


def cards(actor, today: date) -> list[Card]:
    """People to check, applications on their way, committees near the end of their term."""
    found = []
    if actor.may("members.import") and not queries.visible(actor).exists():
        found.append(Card("先把花名册导进来", 1, reverse("members:import"), "手头的 Excel 原样选来就行，看过再写入", urgent=True))
    if actor.may("members.edit"):
        doubtful = queries.doubtful(actor).count()
        found.append(Card("名册待核对", doubtful, reverse("members:doubts"), "导入时看不准的，问过本人后更正"))
    if actor.may("members.recommend"):
        waiting = queries.waiting(actor).count()
        found.append(Card("入会申请待办", waiting, reverse("members:applications"), "小组意见、批准、张榜、发证、归档"))
    return [*found, *([*_owed(actor, today), *_terms(actor, today)] if actor.may("members.organise") else [])]


def _owed(actor, today) -> list[Card]:
    """Committees a union of this size should have and has not."""
    home = queries.places(actor, "members.organise").filter(pk=actor.home).first()
    owed = queries.owed_committees(home, today=today) if home else []
    return [Card("应设的委员会还没有登记", len(owed), reverse("members:union", args=[home.pk]), owed[0])] if owed else []


def _terms(actor, today) -> list[Card]:
    """One card for the committees whose term ends within the alert months or is over, told by the most pressing one."""
    terms = list(queries.terms(actor, "members.organise").filter(ended_on=None))
    if not terms:
        return []
    months = PolicyBook(terms[0].union, today, keys=("org.term.alert_months",))["org.term.alert_months"].value
    counted = [(term, queries.countdown(term, months, today)) for term in terms]
    pressing = sorted(((term, count) for term, count in counted if count.warning), key=lambda each: each[1].ends)
    if not pressing:
        return []
    term, first = pressing[0]
    title, url = (f"换届：{term}", reverse("members:term", args=[term.pk])) if len(pressing) == 1 else (
        "个委员会要换届", reverse("members:terms")
    )
    return [Card(title, len(pressing), url, first.warning, str(first.ends), any(count.urgent for _, count in pressing))]
