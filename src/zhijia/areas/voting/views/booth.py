"""The voter's own door: a code, a ballot, a second look, the box. No login, no cookie, no script needed, nothing written down.

The code and the choices travel in the bodies of posts alone: never in an address, a session, a log or a token. The page is
drawn without the request, so that nothing asks who looks at it.
"""

from functools import wraps

from django.http import HttpResponse
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from zhijia.areas.voting import actions, forms, queries
from zhijia.areas.voting.rules import Stage
from zhijia.core.org.web import for_all
from zhijia.core.refused import Refused

AT_HOME = ("localhost", "127.0.0.1", "[::1]")
LOOPBACK = ("127.0.0.1", "::1")
UNKNOWN = "没有这个票号。请对照票面重新输入，字母和数字共 20 位；重印过的，旧票已经作废。"
COUNTED = "这张票已经投进票箱，计过了，不会重复计。刚才没有等到回答的，也是投上了。如果您没有投过，请马上告诉监票人。"


def unlogged(view):
    """Refusals of this door are not written to the log: even the moment of a mistake is nobody's business."""

    @wraps(view)
    def quiet(request):
        response = view(request)
        response._has_been_logged = True
        return response

    return quiet


@for_all
@csrf_exempt  # who holds the code may vote, wherever the form stood; a token would need a cookie
@sensitive_post_parameters()
@unlogged
def cast(request):
    """Every step of voting, by what has been sent so far."""
    if not private_line(request):
        return _page("closed", status=403)
    if request.method != "POST":
        return _page("code")
    code = request.POST.get("code", "").strip()
    slip = code and queries.by_slip(code)
    if wrong := _refusal(code, slip):
        return _page("code", wrong=wrong, code=code, status=422)
    return _ballot(request.POST, code, slip.vote)


def private_line(request) -> bool:
    """Whether what is sent stays unread on the way: only HTTPS, or the very machine, will do.

    The machine is known by the name that was asked for and by where the question came from: a name alone is only words.
    """
    here = request.META.get("REMOTE_ADDR") in LOOPBACK and split_domain_port(request.get_host())[0] in AT_HOME
    return request.is_secure() or here


def _refusal(code, slip) -> str:
    if not code:
        return "请输入票号。"
    if not slip:
        return UNKNOWN
    if slip.used:
        return COUNTED
    return "" if slip.vote.stage == Stage.OPEN else f"这次表决{slip.vote.stage}，现在不能投票。"


def _ballot(sent, code, vote):
    """The ballot, the second look, or the box."""
    questions = list(vote.questions.all())
    picks = forms.picked(sent, questions)
    about = {"vote": vote, "code": code, "lines": forms.lines(sent, questions)}
    if picks is None:
        began = any(name.startswith("pick-") for name in sent) or "filled" in sent
        return _page("ballot", **about, wrong="请给每一项都选一个答案。" if began else "", status=422 if began else 200)
    if "change" in sent:
        return _page("ballot", **about)
    try:
        actions.sound(vote, picks)
    except Refused as no:
        return _page("ballot", **about, wrong=str(no), status=422)
    return _into_the_box(code, picks) if "sure" in sent else _page("look", **about)


def _into_the_box(code, picks):
    """Cast, or say what became of the slip or the vote since the ballot was shown."""
    try:
        actions.cast(code, picks)
    except Refused as no:
        return _page("code", wrong=_refusal(code, queries.by_slip(code)) or str(no), code=code, status=422)
    return _page("done")


def _page(name: str, *, status=200, **told) -> HttpResponse:
    return HttpResponse(render_to_string(f"voting/booth/{name}.html", told), status=status)
