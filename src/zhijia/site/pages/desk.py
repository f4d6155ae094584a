"""The to-do desk (今天要办的事): what every room says is due, and the year in a few figures."""

from django.utils import timezone

from zhijia.core.org.web import for_known
from zhijia.kit.area import house
from zhijia.kit.pages import Button, desk_page


@for_known
def desk(request):
    """What is due today, from every room."""
    today = timezone.localdate()
    cards = [card for plate in house() if plate.cards for card in plate.cards(request.actor, today)]
    buttons = (
        Button("记一次走访", "care:record_visit", "primary", "care.visit"),
        Button("登记活动", "activities:record", "plain", "activities.edit"),
        Button("写总结", "summary:papers", "plain", "summary.read"),
    )
    return desk_page(request, cards, note=f"{today.year}年{today.month}月{today.day}日", buttons=buttons)
