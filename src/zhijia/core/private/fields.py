"""Columns that hold what others must not read: EncryptedText, and BlindIndex to find equal values."""

from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from zhijia.core.private.blind import blind, blinder
from zhijia.core.private.sealing import open_, place, sealer


class Sealed(bytes):
    """Ciphertext as it came from the database, not opened yet."""


class SealedAttribute(DeferredAttribute):
    """Opens a value when it is first read, so that a list which does not show it never pays for it."""

    def __get__(self, instance, owner=None):
        value = super().__get__(instance, owner)
        if isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = self.field.opened(instance, value)
        return value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class SealedColumn(models.Field):
    """A BLOB column of which only presence or equality may be asked; the trail says no more of it."""

    private = True
    allowed: tuple[str, ...] = ("isnull",)
    column: str  # known once the field stands in a model

    def __init__(self, *args, **options):
        super().__init__(*args, **{**options, "null": True})

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        options.pop("null", None)
        return name, path, args, options

    def get_internal_type(self):
        return "BinaryField"

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name in self.allowed else None

    def get_prep_value(self, value):
        """Only ciphertext goes to the database: a bulk update or a filter by plain text is a mistake."""
        if isinstance(value, str) and value:
            raise TypeError(f"{self} takes sealed bytes only: save() seals a value, blind() looks one up.")
        return bytes(value) if value else None

    def get_db_prep_value(self, value, connection, prepared=False):
        value = super().get_db_prep_value(value, connection, prepared)
        return connection.Database.Binary(value) if isinstance(value, bytes) else value


class EncryptedText(SealedColumn):
    """Text encrypted in its row (AES-256-GCM). The model needs `uid`, a unique UUID with a default.

    Reads and writes as str; nothing is "". Cannot be searched or sorted by the database; see BlindIndex.
    """

    descriptor_class = SealedAttribute

    def __init__(self, *args, **options):
        super().__init__(*args, **{"default": "", **options})
        if self.max_length:
            self.validators.append(MaxLengthValidator(self.max_length))

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        options.pop("default", None)
        return name, path, args, options

    def check(self, **options):
        return [*super().check(**options), *self._check_uid()]

    def _check_uid(self):
        try:
            fit = isinstance(self.model._meta.get_field("uid"), models.UUIDField)
        except FieldDoesNotExist:
            fit = False
        wrong = checks.Error("EncryptedText needs a UUIDField `uid`.", obj=self, id="private.E001")
        return [] if fit else [wrong]

    def to_python(self, value):
        return "" if value is None else value

    def from_db_value(self, value, expression, connection):
        return "" if value is None else Sealed(value)

    def place(self, uid) -> bytes:
        """What a value of this column in this row is sealed to."""
        return place(self.model._meta.db_table, self.column, uid)

    def opened(self, instance, blob) -> str:
        """Open a value, remembering its ciphertext: a save that does not change it writes the same bytes."""
        aad = self.place(instance.uid)
        value = open_(blob, aad)
        self._remember(instance, value, aad, blob)
        return value

    def pre_save(self, model_instance, add):
        value, aad = getattr(model_instance, self.attname), self.place(model_instance.uid)
        known = model_instance.__dict__.get(self._memory)
        if known and known[:2] == (value, aad):
            return known[2]
        blob = sealer(self.model._meta.db_table, self.column)(value, model_instance.uid)
        self._remember(model_instance, value, aad, blob)
        return blob

    def bulk_column(self, columns):
        """For bulk loading: a function of a row that gives the ciphertext of this column."""
        sealed = sealer(self.model._meta.db_table, self.column)
        value, uid = columns.index(self.name), columns.index("uid")
        return lambda row: sealed(row[value], row[uid])

    def value_to_string(self, obj):
        """Serialised data holds ciphertext, never the text."""
        return (self.pre_save(obj, add=False) or b"").hex()

    @property
    def _memory(self):
        return f"_{self.attname}_sealed"

    def _remember(self, instance, value, aad, blob):
        instance.__dict__[self._memory] = (value, aad, blob)


class BlindIndex(SealedColumn):
    """Equality lookup beside an encrypted column, filled from it: `filter(phone_blind=blind("138…"))`."""

    allowed = ("isnull", "exact", "in")

    def __init__(self, source: str = "", *args, **options):
        self.source = source
        super().__init__(*args, **{"db_index": not options.get("unique"), "editable": False, **options})

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, [self.source, *args], options

    def pre_save(self, model_instance, add):
        value = blind(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        """Unlike a stored none, the fingerprint of nothing equals no row at all."""
        return value if value == b"" else super().get_prep_value(value)

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(value or None, connection)

    def bulk_column(self, columns):
        """For bulk loading: a function of a row that gives the fingerprint of its source."""
        value, fingerprint = columns.index(self.source), blinder()
        return lambda row: fingerprint(row[value]) or None
