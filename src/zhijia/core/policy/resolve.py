"""Which value holds for a union on a day: the nearest override at or above it, else the best shipped case."""

import re
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from django.apps import apps
from django.db.models import Q

from zhijia.core.policy.shipped import Rule, frozen, rules, same_key
from zhijia.core.policy.values import Value
from zhijia.core.refused import Refused


class UnknownKey(KeyError):
    """A key no data file declares: a mistake in the code, so it fails loudly and names the nearest keys."""

    def __str__(self):
        return self.args[0]


class NotInForce(Refused, KeyError):
    """The rule exists, but nothing holds for that union on that day; the reason is for the user."""

    def __str__(self):
        return self.args[0]


def policy(key: str, union, on: date) -> Value:
    """The value of a rule for a union (org.Union) on a day. At most one query.

    Raises UnknownKey, or NotInForce (a Refused) when neither a shipped value nor an override holds.
    """
    return PolicyBook(union, on, keys=(key,))[key]


def maybe(key: str, union, on: date) -> Value | None:
    """The same, None where nothing holds: for rules only some regions have."""
    return PolicyBook(union, on, keys=(key,)).get(key)


def all_values(union, on: date) -> list[tuple[Rule, Value | None]]:
    """Every rule with its value for the union on the day, None where nothing holds; for the policy page."""
    book = PolicyBook(union, on)
    return [(each, book.get(each.key)) for each in rules().values()]


class PolicyBook:
    """The values for one union and day, overrides read in one query: for pages and jobs that ask often."""

    def __init__(self, union, on: date, *, keys=None):
        self.union, self.on = union, on
        self._region = short_region(union.region)
        self._own = _overrides(union, on, keys and [rule_of(key).key for key in keys])

    def __getitem__(self, key: str) -> Value:
        if found := self.get(key):
            return found
        day = f"{self.on.year}年{self.on.month}月{self.on.day}日"
        whom = f"{self.union.region}{self.union.kind}"
        raise NotInForce(f"{day}没有适用于{whom}的“{rule_of(key).label}”规定，请在“政策标准”里填写本地规定。")

    def get(self, key: str) -> Value | None:
        """The value, or None where nothing holds."""
        rule = rule_of(key)
        if row := self._own.get(rule.key):
            return _set_here(rule, row)
        return _shipped(rule.key, self._region, str(self.union.kind), self.on)


def rule_of(key: str) -> Rule:
    """The rule of a key, or UnknownKey with the nearest keys there are."""
    found = rules().get(same_key(key))
    if found is None:
        near = "、".join(get_close_matches(key, rules(), n=3, cutoff=0.4)) or "none"
        raise UnknownKey(f"no such policy key {key!r}; near: {near}")
    return found


@lru_cache(maxsize=4096)
def _shipped(key: str, region: str, kind: str, on: date) -> Value | None:
    rule = rules()[key]
    held = [case for case in rule.cases if case.holds(region, kind, on)]
    if not held:
        return None
    case = max(held, key=lambda each: each.rank)
    return Value(
        key, rule.label, case.value, rule.unit, rule.columns, case.source, case.tag, case.note,
        case.unverified, case.region, "、".join(case.kinds), case.since, case.until,
    )


def _set_here(rule: Rule, row) -> Value:
    return Value(
        rule.key, rule.label, frozen(row.value, rule.unit), rule.unit, rule.columns, row.source, "", row.note,
        unverified=False, region=row.union.region, since=row.since, until=row.until, override=True,
        set_by=row.union.name,
    )


def _overrides(union, on: date, keys) -> dict:
    """The override in force for each key: the nearest union first, there the latest first day."""
    rows = apps.get_model("policy", "Override").objects.filter(
        Q(until=None) | Q(until__gte=on), union__path__in=_above(union.path), since__lte=on
    )
    if keys:
        rows = rows.filter(key__in=keys)
    return {row.key: row for row in sorted(rows.select_related("union"), key=_nearness)}


def _nearness(row) -> tuple:
    return row.union.path.count("."), row.since, row.pk


def _above(path: str) -> list[str]:
    """The paths of a union and everything above it: 1.4.9. → 1., 1.4., 1.4.9."""
    return [path[: dot.end()] for dot in re.finditer(r"\.", path)]


def short_region(region: str) -> str:
    """A region as the data files spell it: 安徽省马鞍山市 → 安徽马鞍山."""
    return re.sub(r"(?<=.{2})(?:(?:壮族|回族|维吾尔)?自治区|省|市|县|区|镇)", "", region)
