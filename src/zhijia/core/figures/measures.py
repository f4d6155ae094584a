"""Measures: how rows become a number, and what each row gives to it (needed to say what drifted)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.db.models import Sum as SqlSum


@dataclass(frozen=True)
class Count:
    """How many rows."""

    def of(self, rows: QuerySet) -> int:
        return rows.count()

    def shares(self, rows: QuerySet) -> dict[int, str]:
        return dict.fromkeys(rows.order_by().values_list("pk", flat=True), "1")


@dataclass(frozen=True)
class Distinct:
    """How many different values of a column: each person once (人), each home once (户)."""

    column: str

    def of(self, rows: QuerySet) -> int:
        return rows.order_by().exclude(**{f"{self.column}__isnull": True}).values(self.column).distinct().count()

    def shares(self, rows: QuerySet) -> dict[int, str]:
        return {pk: str(value) for pk, value in rows.order_by().values_list("pk", self.column) if value is not None}


@dataclass(frozen=True)
class Sum:
    """The sum of a column: heads (人次), yuan (元), hours (学时)."""

    column: str

    def of(self, rows: QuerySet) -> int | Decimal:
        return rows.order_by().aggregate(n=SqlSum(self.column))["n"] or 0

    def shares(self, rows: QuerySet) -> dict[int, str]:
        return {pk: str(value or 0) for pk, value in rows.order_by().values_list("pk", self.column)}
