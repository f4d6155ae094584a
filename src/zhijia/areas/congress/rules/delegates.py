"""How many delegates, from which districts, of what composition. Pure. Sources: docs/areas/congress.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhijia.areas.congress.rules.kinds import Group
from zhijia.core.refused import Refused

HUNDRED = 100


@dataclass(frozen=True)
class Size:
    """Between how many delegates a congress has; None where the rule says nothing."""

    least: int | None
    most: int | None

    def __str__(self) -> str:
        low = f"不少于 {self.least} 人" if self.least else ""
        return "，".join(filter(None, (low, f"不多于 {self.most} 人" if self.most else "")))

    def holds(self, number: int) -> bool:
        return (self.least or 0) <= number and (self.most is None or number <= self.most)


def size(rows: Sequence[Sequence[int]], staff: int, *, unlimited: int) -> Size | None:
    """The delegates for so many staff by a table of policy `congress.delegates`; None when no row holds the number.

    A row: staff from, to; base, above, every, more; percent from, to; least, most. Base + (staff − above) ÷ every,
    rounded up, × more (上海 332 → 30 + 3 × 5 = 45); the percentage goes in a straight line from the row's first staff to
    its last (河南 201–1000 人 15 → 10 %), in a row without end the first percentage holds (车间 15–20 %). The larger of both
    counts, within least and most.
    """
    row = next((row for row in rows if row[0] <= staff <= row[1]), None)
    if row is None:
        return None
    _, _, base, above, every, more, _, _, least, most = row
    stepped = base + (-(-max(staff - above, 0) // every) * more if every else 0)
    ceiling = None if most >= unlimited else most
    wanted = max(stepped, least, _share(row, staff, unlimited))
    return Size((min(wanted, ceiling) if ceiling else wanted) or None, ceiling)


def by_members(rows: Sequence[Sequence[int]], members: int) -> Size | None:
    """The delegates of a members' congress (会员代表大会) from a table (members from, to, least, most)."""
    return next((Size(row[2], row[3]) for row in rows if row[0] <= members <= row[1]), None)


def _share(row: Sequence[int], staff: int, unlimited: int) -> int:
    first, last, start, end = row[0], row[1], row[6], row[7]
    sloping = Fraction(start) if last >= unlimited else start + Fraction((end - start) * (staff - first), max(last - first, 1))
    return -int(-sloping * staff // HUNDRED)


def assembly_allowed(staff: int, below: int) -> bool:
    """Whether all may meet without delegates (职工大会): fewer than the number of policy `congress.assembly_below`."""
    return staff < below


def share_out(total: int, staff: Sequence[int]) -> list[int]:
    """Seats for districts by their staff: whole shares, the rest to the largest remainders, no district without one."""
    if not staff or sum(staff) == 0:
        return [0 for _ in staff]
    if total < len(staff):
        raise Refused(f"名额 {total} 个，选区 {len(staff)} 个，不够每个选区一名。请增加名额或合并选区。")
    exact = [Fraction(total * each, sum(staff)) for each in staff]
    seats = [max(int(each), 1) for each in exact]
    order = sorted(range(len(staff)), key=lambda at: (exact[at] - seats[at], staff[at]), reverse=True)
    for at in (order * total)[: max(total - sum(seats), 0)]:
        seats[at] += 1
    while sum(seats) > total:
        seats[max((at for at, n in enumerate(seats) if n > 1), key=lambda at: seats[at] - exact[at])] -= 1
    return seats


def turnout_short(present: int, staff: int, share: Fraction) -> str:
    """What is wrong with a district's meeting, "" when enough came: present ÷ staff of the district ≥ the share (2/3)."""
    least = -int(-share * staff // 1)
    if present >= least:
        return ""
    return f"选区共 {staff} 人，到会 {present} 人，不足 {share}（至少 {least} 人），选举无效，请另行召集。"


def winners(votes: Sequence[int], *, staff: int, seats: int, share: Fraction) -> list[int]:
    """Places in the list of those elected: more votes than the share of all in the district (1/2), the most votes first.

    Refused when equal votes stand at the last seat: they are voted on again.
    """
    over = sorted((at for at, each in enumerate(votes) if each > share * staff), key=lambda at: -votes[at])
    if len(over) > seats > 0 and votes[over[seats - 1]] == votes[over[seats]]:
        raise Refused(f"第 {seats} 个名额有人得票相同（{votes[over[seats]]} 票），请就得票相同的人再投一次，写上新的票数。")
    return sorted(over[:seats])


@dataclass(frozen=True)
class Check:
    """One requirement on the composition: what it is about, the policy it comes from, what was found."""

    about: str
    policy: str
    said: str
    fine: bool


@dataclass(frozen=True)
class Makeup:
    """Heads of delegates with a vote, and of the staff they speak for."""

    delegates: int
    groups: dict[str, int]
    women: int
    staff: int
    women_staff: int

    def of(self, *groups: Group) -> int:
        return sum(self.groups.get(group, 0) for group in groups)


def percent(part: int, whole: int) -> str:
    """12/45，26.7 %"""
    return f"{part}/{whole}，{HUNDRED * part / whole:.1f} %" if whole else f"{part}/0"


def numbers(found: Makeup, wanted: Size | None) -> Check | None:
    """Whether there are as many delegates as the rule asks for."""
    if wanted is None:
        return None
    return Check("代表人数", "congress.delegates", f"现有 {found.delegates} 人，应{wanted}", wanted.holds(found.delegates))


def managers(found: Makeup, most: int) -> Check:
    """Managers of middle rank and above are no more than the share (20 %)."""
    leaders = found.of(Group.LEADER)
    return Check("中层以上管理人员", "congress.managers_max", percent(leaders, found.delegates),
                 HUNDRED * leaders <= most * found.delegates)


def front_line(found: Makeup, over: int, *, school: bool) -> Check:
    """Those at the front (in schools teachers and specialists) are the main body: more than the share (50 %)."""
    front = found.of(Group.TEACHER, Group.SPECIALIST) if school else found.of(Group.FRONT)
    return Check("教师和专业技术人员" if school else "一线职工", "congress.front_over", percent(front, found.delegates),
                 HUNDRED * front > over * found.delegates)


def teachers(found: Makeup, least: int) -> Check:
    """Teachers among the delegates of a school are no fewer than the share (60 %)."""
    those = found.of(Group.TEACHER)
    return Check("教师", "congress.teachers_min", percent(those, found.delegates), HUNDRED * those >= least * found.delegates)


def women(found: Makeup, *, strict: bool, gap: int) -> Check:
    """The share of women is that among the staff: not below it where the rule says so (浙江), else within `gap` points."""
    low = HUNDRED * found.women_staff * found.delegates - HUNDRED * found.women * found.staff
    fine = low <= (0 if strict else gap * found.staff * found.delegates)
    said = f"代表中 {percent(found.women, found.delegates)}；职工中 {percent(found.women_staff, found.staff)}"
    return Check("女职工代表", "congress.women_share", said, fine)


def presidium(heads: int, front: int, *, least_front: int, wanted: Size | None) -> list[Check]:
    """Size of the presidium (主席团) and the share in it of those who do not lead (50 %)."""
    front_check = Check("主席团中的非领导人员", "congress.presidium.workers_min", percent(front, heads),
                        HUNDRED * front >= least_front * heads)
    if wanted is None:
        return [front_check]
    return [Check("主席团人数", "congress.presidium.size", f"{heads} 人，应{wanted}", wanted.holds(heads)), front_check]
