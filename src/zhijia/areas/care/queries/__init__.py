"""Which rows of care an actor sees, which rows figures count, and what stands out in a record."""

from zhijia.areas.care.queries import hardship, helping, places, publishing, uploads, visits, warnings

__all__ = ["hardship", "helping", "places", "publishing", "uploads", "visits", "warnings"]
