"""What a roster says of a person, as the roll keeps it."""

from typing import NamedTuple

from zhijia.areas.members.roster import RosterPerson
from zhijia.areas.members.rules import words
from zhijia.areas.members.rules.dates import first_day
from zhijia.areas.members.rules.names import initials

WORKING, EARLY, WAITING, RETIRED, LEFT = "在岗", "内退", "待岗", "退休", "已离开"
STANDINGS = {words.EARLY: EARLY, "待岗": WAITING, words.RETIRED: RETIRED, words.GONE: LEFT}
NOT_DOUBTS = ("name_blank", "row_identical_repeat")
UNUSABLE_NUMBER = frozenset(("id_damaged", "id_duplicate"))
MEMBER, KEPT = "在籍", "保留会籍"
MOST_DOUBTS = 120


class Facts(NamedTuple):
    """The columns of Person a roster fills, and the membership it tells of (`state` "" for none)."""

    name: str
    mark: str
    initials: str
    sex: str
    birth: str
    nation: str
    politics: str
    education: str
    job: str
    employment: str
    dispatched: bool
    id_no: str
    phone: str
    joined_work: str
    standing: str
    staff_from: str | None
    staff_until: str | None
    left_why: str
    doubts: str
    note: str
    state: str
    since: str | None
    since_told: str
    card_no: str


def facts_of(person: RosterPerson) -> Facts:
    """The facts of one person of the file; what cannot be trusted (a damaged number, a day to come) is left open."""
    told = person.fields.get
    codes = codes_of(person)
    state = state_of(person)
    standing, left_why = standing_of(person, state)
    joined = told("joined_union") or ""
    return Facts(
        name=person.name[:40],
        mark=(person.mark or "")[:10],
        initials=initials(person.name),
        sex=told("sex") or "",
        birth=told("birth") or "",
        nation=(told("nation") or "")[:20],
        politics=(told("politics") or "")[:20],
        education=(told("education") or "")[:20],
        job=(told("job") or told("subject") or "")[:40],
        employment=employment_of(person),
        dispatched=person.standing == words.DISPATCHED,
        id_no="" if UNUSABLE_NUMBER & set(codes) else told("id_no") or "",
        phone=told("phone") or "",
        joined_work=told("joined_work") or "",
        standing=standing,
        staff_from=day(told("joined_unit")),
        staff_until=day(told("retired_on")) if standing in (RETIRED, LEFT) else None,
        left_why=left_why,
        doubts=packed(codes),
        note=note_of(person, state, joined),
        state=state,
        since=day(joined) if state == MEMBER and "join_in_future" not in codes else None,
        since_told=joined if state else "",
        card_no=(told("card_no") or "")[:20] if state else "",
    )


def codes_of(person: RosterPerson) -> tuple[str, ...]:
    """What is doubtful about a person, from all rows."""
    rows = person.rows
    if len(rows) == 1:
        return rows[0].problems
    every = dict.fromkeys(code for row in rows for code in row.problems if code not in NOT_DOUBTS)
    return tuple(every)


def packed(codes: tuple[str, ...]) -> str:
    """Codes as the column keeps them, no code cut in two."""
    if not codes:
        return ""
    kept = ""
    for code in dict.fromkeys(codes):
        longer = f"{kept},{code}" if kept else code
        kept = longer if len(longer) <= MOST_DOUBTS and code not in NOT_DOUBTS else kept
    return kept


def state_of(person: RosterPerson) -> str:
    """The state of membership: a retired member's is kept (保留会籍), of someone who is gone there is none here."""
    if person.fields.get("status") == KEPT:
        return KEPT
    if not person.member or person.standing == words.GONE:
        return ""
    return KEPT if person.standing == words.RETIRED else MEMBER


def standing_of(person: RosterPerson, state: str) -> tuple[str, str]:
    """How the person stands to the employer, and why they are gone; who is only kept on the roll is not staff."""
    standing = STANDINGS.get(person.standing, WORKING)
    status = person.fields.get("status")
    if standing == RETIRED:
        return RETIRED, "退休"
    if standing != LEFT and status in words.GONE_STATUSES:
        return LEFT, status
    if standing != LEFT and state == KEPT:
        return LEFT, "保留会籍"
    return standing, "离开" if standing == LEFT else ""


def employment_of(person: RosterPerson) -> str:
    """The form of employment as told; lent, teaching elsewhere or as a substitute is kept in its word."""
    told = person.fields.get("employment")
    known = (words.ON_POST, words.RETIRED, words.EARLY, words.GONE)
    return (told or ("" if person.standing in known else person.standing))[:20]


def note_of(person: RosterPerson, state: str, joined: str) -> str:
    """The remark; of a membership that ended on a day nobody wrote down, what was told of it."""
    note = person.fields.get("note") or ""
    if not state and joined and person.fields.get("status"):
        card = person.fields.get("card_no")
        note = f"{note} 会籍：{person.fields['status']}，入会 {joined}{card and f'，证号 {card}'}".strip()
    return note[:200]


def day(told: str | None) -> str | None:
    """The first day a date allows, as the database keeps it."""
    if not told:
        return None
    if len(told) == 10:
        return told
    found = first_day(told)
    return found and found.isoformat()
