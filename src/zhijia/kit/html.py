"""Small pieces of HTML built from strings: the one file that may call text safe (SECURITY.md)."""

from collections.abc import Iterable
from html import escape as _escape

from django.utils.safestring import SafeString


def text(value) -> str:
    """Any value as escaped text; None is nothing. A SafeString stays as it is."""
    kind = value.__class__
    if kind is SafeString:
        return value
    if kind is str:  # letters and digits alone, which most cells are, need no escaping
        return value if value.isalnum() else _escape(value)
    return "" if value is None else _escape(str(value))


def safe(*pieces: str) -> SafeString:
    """Join pieces that were built here from escaped text; never hand it a person's words."""
    return SafeString("".join(pieces))


def attributes(values: dict[str, object]) -> str:
    """` name="value"` for each; True writes the bare name, None and False write nothing."""
    return "".join(
        f" {name}" if value is True else f' {name}="{text(value)}"'
        for name, value in values.items()
        if value is not None and value is not False
    )


def tag(name: str, inner="", /, **values) -> SafeString:
    """One element; `class_` and `for_` lose their underscore, other underscores become hyphens."""
    plain = {key.rstrip("_").replace("_", "-"): value for key, value in values.items()}
    return SafeString(f"<{name}{attributes(plain)}>{text(inner)}</{name}>")


def void(name: str, /, **values) -> SafeString:
    """One element without content, such as input."""
    plain = {key.rstrip("_").replace("_", "-"): value for key, value in values.items()}
    return SafeString(f"<{name}{attributes(plain)}>")


def joined(pieces: Iterable, between: str = "") -> SafeString:
    """Pieces one after another, each escaped unless it is safe already."""
    return SafeString(_escape(between).join(text(piece) for piece in pieces))
