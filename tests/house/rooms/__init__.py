"""What the house needs to know of a room to test it: one file a room, found by its name.

`keep(side, kept)` writes one record of every kind through the room's actions; `RECORDS` says which of them stands in which
address (tests/house/addresses.py). Sets of addresses: `OPEN_TO_ALL` need no login, `OPEN_TO_SELF` a member without a post
opens for being theirs, `OPEN_TO_MEMBERS` every member of the house opens, `OPEN_TO_SIGNERS` the colleague for having signed
too, `OPEN_ABOVE` the union above opens; `SEALED` says where sealed words are shown, and which part of someone's record the
look is noted for.
"""

from importlib import import_module
from importlib.util import find_spec

from zhijia.site.areas import AREAS


def rooms():
    """The files of all rooms that have one, in the order of the storeys."""
    return [import_module(f"{__name__}.{room}") for room in AREAS if find_spec(f"{__name__}.{room}")]


def of(name: str):
    """What the rooms say under a name: the values of those that say something."""
    return [found for room in rooms() if (found := getattr(room, name, None))]


def at(room: str, record, names: str) -> dict:
    """The record that stands in several addresses of a room; `name@variant` is the address asked with another one."""
    return {f"{room}:{name}": record for name in names.split()}
