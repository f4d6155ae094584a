"""Once: a form sent twice (double click, reload, back) is carried out once, on every process and engine."""

import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhijia.kit.models import Sent

FIELD = "kit_once"
KEPT = timedelta(days=2)


def fresh() -> str:
    """A token for a form about to be shown."""
    return secrets.token_hex(16)


def once(token: str, act):
    """Carry out the act together with its token, all or nothing: (what it returns, True); the second time
    (the address it led to, False). The act returns an address or a response.

    The token is written first, so a second sending waits for the first and then finds it there.
    """
    with transaction.atomic():
        if token and not _first(token):
            return Sent.objects.filter(pk=token[:32]).values_list("then", flat=True).first() or "", False
        then = act()
        if token and isinstance(then, str):
            Sent.objects.filter(pk=token[:32]).update(then=then[:500])
        return then, True


def _first(token: str) -> bool:
    Sent.objects.filter(at__lt=timezone.now() - KEPT).delete()
    try:
        with transaction.atomic():
            Sent.objects.create(token=token[:32])
    except IntegrityError:
        return False
    return True
