"""Judging a register of proposals: what each row would mean for the records. Nothing is written."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.core.exceptions import PermissionDenied

from zhijia.areas.congress.models import Collection, Proposal
from zhijia.areas.congress.proposalbook import Entry, ProposalBook, read_proposals
from zhijia.areas.congress.queries import proposals as queries
from zhijia.core.imports.batches import already
from zhijia.core.imports.models import Batch
from zhijia.core.policy import policy
from zhijia.core.refused import Refused
from zhijia.kit.imports import CHANGED, LEFT_OUT, NEW, SAME, JudgedRow, Problem, Verdict
from zhijia.kit.sheet.book import Book, read_book
from zhijia.kit.sheet.dates import read_date

KIND = "proposals"
LABELS = {
    "no": "编号", "title": "案由", "kind": "类别", "proposer": "提案人", "seconders": "附议人", "date": "提交日期",
    "merge": "可并案",
}
COMPARED = {"matter": "案由", "kind": "类别", "reason": "理由", "measures": "建议措施"}
MOST = {"matter": 120, "kind": 20}
NO_DEADLINE = "文件里没有写征集截止日期（如“征集截止：2021年3月10日”），也没有登记过这次征集。请补上，或先“登记征集”。"


@dataclass
class Plan:
    """What writing the verdict would do: the call (one on record, or a new one), proposals to add, words to bring up to date."""

    series: str
    deadline: date
    collection: Collection | None
    new: list[Entry] = field(default_factory=list)
    changed: list[tuple[Proposal, dict]] = field(default_factory=list)
    earlier: Batch | None = None


def judge(actor, union, path: Path, *, name: str, options: dict, today: date) -> Verdict:
    """Read a register and compare it with the proposals of the union. Refused when it cannot be read.

    `options`: year, for days told as 3.2, without it the year of the title; deadline, where the file tells none.
    """
    if not actor.can(queries.EDIT, union):
        raise PermissionDenied("您不能为这个工会导入提案。")
    file = read_book(path, name=name)
    year = year_of(file, options, today)
    told = _deadline(options)
    known = queries.latest_call(union, year)
    least = policy("proposals.seconders_min", union, date(year, 12, 31)).whole
    delegates = queries.names_of_delegates(union, told or known and known.deadline or date(year, 12, 31))
    book = read_proposals(file, year=year, least=least, delegates=delegates, deadline=told or known and known.deadline)
    if book.deadline is None:
        raise Refused(NO_DEADLINE)
    digest = hashlib.sha256(Path(path).read_bytes() + f"|{year}|{told}".encode()).hexdigest()
    problems = [Problem(p.sheet, p.row, p.column, p.code, p.message) for p in book.problems]
    verdict = Verdict(KIND, name, digest, [], problems, book.totals, notes_of(book, year))
    verdict.plan = plan_of(union, book, year, digest)
    if earlier := verdict.plan.earlier:
        verdict.notes.insert(0, f"这个文件已于 {earlier.made_at:%Y-%m-%d} 导入过（批次 {earlier.code}），没有新的内容。")
        verdict.rows = [row(one, SAME) for one in book.entries]
    else:
        verdict.rows = compared(book, verdict.plan)
    return verdict


def year_of(book: Book, options: dict, today: date) -> int:
    """The year of a register: as told, as its title says, else this one."""
    told = str(options.get("year") or "").strip()
    if told and not re.fullmatch(r"(19|20)\d\d", told):
        raise Refused(f"年份“{told}”看不懂，请写成 2021 的样子。")
    heads = [str(cell) for sheet in book.sheets for line in sheet.rows[:3] for cell in line if cell]
    found = re.search(r"((?:19|20)\d\d)\s*年", " ".join([*book.lines, *heads, book.name]))
    return int(told) if told else int(found[1]) if found else today.year


def _deadline(options: dict) -> date | None:
    told = str(options.get("deadline") or "").strip()
    day, _ = read_date(told) if told else (None, None)
    if told and (day is None or len(day) < 10):
        raise Refused(f"截止日期“{told}”看不懂，请写成 2021-03-10 的样子。")
    return date.fromisoformat(day) if day else None


def notes_of(book: ProposalBook, year: int) -> list[str]:
    """What was assumed, what was not read, and which proposals may be merged."""
    alike = "；".join("、".join(map(str, group)) for group in book.merge)
    return [
        f"征集截止 {book.deadline}；没有写年份的日期按 {year} 年读。",
        *([f"说的像是同一件事，导入后可以并案：{alike} 号。并完还有 {book.totals['after_merging']} 件。"] if alike else []),
        *(f"「{left.sheet}」{left.reason}" for left in book.left_out),
        *([] if book.delegates else ["文件里没有代表名单，按登记的代表核对；没有登记代表的不核对。"]),
    ]


def plan_of(union, book: ProposalBook, year: int, digest: str) -> Plan:
    """The call the register belongs to: one on record with its series or its deadline, else a new one."""
    told = Counter(one.series for one in book.entries if one.series)
    series = (told.most_common(1)[0][0] if told else str(year))[:12]
    calls = queries.calls_of(union)
    found = calls.filter(series=series).first() or calls.filter(deadline=book.deadline).first()
    return Plan(series, book.deadline, found, earlier=already(KIND, union, digest))


def compared(book: ProposalBook, plan: Plan) -> list[JudgedRow]:
    """Every row: left out with the reason, new, the same as on record, or other words."""
    rows = queries.calls_proposals(plan.collection) if plan.collection else ()
    known = {proposal.number: proposal for proposal in rows}
    return [_judged(one, known.get(one.no), plan) for one in book.entries]


def _judged(one: Entry, found: Proposal | None, plan: Plan) -> JudgedRow:
    if one.unreadable:
        return row(one, LEFT_OUT, "有读不清的地方，没有导入，见上面的问题。")
    if found is None:
        plan.new.append(one)
        return row(one, NEW)
    values = words_of(one)
    differs = [name for name in COMPARED if values[name] and values[name] != getattr(found, name)]
    if not differs:
        return row(one, SAME)
    if found.reviewed_on:
        return row(one, LEFT_OUT, f"这件提案{found.stage}，不再改动。")
    plan.changed.append((found, {name: values[name] for name in differs}))
    return row(one, CHANGED, "改动：" + "、".join(COMPARED[name] for name in differs))


def words_of(one: Entry) -> dict:
    """What a proposal of this row says."""
    told = {"matter": one.matter, "kind": one.kind or "其他", "reason": one.reason or "", "measures": one.measures or ""}
    return {name: value[: MOST.get(name, 4000)] for name, value in told.items()}


def row(one: Entry, status: str, why: str = "") -> JudgedRow:
    """One proposal as understood."""
    fields = {
        "no": one.no, "title": one.matter, "kind": one.kind, "proposer": "、".join(one.proposers), "team": one.team,
        "seconders": "、".join(one.seconders), "date": one.on and one.on.isoformat(), "reason": one.reason,
        "measures": one.measures, "faults": [str(fault) for fault in one.faults], "lacking": one.lacking,
        "merge": "、".join(str(no) for no in one.alike if no != one.no),
    }
    return JudgedRow(one.sheet, one.row, status, fields, why)
