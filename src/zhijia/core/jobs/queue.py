"""Put a job in, take the next one out, call one off."""

from datetime import timedelta

from django.db import connections, router, transaction
from django.db.models import Q
from django.utils import timezone

from zhijia.core.jobs.models import Job, State

LEASE = timedelta(seconds=60)
ATTEMPTS = 3
GIVEN_UP = "试了三次都在中途断开，没有办完；已办的部分保留着。请稍后重新发起，仍不行请联系维护人员。"


def enqueue(kind: str, args: dict | None = None, by=None, *, union=None) -> Job:
    """Ask for a job, in the transaction of the act that needs it; `by` is the Actor."""
    return Job.objects.create(kind=kind, args=args or {}, created_by_id=by and by.user_id, union=union)


def claim() -> Job | None:
    """The oldest job that waits, or whose worker fell silent, leased to the caller; never the same to two."""
    now, connection = timezone.now(), connections[router.db_for_write(Job)]
    _give_up(now)
    if not Job.objects.filter(_free(now)).exists():  # a look takes no lock: an idle worker disturbs nobody
        return None
    moment, until = _moment(connection, now), _moment(connection, now + LEASE)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(_statement(connection), [until, moment, moment])
        row = cursor.fetchone()
    return Job.objects.get(pk=row[0]) if row else None


def cancel(job: Job) -> bool:
    """Call a job off; whether that was still possible. A running one stops at its next step."""
    return bool(
        Job.objects.filter(pk=job.pk, state__in=(State.QUEUED, State.RUNNING)).update(
            state=State.CANCELLED, finished_at=timezone.now(), message="已取消。"
        )
    )


def _give_up(now) -> None:
    """Jobs that fell silent too often are not tried again."""
    silent = Job.objects.filter(state=State.RUNNING, lease_until__lt=now, attempts__gte=ATTEMPTS)
    if silent.exists():
        silent.update(state=State.FAILED, finished_at=now, message=GIVEN_UP)


def _free(now) -> Q:
    return Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)


def _statement(connection) -> str:
    """One statement, so that looking and taking cannot be torn apart."""
    lock = " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    table = Job._meta.db_table
    return (
        f"UPDATE {table} SET state = 'running', attempts = attempts + 1, lease_until = %s, "
        f"started_at = COALESCE(started_at, %s) WHERE id = ("
        f"SELECT id FROM {table} WHERE state = 'queued' OR (state = 'running' AND lease_until < %s) "
        f"ORDER BY id LIMIT 1{lock}) RETURNING id"
    )


def _moment(connection, when):
    return connection.ops.adapt_datetimefield_value(when)
