"""The demo's year is long past; its records count as written down on the day of the act, not today (decision 0011)."""

from django.apps import apps
from django.db.models import BooleanField, DateTimeField, OuterRef, Subquery
from django.db.models.functions import Cast

DAYS = (
    "on", "applied_on", "opened_on", "started_on", "bought_on", "paid_on", "received_on", "raised_on", "sent_on", "shown_on",
    "done_on", "adopted_on", "since",
)

WHOLES = ("sitting", "round", "meeting", "month", "activity")


def as_if_written_on_the_day() -> None:
    """Set `recorded_at` of every record to the day of its act, and its mark of lateness accordingly."""
    for model in apps.get_models():
        fields = {field.name: field for field in model._meta.concrete_fields}
        if "recorded_at" in fields and model.__module__.startswith("zhijia.areas"):
            _set_back(model, fields)


def _set_back(model, fields) -> None:
    """By the record's own day, else by the day of what it is a part of."""
    day = next((name for name in DAYS if name in fields), None)
    whole = next((name for name in WHOLES if name in fields and fields[name].related_model), None)
    if day:
        values = {"recorded_at": Cast(day, DateTimeField())}
        if isinstance(fields.get("late"), BooleanField):
            values["late"] = False
        model._base_manager.exclude(**{day: None}).update(**values)
    elif whole:
        of = fields[whole].related_model.objects.filter(pk=OuterRef(whole)).values("on")
        model._base_manager.update(recorded_at=Cast(Subquery(of), DateTimeField()))
