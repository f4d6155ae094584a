"""Open a batch, keep what it changes, and take it back."""

import secrets
from base64 import b64decode, b64encode
from datetime import timedelta
from functools import reduce

from django.apps import apps
from django.db import transaction
from django.db.models import BigIntegerField, ForeignKey, ProtectedError, Q, RestrictedError, Subquery
from django.db.models.functions import Cast
from django.utils import timezone

from zhijia.core.imports.models import Batch, Changed
from zhijia.core.org.actor import Actor
from zhijia.core.policy import policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.core.trail.models import Entry

_BLOB = "blob:"


def new_batch(kind, union, file_name, digest, actor: Actor) -> Batch:
    """A batch not yet saved; `deed` saves it together with the rows it brings."""
    code = f"{timezone.localdate():%y%m%d}-{secrets.token_hex(3)}"
    return Batch(code=code, kind=kind, union=union, file_name=file_name[:200], digest=digest, made_by_id=actor.user_id)


def already(kind, union, digest) -> Batch | None:
    """The batch that brought exactly this file into this union before, if it still stands."""
    return Batch.objects.filter(kind=kind, union=union, digest=digest, undone_at=None).first()


def remember(batch: Batch, model, keys) -> None:
    """Keep rows as they are before the batch changes them (a set at a time; every column, blobs in base64)."""
    columns = [f.attname for f in model._meta.concrete_fields]
    label = model._meta.label
    Changed.objects.bulk_create(
        Changed(batch=batch, model=label, row=row["pk"], before=_kept(row))
        for row in _raw(model, keys, columns)
    )


def undo(actor: Actor, batch: Batch, *, power: str) -> dict:
    """Take a batch back: rows it made go, rows it changed are as before. {"removed": n, "restored": n}.

    Refused after `import.undo_days` days, twice, or when later records stand on what it brought.
    """
    days = policy("import.undo_days", batch.union, timezone.localdate())
    if batch.undone_at:
        raise Refused(f"{batch} 已经撤销过了。")
    if timezone.now() - batch.made_at > timedelta(days=days.whole):
        raise Refused(f"导入已超过 {days.value} 天，不能整批撤销；请逐条更正。")
    _refuse_corrected(batch)
    try:
        with transaction.atomic(), deed(actor, power, batch, what=f"撤销导入：{batch.file_name}"[:200]):
            restored = _restore(batch)
            removed = sum(_remove(model, batch) for model in made_by_batches())
            batch.undone_at = timezone.now()
    except (ProtectedError, RestrictedError) as wrong:
        kinds = "、".join(sorted({each._meta.verbose_name for each in list(wrong.args[1])}))
        raise Refused(f"这批导入的人员已经有了{kinds}等记录，不能整批撤销；请先处理这些记录，或逐条更正。") from wrong
    return {"removed": removed, "restored": restored}


def _refuse_corrected(batch) -> None:
    """Rows of the batch that someone corrected by hand since are not silently taken back."""
    written = Entry.objects.filter(model=Batch._meta.label, record=str(batch.pk)).order_by("id").values_list("id", flat=True)[:1]
    later = Entry.objects.filter(id__gt=Subquery(written))
    corrected = 0
    for model in made_by_batches():
        touched = later.filter(model=model._meta.label).annotate(row=Cast("record", BigIntegerField())).values("row")
        corrected += model._base_manager.filter(_of(model, batch), pk__in=touched).count()
    if corrected:
        raise Refused(f"这批导入中有 {corrected} 行后来又人工更正过，不能整批撤销；请逐条处理。")


def _of(model, batch) -> Q:
    """Rows of a model the batch made or changed."""
    changed = batch.changed.filter(model=model._meta.label).values("row")
    return Q(batch=batch) | Q(pk__in=changed)


def made_by_batches():
    """Models whose rows point at the batch that made them, the latest rooms first so that nothing dangles."""
    return [m for m in reversed(apps.get_models()) if any(_points_at_batch(f) for f in m._meta.fields) and m is not Changed]


def _points_at_batch(field):
    return isinstance(field, ForeignKey) and field.related_model is Batch and field.name == "batch"


def _remove(model, batch):
    """Rows of a tree (unions) go leaves first, since a parent is protected by its children."""
    made, removed = model._base_manager.filter(batch=batch), 0
    own = [f.name for f in model._meta.fields if isinstance(f, ForeignKey) and f.related_model is model]
    while True:
        parents = [made.exclude(**{name: None}).values(name) for name in own]
        leaves = reduce(lambda rows, keys: rows.exclude(pk__in=keys), parents, made)
        gone = leaves.delete()[1].get(model._meta.label, 0)
        removed += gone
        if not own or not gone:
            return removed


def _restore(batch):
    kept = list(batch.changed.all())
    for each in kept:
        model = apps.get_model(each.model)
        values = {name: _thawed(value) for name, value in each.before.items()}
        model._base_manager.filter(pk=each.row).update(**{k: v for k, v in values.items() if k != model._meta.pk.attname})
    batch.changed.all().delete()
    return len(kept)


def _raw(model, keys, columns):
    keys = list(keys)
    for start in range(0, len(keys), 500):
        yield from model._base_manager.filter(pk__in=keys[start:start + 500]).values("pk", *columns)


def _kept(row):
    return {k: _frozen(v) for k, v in row.items() if k != "pk"}


def _frozen(value):
    if isinstance(value, (bytes, memoryview)):
        return _BLOB + b64encode(bytes(value)).decode()
    return value if value is None or isinstance(value, (str, int, float, bool, list, dict)) else str(value)


def _thawed(value):
    return b64decode(value[len(_BLOB):]) if isinstance(value, str) and value.startswith(_BLOB) else value
