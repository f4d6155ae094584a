"""Judging a visit book: what each entry would mean for the records. Nothing is written."""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import PermissionDenied

from zhijia.areas.care.actions.visits import who
from zhijia.areas.care.importing.matching import Roll, said
from zhijia.areas.care.models import Visit
from zhijia.areas.care.queries.visits import in_books
from zhijia.areas.care.queries.warnings import cap_of
from zhijia.areas.care.rules import VisitKind
from zhijia.areas.care.visitbook import VisitBook, VisitEntry, read_visits
from zhijia.core.imports.batches import already
from zhijia.core.imports.models import Batch
from zhijia.core.refused import Refused
from zhijia.kit.imports import CHANGED, LEFT_OUT, NEW, SAME, JudgedRow, Problem, Verdict
from zhijia.kit.sheet.book import Book, read_book

KIND = "visits"
TOTALS = ("people", "visits", "households", "cash", "goods")
CODES = {"without_receipt": "no_receipt"}
UNUSABLE = {
    "date_impossible": "日期看不懂",
    "date_ambiguous": "日期分不清",
    "date_missing": "没有日期",
    "kind_missing": "没有类别",
    "kind_unknown": "类别不认识",
    "name_blank": "没有被慰问人",
    "amount_unreadable": "金额看不懂",
    "date_future": "日期还没有到",
}
LABELS = {
    "date": "日期",
    "kind": "类别",
    "name": "被慰问人",
    "group": "班组",
    "heads": "人数",
    "home": "户号",
    "way": "方式",
    "amount": "金额或折价",
    "goods": "物品",
    "visitors": "慰问人",
    "signed": "签领",
}
SHOWN = (
    "no",
    "date",
    "kind",
    "name",
    "group",
    "heads",
    "home",
    "way",
    "amount",
    "goods",
    "receipt",
    "over_cap",
    "team",
    "visitors",
    "signed",
    "reason",
    "note",
)
COMPARED = {
    "heads": "人数",
    "way": "方式",
    "amount": "金额",
    "goods": "物品",
    "visitors": "慰问人",
    "receipt": "签领",
    "home_code": "户号",
    "reason": "事由",
    "note": "备注",
}
MOST = {"name": 40, "group_name": 40, "goods": 80, "visitors": 120, "home_code": 20, "reason": 200, "note": 200}


@dataclass
class Plan:
    """What writing the verdict would do: visits to add, visits to bring up to date with their new values."""

    new: list[Visit] = field(default_factory=list)
    changed: list[tuple[Visit, dict]] = field(default_factory=list)
    earlier: Batch | None = None


def judge(actor, union, path: Path, *, name: str, options: dict, today: date) -> Verdict:
    """Read a visit book and compare it with the visits of the union. Refused when it cannot be read.

    `options`: year, for days told as 1.5 or 1月8日; without it the year of the title, else this year.
    """
    if not actor.can("care.visit", union):
        raise PermissionDenied("您不能为这个工会导入走访登记。")
    file = read_book(path, name=name)
    year = year_of(file, options, today)
    digest = hashlib.sha256(Path(path).read_bytes() + f"|{year}".encode()).hexdigest()
    book = read_visits(file, year=year, caps=caps(union, date(year, 12, 31)))
    if not any(entry.kind for entry in book.entries):
        raise Refused("这个文件不像走访慰问登记簿：没有一行写了慰问类别。花名册请到“导入花名册”导入。")
    verdict = Verdict(
        KIND, name, digest, [], problems_of(book), {key: book.totals[key] for key in TOTALS}, notes_of(book, year)
    )
    verdict.plan = Plan(earlier=already(KIND, union, digest))
    if earlier := verdict.plan.earlier:
        verdict.notes.insert(0, f"这个文件已于 {earlier.made_at:%Y-%m-%d} 导入过（批次 {earlier.code}），没有新的内容。")
        verdict.rows = [row(entry, SAME) for entry in book.entries]
    else:
        Comparison(actor, union, book, verdict, today).run()
    verdict.problems.sort(key=lambda p: (p.sheet, p.row))
    return verdict


def year_of(book: Book, options: dict, today: date) -> int:
    """The year of a book: as told, as its title says, else this one."""
    told = str(options.get("year") or "").strip()
    if told:
        if not re.fullmatch(r"(19|20)\d\d", told):
            raise Refused(f"年份“{told}”看不懂，请写成 2021 的样子。")
        return int(told)
    heads = [str(cell) for sheet in book.sheets for line in sheet.rows[:3] for cell in line if cell]
    found = re.search(r"((?:19|20)\d\d)\s*年", " ".join([*book.lines, *heads, book.name]))
    return int(found[1]) if found else today.year


def caps(union, on: date) -> dict:
    """The caps of the rules for every kind that has one."""
    found = {str(kind): cap_of(union, kind, on) for kind in VisitKind}
    return {kind: rule.value for kind, rule in found.items() if rule}


def problems_of(book: VisitBook) -> list[Problem]:
    return [Problem(p.sheet, p.row, p.column, CODES.get(p.code, p.code), p.message) for p in book.problems]


def notes_of(book: VisitBook, year: int) -> list[str]:
    """The year days were completed with, and sheets that were not read."""
    return [f"没有写年份的日期按 {year} 年读。", *(f"「{left.sheet}」{left.reason}" for left in book.left_out)]


def row(entry: VisitEntry, status: str, why: str = "") -> JudgedRow:
    """One entry as understood."""
    fields = {key: _plain(getattr(entry, key)) for key in SHOWN}
    return JudgedRow(entry.sheet, entry.row, status, fields, why)


def _plain(value):
    return float(value) if isinstance(value, Decimal) else value


class Comparison:
    """Goes through the entries: who it was, whether the visit is known already, what to write."""

    def __init__(self, actor, union, book: VisitBook, verdict: Verdict, today: date):
        self.union, self.book, self.verdict, self.today = union, book, verdict, today
        self.roll = Roll(actor, union, book.entries)
        self.known = defaultdict(list)
        for visit in in_books(union, [entry.date for entry in book.entries if entry.date]):
            self.known[visit.on.isoformat(), visit.kind, visit.name or visit.group_name].append(visit)

    def run(self) -> None:
        """Judge every entry; rows, problems and plan of the verdict are filled."""
        if not self.roll.by_name:
            self.verdict.notes.append("名册里没有登记簿上的人，都按姓名登记；导入花名册以后可以逐条“认人”。")
        self.verdict.rows = [self.judged(entry) for entry in self.book.entries]

    def judged(self, entry: VisitEntry) -> JudgedRow:
        """One entry: left out with the reason, new, the same as on record, or a change of it."""
        if entry.date and len(entry.date) == 10 and entry.date > self.today.isoformat():
            self._problem(entry, "date_future", f"日期 {entry.date} 还没有到，没有导入。")
            entry.problems.append("date_future")
        if unusable := [UNUSABLE[code] for code in entry.problems if code in UNUSABLE]:
            return row(entry, LEFT_OUT, f"{'、'.join(unusable)}，没有导入。")
        values = self.values(entry)
        candidates = self.known.get((entry.date, entry.kind, values["name"] or values["group_name"]), [])
        same = next((v for v in candidates if not differing(v, values)), None) or (candidates[0] if candidates else None)
        if same is None:
            self.verdict.plan.new.append(Visit(union=self.union, **values))
            return row(entry, NEW)
        candidates.remove(same)
        return self._known(entry, same, values)

    def _known(self, entry, visit, values) -> JudgedRow:
        columns = differing(visit, values)
        if not columns:
            return row(entry, SAME)
        self.verdict.plan.changed.append((visit, {name: values[name] for name in columns}))
        return row(entry, CHANGED, "改动：" + "、".join(COMPARED[name] for name in columns))

    def values(self, entry: VisitEntry) -> dict:
        """What a visit of this entry holds."""
        person = self._person(entry)
        key = who(self.union, person, _key_name(entry))
        told = {
            "on": date.fromisoformat(entry.date),
            "kind": entry.kind,
            "way": entry.way,
            "amount": Decimal(entry.amount),
            "heads": entry.heads,
            "person": person,
            "name": entry.name or "",
            "group_name": entry.group or entry.team or "",
            "home_code": entry.home or "",
            "goods": entry.goods or "",
            "visitors": entry.visitors or "",
            "receipt": entry.signed,
            "reason": entry.reason or "",
            "note": entry.note or "",
            "who": key,
        }
        return {name: value[: MOST[name]] if name in MOST else value for name, value in told.items()}

    def _person(self, entry):
        if not entry.name or not self.roll.by_name:
            return None
        person, code = self.roll.find(entry)
        if code:
            self._problem(entry, code, said(code, entry, len(self.roll.by_name.get(entry.name, ()))))
        return person

    def _problem(self, entry, code, message) -> None:
        self.verdict.problems.append(
            Problem(entry.sheet, entry.row, LABELS["date" if code == "date_future" else "name"], code, message)
        )


def _key_name(entry: VisitEntry) -> str:
    """The name people are told apart by: namesakes of one book are numbered."""
    if not entry.name:
        return ""
    number = entry.who[1] if entry.who else 0
    return f"{entry.name}#{number}" if number else entry.name


def differing(visit: Visit, values: dict) -> list[str]:
    """Columns in which an entry tells otherwise than the record; an empty cell takes nothing away."""
    return [
        name
        for name in COMPARED
        if getattr(visit, name) != values[name] and (values[name] or name == "amount") and not _unsaid(name, values)
    ]


def _unsaid(name, values) -> bool:
    """无 in a book is no news where somebody signed later."""
    return name == "receipt" and values[name] == "无"
