"""Delegates and districts counted."""

from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.tables.bodies import DELEGATES, DISTRICTS_OF_ALL
from zhijia.core.figures import Count, Distinct, Figure

POWER = "congress.read"

FIGURES = (
    Figure("congress.delegates", "职工代表、会员代表", "人", bodies.delegates_at, Distinct("person"), DELEGATES, POWER,
           "期末在任、有表决权的代表，每人只算一次；列席代表和已换届的不算。", book=bodies.all_delegates, moment=True),
    Figure("congress.districts", "选区", "个", bodies.districts_at, Count(), DISTRICTS_OF_ALL, POWER,
           "期末本届大会的选区。", book=bodies.all_districts, moment=True),
)
