"""What people see when something is wrong: what happened, and what to do (handler400 … handler500, CSRF)."""

from django.http import HttpResponse
from django.template.loader import render_to_string

from zhijia.kit.buttons import Button
from zhijia.kit.pages.messages import message_page

HOME = (Button("返回首页", "/", "primary"),)


def bad_request(request, exception=None):
    """400: the request makes no sense."""
    return message_page(
        request,
        title="这个请求看不懂",
        status=400,
        buttons=HOME,
        text="可能是网址没有复制完整，或者一次提交的内容太多。\n请返回上一页再试。",
    )


def denied(request, exception=None):
    """403: not within this person's duties."""
    reason = str(exception) if exception and str(exception) else "这个页面不在您的职责范围内。"
    return message_page(
        request,
        title="没有权限",
        status=403,
        buttons=HOME,
        text=f"{reason}\n如果您认为应当可以打开，请联系本单位工会主席核对您的岗位。",
    )


def missing(request, exception=None):
    """404: no such page, or not one within reach, which is told in the same words."""
    return message_page(
        request,
        title="找不到这个页面",
        status=404,
        buttons=HOME,
        text="网址可能写错了，记录可能已经撤销，或者不在您的职责范围内。",
    )


def broken(request):
    """500: our fault. Asks nothing of the database, which may be what is broken."""
    return HttpResponse(render_to_string("kit/broken.html"), status=500)


def csrf(request, reason=""):
    """A form that is not ours, or too old: what was typed can still be fetched by going back."""
    return message_page(
        request,
        title="页面放得太久了",
        status=403,
        buttons=HOME,
        text="为了安全，这次提交没有办理。\n请按浏览器的“后退”，刷新页面后再提交一次；已填的内容请先复制保存。",
    )
