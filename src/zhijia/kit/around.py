"""The header, the menu and the way back, as HTML. Built here and not in a template: they stand on every page."""

from django.utils import timezone
from django.utils.safestring import SafeString

from zhijia.kit.buttons import csrf
from zhijia.kit.formats import moment
from zhijia.kit.frame import Frame
from zhijia.kit.html import safe, tag, text


def top(request, frame: Frame) -> SafeString:
    """Everything above the page's own part, the menu once for wide screens and once, folded, for phones."""
    header = safe(
        '<header class="top">', _brand(frame), _place(request, frame), _who(request, frame), "</header>", _printed(frame),
    )
    if not frame.menu.entries:
        return safe(header, '<div class="house bare-house">')
    nav, here = frame.menu.nav, frame.menu.current
    return safe(
        header,
        f'<details class="menu"><summary>菜单{f"：{text(here.label)}" if here else ""}</summary>',
        '<nav aria-label="主菜单（手机）">',
        nav,
        "</nav></details>",
        '<div class="house"><nav class="side" aria-label="主菜单">',
        nav,
        "</nav>",
    )


def way_back(frame: Frame, title: str, crumbs) -> SafeString:
    """Where the page stands: home, what lies above it, the page."""
    here = frame.menu.current
    above = crumbs or ([(here.label, here.address)] if here and here.label != title else [])
    if not above:
        return safe()
    steps = [
        f'<li><a href="{text(url)}">{text(label)}</a></li>' for label, url in (("首页", frame.home), *above)
    ]
    return safe(
        '<nav class="crumbs" aria-label="位置"><ol>',
        *steps,
        tag("li", title, aria_current="page"),
        "</ol></nav>",
    )


def _printed(frame: Frame) -> str:
    """What a page printed as it is says in place of its header: whose it is, who printed it, when."""
    if not frame.person:
        return ""
    said = f"{frame.place}　打印人：{frame.person}　打印时间：{moment(timezone.now())}"
    return f'<p class="paper-only">{text(said)}</p>'


def _brand(frame: Frame) -> str:
    seal = '<span class="seal" aria-hidden="true">家</span>'
    return f'<a class="brand" href="{text(frame.home)}">{seal}{text(frame.site)}</a>'


def _place(request, frame: Frame) -> str:
    if not frame.place:
        return ""
    if not frame.switch or len(frame.places) < 2:
        return tag("div", frame.place, class_="place")
    options = (tag("option", each.name, value=each.key, selected=each.current) for each in frame.places)
    return safe(
        f'<div class="place"><form method="post" action="{text(frame.switch)}">',
        csrf(request),
        '<label class="unseen" for="place">当前工会</label><select id="place" name="union" data-send>',
        *options,
        '</select><button class="button plain">切换</button></form></div>',
    )


def _who(request, frame: Frame) -> str:
    if not frame.person:
        return tag("div", tag("a", "登录", href=frame.login), class_="who") if frame.login else ""
    name = tag(
        "a" if frame.account else "span", frame.person, href=frame.account or None, title=frame.hats or None
    )
    leave = (
        safe(
            f'<form method="post" action="{text(frame.logout)}">',
            csrf(request),
            '<button class="bare">退出</button></form>',
        )
        if frame.logout
        else ""
    )
    return tag("div", safe(name, leave), class_="who")
