"""What members puts on the to-do desk (待办)."""

from datetime import date

from django.urls import reverse

from zhijia.areas.members import queries
from zhijia.core.policy import PolicyBook
from zhijia.kit.area import Card


def cards(actor, today: date) -> list[Card]:
    """People to check, applications on their way, committees near the end of their term."""
    found = []
    if actor.may("members.edit"):
        doubtful = queries.doubtful(actor).count()
        found.append(Card("名册待核对", doubtful, reverse("members:doubts"), "导入时看不准的，问过本人后更正"))
    if actor.may("members.recommend"):
        waiting = queries.waiting(actor).count()
        found.append(Card("入会申请待办", waiting, reverse("members:applications"), "小组意见、批准、张榜、发证、归档"))
    return [*found, *(_terms(actor, today) if actor.may("members.organise") else [])]


def _terms(actor, today) -> list[Card]:
    """One card a committee whose term ends within the alert months, or is over."""
    terms = list(queries.terms(actor, "members.organise").filter(ended_on=None))
    if not terms:
        return []
    months = PolicyBook(terms[0].union, today, keys=("org.term.alert_months",))["org.term.alert_months"].value
    left = [(term, queries.countdown(term, months, today)) for term in terms]
    return [
        Card(f"换届：{term}", 1, reverse("members:term", args=[term.pk]), count.warning, str(count.ends), count.urgent)
        for term, count in left if count.warning
    ]
