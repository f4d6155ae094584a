"""A new master key: everything sealed is opened and sealed again, a few rows at a time.

Each value names its key, so a rotation that was interrupted simply goes on where it stopped. Run it while
nobody works: until it is through, a blind lookup finds only the rows already done. The old key stays in the
key file, because old backups and the trail's before-images are still sealed with it.
"""

from collections.abc import Callable, Sequence

from django.apps import apps
from django.db import connections, models, router, transaction

from zhijia.core.home import home
from zhijia.core.private.blind import blind
from zhijia.core.private.fields import BlindIndex, EncryptedText
from zhijia.core.private.keys import Key, reread, ring
from zhijia.core.private.sealing import ID, open_, sealer

CHUNK = 500


def new_key() -> Key:
    """Put a fresh key before the present one; everything sealed from now on uses it."""
    home().new_master_key()
    return reread().current


def rotate(old: Key, new: Key, *, progress: Callable = lambda done, total, message: None, chosen=None) -> int:
    """Seal again with `new` whatever `old` sealed; how many rows. The key file holds both, new first."""
    if ring().current != new or old not in ring().keys:
        raise ValueError("the new key must be the current one and the old one still in the ring")
    models_ = [model for model in chosen or apps.get_models() if _sealed(model)]
    total, done = sum(remaining(model, old) for model in models_), 0
    for model in models_:
        while changed := _chunk(model, old):
            done += changed
            progress(done, total, f"更换密钥：{model._meta.verbose_name}")
    return done


def remaining(model, old: Key) -> int:
    """How many rows of a model the old key still sealed."""
    with _connection(model).cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {_table(model)} WHERE {_old(model)}", _marks(model, old))
        return cursor.fetchone()[0]


def _chunk(model, old: Key) -> int:
    """One short transaction: rows read, opened, sealed anew and written."""
    with transaction.atomic(using=_connection(model).alias), _connection(model).cursor() as cursor:
        cursor.execute(
            f"SELECT {_columns(model)} FROM {_table(model)} WHERE {_old(model)} LIMIT {CHUNK}",
            _marks(model, old),
        )
        rows = [_resealed(model, row) for row in cursor.fetchall()]
        cursor.executemany(_update(model), rows)
        return len(rows)


def _resealed(model, row: Sequence) -> list:
    """(key, uid, sealed…) → (newly sealed…, blind…, key)."""
    key, uid, *blobs = row
    plain = {
        field.name: open_(bytes(blob) if blob else None, field.place(_text(uid)))
        for field, blob in zip(_sealed(model), blobs, strict=True)
    }
    sealed = [sealer(model._meta.db_table, f.column)(plain[f.name], _text(uid)) for f in _sealed(model)]
    return [*sealed, *(blind(plain[field.source]) or None for field in _blind(model)), key]


def _sealed(model) -> list[EncryptedText]:
    return _fields(model, EncryptedText)


def _blind(model) -> list[BlindIndex]:
    return _fields(model, BlindIndex)


def _fields(model, kind: type[models.Field]):
    return [field for field in model._meta.local_concrete_fields if isinstance(field, kind)]


def _connection(model):
    return connections[router.db_for_write(model)]


def _quote(model, name) -> str:
    return _connection(model).ops.quote_name(name)


def _table(model) -> str:
    return _quote(model, model._meta.db_table)


def _columns(model) -> str:
    names = [model._meta.pk.column, model._meta.get_field("uid").column, *(f.column for f in _sealed(model))]
    return ", ".join(_quote(model, name) for name in names)


def _old(model) -> str:
    """Rows with a value whose first bytes name the old key."""
    return " OR ".join(f"substr({_quote(model, field.column)}, 1, {ID}) = %s" for field in _sealed(model))


def _marks(model, old: Key) -> list[bytes]:
    return [old.id] * len(_sealed(model))


def _update(model) -> str:
    sets = ", ".join(f"{_quote(model, f.column)} = %s" for f in (*_sealed(model), *_blind(model)))
    return f"UPDATE {_table(model)} SET {sets} WHERE {_quote(model, model._meta.pk.column)} = %s"


def _text(uid) -> str:
    return uid if isinstance(uid, str) else uid.hex
