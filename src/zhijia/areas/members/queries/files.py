"""Rosters handed in and brought in."""

from django.db.models import QuerySet

from zhijia.core.files.models import StoredFile
from zhijia.core.imports.models import Batch
from zhijia.core.org.scope import reach

POWER, KIND = "members.import", "roster"


def handed_in(actor) -> QuerySet[StoredFile]:
    """Files the actor handed in for a union within reach and has not written yet."""
    return StoredFile.objects.filter(reach(actor, POWER), added_by=actor.user_id).select_related("union")


def batches(actor) -> QuerySet[Batch]:
    """Roster imports within reach, the latest first."""
    return Batch.objects.filter(reach(actor, POWER), kind=KIND).select_related("union", "made_by")
