"""Who of a visit book is on the union's roll: by name, and among namesakes by mark or group."""

from collections import defaultdict

from zhijia.areas.care.queries.places import roll
from zhijia.areas.care.visitbook import VisitEntry

UNKNOWN, AMBIGUOUS = "name_unknown", "name_ambiguous"


class Roll:
    """The people of the roll with a name of the book; one query."""

    def __init__(self, actor, union, entries: list[VisitEntry]):
        names = {entry.name for entry in entries if entry.name}
        self.by_name = defaultdict(list)
        for person in roll(actor, union, names):
            self.by_name[person.name].append(person)
        self.namesakes = defaultdict(set)
        for entry in entries:
            if entry.name:
                self.namesakes[entry.name].add(entry.who)

    def find(self, entry: VisitEntry) -> tuple[object | None, str | None]:
        """The person of an entry, or why nobody can be said: name_unknown, name_ambiguous."""
        found = self.by_name.get(entry.name, [])
        if not found:
            return None, UNKNOWN
        if len(found) == 1 and len(self.namesakes[entry.name]) == 1:
            return found[0], None
        told = [person for person in found if _told_apart(person, entry)]
        return (told[0], None) if len(told) == 1 else (None, AMBIGUOUS)


def _told_apart(person, entry: VisitEntry) -> bool:
    """Whether mark or group say that it is this person."""
    if entry.mark and person.mark:
        return entry.mark == person.mark
    return bool(entry.team) and person.union.name in (entry.team, f"{entry.team}工会小组")


def said(code: str, entry: VisitEntry, found: int) -> str:
    """The problem in words that say what to do."""
    if code == UNKNOWN:
        return f"名册里没有“{entry.name}”，按姓名登记；如是本单位职工，请核对写法，导入后可“认人”。"
    return f"名册里有 {found} 个“{entry.name}”，分不清是谁，先按姓名登记，导入后请“认人”。"
