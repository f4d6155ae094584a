"""The page of a long job: how far it is, then on to what it made."""

from django.shortcuts import get_object_or_404

from zhijia.core.jobs.models import Job, State
from zhijia.core.jobs.registry import kind_of
from zhijia.core.org.web import for_known
from zhijia.kit.pages import progress_page


@for_known
def job(request, pk):
    """How far a job of one's own is; a job of someone else is not there."""
    found = get_object_or_404(Job, pk=pk, created_by_id=request.actor.user_id)
    kind = kind_of(found.kind)
    return progress_page(
        request, title=kind.name if kind else found.kind, finished=found.done, total=found.total,
        message=found.message or found.get_state_display(), then=(found.result or {}).get("then", "") if found.over else "",
        failed=found.message if found.state == State.FAILED else "",
    )
