"""Judging a register of suggestions: who it was, whether it is known, at which step it stands. Nothing is written."""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import PermissionDenied

from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions import Maker
from zhijia.areas.suggestions.importing.reading import Entry, read_register
from zhijia.areas.suggestions.rules import Stage
from zhijia.core.imports.batches import already
from zhijia.core.imports.models import Batch
from zhijia.kit.imports import LEFT_OUT, NEW, SAME, JudgedRow, Problem, Verdict
from zhijia.kit.sheet.book import read_book

UNTOLD = "（登记簿未写）"
KIND, POWER = "suggestions", "suggestions.raise"
LABELS = {
    "raised_on": "日期", "who": "建议人", "group": "班组", "kind": "类别", "title": "题目", "measure": "建议措施",
    "stage": "进度",
}
YEAR = re.compile("(?:19|20)[0-9]{2}")
REFUSED_WORD = re.compile(r"不|未|否|×|缓")
ORDER = (("受理日期", "accepted"), ("采纳日期", "adopted"), ("实施日期", "done"))
MOST = {"title": 80, "problem": 2000, "measure": 2000, "expected": 200, "by": 40, "reason": 500, "unit": 60, "number": 20}


class Coming(NamedTuple):
    """A line to be written: its columns, and who made it."""

    values: dict
    makers: list[Maker]


@dataclass
class Plan:
    """What writing the verdict would do."""

    new: list[Coming] = field(default_factory=list)
    earlier: Batch | None = None


def judge(actor, union, path: Path, *, name: str, options: dict, today: date) -> Verdict:
    """Read a register and compare it with the book of the union. `options`: year, for days told as 1.5 or 1月8日."""
    if not actor.can(POWER, union):
        raise PermissionDenied("您不能为这个工会导入建议登记。")
    told = str(options.get("year") or "")
    year = int(told) if YEAR.fullmatch(told) else today.year
    entries, notes = read_register(read_book(path, name=name), year=year)
    digest = hashlib.sha256(Path(path).read_bytes() + f"|{year}".encode()).hexdigest()
    verdict = Verdict(KIND, name, digest, [], [], {"件": len(entries)}, [f"没有写年份的日期按 {year} 年读。", *notes])
    verdict.plan = Plan(earlier=already(KIND, union, digest))
    if earlier := verdict.plan.earlier:
        verdict.notes.insert(0, f"这个文件已于 {earlier.made_at:%Y-%m-%d} 导入过（批次 {earlier.code}），没有新的内容。")
        verdict.rows = [_row(entry, SAME) for entry in entries]
        return verdict
    judging = Judging(actor, union, verdict, entries, today)
    verdict.rows = [judging.judged(entry) for entry in entries]
    return verdict


class Judging:
    """Goes through the lines: who made it, is it known, how far is it."""

    def __init__(self, actor, union, verdict: Verdict, entries: list[Entry], today: date):
        self.union, self.verdict, self.today = union, verdict, today
        self.roll = defaultdict(list)
        for person in queries.named(actor, union, {name for entry in entries for name, _ in entry.people}):
            self.roll[person.name].append(person)
        if not self.roll:
            verdict.notes.append("名册里没有登记簿上的人，都按姓名登记；导入花名册以后可以逐件“更正建议人”。")
        self.places, self.house = queries.places(actor, union), queries.house_of(union)
        self.kinds = queries.kinds(union, today)
        self.known = queries.known(union, {day for entry in entries if (day := entry.days["date"])})

    def judged(self, entry: Entry) -> JudgedRow:
        """One line: known already, left out with the reason, or new."""
        makers = self._makers(entry)
        self._check(entry)
        if not entry.wrong:
            self._unknown(entry, makers)
        if entry.wrong:
            self.verdict.problems += [Problem(entry.sheet, entry.row, column, "left_out", said) for column, said in entry.wrong]
            return _row(entry, LEFT_OUT, "有问题，没有导入：" + "".join(said for _, said in entry.wrong))
        if (entry.days["date"], entry.title[: MOST["title"]]) in self.known:
            return _row(entry, SAME)
        self.known.add((entry.days["date"], entry.title[: MOST["title"]]))
        coming = Coming(self._values(entry, makers), makers)
        self.verdict.plan.new.append(coming)
        return _row(entry, NEW, stage=coming.values["stage"])

    def _makers(self, entry: Entry) -> list[Maker]:
        found = [self._person(entry, name, mark) for name, mark in entry.people]
        if not found:
            entry.wrong.append(("建议人", "没有写建议人。"))
            return []
        if len({(each.person and each.person.pk, each.name) for each in found}) < len(found):
            entry.wrong.append(("建议人", "同一个人写了两次。"))
        return [each._replace(share=share) for each, share in zip(found, rules.equal_shares(len(found)), strict=True)]

    def _person(self, entry: Entry, name: str, mark: str) -> Maker:
        """Namesakes are told apart by mark or group, else asked about; who is on no roll comes in by name."""
        found = self.roll.get(name, [])
        if len(found) > 1:
            told = [p for p in found if mark and p.mark == mark or not mark and entry.group and entry.group == p.union.name]
            if len(told) != 1:
                which = "；".join(f"{p} · {p.union}" for p in found)
                entry.wrong.append(("建议人", f"名册里有 {len(found)} 个“{name}”，请在姓名后注明标记或写对班组：{which}。"))
                return Maker(None, name)
            found = told
        return Maker(found[0] if found else None, name)

    def _unknown(self, entry: Entry, makers: list[Maker]) -> None:
        """Names on no roll are told; not one by one where the roll knows nobody of the list, and not where none was told."""
        for name in (each.name for each in makers if self.roll and each.person is None and each.name != rules.HIDDEN):
            said = f"名册里没有“{name}”，按姓名登记；如是本单位职工，导入后请“更正建议人”。"
            self.verdict.problems.append(Problem(entry.sheet, entry.row, "建议人", "name_unknown", said))

    def _check(self, entry: Entry) -> None:
        """What keeps a line from being written."""
        kind, days = entry.told["kind"], entry.days
        if kind and kind not in self.kinds:
            entry.wrong.append(("类别", f"不认识的类别“{kind}”，请写 {'、'.join(self.kinds)}。"))
        if not entry.told["measure"] and not entry.told["problem"]:
            entry.wrong.append(("建议措施", "没有写现状问题，也没有写建议措施。"))
        if late := [day for day in days.values() if day and day > self.today]:
            entry.wrong.append(("日期", f"{late[0]:%Y-%m-%d} 还没有到。"))
        told = [(label, days[key]) for label, key in (("日期", "date"), *ORDER) if days[key]]
        entry.wrong += [
            (label, f"{label}早于{before}。") for (before, one), (label, day) in zip(told, told[1:], strict=False) if day < one
        ]
        self._verdict(entry)

    def _verdict(self, entry: Entry) -> None:
        days, word = entry.days, entry.told["verdict"]
        refused = bool(days["refused"] or word and REFUSED_WORD.search(word) and not days["adopted"])
        if word and not refused and not days["adopted"]:
            entry.wrong.append(("采纳情况", f"写了“{word}”，没有写采纳日期；件数按日期统计，请补上。"))
        if refused and not (days["refused"] and entry.told["reason"]):
            entry.wrong.append(("不采纳理由", "不采纳的要写日期和书面理由。"))
        if refused and days["adopted"] or days["done"] and not days["adopted"]:
            entry.wrong.append(("采纳日期", "采纳、不采纳、实施的日期互相矛盾。"))

    def _values(self, entry: Entry, makers: list[Maker]) -> dict:
        told = {key: entry.told.get(key, "")[: MOST[key]] for key in MOST if key != "title"}
        days = {f"{key}_on": entry.days[key] for key in ("adopted", "refused", "done")}
        decided = days["adopted_on"] or days["refused_on"]
        accepted = entry.days["accepted"] or decided and entry.days["date"]
        hidden = [each.name for each in makers] == [rules.HIDDEN]
        place = self.places.get(entry.group) or next((m.person.union for m in makers if m.person), self.union)
        values = {
            "union": self.house if hidden else place, "hidden": hidden,
            "number": told["number"], "kind": entry.told["kind"] or rules.PLAIN_KIND, "title": entry.title[: MOST["title"]],
            "problem": told["problem"] or UNTOLD, "measure": told["measure"] or UNTOLD, "expected": told["expected"],
            "raised_on": entry.days["date"], "accepted_on": accepted, "accepted_by": told["by"], "reason": told["reason"],
            "unit": told["unit"], **days, "who": rules.signature([m.name for m in makers], hidden=hidden),
        }
        return values | {"stage": _stage(values)}


def _stage(values) -> Stage:
    """How far a line has come, by the days it tells."""
    for stage in (Stage.DONE, Stage.REFUSED, Stage.ADOPTED, Stage.ACCEPTED):
        if values[rules.DATES[stage]]:
            return stage
    return Stage.RAISED


def _row(entry: Entry, status: str, why: str = "", stage: str = "") -> JudgedRow:
    day = entry.days.get("date")
    fields = {
        "raised_on": day and day.isoformat(), "who": "、".join(name for name, _ in entry.people), "group": entry.group,
        "kind": entry.told["kind"], "title": entry.title, "measure": entry.told["measure"], "stage": str(stage),
    }
    return JudgedRow(entry.sheet, entry.row, status, fields, why)
