"""Pages of the publicity room: three books, each a list, a form, and one record to correct."""

from functools import partial

from django.shortcuts import get_object_or_404

from zhijia.areas.publicity import actions, forms, queries, rules, tables
from zhijia.areas.publicity.filters import BoardFilters
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, form_page, list_page

READ, EDIT = "publicity.read", "publicity.edit"


@needs(READ)
def boards(request):
    """Boards, windows, broadcasts; missing issue numbers of this list are pointed out."""
    rows = queries.boards(request.actor)
    buttons = (
        Button("登记一期", "publicity:issue", "primary", EDIT), Button("通讯报道", "publicity:articles"),
        Button("报刊订阅", "publicity:subscriptions"),
    )
    return list_page(
        request, rows, tables.BOARDS, title="板报、橱窗、广播", filters=BoardFilters, buttons=buttons, unit="期",
        note=_gaps(request),
    )


def _gaps(request) -> str:
    """Which issue numbers of a series are missing or stand twice, in words; asked only when one medium is chosen."""
    medium = request.GET.get("medium")
    if not medium:
        return ""
    gaps = rules.skipped(queries.boards(request.actor).filter(medium=medium).values_list("number", flat=True)[:500])
    return f"期号有缺或重复：第 {'、'.join(map(str, gaps))} 期。" if gaps else ""


@needs(EDIT)
def issue(request):
    """Record an issue."""
    form = forms.BoardForm(request.actor, request.POST or None)
    return form_page(request, form, actions.issue, title="登记一期", done="publicity:boards")


@needs(EDIT)
def board(request, pk):
    """Correct an issue."""
    return _correct(request, queries.boards(request.actor), pk, forms.BoardForm, "publicity:boards")


@needs(READ)
def articles(request):
    """Articles."""
    buttons = (Button("登记稿件", "publicity:publish", "primary", EDIT),)
    return list_page(request, queries.articles(request.actor), tables.ARTICLES, title="通讯报道", buttons=buttons, unit="篇")


@needs(EDIT)
def publish(request):
    """Record an article."""
    form = forms.ArticleForm(request.actor, request.POST or None)
    return form_page(request, form, actions.publish, title="登记稿件", done="publicity:articles")


@needs(EDIT)
def article(request, pk):
    """Correct an article."""
    return _correct(request, queries.articles(request.actor), pk, forms.ArticleForm, "publicity:articles")


@needs(READ)
def subscriptions(request):
    """Subscriptions."""
    buttons = (Button("登记订阅", "publicity:subscribe", "primary", EDIT),)
    rows = queries.subscriptions(request.actor)
    return list_page(request, rows, tables.SUBSCRIPTIONS, title="报刊订阅", buttons=buttons, unit="种")


@needs(EDIT)
def subscribe(request):
    """Record a subscription."""
    form = forms.SubscriptionForm(request.actor, request.POST or None)
    return form_page(request, form, actions.subscribe, title="登记订阅", done="publicity:subscriptions")


@needs(EDIT)
def subscription(request, pk):
    """Correct a subscription."""
    return _correct(request, queries.subscriptions(request.actor), pk, forms.SubscriptionForm, "publicity:subscriptions")


def _correct(request, rows, pk, form_class, back):
    """One record opened to be corrected."""
    found = get_object_or_404(rows, pk=pk)
    form = form_class(request.actor, request.POST or None, initial={n: getattr(found, n) for n in form_class.base_fields})
    return form_page(request, form, partial(actions.correct, record=found), title=str(found), done=back, said="已更正。")
