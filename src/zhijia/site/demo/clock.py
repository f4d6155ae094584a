"""The demo's year is long past; its records count as written down on the day of the act, not today (decision 0011)."""

from django.apps import apps
from django.db.models import BooleanField, DateTimeField
from django.db.models.functions import Cast

DAYS = (
    "on", "applied_on", "opened_on", "started_on", "bought_on", "paid_on", "received_on", "raised_on", "sent_on", "shown_on",
    "done_on", "adopted_on", "since",
)


def as_if_written_on_the_day() -> None:
    """Set `recorded_at` of every record to the day of its act, and its mark of lateness accordingly."""
    for model in apps.get_models():
        fields = {field.name: field for field in model._meta.concrete_fields}
        day = next((name for name in DAYS if name in fields), None)
        if "recorded_at" in fields and day and model.__module__.startswith("zhijia.areas"):
            values = {"recorded_at": Cast(day, DateTimeField())}
            if isinstance(fields.get("late"), BooleanField):
                values["late"] = False
            model._base_manager.exclude(**{day: None}).update(**values)
