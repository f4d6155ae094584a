"""What all cases share: which step may follow which, days in their order, and how a clock reads."""

from collections.abc import Mapping
from datetime import date

from zhijia.core.refused import Refused


def step(nexts: Mapping, now, then):
    """The step that follows, if it may follow the present one."""
    allowed = nexts.get(now, ())
    if then not in allowed:
        after = f"接下来可以是：{'、'.join(allowed)}。" if allowed else "这件事已经结束。"
        raise Refused(f"现在是“{now}”，不能改为“{then}”。{after}")
    return then


def in_order(on: date, first: date | None, what: str, before: str) -> date:
    """A day that must not lie before another; `what` and `before` name the two."""
    if first and on < first:
        raise Refused(f"{what}日期 {on} 早于{before}日期 {first}，请核对。")
    return on


def clock(due: date | None, done: date | None, today: date) -> str:
    """How a clock reads: 还有 3 天, 逾期 2 天; once done, 按期 or 迟 2 天."""
    if due is None:
        return ""
    if done:
        return "按期" if done <= due else f"迟 {(done - due).days} 天"
    left = (due - today).days
    return f"还有 {left} 天" if left >= 0 else f"逾期 {-left} 天"


def named(text: str) -> list[str]:
    """The people a line names: 张三、李四."""
    for mark in "，,；;/\n ":
        text = text.replace(mark, "、")
    return list(dict.fromkeys(name for name in text.split("、") if name))
