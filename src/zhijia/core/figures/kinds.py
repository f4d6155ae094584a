"""Kinds of number. 人 counts each person once, 人次 counts turns: the system refuses to add one to the other."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from zhijia.core.refused import Refused


class Kind(StrEnum):
    """What a number counts; the value is the classifier people write after it."""

    PEOPLE = "人"
    TURNS = "人次"
    HOMES = "户"
    PIECES = "件"
    EVENTS = "场"
    ISSUES = "期"
    YUAN = "元"
    HOURS = "学时"
    PERCENT = "%"
    TIMES = "次"
    THINGS = "个"
    ARTICLES = "篇"
    COPIES = "份"
    SETS = "套"
    COURSES = "门"


@dataclass(frozen=True)
class Quantity:
    """A number with its kind; None means nobody recorded it, which is not 0."""

    number: int | Decimal | None
    kind: Kind

    def __add__(self, other: "Quantity") -> "Quantity":
        if self.kind != other.kind:
            raise Refused(f"{self.kind}与{other.kind}是两种数，不能相加。")
        if self.kind == Kind.PERCENT:
            raise Refused("百分比不能相加，请把分子、分母分别相加。")
        if self.number is None or other.number is None:
            return Quantity(self.number if other.number is None else other.number, self.kind)
        return Quantity(self.number + other.number, self.kind)

    def __str__(self) -> str:
        return "没有记录" if self.number is None else f"{plain(self.number)}{'' if self.kind == Kind.PERCENT else ' '}{self.kind}"


def plain(number) -> str:
    """A number as written: no trailing zeros, no grouping inside sentences."""
    if isinstance(number, Decimal):
        text = f"{number:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(number)
