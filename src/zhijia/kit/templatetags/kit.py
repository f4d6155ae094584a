"""Values and small pieces in templates, worded as everywhere else: {% load kit %}."""

from functools import cache

from django import template
from django.templatetags.static import static

from zhijia.kit import around, formats, toasts
from zhijia.kit.frame import Frame
from zhijia.kit.html import safe, tag, text

register = template.Library()

register.filter("number", formats.number)
register.filter("money", formats.money)
register.filter("yuan", formats.yuan)
register.filter("day", formats.day)
register.filter("moment", formats.moment)


@register.simple_tag
def ratio(top, bottom):
    """265/332，79.8 %"""
    return formats.ratio(top, bottom)


@register.simple_tag
def figure(value, unit, url=""):
    """A figure that opens to its rows: {% figure 11 "人" url %}."""
    shown = formats.quantity(value, unit)
    return (
        tag("a", shown, class_="figure", href=url)
        if url and value is not None
        else tag("span", shown, class_="figure")
    )


@register.simple_tag
def badge(words, tone="quiet"):
    """A short state in a colour (good, warn, bad, quiet); the words say it without the colour."""
    return tag("span", words, class_=f"badge {tone}")


register.simple_tag(cache(static), name="asset")


@register.simple_tag(takes_context=True)
def frame_top(context):
    """Header and menu."""
    return around.top(context["request"], context.get("frame") or Frame())


@register.simple_tag(takes_context=True)
def crumbs_here(context):
    """The way back."""
    return around.way_back(context.get("frame") or Frame(), context.get("title", ""), context.get("crumbs"))


@register.simple_tag(takes_context=True)
def toasts_here(context):
    """Messages waiting for this person, with their undo buttons."""
    return toasts.drawn(context["request"])


@register.simple_tag
def card(each):
    """A thing to do: how many, what, by when, and the way there."""
    note = tag("p", each.note) if each.note else ""
    due = tag("p", each.due, class_="due") if each.due else ""
    return safe(
        f'<li class="card{" urgent" if each.urgent else ""}"><a href="{text(each.url)}">',
        tag("b", formats.number(each.count)),
        tag("h2", each.title),
        "</a>",
        note,
        due,
        "</li>",
    )
