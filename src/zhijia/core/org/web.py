"""The first gate: who is asking, and whether a view is for them at all."""

from functools import wraps

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from zhijia.core.org.actor import Actor, actor_of
from zhijia.core.org.models import User


def actor_middleware(get_response):
    """Put `request.actor` on every request; found on first use, with one query."""

    def middleware(request):
        request.actor = SimpleLazyObject(lambda: _who(request))
        return get_response(request)

    return middleware


def _who(request) -> Actor:
    user_id = request.session.get(SESSION_KEY)
    actor = user_id and actor_of(int(user_id), today=timezone.localdate())
    if not actor or not _same_password(request, actor):
        return Actor.nobody()
    return actor


def _same_password(request, actor) -> bool:
    """A changed password ends every session opened with the old one."""
    expected = User(pk=actor.user_id, password=actor.password).get_session_auth_hash()
    return constant_time_compare(request.session.get(HASH_SESSION_KEY, ""), expected)


def needs(key: str):
    """A view for holders of a power; the view carries its power so that the house test can list every gate."""

    def gate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.actor.known:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            if not request.actor.may(key):
                raise PermissionDenied("这个页面不在您的职责范围内。")
            return view(request, *args, **kwargs)

        guarded.gate = key
        return guarded

    return gate


def for_known(view):
    """A view for anyone who has logged in; what it shows is theirs by query."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.actor.known:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        return view(request, *args, **kwargs)

    guarded.gate = "known"
    return guarded


def for_all(view):
    """A view for everybody, said on purpose."""
    view.gate = "all"
    return view
