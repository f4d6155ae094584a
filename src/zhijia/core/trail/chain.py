"""The hash chain over the trail: an entry cannot be altered, dropped or slipped in without `verify` saying so."""

import hashlib
import json
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from zhijia.core.refused import Refused
from zhijia.core.trail.models import Entry

GENESIS = "0" * 64
CLOCK_SLACK = timedelta(minutes=5)
_LOCK = 0x5A48  # one writer at a time on PostgreSQL; SQLite transactions are IMMEDIATE already


def digest(entry: Entry) -> str:
    """SHA-256 over the previous hash and everything the entry says."""
    told = [
        entry.previous, entry.at.isoformat(), entry.actor_id, entry.actor_name, entry.hats, entry.power,
        entry.what, entry.union_id, entry.model, entry.record, entry.changes,
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def append(**told) -> Entry:
    """Add an entry inside the transaction of the act it tells of."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = Entry.objects.order_by("-id").values_list("hash", "at").first()
    now = timezone.now()
    if last and now < last[1] - CLOCK_SLACK:
        raise Refused("电脑时间比上一笔记录还早，请先校正系统日期和时间，再保存。")
    entry = Entry(at=now, previous=last[0] if last else GENESIS, **told)
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry


def head() -> int:
    """The number of the last entry: a stamp of the state of all records, since nothing changes without one."""
    return Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0


def verify() -> list[str]:
    """Walk the chain; each broken link as one Chinese sentence, none when it is whole."""
    findings, previous = [], GENESIS
    for entry in Entry.objects.order_by("id").iterator(chunk_size=2000):
        if entry.previous != previous:
            findings.append(f"留痕第 {entry.pk} 条与前一条接不上：中间的记录被删除或改动过。")
        elif entry.hash != digest(entry):
            findings.append(f"留痕第 {entry.pk} 条内容被改动过。")
        previous = entry.hash
    return findings
