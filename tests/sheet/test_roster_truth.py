"""Rosters as units have them, compared row by row and person by person with what is true of them."""

from collections import Counter

import pytest

from zhijia.areas.members.roster import read_roster
from zhijia.kit.sheet.book import read_book

FILES = {
    "roster_vehicle.xlsx": "roster_vehicle",
    "roster_vehicle.csv": "roster_vehicle",
    "roster_school.xlsx": "roster_school",
    "roster_school.xls": "roster_school",
    "roster_township.xlsx": "roster_township",
    "roster_banknote.xlsx": "roster_banknote",
}
# columns the truth names in its own way; x_retired is kept there as typed
OURS = {"x_licence": "*准驾车型", "x_subject": "subject", "x_home": "former_unit", "x_retired": "retired_on"}
SHEET_OF_CSV = {"roster_vehicle": "胶轮车队"}
LOST_IN_CSV = "name_unreadable"


@pytest.fixture(scope="module")
def read_once():
    """Each file is read once for all the questions."""
    known = {}

    def read(name, data, today):
        if name not in known:
            known[name] = read_roster(read_book(data / name), today=today)
        return known[name]

    return read


@pytest.fixture(params=FILES)
def case(request, data, truth, today, read_once):
    """The roster as read, what is true of it, and whether it went through a csv."""
    return read_once(request.param, data, today), truth(FILES[request.param]), request.param.endswith("csv")


def where(row) -> tuple[str, int]:
    return SHEET_OF_CSV.get(row.sheet, row.sheet), row.row


def lost(known: dict) -> set[int]:
    """Rows whose name lost a character in the csv."""
    return {one["row"] for one in known["csv"]["lost_in_csv"] if "name" in one["unreadable"]}


def expected_rows(known: dict) -> list[dict]:
    """Rows of sheets that hold people."""
    used = {sheet["title"] for sheet in known["sheets"] if sheet["use"] == "people"}
    return [row for row in known["rows"] if row["sheet"] in used]


def test_every_row_is_what_it_is(case):
    roster, known, _ = case
    assert {where(row): row.kind for row in roster.rows} == {
        (row["sheet"], row["row"]): row["kind"] for row in expected_rows(known)
    }


def test_every_field_of_every_person_row_is_read(case):
    roster, known, from_csv = case
    rows = {where(row): row for row in roster.rows}
    differing = {}
    for row in (row for row in expected_rows(known) if row["kind"] == "person"):
        told = {OURS.get(key, key): value for key, value in row["fields"].items() if key != "x_retired"}
        got = {key: rows[row["sheet"], row["row"]].fields.get(key) for key in told}
        if from_csv and row["row"] in lost(known):
            told["name"] = (
                got["name"] if len(got["name"]) == len(told["name"]) and "?" in got["name"] else told["name"]
            )
        if got != told:
            differing[row["sheet"], row["row"]] = (got, told)
    assert differing == {}


def test_every_problem_is_found_and_no_other(case):
    roster, known, from_csv = case
    told = {
        (row["sheet"], row["row"]): sorted(row["problems"])
        for row in expected_rows(known)
        if row["kind"] == "person"
    }
    if from_csv:
        for (_, row), codes in told.items():
            codes += [LOST_IN_CSV] * (row in lost(known))
    got = {where(row): sorted(row.problems) for row in roster.rows if row.kind == "person"}
    assert got == {place: sorted(codes) for place, codes in told.items()}
    listed = Counter(one.code for one in roster.problems if one.code != LOST_IN_CSV)
    assert listed == known["counts"]["problems"]


def test_problems_are_sentences_with_a_place(case):
    roster, _, _ = case
    rows = {(row.sheet, row.row): row for row in roster.rows}
    for one in roster.problems:
        assert one.code in rows[one.sheet, one.row].problems
        assert one.column
        assert one.message.endswith("。")
        assert "{" not in one.message


def test_rows_of_one_person_are_joined_and_no_others(case):
    roster, known, _ = case
    told = {}
    for row in (row for row in expected_rows(known) if row["kind"] == "person"):
        told.setdefault(row["key"], set()).add((row["sheet"], row["row"]))
    got = [{where(row) for row in person.rows} for person in roster.people]
    assert sorted(map(sorted, got)) == sorted(map(sorted, told.values()))


def test_the_second_row_of_a_person_is_marked(case):
    roster, known, _ = case
    told = {(row["sheet"], row["row"]) for row in expected_rows(known) if row.get("duplicate")}
    assert {where(row) for row in roster.rows if row.duplicate} == told


def test_each_person_is_who_the_truth_says(case):
    roster, known, _ = case
    keys = {(row["sheet"], row["row"]): row["key"] for row in known["rows"] if row["kind"] == "person"}
    people = {one["key"]: one for one in known["people"]}
    for person in roster.people:
        true = people[keys[where(person.rows[0])]]
        assert bool(person.member) == true["member"]
        assert (person.standing == "退休") == (true["status"] == "退休")
        if true["status"] != "退休":
            assert person.team == true["team"]
        if not any(row.problems for row in person.rows):
            assert (person.name, person.id_no, person.fields["sex"], person.fields["birth"]) == (
                true["name"], true["id_no"], true["sex"], true["birth"],
            )  # fmt: skip


def test_what_rows_say_about_standing_and_membership(case):
    roster, known, _ = case
    rows = {where(row): row for row in roster.rows}
    for row in expected_rows(known):
        got = rows[row["sheet"], row["row"]]
        assert row.get("status", got.standing) == got.standing
        assert row.get("member", got.member) == got.member


def test_totals_count_people_not_rows(case):
    roster, known, _ = case
    counts = known["counts"]
    staff, members = counts["staff_distinct"], counts["members"]
    assert roster.totals == {"staff": staff, "members": members, "rate": round(100 * members / staff, 1)}
    assert len([row for row in roster.rows if row.kind == "person"]) == counts["person_rows"]


def test_units_have_the_people_they_have(case):
    roster, known, _ = case
    counts = known["counts"]
    told = counts.get("by_unit") or counts.get("by_team") or counts.get("by_team_home")
    assert Counter(person.team for person in roster.people if person.standing != "退休") == told


def test_sheets_without_people_are_left_out_with_a_reason(case):
    roster, known, from_csv = case
    told = set() if from_csv else {sheet["title"] for sheet in known["sheets"] if sheet["use"] == "ignore"}
    left = {one.sheet: one.reason for one in roster.left_out if one.first is None}
    assert set(left) == told
    assert all(reason.endswith("。") for reason in left.values())


def test_lent_and_transferred_people_keep_home_and_post_apart(data, today):
    township = read_roster(read_book(data / "roster_township.xlsx"), today=today)
    lent = {person.name: (person.team, person.posts) for person in township.people if len(person.rows) == 2}
    assert lent == {
        "丁慧莲": ("青榔初级中学", ["青榔初级中学", "党政办公室"]),
        "白永": ("板谢小学", ["板谢小学", "党政办公室"]),
        "崔巧珍": ("板谢小学", ["板谢小学", "财政所"]),
        "魏娜": ("青榔乡中心小学", ["青榔乡中心小学", "财政所"]),
    }
    banknote = read_roster(read_book(data / "roster_banknote.xlsx"), today=today)
    moved = {tuple(person.posts) for person in banknote.people if len(person.rows) == 2}
    assert moved == {("数扎四班", "装箱二班")}


@pytest.mark.parametrize("name", ["roster_20000_clean", "roster_20000_problems"])
def test_twenty_thousand_rows(name, data, truth, today):
    known = truth(name)
    roster = read_roster(read_book(data / f"{name}.xlsx"), today=today)
    got = sorted((one.row, one.code) for one in roster.problems)
    assert got == sorted((one["row"], one["kind"]) for one in known["problems"])
    people = [row for row in roster.rows if row.kind == "person"]
    assert len(people) == known["rows"]
    assert len({row.fields["id_no"] for row in people} - {None}) == known["counts"]["distinct_ids"]
    assert Counter(row.fields["status"] for row in people) == known["counts"]["status"]
    assert Counter(row.fields["sex"] for row in people)["女"] == known["counts"]["women"]
    assert len({row.fields["unit"] for row in people}) == known["counts"]["units"]


def test_a_number_two_names_claim_stays_with_the_first(data, truth, today):
    roster = read_roster(read_book(data / "roster_20000_problems.xlsx"), today=today)
    claimed = {
        one["row"] for one in truth("roster_20000_problems")["problems"] if one["kind"] == "id_duplicate"
    }
    numbers = Counter(person.id_no for person in roster.people if person.id_no)
    assert set(numbers.values()) == {1}
    assert {
        person.rows[0].row for person in roster.people if "id_duplicate" in person.rows[0].problems
    } == claimed
    assert all(person.id_no is None for person in roster.people if person.rows[0].row in claimed)
