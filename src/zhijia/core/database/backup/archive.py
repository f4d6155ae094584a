"""The file a backup is: a zip that ends in the SHA-256 of all before it: no flipped byte goes unseen."""

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from zhijia.core.private.keys import Key
from zhijia.core.refused import Refused

ENDING = ".zjb"
FORMAT = 1
DATABASE, MANIFEST, SEAL = "data/zhijia.sqlite3", "manifest.json", "manifest.seal"
STORED = re.compile(r"files/[0-9a-f]{2}/[0-9a-f]{32}")
TAIL, DIGITS = b"sha256:", 64
BLOCK = 1 << 20
Progress = Callable[[int, int, str], None]
DAMAGED = "备份文件不完整或已损坏，不能用它恢复。请换一份备份。"


def quiet(done: int, total: int, message: str) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True)
class Part:
    """One file inside: how large, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What is inside a backup, and which key it needs."""

    made_at: str
    app: str
    key: str
    canary: str
    rows: dict[str, int]
    parts: dict[str, Part] = field(default_factory=dict)
    format: int = FORMAT

    def encoded(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()


def decoded(data: bytes) -> Manifest:
    """The manifest as it was written; Refused when a newer program wrote it or it is none."""
    try:
        told = json.loads(data)
        parts = {name: Part(**part) for name, part in told.pop("parts").items()}
        manifest = Manifest(parts=parts, **told)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Refused(DAMAGED) from None
    if manifest.format > FORMAT:
        raise Refused("这份备份是更新版本的程序做的，请先升级程序再恢复。")
    if DATABASE not in parts or not all(name == DATABASE or STORED.fullmatch(name) for name in parts):
        raise Refused(DAMAGED)
    return manifest


class Writer:
    """Puts files into a new archive, noting size and hash of each as it goes."""

    def __init__(self, archive: zipfile.ZipFile):
        self.archive = archive
        self.parts: dict[str, Part] = {}

    def add(self, name: str, source: Path) -> None:
        """Ciphertext does not shrink; only the database is compressed."""
        entry = zipfile.ZipInfo.from_file(source, name, strict_timestamps=False)
        entry.compress_type = zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED
        with source.open("rb") as read, self.archive.open(entry, "w", force_zip64=True) as write:
            self.parts[name] = Part(*_copied(read, write))

    def close(self, manifest: Manifest, key: Key) -> None:
        encoded = manifest.encoded()
        self.archive.writestr(MANIFEST, encoded)
        self.archive.writestr(SEAL, key.digest("backup", encoded).hex())
        self.archive.comment = TAIL + b"0" * DIGITS


@contextmanager
def written(target: Path) -> Iterator[Writer]:
    """A new archive under its name only once it is whole and on the disk."""
    draft = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", compresslevel=4) as archive:
            yield Writer(archive)
        _sign(draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def opened(file: Path, progress: Progress = quiet) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """An archive whose every byte is as it was written."""
    _require_whole(file, progress)
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, decoded(archive.read(MANIFEST))
    except (zipfile.BadZipFile, KeyError, EOFError):
        raise Refused(DAMAGED) from None


def require_seal(archive: zipfile.ZipFile, manifest: Manifest, key: Key) -> None:
    """That whoever wrote the manifest held the key: a hash alone could be made anew by anyone."""
    if archive.read(SEAL) != key.digest("backup", manifest.encoded()).hex().encode():
        raise Refused("备份文件的清单被人改过，不能用它恢复。请换一份备份。")


def extract(archive: zipfile.ZipFile, name: str, part: Part, target: Path) -> None:
    """Write one file out, verified."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with archive.open(name) as read, os.fdopen(handle, "wb") as write:
        copied = Part(*_copied(read, write))
        write.flush()
        os.fsync(write.fileno())
    if copied != part:
        raise Refused(DAMAGED)


def _copied(read, write) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    while block := read.read(BLOCK):
        write.write(block)
        digest.update(block)
        size += len(block)
    return size, digest.hexdigest()


def _sign(draft: Path) -> None:
    with draft.open("r+b") as file:
        digest = _digest(file, draft.stat().st_size - DIGITS, quiet)
        file.write(digest)
        file.flush()
        os.fsync(file.fileno())


def _require_whole(file: Path, progress: Progress) -> None:
    if not file.is_file():
        raise Refused(f"没有找到备份文件：{file}")
    length = file.stat().st_size - DIGITS
    with file.open("rb") as read:
        if length <= len(TAIL) or _digest(read, length, progress) != read.read():
            raise Refused(DAMAGED)


def _digest(file, length: int, progress: Progress) -> bytes:
    """Hash of the first bytes of a file, which is left standing right behind them."""
    digest, left = hashlib.sha256(), length
    file.seek(0)
    while left and (block := file.read(min(BLOCK, left))):
        digest.update(block)
        left -= len(block)
        progress(length - left, length, "核对备份文件")
    return digest.hexdigest().encode()
