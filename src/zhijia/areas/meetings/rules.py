"""Rules of meetings. Pure."""


def excess(expected: int | None, present: int | None) -> int:
    """People present beyond those expected: more than none is a slip of the pen."""
    return max((present or 0) - expected, 0) if expected is not None else 0
