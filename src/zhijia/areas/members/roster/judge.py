"""Judging a block of a roster: every column read, then what the columns say about each other."""

import datetime

from zhijia.areas.members.roster.cells import Column, Faults, once, read_column
from zhijia.areas.members.roster.columns import places
from zhijia.areas.members.roster.messages import message
from zhijia.areas.members.roster.model import NO_PROBLEMS, RosterRow
from zhijia.areas.members.rules import identity, joining, words
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.dates import read_date
from zhijia.kit.sheet.layout import Block, Layout, fill_down
from zhijia.kit.sheet.problems import Problem

LOOK = 300
SURELY_GROWN = 18
AS_READ = ("id_old_15", "birth_id_mismatch", "join_before_16", "join_in_future")
CONTRADICTS = {"birth_id_mismatch": identity.birth_of, "sex_id_mismatch": identity.sex_of}
TRUSTED = frozenset(("id_old_15",))
STATUS_WORDS = frozenset(words.STATUSES) - {"会员", "非会员", "未入会"}


class Judged:
    """A block with its columns understood; `faults` by position of the record, as (column key, code)."""

    def __init__(self, layout: Layout, block: Block, today: datetime.date):
        self.layout, self.block, self.today = layout, block, today
        self.faults: Faults = {}
        self.raw, self.heads = raw_columns(layout, block)
        self.names, self.marks = self.read_names()
        self.columns = {"name": self.names}
        self.columns |= {
            k: read_column(k, column, self.faults) for k, column in self.raw.items() if k != "name"
        }
        self.forgive_other_papers()
        self.check_numbers()
        self.check_joining()

    def fault(self, position: int, key: str, code: str) -> None:
        """Note one thing to look at."""
        self.faults.setdefault(position, []).append((key, code))

    def read_names(self) -> tuple[Column, Column]:
        """Names and the marks beside homonyms; a name that is not there, or lost a character, is a fault."""
        pairs = [cells.name(value) for value in self.raw["name"]]
        for position, (name, _) in enumerate(pairs):
            if name is None:
                self.fault(position, "name", "name_blank")
            elif "?" in name or "\ufffd" in name or "□" in name:
                self.fault(position, "name", "name_unreadable")
        return [name for name, _ in pairs], [mark for _, mark in pairs]

    def forgive_other_papers(self) -> None:
        """A passport or a permit (证件类型) has a number of its own kind, not an identity number."""
        kinds = self.columns.get("id_type")
        for position, kind in enumerate(kinds or ()):
            if kind is None or kind in identity.ID_CARDS or "id_no" not in self.columns:
                continue
            self.columns["id_no"][position] = cells.code(self.raw["id_no"][position])
            left = [fault for fault in self.faults.pop(position, []) if fault[0] != "id_no"]
            if left:
                self.faults[position] = left

    def check_numbers(self) -> None:
        """Birth and sex as told against the number; a number that is itself in doubt proves nothing."""
        numbers = self.columns.get("id_no")
        if numbers is None:
            return
        doubtful = {
            p
            for p, faults in self.faults.items()
            if any(k == "id_no" and c not in TRUSTED for k, c in faults)
        }
        births = self.columns.get("birth") or [None] * len(numbers)
        sexes = self.columns.get("sex") or [None] * len(numbers)
        for position, (number, birth, sex) in enumerate(zip(numbers, births, sexes, strict=True)):
            if number is None or len(number) != 18 or position in doubtful:
                continue
            if birth and not identity.agrees(birth, identity.birth_of(number)):
                self.fault(position, "birth", "birth_id_mismatch")
            if sex and sex != identity.sex_of(number):
                self.fault(position, "sex", "sex_id_mismatch")

    def check_joining(self) -> None:
        """The date of joining against age and today; where birth is in doubt, the earlier of two decides."""
        joined = self.columns.get("joined_union")
        if joined is None:
            return
        numbers = self.columns.get("id_no") or [None] * len(joined)
        births = self.columns.get("birth") or [None] * len(joined)
        this_day = self.today.isoformat()
        for position, (when, number, birth) in enumerate(zip(joined, numbers, births, strict=True)):
            if when is None or (
                when < this_day and number and int(when[:4]) - int(number[6:10] or 0) > SURELY_GROWN
            ):
                continue
            if when > this_day and joining.join_in_future(when, self.today):
                self.fault(position, "joined_union", "join_in_future")
            elif joining.join_before_16(earliest(number, birth), when):
                self.fault(position, "joined_union", "join_before_16")

    def rows(self, whole_sheet: str | None, place: str | None) -> list[RosterRow]:
        """The rows of the block; `whole_sheet` is a standing that holds for everybody on the sheet (退休)."""
        keys = list(self.columns)
        standings = self.standings(whole_sheet)
        members = self.members()
        sheet, faults = self.layout.sheet.name, self.faults
        rows = []
        for position, values in enumerate(zip(*self.columns.values(), strict=True)):
            codes = tuple([code for _, code in faults[position]]) if position in faults else NO_PROBLEMS
            rows.append(
                RosterRow(
                    sheet,
                    self.block.records[position] + 1,
                    "person",
                    dict(zip(keys, values, strict=True)),
                    codes,
                    standings[position],
                    members[position],
                    self.marks[position],
                )  # fmt: skip — positional, for twenty thousand of them
            )
        self.place(rows, place)
        return rows

    def place(self, rows: list[RosterRow], place: str | None) -> None:
        """The team of each row: its own, else the section it stands under, else the sheet."""
        for row, section in zip(rows, self.block.under, strict=True):
            section = (
                section if section and words.standing(section, today=self.today) == words.ON_POST else None
            )
            row.place = row.fields.get("team") or section or place

    def standings(self, whole_sheet: str | None) -> list[str]:
        """How each person stands to the employer, from the columns, the remark and the section above."""
        if whole_sheet:
            return [whole_sheet] * len(self.names)
        empty = [None] * len(self.names)
        told = [self.columns.get(key) or empty for key in ("employment", "note", "job")]
        dispatched = [
            words.DISPATCHED if cells.yes_no(value) else None
            for value in self.columns.get("dispatched", empty)
        ]
        said = list(zip(dispatched, *told, self.marks, self.block.under, strict=True))
        return once(lambda remarks: words.standing(*remarks, today=self.today), said)

    def members(self) -> list[bool | None]:
        """Who is a member: by the member column, else the state of membership, else the date of joining."""
        if "member" in self.columns:
            return self.ticked()
        if "status" in self.columns:
            return [None if status is None else status == "在籍" for status in self.columns["status"]]
        if "joined_union" in self.columns:
            odd = {p for p, faults in self.faults.items() if any(key == "joined_union" for key, _ in faults)}
            return [when is not None or p in odd for p, when in enumerate(self.columns["joined_union"])]
        if "card_no" in self.columns:
            return [card is not None for card in self.columns["card_no"]]
        whole = all_members(self.layout)
        return [whole] * len(self.names)

    def ticked(self) -> list[bool | None]:
        """The member column; where its cell is empty, a date of joining says yes as well as a tick."""
        members, joined = self.columns["member"], self.columns.get("joined_union")
        if joined is None:
            return members
        rows = zip(members, self.raw["member"], joined, strict=True)
        return [True if when and cells.text(raw) is None else member for member, raw, when in rows]

    def problem(self, position: int, key: str, code: str) -> Problem:
        """One fault as a sentence, with what stood in the cell."""
        record = self.block.records[position]
        value = cells.text(self.raw[key][position]) or ""
        kept = self.columns[key][position]
        told = {"value": kept if code in AS_READ else value, "kept": kept, "length": len(str(kept or ""))}
        told["other"] = CONTRADICTS[code](self.columns["id_no"][position]) if code in CONTRADICTS else ""
        return Problem(self.layout.sheet.name, record + 1, self.heads[key], code, message(code, **told))


def earliest(number: str | None, birth: str | None) -> str | None:
    """The day of birth that speaks most for the person."""
    if number is None or len(number) != 18:
        return birth
    day = identity.birth_of(number)
    return day if birth is None or identity.agrees(birth, day) else min(day, birth)


def all_members(layout: Layout) -> bool | None:
    """A list called 会员名单 holds members; one called 职工（会员）花名册 does not say."""
    title = " ".join(layout.titles[:1]) + " " + layout.sheet.name
    plain = cells.label(title)
    return True if "会员" in plain and "职工" not in plain and "是否会员" not in plain else None


def raw_columns(layout: Layout, block: Block) -> tuple[dict[str, Column], dict[str, str]]:
    """The columns of a block and the headings over them, by the key each is kept under.

    Headings nobody knows keep their own name behind a star.
    """
    header = block.header
    known = {position: places(header.columns).get(key, key) for key, position in header.columns.items()}
    columns, heads = {}, {}
    for position, cells_down in enumerate(downwards(layout.sheet, block)):
        label = header.labels[position] if position < len(header.labels) else ""
        key = known.get(position) or (f"*{label}" if label else None)
        if key is None or key == "number" or key in columns:
            continue
        columns[key] = filled(layout.sheet, block, position, key, cells_down)
        heads[key] = label
    meant = settle(columns)
    return (
        {meant.get(key, key): column for key, column in columns.items()},
        {meant.get(key, key): label for key, label in heads.items()},
    )


def downwards(sheet, block: Block) -> list[Column]:
    """The cells of the records column by column."""
    width = max((len(sheet.rows[position]) for position in block.records), default=0)
    rows = [sheet.rows[position] for position in block.records]
    return list(zip(*[row if len(row) == width else padded(row, width) for row in rows], strict=True))


def filled(sheet, block: Block, position: int, key: str, cells_down: Column) -> Column:
    """Columns of place take what stands further up; a remark only where its cell is merged."""
    if key in ("unit", "section", "team"):
        return fill_down(sheet, block, position)
    return fill_down(sheet, block, position, carry=False) if key == "note" else cells_down


def padded(row: list, width: int) -> list:
    """A short row, as csv has them, with nothing in the missing cells."""
    return row + [None] * (width - len(row))


def settle(columns: dict[str, Column]) -> dict[str, str]:
    """Columns whose heading may mean two things, and what their values make of them: 入会 may hold dates or ticks."""
    meant = {}
    for key, other, looks in AMBIGUOUS:
        if key in columns and other not in columns and key not in meant and looks(columns[key]):
            meant[key] = other
    return meant if len(set(meant.values())) == len(meant) else {}


def some(column: Column) -> list:
    """The first values of a column that say anything."""
    return [value for value in column if not cells.nothing(value)][:LOOK]


def ticks(column: Column) -> bool:
    """Whether most values are yes or no, or words of membership that are no state of it."""
    values = [cells.word(value) for value in some(column)]
    yes = sum(words.membership(v)[0] is not None and v not in STATUS_WORDS for v in values)
    return bool(values) and yes * 2 >= len(values)


def dated(column: Column) -> bool:
    """Whether most values are dates."""
    values = some(column)
    return bool(values) and sum(len(read_date(v)[0] or "") >= 4 for v in values) * 2 > len(values)


def statuses(column: Column) -> bool:
    """Whether most values are states of a membership."""
    values = [cells.word(value) for value in some(column)]
    return bool(values) and sum(v in STATUS_WORDS for v in values) * 2 > len(values)


AMBIGUOUS = (
    ("joined_union", "member", ticks),
    ("member", "joined_union", dated),
    ("member", "status", statuses),
    ("status", "member", ticks),
)
