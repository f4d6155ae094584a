"""Setting a union's own value, and taking it back."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from zhijia.core.org.actor import Actor
from zhijia.core.policy.models import Override
from zhijia.core.policy.resolve import UnknownKey, rule_of
from zhijia.core.policy.shipped import NO_LIMIT, Rule
from zhijia.core.policy.values import WHOLE_UNITS, words
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def override(actor: Actor, union, key: str, value, *, since: date, until: date | None = None, source: str,
             note: str = "", unit: str | None = None) -> Override:
    """Set a union's own value of a rule, for itself and below, from `since` to `until`, both days counted.

    `value` has the shape of the shipped one: whole number, Decimal, "2/3", text, list, or list of rows.
    Refused when the key, shape or unit is wrong, the source is missing, or the days run backwards.
    """
    rule = _known(key)
    if unit is not None and unit != rule.unit:
        raise Refused(f"“{rule.label}”的单位是“{rule.unit}”，不是“{unit}”。")
    if not source.strip():
        raise Refused("请写明出处：文件名称、文号，或哪次会议的决定。")
    if until is not None and until < since:
        raise Refused("停用日期不能早于起用日期。")
    fitted = fit(rule, value)
    record = Override(
        union=union, key=rule.key, value=stored(fitted), unit=rule.unit, since=since, until=until,
        source=source.strip(), note=note.strip(), made_by_id=actor.user_id,
    )
    what = f"设定本地规定：{rule.label} {words(fitted, rule.unit, rule.columns)}"
    with deed(actor, "policy.override", record, what=what[:200]):
        pass
    return record


def withdraw(actor: Actor, record: Override, *, on: date) -> Override:
    """Take an override back: from that day on it no longer holds, and what stood before holds again."""
    label = rule_of(record.key).label
    with deed(actor, "policy.override", record, what=f"撤回本地规定：{label}"):
        if record.until is not None and record.until < on:
            raise Refused(f"这条规定到{record.until:%Y-%m-%d}已经停用了。")
        record.until = on - timedelta(days=1)
    return record


def _known(key: str) -> Rule:
    try:
        return rule_of(key)
    except UnknownKey as wrong:
        raise Refused(f"没有“{key}”这一项规定。") from wrong


def fit(rule: Rule, value):
    """A value in the shape of the rule, exact; Refused, saying what is wanted, when it cannot be."""
    return _like(rule.sample, value, rule)


def _like(sample, value, rule: Rule):
    if isinstance(sample, bool):
        return _yes_or_no(value, rule)
    if isinstance(sample, Fraction):
        return _share(value, rule)
    if isinstance(sample, int | Decimal):
        return _number(value, rule, whole=rule.unit in WHOLE_UNITS)
    if isinstance(sample, str):
        return _text(value, rule)
    return _list(sample, value, rule)


def _yes_or_no(value, rule):
    if not isinstance(value, bool):
        raise Refused(f"“{rule.label}”请选“是”或“否”。")
    return value


def _share(value, rule):
    try:
        share = Fraction(str(value))
    except (ValueError, ZeroDivisionError) as wrong:
        raise Refused(f"“{rule.label}”请写成 2/3 的样子。") from wrong
    if not 0 < share <= 1:
        raise Refused(f"“{rule.label}”应在0和1之间。")
    return share


def _number(value, rule, whole):
    if isinstance(value, bool) or not isinstance(value, int | Decimal | float | str):
        raise Refused(f"“{rule.label}”应是一个数。")
    try:
        number = Decimal(str(value))
        exact = number.is_finite() and 0 <= number <= NO_LIMIT
    except ArithmeticError as wrong:
        raise Refused(f"“{rule.label}”应是一个数，不是“{value}”。") from wrong
    if not exact:
        raise Refused(f"“{rule.label}”应是不小于0的数。")
    if whole and number % 1:
        raise Refused(f"“{rule.label}”应是整数{rule.unit}。")
    return int(number) if number == int(number) else number


def _text(value, rule):
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"“{rule.label}”应是文字，不能空着。")
    return value.strip()


def _list(sample, value, rule):
    if not isinstance(value, list | tuple) or not value:
        raise Refused(f"“{rule.label}”应是一个列表，至少一项。")
    if isinstance(sample[0], tuple):
        return tuple(_row(sample[0], row, rule) for row in value)
    if rule.columns:
        return _row(sample, value, rule)
    return tuple(_like(sample[0], each, rule) for each in value)


def _row(sample, row, rule):
    if not isinstance(row, list | tuple) or len(row) != len(sample):
        raise Refused(f"“{rule.label}”每行应有{len(sample)}项：{'、'.join(rule.columns)}。")
    return tuple(_like(each, cell, rule) for each, cell in zip(sample, row, strict=True))


def stored(value):
    """A value as JSON keeps it; `shipped.frozen` reads it back exactly."""
    if isinstance(value, tuple):
        return [stored(each) for each in value]
    if isinstance(value, Fraction):
        return str(value)
    return float(value) if isinstance(value, Decimal) else value
