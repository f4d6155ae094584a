"""Which function does which kind of job.

@job("members.import", name="导入花名册")
def import_roster(run, batch): ...
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of job and the function that does it: `act(run, **args)` returns what is kept as its result."""

    key: str
    name: str
    act: Callable


_kinds: dict[str, Kind] = {}


def job(key: str, *, name: str = ""):
    """Make a function a job. It must stand being run again: see Run.step."""

    def registered(act):
        if key in _kinds and _kinds[key].act.__qualname__ != act.__qualname__:
            raise ValueError(f"two jobs are called {key}")
        _kinds[key] = Kind(key, name or key, act)
        return act

    return registered


def kind_of(key: str) -> Kind | None:
    return _kinds.get(key)
