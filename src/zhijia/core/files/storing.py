"""Take a file in, open it, give it out, let it go."""

import os
import secrets
import tempfile
from contextlib import contextmanager
from pathlib import Path
from unicodedata import category

from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from zhijia.core.files.content import judge
from zhijia.core.files.digest import digest_of
from zhijia.core.files.models import StoredFile
from zhijia.core.home import sync_folder
from zhijia.core.private.sealing import open_bytes, seal_bytes
from zhijia.core.refused import Refused

CAP = 20 * 1024 * 1024
PURPOSE = "files"
LONGEST_NAME = 150


def store(union, name: str, fileobj, by=None, *, cap: int = CAP) -> StoredFile:
    """Keep a file of a union; `by` is the Actor. Refused when it is too large or of a kind we do not take.

    The content is on disk before the row is: a row never points at nothing. If the transaction around it is
    rolled back, the content stays behind and `check` names it.
    """
    data = fileobj.read(cap + 1)
    if len(data) > cap:
        raise Refused(f"文件超过 {cap // 1024 // 1024 or 1} MB，请压缩或分成几份再上传。")
    content = judge(data, name)
    kept = StoredFile(
        union=union, name=clean_name(name, content.ending), mime=content.mime, size=len(data),
        digest=digest_of(data), added_by_id=by and by.user_id,
    )
    write_sealed(kept, data)
    kept.save()
    return kept


def open_file(stored: StoredFile) -> bytes:
    """The content, proved by its seal to be what was handed in under this row."""
    try:
        blob = stored.path.read_bytes()
    except FileNotFoundError:
        raise Refused(f"附件“{stored.name}”的内容不在文件夹里，请从备份恢复。") from None
    return open_bytes(blob, stored.place, PURPOSE)


@contextmanager
def on_disk(stored: StoredFile):
    """A kept file as a plain file of its own kind, for as long as a reader of files needs one."""
    with tempfile.TemporaryDirectory(prefix="zhijia-") as folder:
        path = Path(folder) / f"file{Path(stored.name).suffix.lower()}"
        path.write_bytes(open_file(stored))
        yield path


def download(stored: StoredFile) -> HttpResponse:
    """The file as a download: never shown inside our pages, never run, never cached."""
    response = HttpResponse(open_file(stored), content_type=stored.mime)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=stored.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def same(union, data: bytes) -> StoredFile | None:
    """A file of this union with exactly this content, if there is one."""
    return StoredFile.objects.filter(union=union, digest=digest_of(data)).first()


def discard(stored: StoredFile) -> None:
    """Let a file go: its row now, its content once that is certain."""
    path = stored.path
    stored.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def clean_name(name: str, ending: str) -> str:
    """A name without folders and invisible characters, with the ending of what the file really is."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in last if category(c)[0] != "C").strip(" .")
    stem = os.path.splitext(plain)[0][:LONGEST_NAME - len(ending)].rstrip(" .") or "未命名"
    return stem + ending


def write_sealed(stored: StoredFile, data: bytes) -> None:
    """Put the content in its place whole, so that a power cut leaves all of it or nothing."""
    blob = seal_bytes(data, stored.place, PURPOSE)
    stored.path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = stored.path.with_name(f".{stored.uid.hex}.{secrets.token_hex(4)}")
    _write(draft, blob)
    os.replace(draft, stored.path)
    sync_folder(stored.path.parent)


def _write(path: Path, blob: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(blob)
        out.flush()
        os.fsync(out.fileno())
