"""A roster as understood: what each row says, who exists, what is wrong, what was left out, how many."""

from dataclasses import dataclass, field

from zhijia.kit.sheet.problems import LeftOut, Problem

NO_PROBLEMS: tuple[str, ...] = ()


@dataclass(slots=True)
class RosterRow:
    """One row: its kind and, for a person, the fields as a careful reader gets them from this row.

    Fields: name sex birth id_no phone nation politics education team unit section job joined_work
    joined_union member status card_no note … as far as the sheet has the column; a column nobody knows is
    kept under its heading. Dates are as precise as the cell. `standing` is 在岗, 劳务派遣, 借调, 退休 …;
    `member` is None where the sheet does not say; `place` is the team of the row, also from a section
    heading or the sheet; `duplicate` marks a second row of a person.
    """

    sheet: str
    row: int
    kind: str
    fields: dict = field(default_factory=dict)
    problems: tuple[str, ...] = NO_PROBLEMS
    standing: str = ""
    member: bool | None = None
    mark: str | None = None
    place: str | None = None
    duplicate: bool = False


@dataclass(slots=True)
class RosterPerson:
    """One person: the fields put together from all rows, the home row first.

    `team` is where the person belongs (名册上的本班组), `posts` the teams of all rows in the order of the
    file: somebody lent out or holding a second post stands in several. `standing` and `member` as in the
    home row.
    """

    fields: dict
    rows: list[RosterRow]
    standing: str
    member: bool | None
    team: str | None

    @property
    def name(self) -> str:
        return self.fields["name"]

    @property
    def id_no(self) -> str | None:
        return self.fields.get("id_no")

    @property
    def mark(self) -> str | None:
        """The mark beside the name that tells homonyms apart, from any row."""
        return next((row.mark for row in self.rows if row.mark), None)

    @property
    def posts(self) -> list[str]:
        """Every team the person stands in, in the order of the file."""
        ordered = sorted(self.rows, key=lambda row: row.duplicate)
        return list(dict.fromkeys(row.place for row in ordered if row.place))


@dataclass(slots=True)
class Roster:
    """The whole file. `totals` are of people, not rows; retired people and those who left are not staff."""

    rows: list[RosterRow]
    people: list[RosterPerson]
    problems: list[Problem]
    left_out: list[LeftOut]
    totals: dict
