"""Pages as functions you call: each returns a response and reads top to bottom."""

from zhijia.kit.buttons import Button
from zhijia.kit.pages.desks import desk_page
from zhijia.kit.pages.details import detail_page
from zhijia.kit.pages.exports import word_page
from zhijia.kit.pages.forms import confirm_page, form_page
from zhijia.kit.pages.imports import preview_page, progress_page, result_page, upload_page
from zhijia.kit.pages.lists import list_page
from zhijia.kit.pages.messages import message_page
from zhijia.kit.pages.prints import print_page, qr_code
from zhijia.kit.pages.sections import Section
from zhijia.kit.pages.traces import trace_page

__all__ = [
    "Button",
    "Section",
    "confirm_page",
    "desk_page",
    "detail_page",
    "form_page",
    "list_page",
    "message_page",
    "preview_page",
    "print_page",
    "progress_page",
    "qr_code",
    "result_page",
    "trace_page",
    "upload_page",
    "word_page",
]
