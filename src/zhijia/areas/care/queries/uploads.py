"""Files handed in: a visit book waiting to be looked at, the signed sheet of a visit."""

from django.db.models import QuerySet

from zhijia.core.files.models import StoredFile
from zhijia.core.imports.models import Batch
from zhijia.core.org.scope import reach


def waiting(actor) -> QuerySet[StoredFile]:
    """Visit books this actor handed in where the actor may write."""
    return StoredFile.objects.filter(reach(actor, "care.visit"), added_by_id=actor.user_id).select_related("union")


def batches(actor) -> QuerySet[Batch]:
    """Imports of visit books within reach, the latest first."""
    return Batch.objects.filter(reach(actor, "care.visit"), kind="visits").select_related("union", "made_by")
