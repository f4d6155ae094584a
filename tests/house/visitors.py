"""Everybody who asks the house something, each logged in once; nothing a request does is kept."""

import re

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction
from django.test import Client

from zhijia.core.org.actor import Actor
from zhijia.core.org.models import User

TOKENS = re.compile(rb'(name="(?:csrfmiddlewaretoken|kit_once)" value=")[^"]*')
PRINTED = re.compile("(打印时间：)[^<]*".encode())


def session_of(actor: Actor) -> str | None:
    """What the browser of someone who has logged in sends with every request."""
    if not actor.known:
        return None
    session = Client().session
    session[SESSION_KEY] = str(actor.user_id)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = User.objects.get(pk=actor.user_id).get_session_auth_hash()
    session.save()
    return session.session_key


class Visitors:
    """Clients of the actors of a world. `csrf`: forms must carry the token, as in a browser."""

    def __init__(self, actors: dict[str, Actor], *, csrf=False):
        self.cookies = {name: session_of(actor) for name, actor in actors.items()}
        self.client = Client(raise_request_exception=False, enforce_csrf_checks=csrf)

    def ask(self, actor: str, method: str, url: str, data=None, **headers):
        """The answer, with its whole body in `body`; the database is as before."""
        self.client.cookies.clear()
        if self.cookies[actor]:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[actor]
        with transaction.atomic():
            response = self._sent(method, url, data, headers)
            response.body = b"".join(response.streaming_content) if response.streaming else response.content
            response.close()
            transaction.set_rollback(True)
        return response

    def _sent(self, method, url, data, headers):
        if method == "GET":
            return self.client.get(url, headers=headers)
        return self.client.post(url, {"sent": "1"} if data is None else data, headers=headers)


def bare(response, url: str) -> bytes:
    """A body without what differs between any two requests: one-time tokens, the minute, and the address asked for."""
    return PRINTED.sub(rb"\1", TOKENS.sub(rb"\1", response.body)).replace(url.encode(), b"")
