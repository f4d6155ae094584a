"""Who is who within one visit book: people counted once, households counted once."""

from zhijia.areas.care.visitbook.model import VisitEntry


def recognise(entries: list[VisitEntry]) -> None:
    """Give each named entry the key of its person and household.

    One name is one person, unless two entries differ in mark, or in team and home both: then they are namesakes.
    A household is its code (户号); where none is written, the person is a household.
    """
    known: dict[str, list[list[VisitEntry]]] = {}
    for entry in entries:
        if entry.name is None:
            continue
        namesakes = known.setdefault(entry.name, [])
        same = next((seen for seen in namesakes if any(one_person(entry, other) for other in seen)), None)
        if same is None:
            same = []
            namesakes.append(same)
        same.append(entry)
        entry.who = (entry.name, namesakes.index(same))
        entry.household = (entry.home,) if entry.home else entry.who


def one_person(one: VisitEntry, other: VisitEntry) -> bool:
    """Whether two entries of one name are one person."""
    if one.mark != other.mark and one.mark and other.mark:
        return False
    differ = [a != b for a, b in ((one.team, other.team), (one.home, other.home)) if a and b]
    return not (len(differ) == 2 and all(differ))
