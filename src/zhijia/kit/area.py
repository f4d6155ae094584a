"""The plate on the door of a room: what an area offers to the house."""

from collections.abc import Callable
from dataclasses import dataclass, field

from zhijia.core.figures import Figure, Ratio
from zhijia.core.org.powers import Power


@dataclass(frozen=True)
class MenuItem:
    """A way in, shown to those who hold the power. `group` is what people come to do."""

    label: str
    url: str
    power: str
    group: str


@dataclass(frozen=True)
class Card:
    """One thing on the to-do desk (待办): what, how many, by when, and where to do it."""

    title: str
    count: int
    url: str
    note: str = ""
    due: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Ledger:
    """A customary book (台账): its usual name and the page that shows and prints it."""

    name: str
    url: str
    power: str


@dataclass(frozen=True)
class Area:
    """One room of the house.

    `protected_names(union)`: names of people that nothing published by the union may tell (kit.publishing).
    """

    key: str
    name: str
    powers: tuple[Power, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    figures: tuple[Figure | Ratio, ...] = ()
    cards: Callable | None = None
    ledgers: tuple[Ledger, ...] = ()
    importers: tuple = ()
    personal: dict = field(default_factory=dict)
    person_sections: Callable | None = None
    protected_names: Callable | None = None


_house: list[Area] = []


def open_house(plates) -> None:
    """Hang the plates of all rooms (the front door does this once), so that a page can ask what every room offers."""
    _house[:] = plates


def house() -> tuple[Area, ...]:
    """The plates of all rooms, lowest storey first."""
    return tuple(_house)


def sections_of(actor, person) -> list:
    """What every room knows of a person, for the one page per person: (title, rows, table)."""
    return [found for plate in _house if plate.person_sections for found in plate.person_sections(actor, person)]


def importer(kind: str):
    """The importer of a kind, or None."""
    return next((each for plate in _house for each in plate.importers if each.kind == kind), None)
