"""Finding an equal value without opening any: a keyed fingerprint of the normalised value.

Only for identity numbers, phones and bank cards; never for the category of hardship or health alone,
where equal values would tell. No part of a value can be searched.
"""

from collections.abc import Callable
from unicodedata import category, normalize

from zhijia.core.private.keys import ring

BITS = 128
PURPOSE = "blind"


def normalised(value: str) -> str:
    """One spelling for a number however it was typed: full width, spaces, zero-width marks, x or X."""
    if not value.isascii():
        value = "".join(c for c in normalize("NFKC", value) if category(c) != "Cf")
    return "".join(value.split()).upper()


def blinder() -> Callable[[str | None], bytes]:
    """`blind` for many rows."""
    digest = ring().current.digest

    def fingerprint(value):
        plain = normalised(value or "")
        return digest(PURPOSE, plain.encode())[:BITS // 8] if plain else b""

    return fingerprint


def blind(value: str | None) -> bytes:
    """16 bytes equal for equal numbers; b"" for none, which no row carries: an empty question finds none."""
    return blinder()(value)
