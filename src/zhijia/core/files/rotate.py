"""Files under a new master key: opened and sealed again one by one; what is done already is skipped."""

from collections.abc import Callable

from django.db import transaction

from zhijia.core.files.digest import digest_of
from zhijia.core.files.models import StoredFile
from zhijia.core.files.storing import PURPOSE, write_sealed
from zhijia.core.private.keys import ring
from zhijia.core.private.sealing import ID, open_bytes


def rotate_files(*, progress: Callable = lambda done, total, message: None) -> int:
    """How many files were sealed again with the current key.

    A file names its key, and its row's digest shows which key that was made with: an interruption between the
    two is set right by the next run.
    """
    total, changed = StoredFile.objects.count(), 0
    for done, stored in enumerate(StoredFile.objects.order_by("pk").iterator(), 1):
        changed += _again(stored)
        progress(done, total, "更换密钥：附件")
    return changed


def _again(stored: StoredFile) -> bool:
    blob = stored.path.read_bytes()
    data = open_bytes(blob, stored.place, PURPOSE)
    stale = blob[:ID] != ring().current.id
    if not stale and stored.digest == digest_of(data):
        return False
    with transaction.atomic():
        StoredFile.objects.filter(pk=stored.pk).update(digest=digest_of(data))
        if stale:
            write_sealed(stored, data)
    return True
