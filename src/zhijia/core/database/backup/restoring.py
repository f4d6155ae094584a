"""Put a backup back, into an empty home only, and only with the key it was made with."""

import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from zhijia.core.database.backup import archive as archives
from zhijia.core.database.backup.archive import DAMAGED, DATABASE, Manifest, Progress, quiet
from zhijia.core.database.backup.sqlite import complaints, connect, empty, row_counts
from zhijia.core.home import Home, parse_keys, sync_folder
from zhijia.core.private.keys import Key
from zhijia.core.refused import Refused

STAGING = "restoring"
ELSEWHERE = "请用 ZHIJIA_HOME 指定一个空文件夹。"


def restore(file: Path, place: Home, *, progress: Progress = quiet) -> dict:
    """Verify everything, then put it in place; the database comes last, so that half a restore is none.

    Refused, with nothing changed, when the home holds records, the file is damaged, or the key does not fit.
    """
    place.prepare()
    with archives.opened(Path(file), progress) as (archive, manifest):
        key = _fitting_key(place, manifest)
        archives.require_seal(archive, manifest, key)
        _require_empty(place)
        staging = _fresh(place)
        try:
            _unpack(archive, manifest, staging, progress)
            _require_sound(staging / DATABASE, manifest)
        except BaseException:
            shutil.rmtree(staging)
            raise
        _put_in_place(place, staging, key)
    return {
        "restored": str(file), "made_at": manifest.made_at,
        "rows": sum(manifest.rows.values()), "files": len(manifest.parts) - 1,
    }


def _fitting_key(place: Home, manifest: Manifest) -> Key:
    where = place.master_key_file
    if not where.exists():
        raise Refused(f"密钥不在备份里。请把原来电脑上的密钥文件 master.key 复制到 {where}，再恢复一次。")
    for key in map(Key, parse_keys(where)):
        if key.canary() == manifest.canary:
            return key
    raise Refused(
        f"密钥文件 {where} 打不开这份备份（备份需要编号 {manifest.key} 的密钥）。"
        "请换上做备份时用的 master.key。"
    )


def _require_empty(place: Home) -> None:
    if _holds_records(place):
        raise Refused(f"{place.folder} 里已有资料，为免覆盖不能恢复到这里。{ELSEWHERE}")
    if not (place.folder / STAGING).exists() and any(place.files.iterdir()):
        raise Refused(f"{place.files} 里已有附件，为免混杂不能恢复到这里。{ELSEWHERE}")


def _holds_records(place: Home) -> bool:
    if not place.database.exists():
        return False
    with closing(connect(place.database)) as connection:
        try:
            return not empty(connection)
        except sqlite3.DatabaseError:
            return True


def _fresh(place: Home) -> Path:
    """An empty staging folder; what an interrupted restore left is cleared away."""
    staging = place.folder / STAGING
    if staging.exists():
        shutil.rmtree(place.files)
        shutil.rmtree(staging)
    staging.mkdir(mode=0o700)
    place.prepare()
    return staging


def _unpack(archive: zipfile.ZipFile, manifest: Manifest, staging: Path, progress: Progress) -> None:
    for done, (name, part) in enumerate(manifest.parts.items(), 1):
        archives.extract(archive, name, part, staging / name)
        progress(done, len(manifest.parts), "取出备份")


def _require_sound(database: Path, manifest: Manifest) -> None:
    with closing(connect(database)) as connection:
        if complaints(connection) or row_counts(connection) != manifest.rows:
            raise Refused(DAMAGED)


def _put_in_place(place: Home, staging: Path, key: Key) -> None:
    (staging / "files").mkdir(exist_ok=True)
    place.files.rmdir()
    os.replace(staging / "files", place.files)
    place.mark(key.secret)
    for beside in ("-wal", "-shm", "-journal"):
        place.database.with_name(place.database.name + beside).unlink(missing_ok=True)
    os.replace(staging / DATABASE, place.database)
    sync_folder(place.database.parent)
    sync_folder(place.folder)
    shutil.rmtree(staging)
