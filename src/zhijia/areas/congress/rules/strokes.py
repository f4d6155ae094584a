"""Order of names by the strokes of the surname (姓氏笔画): fewer strokes first, then by the first strokes 横竖撇点折.

strokes.txt: a line for each number of strokes, its characters in the order of their strokes. Source and licence:
docs/decisions/0013-names-by-strokes.md. A name not in the table goes last; the order may always be set by hand.
"""

from functools import cache
from pathlib import Path

UNKNOWN = (99, 0)


@cache
def _places() -> dict[str, tuple[int, int]]:
    """{character: (strokes, place among those of so many strokes)}"""
    places = {}
    for line in Path(__file__).with_name("strokes.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            count, characters = line.split(" ", 1)
            places.update({character: (int(count), at) for at, character in enumerate(characters)})
    return places


def strokes(character: str) -> int | None:
    """How many strokes a character has, None when the table does not hold it."""
    found = _places().get(character)
    return found and found[0]


def by_strokes(name: str) -> tuple:
    """What to sort names by: character after character, a shorter name before a longer one of the same beginning."""
    return tuple(_places().get(character, UNKNOWN) for character in name)
