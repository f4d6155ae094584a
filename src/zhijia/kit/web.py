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
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    middleware.process_exception = refused
    return middleware


def refused(request, exception):
    """A refusal nobody caught nearer becomes a page with its reason and the way back."""
    if not isinstance(exception, Refused):
        return None
    back = [Button("返回首页", "/", "plain")]
    return message_page(
        request, title="没有办成", text=f"{exception}\n什么都没有改动。", buttons=back, status=409
    )
