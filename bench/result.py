"""What a measurement says: ours beside the other side, their ratio, what it should be."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from statistics import median


@dataclass(frozen=True)
class Result:
    """One line of the table; `fine` is None where nothing was promised."""

    what: str
    ours: str
    beside: str = ""
    ratio: float | None = None
    target: str = ""
    fine: bool | None = None
    more: dict = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        return "" if self.fine is None else "达到" if self.fine else "没有达到"

    def told(self) -> dict:
        return asdict(self)


def at_most(ratio: float, most: float) -> dict:
    """A ratio of time: the smaller the better."""
    return {"ratio": round(ratio, 2), "target": f"≤ {most} ×", "fine": ratio <= most}


def at_least(ratio: float, least: float) -> dict:
    """A ratio of speed: the larger the better."""
    return {"ratio": round(ratio, 3), "target": f"≥ {least} ×", "fine": ratio >= least}


def alternating(sides: dict[str, Callable[[], dict]], rounds: int, say) -> dict[str, list[dict]]:
    """Every side once a round, so that a busy minute of the machine falls on all of them."""
    found: dict[str, list[dict]] = {name: [] for name in sides}
    for number in range(1, rounds + 1):
        for name, side in sides.items():
            say(f"第 {number}/{rounds} 轮：{name}")
            found[name].append(side())
    return found


def middle(runs: list[dict], key: str) -> float:
    """The median of a number over the rounds."""
    return median(run[key] for run in runs)
