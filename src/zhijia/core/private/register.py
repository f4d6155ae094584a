"""The register of personal fields: each kept about someone, for a purpose, on a basis, for a time.

Rooms declare theirs on the plate: `personal={"members.Person.phone": Personal(...)}`; a house test asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from zhijia.core.private.fields import EncryptedText


@dataclass(frozen=True)
class Personal:
    """Why a personal field may be kept (个人信息保护法 6, 13, 17, 19, 28): all in words a member can read."""

    subject: str
    purpose: str
    basis: str
    keep: str
    sensitive: bool = False


HOUSE = {
    "org.User.username": Personal("有账号的人", "登录", "工会履行职责的内部管理", "账号在用期间"),
    "org.User.name": Personal("有账号的人", "写明每件事是谁办的", "工会履行职责的内部管理", "随办理记录永久"),
    "files.StoredFile.name": Personal(
        "附件涉及的人", "认出附件是什么", "随所附业务记录", "随所附业务记录", sensitive=True
    ),
}


def registered(plates: Iterable) -> dict[str, Personal]:
    """All declared fields, "label.Model.field" → Personal; ValueError when two rooms claim one field."""
    everything = dict(HOUSE)
    for plate in plates:
        for name, personal in plate.personal.items():
            if name in everything:
                raise ValueError(f"{name} is declared twice, lastly by {plate.key}")
            everything[name] = personal
    return everything


def unregistered(declared: Iterable[str]) -> list[str]:
    """Encrypted fields nobody declared."""
    return sorted(encrypted_fields() - set(declared))


def unknown(declared: Iterable[str]) -> list[str]:
    """Declared fields that do not exist."""
    return sorted(name for name in declared if not _exists(name))


def encrypted_fields() -> set[str]:
    """Every EncryptedText of the house as "label.Model.field"."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, EncryptedText)
    }


def _exists(name: str) -> bool:
    try:
        model, field = name.rsplit(".", 1)
        apps.get_model(model)._meta.get_field(field)
    except (LookupError, ValueError, FieldDoesNotExist):
        return False
    return True
