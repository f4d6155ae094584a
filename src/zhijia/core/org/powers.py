"""Powers: what a post allows. Each area declares its own; the front door registers them once at start."""

from dataclasses import dataclass
from functools import cache

from zhijia.core.org.models import Role

OFFICE = (Role.CHAIR, Role.OFFICER)
LEADING = (*OFFICE, Role.LEADER)
READERS = (*OFFICE, Role.TREASURER, Role.AUDITOR, Role.INSPECTOR)
EVERYONE = (*READERS, Role.LEADER)
"""Who holds most powers: all posts of a union's work; the system administrator is none of them."""


@dataclass(frozen=True)
class Power:
    """One thing that may be done.

    `reach` says how far below a post it goes: "house" stops at the next legal person (people are not open to
    unions above, docs/decisions/0005), "tree" covers the whole subtree (figures, unions, papers handed up).
    """

    key: str
    label: str
    roles: tuple[Role, ...]
    reach: str = "house"


_powers: dict[str, Power] = {}


def register(powers) -> None:
    """Add powers; a key declared twice is a mistake in the house."""
    of_role.cache_clear()
    for power in powers:
        if _powers.setdefault(power.key, power) != power:
            raise ValueError(f"power declared twice: {power.key}")


def power(key: str) -> Power:
    """The declared power; an undeclared key is a mistake in the code, so it fails loudly."""
    return _powers[key]


def all_powers() -> tuple[Power, ...]:
    """Every declared power, for the page of posts and the tests of the house."""
    return tuple(_powers.values())


@cache
def of_role(role: str) -> frozenset[str]:
    """Keys of the powers a role carries (asked for every item of every menu)."""
    return frozenset(key for key, each in _powers.items() if role in each.roles)
