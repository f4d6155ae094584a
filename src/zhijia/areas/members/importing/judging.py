"""Judging a roster: what each person of the file would mean for the roll. Nothing is written."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from zhijia.areas.members.importing.facts import LEFT, RETIRED, Facts, facts_of
from zhijia.areas.members.importing.matching import COMPARED, Known, Roll
from zhijia.areas.members.importing.pace import uncollected
from zhijia.areas.members.importing.places import Places, Way, way_of
from zhijia.areas.members.roster import Roster, RosterPerson, RosterRow, read_roster
from zhijia.core.files.storing import on_disk
from zhijia.core.imports.batches import already
from zhijia.core.imports.models import Batch
from zhijia.core.private.blind import blind
from zhijia.kit.imports import CHANGED, LEFT_OUT, NEW, SAME, JudgedRow, Problem, Verdict
from zhijia.kit.sheet.book import read_book

KIND = "roster"
SECOND = "同一个人的另一行（兼岗、借调或重复），人数只计一次。"
NAMELESS = "没有姓名，没有导入。"
TEXTS = frozenset(COMPARED) - {"dispatched", "standing"}
SAID = {"union": "单位、班组", "id_no": "身份证号", "phone": "联系电话", "since": "入会时间", "card": "会员证号", "state": "会籍"}
LABELS = {
    "name": "姓名", "mark": "同名标记", "sex": "性别", "birth": "出生日期", "nation": "民族", "politics": "政治面貌",
    "education": "文化程度", "job": "岗位", "employment": "用工形式", "dispatched": "劳务派遣",
    "joined_work": "参加工作时间", "standing": "在岗情况", "note": "备注", **SAID,
}


@dataclass(slots=True)
class Move:
    """What a changed person needs: which columns, a new group, a membership opened or corrected."""

    known: Known
    facts: Facts
    way: Way
    columns: tuple[str, ...]
    opens: bool = False


@dataclass(slots=True)
class Plan:
    """What writing the verdict would do."""

    new: list[tuple[Facts, Way]] = field(default_factory=list)
    changed: list[Move] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    earlier: Batch | None = None


def judge_kept(actor, file) -> Verdict:
    """Judge a roster that was handed in and kept (core.files); its content is on disk only while it is read."""
    with on_disk(file) as path:
        return judge(actor, file.union, path, name=file.name, options={}, today=timezone.localdate())


@uncollected()
def judge(actor, union, path: Path, *, name: str, options: dict, today: date) -> Verdict:
    """Read a roster and compare it with the roll of the union's house. Refused when it cannot be read."""
    if not actor.can("members.import", union):
        raise PermissionDenied("您不能为这个工会导入花名册。")
    digest = hashlib.sha256(Path(path).read_bytes() + str(options.get("sheet", "")).encode()).hexdigest()
    roster = read_roster(read_book(path, name=name), today=today, sheet=options.get("sheet") or None)
    earlier = already(KIND, union, digest)
    verdict = Verdict(KIND, name, digest, [], list(roster.problems), roster.totals, notes_of(roster))
    if earlier is not None:
        verdict.notes.insert(0, f"这个文件已于 {earlier.made_at:%Y-%m-%d} 导入过（批次 {earlier.code}），没有新的内容。")
        verdict.rows, verdict.plan = rows_of(roster, dict.fromkeys(map(id, roster.people), (SAME, ""))), Plan(earlier=earlier)
        return verdict
    statuses, verdict.plan = compared(roster, union, verdict)
    verdict.rows = rows_of(roster, statuses)
    return verdict


def compared(roster: Roster, union, verdict: Verdict) -> tuple[dict[int, tuple[str, str]], Plan]:
    """The status of every person with the reason, and the plan."""
    places, roll, plan = Places(union), Roll(union), Plan()
    told = [(facts_of(person), way_of(person, union)) for person in roster.people]
    if not roll:
        plan.new, plan.ways = told, places.missing(way for _, way in told)
        return dict.fromkeys(map(id, roster.people), (NEW, "")), plan
    statuses = {}
    found = roll.match([(facts, places.known.get(way)) for facts, way in told])
    for person, (facts, way), known in zip(roster.people, told, found, strict=True):
        if known is None:
            plan.new.append((facts, way))
            statuses[id(person)] = (NEW, "")
        else:
            statuses[id(person)] = differing(plan, known, facts, way, places, verdict, person)
    plan.ways = places.missing([way for _, way in plan.new] + [move.way for move in plan.changed])
    _mention_absent(roll, places, verdict)
    return statuses, plan


def differing(plan, known, facts, way, places, verdict, person) -> tuple[str, str]:
    """Whether someone on the roll is told of otherwise than before, and in what."""
    columns = [name for name, old in zip(COMPARED, known.facts, strict=True) if _differs(name, getattr(facts, name), old)]
    now = known.facts[COMPARED.index("standing")]
    if "standing" in columns and {facts.standing, now} & {RETIRED, LEFT}:
        columns.remove("standing")
        _ask(verdict, person, "standing_differs", f"名册里是“{now}”，文件里是“{facts.standing}”")
    if facts.id_no and blind(facts.id_no) != known.id_blind:
        columns.append("id_no")
    if facts.phone and blind(facts.phone) != known.phone_blind:
        columns.append("phone")
    if way and places.known.get(way) != known.union_id:
        columns.append("union")
    opens = _membership(columns, known, facts, verdict, person)
    if not columns:
        return SAME, ""
    plan.changed.append(Move(known, facts, way, tuple(columns), opens))
    return CHANGED, "改动：" + "、".join(LABELS[name] for name in columns)


def _differs(name, new, old) -> bool:
    """An empty cell says nothing and takes nothing away."""
    return new != old and (bool(new) or name not in TEXTS)


def _membership(columns, known, facts, verdict, person) -> bool:
    """A membership told of for the first time is opened; one that ended needs a day and is asked about."""
    if facts.state == known.state:
        if facts.state and facts.since_told and facts.since_told != known.since_told:
            columns.append("since")
        if facts.card_no and facts.card_no != known.card_no:
            columns.append("card")
        return False
    if not known.state:
        columns.append("state")
        return True
    _ask(verdict, person, "state_differs", f"名册里是“{known.state}”，文件里是“{facts.state or '不是会员'}”")
    return False


def _ask(verdict, person: RosterPerson, code: str, said: str) -> None:
    row = person.rows[0]
    message = f"{person.name}：{said}。没有改动，请在这个人的页面上办理，填写日期。"
    verdict.problems.append(Problem(row.sheet, row.row, "", code, message))


def _mention_absent(roll: Roll, places: Places, verdict: Verdict) -> None:
    absent = [k for k in roll.people if k.pk not in roll.taken and k.union_id in places.ways and k.facts[11] != LEFT]
    if absent:
        names = "、".join(known.facts[0] for known in absent[:5])
        verdict.notes.append(f"名册里另有 {len(absent)} 人不在这个文件里（{names}{'等' if len(absent) > 5 else ''}），没有改动。")


def notes_of(roster: Roster) -> list[str]:
    """Sheets that were not read, with the reason, and how many rows were no people."""
    sheets = [f"「{left.sheet}」{left.reason}" for left in roster.left_out if left.first is None]
    rows = Counter(left.reason for left in roster.left_out if left.first is not None)
    return [*sheets, *(f"{count} 处：{reason}" for reason, count in rows.items())]


def rows_of(roster: Roster, statuses: dict[int, tuple[str, str]]) -> list[JudgedRow]:
    """Every row that holds a person, in the order of the file; only a person's first row counts."""
    homes = {id(person.rows[0]): statuses[id(person)] for person in roster.people}
    return [judged(row, homes.get(id(row))) for row in roster.rows if row.kind == "person"]


def judged(row: RosterRow, status: tuple[str, str] | None) -> JudgedRow:
    """One row as understood."""
    fields = {**row.fields, "standing": row.standing, "place": row.place}
    if row.member is not None:
        fields["member"] = row.member
    if status is None:
        return JudgedRow(row.sheet, row.row, LEFT_OUT, fields, SECOND if row.fields["name"] else NAMELESS)
    return JudgedRow(row.sheet, row.row, status[0], fields, status[1])
