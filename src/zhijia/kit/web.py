"""What every answer carries, and what happens when a view says no."""

from zhijia.core.refused import Refused
from zhijia.kit.buttons import Button
from zhijia.kit.pages.messages import message_page

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "manifest-src 'self'",
    )
)


def page_middleware(get_response):
    """No script or style but our own files; nothing of a person's pages stays on a shared computer."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            response = unasked(request, response)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    middleware.process_exception = refused
    return middleware


def unasked(request, response):
    """An address that only takes what a button sends, opened by hand."""
    told = message_page(
        request, title="这个地址不能直接打开", text="它只接收页面上的按钮提交的内容。请回到原来的页面再点按钮。",
        buttons=[Button("返回首页", "/")], status=405,
    )
    told["Allow"] = response["Allow"]
    return told


def refused(request, exception):
    """A refusal nobody caught nearer becomes a page with its reason and the way back."""
    if not isinstance(exception, Refused):
        return None
    back = [Button("返回首页", "/", "plain")]
    return message_page(
        request, title="没有办成", text=f"{exception}\n什么都没有改动。", buttons=back, status=409
    )
