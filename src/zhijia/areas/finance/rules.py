"""Rules of money kept here: dues by formula (docs/areas/finance.md), donations never spent twice. Values in, value out."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from zhijia.core.refused import Refused


class PayWay(StrEnum):
    """How dues are paid: held back from the wage, or by the member."""

    WAGE = "代扣"
    SELF = "自缴"


def dues_base(wage: Decimal, step: Decimal) -> Decimal:
    """The wage without the part below a step of ten yuan (舍尾): 3456 → 3450."""
    return Decimal(wage // step * step)


def dues_due(base: Decimal, rate: Decimal, decimals: int) -> Decimal:
    """Dues of a month: a rate in percent of the base, rounded half up: 3450 × 0.5 % → 17.25."""
    return (base * rate / 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def first_of(month: date) -> date:
    """A month is kept as its first day."""
    return month.replace(day=1)


def spend(raised: Decimal, used: Decimal, amount: Decimal) -> Decimal:
    """What is left of a drive after one more use; Refused when it would be more than was given."""
    left = raised - used
    if amount > left:
        raise Refused(f"共捐 {_yuan(raised)}，已用 {_yuan(used)}，只剩 {_yuan(left)}，不够用 {_yuan(amount)}。")
    return left - amount


def _yuan(value: Decimal) -> str:
    text = f"{value:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} 元"
