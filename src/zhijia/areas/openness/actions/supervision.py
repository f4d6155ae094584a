"""Supervision of openness (监督检查): what a check found, and that it was put right."""

from zhijia.areas.openness.models import Check
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "openness.edit"


def record_check(actor, *, union, kind, on, checkers, **details) -> Check:
    """Record a check."""
    check = Check(union=union, kind=kind, on=on, checkers=checkers, **details)
    with deed(actor, POWER, check, what=f"公开监督检查：{union}"):
        return check


def put_right(actor, check, *, on, result) -> Check:
    """What a check found is put right (整改完成)."""
    with deed(actor, POWER, check, what=f"整改完成：{check}"):
        if not check.found:
            raise Refused("这次检查没有发现问题，不用整改。")
        check.righted_on, check.result = on, result
    return check
