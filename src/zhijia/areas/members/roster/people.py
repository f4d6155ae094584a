"""Who exists: rows of one identity number are one person; two people of one name and two numbers stay two."""

from zhijia.areas.members.roster.messages import message
from zhijia.areas.members.roster.model import RosterPerson, RosterRow
from zhijia.areas.members.rules import identity, words
from zhijia.kit.sheet.problems import Problem

UNDECIDED = ("join_before_16", "birth_id_mismatch", "sex_id_mismatch")
NOT_STAFF = (words.RETIRED, words.GONE)


def join(rows: list[RosterRow], heads: dict[str, str]) -> tuple[list[RosterPerson], list[Problem]]:
    """The people behind the rows, and what is wrong between rows; `heads` has the heading of the number by sheet."""
    named = [row for row in rows if row.fields["name"] is not None]
    joining = Joining(heads, {row.fields["name"] for row in named if row.fields.get("id_no") is None})
    for row in named:
        joining.take(row)
    return [person(group) for group in joining.groups], joining.found


class Joining:
    """Puts each row to the person it is about: by number, else by name and phone where a number is gone.

    `numberless` are the names that stand somewhere without a number: only they are looked up by phone.
    """

    def __init__(self, heads: dict[str, str], numberless: set[str]):
        self.heads, self.numberless = heads, numberless
        self.groups: list[list[RosterRow]] = []
        self.found: list[Problem] = []
        self.by_number: dict[str, list[list[RosterRow]]] = {}
        self.by_phone: dict[tuple[str, str], list[RosterRow]] = {}

    def take(self, row: RosterRow) -> None:
        """Put a row to its person, or begin a new one."""
        number, name = row.fields.get("id_no"), row.fields["name"]
        group = self.same_number(row, name, self.by_number[number]) if number in self.by_number else None
        if name in self.numberless and group is None and number not in self.by_number:
            group = self.without_number(name, row.fields.get("phone"), number)
        if group is None:
            group = []
            self.groups.append(group)
        group.append(row)
        self.remember(group, number, name, row)

    def same_number(
        self, row: RosterRow, name: str, namesakes: list[list[RosterRow]]
    ) -> list[RosterRow] | None:
        """The person of this number and name; another name claims the number."""
        group = next((one for one in namesakes if alike(one[0].fields["name"], name)), None)
        if group is None:
            self.found.append(claimed(row, namesakes[0][0], self.heads))
        else:
            self.found += repeated(row, group)
        return group

    def without_number(self, name: str, phone: str | None, number: str | None) -> list[RosterRow] | None:
        """Somebody of the same name and phone, where one side has no number to tell them apart."""
        group = self.by_phone.get((name, phone)) if phone else None
        if group is None or (number and any(row.fields.get("id_no") for row in group)):
            return None
        return group

    def remember(self, group: list[RosterRow], number: str | None, name: str, row: RosterRow) -> None:
        """Under what this person is found again."""
        if number and not any(one is group for one in self.by_number.get(number, ())):
            self.by_number.setdefault(number, []).append(group)
        phone = row.fields.get("phone") if name in self.numberless else None
        if phone and "phone_invalid" not in row.problems:
            self.by_phone.setdefault((name, phone), group)


def alike(one: str, other: str) -> bool:
    """Whether two names are one; a character lost in a csv may be any."""
    if one == other:
        return True
    return len(one) == len(other) and all(a == b or "?" in (a, b) for a, b in zip(one, other, strict=True))


def claimed(row: RosterRow, first: RosterRow, heads: dict[str, str]) -> Problem:
    """A number that already belongs to another name; what follows from the number is then not to be
    judged.
    """
    row.problems = (*(code for code in row.problems if code not in UNDECIDED), "id_duplicate")
    parts = {"other_sheet": first.sheet, "other_row": first.row, "other_name": first.fields["name"]}
    return Problem(
        row.sheet, row.row, heads.get(row.sheet, ""), "id_duplicate", message("id_duplicate", **parts)
    )


def repeated(row: RosterRow, group: list[RosterRow]) -> list[Problem]:
    """The same row typed twice on one sheet."""
    twin = next((r for r in group if r.sheet == row.sheet and r.fields == row.fields), None)
    if twin is None:
        return []
    row.problems = ("row_identical_repeat",)
    said = message("row_identical_repeat", other_row=twin.row)
    return [Problem(row.sheet, row.row, "", "row_identical_repeat", said)]


def person(group: list[RosterRow]) -> RosterPerson:
    """One person from all rows: the home row speaks first, the others fill what it does not say."""
    home = group[0]
    if len(group) == 1:
        return RosterPerson(settled(home.fields, home), group, home.standing, home.member, home.place)
    home = next((row for row in group if not words.from_elsewhere(row.fields.get("note"))), home)
    for row in group:
        row.duplicate = row is not home
    group = [home, *(row for row in group if row is not home)]
    fields = settled(together(group), home)
    return RosterPerson(fields, group, standing(group), member(group), home.place)


def together(group: list[RosterRow]) -> dict:
    """The fields of the home row, gaps filled from the other rows in turn."""
    fields = dict(group[0].fields)
    for row in group[1:]:
        for key, value in row.fields.items():
            if fields.get(key) is None:
                fields[key] = value
    return fields


def settled(fields: dict, home: RosterRow) -> dict:
    """Birth and sex after a sound number where the sheet is silent, vague or at odds; a claimed number is
    dropped.
    """
    number = fields.get("id_no")
    if not home.problems and len(fields.get("birth") or "") == 10 and fields.get("sex"):
        return fields
    if (
        number is None
        or len(number) != 18
        or "id_check_digit" in home.problems
        or "id_birth" in home.problems
    ):
        return fields
    if "id_duplicate" in home.problems:
        return {**fields, "id_no": None}
    birth, sex = identity.birth_of(number), identity.sex_of(number)
    same = fields.get("birth") == birth and fields.get("sex") == sex
    return fields if same else {**fields, "birth": birth, "sex": sex}


def standing(group: list[RosterRow]) -> str:
    """Lent from one unit of this book to another is at work here; otherwise the home row decides."""
    lent_inside = all(row.standing in (words.LENT, words.ON_POST) for row in group)
    return words.ON_POST if lent_inside else group[0].standing


def member(group: list[RosterRow]) -> bool | None:
    """Whether the person is a member, by the first row that says."""
    return next((row.member for row in group if row.member is not None), None)


def totals(people: list[RosterPerson]) -> dict:
    """Staff, members among them and the rate of joining in percent (入会率 = 在籍会员 ÷ 职工); None: not
    recorded.
    """
    staff = [p for p in people if on_staff(p)]
    told = any(p.member is not None for p in staff)
    members = sum(p.member is True for p in staff) if told else None
    rate = round(100 * members / len(staff) + 1e-9, 1) if told and staff else None
    return {"staff": len(staff), "members": members, "rate": rate}


def on_staff(one: RosterPerson) -> bool:
    """Whether somebody is to be counted among the staff: not retired, not gone, not held on the roll only."""
    status = one.fields.get("status")
    return one.standing not in NOT_STAFF and status not in words.GONE_STATUSES and status != "保留会籍"
