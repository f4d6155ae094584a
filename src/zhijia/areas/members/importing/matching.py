"""Who of a file is on the roll already: by the identity number, else by name, place and birth."""

from collections import defaultdict
from typing import NamedTuple

from zhijia.areas.members.importing.facts import Facts
from zhijia.areas.members.models import Person, Spell
from zhijia.core.private.blind import blind

COMPARED = (
    "name", "mark", "sex", "birth", "nation", "politics", "education", "job", "employment", "dispatched", "joined_work",
    "standing", "note",
)
COLUMNS = ("pk", "union_id", "id_blind", "phone_blind", *COMPARED)


class Known(NamedTuple):
    """Someone on the roll, as far as a file may tell of them; the membership now running ("" for none)."""

    pk: int
    union_id: int
    id_blind: bytes
    phone_blind: bytes
    facts: tuple
    spell: int | None
    state: str
    since_told: str
    card_no: str


class Roll:
    """The house's roll in memory: three queries for any number of people."""

    def __init__(self, union):
        spells = {
            person: (pk, state, told, card)
            for pk, person, state, told, card in Spell.objects.filter(person__house__path=union.house, until=None)
            .order_by().values_list("pk", "person_id", "state", "since_told", "card_no")
        }
        none = (None, "", "", "")
        rows = Person.objects.filter(house__path=union.house).order_by("pk").values_list(*COLUMNS).iterator(5000)
        self.people = [
            Known(row[0], row[1], bytes(row[2] or b""), bytes(row[3] or b""), row[4:], *spells.get(row[0], none))
            for row in rows
        ]
        self.by_number = {known.id_blind: known for known in self.people if known.id_blind}
        self.by_name: dict[str, list[Known]] = defaultdict(list)
        for known in self.people:
            self.by_name[known.facts[0]].append(known)
        self.taken: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self.people)

    def match(self, everyone: list[tuple[Facts, int | None]]) -> list[Known | None]:
        """For each of a file (with the group found) the one on the roll, each taken once; numbers speak first."""
        found = [self._by_number(facts) for facts, _ in everyone]
        return [
            known or self._taken(self._by_name(facts, place))
            for known, (facts, place) in zip(found, everyone, strict=True)
        ]

    def _by_number(self, facts) -> Known | None:
        known = self.by_number.get(blind(facts.id_no)) if facts.id_no else None
        return None if known is None or known.pk in self.taken else self._taken(known)

    def _taken(self, known: Known | None) -> Known | None:
        if known is not None:
            self.taken.add(known.pk)
        return known

    def _by_name(self, facts, union_id) -> Known | None:
        """The same name where one side has no number: same mark, same group or same birth, nothing at odds."""
        fit = [
            known for known in self.by_name.get(facts.name, ())
            if known.pk not in self.taken and not (known.id_blind and facts.id_no) and _agree(known, facts)
        ]
        same_place = [known for known in fit if known.union_id == union_id]
        return (same_place or [known for known in fit if facts.birth and known.facts[3] == facts.birth] or [None])[0]


def _agree(known: Known, facts: Facts) -> bool:
    """Whether marks, births and sexes do not contradict each other (either may be unknown or less precise)."""
    _, mark, sex, birth = known.facts[:4]
    births = not birth or not facts.birth or birth.startswith(facts.birth) or facts.birth.startswith(birth)
    return births and mark == facts.mark and (not sex or not facts.sex or sex == facts.sex)
