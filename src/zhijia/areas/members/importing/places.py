"""Which group a person of a roster belongs to: groups that exist by name, the others made under the importing union."""

from collections.abc import Iterable

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

from zhijia.areas.members.roster import RosterPerson
from zhijia.core.org.models import Kind, Union

Way = tuple[str, ...]
ENDINGS = ("工会", "车间工会", "分工会", "工会小组")


def way_of(person: RosterPerson, union: Union) -> Way:
    """The names from the importing union down to the group: ("第1分会", "11组"); () is the union itself."""
    fields = person.fields
    names = [fields.get("unit"), fields.get("section"), person.team]
    way = [name[:80] for name in names if name and name not in (union.name, union.name.removesuffix("工会"))]
    return tuple(way[:1] if len(set(way)) == 1 else way)


class Places:
    """The groups below a union by the way to them; read with one query."""

    def __init__(self, union: Union):
        self.union = union
        self.known: dict[Way, int] = {(): union.pk}
        self.ways: dict[int, Way] = {union.pk: ()}
        below = Union.objects.filter(path__startswith=union.path, house=union.house, dissolved_on=None)
        for pk, name, parent in below.exclude(pk=union.pk).order_by("path").values_list("pk", "name", "parent_id"):
            self._add((*self.ways.get(parent, ()), name), pk)

    def _add(self, way: Way, pk: int) -> None:
        self.ways[pk] = way
        self.known[way] = pk
        for ending in ENDINGS:
            if way[-1].endswith(ending) and len(way[-1]) > len(ending):
                self.known.setdefault((*way[:-1], way[-1].removesuffix(ending)), pk)

    def missing(self, ways: Iterable[Way]) -> list[Way]:
        """Ways nobody has walked yet, upper levels first."""
        wanted = dict.fromkeys(way[:depth] for way in dict.fromkeys(ways) for depth in range(1, len(way) + 1))
        return sorted((way for way in wanted if way not in self.known), key=len)

    def make(self, ways: list[Way], batch) -> None:
        """Make the missing groups of a batch, a level at a time."""
        inner = {way[:-1] for way in ways}
        taken = Union.objects.filter(code__startswith=f"{self.union.code[:24]}-").count()
        for depth in sorted({len(way) for way in ways}):
            level = [way for way in ways if len(way) == depth]
            made = Union.objects.bulk_create([
                Union(
                    code=f"{self.union.code[:24]}-{batch.pk}-{taken + number}", name=way[-1], house=self.union.house,
                    kind=Kind.BRANCH if way in inner else Kind.GROUP, region=self.union.region,
                    parent_id=self.known[way[:-1]], batch=batch,
                )
                for number, way in enumerate(level, 1)
            ])
            taken += len(level)
            _settle(batch)
            for way, union in zip(level, made, strict=True):
                self.known[way] = union.pk
                self.ways[union.pk] = way


def _settle(batch) -> None:
    """Write the paths of the groups just made, in one UPDATE."""
    above = Union.objects.filter(pk=OuterRef("parent")).values("path")
    path = Concat(Subquery(above), Cast("id", CharField()), Value("."))
    Union.objects.filter(batch=batch, path=None).update(path=path)
