"""What the pages of congress share: why someone was absent or left the seat is shown only with a trace."""

from django.db import transaction

from zhijia.core.trail.looks import looked


def seen(request, delegates, purpose: str, page):
    """Show a page only after the look is written down at the record of everyone whose reason it tells.

    If that fails, nothing is shown.
    """
    people = {each.person_id: each.person for each in delegates}
    with transaction.atomic():
        looked(request.actor, people.values(), "congress", purpose)
        return page()
