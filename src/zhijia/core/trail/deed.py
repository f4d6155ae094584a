"""deed(): the doorway through which rows change.

Opens a transaction, locks and refreshes the record, checks the power at the record's place before and after,
lets the action work, cleans, saves, and appends who did what to the trail.
"""

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from zhijia.core.org.actor import Actor
from zhijia.core.refused import Refused
from zhijia.core.trail.chain import append

HIDDEN = "（已填，不显示）"
_plain = DjangoJSONEncoder()


@contextmanager
def deed(actor: Actor, power: str, record: models.Model, *, what: str = "", own: bool = False):
    """Do something to a record that someone could be asked about.

    `what` is the act in a few Chinese words; `own` marks an act upon the actor's own record, where the query that
    found the record has already been the gate. Raises PermissionDenied out of reach, Refused on impossible values.
    """
    with transaction.atomic():
        before = {}
        if not record._state.adding:
            _lock(record)
            _allow(actor, power, record, own)
            before = _told(record)
        yield record
        _allow(actor, power, record, own)
        _clean(record)
        record.save()
        append(
            actor_id=actor.user_id, actor_name=actor.name, hats=actor.hats[:200], power=power,
            what=(what or str(record._meta.verbose_name))[:200], union_id=_union(record).pk,
            model=record._meta.label, record=str(record.pk), changes=_changes(before, _told(record)),
        )


def _lock(record):
    manager = type(record)._base_manager
    manager.select_for_update().only("pk").get(pk=record.pk)
    record.refresh_from_db()


def _union(record):
    return record.union


def _allow(actor, power, record, own):
    if not own and not actor.can(power, _union(record)):
        raise PermissionDenied("这件事不在您的职责范围内。")


def _clean(record):
    try:
        record.full_clean()
    except ValidationError as wrong:
        raise Refused("；".join(_sentences(record, wrong))) from wrong


def _sentences(record, wrong: ValidationError):
    """Each complaint with the name of the field it is about."""
    for name, messages in wrong.message_dict.items():
        label = "" if name == "__all__" else f"{record._meta.get_field(name).verbose_name}："
        yield from (f"{label}{message}" for message in messages)


def _told(record) -> dict:
    """Column values as the trail may tell them: protected fields only as filled or not."""
    told = {}
    for field in record._meta.concrete_fields:
        value = field.value_from_object(record)
        told[field.attname] = (HIDDEN if value else "") if getattr(field, "private", False) else _json(value)
    return told


def _json(value):
    return value if value is None or isinstance(value, (str, int, float, bool, list, dict)) else _plain.default(value)


def _changes(before: dict, after: dict) -> dict:
    """{column: [before, after]} for what changed; a new record tells only what was filled."""
    return {
        name: [before.get(name), value]
        for name, value in after.items()
        if before.get(name) != value and (before or value not in (None, "", [], {}))
    }
