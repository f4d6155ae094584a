"""Choices as people read them: `VISIT = "走访"` has its word as its value, and Django would show the English name."""

from collections.abc import Iterable


def worded(value, label) -> str:
    """The Chinese of a choice: its label, or its value where only the value is Chinese."""
    value, label = str(value), str(label)
    return value if label.isascii() and not value.isascii() else label


def read_aloud(choices: Iterable[tuple]) -> list[tuple]:
    """Choices with the labels people read."""
    return [(value, worded(value, label)) for value, label in choices]
