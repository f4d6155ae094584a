"""What is due in elections."""

from datetime import date

from django.urls import reverse

from zhijia.areas.congress.queries import elections as queries
from zhijia.kit.area import Card


def cards(actor, today: date) -> list[Card]:
    """Requests to answer, own ones without a reply, elections under way, chairs that are vacant."""
    found = []
    if actor.may(queries.APPROVE):
        found.append(_replies("下级选举请示待批复", queries.to_answer(actor), today, "congress:requests_below"))
    if actor.may(queries.EDIT):
        found.append(_replies("选举请示等上级批复", queries.waiting(actor), today, "congress:elections"))
        under_way = queries.under_way(actor)
        found.append(Card("选举正在办理", under_way.count(), reverse("congress:elections"), "提名、公示、投票、报告结果"))
        found += [_vacant(*each) for each in queries.vacant_chairs(actor, today)]
    return [card for card in found if card.count]


def _replies(title, requests, today, url) -> Card:
    """Requests without a reply, pressing from the day it was due."""
    late = requests.filter(due__lt=today).count()
    first = requests.order_by("due").values_list("due", flat=True).first()
    note = f"其中 {late} 件超过批复期限" if late else "批复期限见“政策标准”"
    return Card(title, requests.count(), reverse(url), note, str(first or ""), urgent=bool(late))


def _vacant(term, since, overdue) -> Card:
    note = f"{since} 起缺位{'，已超过规定期限，请尽快补选' if overdue else '，请按期补选'}"
    return Card(f"主席（主任）缺位：{term}", 1, reverse("members:term", args=[term.pk]), note, urgent=overdue)
