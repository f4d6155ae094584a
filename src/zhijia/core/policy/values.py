"""A value that was found, and how it reads."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from zhijia.core.policy.shipped import EVERY_KIND, EVERYWHERE, LONG_AGO, NO_LIMIT, Plain

WHOLE_UNITS = frozenset({
    "人", "天", "工作日", "个月", "年", "次", "日", "月", "行", "字", "张", "位", "个", "岁", "家", "项",
})


@dataclass(frozen=True)
class Value:
    """A value for a union on a day, with everything a warning must print about it."""

    key: str
    label: str
    value: Plain
    unit: str
    columns: tuple[str, ...]
    source: str
    tag: str
    note: str
    unverified: bool
    region: str = EVERYWHERE
    kind: str = EVERY_KIND
    since: date = LONG_AGO
    until: date | None = None
    override: bool = False
    set_by: str = ""
    """The union that set it, "" for a shipped value."""

    def __str__(self) -> str:
        return words(self.value, self.unit, self.columns)

    def row(self, number: int | Decimal) -> tuple:
        """The row of a table from–to that holds the number, both ends counted; LookupError when none does."""
        for row in self.table:
            if row[0] <= number <= row[1]:
                return row
        raise LookupError(f"{self.key}: no row for {number}")

    def as_dict(self) -> dict:
        """A table of two columns as {first: second}; a one-row table as {column: value}."""
        if self.table and isinstance(self.table[0], tuple):
            return {row[0]: row[1] for row in self.table}
        return dict(zip(self.columns, self.table, strict=True))

    @property
    def whole(self) -> int:
        """A count of days, months or people; TypeError for a table."""
        if isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is a table")
        return int(self.value)

    @property
    def table(self) -> tuple:
        """The rows of a table, or the entries of a list; TypeError for a single value."""
        if not isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is no table")
        return self.value


def explain(found: Value) -> str:
    """One Chinese sentence for a warning or a help text: the rule, the value, where it comes from."""
    source = found.source.removesuffix("（未核实）")
    doubt = "（未核实，请按本地规定核对）" if found.unverified else ""
    setter = f"（{found.set_by}设定）" if found.override else ""
    return f"规定：{found.label} {found}。出处：{source}{setter}{doubt}。"


def words(value: Plain, unit: str = "", columns: tuple[str, ...] = ()) -> str:
    """A value as people read it, with its unit."""
    if not isinstance(value, tuple):
        return f"{_one(value)} {'' if unit in ('比例', '月日') else unit}".rstrip()
    if value and isinstance(value[0], tuple):
        return "；".join(_pair(row) if len(columns) == 2 else _row(row, columns) for row in value)
    return _row(value, columns, unit) if columns else "、".join(_one(each) for each in value)


def _pair(row) -> str:
    return " ".join(_one(each) for each in row)


def _row(row, columns, unit="") -> str:
    tail = f" {unit}" if unit else ""
    return "，".join(f"{name} {_one(each)}{tail}" for name, each in zip(columns, row, strict=True))


def _one(value) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if value == NO_LIMIT:
        return "不限"
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
