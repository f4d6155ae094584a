"""Three ways to bring one roster in: ours, the floor, and Django's own forms. Each runs in a process of its own.

python -m bench.variants ours FILE  → one line of JSON: {"seconds", "phases", "people", "spells", "mb"}
"""

import json
import re
import resource
import sys
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from bench.home import TODAY, UNION, open_house


class Clock:
    """Milliseconds by phase."""

    def __init__(self):
        self.phases: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str):
        start = perf_counter()
        try:
            yield
        finally:
            self.phases[name] = self.phases.get(name, 0) + 1000 * (perf_counter() - start)

    def timed(self, module, name: str, phase: str) -> None:
        """Time every call of a function of the product, without the product knowing."""
        call = getattr(module, name)

        def measured(*given, **named):
            with self.phase(phase):
                return call(*given, **named)

        setattr(module, name, measured)


def ours(file: Path, clock: Clock) -> None:
    """Preview and write through the registered importer."""
    from zhijia.areas.members.importing import judging
    from zhijia.core.org.actor import system
    from zhijia.kit.area import importer

    clock.timed(judging, "read_book", "读文件（子进程）")
    clock.timed(judging, "read_roster", "逐行判断")
    clock.timed(judging, "compared", "与名册比对")
    clock.timed(judging, "rows_of", "列出预览")
    roster, union = importer("roster"), _union()
    yield
    verdict = roster.judge(system(), union, file, name=file.name, options={}, today=TODAY)
    with clock.phase("写入"):
        roster.write(system(), union, verdict)


def floor(file: Path, clock: Clock) -> None:
    """The fastest reader and one raw executemany a table."""
    from bench import floor

    union, batch = _union(), _batch()
    yield
    with clock.phase("读文件"):
        rows = floor.read(file)
    with clock.phase("写入"):
        floor.write(rows, union=union.pk, batch=batch.pk)


def forms(file: Path, clock: Clock) -> None:
    """A ModelForm a row, then bulk_create in fives of thousands."""
    from bench import floor, forms

    union, batch = _union(), _batch()
    yield
    with clock.phase("读文件"):
        rows = floor.read(file)
    with clock.phase("逐行校验"):
        told = forms.validated(rows, union, batch)
    with clock.phase("写入"):
        forms.write(told)


def _union():
    from zhijia.core.org.models import Union

    return Union.objects.get(code=UNION)


def _batch():
    """A batch for rows to point at, as the importer's do."""
    from zhijia.core.imports.models import Batch

    return Batch.objects.create(code="bench", kind="roster", union=_union(), file_name="bench", digest="-")


def peak_mb() -> int:
    """The most memory this process and its largest child ever held, added up (so rather too much than too little)."""
    ours = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return (int(ours[1]) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024


def run(name: str, file: Path) -> dict:
    """Set up outside the timer, then one import inside it."""
    open_house()
    from zhijia.areas.members.models import Person, Spell

    clock = Clock()
    steps = VARIANTS[name](file, clock)
    next(steps)
    start = perf_counter()
    next(steps, None)
    seconds = perf_counter() - start
    return {
        "seconds": seconds, "phases": clock.phases, "people": Person.objects.count(), "spells": Spell.objects.count(),
        "mb": peak_mb(),
    }


VARIANTS = {"ours": ours, "floor": floor, "forms": forms}

if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2])), ensure_ascii=False))
