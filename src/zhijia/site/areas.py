"""The rooms of this house, lowest storey first. A new room is one word here and one in the import contract."""

from importlib import import_module

AREAS = (
    "members", "meetings", "bylaws", "voting", "finance", "congress", "appraisal", "openness", "suggestions", "relations",
    "care", "activities", "publicity", "plan", "summary",
)


def plates():
    """The plate (area.AREA) of every room."""
    return tuple(import_module(f"zhijia.areas.{name}.area").AREA for name in AREAS)
