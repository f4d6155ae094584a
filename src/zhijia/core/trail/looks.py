"""Looking at hardship, health or identity data leaves a trace the person can see, although nothing changed."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from zhijia.core.org.actor import Actor
from zhijia.core.trail.models import Look


def looked(actor: Actor, subjects, group: str, purpose: str) -> None:
    """Write down a look before the data is shown; if this fails, the data must not be shown (SECURITY.md).

    `subjects` are records of one model; one event a subject, viewer, group and day, later looks of the day count up.
    """
    subjects = list(subjects)
    with transaction.atomic():
        for subject in subjects:
            key = {
                "subject_kind": subject._meta.label, "subject_id": subject.pk, "viewer_id": actor.user_id,
                "group": group, "day": timezone.localdate(),
            }
            if not Look.objects.filter(**key).update(times=F("times") + 1):
                Look.objects.create(**key, viewer_name=actor.name, hats=actor.hats[:200], purpose=purpose)


def looks_at(subject):
    """Who looked at this record, newest first."""
    return Look.objects.filter(subject_kind=subject._meta.label, subject_id=subject.pk).order_by("-day", "-id")
