"""Membership as spells: what may follow what, and the arithmetic of the monthly balance (docs/areas/members.md).

Words are the union's own and equal to the values the models keep; nothing here knows the models.
"""

from collections.abc import Mapping

MEMBER, KEPT, NONE = "在籍", "保留会籍", ""
OPENINGS = ("入会", "转入", "恢复会籍")
CLOSINGS = ("转出", "退会", "除名", "转为保留", "去世")
MOVES_IN, MOVES_OUT = "组间调入", "组间调出"

FOLLOWS = {
    NONE: {"入会": MEMBER, "转入": MEMBER},
    MEMBER: {"转出": NONE, "退会": NONE, "除名": NONE, "转为保留": KEPT, "去世": NONE},
    KEPT: {"恢复会籍": MEMBER, "转出": NONE, "退会": NONE, "去世": NONE},
}


def after(state: str, change: str) -> str | None:
    """The state a change leads to, or None when it may not follow; the state "" is no membership."""
    return FOLLOWS[state].get(change)


def changes(state: str) -> tuple[str, ...]:
    """What may be done to someone in that state."""
    return tuple(FOLLOWS[state])


def may_vote(state: str) -> bool:
    """Whether a member may vote and be elected: full members only, not kept ones (工会基层组织选举工作条例 §4)."""
    return state == MEMBER


def closing_count(opening: int, lines: Mapping[str, int]) -> int:
    """Members at the end = members at the start + every way in − every way out, in heads (人)."""
    came = sum(lines.get(name, 0) for name in (*OPENINGS, MOVES_IN))
    went = sum(lines.get(name, 0) for name in (*CLOSINGS, MOVES_OUT))
    return opening + came - went
