"""The world the house is tested in: one mill with a record of every kind, the union next door with the same, and who looks.

Everything is done through the actions of the rooms. Words carry a sign of whose they are and how far they may go, so that
a page shows at once whose records it tells of: `open` may go up, `mark` stays in the house, `secret` with those who care.
"""

from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from types import SimpleNamespace

from tests.house.kept import keep
from tests.house.once import lived
from tests.people import account, found
from zhijia.core.org.actor import Actor
from zhijia.core.org.models import Kind, Role, Union

ACTORS = (
    "anonymous", "self", "colleague", "stranger", "leader", "officer", "chair", "treasurer", "auditor", "above", "beside",
    "admin",
)


@dataclass
class Side:
    """One union with its group, its chair, and the records by their names."""

    number: str
    union: Union = None
    group: Union = None
    chair: Actor = None
    kept: SimpleNamespace = field(default_factory=SimpleNamespace)

    @property
    def open(self) -> str:
        """In names of unions, posts, committees, adopted plans, local standards: open to the union above."""
        return f"彣{self.number}"

    @property
    def mark(self) -> str:
        """In names of people and in what was done: stays in the house."""
        return f"鼍{self.number}"

    @property
    def secret(self) -> str:
        """In sealed fields: hardship, illness, what someone is watched for."""
        return f"黿{self.number}"


@dataclass
class World:
    """The mill, the union next door, and who stands around the mill."""

    mill: Side
    next_door: Side
    actors: dict[str, Actor]


def side(number: str, county: Union, code: str, chair: str) -> Side:
    """A legal-person union with one group and a record of every kind."""
    made = Side(number)
    made.union = found(code, f"{made.open}厂工会", Kind.BASIC, county)
    made.group = found(f"{code}-a", f"{made.open}一班", Kind.GROUP, made.union)
    made.chair = account(chair, f"{made.open}主席", made.union, Role.CHAIR)
    made.kept = keep(made)
    return made


def build() -> World:
    """Two neighbours under one county, the same kinds of records in both."""
    county = found("county", "东山县总工会", Kind.COUNTY)
    mill, plant = side("一", county, "mill", "alice"), side("二", county, "plant", "carol")
    return World(mill, plant, {
        "anonymous": Actor.nobody(), "self": mill.kept.self_actor, "colleague": mill.kept.colleague_actor,
        "stranger": account("dan", "邓外人"), "leader": account("lee", "李组长", mill.group, Role.LEADER),
        "officer": account("olive", "欧专干", mill.union, Role.OFFICER), "chair": mill.chair,
        "treasurer": account("tess", "谭会计", mill.union, Role.TREASURER),
        "auditor": account("audrey", "敖经审", mill.union, Role.AUDITOR),
        "above": account("uma", "吴县工会", county, Role.CHAIR), "beside": plant.chair,
        "admin": account("ada", "安管理", mill.union, Role.ADMIN),
    })


@contextmanager
def standing(django_db_blocker):
    """The world for the tests of one module; everything is taken back afterwards."""
    with lived(django_db_blocker, build) as built:
        yield deepcopy(built)
