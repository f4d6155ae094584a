"""Long work of the members room: a large roster is written while the page shows how far it is."""

from django.urls import reverse
from django.utils import timezone

from zhijia.areas.members import importing, queries
from zhijia.core.files.storing import discard
from zhijia.core.jobs.registry import job
from zhijia.core.org.actor import actor_of

LARGE = 2000  # rows from which writing may take longer than two seconds on a small machine


@job("members.import", name="导入花名册")
def import_roster(run, *, stored: int, user: int) -> dict:
    """Judge a kept roster once more and write it; a file that is gone was written by an earlier attempt."""
    actor = actor_of(user, today=timezone.localdate())
    file = queries.handed_in(actor).filter(pk=stored).first()
    if file is not None:
        run.progress(0, 2, "正在读取和核对")
        verdict = importing.judge_kept(actor, file)
        run.progress(1, 2, "正在写入")
        importing.write(actor, file.union, verdict)
        discard(file)
    return {"then": reverse("members:people")}
