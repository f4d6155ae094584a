"""Look whether all is well: the database, its profile, the key, the stored files, the last backup."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.utils import timezone

from zhijia.core.database.backup.archive import Progress, quiet
from zhijia.core.database.backup.making import last_backup, stored_files
from zhijia.core.database.backup.sqlite import complaints
from zhijia.core.database.profile import shortcomings
from zhijia.core.files.models import StoredFile
from zhijia.core.files.storing import open_file
from zhijia.core.home import Home, home
from zhijia.core.private.keys import reread
from zhijia.core.refused import Refused

STALE = timedelta(days=8)
DAY = 24 * 3600


@dataclass(frozen=True)
class Finding:
    """One thing that needs a look: `area` is database, profile, key, files or backup."""

    area: str
    message: str

    def __str__(self):
        return self.message


def check(*, progress: Progress = quiet) -> list[Finding]:
    """Everything that needs a look; an empty list when all is well (the trail verifies itself)."""
    place = home()
    told = {
        "profile": _profile(), "database": _database(), "key": _key(place),
        "files": [*_files(progress), *_left_behind(place)], "backup": _backup(place),
    }
    return [Finding(area, message) for area, messages in told.items() for message in messages]


def _profile() -> list[str]:
    wrong = shortcomings(connection) if connection.vendor == "sqlite" else []
    return [f"数据库设置：{each}" for each in wrong]


def _database() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    connection.ensure_connection()
    return complaints(connection.connection)


def _key(place: Home) -> Iterator[str]:
    try:
        reread()
    except Refused as no:
        yield str(no)
        return
    if os.name != "nt" and place.master_key_file.stat().st_mode & 0o077:
        yield f"密钥文件 {place.master_key_file} 别人也能读，请改为只有本人可读。"


def _files(progress: Progress) -> Iterator[str]:
    """Every stored file is opened: its seal proves it is what was handed in."""
    total = StoredFile.objects.count()
    for done, stored in enumerate(StoredFile.objects.iterator(), 1):
        try:
            open_file(stored)
        except Refused as no:
            yield f"附件 {stored.pk}：{no}"
        progress(done, total, "核对附件")


def _left_behind(place: Home) -> Iterator[str]:
    """Contents without a row, from an act that was taken back; not those of acts still under way."""
    known = {uid.hex for uid in StoredFile.objects.values_list("uid", flat=True)}
    extra = [name for name in stored_files(place) if name.rsplit("/", 1)[-1] not in known]
    old = [name for name in extra if time.time() - (place.folder / name).stat().st_mtime > DAY]
    if old:
        yield f"附件文件夹里有 {len(old)} 个没有登记的文件（例如 {old[0]}），可以删去。"


def _backup(place: Home) -> Iterator[str]:
    found = last_backup(place)
    since = found[0] if found else _born(place)
    if timezone.now() - since > STALE:
        how_long = f"已有 {(timezone.now() - since).days} 天没有" if found else "还从未"
        yield f"{how_long}备份，请运行 zhijia backup。"
    if found and place.backups in found[1].parents and not found[1].exists():
        yield f"最近一次的备份文件不见了：{found[1]}。请再备份一次。"


def _born(place: Home) -> datetime:
    """When this home was first opened."""
    made = place.secret_key_file.stat().st_mtime if place.secret_key_file.exists() else time.time()
    return datetime.fromtimestamp(made, UTC)
