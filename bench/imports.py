"""The roster of 20,000 rows: preview and write, beside the floor and beside Django's forms."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.home import VARIABLE, copied
from bench.result import Result, alternating, at_least, at_most, middle

DATA = Path(__file__).parent.parent / "tests/fixtures/data"
CLEAN, PROBLEMS = "无问题", "有问题"
FILES = {CLEAN: "roster_20000_clean.xlsx", PROBLEMS: "roster_20000_problems.xlsx"}
MOST_OF_FLOOR, LEAST_OF_FORMS, MOST_MB = 2.5, 10, 600


def measure(home: Path, rounds: int, say) -> list[Result]:
    """Both files beside the floor; the clean one also beside the forms, which take a minute for each."""
    return [
        *_beside(home, CLEAN, ("ours", "floor", "forms"), rounds, say),
        *_beside(home, PROBLEMS, ("ours", "floor"), rounds, say),
    ]


def _beside(home: Path, name: str, variants, rounds: int, say) -> list[Result]:
    sides = {each: lambda each=each: run(home, each, DATA / FILES[name]) for each in variants}
    found = alternating(sides, rounds, lambda text: say(f"导入 2 万行（{name}）{text}"))
    if name == CLEAN:
        _require_the_same(found)
    took = {each: middle(runs, "seconds") for each, runs in found.items()}
    what, shown = f"导入花名册 2 万行（{name}）", f"{took['ours']:.2f} 秒"
    phases = _phases(found["ours"])
    yield Result(
        f"{what}：预览和写入，对下限", shown, f"{took['floor']:.2f} 秒",
        **at_most(took["ours"] / took["floor"], MOST_OF_FLOOR), more={"phases_ms": phases},
    )
    if "forms" in took:
        yield Result(
            f"{what}：比 ModelForm + bulk_create 快", shown, f"{took['forms']:.2f} 秒",
            **at_least(took["forms"] / took["ours"], LEAST_OF_FORMS),
        )
    peak = max(each["mb"] for each in found["ours"])
    yield Result(f"{what}：内存（主进程加子进程）", f"{peak} MB", target=f"< {MOST_MB} MB", fine=peak < MOST_MB)
    for phase, spent in phases.items():
        yield Result(f"　其中{phase}", f"{spent} 毫秒")


def _require_the_same(found: dict[str, list[dict]]) -> None:
    """All sides did the same work: as many people and memberships in the tables."""
    told = {(run["people"], run["spells"]) for runs in found.values() for run in runs}
    if len(told) != 1:
        raise ValueError(f"The sides wrote different rows: {told}")


def _phases(runs: list[dict]) -> dict[str, int]:
    return {name: round(middle([run["phases"] for run in runs], name)) for name in runs[0]["phases"]}


def run(home: Path, variant: str, file: Path) -> dict:
    """One variant in a fresh copy of the home and a process of its own."""
    copy = copied(home, variant)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bench.variants", variant, str(file)],
            env={**os.environ, VARIABLE: str(copy)}, stdout=subprocess.PIPE, check=True,
        )
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return json.loads(done.stdout)
