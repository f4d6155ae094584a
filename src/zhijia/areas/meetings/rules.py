"""Rules of meetings. Pure."""


def hands(yes: int | None, no: int | None, abstain: int | None) -> int:
    """Hands raised in all; what was not counted is none."""
    return (yes or 0) + (no or 0) + (abstain or 0)


def carried(yes: int | None, present: int | None) -> bool | None:
    """Whether more than half of those present were for it; None where hands were not counted."""
    return None if yes is None or present is None else 2 * yes > present


def excess(expected: int | None, present: int | None) -> int:
    """People present beyond those expected: more than none is a slip of the pen."""
    return max((present or 0) - expected, 0) if expected is not None else 0
