"""Alice at her desk: a browser that is logged in as chair of the mill."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client


def browser(actor) -> Client:
    client = Client()
    user = get_user_model().objects.get(pk=actor.user_id)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def at_desk(alice):
    return browser(alice)
