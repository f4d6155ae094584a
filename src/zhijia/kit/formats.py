"""How values read in Chinese: money, days, ratios, counts. Values in, text out."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

THIN = "\u00a0"  # a space that does not break: 4 000; narrower ones vanish in common Chinese fonts


def number(value) -> str:
    """4000 → 4 000; decimals as they are, without trailing zeros; None → empty."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return f"{value:,}".replace(",", THIN)
    plain = f"{Decimal(str(value)):,f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(",", THIN)


def money(value) -> str:
    """Yuan: 4000 → 4 000, 17.25 → 17.25, 17.5 → 17.50; None → empty."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return number(value)
    exact = Decimal(str(value))
    shown = f"{exact:,.0f}" if exact == exact.to_integral_value() else f"{exact:,.2f}"
    return shown.replace(",", THIN)


def yuan(value) -> str:
    """Money with its unit, for sentences: 4 000 元."""
    return f"{money(value)} 元" if value not in (None, "") else "没有记录"


def local_day(value) -> date | None:
    """The day of a date or a moment, by the local calendar."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value or None


def day(value: date | datetime | None) -> str:
    """2021年3月5日; a moment is told by the local calendar."""
    on = local_day(value)
    return f"{on.year}年{on.month}月{on.day}日" if on else ""


def moment(value: datetime | None) -> str:
    """2021年3月5日 14:05."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)} {local:%H:%M}"


def short_day(value: date | datetime | None) -> str:
    """2021-03-05, for table columns, where days stand under each other."""
    shown = local_day(value)
    return shown.isoformat() if shown else ""


def short_moment(value: datetime) -> str:
    """2021-03-05 14:05."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%Y-%m-%d %H:%M}"


def ratio(top, bottom) -> str:
    """A ratio with its two terms: 265/332，79.8 %. Without a bottom there is no percentage to state."""
    if top is None or bottom is None:
        return "没有记录"
    if not bottom:
        return f"{number(top)}/0"
    percent = (Decimal(top) * 100 / Decimal(bottom)).quantize(Decimal("0.1"), "ROUND_HALF_UP")
    return f"{number(top)}/{number(bottom)}，{percent} %"


def quantity(value, unit: str) -> str:
    """A number with what it counts: 11 人; nothing recorded is not 0."""
    return "没有记录" if value is None else f"{number(value)} {unit}"


def veil(value) -> str:
    """A generic mask for columns that must not show their value whole; text already starred is left alone."""
    plain = "" if value is None else str(value)
    if "*" in plain or len(plain) < 2:
        return plain
    ends = min(len(plain) // 4, 3) or 1
    tail = ends if len(plain) > 3 else 0
    return f"{plain[:ends]}{'*' * (len(plain) - ends - tail)}{plain[len(plain) - tail :]}"
