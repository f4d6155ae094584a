"""Days of acts: real, not in the future, not before what they follow."""

from datetime import date

from django.utils import timezone

from zhijia.core.refused import Refused


def today() -> date:
    """The day by the local calendar."""
    return timezone.localdate()


def not_in_future(on: date, what: str = "日期") -> None:
    """Refuse a day that has not come yet: acts are recorded when they have happened."""
    if on > today():
        raise Refused(f"{what}（{on:%Y-%m-%d}）晚于今天，还没有发生的事请到时再登记。")


def not_before(on: date, earlier: date | None, what: str) -> None:
    """Refuse a day before the one it follows."""
    if earlier is not None and on < earlier:
        raise Refused(f"日期（{on:%Y-%m-%d}）早于{what}（{earlier:%Y-%m-%d}），请核对。")
