"""Make a backup while others work on."""

import errno
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from zhijia import __version__
from zhijia.core.database.backup import archive
from zhijia.core.database.backup.archive import DATABASE, ENDING, STORED, Manifest, Progress, quiet
from zhijia.core.database.backup.sqlite import complaints, connect, row_counts
from zhijia.core.home import Home, home, overwrite
from zhijia.core.private.keys import ring
from zhijia.core.refused import Refused

KEEP = 14
PAGES = 2000
WORKING = ".backup-"
DAY = 24 * 3600


def backup(to: Path | None = None, *, keep: int = KEEP, progress: Progress = quiet) -> Path:
    """One file with everything but the keys, checked before it gets its name.

    Without `to` (a file or a folder) it goes among the home's own backups, of which the last `keep` stay.
    """
    place = home()
    if not place.database.exists():
        raise Refused("还没有资料可以备份。（使用 PostgreSQL 时请用 pg_dump，见安装手册。）")
    target = _target(place, to)
    _sweep(place)
    with _room(target), tempfile.TemporaryDirectory(dir=place.data, prefix=WORKING) as working:
        copy = Path(working) / "copy.sqlite3"
        _copy(place.database, copy, progress)
        manifest = _manifest(copy)
        _pack(place, copy, target, manifest, progress)
    with archive.opened(target, progress):
        overwrite(place.last_backup, json.dumps({"at": manifest.made_at, "file": str(target)}))
    if to is None:
        _prune(place, keep)
    return target


def last_backup(place: Home) -> tuple[datetime, Path] | None:
    """When the last backup of this home was made and where it went."""
    try:
        told = json.loads(place.last_backup.read_text("ascii"))
        return datetime.fromisoformat(told["at"]), Path(told["file"])
    except (OSError, ValueError, KeyError):
        return None


def _target(place: Home, to: Path | None) -> Path:
    name = f"zhijia-{timezone.localtime():%Y%m%d-%H%M%S-%f}{ENDING}"
    target = Path(to or place.backups).expanduser().absolute()
    target = target / name if target.is_dir() else target
    if target.exists():
        raise Refused(f"{target} 已经存在，请换一个文件名，免得盖掉旧的备份。")
    if not target.parent.is_dir():
        raise Refused(f"没有这个文件夹：{target.parent}。请检查U盘是否插好，或换一个位置。")
    return target


@contextmanager
def _room(target: Path) -> Iterator[None]:
    """Say in words that a disk is full, write-protected or gone."""
    try:
        yield
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise Refused("磁盘空间不够，没有做成备份。请清理磁盘，或用 -o 指定别的位置。") from problem
        if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
            raise Refused(f"{target.parent} 不能写入，没有做成备份。请换一个位置。") from problem
        raise


def _copy(database: Path, copy: Path, progress: Progress) -> None:
    """A snapshot of one moment: the read transaction holds it still while others write on."""
    with (
        closing(connect(database)) as source,
        closing(connect(copy)) as target,
    ):
        source.execute("BEGIN")
        source.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=PAGES, progress=lambda _, left, of: progress(of - left, of, "复制数据库"))
        target.execute("PRAGMA journal_mode=DELETE")


def _manifest(copy: Path) -> Manifest:
    with closing(connect(copy)) as connection:
        if wrong := complaints(connection):
            raise Refused(f"数据库自检没有通过，没有做成备份，旧的备份没有动：{wrong[0]}")
        key = ring().current
        return Manifest(
            made_at=timezone.now().isoformat(), app=__version__, key=key.id.hex(), canary=key.canary(),
            rows=row_counts(connection),
        )


def _pack(place: Home, copy: Path, target: Path, manifest: Manifest, progress: Progress) -> None:
    files = stored_files(place)
    with archive.written(target) as writer:
        writer.add(DATABASE, copy)
        for done, name in enumerate(files, 1):
            if (place.folder / name).exists():  # let go since the list was made
                writer.add(name, place.folder / name)
            progress(done, len(files), "装入附件")
        writer.close(replace(manifest, parts=writer.parts), ring().current)


def stored_files(place: Home) -> list[str]:
    """The stored files on disk by their place in the home, drafts of unfinished writes left out."""
    found = (each.relative_to(place.folder).as_posix() for each in place.files.glob("*/*"))
    return sorted(name for name in found if STORED.fullmatch(name))


def _sweep(place: Home) -> None:
    """Remove what a backup that was killed left behind, but not one that is being made now."""
    for left in place.data.glob(f"{WORKING}*"):
        if time.time() - left.stat().st_mtime > DAY:
            shutil.rmtree(left)


def _prune(place: Home, keep: int) -> None:
    for old in sorted(place.backups.glob(f"zhijia-*{ENDING}"))[:-keep]:
        old.unlink()
