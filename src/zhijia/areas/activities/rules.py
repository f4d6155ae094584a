"""Rules of activities: names and limits, equipment. Pure."""


def room_left(limit: int | None, signed: int) -> int | None:
    """Places left on a list; None when there is no limit."""
    return None if limit is None else max(limit - signed, 0)


def cost_per_head(cost, heads: int):
    """Yuan a head; None when cost or heads are not recorded."""
    return None if cost is None or not heads else cost / heads


def free_to_lend(owned: int, out: int) -> int:
    """Pieces on the shelf."""
    return owned - out
