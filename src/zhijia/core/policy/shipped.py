"""The values the program ships with: one data file a topic, read and checked once.

A block of a file is a rule: key, label, unit, and its cases (value by region, kind of union and date).
The tag of a case, such as "L1 §43", names its source in data/sources.toml; K means nobody checked it yet.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files

EVERYWHERE = "全国"
EVERY_KIND = "*"
LONG_AGO = date(1949, 10, 1)
"""First day of a value whose first day nobody wrote down."""
NO_LIMIT = 999_999_999
"""Upper end of a table row that has none."""

TOPICS = {
    "organisation": "组织和换届", "members": "会员和会费", "finance": "经费", "benefits": "福利限额",
    "care": "帮扶慰问", "congress": "职代会和提案", "voting": "表决", "openness": "公开", "appraisal": "评议",
    "suggestions": "合理化建议和信访", "labour": "劳动关系和女职工", "safety": "安全",
    "contests": "竞赛和评先", "home": "建家考核", "activities": "文体、学习和宣传", "calendar": "工会日历",
    "documents": "公文、总结和计划", "statistics": "统计", "archives": "台账档案", "system": "系统",
}
"""Topics in the order people look for them; each is a data file."""

Plain = int | Decimal | Fraction | bool | str | tuple

_CASE_WORDS = {"value", "region", "kind", "since", "until", "source", "tag", "note", "unverified"}
_RULE_WORDS = _CASE_WORDS | {"label", "unit", "columns", "cases", "same_as", "example"}


@dataclass(frozen=True)
class Case:
    """A value as it holds for a region, kinds of union, and from a day on (both days counted)."""

    value: Plain
    region: str
    kinds: tuple[str, ...]
    since: date
    until: date | None
    source: str
    tag: str
    note: str
    unverified: bool

    def holds(self, region: str, kind: str, on: date) -> bool:
        """Whether this case speaks to a union of that region and kind on that day."""
        place = self.region == EVERYWHERE or region.startswith(self.region)
        day = self.since <= on and (self.until is None or on <= self.until)
        return place and day and (kind in self.kinds or EVERY_KIND in self.kinds)

    @property
    def rank(self) -> tuple:
        """The greatest rank wins: the narrower region, then the named kind, then the later text."""
        return len(self.region) * (self.region != EVERYWHERE), EVERY_KIND not in self.kinds, self.since


@dataclass(frozen=True)
class Rule:
    """One thing that is regulated: what it is called, in what unit, and its cases."""

    key: str
    topic: str
    label: str
    unit: str
    columns: tuple[str, ...]
    cases: tuple[Case, ...]
    sample: Plain = field(repr=False)
    """A value of the right shape, also where nothing is shipped and the union fills in its own."""


def rules() -> dict[str, Rule]:
    """Every rule by key, topic by topic."""
    return _read()[0]


def same_key(key: str) -> str:
    """The key under which a value is kept: some have a second name, as a visit cap is a benefit cap."""
    return _read()[1].get(key, key)


@cache
def _read() -> tuple[dict[str, Rule], dict[str, str]]:
    found: dict[str, Rule] = {}
    names: dict[str, str] = {}
    folder = files(__package__) / "data"
    sources = tomllib.loads((folder / "sources.toml").read_text("utf-8"))
    for topic in TOPICS:
        text = (folder / f"{topic}.toml").read_text("utf-8")
        for key, block in tomllib.loads(text, parse_float=Decimal).items():
            _check(key, block, found, names)
            if "same_as" in block:
                names[key] = block["same_as"]
            else:
                found[key] = rule(key, block, sources, topic)
    if lost := set(names.values()) - set(found):
        raise ValueError(f"same_as points nowhere: {lost}")
    return found, names


def _check(key, block, found, names):
    if key in found or key in names:
        raise ValueError(f"key in two files: {key}")
    if odd := set(block) - _RULE_WORDS:
        raise ValueError(f"{key}: unknown words {odd}")
    if "same_as" not in block and not block.get("label"):
        raise ValueError(f"{key}: no label")


def rule(key: str, block: dict, sources: dict, topic: str = "") -> Rule:
    """A rule from a block of a data file; anything amiss raises ValueError naming the key."""
    unit = block.get("unit", "")
    own = [{word: block[word] for word in _CASE_WORDS & set(block)}] if "value" in block else []
    cases = tuple(_case(key, each, unit, sources) for each in own + block.get("cases", []))
    places = [(case.region, kind, case.since) for case in cases for kind in case.kinds]
    if len(places) != len(set(places)):
        raise ValueError(f"{key}: two values for one region, kind and day")
    if not cases and "example" not in block:
        raise ValueError(f"{key}: neither a value nor an example")
    sample = cases[0].value if cases else frozen(block["example"], unit)
    columns = tuple(block.get("columns", ()))
    for value in (sample, *(case.value for case in cases)):
        _check_shape(key, value, columns)
    return Rule(key, topic, block["label"], unit, columns, cases, sample)


def _check_shape(key, value, columns):
    """Named columns mean a row of that many cells, or rows of them; a table without names cannot be read."""
    table = isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple)
    rows = value if table else (value,) if columns else ()
    if any(not isinstance(row, tuple) or len(row) != len(columns) for row in rows):
        raise ValueError(f"{key}: a row does not fit its columns")


def _case(key, told, unit, sources) -> Case:
    if odd := set(told) - _CASE_WORDS:
        raise ValueError(f"{key}: unknown words {odd}")
    tag = told.get("tag", "")
    cited = _cited(key, tag, sources)
    kind = told.get("kind", EVERY_KIND)
    since = told.get("since") or max((s["since"] for s, _ in cited if "since" in s), default=LONG_AGO)
    if told.get("until") and told["until"] < since:
        raise ValueError(f"{key}: ends before it begins")
    return Case(
        value=frozen(told["value"], unit), region=told.get("region", EVERYWHERE),
        kinds=(kind,) if isinstance(kind, str) else tuple(kind), since=since, until=told.get("until"),
        source=told.get("source") or "；".join(f"{s['name']}{article}" for s, article in cited), tag=tag,
        note=told.get("note", ""), unverified=told.get("unverified", "K" in re.split(r"[,\s]+", tag)),
    )


def _cited(key, tag, sources) -> list[tuple[dict, str]]:
    """Each source a tag names, with the article as people write it."""
    cited = []
    for part in filter(None, re.split(r",\s*", tag)):
        name, _, article = part.partition(" §")
        if name not in sources:
            raise ValueError(f"{key}: no such source {name!r}")
        cited.append((sources[name], f"第{article}条" if article else ""))
    if not cited:
        raise ValueError(f"{key}: no source")
    return cited


def frozen(value, unit: str) -> Plain:
    """A value as the program keeps it: exact, and nobody can change it in place."""
    if isinstance(value, list | tuple):
        return tuple(frozen(each, "") for each in value)
    if isinstance(value, float):
        return Decimal(repr(value))
    return Fraction(value) if unit == "比例" else value
