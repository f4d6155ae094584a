"""Tables for people at a terminal; columns line up although Chinese characters are two cells wide."""

import sys
import unicodedata


def say(text: str) -> None:
    """A sentence to the person, on stderr so that stdout stays the result."""
    print(text, file=sys.stderr, flush=True)


def table(heads, rows, arguments) -> None:
    """Print rows under their heads, unless the caller asked for JSON."""
    if arguments.json or not rows:
        return
    lines = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(_cells(line[i]) for line in lines) for i in range(len(heads))]
    for line in lines:
        print("  ".join(cell + " " * (width - _cells(cell)) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
